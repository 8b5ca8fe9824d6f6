"""A small chart: read by pointing, by arrow keys and by screen readers, and saved as a picture."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from backguide.ui.charts.spec import ChartSpec
from backguide.ui.charts.spec_painter import SpecPainter
from backguide.ui.theme.metrics import RADIUS_CONTROL
from backguide.ui.theme.type import scaled
from backguide.ui.widgets.painting import smooth_painter
from backguide.ui.widgets.themed import ThemedWidget

_HEIGHT_PX = 260
_WIDTH_PX = 320
_REACH_PX = 16
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class SpecChart(ThemedWidget):
    """Shows a `ChartSpec`. Arrow keys, Home and End go through its readings, Escape stops.

    `read` is what is read out now, empty while nothing is.
    """

    reading_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec: ChartSpec | None = None
        self._read: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_spec(self, spec: ChartSpec) -> None:
        """Show another chart."""
        self._spec = spec
        self.setAccessibleName(spec.title)
        self.setAccessibleDescription(
            f"{len(spec.readings)} readings. Arrow keys go through them. {'; '.join(spec.readings[-12:])}"
        )
        self._tell(None)

    @property
    def read(self) -> str:
        """What is read out now."""
        return "" if self._spec is None or self._read is None else self._spec.readings[self._read]

    # -- as a picture
    @property
    def picture_title(self) -> str:
        """What the picture is called."""
        return "" if self._spec is None else self._spec.title

    @property
    def picture_text(self) -> str:
        """The chart in words."""
        return "" if self._spec is None else self._spec.text

    def paint_picture(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the chart into a rectangle."""
        if self._spec is not None:
            SpecPainter(self._spec, rect).paint(painter)

    # -- Qt
    def sizeHint(self) -> QSize:
        """Return room for the plot and its words."""
        return QSize(round(scaled(_WIDTH_PX)), round(scaled(_HEIGHT_PX)))

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size at which it can be read."""
        return QSize(round(scaled(_WIDTH_PX) * 0.75), round(scaled(_HEIGHT_PX)))

    def focus_outline(self) -> tuple[QRectF, float]:
        """Return the shape that the focus ring goes around."""
        return QRectF(self.rect()), RADIUS_CONTROL

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chart."""
        if self._spec is not None:
            with smooth_painter(self) as painter:
                self._painter(self._spec).paint(painter, self._read)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the readings."""
        count = len(self._spec.readings) if self._spec is not None else 0
        key = Qt.Key(event.key())
        target = self._target(key, count)
        if target is None or not count or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
            return
        self._tell(min(max(target, 0), count - 1))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.read))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read out what is nearest to the pointer."""
        if self._spec is not None:
            self._tell(_nearest(self._painter(self._spec).reading_places(), event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Stop reading."""
        super().leaveEvent(event)
        self._tell(None)

    def _painter(self, spec: ChartSpec) -> SpecPainter:
        return SpecPainter(spec, QRectF(self.rect()).adjusted(2, 2, -2, -2))

    def _target(self, key: Qt.Key, count: int) -> int | None:
        if key in _STEPS and self._read is not None:
            return self._read + _STEPS[key]
        if key in {Qt.Key.Key_Home, Qt.Key.Key_Right}:
            return 0
        return count - 1 if key in {Qt.Key.Key_End, Qt.Key.Key_Left} else None

    def _tell(self, read: int | None) -> None:
        self._read = read
        self.update()
        self.reading_changed.emit(self.read)


def _nearest(places: list[QPointF], to: QPointF) -> int | None:
    """Return the place within reach of the pointer that is nearest, the last of equals."""
    best, best_px = None, float(_REACH_PX)
    for index, place in enumerate(places):
        away = (place - to).manhattanLength()
        if away <= best_px:
            best, best_px = index, away
    return best
