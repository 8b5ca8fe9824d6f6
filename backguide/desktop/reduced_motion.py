"""Whether the person asked the desktop for less movement. Qt 6.11 does not tell, so each desktop is asked."""

import ctypes
import sys
from collections.abc import Sequence

from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

_GNOME = ("gsettings", "get", "org.gnome.desktop.interface", "enable-animations")
_MAC = ("defaults", "read", "com.apple.universalaccess", "reduceMotion")
_SPI_GETCLIENTAREAANIMATION = 0x1042
_LIMIT_MS = 3000


class ReducedMotion(QObject):
    """Asks once, in a process of its own that is given up after a while: a desktop may not answer at all.

    `found` comes at most once, and only when less movement is wanted.
    """

    found = Signal()

    def __init__(self, command: Sequence[str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = tuple(_command() if command is None else command)
        self._wanted = False
        self._process = QProcess(self)
        self._process.finished.connect(self._on_process_finished)
        self._limit = QTimer(self, singleShot=True, interval=_LIMIT_MS)
        self._limit.timeout.connect(self.close)

    @property
    def is_wanted(self) -> bool:
        """What is known so far."""
        return self._wanted

    def ask(self) -> None:
        """Begin to ask. Returns at once."""
        if sys.platform == "win32":
            self._take(wanted=_windows_wants_less())
        elif self._command and self._process.state() is QProcess.ProcessState.NotRunning:
            self._limit.start()
            self._process.start(self._command[0], list(self._command[1:]))

    @Slot()
    def close(self) -> None:
        """Stop waiting for the answer."""
        self._limit.stop()
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.blockSignals(True)
            self._process.kill()
            self._process.waitForFinished()

    @Slot(int)
    def _on_process_finished(self, exit_code: int) -> None:
        self._limit.stop()
        answer = bytes(self._process.readAllStandardOutput().data()).decode(errors="replace")
        self._take(wanted=exit_code == 0 and wants_less(answer))

    def _take(self, *, wanted: bool) -> None:
        if wanted and not self._wanted:
            self._wanted = True
            self.found.emit()


def wants_less(answer: str) -> bool:
    """Read the answer: GNOME says "false" where animations are off, macOS "1" where motion is reduced."""
    return answer.strip() in {"false", "1"}


def _command() -> Sequence[str]:
    return _MAC if sys.platform == "darwin" else _GNOME


def _windows_wants_less() -> bool:
    animated = ctypes.c_int(1)
    user32 = getattr(ctypes, "windll").user32  # noqa: B009  only there on Windows
    asked = user32.SystemParametersInfoW(_SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(animated), 0)
    return bool(asked) and not animated.value
