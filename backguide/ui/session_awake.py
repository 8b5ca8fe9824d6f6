"""Keeping the screen on while a session runs, and letting it go dark in a long pause."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from backguide.session.player import PlayerState
from backguide.ui.services import Services

SLEEP_AFTER_PAUSE_MS = 5 * 60 * 1000


class SessionAwake(QObject):
    """Follows the state of a session. Where the screen cannot be kept on, that is told once."""

    hint_told = Signal(str)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._asked = False
        self._told = False
        self._pause_timer = QTimer(self)
        self._pause_timer.setSingleShot(True)
        self._pause_timer.setInterval(SLEEP_AFTER_PAUSE_MS)
        self._pause_timer.timeout.connect(self._on_pause_timer_timeout)

    def follow(self, state: PlayerState) -> None:
        """Keep awake while it runs and for five minutes of a pause; let go in all other states."""
        if state == "running":
            self._pause_timer.stop()
            if self._services.preferences.values.keep_awake:
                self._asked = True
                self._services.awake.keep()
        elif state == "paused":
            if not self._pause_timer.isActive():
                self._pause_timer.start()
        else:
            self.release()

    def listen(self) -> None:
        """Pass on, once, that the screen cannot be kept on: the answer comes some time after the wish."""
        hint = self._services.awake.hint
        if self._asked and not self._told and hint is not None:
            self._told = True
            self.hint_told.emit(hint)

    def release(self) -> None:
        """Let the computer sleep again."""
        self._pause_timer.stop()
        self._services.awake.release()

    @Slot()
    def _on_pause_timer_timeout(self) -> None:
        self._services.awake.release()
