"""A bar to look through one repetition: named phases, and a handle to drag."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from backguide.ui.theme.appearance import colour
from backguide.ui.theme.type import scaled, scaled_font
from backguide.ui.widgets.painting import paint_box, smooth_painter

_WHOLE = 1000
_TRACK_PX = 6
_GAP_PX = 3
_HANDLE_PX = 9
_SHORTEST_REST = 4  # letters: less of a name says nothing


@dataclass(frozen=True, slots=True)
class ScrubPart:
    """A phase: its name and its length in any unit."""

    name: str
    weight: float


class ScrubBar(QAbstractSlider):
    """Position 0 to 1 in a motion. `position_changed` tells of moves by hand, not of `show_position`."""

    position_changed = Signal(float)

    def __init__(self, name: str = "Position in the motion", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[ScrubPart, ...] = ()
        self.setAccessibleName(name)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(0, _WHOLE)
        self.setSingleStep(_WHOLE // 50)
        self.setPageStep(_WHOLE // 10)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._on_value_changed)

    @property
    def position(self) -> float:
        """Where the handle stands, 0 to 1."""
        return self.value() / _WHOLE

    def set_parts(self, parts: Sequence[ScrubPart]) -> None:
        """Name the phases, in their order."""
        self._parts = tuple(part for part in parts if part.weight > 0)
        self._describe()
        self.update()

    def show_position(self, position: float) -> None:
        """Move the handle while the motion plays, without a signal."""
        self.blockSignals(True)
        self.setValue(round(min(1.0, max(0.0, position)) * _WHOLE))
        self.blockSignals(False)
        self._describe()
        self.update()

    def focus_outline(self) -> tuple[QRectF, float]:
        """Return the handle."""
        radius = scaled(_HANDLE_PX)
        middle = self._handle()
        return QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius), radius

    def sizeHint(self) -> QSize:
        """Return a wide bar with its words below."""
        return QSize(round(scaled(320)), self._height_px())

    def minimumSizeHint(self) -> QSize:
        """Return a short bar."""
        return QSize(round(scaled(160)), self._height_px())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the handle to the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._move_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the handle follow."""
        if self.isSliderDown():
            self._move_to(event.position().x())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self.setSliderDown(False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint track, names and handle."""
        with smooth_painter(self) as painter:
            x = self._handle().x()
            for part, track in zip(self._parts, self._tracks(), strict=True):
                self._paint_track(painter, track, x)
                self._paint_name(painter, part.name, track, here=track.left() <= x < track.right() + _GAP_PX)
            radius = scaled(_HANDLE_PX) - 1.5
            painter.setBrush(colour("surface"))
            painter.setPen(QPen(colour("accent"), 3))
            painter.drawEllipse(self._handle(), radius, radius)

    def _on_value_changed(self) -> None:
        self._describe()
        self.update()
        self.position_changed.emit(self.position)

    def _paint_track(self, painter: QPainter, track: QRectF, x: float) -> None:
        paint_box(painter, track, _TRACK_PX / 2, fill=colour("ring_track"))
        done = QRectF(track)
        done.setRight(min(track.right(), x))
        if done.width() > 0:
            paint_box(painter, done, _TRACK_PX / 2, fill=colour("accent"))

    def _paint_name(self, painter: QPainter, name: str, track: QRectF, *, here: bool) -> None:
        painter.setFont(scaled_font(14, 600 if here else 500))
        painter.setPen(colour("text" if here else "muted"))
        metrics = QFontMetricsF(painter.font())
        room = track.width() - 4
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
        if here or metrics.horizontalAdvance(name) <= room:
            shown = name
        row = QRectF(track.x(), track.bottom() + scaled(10), self.width() - track.x(), scaled(20))
        if shown == name or len(shown) > _SHORTEST_REST:
            painter.drawText(row, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _tracks(self) -> list[QRectF]:
        whole = sum(part.weight for part in self._parts)
        inset = scaled(_HANDLE_PX)
        width = self.width() - 2 * inset
        top = scaled(11) - _TRACK_PX / 2
        tracks, start = [], 0.0
        for part in self._parts:
            left = inset + width * start / whole + (_GAP_PX if start else 0)
            start += part.weight
            tracks.append(QRectF(left, top, max(2.0, inset + width * start / whole - left), _TRACK_PX))
        return tracks

    def _handle(self) -> QPointF:
        inset = scaled(_HANDLE_PX)
        return QPointF(inset + (self.width() - 2 * inset) * self.position, scaled(11))

    def _move_to(self, x: float) -> None:
        inset = scaled(_HANDLE_PX)
        share = (x - inset) / max(1.0, self.width() - 2 * inset)
        self.setValue(round(min(1.0, max(0.0, share)) * _WHOLE))

    def _describe(self) -> None:
        whole = sum(part.weight for part in self._parts)
        start = 0.0
        for part in self._parts:
            start += part.weight
            if self.position * whole <= start:
                self.setAccessibleDescription(part.name)
                return

    def _height_px(self) -> int:
        return round(scaled(48))
