"""What the marks of the pain panel mean."""

from typing import Literal

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from backguide.ui.theme.appearance import colour, tokens
from backguide.ui.theme.tokens import rating_dot
from backguide.ui.theme.type import role_font, scaled
from backguide.ui.widgets.flow_layout import FlowLayout
from backguide.ui.widgets.painting import paint_words, smooth_painter
from backguide.ui.widgets.themed import ThemedWidget

Mark = Literal["dot", "ring", "line"]
_WORDS: tuple[tuple[Mark, str], ...] = (
    ("dot", "before a session"),
    ("ring", "after"),
    ("line", "7-day median"),
)
_SPOKEN: dict[Mark, str] = {"dot": "Filled dot", "ring": "Ring", "line": "Line"}
_MARK_PX = 18
_GAP_PX = 8
_BETWEEN_PX = 22


class ChartLegend(QWidget):
    """A dot, a ring and a line, each with its words; they wrap where there is little room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, gap=_BETWEEN_PX, row_gap=4)
        for mark, words in _WORDS:
            flow.addWidget(_LegendItem(mark, words))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class _LegendItem(ThemedWidget):
    def __init__(self, mark: Mark, words: str) -> None:
        super().__init__()
        self._mark: Mark = mark
        self._words = words
        self.setAccessibleName(f"{_SPOKEN[mark]}: {words}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(role_font("small")).horizontalAdvance(self._words)
        return QSize(round(scaled(_MARK_PX + _GAP_PX) + words) + 2, round(scaled(22)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with smooth_painter(self) as painter:
            painter.setFont(role_font("small"))
            middle = self.height() / 2
            _paint_mark(painter, self._mark, QPointF(scaled(_MARK_PX) / 2, middle))
            paint_words(painter, QPointF(scaled(_MARK_PX + _GAP_PX), middle), self._words, "muted")


def _paint_mark(painter: QPainter, mark: Mark, middle: QPointF) -> None:
    ink = QColor(rating_dot(tokens()))
    if mark == "line":
        painter.setPen(QPen(colour("pain"), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(middle - QPointF(scaled(8), 0), middle + QPointF(scaled(8), 0))
        return
    painter.setPen(QPen(ink, 1.8) if mark == "ring" else Qt.PenStyle.NoPen)
    painter.setBrush(colour("surface") if mark == "ring" else ink)
    radius = 5.5 if mark == "ring" else 4.0
    painter.drawEllipse(middle, radius, radius)
