"""A small still picture of an exercise's held position."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from backguide.catalogue.model import Side
from backguide.figure.motion import Motion
from backguide.ui.figure.figure_view import still
from backguide.ui.theme.appearance import colour
from backguide.ui.theme.metrics import RADIUS_CONTROL
from backguide.ui.widgets.painting import paint_box, rounded_path, smooth_painter
from backguide.ui.widgets.themed import ThemedWidget


class StillPicture(ThemedWidget):
    """Shows the still of a motion in a rounded frame of a fixed size; an empty stage where there is none.

    With `fills_width` only the height is fixed.
    """

    def __init__(
        self,
        size: QSize,
        *,
        radius: float = RADIUS_CONTROL,
        fills_width: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._size = size
        self._radius = radius
        self._shown: tuple[Motion | None, Side | None] = (None, None)
        fixed, growing = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(growing if fills_width else fixed, fixed)

    def show_still(self, motion: Motion | None, side: Side | None) -> None:
        """Show another exercise or side."""
        if (motion, side) != self._shown:
            self._shown = (motion, side)
            self.update()

    def set_size(self, size: QSize) -> None:
        """Take another size."""
        if size != self._size:
            self._size = size
            self.restyle()

    def sizeHint(self) -> QSize:
        """Return the picture's size."""
        return self._size

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture within its corners and a hairline around it."""
        with smooth_painter(self) as painter:
            frame = QRectF(self.rect())
            paint_box(painter, frame, self._radius, fill=colour("stage1"))
            motion, side = self._shown
            if motion is not None:
                painter.setClipPath(rounded_path(frame, self._radius))
                painter.drawPixmap(0, 0, still(motion, side, self.size(), self.devicePixelRatioF()))
                painter.setClipping(False)
            paint_box(painter, frame, self._radius, line=colour("line"))
