"""History, Calendar: every day's practice and pain, a few months at a time."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backguide.insight.days import calendar_days, day_pain
from backguide.journal.errors import JournalError
from backguide.ui.charts.calendar_chart import CalendarChart
from backguide.ui.charts.calendar_legend import CalendarLegend
from backguide.ui.charts.chart_menu import ChartMenu
from backguide.ui.charts.day_reading import day_reading
from backguide.ui.date_words import full_day
from backguide.ui.page_names import PageName
from backguide.ui.pages.day_book import DayBook
from backguide.ui.pages.history_section import HistorySection
from backguide.ui.services import Services
from backguide.ui.theme.icons import Icon
from backguide.ui.widgets.button import Button
from backguide.ui.widgets.card import Card
from backguide.ui.widgets.empty_state import EmptyState
from backguide.ui.widgets.label import Label

if TYPE_CHECKING:
    from backguide.ui.charts.history_data import HistoryData

FLARE_UP = "flare-up"
_STEP_WEEKS = 12


class HistoryCalendar(HistorySection):
    """The calendar, and below it in words the day that is chosen."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        empty = EmptyState(
            Icon.CALENDAR,
            "No day is filled in yet",
            "After your first session every day shows here how practice and pain went.",
            "Go to Today",
        )
        super().__init__(services, empty, parent)
        self._book = DayBook(services)
        self._data: HistoryData | None = None
        self._marks: dict[date, str] = {}
        self.chart = CalendarChart()
        self.menu = ChartMenu(self.chart)
        self.earlier = Button("Earlier", "secondary", "md", icon=Icon.CHEVRON_LEFT)
        self.later = Button("Later", "secondary", "md", trailing=Icon.CHEVRON_RIGHT)
        self.title = Label("", "h3", wrap=True)
        self.facts = Label("", "body", wrap=True)
        self._lay_out()
        self.chart.days_wanted.connect(self._on_days_wanted)
        self.chart.day_chosen.connect(self._on_day_chosen)
        self.menu.told.connect(self.told)
        self.earlier.clicked.connect(self._on_earlier_clicked)
        self.later.clicked.connect(self._on_later_clicked)
        self.empty.action_requested.connect(self._on_start_requested)

    def read(self) -> bool:
        """Read the weeks in sight."""
        self._book.refresh()
        self.chart.set_limits(self._book.first_day, self._book.today)
        return self._book.outline.first_day is not None

    def focus_main(self) -> None:
        """Go on with the days."""
        self.chart.setFocus()

    def _lay_out(self) -> None:
        card = Card()
        top = QHBoxLayout()
        top.addWidget(Label("Practice and back pain by day", "h3", elide=True), 1)
        top.addWidget(self.earlier)
        top.addWidget(self.later)
        top.addWidget(self.menu)
        card.body.addLayout(top)
        for widget, gap in ((CalendarLegend(), 8), (self.chart, 12), (self.title, 16), (self.facts, 4)):
            card.body.addSpacing(gap)
            card.body.addWidget(widget)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)

    @Slot(object, object)
    def _on_days_wanted(self, first: date, last: date) -> None:
        try:
            self._read_days(first, last)
        except JournalError as error:
            self.told.emit(str(error))

    def _read_days(self, first: date, last: date) -> None:
        if self._book.outline.first_day is None:
            return
        data = self._book.data("back", first, last)
        entries = self.services.journal.diary_entries(data.start, data.last)
        self._data = data
        self._marks = {entry.day: FLARE_UP for entry in entries if FLARE_UP in entry.tags}
        shown = calendar_days(((bar.day, bar.state(data.end)) for bar in data.bars), day_pain(data.dots))
        self.chart.show_days({day.day: day for day in shown}, self._marks)
        self._on_day_chosen(self.chart.cursor_day)

    @Slot(object)
    def _on_day_chosen(self, day: date) -> None:
        if self._data is None:
            return
        reading = day_reading(self._data, day)
        self.title.setText(full_day(day))
        mark = f" {self._marks[day].capitalize()}." if day in self._marks else ""
        self.facts.setText(f"{reading.practice}. {reading.pain}.{mark}")
        first, last = self.chart.visible_days
        self.earlier.setEnabled(self._book.first_day < first)
        self.later.setEnabled(last < self._book.today)

    @Slot()
    def _on_earlier_clicked(self) -> None:
        self.chart.move_by_weeks(-_STEP_WEEKS)

    @Slot()
    def _on_later_clicked(self) -> None:
        self.chart.move_by_weeks(_STEP_WEEKS)

    @Slot()
    def _on_start_requested(self) -> None:
        self.page_requested.emit(PageName.TODAY.value)
