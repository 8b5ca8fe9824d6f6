"""What Today asks: once a week about the past week, otherwise how the day was. One at a time."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backguide.journal.errors import JournalError
from backguide.journal.records import HIGHEST_PAIN, PegAnswer
from backguide.plan.asking import WEEK, asks_week
from backguide.ui.date_words import long_date
from backguide.ui.pages.day_form import DayForm
from backguide.ui.pages.history_entries import DayEntry, read_day
from backguide.ui.pages.history_entry_words import felt_words, one_line
from backguide.ui.pages.question_card import QuestionCard
from backguide.ui.pages.week_form import WeekForm
from backguide.ui.services import Services
from backguide.ui.theme.icons import Icon

_DAY = "How was today?"
_DAY_SUB = "Pain over the last 24 hours, what was going on, a note. Once a day, if you like."
_WEEK = "How was the past week?"
_WEEK_SUB = "Three questions, once a week. They show slow changes better than single days."
_ONE_DAY = timedelta(days=1)


class TodayQuestions(QWidget):
    """Reads what is due and writes what is answered. While another card asks, `refresh(quiet=True)` hides it.

    `form_shown` tells that a form opened or closed. What is typed into an open form stays until it is saved
    or closed, also when the page is left meanwhile.
    """

    form_shown = Signal(bool)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._day = date.min
        self._entry: DayEntry | None = None
        self._score_is_shown = False
        self.day_form, self.week_form = DayForm(services.clock), WeekForm(services.clock)
        self.day = QuestionCard(Icon.EDIT, self.day_form)
        self.week = QuestionCard(Icon.CALENDAR, self.week_form, may_leave_out=True)
        self.week.show_line(_WEEK, _WEEK_SUB, "Answer")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.day)
        column.addWidget(self.week)
        self._connect_signals()

    def refresh(self, *, quiet: bool) -> None:
        """Read the journal anew. Raises JournalError when it cannot be read."""
        self._score_is_shown = False
        self.setVisible(not quiet)
        if not quiet and not (self.day.is_open or self.week.is_open):
            self._show_due()

    def _show_due(self) -> None:
        self._day = self._services.journal.today()
        self._entry = read_day(self._services.journal, self._day)
        self._show_day()
        self.week.show_line(_WEEK, _WEEK_SUB, "Answer")
        self._show_one(self.week if self._week_is_due() else self.day)

    def _week_is_due(self) -> bool:
        journal, declined = self._services.journal, self._services.preferences.values.week_declined_on
        answers = journal.peg_answers(self._day - WEEK + _ONE_DAY, self._day)
        last = answers[-1].day if answers else None
        return asks_week(last, date.fromisoformat(declined) if declined else None, self._day)

    def _show_day(self) -> None:
        if self._entry is None:
            self.day.show_line(_DAY, _DAY_SUB, "Write")
            return
        felt, tags = felt_words(self._entry.ratings), ", ".join(self._entry.tags)
        told = " · ".join(part for part in (felt, tags, one_line(self._entry.note)) if part)
        self.day.show_line("Today is noted", told, "Change")

    def _show_one(self, card: QuestionCard) -> None:
        self.day.setVisible(card is self.day)
        self.week.setVisible(card is self.week)

    def _connect_signals(self) -> None:
        self.day.opened.connect(self._on_day_opened)
        self.day.save_requested.connect(self._on_day_save_requested)
        self.day.form_shown.connect(self.form_shown)
        self.week.form_shown.connect(self.form_shown)
        self.week.opened.connect(self._on_week_opened)
        self.week.save_requested.connect(self._on_week_save_requested)
        self.week.left_out.connect(self._on_week_left_out)

    @Slot()
    def _on_day_opened(self) -> None:
        entry = self._entry or DayEntry(self._day, None, ())
        self.day_form.show_day(entry.pain, entry.note, entry.tags)
        self.day.open_form()

    @Slot()
    def _on_day_save_requested(self) -> None:
        try:
            self.day_form.keep(self._services.journal, self._day)
            self.day.close_form()
            self._show_due()
        except JournalError as error:
            self.day.tell(str(error))
        else:
            self.day.ask.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_week_opened(self) -> None:
        if self._score_is_shown:
            self._score_is_shown = False
            self._show_one(self.day)
            self.day.ask.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.week_form.show_answer(None)
        self.week.open_form()

    @Slot()
    def _on_week_save_requested(self) -> None:
        try:
            answer = self.week_form.keep(self._services.journal, self._day)
            before = self._services.journal.peg_answers(None, self._day - _ONE_DAY)
        except JournalError as error:
            self.week.tell(str(error))
            return
        self.week.close_form()
        self.week.leave_out.hide()
        self.week.show_line(*score_lines(answer, before[-1] if before else None), "Done")
        self._score_is_shown = True
        self.week.ask.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_week_left_out(self) -> None:
        self._services.preferences.change(week_declined_on=self._day.isoformat())
        self._show_one(self.day)
        self.day.ask.setFocus(Qt.FocusReason.OtherFocusReason)


def score_lines(answer: PegAnswer, before: PegAnswer | None) -> tuple[str, str]:
    """Return the score of the week as one number, and last time's beside it; without any verdict."""
    if answer.score is None:
        return "Your answers are kept", "A score needs all three numbers."
    title = f"Past week: {answer.score:.1f} of {HIGHEST_PAIN}"
    if before is None or before.score is None:
        return title, "The mean of your three numbers. Next time last time's stands beside it."
    return title, f"Last time, {long_date(before.day)}: {before.score:.1f}. Lower means less pain."
