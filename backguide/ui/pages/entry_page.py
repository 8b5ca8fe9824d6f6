"""One entry as a form: a session done elsewhere, a day, or the past week, to add or to correct."""

from datetime import date
from typing import Literal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backguide.journal.errors import JournalError
from backguide.journal.records import PegAnswer
from backguide.journal.values import local_date
from backguide.ui.date_reading import ReadingError
from backguide.ui.date_words import full_day
from backguide.ui.pages.day_form import DayForm
from backguide.ui.pages.history_entries import DayEntry
from backguide.ui.pages.scroll_page import ScrollPage
from backguide.ui.pages.session_details_cards import SessionDetail
from backguide.ui.pages.session_form import SessionForm
from backguide.ui.pages.week_form import WeekForm
from backguide.ui.services import Services
from backguide.ui.theme.icons import Icon
from backguide.ui.theme.type import scaled
from backguide.ui.widgets.button import Button
from backguide.ui.widgets.card import Card
from backguide.ui.widgets.confirm_dialog import ConfirmDialog
from backguide.ui.widgets.day_field import DayField
from backguide.ui.widgets.field import Field
from backguide.ui.widgets.message_bar import MessageBar
from backguide.ui.widgets.segmented import Segmented

EntryKind = Literal["session", "day", "week"]
_KINDS: tuple[EntryKind, ...] = ("session", "day", "week")
_NAMES = ("Session", "Day", "Past week")
_TITLES: dict[EntryKind, str] = {
    "session": "Correct this session",
    "day": "How the day was",
    "week": "How the past week was",
}
_WIDEST_PX = 1100
_DAY_PX = 420
_GONE = "This entry was taken out elsewhere in the meantime; there is nothing left to correct."
_TAKEN = "There is an entry of this kind for {day} already; open it in the list to correct it."


