"""All exercises as pictures: searched, filtered, opened."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from backguide.ui.pages.exercise_filter_bar import ExerciseFilterBar
from backguide.ui.pages.exercise_grid import ExerciseGrid
from backguide.ui.pages.exercise_scroll import CalmScrollArea
from backguide.ui.services import Services
from backguide.ui.theme.icons import Icon
from backguide.ui.theme.metrics import FOCUS_ROOM, NARROW_MARGIN, PAGE_MARGIN
from backguide.ui.theme.type import scaled
from backguide.ui.widgets.empty_state import EmptyState
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.search_field import SearchField

_NARROW_PX = 800
_SEARCH_PX = 300


class ExercisesPage(QWidget):
    """Cards of all exercises. Opening one asks for it by `exercise_requested`, with its slug."""

    exercise_requested = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exercises = sorted(services.catalogue.exercises.values(), key=lambda exercise: exercise.name)
        self.search = SearchField("Search name or muscle", "Search the exercises")
        self.filters = ExerciseFilterBar(len(self._exercises))
        self.grid = ExerciseGrid(self._exercises, services.motions)
        self.nothing = self._make_nothing()
        self._build()
        self._connect_signals()
        self._show_matching()

    def refresh(self) -> None:
        """Nothing here depends on the journal."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the margins that fit the width."""
        super().resizeEvent(event)
        margin = NARROW_MARGIN if self.width() < _NARROW_PX else PAGE_MARGIN
        self._head.setContentsMargins(margin, 28, margin, 11)
        self.grid.set_margins(margin, margin, margin)
        self._scroll.set_right(margin)

    def changeEvent(self, event: QEvent) -> None:
        """Let the search field grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.search.setMaximumWidth(round(scaled(_SEARCH_PX)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the search on Escape, wherever the focus is."""
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        else:
            super().keyPressEvent(event)

    def _make_nothing(self) -> EmptyState:
        if self._exercises:
            return EmptyState(
                Icon.SEARCH,
                "No exercise matches",
                "Try another word, or look at all exercises again.",
                "Clear the filters",
            )
        return EmptyState(
            Icon.ALERT_TRIANGLE,
            "The exercises could not be read",
            "Installing Backguide again brings its exercises back. Your journal stays as it is.",
        )

    def _build(self) -> None:
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.search.setMaximumWidth(round(scaled(_SEARCH_PX)))
        top = QHBoxLayout()
        top.setSpacing(20)
        top.addWidget(Label("Exercises", "h1"))
        top.addStretch(1)
        top.addWidget(self.search, 1000)
        self._head = QVBoxLayout()
        self._head.setSpacing(16)
        self._head.addLayout(top)
        self._head.addWidget(self.filters)
        self._scroll = CalmScrollArea(self.grid)
        self._body = QStackedWidget()
        self._body.addWidget(self._scroll)
        self._body.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self._body, 1)

    def _connect_signals(self) -> None:
        self.search.textChanged.connect(self._show_matching)
        self.filters.changed.connect(self._show_matching)
        self.nothing.action_requested.connect(self._on_clear_requested)
        self.grid.exercise_requested.connect(self.exercise_requested)
        self.grid.card_focused.connect(self._on_card_focused)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._on_find_activated)

    @Slot()
    def _show_matching(self) -> None:
        wanted = self.filters.filter(self.search.text())
        found = [exercise.slug for exercise in self._exercises if wanted.matches(exercise)]
        self.grid.show_only(found)
        self._body.setCurrentWidget(self._scroll if found else self.nothing)

    @Slot()
    def _on_clear_requested(self) -> None:
        self.search.clear()
        self.filters.clear()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_find_activated(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot(QWidget)
    def _on_card_focused(self, card: QWidget) -> None:
        self._scroll.ensureWidgetVisible(card, 0, 2 * FOCUS_ROOM)
