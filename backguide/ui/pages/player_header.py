"""The top of the player: end, where in the session, how much is left, sound and full screen."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from backguide.session.outline import ItemSpan, item_count, item_spans
from backguide.session.progress import Progress
from backguide.session.timeline import Timeline
from backguide.ui.pages.mat_view import Turn
from backguide.ui.pages.player_parts import PlayerButton
from backguide.ui.session_words import minutes_seconds, small
from backguide.ui.theme.icons import Icon
from backguide.ui.theme.type import scaled
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.session_progress import SessionProgress

_SEGMENT_STEPS = 400  # as fine as the line's pixels; more often it need not be painted
_END = "End"
_TIGHT_PX = 460
_ROUTINE_FROM_PX = 620
_TURN_NAMES: Mapping[Turn, str] = {
    "none": "Turn for lying on your right side",
    "clockwise": "Turn for lying on your left side",
    "counter-clockwise": "Turn upright",
}


class PlayerHeader(QWidget):
    """One row where there is room, two where there is little."""

    end_requested = Signal()
    mute_requested = Signal()
    full_screen_requested = Signal()
    turn_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.end = PlayerButton(_END, "secondary", "md", icon=Icon.CLOSE)
        self.mute = PlayerButton(kind="plain", size="md", icon=Icon.VOLUME, name="Sound off")
        self.full_screen = PlayerButton(kind="plain", size="md", icon=Icon.MAXIMIZE, name="Full screen")
        self.turn = PlayerButton(kind="plain", size="md", icon=Icon.ROTATE, name=_TURN_NAMES["none"])
        self.end.clicked.connect(self.end_requested)
        self.mute.clicked.connect(self.mute_requested)
        self.full_screen.clicked.connect(self.full_screen_requested)
        self.turn.clicked.connect(self.turn_requested)
        self._routine = Label("", "strong")
        self._exercise = Label("", "body", "muted", elide=True)
        self.left = Label("", "strong", tabular=True)
        self.progress = SessionProgress()
        self._timeline: Timeline | None = None
        self._spans: tuple[ItemSpan, ...] = ()
        self._shown: tuple[int, ...] = ()
        self._narrow: bool | None = None
        self._words = _in_a_row((self._routine, self._exercise, self.left), 10, growing=1)
        self._icons = _in_a_row((self.turn, self.mute, self.full_screen), 0)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.set_narrow(narrow=False)

    def set_narrow(self, *, narrow: bool) -> None:
        """Put the progress line below the rest where there is little width."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for widget in (self.end, self._words, self.progress, self._icons):
            self._grid.removeWidget(widget)
        middle = Qt.AlignmentFlag.AlignVCenter
        rows = 1 if narrow else 2
        self._grid.addWidget(self.end, 0, 0, rows, 1, middle)
        self._grid.addWidget(self._words, 0, 1)
        self._grid.addWidget(self._icons, 0, 2, rows, 1, middle)
        self._grid.addWidget(self.progress, 1, 0 if narrow else 1, 1, 3 if narrow else 1)
        self._grid.setColumnStretch(1, 1)
        self._grid.setVerticalSpacing(14 if narrow else 8)
        self._show_routine()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out words where there is little width: the page's name and the line say the same."""
        super().resizeEvent(event)
        self._show_routine()
        tight = self.width() < scaled(_TIGHT_PX)
        self.end.setText("" if tight else _END)
        self.end.set_name(_END if tight else "")
        self._grid.setHorizontalSpacing(8 if tight else 16 if self._narrow else 24)

    def _show_routine(self) -> None:
        self._routine.setVisible(not self._narrow and self.width() >= scaled(_ROUTINE_FROM_PX))

    def show_progress(self, progress: Progress, exercise: str) -> None:
        """Show how far the session has come."""
        if progress.timeline is not self._timeline:
            self._take(progress.timeline)
        self._show_exercise(f"{progress.step.item + 1} of {item_count(progress.timeline)}", exercise)
        self._show_left(minutes_seconds(progress.remaining_total_s))
        gone_s = progress.position_s
        shares = [(gone_s - span.start_s) / (span.end_s - span.start_s) for span in self._spans]
        shown = tuple(round(_SEGMENT_STEPS * min(1.0, max(0.0, share))) for share in shares)
        if shown != self._shown:
            self._shown = shown
            self.progress.show_done([steps / _SEGMENT_STEPS for steps in shown])

    def show_sound(self, *, on: bool) -> None:
        """Show whether there is sound."""
        self.mute.set_icon(Icon.VOLUME if on else Icon.VOLUME_OFF)
        self.mute.set_name("Sound off" if on else "Sound on")

    def show_full_screen(self, *, full: bool) -> None:
        """Show whether the window fills the screen."""
        self.full_screen.set_icon(Icon.MINIMIZE if full else Icon.MAXIMIZE)
        self.full_screen.set_name("Leave full screen" if full else "Full screen")

    def show_turn(self, turn: Turn) -> None:
        """Say what the next press of the button does to the picture."""
        self.turn.set_name(_TURN_NAMES[turn])

    def _show_exercise(self, number: str, exercise: str) -> None:
        """Show number and name, or where there is no room for both, the number."""
        whole = f"Exercise {number}: {small(exercise)}"
        fits = QFontMetricsF(self._exercise.role_font()).horizontalAdvance(whole) <= self._exercise.width()
        self._exercise.setText(whole if fits else number)
        self._exercise.setAccessibleName(whole)

    def _show_left(self, left: str) -> None:
        """Show the time left, where there is little room without the word."""
        self.left.setText(left if self.width() < scaled(_TIGHT_PX) else f"{left} left")
        self.left.setAccessibleName(f"{left} left")

    def _take(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._spans = item_spans(timeline)
        self._shown = ()
        self._routine.setText(timeline.name)
        self.progress.set_weights([span.end_s - span.start_s for span in self._spans])


def _in_a_row(widgets: Sequence[QWidget], gap_px: int, growing: int | None = None) -> QWidget:
    together = QWidget()
    row = QHBoxLayout(together)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap_px)
    for index, widget in enumerate(widgets):
        row.addWidget(widget, int(index == growing))
    return together
