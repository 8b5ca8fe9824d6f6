"""The mark: four vertebrae in a calm curve, and the body glyphs drawn in its language."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from backguide.ui.theme.appearance import colour
from backguide.ui.theme.type import scaled
from backguide.ui.widgets.painting import paint_box, smooth_painter
from backguide.ui.widgets.themed import ThemedWidget

BodyPart = Literal["back", "leg"]
_VERTEBRAE = (
    (-1.5, 12.0),
    (1.5, 14.0),
    (2.5, 16.0),
    (0.0, 18.0),
)  # sideways shift and width, on a grid of 40


def paint_logo(painter: QPainter, rect: QRectF) -> None:
    """Paint the mark into a square."""
    unit = rect.width() / 40
    paint_box(painter, rect, 12 * unit, fill=colour("accent"))
    for index, (shift, width) in enumerate(_VERTEBRAE):
        top = rect.y() + (8.5 + index * 6.2) * unit
        left = rect.center().x() + (shift - width / 2) * unit
        bone = QRectF(left, top, width * unit, 4.2 * unit)
        paint_box(painter, bone, 2.1 * unit, fill=colour("on_accent"))


class LogoMark(QWidget):
    """The mark on a page."""

    def __init__(self, size_px: int = 40, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(size_px, size_px)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark."""
        with smooth_painter(self) as painter:
            paint_logo(painter, QRectF(self.rect()))


class BodyGlyph(ThemedWidget):
    """A plum disc with the low back or the leg, beside the question about it."""

    def __init__(self, part: BodyPart, size_px: int = 44, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part: BodyPart = part
        self._size_px = size_px
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the disc."""
        side = round(scaled(self._size_px))
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint disc and glyph."""
        with smooth_painter(self) as painter:
            painter.scale(self.width() / 44, self.height() / 44)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("pain_soft"))
            painter.drawEllipse(QRectF(0, 0, 44, 44))
            if self._part == "back":
                _paint_back(painter)
            else:
                painter.fillPath(_leg(), colour("pain"))


def _paint_back(painter: QPainter) -> None:
    for index, (shift, width) in enumerate(((-1.2, 11.0), (1.0, 13.0), (2.0, 15.0), (0.2, 17.0))):
        lower_half = index >= 2
        bone = QRectF(22 - width / 2 + shift, 11 + index * 6, width, 4)
        paint_box(painter, bone, 2, fill=colour("pain", 1.0 if lower_half else 0.43))


def _leg() -> QPainterPath:
    path = QPainterPath(QPointF(16, 9))  # thigh, calf and foot in one contour
    path.lineTo(26.5, 9)
    path.cubicTo(26.5, 15, 24.5, 19, 24, 22)
    path.cubicTo(25.5, 26, 23.5, 29, 23, 31.5)
    path.lineTo(29.5, 33.5)
    path.quadTo(31, 35.5, 29, 36)
    path.lineTo(18.5, 36)
    path.quadTo(17.5, 31, 17.5, 28)
    path.cubicTo(16.8, 25, 17.4, 23, 17, 21)
    path.cubicTo(16, 17, 15.5, 13, 16, 9)
    return path
