"""Adding, correcting and deleting what is in the history, and putting the last deletion back."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from backguide.journal.errors import JournalError
from backguide.journal.values import local_date
from backguide.ui.date_words import weekday_and_day
from backguide.ui.pages.entry_page import EntryPage
from backguide.ui.pages.history_entries import DayEntry, WeekEntry
from backguide.ui.pages.session_details_cards import read_session
from backguide.ui.services import Services
from backguide.ui.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from backguide.journal.records import Rows


class HistoryEditing(QObject):
    """Has the page with the forms, and says in the message bar what was deleted, with Undo.

    Undo is there until the next change, or until `forget`. `form_opened` asks to show the page, `left` to go
    back from it. `changed` tells that the journal is another one, `session_changed` that this session is.
    """

    form_opened = Signal()
    left = Signal()
    changed = Signal()
    session_changed = Signal(str)

    def __init__(self, services: Services, message: MessageBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._message = message
        self._deleted: Rows | None = None
        self._session = ""
        self.page = EntryPage(services)
        self.page.saved.connect(self._on_page_saved)
        self.page.left.connect(self._on_page_left)
        self.page.deletion_requested.connect(self._on_page_deletion_requested)
        message.action_requested.connect(self._on_undo_requested)

    @Slot()
    def add(self) -> None:
        """Open an empty form."""
        self._session = ""
        self.page.add()
        self.form_opened.emit()

    @Slot(str)
    def correct_session(self, session: str) -> None:
        """Open a form with a session."""
        try:
            detail = read_session(self._services.journal, session)
        except JournalError as error:
            self._message.show_message(str(error), "warn")
        except KeyError:  # taken out by another program meanwhile
            self.changed.emit()
        else:
            self._session = session
            self.page.correct_session(detail)
            self.form_opened.emit()

    @Slot(object)
    def correct_entry(self, entry: DayEntry | WeekEntry) -> None:
        """Open a form with a day or the answers about a week."""
        self._session = ""
        if isinstance(entry, DayEntry):
            self.page.correct_day(entry)
        else:
            self.page.correct_week(entry.answer)
        self.form_opened.emit()

    @Slot(str)
    def delete_session(self, session: str) -> None:
        """Delete a session."""
        try:
            gone = self._services.journal.delete_session(session)
        except (JournalError, KeyError) as error:
            self._say_why_not(error)
            return
        record = gone.sessions[0]
        day = weekday_and_day(local_date(record.started_at, record.zone))
        self._offer_undo(gone, f"{record.routine_name} of {day} is deleted.")

    def forget(self) -> None:
        """Take the offer to undo away."""
        if self._deleted is not None:
            self._deleted = None
            self._message.clear()

    @Slot(str, object)
    def _on_page_deletion_requested(self, kind: str, day: date) -> None:
        journal = self._services.journal
        try:
            if kind == "day":
                gone = journal.diary.delete_day(day)
                sentence = f"What was noted on {weekday_and_day(day)} is deleted."
            else:
                (answer,) = journal.peg_answers(day, day) or (None,)
                gone = journal.peg.delete("" if answer is None else answer.id)
                sentence = f"The answers of {weekday_and_day(day)} are deleted."
        except (JournalError, KeyError) as error:
            self._say_why_not(error)
            return
        self._offer_undo(gone, sentence)

    def _offer_undo(self, gone: "Rows", sentence: str) -> None:
        self._deleted = gone
        self.changed.emit()
        self._message.show_message(sentence, "info", "Undo")

    def _say_why_not(self, error: Exception) -> None:
        """Go back and say it; what is gone already needs no word."""
        if isinstance(error, JournalError):
            self.left.emit()
            self._message.show_message(str(error), "warn")
        else:
            self.changed.emit()

    @Slot()
    def _on_page_saved(self) -> None:
        self.forget()
        if self._session:
            self.session_changed.emit(self._session)
        else:
            self.changed.emit()

    @Slot()
    def _on_page_left(self) -> None:
        if self._session:
            self.session_changed.emit(self._session)
        else:
            self.left.emit()

    @Slot()
    def _on_undo_requested(self) -> None:
        if self._deleted is None:
            return
        try:
            self._services.journal.restore(self._deleted)
        except JournalError as error:
            self._message.show_message(str(error), "warn", "Undo")
            return
        self.forget()
        self.changed.emit()
