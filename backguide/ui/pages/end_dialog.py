"""The question whether to end a session, safe from a slip of the hand."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from backguide.ui.widgets.button import Button
from backguide.ui.widgets.confirm_dialog import ConfirmDialog

_GOING_ON = {Qt.Key.Key_Space, Qt.Key.Key_MediaPlay, Qt.Key.Key_MediaTogglePlayPause}


class EndDialog(ConfirmDialog):
    """Enter ends; the keys that go on with a paused session go on here too, whatever has the focus."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(
            page,
            "End here?",
            "What you did is kept. Space keeps going, Enter ends.",
            confirm="End",
            decline="Keep going",
        )
        self._buttons = self.findChildren(Button)
        for button in self._buttons:
            button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys before a button does."""
        if watched not in self._buttons:
            return super().eventFilter(watched, event)
        if not isinstance(event, QKeyEvent) or event.key() not in _GOING_ON:
            return False
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            self._on_no_clicked()
        return True
