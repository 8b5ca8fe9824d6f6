"""The keyboard's focus ring: outside the shape of a control, so it is laid over the page."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from backguide.ui.theme.appearance import colour
from backguide.ui.theme.metrics import FOCUS_GAP, FOCUS_WIDTH

_NAME = "backguide-focus-follower"
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest}


@runtime_checkable
class Outlined(Protocol):
    """A control that says around which shape its focus ring goes."""

    def focus_outline(self) -> tuple[QRectF, float]:
        """Return the shape in the control's own coordinates, and its corner radius in px."""


def install_focus_ring(app: QApplication) -> None:
    """Show a ring around the focused control of every window while the keyboard is in use."""
    if app.findChild(QObject, _NAME) is None:
        FocusFollower(app)


class FocusFollower(QObject):
    """Lays one ring at a time over the control that has the focus."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName(_NAME)
        self._ring: FocusRing | None = None
        app.focusChanged.connect(self._on_focus_changed)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._clear()
        if new is None or not isinstance(new, Outlined):
            return
        if new.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            self._ring = FocusRing(new, _container(new))

    def _clear(self) -> None:
        ring, self._ring = self._ring, None
        if ring is not None and isValid(ring):  # it may have gone with its page
            ring.let_go()


class FocusRing(QWidget):
    """A ring around one control. It keeps to it while the page moves, and never takes the mouse."""

    def __init__(self, target: QWidget, container: QWidget) -> None:
        super().__init__(container)
        self._target = target
        self._radius = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self._followed: list[QWidget] = []
        followed: QWidget | None = target
        while followed is not None and followed is not container:
            followed.installEventFilter(self)
            self._followed.append(followed)
            followed = followed.parentWidget()
        self._follow()

    def let_go(self) -> None:
        """Go away, and do not come back with the next movement."""
        for followed in self._followed:
            if isValid(followed):
                followed.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the control when anything between it and the page moves."""
        if event.type() in _MOVES:
            self._follow()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour("focus"), FOCUS_WIDTH))
            half = FOCUS_WIDTH / 2
            ring = QRectF(self.rect()).adjusted(half, half, -half, -half)
            radius = min(self._radius + FOCUS_GAP + half, ring.height() / 2, ring.width() / 2)
            painter.drawRoundedRect(ring, radius, radius)

    def _follow(self) -> None:
        target = self._target
        assert isinstance(target, Outlined)
        shape, self._radius = target.focus_outline()
        container = self.parentWidget()
        if container is None or not container.isAncestorOf(target):
            self.hide()
            return
        room = FOCUS_GAP + FOCUS_WIDTH
        corner = target.mapTo(container, QPoint(round(shape.x()), round(shape.y())))
        size = shape.size().toSize()
        self.setGeometry(QRect(corner, size).adjusted(-room, -room, room, room))
        self.setVisible(target.isVisibleTo(container))
        self.raise_()


def _container(widget: QWidget) -> QWidget:
    """Return what scrolls with a control: the content of its scroll area, else its window."""
    inside = widget
    while not inside.isWindow():
        outside = inside.parentWidget()
        if outside is None:
            break
        area = outside.parentWidget()
        if isinstance(area, QScrollArea) and area.viewport() is outside:
            return inside
        inside = outside
    return inside
