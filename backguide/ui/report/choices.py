"""What the person chooses for the page: how far back it goes, a name, and what it shows."""

from datetime import date, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from backguide.report.content import ReportRequest
from backguide.report.parts import Part
from backguide.ui.theme.type import scaled
from backguide.ui.widgets.chip import FilterChip
from backguide.ui.widgets.flow_layout import FlowLayout
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.segmented import Segmented

PERIODS: tuple[tuple[str, int | None], ...] = (
    ("4 weeks", 28),
    ("12 weeks", 84),
    ("6 months", 182),
    ("All", None),
)
PART_WORDS: dict[Part, str] = {
    "pain": "Pain",
    "findings": "Findings",
    "chart": "Chart",
    "exercises": "Exercises",
    "hurt": "It hurt",
    "skipped": "Left out",
    "peg": "Weekly questions",
    "notes": "Notes",
    "tags": "Tags",
}
_FIRST_PERIOD = 1
_LONGEST_NAME = 60
_FIELD_PX = 48


class ReportChoices(QWidget):
    """Announces every change. The name is kept nowhere: it is gone when the dialog closes."""

    changed = Signal()
    name_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.period = Segmented([words for words, _ in PERIODS], "Period", current=_FIRST_PERIOD, small=True)
        self.name = QLineEdit()
        self.name.setMaxLength(_LONGEST_NAME)
        self.name.setPlaceholderText("Left free to write on")
        self.name.setAccessibleName("Name on the page")
        self.parts: dict[Part, FilterChip] = {
            part: FilterChip(words, parent=self) for part, words in PART_WORDS.items()
        }
        self._build()
        self.period.current_changed.connect(self._on_changed)
        self.name.textChanged.connect(self.name_changed)

    def request(self, today: date) -> ReportRequest:
        """Return what is chosen."""
        _, days = PERIODS[self.period.current]
        start = None if days is None else today - timedelta(days=days - 1)
        without = frozenset(part for part, chip in self.parts.items() if not chip.isChecked())
        return ReportRequest(start, today, self.name.text(), without)

    def _build(self) -> None:
        chips = FlowLayout(gap=6, row_gap=8)
        for chip in self.parts.values():
            chip.setChecked(True)
            chip.setAccessibleDescription("Shown on the page while it is chosen")
            chip.toggled.connect(self._on_changed)
            chips.addWidget(chip)
        self.name.setMinimumHeight(round(scaled(_FIELD_PX)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label("Period", "strong"))
        column.addWidget(self.period)
        column.addSpacing(8)
        column.addWidget(Label("Name, if you like; it is not kept", "strong", wrap=True))
        column.addWidget(self.name)
        column.addSpacing(8)
        column.addWidget(Label("What the page shows", "strong"))
        column.addLayout(chips)

    @Slot()
    def _on_changed(self) -> None:
        self.parts["findings"].setEnabled(self.parts["pain"].isChecked())
        self.changed.emit()