class EntryPage(ScrollPage):
    """Writes into the journal on Save; whatever goes wrong is said above and keeps what was typed.

    `is_touched` is whether something was typed. `saved` comes once it is written, `left` when the person goes
    back without; `deletion_requested` names the kind and the day of an entry to take out.
    """

    saved = Signal()
    left = Signal()
    deletion_requested = Signal(str, object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__("Add an entry", widest_px=_WIDEST_PX, parent=parent)
        self._services = services
        self._kind: EntryKind = "day"
        self._fixed_day: date | None = None
        self.is_touched = False
        self.kinds = Segmented(_NAMES, "Kind of entry", current=1)
        self.day = DayField("Day")
        self.day_field = Field("Day", self.day, "Today, yesterday, or a day such as 2026-01-31.")
        self.message = MessageBar()
        self.forms: tuple[SessionForm, DayForm, WeekForm] = (
            SessionForm(services),
            DayForm(services.clock),
            WeekForm(services.clock),
        )
        self.save = Button("Save", "primary", "lg")
        self.cancel = Button("Cancel", "secondary", "lg")
        self.delete = Button("Delete", "quiet", "lg", icon=Icon.TRASH)
        self._build()
        self._connect_signals()

    def add(self, kind: EntryKind = "day") -> None:
        """Show an empty form for a new entry."""
        session, day, week = self.forms
        session.show_new()
        day.show_day({})
        week.show_answer(None)
        self._begin(kind, self._services.journal.today(), is_new=True)
        self.heading.setText("Add an entry")

    def correct_session(self, detail: SessionDetail) -> None:
        """Show a session to correct."""
        self.forms[0].show_session(detail)
        self._begin("session", local_date(detail.session.started_at, detail.session.zone), is_new=False)
        self.say(detail.session.routine_name)

    def correct_day(self, entry: DayEntry) -> None:
        """Show what is known of a day."""
        self.forms[1].show_day(entry.pain, entry.note, entry.tags)
        self._begin("day", entry.day, is_new=False)

    def correct_week(self, answer: PegAnswer) -> None:
        """Show the answers of a day."""
        self.forms[2].show_answer(answer)
        self._begin("week", answer.day, is_new=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Ctrl and Enter, leave on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_cancel_clicked()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._on_save_clicked()
        else:
            super().keyPressEvent(event)

    def _begin(self, kind: EntryKind, day: date, *, is_new: bool) -> None:
        self._kind = kind
        self._fixed_day = None if is_new or kind == "session" else day
        self.kinds.setVisible(is_new)
        self.kinds.set_current(_KINDS.index(kind))
        self.day_field.setVisible(self._fixed_day is None)
        self.day_field.show_problem("")
        self.day.show_day(day, self._services.journal.today())
        self._tell_forms(day)
        self.delete.setVisible(self._fixed_day is not None)
        self.heading.setText(_TITLES[kind])
        self.say("" if self._fixed_day is None else full_day(day))
        self.message.clear()
        self._show_kind()
        self.scroll_to_top()
        self.is_touched = False

    def take_focus(self) -> None:
        """Put the focus where the person begins."""
        first = self.kinds if self.kinds.isVisibleTo(self) else self._form
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def _form(self) -> SessionForm | DayForm | WeekForm:
        return self.forms[_KINDS.index(self._kind)]

    def _show_kind(self) -> None:
        for form in self.forms:
            form.setVisible(form is self._form)

    def _build(self) -> None:
        self.column.addWidget(self.message)
        self.column.addWidget(self.kinds, 0, Qt.AlignmentFlag.AlignLeft)
        card = Card()
        card.body.setSpacing(20)
        card.body.addWidget(self.day_field)
        self.day_field.setMaximumWidth(round(scaled(_DAY_PX)))
        forms = QVBoxLayout()
        for form in self.forms:
            forms.addWidget(form)
        card.body.addLayout(forms)
        self.column.addWidget(card)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.save)
        foot.addWidget(self.cancel)
        foot.addStretch(1)
        foot.addWidget(self.delete)
        self.column.addLayout(foot)
        self.column.addStretch(1)

    def _connect_signals(self) -> None:
        self.kinds.current_changed.connect(self._on_kind_chosen)
        self.day.changed.connect(self._on_day_changed)
        for form in self.forms:
            form.changed.connect(self._on_form_changed)
        self.save.clicked.connect(self._on_save_clicked)
        self.cancel.clicked.connect(self._on_cancel_clicked)
        self.delete.clicked.connect(self._on_delete_clicked)

    def _read_day(self) -> date:
        """Return the day. ReadingError, said at its field, when it is none or is taken."""
        if self._fixed_day is not None:
            return self._fixed_day
        try:
            day = self.day.day()
            if self.kinds.isVisibleTo(self) and self._is_taken(day):
                raise ReadingError(_TAKEN.format(day=full_day(day)))
        except ReadingError as error:
            self.day_field.show_problem(str(error))
            self.day.setFocus()
            raise
        return day

    def _is_taken(self, day: date) -> bool:
        journal = self._services.journal
        if self._kind == "week":
            return bool(journal.peg_answers(day, day))
        of_day = (rating for rating in journal.ratings(day, day) if rating.session is None)
        return self._kind == "day" and bool(journal.diary_entries(day, day) or list(of_day))

    def _keep(self) -> None:
        day = self._read_day()
        form = self._form
        if isinstance(form, SessionForm):
            form.keep(day)
        else:
            form.keep(self._services.journal, day)

    @Slot()
    def _on_save_clicked(self) -> None:
        self.day_field.show_problem("")
        try:
            self._keep()
        except ReadingError:
            return  # it stands at its field
        except JournalError as error:
            self._tell(str(error))
        except KeyError:
            self._tell(_GONE)
        else:
            self.is_touched = False
            self.saved.emit()

    def _tell(self, sentence: str) -> None:
        self.message.show_message(sentence, "warn")
        self.scroll_to_top()

    @Slot()
    def _on_cancel_clicked(self) -> None:
        if not self.is_touched:
            self.left.emit()
            return
        question = ConfirmDialog(
            self.window(),
            "Leave without saving?",
            "What you have written here is lost then.",
            confirm="Leave",
            decline="Go on writing",
        )
        question.confirmed.connect(self.left)
        question.ask()

    @Slot()
    def _on_delete_clicked(self) -> None:
        self.deletion_requested.emit(self._kind, self._fixed_day)

    @Slot(int)
    def _on_kind_chosen(self, index: int) -> None:
        self._kind = _KINDS[index]
        self._show_kind()

    @Slot()
    def _on_day_changed(self) -> None:
        try:
            day = self.day.day()
        except ReadingError:
            day = None
        self.day_field.show_problem("")
        self._tell_forms(day)
        self._on_form_changed()

    def _tell_forms(self, day: date | None) -> None:
        today = self._services.journal.today()
        self.forms[0].set_day(day, today)
        self.forms[1].set_day(day, today)

    @Slot()
    def _on_form_changed(self) -> None:
        self.is_touched = True
