"""The bubble that tells the numbers of the day under the pointer or the keyboard's cursor."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backguide.ui.charts.day_reading import DayReading
from backguide.ui.theme.appearance import colour
from backguide.ui.theme.metrics import RADIUS_CONTROL
from backguide.ui.theme.tokens import Colour
from backguide.ui.theme.type import Role
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.painting import paint_box, smooth_painter
from backguide.ui.widgets.themed import ThemedWidget

_GAP_PX = 10
_LINES: tuple[tuple[Role, Colour], ...] = (
    ("label", "text"),
    ("small", "pain_text"),
    ("small", "muted"),
    ("small", "accent_text"),
)


class Readout(ThemedWidget):
    """Four short lines. It never takes the mouse, and keeps within the widget it lies on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(2)
        self._lines = [Label("", role, ink, tabular=True) for role, ink in _LINES]
        for line in self._lines:
            column.addWidget(line)
        self.hide()

    @property
    def text(self) -> str:
        """What it says, line by line; empty while it is hidden."""
        return "" if self.isHidden() else "\n".join(line.text() for line in self._lines)

    def show_reading(self, reading: DayReading) -> None:
        """Say something about a day; `place` puts it where it belongs."""
        words = (reading.title, reading.pain, reading.median, reading.practice)
        for line, text in zip(self._lines, words, strict=True):
            line.setText(text)
        self.show()
        self.adjustSize()

    def place(self, left: float, right: float, panel: QRectF) -> None:
        """Lie beside a column, on the side where there is room."""
        x = right + _GAP_PX
        if x + self.width() > panel.right():
            x = left - _GAP_PX - self.width()
        x = min(max(x, 0), max(0, panel.right() - self.width()))
        self.move(round(x), round(panel.top() + _GAP_PX))
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the surface and its line."""
        with smooth_painter(self) as painter:
            paint_box(
                painter,
                QRectF(self.rect()),
                RADIUS_CONTROL,
                fill=colour("surface"),
                line=colour("line_strong"),
            )
