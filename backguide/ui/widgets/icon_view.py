"""An icon on a page, beside the words that name it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from backguide.ui.theme.appearance import colour
from backguide.ui.theme.icons import STROKE, Icon, paint_icon
from backguide.ui.theme.tokens import Colour
from backguide.ui.theme.type import scaled
from backguide.ui.widgets.painting import smooth_painter
from backguide.ui.widgets.themed import ThemedWidget


class IconView(ThemedWidget):
    """An icon in a colour token; it grows with the text."""

    def __init__(
        self, icon: Icon, size_px: int = 24, colour_name: Colour = "text", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._size_px = size_px
        self._colour: Colour = colour_name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: Icon, colour_name: Colour | None = None) -> None:
        """Show another icon, in another colour if one is given."""
        self._icon = icon
        self._colour = colour_name or self._colour
        self.update()

    def sizeHint(self) -> QSize:
        """Return the icon's square."""
        side = round(scaled(self._size_px))
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon in the middle."""
        with smooth_painter(self) as painter:
            side = scaled(self._size_px)
            box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
            paint_icon(painter, self._icon, box, colour(self._colour), STROKE)
