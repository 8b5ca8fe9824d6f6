"""Painting a `ChartSpec` into a rectangle, on the screen, into a picture or on paper."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from backguide.ui.charts.mark_shapes import paint_mark
from backguide.ui.charts.spec import Bar, ChartSpec
from backguide.ui.theme.appearance import colour, tokens
from backguide.ui.theme.type import role_font, scaled

_LEFT_PX, _RIGHT_PX = 44, 12
_TOP_PX, _BOTTOM_PX = 30, 50
_BAR_PX = 44
_HALO_PX = 11


class SpecPainter:
    """Knows where the values of a chart lie in a rectangle, and paints them there."""

    def __init__(self, spec: ChartSpec, rect: QRectF) -> None:
        self._spec = spec
        self._whole = rect
        self.plot = rect.adjusted(scaled(_LEFT_PX), scaled(_TOP_PX), -scaled(_RIGHT_PX), -scaled(_BOTTOM_PX))

    def place(self, x: float, y: float) -> QPointF:
        """Return where a value lies."""
        (left, right), (low, high) = self._spec.x_range, self._spec.y_range
        return QPointF(
            self.plot.left() + self.plot.width() * (x - left) / (right - left),
            self.plot.bottom() - self.plot.height() * (y - low) / (high - low),
        )

    def reading_places(self) -> list[QPointF]:
        """Return where the readings lie, in their order."""
        marks = [self.place(mark.x, mark.y) for mark in self._spec.marks]
        return marks + [self.place(bar.x, bar.value) for bar in self._spec.bars]

    def paint(self, painter: QPainter, read: int | None = None) -> None:
        """Paint all of it, with a halo around the reading that is read out."""
        self._paint_axes(painter)
        self._paint_chance(painter)
        for bar in self._spec.bars:
            self._paint_bar(painter, bar)
        self._paint_lines(painter)
        if read is not None:
            painter.setPen(QPen(colour("text"), 1.8))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self.reading_places()[read], _HALO_PX, _HALO_PX)
        for mark in self._spec.marks:
            paint_mark(painter, mark.shape, self.place(mark.x, mark.y))

    def _paint_axes(self, painter: QPainter) -> None:
        spec, plot = self._spec, self.plot
        painter.setFont(role_font("small", tabular=True))
        for value, words in spec.y_ticks:
            y = self.place(spec.x_range[0], value).y()
            strong = spec.zero_line and value == 0
            grid = colour("line_strong") if strong else colour("line", _quiet())
            painter.setPen(QPen(grid, 1.5 if strong else 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(colour("muted"))
            box = QRectF(self._whole.left(), y - scaled(10), plot.left() - self._whole.left() - 8, scaled(20))
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        self._paint_x_ticks(painter)
        painter.setFont(role_font("small"))
        painter.setPen(colour("muted"))
        title = QRectF(self._whole.left(), self._whole.top(), self._whole.width(), scaled(20))
        painter.drawText(title, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, spec.y_title)
        title.moveBottom(self._whole.bottom())
        painter.drawText(title, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, spec.x_title)

    def _paint_x_ticks(self, painter: QPainter) -> None:
        metrics = QFontMetricsF(painter.font())
        free_from = self._whole.left()
        for value, words in self._spec.x_ticks:
            width = metrics.horizontalAdvance(words)
            x = self.place(value, self._spec.y_range[0]).x()
            left = min(max(x - width / 2, self._whole.left()), self._whole.right() - width)
            if left < free_from:
                continue
            painter.setPen(colour("muted"))
            painter.drawText(QPointF(left, self.plot.bottom() + scaled(20)), words)
            free_from = left + width + scaled(10)

    def _paint_chance(self, painter: QPainter) -> None:
        spec = self._spec
        if spec.interval is not None:
            top = self.place(spec.x_range[0], min(spec.interval[1], spec.y_range[1]))
            bottom = self.place(spec.x_range[1], max(spec.interval[0], spec.y_range[0]))
            painter.fillRect(QRectF(top, bottom), colour("pain_soft"))
            painter.setPen(QPen(colour("pain_text"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(top, QPointF(bottom.x(), top.y()))
            painter.drawLine(QPointF(top.x(), bottom.y()), bottom)
        if spec.estimate is not None:
            painter.setPen(QPen(colour("pain"), 3))
            left, right = (self.place(x, spec.estimate) for x in spec.x_range)
            painter.drawLine(left, right)

    def _paint_lines(self, painter: QPainter) -> None:
        spec = self._spec
        painter.setPen(QPen(colour("pain"), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        if spec.trend is not None:
            painter.drawLine(self.place(*spec.trend[0]), self.place(*spec.trend[1]))
        if spec.path:
            painter.drawPolyline([self.place(mark.x, mark.y) for mark in spec.marks])

    def _paint_bar(self, painter: QPainter, bar: Bar) -> None:
        foot, top = self.place(bar.x, 0), self.place(bar.x, bar.value)
        half = scaled(_BAR_PX) / 2
        box = QRectF(QPointF(foot.x() - half, foot.y()), QPointF(foot.x() + half, top.y())).normalized()
        painter.setPen(QPen(colour("line_strong"), 1))
        painter.setBrush(colour("bar"))
        painter.drawRect(box)
        if bar.interval is None:
            return
        painter.setPen(QPen(colour("text"), 2))
        low, high = (self.place(bar.x, value) for value in bar.interval)
        painter.drawLine(low, high)
        for end in (low, high):
            painter.drawLine(end - QPointF(6, 0), end + QPointF(6, 0))


def _quiet() -> float:
    """Return how solid the grid is: white lines of high contrast would outshine the data."""
    return 0.45 if tokens().name == "contrast" else 1.0
