"""History, Overview: range, chart, numbers and sessions, in columns where there is room."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from backguide.ui.page_names import PageName
from backguide.ui.pages.history_cards import RANGES, ChartCard, SessionsCard, SummaryCard, range_choice
from backguide.ui.pages.history_record import HistoryRecord, read_history
from backguide.ui.pages.history_section import HistorySection
from backguide.ui.report.report_button import ReportButton
from backguide.ui.services import Services
from backguide.ui.theme.icons import Icon
from backguide.ui.theme.metrics import CARD_GAP
from backguide.ui.theme.type import scaled
from backguide.ui.widgets.empty_state import EmptyState

_SIDE_PX = 320
_NO_LIMIT_PX = 16777215  # Qt's own
_WIDEST_SIDE_PX = 400
_CHART_WIDTH_PX = 520  # what the chart needs beside the other cards
_CHART_HEIGHT_PX = 430
_STACKED_HEIGHT_PX = 500  # it is scrolled anyway
_PAIR_WIDTH_PX = 640  # from here on the other cards fit side by side


class HistoryOverview(HistorySection):
    """Chooses range and site of what it shows."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        empty = EmptyState(
            Icon.BAR_CHART,
            "Your history starts with your first session",
            "After a session and two numbers for your pain, this page shows how practice and pain go along.",
            "Go to Today",
        )
        super().__init__(services, empty, parent)
        self._record: HistoryRecord | None = None
        self.ranges = range_choice()
        self.chart_card = ChartCard()
        self.summary = SummaryCard()
        self.summary.body.addWidget(ReportButton(services), 0, Qt.AlignmentFlag.AlignLeft)
        self.sessions_card = SessionsCard()
        self._grid = QGridLayout()
        self._grid.setSpacing(CARD_GAP)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(CARD_GAP)
        column.addWidget(self.ranges, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._grid, 1)
        self._connect_signals()

    def read(self) -> bool:
        """Read the journal and show the chosen range."""
        services = self.services
        self._record = read_history(services.journal, services.catalogue, services.clock)
        name, days = RANGES[self.ranges.current]
        self.chart_card.show_range(name, days)
        self._show_site()
        return not self._record.is_empty

    def focus_main(self) -> None:
        """Go on in the list of sessions."""
        self.sessions_card.list.setFocus()

    def place(self, room_px: int) -> None:
        """Lay the cards out beside or below each other."""
        side = round(min(max(scaled(_SIDE_PX), room_px * 0.26), scaled(_WIDEST_SIDE_PX)))
        wide = room_px - CARD_GAP - side >= scaled(_CHART_WIDTH_PX)
        pair = room_px >= scaled(_PAIR_WIDTH_PX)
        if wide:
            places = ((0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1))
        elif pair:
            places = ((0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1))
        else:
            places = ((0, 0, 1, 2), (1, 0, 1, 2), (2, 0, 1, 2))
        for card, where in zip((self.chart_card, self.summary, self.sessions_card), places, strict=True):
            self._grid.addWidget(card, *where)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 0 if wide else 1)
        self._grid.setColumnMinimumWidth(1, side if wide else 0)
        for card in (self.summary, self.sessions_card):
            card.setMaximumWidth(side if wide else _NO_LIMIT_PX)
        self._grid.setRowStretch(0, 0 if wide else 1)
        self._grid.setRowStretch(1, int(wide))
        self.chart_card.setMinimumHeight(round(scaled(_CHART_HEIGHT_PX if wide else _STACKED_HEIGHT_PX)))

    def _connect_signals(self) -> None:
        self.ranges.current_changed.connect(self._on_range_chosen)
        self.chart_card.site_changed.connect(self._on_site_changed)
        self.sessions_card.session_requested.connect(self.session_requested)
        self.empty.action_requested.connect(self._on_start_requested)

    def _show_site(self) -> None:
        """Show the record of the chosen site in all three cards."""
        if self._record is not None:
            name, days = RANGES[self.ranges.current]
            self.chart_card.show_record(self._record)
            self.summary.show_record(self._record, name, days, self.chart_card.site)
            self.sessions_card.show_record(self._record, self.chart_card.site)

    @Slot(int)
    def _on_range_chosen(self, index: int) -> None:
        name, days = RANGES[index]
        self.chart_card.show_range(name, days)
        if self._record is not None:
            self.summary.show_record(self._record, name, days, self.chart_card.site)

    @Slot()
    def _on_site_changed(self) -> None:
        self._show_site()

    @Slot()
    def _on_start_requested(self) -> None:
        self.page_requested.emit(PageName.TODAY.value)
