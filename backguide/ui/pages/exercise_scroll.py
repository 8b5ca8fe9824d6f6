"""A scroll area whose bar comes and goes without moving what it scrolls."""

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_INSET_PX = 6


class CalmScrollArea(QScrollArea):
    """Scrolls downwards only. The bar takes its room from the right margin of the content's layout.

    `right_px` is the room between the content and the right edge, bar or no bar. One with a name is a stop
    for the Tab key while there is something to scroll.
    """

    def __init__(self, inside: QWidget, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._right_px = 0
        self._inside = inside
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if name:
            self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)

    def set_right(self, right_px: int) -> None:
        """Set the room at the right in px; less than the bar's width lets the bar move the content."""
        self._right_px = right_px
        self._make_room()

    def focus_outline(self) -> tuple[QRectF, float]:
        """Return the area itself, so that arrow keys can be seen to scroll it; no word is touched by it."""
        layout = self._inside.layout()
        has_margin = layout is not None and layout.contentsMargins().left() >= 2 * _INSET_PX
        return QRectF(self.rect()).adjusted(_INSET_PX if has_margin else -_INSET_PX, 6, -6, -6), 12

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the content's right edge where it is."""
        super().resizeEvent(event)
        self._make_room()

    @Slot(int, int)
    def _on_range_changed(self, least: int, most: int) -> None:
        scrolls = most > least
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if scrolls else Qt.FocusPolicy.NoFocus)

    def _make_room(self) -> None:
        layout = self._inside.layout()
        if layout is None:
            return
        margins = layout.contentsMargins()
        bar = self.width() - self.viewport().width()
        margins.setRight(max(0, self._right_px - bar))
        if margins != layout.contentsMargins():
            layout.setContentsMargins(margins)
            layout.activate()
