"""A whole session on virtual time, painted as the player's page paints it: the cost of a frame, and of all.

Ticks come when the page's timer would bring them, and between them frames are painted ahead as often as there
is time. Nothing waits: only the processor's time is measured.
"""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from backguide import assets
from backguide.catalogue.load import load_catalogue
from backguide.figure.library import load_motions
from backguide.session.compile import compile_timeline
from backguide.session.progress import Progress
from backguide.ui.figure.ahead import AFTER_A_FRAME_MS, PAUSE_MS
from backguide.ui.figure.playback import to_next_frame_s
from backguide.ui.pages.player_page import STANDING_MS
from backguide.ui.pages.player_stage import PlayerStage
from tests.benchmarks.times import Times

_ROUTINE = "all-twelve"


class SessionCost(NamedTuple):
    """Processor time of the ticks that painted, of the others, and of what was painted ahead."""

    frames: Times
    idle: Times
    ahead: Times
    duration_s: float
    kept_bytes: int

    @property
    def share(self) -> float:
        """How much of one core all of it takes, 0 to 1."""
        spent_ms = sum(sum(times.frames_ms) for times in (self.frames, self.idle, self.ahead))
        return spent_ms / 1000 / self.duration_s


class _Paintings(QObject):
    """Counts how often a widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


class _Playing:
    """A stage, and the time that goes by on it."""

    def __init__(self, size: tuple[int, int]) -> None:
        catalogue = load_catalogue(assets.folder())
        self.timeline = compile_timeline(catalogue.routines[_ROUTINE], catalogue)
        self.stage = PlayerStage(catalogue, load_motions(assets.folder() / "motions"))
        self.stage.resize(*size)
        self.stage.show()
        QApplication.processEvents()
        for timer in self.stage.figure.ahead.findChildren(QTimer):
            timer.blockSignals(True)  # it goes by the wall's clock
        self.paintings = _Paintings()
        self.stage.figure.installEventFilter(self.paintings)
        self.cost = SessionCost(Times(), Times(), Times(), self.timeline.duration_s, 0)

    def play(self) -> SessionCost:
        """Go through the whole session."""
        position_s, kept_bytes = 0.0, 0
        while position_s < self.timeline.duration_s:
            position_s += self._tick(position_s)
            kept_bytes = max(kept_bytes, self.stage.figure.kept_bytes)
        self.stage.close()
        return self.cost._replace(kept_bytes=kept_bytes)

    def _tick(self, position_s: float) -> float:
        """Show a moment and use the time after it; return the seconds to the next tick."""
        before, tick = self.paintings.count, Times()
        progress = Progress(self.timeline, self.timeline.at(position_s), position_s, 0.0)
        tick.measure(lambda: self._show(progress))
        painted = self.paintings.count > before
        (self.cost.frames if painted else self.cost.idle).frames_ms += tick.frames_ms
        moving = self.stage.is_moving
        free_ms = round(1000 * to_next_frame_s(progress.elapsed_in_step_s)) if moving else STANDING_MS
        spent_ms = tick.frames_ms[0] + (AFTER_A_FRAME_MS if painted else PAUSE_MS)
        while spent_ms < free_ms and self.stage.figure.ahead.is_running:
            self.cost.ahead.measure(self.stage.figure.ahead.paint_one)
            spent_ms += self.cost.ahead.frames_ms[-1] + PAUSE_MS
        return free_ms / 1000

    def _show(self, progress: Progress) -> None:
        self.stage.show_moment(progress, progress.position_s)
        QApplication.processEvents()


def play_session(size: tuple[int, int]) -> SessionCost:
    """Play all twelve exercises in their first variations on a stage of this size."""
    return _Playing(size).play()
