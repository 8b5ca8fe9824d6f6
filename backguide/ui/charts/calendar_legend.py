"""What the shapes of the calendar mean."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from backguide.ui.charts.calendar_painter import paint_flare_up, paint_practice
from backguide.ui.theme.type import role_font, scaled
from backguide.ui.widgets.flow_layout import FlowLayout
from backguide.ui.widgets.painting import paint_words, smooth_painter
from backguide.ui.widgets.themed import ThemedWidget

_FLARE_UP = "flare-up"
_ITEMS = (
    ("done", "done"),
    ("partial", "partly done"),
    ("missed", "planned, not done"),
    ("eased", "eased off, it hurt"),
    (_FLARE_UP, "flare-up"),
)
_BOX_PX, _GAP_PX = 32, 6


class CalendarLegend(QWidget):
    """Shapes with their words; the numbers are pain, 0 to 10."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, gap=20, row_gap=4)
        for state, words in _ITEMS:
            flow.addWidget(_LegendItem(state, words))
        flow.addWidget(_LegendItem("", "Numbers: the day's median pain, 0 to 10"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class _LegendItem(ThemedWidget):
    def __init__(self, state: str, words: str) -> None:
        super().__init__()
        self._state = state
        self._words = words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(role_font("small")).horizontalAdvance(self._words)
        return QSize(round(self._words_from() + words) + 2, round(scaled(22)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with smooth_painter(self) as painter:
            box = QRectF(0, 0, scaled(_BOX_PX), self.height() - scaled(4))
            if self._state == _FLARE_UP:
                paint_flare_up(painter, box.adjusted(0, 2, -scaled(8), 0))
            elif self._state:
                paint_practice(painter, box, self._state)
            painter.setFont(role_font("small"))
            paint_words(painter, QPointF(self._words_from(), self.height() / 2), self._words, "muted")

    def _words_from(self) -> float:
        return scaled(_BOX_PX + _GAP_PX) if self._state else 0.0
