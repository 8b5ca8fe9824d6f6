"""Words and lines on paper. Lengths are points; the painter is scaled so that one unit is one point."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from backguide.ui.theme.fonts import make_font

Style = Literal["title", "heading", "strong", "body", "quiet", "label"]
Align = Literal["left", "right", "centre"]

BLACK, DARK, GREY, PALE = QColor(0, 0, 0), QColor(70, 70, 70), QColor(150, 150, 150), QColor(205, 205, 205)
LINE_PT = 12.0  # from one line of the text to the next
HAIRLINE_PT = 0.6

# Nothing is smaller than 9 points; figures are not tabular, because those could not be copied from a PDF.
_STYLES: dict[Style, tuple[int, int, QColor]] = {
    "title": (17, 700, BLACK),
    "heading": (10, 700, BLACK),
    "strong": (9, 600, BLACK),
    "body": (9, 400, BLACK),
    "quiet": (9, 400, DARK),
    "label": (9, 500, DARK),
}


class Pen:
    """Writes with a painter that somebody else holds."""

    def __init__(self, painter: QPainter) -> None:
        self.painter = painter

    def line(
        self,
        words: str,
        x: float,
        baseline: float,
        width: float,
        style: Style = "body",
        align: Align = "left",
    ) -> float:
        """Write on one line, cut with an ellipsis where it is wider than `width`; return how wide it is."""
        font = font_of(style)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(width, 0.0))
        used = metrics.horizontalAdvance(shown)
        shift = {"left": 0.0, "right": width - used, "centre": (width - used) / 2}[align]
        self.painter.setFont(font)
        self.painter.setPen(_STYLES[style][2])
        self.painter.drawText(QPointF(x + shift, baseline), shown)
        return used

    def rule(self, x: float, y: float, width: float, ink: QColor = GREY, thick: float = HAIRLINE_PT) -> None:
        """Draw a horizontal line."""
        self.stroke(ink, thick)
        self.painter.drawLine(QPointF(x, y), QPointF(x + width, y))

    def stroke(self, ink: QColor, thick: float, *, dashed: bool = False) -> None:
        """Draw lines like this from now on, and fill nothing."""
        pen = QPen(ink, thick)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if dashed:
            pen.setDashPattern([3, 2])
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)

    def fill(self, box: QRectF, ink: QColor) -> None:
        """Fill a rectangle."""
        self.painter.fillRect(box, ink)


def font_of(style: Style) -> QFont:
    """Return the font of a style, its size in points as pixels."""
    size, weight, _ = _STYLES[style]
    return make_font(size, weight)


def width_of(words: str, style: Style = "body") -> float:
    """Return how wide words are."""
    return QFontMetricsF(font_of(style)).horizontalAdvance(words)


def wrapped(words: str, width: float, most_lines: int, style: Style = "body") -> list[str]:
    """Return the words broken into at most so many lines; what does not fit is cut with an ellipsis."""
    metrics = QFontMetricsF(font_of(style))
    lines: list[str] = []
    rest = words.split()
    while rest and len(lines) < most_lines:
        if len(lines) == most_lines - 1:
            lines.append(metrics.elidedText(" ".join(rest), Qt.TextElideMode.ElideRight, width))
            break
        taken = 1
        while taken < len(rest) and metrics.horizontalAdvance(" ".join(rest[: taken + 1])) <= width:
            taken += 1
        lines.append(metrics.elidedText(" ".join(rest[:taken]), Qt.TextElideMode.ElideRight, width))
        rest = rest[taken:]
    return lines
