"""A calm notice at the top of a page: there is no sound, a file could not be read."""

from typing import Literal

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from backguide.ui.theme.appearance import colour, tokens
from backguide.ui.theme.icons import Icon
from backguide.ui.theme.metrics import RADIUS_CONTROL
from backguide.ui.theme.tokens import Colour
from backguide.ui.widgets.button import Button
from backguide.ui.widgets.icon_view import IconView
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.painting import paint_box, smooth_painter
from backguide.ui.widgets.themed import ThemedWidget

MessageTone = Literal["info", "warn", "good"]
_TONES: dict[MessageTone, tuple[Colour, Colour, Icon]] = {
    "info": ("accent_soft", "accent_text", Icon.INFO),
    "warn": ("warn_soft", "warn", Icon.ALERT_TRIANGLE),
    "good": ("good_soft", "good", Icon.CIRCLE_CHECK),
}


class MessageBar(ThemedWidget):
    """One message at a time, hidden while there is none. It stays until it is closed or replaced."""

    action_requested = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone: MessageTone = "info"
        self._icon = IconView(Icon.INFO, 22)
        self._label = Label("", "body", wrap=True)
        self._action = Button("Do", "quiet", "sm", flush=True)
        self._action.clicked.connect(self.action_requested)
        close = Button(kind="plain", size="sm", icon=Icon.CLOSE, name="Close this message")
        close.clicked.connect(self._on_close_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addWidget(self._label, 1)
        row.addWidget(self._action)
        row.addSpacing(4)
        row.addWidget(close)
        self.hide()

    @property
    def text(self) -> str:
        """The message; empty while there is none."""
        return self._label.text()

    def show_message(self, text: str, tone: MessageTone = "info", action: str = "") -> None:
        """Show a message, with a button where something can be done about it, and announce it."""
        self._tone = tone
        _, ink, icon = _TONES[tone]
        self._icon.set_icon(icon, ink)
        self._label.setText(text)
        self._action.setText(action or "Do")
        self._action.setVisible(bool(action))
        self.setAccessibleName(text)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self.update()

    def clear(self) -> None:
        """Take the message away."""
        self._label.setText("")
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the soft fill."""
        with smooth_painter(self) as painter:
            fill, ink, _ = _TONES[self._tone]
            line = colour(ink) if tokens().name == "contrast" else None
            paint_box(painter, QRectF(self.rect()), RADIUS_CONTROL, fill=colour(fill), line=line)

    def _on_close_clicked(self) -> None:
        self.clear()
        self.closed.emit()
