"""The change of pages: the new one fades in and rises a little."""

from PySide6.QtCore import QEasingCurve, Qt, QVariantAnimation, Slot
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QStackedWidget, QWidget

from backguide.ui.theme.appearance import colour, motion_ms

_RISE_PX = 8


class PageRise(QWidget):
    """Lies over a stack of pages for 180 ms whenever it turns to another one, and paints the change.

    The page itself is there at once, below: every click and key reaches it. Pages of the kinds in `spared`
    come without; so does every page while motion is reduced or nobody sees the stack.
    """

    def __init__(self, stack: QStackedWidget, spared: tuple[type[QWidget], ...] = ()) -> None:
        super().__init__(stack)
        self._stack = stack
        self._spared = spared
        self._picture = QPixmap()
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self.update)
        self._animation.finished.connect(self.hide)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()
        stack.currentChanged.connect(self._on_stack_current_changed)

    @Slot()
    def finish(self) -> None:
        """Show the page as it is."""
        self.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave nothing running and keep no picture."""
        super().hideEvent(event)
        self._animation.stop()
        self._picture = QPixmap()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the page's picture over the bare window."""
        share = float(self._animation.currentValue())
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), colour("bg"))
            painter.setOpacity(share)
            painter.drawPixmap(0, round(_RISE_PX * (1.0 - share)), self._picture)

    @Slot(int)
    def _on_stack_current_changed(self, _index: int) -> None:
        self.hide()
        page, duration_ms = self._stack.currentWidget(), motion_ms("page")
        if page is None or isinstance(page, self._spared) or not duration_ms or not self._stack.isVisible():
            return
        layout = self._stack.layout()
        assert layout is not None
        layout.activate()  # a page that is new has no size yet
        self._picture = page.grab()
        self.setGeometry(self._stack.rect())
        self.raise_()
        self._animation.setDuration(duration_ms)
        self._animation.start()
        self.show()
