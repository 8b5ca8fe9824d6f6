"""How late a session's picture is, idle and while all processors are busy, beside a one-second timer.

python -m tests.benchmarks.session_clock [--minutes 10]

The error is the time from the moment at which a step or a second of the countdown is due, by the monotonic
clock, to the end of the painting that shows it. "Less the wait for others" leaves out the time for which the
process was ready to run since the picture before and no processor was free.
"""

import argparse
import math
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from backguide import assets
from backguide.app import show_appearance
from backguide.catalogue.load import load_catalogue
from backguide.desktop.awake import NoAwake
from backguide.desktop.clock import SystemClock
from backguide.desktop.preferences import Preferences
from backguide.desktop.sound import SilentPlayer
from backguide.figure.library import load_motions
from backguide.journal.journal import Journal
from backguide.journal.recorder import SessionRecorder
from backguide.session.compile import compile_timeline
from backguide.ui.live_preferences import LivePreferences
from backguide.ui.pages.player_page import PlayerPage
from backguide.ui.services import Services
from backguide.ui.session_run import SessionRun

ROUTINE = "all-twelve"
BUSY = [sys.executable, "-c", "while True: pass"]
PAUSED_S = 10.0
FRAME_MS = 33.3


class Stage(QWidget):
    """Shows a session, and notes when each new second and step has been painted."""

    def __init__(self, services: Services, run: SessionRun) -> None:
        super().__init__()
        self._clock = services.clock
        self._run = run
        self._shown: tuple[int, int] | None = None
        self.began_s = 0.0
        self.seconds_ms: list[float] = []
        self.steps_ms: list[float] = []
        self.own_ms: list[float] = []  # without the time for which others had the processor
        self._waited_ms = 0.0
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(PlayerPage(services, run))
        self.resize(1280, 800)

    def event(self, event: QEvent) -> bool:
        """Let Qt paint all that is waiting, then look at the clock."""
        done = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest and self._run.state == "running":
            self._note(self._clock.monotonic_s())
        return done

    def _note(self, now_s: float) -> None:
        progress = self._run.progress
        waited_ms, before_ms = processor_wait_ms(), self._waited_ms
        self._waited_ms = waited_ms
        step, left = progress.step, math.ceil(progress.remaining_in_step_s)
        shown = (step.index, left)
        if self._shown is not None and shown != self._shown:
            is_new = step.index != self._shown[0]
            due_s = self.began_s + (step.start_s if is_new else step.end_s - left)
            error_ms = 1000 * (now_s - due_s)
            (self.steps_ms if is_new else self.seconds_ms).append(error_ms)
            self.own_ms.append(max(0.0, error_ms - (waited_ms - before_ms)))
        self._shown = shown


class NaiveTimer:
    """Counts a second at every tick, as simple interval timers do."""

    def __init__(self, clock: SystemClock) -> None:
        self._clock = clock
        self.errors_ms: list[float] = []
        self._timer = QTimer(interval=1000)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin to count."""
        self.errors_ms = []
        self._began_s = self._clock.monotonic_s()
        self._timer.start()

    def _tick(self) -> None:
        due_s = self._began_s + len(self.errors_ms) + 1
        self.errors_ms.append(1000 * (self._clock.monotonic_s() - due_s))


def make_services(clock: SystemClock) -> Services:
    """Return the real thing, without sound and with a journal in memory."""
    return Services(
        catalogue=load_catalogue(assets.folder()),
        motions=load_motions(assets.folder() / "motions"),
        journal=Journal.in_memory(clock.now, "UTC"),
        clock=clock,
        sounds=SilentPlayer(),
        awake=NoAwake(),
        preferences=LivePreferences(Preferences()),
    )


@contextmanager
def busy_processors(count: int) -> Iterator[None]:
    """Keep so many processors busy meanwhile."""
    processes = [subprocess.Popen(BUSY) for _ in range(count)]
    try:
        yield
    finally:
        for process in processes:
            process.kill()
            process.wait()


def processor_wait_ms() -> float:
    """Return for how long this process was ready to run and no processor was free; 0 where nobody tells."""
    try:
        return int(Path("/proc/self/schedstat").read_text().split()[1]) / 1e6
    except OSError:
        return 0.0


def spend(seconds: float) -> float:
    """Let the event loop run for so long; return the share of one processor that this process used."""
    began_s, used_s = time.monotonic(), time.process_time()
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()
    return (time.process_time() - used_s) / (time.monotonic() - began_s)


def row(name: str, errors_ms: list[float]) -> str:
    """Return one line of the table."""
    late = sum(error > FRAME_MS for error in errors_ms)
    numbers = (statistics.median(errors_ms), float(np.percentile(errors_ms, 99)), max(errors_ms))
    first, last = statistics.median(errors_ms[:10]), statistics.median(errors_ms[-10:])
    figures = "".join(f"{number:9.1f}" for number in (*numbers, last - first))
    return f"{name:<40}{figures}{late:7d} of {len(errors_ms)}"


def measure(services: Services, name: str, seconds: float, busy: int) -> None:
    """Play for so long, then pause, and print how late the picture was."""
    timeline = compile_timeline(services.catalogue.routines[ROUTINE], services.catalogue)
    run = SessionRun(services, timeline, SessionRecorder.begin(services.journal, timeline))
    stage, naive = Stage(services, run), NaiveTimer(services.clock)
    stage.show()
    spend(0.5)
    with busy_processors(busy):
        stage.began_s = services.clock.monotonic_s()
        run.start()
        naive.start()
        playing = spend(seconds)
        run.pause()
        paused = spend(min(PAUSED_S, seconds / 3))
    print(row(f"{name}: steps", stage.steps_ms))
    print(row(f"{name}: steps and seconds", [*stage.steps_ms, *stage.seconds_ms]))
    print(row("  less the wait for others", stage.own_ms))
    print(row(f"{name}: one-second timer", naive.errors_ms))
    print(f"{'':<40}one processor's use: playing {playing:.1%}, paused {paused:.1%}\n")
    run.stop()
    stage.close()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0, help="in all, half of it under load")
    seconds = 30 * parser.parse_args().minutes
    application = QApplication.instance() or QApplication([])
    clock = SystemClock()
    services = make_services(clock)
    show_appearance(application, services.preferences.values)
    print(
        f"milliseconds, {seconds:g} s each; a frame is {FRAME_MS} ms; others: {os.getloadavg()[0]:.1f} busy"
    )
    print(f"{'':<40}{'median':>9}{'p99':>9}{'max':>9}{'drift':>9}   over a frame")
    measure(services, "idle", seconds, 0)
    measure(services, "all processors busy", seconds, os.cpu_count() or 2)
    services.journal.close()


if __name__ == "__main__":
    main()
