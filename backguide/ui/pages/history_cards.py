"""The three cards of the history page: the chart, the numbers it carries, and the sessions."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from backguide.journal.records import Site
from backguide.ui.charts.chart_legend import ChartLegend
from backguide.ui.charts.history_chart import HistoryChart
from backguide.ui.charts.history_data import history_data
from backguide.ui.date_words import short_day
from backguide.ui.pages.history_record import HistoryRecord
from backguide.ui.pages.history_sessions import SIDE_PX, SessionList
from backguide.ui.pages.history_words import kept_lines, more_sentences, session_words
from backguide.ui.theme.icons import Icon
from backguide.ui.theme.metrics import CARD_PADDING
from backguide.ui.theme.type import scaled
from backguide.ui.widgets.button import Button
from backguide.ui.widgets.card import Card
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.segmented import Segmented

SITES: tuple[Site, ...] = ("back", "leg")
RANGES: tuple[tuple[str, int | None], ...] = (
    ("4 weeks", 28),
    ("12 weeks", 84),
    ("1 year", 365),
    ("All", None),
)
_FIRST_RANGE = 1


def range_choice() -> Segmented:
    """Return the choice among `RANGES`."""
    return Segmented([name for name, _ in RANGES], "Range of days", current=_FIRST_RANGE, small=True)


class ChartCard(Card):
    """The chart with the choice of back or leg, its legend, and a way back to the range."""

    site_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.sites = Segmented(["Back", "Leg"], "Pain in the back or in the leg", small=True)
        self.chart = HistoryChart()
        self.to_range = Button("Show 12 weeks", "quiet", "sm", icon=Icon.UNDO, flush=True)
        self._days: int | None = None
        self._title = self.add_header("", self.sites, gap=8)
        row = QHBoxLayout()
        row.addWidget(ChartLegend(), 1)
        row.addWidget(self.to_range)
        self.body.addLayout(row)
        self.body.addSpacing(12)
        self.body.addWidget(self.chart, 1)
        policy = self.to_range.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.to_range.setSizePolicy(policy)
        self.to_range.hide()
        self.sites.current_changed.connect(self._on_site_chosen)
        self.to_range.clicked.connect(self._on_to_range_clicked)
        self.chart.range_moved.connect(self.to_range.setVisible)

    @property
    def site(self) -> Site:
        """What is shown: the back or the leg."""
        return SITES[self.sites.current]

    def show_record(self, record: HistoryRecord) -> None:
        """Draw the record of the chosen site."""
        data = history_data(record.ratings, record.practised, record.catalogue.week, self.site, record.today)
        title = f"{self.site.capitalize()} pain and practice"
        self._title.setText(title)
        self.chart.setAccessibleName(title)
        self.chart.show_data(data)

    def show_range(self, name: str, days: int | None) -> None:
        """Show so many days up to today."""
        self._days = days
        self.to_range.setText("Show all" if days is None else f"Show {name}")
        self.chart.show_range(days)

    @Slot(int)
    def _on_site_chosen(self, _index: int) -> None:
        self.site_changed.emit()

    @Slot()
    def _on_to_range_clicked(self) -> None:
        self.chart.setFocus(Qt.FocusReason.OtherFocusReason)
        self.chart.show_range(self._days)


class SummaryCard(Card):
    """What was kept of the plan, and how much was rated. No verdict: numbers only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._title = self.add_header("", gap=10)
        self.days = Label("", "figure", tabular=True)
        self.days_words = Label("planned days done", "small", "muted")
        self.kinds = Label("", "body", wrap=True)
        self.more = Label("", "small", "muted", wrap=True)
        self.rated = Label("", "small", "muted", wrap=True)
        for widget, gap in (
            (self.days, 0),
            (self.days_words, 10),
            (self.kinds, 8),
            (self.more, 4),
            (self.rated, 0),
        ):
            self.body.addWidget(widget)
            self.body.addSpacing(gap)
        self.body.addStretch(1)

    def show_record(self, record: HistoryRecord, name: str, days: int | None, site: Site) -> None:
        """Say what the days of a range carry."""
        kept = record.adherence(days)
        since = f"Since {short_day(record.first_day(None))} {record.first_day(None).year}"
        self._title.setText(since if days is None else f"The last {name.removeprefix('1 ')}")
        self.days.setText(f"{kept.done_days} of {kept.planned_days}")
        self.days.setAccessibleName(f"You did {kept.done_days} of {kept.planned_days} planned days.")
        self.kinds.setText(kept_lines(kept) or "No planned day is over yet.")
        self.more.setText(more_sentences(kept))
        self.more.setVisible(bool(self.more.text()))
        ratings = record.ratings_in(days, site)
        self.rated.setText(f"{ratings} {'rating' if ratings == 1 else 'ratings'} of {site} pain.")


class SessionsCard(Card):
    """All sessions, newest first."""

    session_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.count = Label("", "small", "muted", tabular=True)
        self.meaning = Label("", "small", "muted", elide=True)
        self.list = SessionList()
        side = CARD_PADDING - SIDE_PX  # the rows light up a little beyond the words
        self.set_padding(side, CARD_PADDING, side, side)
        for widget, trailing in ((Label("Sessions", "h3"), self.count), (self.meaning, None)):
            row = QHBoxLayout()
            row.setContentsMargins(SIDE_PX, 0, SIDE_PX, 0)
            row.addWidget(widget, 1)
            if trailing is not None:
                row.addWidget(trailing)
            self.body.addLayout(row)
        self.body.addSpacing(6)
        self.body.addWidget(self.list, 1)
        self.list.session_requested.connect(self.session_requested)
        self.setMinimumHeight(round(scaled(300)))

    def show_record(self, record: HistoryRecord, site: Site) -> None:
        """List the sessions of a record with the pain of one site."""
        pain = record.pain_by_session()
        self.count.setText(str(len(record.sessions)))
        self.meaning.setText(f"{site.capitalize()} pain before and after")
        self.list.show_lines(
            [
                session_words(s, record.results.get(s.id, ()), pain.get(s.id, {}), site, record.today)
                for s in record.sessions
            ]
        )
