"""A row whose parts stand below each other where it is narrow."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from backguide.ui.theme.type import scaled


class SideBySide(QWidget):
    """Side by side from `from_px` on, a width that grows with the text; below each other before."""

    def __init__(self, from_px: int, *, gap: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._from_px = from_px
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(gap)

    def add(self, part: QWidget, stretch: int = 1) -> None:
        """Add a part at the end."""
        self._row.addWidget(part, stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the direction."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        wide = self.width() >= scaled(self._from_px)
        self._row.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
