"""Routines: a list to choose from, and the chosen one in full beside it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backguide.session.compile import compile_timeline
from backguide.ui.pages.exercise_scroll import CalmScrollArea
from backguide.ui.pages.routine_details import RoutineDetails
from backguide.ui.pages.routine_row import RoutineRow
from backguide.ui.services import Services
from backguide.ui.theme.icons import Icon
from backguide.ui.theme.metrics import CARD_GAP, NARROW_MARGIN, PAGE_MARGIN
from backguide.ui.theme.type import scaled
from backguide.ui.widgets.button import Button
from backguide.ui.widgets.empty_state import EmptyState
from backguide.ui.widgets.label import Label

_BESIDE_PX = 760  # narrower than this, list and details take turns
_ROOMY_PX = 700
_FOCUS_ROOM_PX = 6


class RoutinesPage(QWidget):
    """The lengths are the real ones, as this person's preferences lay the sessions out."""

    session_requested = Signal(object)  # a catalogue Routine
    exercise_requested = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._laid_out = services.session_preferences
        self._reads_details = False
        self.rows: list[RoutineRow] = []
        self.details = RoutineDetails(services)
        self.details.start_requested.connect(self.session_requested)
        self.details.exercise_requested.connect(self.exercise_requested)
        self.back = Button("All routines", "quiet", "md", icon=Icon.CHEVRON_LEFT, flush=True)
        self.back.clicked.connect(self._on_back_clicked)
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self._area = CalmScrollArea(self._make_list(), name="Routines")
        self._nothing = EmptyState(
            Icon.LIST_CHECKS, "No routine can be read", "The message above says which files are damaged."
        )
        self._build()
        self._fill()

    def refresh(self) -> None:
        """Lay the routines out anew when the preferences have changed their lengths."""
        if self._services.session_preferences != self._laid_out:
            self._laid_out = self._services.session_preferences
            self._fill()

    def choose(self, slug: str) -> None:
        """Show a routine in full. KeyError when there is none of that name."""
        row = {row.routine.slug: row for row in self.rows}[slug]
        row.setChecked(True)
        self.details.show_routine(row.routine, row.timeline)

    @property
    def chosen(self) -> str | None:
        """The routine that is shown in full."""
        return next((row.routine.slug for row in self.rows if row.isChecked()), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show list and details side by side where both have room."""
        super().resizeEvent(event)
        side = PAGE_MARGIN if self.width() >= _ROOMY_PX else NARROW_MARGIN
        top = 28 if self.height() >= _ROOMY_PX else 18
        self._outer.setContentsMargins(side - _FOCUS_ROOM_PX, top, side, 0)
        self._column.setContentsMargins(_FOCUS_ROOM_PX, _FOCUS_ROOM_PX, 0, top)
        self._beside.setContentsMargins(0 if self._is_wide else _FOCUS_ROOM_PX, _FOCUS_ROOM_PX, 0, top)
        self._arrange()

    @property
    def _is_wide(self) -> bool:
        return self.width() >= scaled(_BESIDE_PX)

    def _arrange(self) -> None:
        self._area.setVisible(bool(self.rows) and (self._is_wide or not self._reads_details))
        self.details.setVisible(bool(self.rows) and (self._is_wide or self._reads_details))
        self.back.setVisible(self._reads_details and not self._is_wide)
        self._heading.setVisible(not self.back.isVisibleTo(self))
        self._nothing.setVisible(not self.rows)

    def _build(self) -> None:
        self._heading = Label("Routines", "h1")
        self._heading.setContentsMargins(_FOCUS_ROOM_PX, 0, 0, 0)
        self._area.set_right(CARD_GAP + _FOCUS_ROOM_PX)
        self._beside = QVBoxLayout()
        self._beside.addWidget(self.details)
        halves = QHBoxLayout()
        halves.setSpacing(0)
        halves.addWidget(self._area, 10)
        halves.addLayout(self._beside, 10)
        halves.addWidget(self._nothing, 10)
        self._outer = QVBoxLayout(self)
        self._outer.setSpacing(10)
        self._outer.addWidget(self._heading)
        self._outer.addWidget(self.back)
        self._outer.addLayout(halves, 1)

    def _make_list(self) -> QWidget:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.addLayout(self._list)
        self._column.addStretch(1)
        return inside

    def _fill(self) -> None:
        chosen = self.chosen
        for row in self.rows:
            row.hide()
            row.deleteLater()
        catalogue = self._services.catalogue
        self.rows = [
            RoutineRow(routine, compile_timeline(routine, catalogue, self._laid_out), self._services)
            for routine in sorted(catalogue.routines.values(), key=lambda one: (one.minutes or 0, one.name))
        ]
        for row in self.rows:
            row.clicked.connect(self._on_row_clicked)
            self._list.addWidget(row)
        if self.rows:
            slugs = {row.routine.slug for row in self.rows}
            self.choose(chosen if chosen in slugs else self.rows[0].routine.slug)
        self._arrange()

    @Slot()
    def _on_row_clicked(self) -> None:
        row = self.sender()
        assert isinstance(row, RoutineRow)
        self.details.show_routine(row.routine, row.timeline)
        self._reads_details = True
        self._arrange()
        if not self._is_wide:
            self.back.setFocus()

    @Slot()
    def _on_back_clicked(self) -> None:
        self._reads_details = False
        self._arrange()
