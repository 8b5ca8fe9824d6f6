"""What a session will hold: every exercise with its picture and dose, and a tick that takes it out."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from backguide.catalogue.model import Catalogue, Routine
from backguide.figure.library import MotionLibrary
from backguide.plan.hurt import LeftOut
from backguide.session.choice import ChosenSession, SessionChoice
from backguide.session.timeline import Step, Timeline
from backguide.ui.motion_lookup import motion_of
from backguide.ui.pages.focus_page import LIST_BAR_ROOM_PX
from backguide.ui.pages.still_picture import StillPicture
from backguide.ui.session_words import dose_of
from backguide.ui.theme.type import scaled
from backguide.ui.widgets.label import Label

_STILL = QSize(84, 58)
_PICTURE_FROM_PX = 300
_SKIPPED = "Not this time"
_SAVED = "Left out to save time"


class ReadyList(QWidget):
    """One row an exercise. The last one that is left cannot be taken out."""

    toggled = Signal(int, bool)  # the number of an exercise in the routine, and whether it is wanted

    def __init__(
        self,
        routine: Routine,
        catalogue: Catalogue,
        motions: MotionLibrary,
        left_out: Mapping[str, LeftOut],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self.rows = [
            ReadyRow(place, catalogue.exercises[item.exercise].name, left_out.get(item.exercise))
            for place, item in enumerate(routine.items)
        ]
        self._pictures = [motion_of(motions, item.exercise, item.variation) for item in routine.items]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, LIST_BAR_ROOM_PX, 0)
        self._column.setSpacing(12)
        for row in self.rows:
            row.toggled.connect(self.toggled)
            self._column.addWidget(row)
        self._column.addStretch(1)

    def show_session(self, session: ChosenSession, choice: SessionChoice, timeline: Timeline) -> None:
        """Show what is in and what is out, in the order of the session."""
        firsts = _first_steps(timeline)
        saved = session.left_out(choice, len(self.rows))
        for row in self.rows:
            row.show_out(_SAVED if row.place in saved else _SKIPPED)
        for number, one in enumerate(session.items):
            row = self.rows[one.place]
            row.show_in(dose_of(self._catalogue, timeline, firsts[number]), last=len(session.items) == 1)
            row.picture.show_still(self._pictures[one.place], firsts[number].side)
        order = [one.place for one in session.items]
        self._put_in_order(order if order != sorted(order) else [])

    def _put_in_order(self, first: list[int]) -> None:
        """Put these rows first, and the others behind them in the routine's order."""
        rest = [row.place for row in self.rows if row.place not in first]
        rows = [self.rows[place] for place in (*first, *rest)]
        for index, row in enumerate(rows):
            self._column.removeWidget(row)
            self._column.insertWidget(index, row)
        for before, after in pairwise(rows):
            QWidget.setTabOrder(before.tick, after.tick)


class ReadyRow(QWidget):
    """A tick, a picture where there is room for it, the whole name, and the dose or why there is none."""

    toggled = Signal(int, bool)

    def __init__(self, place: int, name: str, left_out: LeftOut | None) -> None:
        super().__init__()
        self.place = place
        self.tick = QCheckBox()
        self.tick.setAccessibleName(name)
        self.tick.toggled.connect(self._on_tick_toggled)
        self.picture = StillPicture(_STILL, radius=12)
        self.name = Label(name, "strong", wrap=True)
        self.dose = Label("", "small", "muted", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.name)
        words.addWidget(self.dose)
        if left_out is not None:
            words.addWidget(Label(left_out.reason, "small", "pain_text", wrap=True))
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.picture)
        row.addLayout(words, 1)

    def show_in(self, dose: str, *, last: bool) -> None:
        """Show that it will be done, and how much of it; the `last` one cannot be taken out."""
        self._show(dose, is_in=True, enabled=not last)

    def show_out(self, reason: str) -> None:
        """Show that it will not be done, and why."""
        self._show(reason, is_in=False, enabled=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the picture out where the name needs the room."""
        super().resizeEvent(event)
        self.picture.setVisible(self.width() >= scaled(_PICTURE_FROM_PX))

    def _show(self, words: str, *, is_in: bool, enabled: bool) -> None:
        with QSignalBlocker(self.tick):
            self.tick.setChecked(is_in)
        self.tick.setEnabled(enabled)
        self.tick.setAccessibleDescription(words)
        self.dose.setText(words)
        self.name.set_colour("text" if is_in else "muted")

    @Slot(bool)
    def _on_tick_toggled(self, wanted: bool) -> None:
        self.toggled.emit(self.place, wanted)


def _first_steps(timeline: Timeline) -> dict[int, Step]:
    firsts: dict[int, Step] = {}
    for step in timeline.steps:
        firsts.setdefault(step.item, step)
    return firsts
