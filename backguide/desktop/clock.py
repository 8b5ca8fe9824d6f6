"""The one module that reads the clock."""

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol

_BOOT_CLOCK: int | None = getattr(time, "CLOCK_BOOTTIME", None)  # Linux stops its monotonic clock in suspend


class Clock(Protocol):
    """Where time comes from; tests and the tour bring their own."""

    def monotonic_s(self) -> float:
        """Seconds since some fixed moment; never goes back."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""


class SystemClock:
    """The computer's clock."""

    def monotonic_s(self) -> float:
        """Seconds on the monotonic clock that goes on while the computer sleeps, where there is one."""
        return time.clock_gettime(_BOOT_CLOCK) if _BOOT_CLOCK is not None else time.monotonic()

    def now(self) -> datetime:
        """The present moment in UTC."""
        return datetime.now(UTC)


class ManualClock:
    """A clock that stands still until told to move; both of its hands move together."""

    def __init__(self, start: datetime = datetime(2026, 1, 5, 7, 0, tzinfo=UTC)) -> None:
        self._start = start
        self._elapsed_s = 0.0

    def monotonic_s(self) -> float:
        """Seconds moved so far."""
        return self._elapsed_s

    def now(self) -> datetime:
        """The start moved on by the elapsed seconds."""
        return self._start + timedelta(seconds=self._elapsed_s)

    def move(self, seconds: float) -> None:
        """Let time pass."""
        self._elapsed_s += seconds
