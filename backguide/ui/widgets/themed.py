"""What painted widgets share: following the theme, and the states of a pressed control."""

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Slot
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QRadioButton, QWidget

_RESTYLING = {
    QEvent.Type.PaletteChange,
    QEvent.Type.ApplicationPaletteChange,
    QEvent.Type.FontChange,
    QEvent.Type.EnabledChange,
}


class ThemedWidget(QWidget):
    """A painted widget: when the theme or the text size changes it is measured and painted again."""

    def changeEvent(self, event: QEvent) -> None:
        """Measure and paint again."""
        super().changeEvent(event)
        if event.type() in _RESTYLING:
            self.restyle()

    def restyle(self) -> None:
        """Take over what the theme says now; subclasses add what they keep between paintings."""
        self.updateGeometry()
        self.update()


class ThemedButton(QAbstractButton):
    """A painted control that is pressed: hover, keyboard focus, a shape of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def focus_outline(self) -> tuple[QRectF, float]:
        """Return the shape of the control and its corner radius."""
        return QRectF(self.rect()), self.corner_radius()

    def corner_radius(self) -> float:
        """Return the corner radius in px; fully round unless a subclass says otherwise."""
        return self.height() / 2

    def changeEvent(self, event: QEvent) -> None:
        """Measure and paint again."""
        super().changeEvent(event)
        if event.type() in _RESTYLING:
            self.updateGeometry()
            self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Rest again."""
        super().leaveEvent(event)
        self.update()

    @property
    def is_hot(self) -> bool:
        """Whether the pointer is over a control that can be pressed."""
        return self.isEnabled() and self.underMouse()


class ThemedChoice(QRadioButton):
    """One of several painted choices that belong together; the widget around it decides which one is chosen.

    Pressing the chosen one keeps it chosen. Arrow keys and digits are left to the widget around it. A screen
    reader does not click but toggles; that is told as a click, too.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_being_set = False
        self.toggled.connect(self._on_toggled)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_chosen(self, chosen: bool) -> None:
        """Show it as chosen or not. Qt would not let go of the last one of an exclusive group by itself."""
        self.setAutoExclusive(False)
        self._check(checked=chosen)
        self.setAutoExclusive(True)  # what makes it a radio button for screen readers

    def focus_outline(self) -> tuple[QRectF, float]:
        """Return the shape and its corner radius."""
        return QRectF(self.rect()), self.corner_radius()

    def corner_radius(self) -> float:
        """Return the corner radius in px; fully round unless a subclass says otherwise."""
        return self.height() / 2

    def nextCheckState(self) -> None:
        """Choose it."""
        self._check(checked=True)

    def hitButton(self, pos: QPoint) -> bool:
        """Take clicks anywhere."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose on Space and Enter; leave everything else to the widget around it."""
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            event.ignore()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Rest again."""
        super().leaveEvent(event)
        self.update()

    def _check(self, *, checked: bool) -> None:
        self._is_being_set = True
        self.setChecked(checked)
        self._is_being_set = False

    @Slot(bool)
    def _on_toggled(self, checked: bool) -> None:
        if checked and not self._is_being_set:
            self.clicked.emit()

    @property
    def is_hot(self) -> bool:
        """Whether the pointer is over a choice that can be made."""
        return self.isEnabled() and self.underMouse()
