"""The history: pain and practice over time, all sessions, and the details of each."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from backguide.journal.errors import JournalError
from backguide.journal.values import local_time
from backguide.ui.charts.history_chart import HistoryChart
from backguide.ui.date_words import weekday_and_day
from backguide.ui.page_names import PageName
from backguide.ui.pages.history_overview import HistoryOverview
from backguide.ui.pages.history_record import HistoryRecord, read_history
from backguide.ui.pages.session_details import SessionDetails
from backguide.ui.pages.session_details_cards import SessionDetail
from backguide.ui.services import Services

if TYPE_CHECKING:
    from backguide.journal.records import Rows


class HistoryPage(QWidget):
    """Reads the journal on `refresh` and shows it; a deleted session can be put back."""

    page_requested = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._record: HistoryRecord | None = None
        self._deleted: Rows | None = None
        self.overview = HistoryOverview()
        self.details = SessionDetails(services.catalogue)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.overview)
        self._stack.addWidget(self.details)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._connect_signals()

    @property
    def chart(self) -> HistoryChart:
        """The chart."""
        return self.overview.chart_card.chart

    @property
    def shows_details(self) -> bool:
        """Whether the details of a session are shown instead of the overview."""
        return self._stack.currentWidget() is self.details

    def refresh(self) -> None:
        """Read the journal anew and show the overview."""
        self._stack.setCurrentWidget(self.overview)
        self._read()

    @Slot(str)
    def show_session(self, session: str) -> None:
        """Show the details of one session."""
        journal = self._services.journal
        try:
            detail = SessionDetail(
                journal.session(session),
                journal.results(session),
                journal.hurt_marks(session),
                journal.ratings(session=session),
            )
        except JournalError as error:
            self.overview.message.show_message(str(error), "warn")
            return
        except KeyError:  # taken out by another program since the list was read
            self._read()
            return
        self.details.show_detail(detail)
        self._stack.setCurrentWidget(self.details)
        self.details.back.setFocus()

    def _connect_signals(self) -> None:
        self.overview.session_requested.connect(self.show_session)
        self.overview.start_requested.connect(self._on_start_requested)
        self.overview.message.action_requested.connect(self._on_undo_requested)
        self.details.back_requested.connect(self._on_back_requested)
        self.details.deletion_requested.connect(self._on_deletion_requested)

    def _read(self) -> None:
        try:
            services = self._services
            self._record = read_history(services.journal, services.catalogue, services.clock)
        except JournalError as error:
            self.overview.show_problem(str(error))
            return
        self.overview.show_record(self._record)

    @Slot()
    def _on_start_requested(self) -> None:
        self.page_requested.emit(PageName.TODAY.value)

    @Slot()
    def _on_back_requested(self) -> None:
        self._stack.setCurrentWidget(self.overview)
        self.overview.sessions_card.list.setFocus()

    @Slot(str)
    def _on_deletion_requested(self, session: str) -> None:
        try:
            self._deleted = self._services.journal.delete_session(session)
        except JournalError as error:
            self._on_back_requested()
            self.overview.message.show_message(str(error), "warn")
            return
        self.refresh()
        gone = self._deleted.sessions[0]
        day = weekday_and_day(local_time(gone.started_at, gone.zone).date())
        self.overview.message.show_message(f"{gone.routine_name} of {day} is deleted.", "info", "Undo")
        self.overview.sessions_card.list.setFocus()

    @Slot()
    def _on_undo_requested(self) -> None:
        if self._deleted is None:
            return
        try:
            self._services.journal.restore(self._deleted)
        except JournalError as error:
            self.overview.message.show_message(str(error), "warn", "Undo")
            return
        self._deleted = None
        self.overview.message.clear()
        self._read()
