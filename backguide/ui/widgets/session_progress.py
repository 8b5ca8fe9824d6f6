"""The whole session on one line: a segment for every exercise, as wide as its time."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from backguide.ui.theme.appearance import colour, tokens
from backguide.ui.theme.tokens import mixed
from backguide.ui.widgets.painting import paint_box, rounded_path, smooth_painter

_HEIGHT_PX = 10
_GAP_PX = 6
_NARROWEST_PX = 8.0


class SessionProgress(QProgressBar):
    """Segments with a weight each and a share done of 0 to 1. Its value is the per cent of the whole."""

    def __init__(self, *, height_px: int = _HEIGHT_PX, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height_px = height_px
        self._weights: tuple[float, ...] = ()
        self._done: tuple[float, ...] = ()
        self.setAccessibleName("Session progress")
        self.setTextVisible(False)
        self.setRange(0, 100)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def done(self) -> tuple[float, ...]:
        """The share done of every segment."""
        return self._done

    def set_weights(self, weights: Sequence[float]) -> None:
        """Say how long every exercise takes, in any unit; nothing is done yet."""
        self._weights = tuple(weights)
        self.show_done([0.0] * len(weights))

    def show_done(self, shares: Sequence[float]) -> None:
        """Show the share done of every segment, 0 to 1."""
        if len(shares) != len(self._weights):
            raise ValueError(f"{len(self._weights)} segments, {len(shares)} shares")
        self._done = tuple(min(1.0, max(0.0, share)) for share in shares)
        whole = sum(self._weights) or 1.0
        done = sum(weight * share for weight, share in zip(self._weights, self._done, strict=True))
        self.setValue(round(100 * done / whole))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a line as wide as it gets."""
        return QSize(320, self._height_px)

    def minimumSizeHint(self) -> QSize:
        """Return room for every segment."""
        return QSize(round(len(self._weights) * (_NARROWEST_PX + _GAP_PX)), self._height_px)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the segments."""
        with smooth_painter(self) as painter:
            track = colour("ring_track")
            if tokens().name == "light":
                track = QColor(mixed(tokens().line_strong, tokens().ring_track, 0.15))
            for rect, share in zip(self._segments(), self._done, strict=True):
                paint_box(painter, rect, rect.height() / 2, fill=track)
                if share > 0:
                    painter.save()
                    painter.setClipPath(rounded_path(rect, rect.height() / 2))
                    part = QRectF(rect.x(), rect.y(), max(rect.height(), rect.width() * share), rect.height())
                    paint_box(painter, part, rect.height() / 2, fill=colour("accent"))
                    painter.restore()

    def _segments(self) -> list[QRectF]:
        if not self._weights:
            return []
        gaps = _GAP_PX * (len(self._weights) - 1)
        free = self.width() - gaps - _NARROWEST_PX * len(self._weights)
        whole = sum(self._weights) or 1.0
        top = (self.height() - self._height_px) / 2
        rects, x = [], 0.0
        for weight in self._weights:
            width = _NARROWEST_PX + max(0.0, free) * weight / whole
            rects.append(QRectF(x, top, width, self._height_px))
            x += width + _GAP_PX
        return rects
