"""What the shapes of a chart mean."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from backguide.ui.charts.mark_shapes import paint_mark
from backguide.ui.charts.spec import Shape
from backguide.ui.theme.type import role_font, scaled
from backguide.ui.widgets.flow_layout import FlowLayout
from backguide.ui.widgets.painting import paint_words, smooth_painter
from backguide.ui.widgets.themed import ThemedWidget

_SPOKEN: dict[Shape, str] = {
    "dot": "Filled dot",
    "ring": "Ring",
    "diamond": "Diamond",
    "triangle": "Triangle",
}
_MARK_PX, _GAP_PX = 18, 8


class ShapeLegend(QWidget):
    """Shapes with their words; they wrap where there is little room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap=22, row_gap=4)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_shapes(self, shapes: Sequence[tuple[Shape, str]]) -> None:
        """Explain these shapes."""
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for shape, words in shapes:
            self._flow.addWidget(LegendShape(shape, words))


class LegendShape(ThemedWidget):
    """One shape and its words."""

    def __init__(self, shape: Shape, words: str) -> None:
        super().__init__()
        self._shape: Shape = shape
        self._words = words
        self.setAccessibleName(f"{_SPOKEN[shape]}: {words}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for both."""
        words = QFontMetricsF(role_font("small")).horizontalAdvance(self._words)
        return QSize(round(scaled(_MARK_PX + _GAP_PX) + words) + 2, round(scaled(22)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint both."""
        with smooth_painter(self) as painter:
            painter.setFont(role_font("small"))
            middle = self.height() / 2
            paint_mark(painter, self._shape, QPointF(scaled(_MARK_PX) / 2, middle))
            paint_words(painter, QPointF(scaled(_MARK_PX + _GAP_PX), middle), self._words, "muted")
