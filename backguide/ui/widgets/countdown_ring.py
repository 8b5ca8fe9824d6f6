"""The countdown: what is left of the arc is what is left of the step."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from backguide.ui.theme.appearance import colour
from backguide.ui.theme.fonts import make_font
from backguide.ui.widgets.painting import smooth_painter

_STROKE_SHARE = 0.062
_NUMBER_SHARE = 212 / 336  # figures 150 px high in a ring of 336
_SMALLER_BY_LENGTH = {1: 1.0, 2: 0.84, 3: 0.62, 4: 0.54, 5: 0.46}
_LARGEST_PX = 560
_DOTS = (0.01, 1.8)  # in widths of the arc: its round ends make a dot of a dash without length


class CountdownRing(QProgressBar):
    """An arc that empties clockwise from twelve, a number readable at three metres, and its unit below.

    It takes all the room it gets, up to `largest_px`. To a screen reader it is a progress bar whose value is
    the number; it changes only when the number does.
    """

    def __init__(
        self,
        *,
        smallest_px: int = 160,
        preferred_px: int = 336,
        largest_px: int = _LARGEST_PX,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._largest_px = largest_px
        self._smallest_px = smallest_px
        self._preferred_px = preferred_px
        self._fraction = 1.0
        self._number = ""
        self._unit = ""
        self._counting_in = False
        self.setAccessibleName("Time left in this step")
        self.setTextVisible(False)
        self.setRange(0, 0x7FFFFFFF)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def fraction(self) -> float:
        """How much of the arc is left, 0 to 1."""
        return self._fraction

    @property
    def number(self) -> str:
        """The number shown."""
        return self._number

    def show_left(self, fraction: float, number: int | str, unit: str = "seconds") -> None:
        """Show what is left: a share of 0 to 1, a number ("3", "1:20") and its unit ("seconds")."""
        self._fraction = min(1.0, max(0.0, fraction))
        if (str(number), unit) != (self._number, self._unit):
            self._number, self._unit = str(number), unit
            self.setAccessibleDescription(f"{number} {unit}".strip())
            if isinstance(number, int):
                self.setValue(number)
        self.update()

    def set_counting_in(self, *, counting_in: bool) -> None:
        """Draw the arc as dots while it counts up to the moment at which time goes on."""
        if counting_in != self._counting_in:
            self._counting_in = counting_in
            self.update()

    def hasHeightForWidth(self) -> bool:
        """Return that the ring is round."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the width, up to the largest ring."""
        return min(width, self._largest_px)

    def sizeHint(self) -> QSize:
        """Return the preferred diameter."""
        return QSize(self._preferred_px, self._preferred_px)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest diameter that is still a countdown."""
        return QSize(self._smallest_px, self._smallest_px)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint track, arc, number and unit."""
        with smooth_painter(self) as painter:
            side = min(self.width(), self.height(), self._largest_px)
            square = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
            self._paint_arc(painter, square)
            self._paint_number(painter, square)

    def _paint_arc(self, painter: QPainter, square: QRectF) -> None:
        stroke = square.width() * _STROKE_SHARE
        inset = stroke / 2 + 1
        circle = square.adjusted(inset, inset, -inset, -inset)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour("ring_track"), stroke))
        painter.drawEllipse(circle)
        if self._fraction > 0:
            pen = QPen(colour("accent"), stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            if self._counting_in:
                pen.setDashPattern(_DOTS)
            painter.setPen(pen)
            painter.drawArc(circle, 90 * 16, round(-self._fraction * 360 * 16))

    def _paint_number(self, painter: QPainter, square: QRectF) -> None:
        side = square.width()
        size = side * _NUMBER_SHARE * _SMALLER_BY_LENGTH.get(len(self._number), 0.42)
        painter.setFont(make_font(size, 700, tracking_px=-size * 0.03))
        metrics = QFontMetricsF(painter.font())
        base = square.center().y() + metrics.capHeight() / 2 - side * 0.045
        painter.setPen(colour("text" if self.isEnabled() else "muted"))
        self._paint_figures(painter, QPointF(square.center().x(), base))
        painter.setFont(make_font(max(16.0, side * 0.062), 600))
        painter.setPen(colour("muted"))
        row = QRectF(square.x(), base + side * 0.04, side, side * 0.14)
        painter.drawText(row, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self._unit)

    def _paint_figures(self, painter: QPainter, foot: QPointF) -> None:
        """Paint every figure in a place of one width, so that nothing shifts while it counts down."""
        metrics = QFontMetricsF(painter.font())
        place = metrics.horizontalAdvance("0")
        widths = [place if sign.isdigit() else metrics.horizontalAdvance(sign) for sign in self._number]
        x = foot.x() - (sum(widths) + _air(metrics, self._number, place)) / 2
        for sign, width in zip(self._number, widths, strict=True):
            ink = metrics.tightBoundingRect(sign)
            painter.drawText(QPointF(x + width / 2 - ink.center().x(), foot.y()), sign)
            x += width


def _air(metrics: QFontMetricsF, number: str, place: float) -> float:
    """Return how much more air a narrow first figure leaves at its left than a 0: the eye centres ink."""
    if len(number) < 2:
        return 0.0
    first, nought = (metrics.tightBoundingRect(sign).width() for sign in (number[0], "0"))
    return max(0.0, min(place, nought - first)) / 4  # half of it, as a 1 may stand at the right too
