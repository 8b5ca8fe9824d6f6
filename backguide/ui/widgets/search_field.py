"""A field to search in, with its glass."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from backguide.ui.theme.appearance import colour
from backguide.ui.theme.icons import Icon, paint_icon
from backguide.ui.theme.type import scaled
from backguide.ui.widgets.painting import smooth_painter


class SearchField(QLineEdit):
    """A line edit with a magnifying glass and a clear button. Escape empties it."""

    def __init__(self, placeholder: str, name: str = "Search", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)
        self.setTextMargins(round(scaled(32)), 0, 0, 0)

    def sizeHint(self) -> QSize:
        """Return a field for three or four words."""
        return QSize(round(scaled(300)), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty on Escape; an empty field leaves Escape to the page."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, then the glass."""
        super().paintEvent(event)
        with smooth_painter(self) as painter:
            side = scaled(20)
            box = QRectF(scaled(16), (self.height() - side) / 2, side, side)
            paint_icon(painter, Icon.SEARCH, box, colour("muted"))
