"""One routine in full: what it is for, how long it takes, and its exercises in their order."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from backguide.catalogue.model import Routine
from backguide.session.outline import item_spans
from backguide.session.timeline import Timeline
from backguide.ui.pages.exercise_scroll import CalmScrollArea
from backguide.ui.pages.routine_row import RoutineExerciseRow, minutes_words, pictured
from backguide.ui.services import Services
from backguide.ui.session_words import dose_of
from backguide.ui.theme.icons import Icon
from backguide.ui.widgets.button import Button
from backguide.ui.widgets.card import Card
from backguide.ui.widgets.chip import StatusChip
from backguide.ui.widgets.flow_layout import FlowLayout
from backguide.ui.widgets.label import Label
from backguide.ui.wording import POSITION_WORDS

_SIDE_PX = 28
_ROW_INSET_PX = 8  # a row's own padding, so that its picture lines up with the words above


class RoutineDetails(Card):
    """Its exercises scroll; the button that starts it stays in sight."""

    start_requested = Signal(object)
    exercise_requested = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, parent=parent)
        self._services = services
        self._routine: Routine | None = None
        self.name = Label("", "h2", wrap=True)
        self.purpose = Label("", "body", "muted", wrap=True)
        self.chips = FlowLayout(gap=8, row_gap=8)
        self.rows: list[RoutineExerciseRow] = []
        self.start = Button("Start session", "primary", "lg", icon=Icon.PLAY)
        self.start.clicked.connect(self._on_start_clicked)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self._area = CalmScrollArea(self._make_list())
        self._area.set_right(_SIDE_PX - _ROW_INSET_PX)
        self._build()

    def show_routine(self, routine: Routine, timeline: Timeline) -> None:
        """Show another routine from its top."""
        self._routine = routine
        self.name.setText(routine.name)
        self.purpose.setText(routine.purpose)
        self.start.set_name(f"Start {routine.name}")
        _empty(self.chips)
        count = len(item_spans(timeline))
        for words in (
            minutes_words(timeline),
            f"{count} exercise{'' if count == 1 else 's'}",
            f"Counts as {' and '.join(sorted(routine.counts_as))}",
        ):
            self.chips.addWidget(StatusChip(words, "accent" if words.startswith("Counts") else "neutral"))
        self._show_exercises(timeline)
        self._area.verticalScrollBar().setValue(0)

    def _build(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(_SIDE_PX, 24, _SIDE_PX, 14)
        head.setSpacing(6)
        head.addWidget(self.name)
        head.addWidget(self.purpose)
        head.addSpacing(6)
        head.addLayout(self.chips)
        foot = QVBoxLayout()
        foot.setContentsMargins(_SIDE_PX, 14, _SIDE_PX, 24)
        row = FlowLayout()
        row.addWidget(self.start)
        foot.addLayout(row)
        self.body.addLayout(head)
        self.body.addWidget(self._area, 1)
        self.body.addLayout(foot)

    def _make_list(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(_SIDE_PX - _ROW_INSET_PX, 0, _SIDE_PX - _ROW_INSET_PX, 0)
        column.addLayout(self._list)
        column.addStretch(1)
        return inside

    def _show_exercises(self, timeline: Timeline) -> None:
        _empty(self._list)
        self.rows.clear()
        catalogue, place = self._services.catalogue, None
        pictures = pictured(timeline, self._services)
        for span, picture in zip(item_spans(timeline), pictures, strict=True):
            exercise = catalogue.exercises[span.exercise]
            if exercise.position != place:
                place = exercise.position
                self._add_place(POSITION_WORDS[place])
            step = next(step for step in timeline.steps if step.item == span.item)
            dose = dose_of(catalogue, timeline, step)
            row = RoutineExerciseRow(exercise.slug, exercise.name, dose, picture)
            row.clicked.connect(self._on_row_clicked)
            self.rows.append(row)
            self._list.addWidget(row)

    def _add_place(self, words: str) -> None:
        if self.rows:
            self._list.addSpacing(12)
        label = Label(words, "label", "accent_text")
        row = QVBoxLayout()
        row.setContentsMargins(_ROW_INSET_PX, 0, _ROW_INSET_PX, 2)
        row.addWidget(label)
        self._list.addLayout(row)

    @Slot()
    def _on_start_clicked(self) -> None:
        if self._routine is not None:
            self.start_requested.emit(self._routine)

    @Slot()
    def _on_row_clicked(self) -> None:
        row = self.sender()
        assert isinstance(row, RoutineExerciseRow)
        self.exercise_requested.emit(row.slug)


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            _empty(inner)
