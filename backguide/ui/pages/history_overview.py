"""The history page's first face: range, chart, numbers and sessions, in columns where there is room."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from backguide.ui.pages.history_cards import RANGES, ChartCard, SessionsCard, SummaryCard
from backguide.ui.pages.history_record import HistoryRecord
from backguide.ui.theme.icons import Icon
from backguide.ui.theme.metrics import CARD_GAP, NARROW_MARGIN, PAGE_MARGIN
from backguide.ui.theme.type import scaled
from backguide.ui.widgets.empty_state import EmptyState
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.message_bar import MessageBar
from backguide.ui.widgets.segmented import Segmented

_FIRST_RANGE = 1
_SIDE_PX = 320
_NO_LIMIT_PX = 16777215  # Qt's own
_WIDEST_SIDE_PX = 400
_CHART_WIDTH_PX = 520  # what the chart needs beside the other cards
_CHART_HEIGHT_PX = 430
_STACKED_HEIGHT_PX = 500  # it is scrolled anyway
_PAIR_WIDTH_PX = 640  # from here on the other cards fit side by side


class HistoryOverview(QWidget):
    """Chooses range and site; shows a record, an invitation while there is none, or what went wrong."""

    session_requested = Signal(str)
    start_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record: HistoryRecord | None = None
        self.ranges = Segmented([name for name, _ in RANGES], "Range of days", current=_FIRST_RANGE)
        self.message = MessageBar()
        self.chart_card = ChartCard()
        self.summary = SummaryCard()
        self.sessions_card = SessionsCard()
        self.empty = EmptyState(
            Icon.BAR_CHART,
            "Your history starts with your first session",
            "After a session and two numbers for your pain, this page shows how practice and pain go along.",
            "Go to Today",
        )
        self.problem = EmptyState(Icon.ALERT_TRIANGLE, "The history cannot be read now", "")
        self._build()
        self._connect_signals()

    def show_record(self, record: HistoryRecord) -> None:
        """Show what was read."""
        self._record = record
        self.ranges.setVisible(not record.is_empty)
        self._show_face(self.empty if record.is_empty else self._cards)
        name, days = RANGES[self.ranges.current]
        self.chart_card.show_range(name, days)
        self._show_site()

    def show_problem(self, sentence: str) -> None:
        """Say what went wrong instead."""
        self.problem.sentence.setText(sentence)
        self.ranges.hide()
        self._show_face(self.problem)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many columns as there is room for."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Place everything anew when the text size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._place()

    def _build(self) -> None:
        self._cards = QWidget()
        self._grid = QGridLayout(self._cards)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(CARD_GAP)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setSpacing(CARD_GAP)
        self._column.addLayout(self._make_top())
        self._column.addWidget(self.message)
        for face in (self._cards, self.empty, self.problem):
            self._column.addWidget(face, 1)
        self._show_face(self.empty)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self._place()

    def _make_top(self) -> QBoxLayout:
        policy = self.ranges.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.ranges.setSizePolicy(policy)
        self._title = Label("History", "h1")
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(20)
        self._top.addWidget(self._title, 1)
        self._top.addWidget(self.ranges, 0, Qt.AlignmentFlag.AlignLeft)
        return self._top

    def _connect_signals(self) -> None:
        self.ranges.current_changed.connect(self._on_range_chosen)
        self.chart_card.site_changed.connect(self._on_site_changed)
        self.sessions_card.session_requested.connect(self.session_requested)
        self.empty.action_requested.connect(self.start_requested)

    def _place(self) -> None:
        margin = PAGE_MARGIN if self.width() >= 1000 else NARROW_MARGIN
        self._column.setContentsMargins(margin, 32, margin, NARROW_MARGIN)
        room = self.width() - 2 * margin
        one_line = (
            self._title.sizeHint().width() + self._top.spacing() + self.ranges.sizeHint().width() <= room
        )
        ways = QBoxLayout.Direction
        self._top.setDirection(ways.LeftToRight if one_line else ways.TopToBottom)
        self._place_cards(room)

    def _place_cards(self, room: int) -> None:
        side = round(min(max(scaled(_SIDE_PX), room * 0.26), scaled(_WIDEST_SIDE_PX)))
        wide = room - CARD_GAP - side >= scaled(_CHART_WIDTH_PX)
        pair = room >= scaled(_PAIR_WIDTH_PX)
        if wide:
            places = ((0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1))
        elif pair:
            places = ((0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1))
        else:
            places = ((0, 0, 1, 2), (1, 0, 1, 2), (2, 0, 1, 2))
        for card, place in zip((self.chart_card, self.summary, self.sessions_card), places, strict=True):
            self._grid.addWidget(card, *place)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 0 if wide else 1)
        self._grid.setColumnMinimumWidth(1, side if wide else 0)
        for card in (self.summary, self.sessions_card):
            card.setMaximumWidth(side if wide else _NO_LIMIT_PX)
        self._grid.setRowStretch(0, 0 if wide else 1)
        self._grid.setRowStretch(1, int(wide))
        self.chart_card.setMinimumHeight(round(scaled(_CHART_HEIGHT_PX if wide else _STACKED_HEIGHT_PX)))

    def _show_face(self, shown: QWidget) -> None:
        """Show one face; those that are hidden take no room, as they would in a stack."""
        for face in (self._cards, self.empty, self.problem):
            face.setVisible(face is shown)

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
