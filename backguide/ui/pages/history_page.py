"""The history: its sections, one at a time, and over them the details of a session."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from backguide.journal.errors import JournalError
from backguide.ui.charts.history_chart import HistoryChart
from backguide.ui.pages.history_calendar import HistoryCalendar
from backguide.ui.pages.history_editing import HistoryEditing
from backguide.ui.pages.history_exercises import HistoryExercises
from backguide.ui.pages.history_findings import HistoryFindings
from backguide.ui.pages.history_notes import HistoryNotes
from backguide.ui.pages.history_overview import HistoryOverview
from backguide.ui.pages.history_section import HistorySection, margin_at
from backguide.ui.pages.numbers_page import NumbersPage
from backguide.ui.pages.session_details import SessionDetails
from backguide.ui.pages.session_details_cards import read_session
from backguide.ui.services import Services
from backguide.ui.theme.metrics import CARD_GAP
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.message_bar import MessageBar
from backguide.ui.widgets.segmented import Segmented

SECTIONS: tuple[tuple[str, Callable[[Services], HistorySection]], ...] = (
    ("Overview", HistoryOverview),
    ("Findings", HistoryFindings),
    ("Exercises", HistoryExercises),
    ("Calendar", HistoryCalendar),
    ("Notes", HistoryNotes),
)
SECTION_NAMES = tuple(name for name, _ in SECTIONS)


class HistoryPage(QWidget):
    """Shows one section, read anew each time, or a session's details; a deleted session can be put back.

    A section is made when it is first chosen.
    """

    page_requested = Signal(str)
    exercise_requested = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._made: dict[int, HistorySection] = {}
        self.sections = Segmented(SECTION_NAMES, "Sections of the history")
        self.message = MessageBar()
        self.details = SessionDetails(services.catalogue)
        self.numbers = NumbersPage()
        self.editing = HistoryEditing(services, self.message, self)
        self._build()
        self._connect_signals()

    @property
    def section(self) -> HistorySection:
        """The section that is chosen."""
        return self._section(self.sections.current)

    @property
    def overview(self) -> HistoryOverview:
        """The section with the chart and the sessions."""
        made = self._section(0)
        assert isinstance(made, HistoryOverview)
        return made

    @property
    def chart(self) -> HistoryChart:
        """The chart of the overview."""
        return self.overview.chart_card.chart

    @property
    def shows_details(self) -> bool:
        """Whether the details of a session are shown instead of a section."""
        return self._stack.currentWidget() is self.details

    def refresh(self) -> None:
        """Read the journal anew and show the chosen section; a form that is being written in stays."""
        if self.editing.page.is_touched and self._stack.currentWidget() is self.editing.page:
            return
        self._show_section()

    def _show_section(self) -> None:
        self._stack.setCurrentWidget(self._face)
        self._bodies.setCurrentWidget(self.section)
        self.section.refresh()

    @Slot(str)
    def show_session(self, session: str) -> None:
        """Show the details of one session."""
        try:
            detail = read_session(self._services.journal, session)
        except JournalError as error:
            self.message.show_message(str(error), "warn")
            return
        except KeyError:  # taken out by another program since the list was read
            self.section.refresh()
            return
        self.details.show_detail(detail)
        self._stack.setCurrentWidget(self.details)
        self.details.back.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put title and sections on one line where there is room."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Place them anew when the text size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._place()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of what was deleted once the page is left."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.editing.forget()

    def _build(self) -> None:
        self._title = Label("History", "h1")
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(CARD_GAP)
        self._line.addWidget(self._title, 1)
        self._line.addWidget(self.sections, 0, Qt.AlignmentFlag.AlignLeft)
        self._top = QVBoxLayout()
        self._top.setSpacing(CARD_GAP)
        self._top.addLayout(self._line)
        self._top.addWidget(self.message)
        self._bodies = QStackedWidget()
        self._face = QWidget()
        column = QVBoxLayout(self._face)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(self._bodies, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._face)
        self._stack.addWidget(self.details)
        self._stack.addWidget(self.numbers)
        self._stack.addWidget(self.editing.page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _connect_signals(self) -> None:
        self.sections.current_changed.connect(self._on_section_chosen)
        self.details.back_requested.connect(self._on_back_requested)
        self.numbers.back_requested.connect(self._on_back_requested)
        self.details.correction_requested.connect(self.editing.correct_session)
        self.details.deletion_requested.connect(self.editing.delete_session)
        self.editing.form_opened.connect(self._on_form_opened)
        self.editing.left.connect(self._on_back_requested)
        self.editing.changed.connect(self._on_changed)
        self.editing.session_changed.connect(self._on_session_changed)

    def _section(self, index: int) -> HistorySection:
        if index not in self._made:
            made = SECTIONS[index][1](self._services)
            made.session_requested.connect(self.show_session)
            made.exercise_requested.connect(self.exercise_requested)
            made.page_requested.connect(self.page_requested)
            made.told.connect(self._on_told)
            if isinstance(made, HistoryFindings):
                made.numbers_requested.connect(self._on_numbers_requested)
            if isinstance(made, HistoryNotes):
                made.entry_requested.connect(self.editing.correct_entry)
                made.addition_requested.connect(self.editing.add)
            self._bodies.addWidget(made)
            self._made[index] = made
        return self._made[index]

    def _place(self) -> None:
        margin = margin_at(self.width())
        self._top.setContentsMargins(margin, 28, margin, CARD_GAP)
        needed = self._title.sizeHint().width() + CARD_GAP + self.sections.sizeHint().width()
        ways = QBoxLayout.Direction
        one_line = needed <= self.width() - 2 * margin
        self._line.setDirection(ways.LeftToRight if one_line else ways.TopToBottom)

    @Slot(int)
    def _on_section_chosen(self, _index: int) -> None:
        self.refresh()

    @Slot()
    def _on_numbers_requested(self) -> None:
        self._stack.setCurrentWidget(self.numbers)
        self.numbers.text.setFocus()

    @Slot(str)
    def _on_told(self, sentence: str) -> None:
        self.message.show_message(sentence, "info")

    @Slot()
    def _on_back_requested(self) -> None:
        self._stack.setCurrentWidget(self._face)
        self.section.focus_main()

    @Slot()
    def _on_form_opened(self) -> None:
        self._stack.setCurrentWidget(self.editing.page)
        self.editing.page.take_focus()

    @Slot()
    def _on_changed(self) -> None:
        self._show_section()
        self.section.focus_main()

    @Slot(str)
    def _on_session_changed(self, session: str) -> None:
        self._show_section()
        self.show_session(session)
