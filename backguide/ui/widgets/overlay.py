"""What lies over a window or page and dims it, until it is left."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

_DIMMED = QColor(0, 0, 0, 128)


class Overlay(QWidget):
    """Covers what lies below, dims it to half and lets no key or click through. It deletes itself when left.

    It lies inside that, so it needs no window manager.
    """

    def __init__(self, below: QWidget, name: str) -> None:
        super().__init__(below)
        self._below = below
        self._before = below.focusWidget()
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        below.installEventFilter(self)

    def show_over(self) -> None:
        """Show it over the whole of it."""
        self.cover()
        self.show()
        self.raise_()

    def cover(self) -> None:
        """Take the size of what lies below; called again whenever that changes."""
        self.setGeometry(self._below.rect())

    def leave(self) -> None:
        """Close."""
        self._below.removeEventFilter(self)
        self.close()

    def give_back(self) -> None:
        """Close, and give the focus back to what had it."""
        self.leave()
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep covering what lies below."""
        if event.type() == QEvent.Type.Resize:
            self.cover()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let no key through to what lies below."""
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let no click through either."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim what lies below."""
        with QPainter(self) as painter:
            painter.fillRect(QRectF(self.rect()), _DIMMED)
