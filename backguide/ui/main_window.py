"""The window: navigation, the pages, and the place where a session takes over. It decides; pages ask."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from backguide.catalogue.model import Routine
from backguide.journal.errors import JournalError
from backguide.ui.page_names import PageName
from backguide.ui.pages.exercise_page import ExercisePage
from backguide.ui.pages.exercises_page import ExercisesPage
from backguide.ui.pages.player_page import PlayerPage
from backguide.ui.pages.routines_page import RoutinesPage
from backguide.ui.pages.settings_page import SettingsPage
from backguide.ui.pages.today_page import TodayPage
from backguide.ui.services import Services
from backguide.ui.session_flow import SessionFlow
from backguide.ui.theme.icons import Icon
from backguide.ui.theme.metrics import PAGE_MARGIN
from backguide.ui.widgets.message_bar import MessageBar
from backguide.ui.widgets.navigation_rail import NavigationRail, RailItem
from backguide.ui.widgets.page_rise import PageRise

if TYPE_CHECKING:
    from collections.abc import Callable

    from backguide.ui.pages.history_page import HistoryPage

_RAIL = (
    RailItem(PageName.TODAY, "Today", Icon.HOUSE),
    RailItem(PageName.EXERCISES, "Exercises", Icon.GRID),
    RailItem(PageName.ROUTINES, "Routines", Icon.LIST_CHECKS),
    RailItem(PageName.HISTORY, "History", Icon.BAR_CHART),
)
_FOOT = RailItem(PageName.SETTINGS, "Settings", Icon.SETTINGS)
_FIRST_SIZE = QSize(1280, 800)
_FRAME = QSize(0, 40)  # a title bar, so that a low screen shows the whole window
_SMALLEST = QSize(640, 560)
_SMALLEST_IN_SESSION = QSize(360, 360)


class MainWindow(QMainWindow):
    """Holds the rail with its pages, and gives the whole window to a session while one runs.

    A page is made when it is first shown, so that the window is there at once. `session_opened` tells that
    a session is about to start, so that its sounds can be made ready while the ratings are given.
    """

    session_opened = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._pages: dict[PageName, QWidget] = {}
        self._makers: dict[PageName, Callable[[], QWidget]] = {
            PageName.TODAY: self._make_today,
            PageName.EXERCISES: self._make_exercises,
            PageName.ROUTINES: self._make_routines,
            PageName.HISTORY: self._make_history,
            PageName.SETTINGS: self._make_settings,
        }
        self._exercise: ExercisePage | None = None
        self._made_history: HistoryPage | None = None
        self._read_from = PageName.EXERCISES  # where an exercise was opened, and Back leads
        self._sentences: list[str] = []
        self._offered = False
        self._wanted: Routine | None = None
        self._build()
        self._flow = SessionFlow(services, self._outer, self)
        self._connect_signals()
        for notice in services.notices:
            self.tell(notice)
        self.show_page(PageName.TODAY)

    def _build(self) -> None:
        self.setWindowTitle("Backguide")
        self.setMinimumSize(_SMALLEST)
        self.resize(_FIRST_SIZE.boundedTo(self.screen().availableGeometry().size() - _FRAME))
        self._rail = NavigationRail(_RAIL, _FOOT)
        self._message = MessageBar()
        self._stack = QStackedWidget()
        self._above = QWidget()
        self._above.hide()
        above = QVBoxLayout(self._above)
        above.setContentsMargins(PAGE_MARGIN, 16, PAGE_MARGIN, 0)
        above.addWidget(self._message)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._above)
        column.addWidget(self._stack, 1)
        self._shell = QWidget()
        row = QHBoxLayout(self._shell)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(column, 1)
        self._outer = QStackedWidget()
        self._outer.addWidget(self._shell)
        self._rises = (PageRise(self._stack), PageRise(self._outer, spared=(PlayerPage,)))
        self.setCentralWidget(self._outer)

    def _connect_signals(self) -> None:
        self._rail.page_requested.connect(self._on_page_requested)
        self._flow.ended.connect(self._on_session_ended)
        self._flow.told.connect(self.tell)
        self._message.closed.connect(self._on_message_closed)
        self._services.preferences.not_saved.connect(self.tell)
        for number, page in enumerate(PageName, start=1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self._shell)
            shortcut.setObjectName(page)
            shortcut.activated.connect(self._on_shortcut_activated)
        QShortcut(QKeySequence("Ctrl+Q"), self).activated.connect(self.close)

    # -- what others may ask for
    @property
    def flow(self) -> SessionFlow:
        """The session's pages, which take the window while there are any."""
        return self._flow

    @property
    def rail(self) -> NavigationRail:
        """The navigation."""
        return self._rail

    @property
    def page(self) -> QWidget:
        """The page that is open, or waits behind a session."""
        opened = self._stack.currentWidget()
        assert opened is not None
        return opened

    @property
    def message(self) -> str:
        """The sentence above the page; empty while there is none."""
        return self._message.text

    @property
    def in_session(self) -> bool:
        """Whether a session has the window."""
        return self._outer.currentWidget() is not self._shell

    def show_page(self, page: PageName) -> None:
        """Open a page, made on first use and read anew each time. Does nothing during a session."""
        if self.in_session:
            return
        if page not in self._pages:
            self._pages[page] = self._makers[page]()
            self._stack.addWidget(self._pages[page])
        self._rail.set_current(page)
        self._show(self._pages[page])

    @Slot(str)
    def show_exercise(self, slug: str) -> None:
        """Open the page of one exercise, "slug" or "slug/variation"."""
        if self.in_session:
            return
        if self._exercise is None:
            self._exercise = ExercisePage(self._services)
            self._exercise.back_requested.connect(self._on_back_requested)
            self._exercise.session_requested.connect(self.begin)
            self._exercise.exercise_requested.connect(self.show_exercise)
            self._stack.addWidget(self._exercise)
        if self.page is not self._exercise:
            self._read_from = PageName(self._rail.current or PageName.EXERCISES)
        self._exercise.show_exercise(slug)
        self._rail.set_current(PageName.EXERCISES)
        self._show(self._exercise)

    def show_session(self, session: str) -> None:
        """Open History with the details of one session. KeyError when there is none."""
        self.show_page(PageName.HISTORY)
        if not self.in_session:
            self._history().show_session(session)

    @Slot(object)
    def begin(self, routine: Routine) -> None:
        """Give the window to a session of this routine, unless one runs.

        While an unfinished one is asked about it waits for the answer.
        """
        if self._flow.dialog is not None:
            self._wanted = routine
        elif not self.in_session:
            self._flow.begin(routine)
            if self.in_session:
                self.setMinimumSize(_SMALLEST_IN_SESSION)
            self.session_opened.emit()

    @Slot(str)
    def tell(self, sentence: str) -> None:
        """Show a calm sentence above the page until it is closed; the next one waits for that."""
        if self.in_session:
            self._flow.tell(sentence)
        elif sentence not in self._sentences:
            self._sentences.append(sentence)
            self._show_sentence()

    # -- Qt
    def showEvent(self, event: QShowEvent) -> None:
        """Offer to go on with a session that was cut off, once."""
        super().showEvent(event)
        if not self._offered:
            self._offered = True
            self._flow.offer_unfinished()
            if self._flow.dialog is not None:
                self.session_opened.emit()
                self._flow.dialog.confirmed.connect(self._on_dialog_confirmed)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave a running session as it is: it can be gone on with at the next start."""
        self._flow.suspend()
        super().closeEvent(event)

    # -- pages
    def _show(self, page: QWidget) -> None:
        refresh = getattr(page, "refresh", None)
        try:
            if refresh is not None:
                refresh()
        except JournalError as error:
            self.tell(str(error))
        by_keyboard = self.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        self._stack.setCurrentWidget(page)
        focused = self.focusWidget()
        if by_keyboard and focused is not None:  # the stack passes the focus on without its ring
            focused.clearFocus()
            focused.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_sentence(self) -> None:
        self._above.setVisible(bool(self._sentences))
        if self._sentences and self._message.text != self._sentences[0]:
            self._message.show_message(self._sentences[0], "warn")

    def _make_today(self) -> QWidget:
        page = TodayPage(self._services)
        page.session_requested.connect(self.begin)
        page.page_requested.connect(self._on_page_requested)
        return page

    def _make_exercises(self) -> QWidget:
        page = ExercisesPage(self._services)
        page.exercise_requested.connect(self.show_exercise)
        return page

    def _make_routines(self) -> QWidget:
        page = RoutinesPage(self._services)
        page.session_requested.connect(self.begin)
        page.exercise_requested.connect(self.show_exercise)
        return page

    def _make_history(self) -> QWidget:
        return self._history()

    def _history(self) -> "HistoryPage":
        if self._made_history is None:
            from backguide.ui.pages.history_page import HistoryPage  # noqa: PLC0415 pyqtgraph costs half a second

            self._made_history = HistoryPage(self._services)
            self._made_history.page_requested.connect(self._on_page_requested)
            self._made_history.exercise_requested.connect(self.show_exercise)
        return self._made_history

    def _make_settings(self) -> QWidget:
        return SettingsPage(self._services)

    @Slot(str)
    def _on_page_requested(self, page: str) -> None:
        self.show_page(PageName(page))

    @Slot()
    def _on_shortcut_activated(self) -> None:
        self.show_page(PageName(self.sender().objectName()))

    @Slot()
    def _on_back_requested(self) -> None:
        self.show_page(self._read_from)

    @Slot()
    def _on_message_closed(self) -> None:
        self._sentences = self._sentences[1:]
        self._show_sentence()

    @Slot()
    def _on_dialog_confirmed(self) -> None:
        self._wanted = None

    @Slot(object)
    def _on_session_ended(self, _session: object) -> None:
        self.setMinimumSize(_SMALLEST)
        self._outer.setCurrentWidget(self._shell)
        self.show_page(PageName.TODAY)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.begin(wanted)
