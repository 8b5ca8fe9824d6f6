"""A field to search in, with its glass."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from backguide.ui.theme.appearance import colour
from backguide.ui.theme.icons import Icon, icon_pixmap, paint_icon
from backguide.ui.theme.type import scaled
from backguide.ui.widgets.painting import smooth_painter

_CROSS_PX = 18
_HEIGHT_PX = 48
_SHARPEST = 2.0  # it is scaled down where the screen is coarser


class SearchField(QLineEdit):
    """A line edit with a magnifying glass and a clear button. Escape empties it."""

    def __init__(self, placeholder: str, name: str = "Search", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setTextMargins(round(scaled(32)), 0, 0, 0)
        self._cross = QAction("Clear the search", self)
        self._cross.setVisible(False)
        self._cross.triggered.connect(self.clear)
        self.addAction(self._cross, QLineEdit.ActionPosition.TrailingPosition)
        self.textChanged.connect(self._on_text_changed)
        self._draw_cross()

    def sizeHint(self) -> QSize:
        """Return a field for three or four words."""
        return QSize(round(scaled(300)), self._high_enough(super().sizeHint()))

    def minimumSizeHint(self) -> QSize:
        """Return a field that a finger hits, however short the words."""
        smallest = super().minimumSizeHint()
        return QSize(smallest.width(), self._high_enough(smallest))

    @staticmethod
    def _high_enough(size: QSize) -> int:
        return max(size.height(), round(scaled(_HEIGHT_PX)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty on Escape; an empty field leaves Escape to the page."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the cross in the colours of the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_cross()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, then the glass."""
        super().paintEvent(event)
        with smooth_painter(self) as painter:
            side = scaled(20)
            box = QRectF(scaled(16), (self.height() - side) / 2, side, side)
            paint_icon(painter, Icon.SEARCH, box, colour("muted"))

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        self._cross.setVisible(bool(text))

    def _draw_cross(self) -> None:
        drawn = icon_pixmap(Icon.CLOSE, round(scaled(_CROSS_PX)), colour("muted"), ratio=_SHARPEST)
        self._cross.setIcon(QIcon(drawn))
