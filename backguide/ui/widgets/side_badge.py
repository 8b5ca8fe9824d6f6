"""Which side works: a letter, the limb in words, and a place that says it too."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from backguide.ui.theme.appearance import colour
from backguide.ui.theme.type import scaled, scaled_font
from backguide.ui.widgets.painting import paint_box, smooth_painter
from backguide.ui.widgets.themed import ThemedWidget

Letter = Literal["L", "R"]
_ROOM_PX = 8


class SideBadge(ThemedWidget):
    """A pill with L or R from the mover's own view. L belongs at the stage's left edge, R at its right."""

    def __init__(self, *, size_px: int = 72, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size_px = size_px
        self._letter: Letter = "L"
        self._title = ""
        self._sub = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def letter(self) -> Letter:
        """The side shown."""
        return self._letter

    def show_side(self, letter: Letter, title: str, sub: str = "") -> None:
        """Show a side: "L", "Left leg", "and right arm"."""
        self._letter, self._title, self._sub = letter, title, sub
        self.setAccessibleName(f"{title} {sub}".strip())
        self.restyle()

    def set_size(self, size_px: int) -> None:
        """Take another diameter of the disc: 72 on a large stage, 60 or 52 on a small one."""
        if size_px != self._size_px:
            self._size_px = size_px
            self.restyle()

    def sizeHint(self) -> QSize:
        """Return the pill."""
        words = max(
            QFontMetricsF(self._title_font()).horizontalAdvance(self._title),
            QFontMetricsF(self._sub_font()).horizontalAdvance(self._sub),
        )
        size = scaled(self._size_px)
        return QSize(round(size + 22 + words + 26), round(size) + 2 * _ROOM_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint pill, disc, letter and words."""
        with smooth_painter(self) as painter:
            size = round(scaled(self._size_px))
            paint_box(
                painter, QRectF(self.rect()), self.height() / 2, fill=colour("surface"), line=colour("line")
            )
            disc = QRectF(_ROOM_PX, _ROOM_PX, size, size)
            paint_box(painter, disc, size / 2, fill=colour("accent"))
            painter.setPen(colour("on_accent"))
            painter.setFont(scaled_font(self._size_px * 0.56, 700))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self._letter)
            x = size + 22
            painter.setPen(colour("text"))
            painter.setFont(self._title_font())
            alone = 0.62 if not self._sub else 0.46
            painter.drawText(QPointF(x, _ROOM_PX + size * alone), self._title)
            painter.setPen(colour("muted"))
            painter.setFont(self._sub_font())
            painter.drawText(QPointF(x, _ROOM_PX + size * 0.84), self._sub)

    def _title_font(self) -> QFont:
        return scaled_font(max(17.0, self._size_px * 0.36), 700)

    def _sub_font(self) -> QFont:
        return scaled_font(max(15.0, self._size_px * 0.26), 500)
