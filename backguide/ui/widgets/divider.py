"""A hairline."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from backguide.ui.theme.appearance import colour
from backguide.ui.widgets.themed import ThemedWidget


class Divider(ThemedWidget):
    """A line of 1 px between things that belong to one card."""

    def __init__(
        self, orientation: Qt.Orientation = Qt.Orientation.Horizontal, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._flat = orientation == Qt.Orientation.Horizontal
        fixed, growing = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(*((growing, fixed) if self._flat else (fixed, growing)))

    def sizeHint(self) -> QSize:
        """Return a point; the layout draws it out."""
        return QSize(1, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the line."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), colour("line"))
