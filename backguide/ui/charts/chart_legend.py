"""What the marks of the pain panel mean."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from backguide.ui.theme.appearance import colour, tokens
from backguide.ui.theme.tokens import rating_dot
from backguide.ui.theme.type import role_font, scaled
from backguide.ui.widgets.painting import paint_words, smooth_painter
from backguide.ui.widgets.themed import ThemedWidget

BEFORE_WORDS = "before a session"
AFTER_WORDS = "after"
MEDIAN_WORDS = "7-day median"
_MARK_PX = 18
_GAP_PX = 8
_BETWEEN_PX = 22


class ChartLegend(ThemedWidget):
    """A dot, a ring and a line, each with its word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(
            f"Filled dots: pain {BEFORE_WORDS}. Rings: {AFTER_WORDS} it. Line: {MEDIAN_WORDS}."
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for marks and words."""
        metrics = QFontMetricsF(role_font("small"))
        words = sum(metrics.horizontalAdvance(text) for text in (BEFORE_WORDS, AFTER_WORDS, MEDIAN_WORDS))
        marks = 3 * scaled(_MARK_PX + _GAP_PX) + 2 * scaled(_BETWEEN_PX)
        return QSize(round(words + marks) + 2, round(scaled(22)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint marks and words in one line."""
        painter = smooth_painter(self)
        painter.setFont(role_font("small"))
        x = 0.0
        for mark, text in (("dot", BEFORE_WORDS), ("ring", AFTER_WORDS), ("line", MEDIAN_WORDS)):
            middle = QPointF(x + scaled(_MARK_PX) / 2, self.height() / 2)
            _paint_mark(painter, mark, middle)
            x += scaled(_MARK_PX + _GAP_PX)
            x += paint_words(painter, QPointF(x, self.height() / 2), text, "muted") + scaled(_BETWEEN_PX)
        painter.end()


def _paint_mark(painter: QPainter, mark: str, middle: QPointF) -> None:
    ink = QColor(rating_dot(tokens()))
    if mark == "line":
        painter.setPen(QPen(colour("pain"), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(middle - QPointF(scaled(8), 0), middle + QPointF(scaled(8), 0))
        return
    painter.setPen(QPen(ink, 1.8) if mark == "ring" else Qt.PenStyle.NoPen)
    painter.setBrush(colour("surface") if mark == "ring" else ink)
    radius = 5.5 if mark == "ring" else 4.0
    painter.drawEllipse(middle, radius, radius)
