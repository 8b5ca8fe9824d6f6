"""History, Notes: everything in the journal by day, newest first, and the way to add to it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from backguide.ui.pages.history_entries import KINDS, DayEntry, Entry, SessionEntry, WeekEntry
from backguide.ui.pages.history_notes_list import EntryList
from backguide.ui.pages.history_section import HistorySection
from backguide.ui.services import Services
from backguide.ui.theme.icons import Icon
from backguide.ui.theme.metrics import CARD_GAP
from backguide.ui.theme.type import scaled
from backguide.ui.widgets.button import Button
from backguide.ui.widgets.card import Card
from backguide.ui.widgets.empty_state import EmptyState
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.segmented import Segmented

_FILTERS: tuple[tuple[str, tuple[type[Entry], ...]], ...] = (
    ("All", KINDS),
    ("Sessions", (SessionEntry,)),
    ("Days", (DayEntry,)),
    ("Past weeks", (WeekEntry,)),
)
_LIST_PX = 380


class HistoryNotes(HistorySection):
    """A list of all entries with a filter by kind; older ones are read as one scrolls."""

    entry_requested = Signal(object)  # a DayEntry or WeekEntry
    addition_requested = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        empty = EmptyState(
            Icon.FILE_TEXT,
            "Nothing is noted yet",
            "Sessions appear here by themselves. You can add one done elsewhere, a day, or the past week.",
            "Add an entry",
        )
        super().__init__(services, empty, parent)
        self.filters = Segmented([name for name, _ in _FILTERS], "Kind of entries", small=True)
        self.add = Button("Add an entry", "primary", "md", icon=Icon.PLUS)
        self.list = EntryList(services.journal)
        self.nothing = Label("There is no entry of this kind yet.", "body", "muted", wrap=True)
        self._bar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self.filters.current_changed.connect(self._on_filter_chosen)
        self.add.clicked.connect(self.addition_requested)
        self.empty.action_requested.connect(self.addition_requested)
        self.list.entry_requested.connect(self._on_entry_requested)
        self.list.lines.failed.connect(self.told)

    def read(self) -> bool:
        """Read the newest entries of the chosen kind."""
        self.list.read(_FILTERS[self.filters.current][1])
        found = self.list.lines.rowCount() > 0
        self.list.setVisible(found)
        self.nothing.setVisible(not found)
        return found or self.filters.current > 0

    def focus_main(self) -> None:
        """Go on in the list."""
        target = self.list if self.list.isVisibleTo(self) else self.add
        target.setFocus()

    def place(self, room_px: int) -> None:
        """Put filter and button on one line where there is room."""
        needed = self.filters.sizeHint().width() + self.add.sizeHint().width() + CARD_GAP
        ways = QBoxLayout.Direction
        self._bar.setDirection(ways.LeftToRight if needed <= room_px else ways.TopToBottom)
        self.list.setMinimumHeight(round(scaled(_LIST_PX)))

    def _build(self) -> None:
        self._bar.setSpacing(12)
        self._bar.addWidget(self.filters, 0, Qt.AlignmentFlag.AlignLeft)
        self._bar.addStretch(1)
        self._bar.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        card = Card(padding=16)
        card.body.addWidget(self.list, 1)
        card.body.addWidget(self.nothing)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(CARD_GAP)
        column.addLayout(self._bar)
        column.addWidget(card, 1)

    @Slot(int)
    def _on_filter_chosen(self, _index: int) -> None:
        self.refresh()

    @Slot(object)
    def _on_entry_requested(self, entry: Entry) -> None:
        if isinstance(entry, SessionEntry):
            self.session_requested.emit(entry.session.id)
        else:
            self.entry_requested.emit(entry)
