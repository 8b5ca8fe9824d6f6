"""What the fields of a form share: a label above, a sentence below when something is amiss."""

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backguide.ui.widgets.label import Label


class Field(QWidget):
    """A control under its label. The label names it for screen readers; so does what is wrong with it."""

    def __init__(self, title: str, control: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._control = control
        self._hint = hint
        self._words = Label(hint, "small", "muted", wrap=True)
        self._words.setVisible(bool(hint))
        if not control.accessibleName():
            control.setAccessibleName(title)
        control.setAccessibleDescription(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(title, "strong", wrap=True))
        column.addWidget(control)
        column.addWidget(self._words)
        column.addStretch(1)
        self.setFocusProxy(control)

    @property
    def problem(self) -> str:
        """What is wrong; empty while nothing is."""
        return self._words.text() if self._words.text() != self._hint else ""

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong below the control, in place of the hint; nothing when it is empty."""
        self._words.setText(sentence or self._hint)
        self._words.set_colour("warn" if sentence else "muted")
        self._words.setVisible(bool(sentence or self._hint))
        self._control.setAccessibleDescription(sentence or self._hint)
        if sentence:
            QAccessible.updateAccessibility(QAccessibleEvent(self._words, QAccessible.Event.Alert))
