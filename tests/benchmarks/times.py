"""Processor time, measured piece by piece."""

import statistics
import time
from collections.abc import Callable

import numpy as np


class Times:
    """Milliseconds of processor time, frame by frame."""

    def __init__(self) -> None:
        self.frames_ms: list[float] = []

    def measure(self, work: Callable[[], object]) -> None:
        """Do it once and note how long it took."""
        start_s = time.process_time()
        work()
        self.frames_ms.append(1000 * (time.process_time() - start_s))

    @property
    def median_ms(self) -> float:
        """The middle one."""
        return statistics.median(self.frames_ms)

    def __str__(self) -> str:
        p99 = float(np.percentile(self.frames_ms, 99))
        worst = max(self.frames_ms)
        return f"{self.median_ms:6.2f} {p99:6.2f} {worst:6.2f}   {len(self.frames_ms):5d}"
