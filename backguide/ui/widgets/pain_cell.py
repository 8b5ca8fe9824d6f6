"""One number of the pain scale."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from backguide.ui.theme.appearance import colour
from backguide.ui.theme.metrics import RADIUS_CONTROL
from backguide.ui.theme.type import scaled_font
from backguide.ui.widgets.painting import paint_box, smooth_painter
from backguide.ui.widgets.themed import ThemedChoice

if TYPE_CHECKING:
    from backguide.ui.theme.tokens import Colour


class PainCell(ThemedChoice):
    """A number that can be chosen; to a screen reader one radio button of eleven.

    Enter on the chosen one goes to the page, to go on. The second click of a double click is left out: its
    first may have opened this page.
    """

    def __init__(self, number: int, compact: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.number = number
        self._text_px = 19 if compact else 22

    def set_scale_name(self, name: str) -> None:
        """Say what is rated."""
        end = {0: ", no pain", 10: ", worst imaginable"}.get(self.number, "")
        self.setAccessibleName(f"{name} {self.number}{end}")

    def corner_radius(self) -> float:
        """Return the radius of fields and cells."""
        return RADIUS_CONTROL

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose, or go on when that is done."""
        if self.isChecked() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Leave it out."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cell: plum when chosen."""
        with smooth_painter(self) as painter:
            hot = self.is_hot
            fill: Colour = "pain" if self.isChecked() else "pain_soft" if hot else "surface"
            line: Colour = "pain" if self.isChecked() or hot else "line_strong"
            ink: Colour = "on_pain" if self.isChecked() else "pain_text" if hot else "text"
            if not self.isEnabled():
                fill, line, ink = "sunken", "line", "muted"
            paint_box(
                painter, QRectF(self.rect()), RADIUS_CONTROL, fill=colour(fill), line=colour(line), width=1.25
            )
            painter.setFont(scaled_font(self._text_px, 600, tabular=True))
            metrics = QFontMetricsF(painter.font())
            words = str(self.number)
            at = QPointF(
                (self.width() - metrics.horizontalAdvance(words)) / 2,
                (self.height() + metrics.capHeight()) / 2,
            )
            painter.setPen(colour(ink))
            painter.drawText(at, words)
