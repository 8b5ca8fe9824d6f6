"""Today: what to do now, how the week stands, and the last ratings."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from backguide.journal.errors import JournalError
from backguide.ui.date_words import greeting, long_date
from backguide.ui.page_names import PageName
from backguide.ui.pages.scroll_page import ScrollPage
from backguide.ui.pages.today_cards import FirstVisitCard, PainCard, WeekCard
from backguide.ui.pages.today_facts import TodayFacts, read_facts
from backguide.ui.pages.today_hero import TodayHero
from backguide.ui.pages.today_morning import MorningCard
from backguide.ui.pages.today_questions import TodayQuestions
from backguide.ui.services import Services
from backguide.ui.theme.icons import Icon
from backguide.ui.theme.metrics import CARD_GAP
from backguide.ui.theme.type import scaled
from backguide.ui.widgets.empty_state import EmptyState

_WIDEST_PX = 1760
_BESIDE_PX = 720


class TodayPage(ScrollPage):
    """Made to be read at a glance: one thing to press."""

    session_requested = Signal(object)  # a catalogue Routine
    page_requested = Signal(str)  # a PageName

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__("Today", widest_px=_WIDEST_PX, parent=parent)
        self._services = services
        self._facts: TodayFacts | None = None
        self.hero = TodayHero(services)
        self.nothing = EmptyState(
            Icon.LIST_CHECKS, "No routine can be read", "The message above says which files are damaged."
        )
        self.pain, self.week, self.first = PainCard(), WeekCard(), FirstVisitCard()
        self.morning = MorningCard(services.clock)
        self.questions = TodayQuestions(services)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self.hero.start_requested.connect(self.session_requested)
        self.hero.change_requested.connect(self._on_change_requested)
        self.pain.history_requested.connect(self._on_history_requested)
        self.morning.save_requested.connect(self._on_morning_save_requested)
        self.morning.declined.connect(self._on_morning_declined)
        self.questions.form_shown.connect(self._on_question_form_shown)

    def _build(self) -> None:
        self._cards.setSpacing(CARD_GAP)
        self._cards.addWidget(self.pain, 10)
        self._cards.addWidget(self.week, 9)
        self.column.addWidget(self.morning)
        self.column.addWidget(self.hero, 1)
        self.column.addWidget(self.nothing, 1)
        self.column.addWidget(self.questions)
        self.column.addWidget(self.first)
        self.column.addLayout(self._cards)
        self.column.addStretch(0)

    def refresh(self) -> None:
        """Read the journal and the clock anew. Raises JournalError when the journal cannot be read."""
        facts = read_facts(self._services)
        self.heading.setText(greeting(facts.moment))
        self.say(long_date(facts.moment.date()))
        self._show_suggestion(facts)
        self.first.setVisible(facts.is_first_time)
        for card in (self.pain, self.week):
            card.setVisible(not facts.is_first_time)
        self.week.show_facts(facts)
        self.pain.show_ratings(facts.last)
        self._facts = facts
        self.morning.show_session(facts.morning_of)
        self.questions.refresh(quiet=facts.is_first_time or facts.morning_of is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards side by side where there is room."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        beside = self.width() >= scaled(_BESIDE_PX)
        self._cards.setDirection(directions.LeftToRight if beside else directions.TopToBottom)

    def _show_suggestion(self, facts: TodayFacts) -> None:
        self.hero.setVisible(facts.suggestion is not None)
        self.nothing.setVisible(facts.suggestion is None)
        if facts.suggestion is not None:
            self.hero.show_suggestion(facts.suggestion)

    @Slot(bool)
    def _on_question_form_shown(self, shown: bool) -> None:
        """Let an open form come first: it is what the person asked for, and needs the height."""
        self.column.removeWidget(self.questions)
        self.column.insertWidget(0 if shown else self.column.indexOf(self.first), self.questions)
        self.scroll_to_top()

    @Slot()
    def _on_morning_save_requested(self) -> None:
        assert self._facts is not None
        assert self._facts.morning_of is not None
        try:
            for site, value in self.morning.ratings.items():
                self._services.journal.rate(self._facts.morning_of.id, "next_morning", site, value)
            self.morning.tell("")
            self.refresh()
        except JournalError as error:
            self.morning.tell(str(error))

    @Slot()
    def _on_morning_declined(self) -> None:
        assert self._facts is not None
        self._services.preferences.change(morning_declined_on=self._facts.moment.date().isoformat())
        try:
            self.refresh()
        except JournalError as error:
            self.morning.tell(str(error))

    @Slot()
    def _on_change_requested(self) -> None:
        self.page_requested.emit(PageName.ROUTINES)

    @Slot()
    def _on_history_requested(self) -> None:
        self.page_requested.emit(PageName.HISTORY)
