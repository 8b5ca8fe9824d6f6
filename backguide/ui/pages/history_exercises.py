"""History, Exercises: what was done of each. It counts and does not rank (docs/numbers.md)."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from backguide.journal.values import local_date
from backguide.ui.page_names import PageName
from backguide.ui.pages.exercise_table import ExerciseTable, exercise_lines
from backguide.ui.pages.history_cards import RANGES, range_choice
from backguide.ui.pages.history_section import HistorySection
from backguide.ui.services import Services
from backguide.ui.theme.icons import Icon
from backguide.ui.theme.metrics import CARD_GAP
from backguide.ui.widgets.card import Card
from backguide.ui.widgets.empty_state import EmptyState
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.segmented import Segmented

_ORDERS = ("Name", "Position", "Times done")
_COUNTED = (
    "Every session counts in which any of the exercise was done. The table counts; which exercise helps most "
    "cannot be told from it, as they are done on the same days."
)


class HistoryExercises(HistorySection):
    """A table of all exercises over a range of days; a row leads to its exercise."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        empty = EmptyState(
            Icon.GRID,
            "Nothing was done yet",
            "After your first session this table counts how often and how long you did each exercise.",
            "Go to Today",
        )
        super().__init__(services, empty, parent)
        self.ranges = range_choice()
        self.orders = Segmented(_ORDERS, "Sort by", small=True)
        self.table = ExerciseTable()
        self._lay_out()
        self.ranges.current_changed.connect(self._on_range_chosen)
        self.orders.current_changed.connect(self.table.lines.set_order)
        self.table.exercise_requested.connect(self.exercise_requested)
        self.empty.action_requested.connect(self._on_start_requested)

    def read(self) -> bool:
        """Read the sums of the chosen range."""
        services = self.services
        today = local_date(services.clock.now(), services.journal.zone())
        sums = services.journal.exercise_sums(self._start(today), today)
        self.table.show_lines(exercise_lines(services.catalogue, sums, today))
        return bool(sums) or bool(services.journal.exercise_sums(None, today))

    def focus_main(self) -> None:
        """Go on in the table."""
        self.table.setFocus()

    def place(self, room_px: int) -> None:
        """Put both choices on one line where there is room."""
        needed = self.ranges.sizeHint().width() + self.orders.sizeHint().width() + 2 * CARD_GAP
        ways = QBoxLayout.Direction
        self._bars.setDirection(ways.LeftToRight if needed <= room_px else ways.TopToBottom)

    def _lay_out(self) -> None:
        self._bars = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._bars.setSpacing(12)
        self._bars.addWidget(self.ranges, 0, Qt.AlignmentFlag.AlignLeft)
        self._bars.addStretch(1)
        self._bars.addWidget(self.orders, 0, Qt.AlignmentFlag.AlignLeft)
        card = Card()
        card.body.addWidget(self.table)
        card.body.addSpacing(12)
        card.body.addWidget(Label(_COUNTED, "small", "muted", wrap=True))
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(CARD_GAP)
        column.addLayout(self._bars)
        column.addWidget(card)
        column.addStretch(1)

    def _start(self, today: date) -> date | None:
        _, days = RANGES[self.ranges.current]
        return None if days is None else today - timedelta(days=days - 1)

    @Slot(int)
    def _on_range_chosen(self, _index: int) -> None:
        self.refresh()

    @Slot()
    def _on_start_requested(self) -> None:
        self.page_requested.emit(PageName.TODAY.value)
