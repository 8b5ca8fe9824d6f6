"""What every section of the history is: a scrolled column that reads the journal whenever it is shown."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backguide.journal.errors import JournalError
from backguide.ui.pages.exercise_scroll import CalmScrollArea
from backguide.ui.services import Services
from backguide.ui.theme.icons import Icon
from backguide.ui.theme.metrics import CARD_GAP, NARROW_MARGIN, PAGE_MARGIN
from backguide.ui.widgets.empty_state import EmptyState

_WIDE_PX = 1000


def margin_at(width_px: int) -> int:
    """Return the margin of the history at a width."""
    return PAGE_MARGIN if width_px >= _WIDE_PX else NARROW_MARGIN


class HistorySection(QWidget):
    """Lay out `body` and override `read`; the invitation of an empty journal and problems are shown here.

    `told` is a sentence for the bar above the sections.
    """

    session_requested = Signal(str)
    exercise_requested = Signal(str)
    page_requested = Signal(str)
    told = Signal(str)

    def __init__(self, services: Services, empty: EmptyState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self.body = QWidget()
        self.empty = empty
        self.problem = EmptyState(Icon.ALERT_TRIANGLE, "The history cannot be read now", "")
        self._was_placed = False
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setSpacing(CARD_GAP)
        for face in (self.body, self.empty, self.problem):
            self._column.addWidget(face, 1)
        self._area = CalmScrollArea(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        self._show_face(self.empty)

    def read(self) -> bool:
        """Read the journal and show what it says; return whether there is anything. JournalError."""
        raise NotImplementedError

    def place(self, room_px: int) -> None:
        """Lay the body out for so much width."""

    def focus_main(self) -> None:
        """Put the focus where one goes on after a session's details."""

    def refresh(self) -> None:
        """Read the journal anew, and say calmly when it cannot be read."""
        try:
            self._show_face(self.body if self.read() else self.empty)
        except JournalError as error:
            self.problem.sentence.setText(str(error))
            self._show_face(self.problem)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many columns as there is room for."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Place everything anew when the text size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._was_placed:
            self._place()

    def _place(self) -> None:
        self._was_placed = True
        margin = margin_at(self.width())
        self._column.setContentsMargins(margin, 0, margin, NARROW_MARGIN)
        self._area.set_right(margin)
        self.place(self.width() - 2 * margin)

    def _show_face(self, shown: QWidget) -> None:
        """Show one face; those that are hidden take no room, as they would in a stack."""
        for face in (self.body, self.empty, self.problem):
            face.setVisible(face is shown)
