"""Speaks lines with the computer's own voice, in a process of its own: its engine blocks or never answers.

Run as a file. It reads one JSON object a line, {"say": text, "number": n, "volume": 0 to 1} or
{"stop": true}, and ends with its input. It writes "ready" once it can speak, "done n" when a text is over,
whether spoken to its end or stopped, and "failed" when it cannot go on.
"""

import json
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from backguide.desktop.helper_lines import open_inbox, tell

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

ARGUMENT = "speak-lines"  # how a frozen program, which has no Python to run a file with, is asked for this
_ENGINES = ("speechd", "darwin", "winrt", "sapi", "flite")  # by preference; the list of Qt is in no order
_OPENING_LIMIT_S = 30  # an engine that holds Python for ever must not outlive the program


def command() -> list[str]:
    """Return the command line that runs the helper."""
    if getattr(sys, "frozen", False):
        return [sys.executable, ARGUMENT]
    return [sys.executable, str(Path(__file__).resolve())]


def main() -> int:
    """Speak until the input ends. Returns 1 when this computer has no voice."""
    os.environ["QT_LOGGING_RULES"] = "*=false"
    try:
        from PySide6.QtCore import QCoreApplication  # noqa: PLC0415 - its absence is an answer, too
        from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415
    except ImportError:
        return _fail()
    engine = next((name for name in _ENGINES if name in QTextToSpeech.availableEngines()), None)
    if engine is None:
        return _fail()
    application = QCoreApplication([])
    _limit_opening(_OPENING_LIMIT_S)
    voice = QTextToSpeech(engine)
    _limit_opening(0)
    if voice.state() is QTextToSpeech.State.Error:
        return _fail()
    mouth = Mouth(voice)
    voice.stateChanged.connect(mouth.on_state_changed)
    inbox = open_inbox(mouth.obey)
    tell("ready")
    status = application.exec()
    del inbox
    return status


class Mouth:
    """Obeys the lines, one text at a time: the next is begun when the engine has left the one before."""

    def __init__(self, voice: "QTextToSpeech") -> None:
        self._voice = voice
        self._number: int | None = None  # of the text that is being said
        self._next: dict[str, Any] | None = None

    def obey(self, line: bytes) -> None:
        """Say a text instead of the one that is being said, or be silent."""
        told = json.loads(line)
        self._next = told if "say" in told else None
        if self._number is None:
            self._begin()
        else:
            self._voice.stop()

    def on_state_changed(self) -> None:
        """Tell when a text is over, and end when the voice is lost."""
        state = self._voice.state().name
        if state == "Error":
            os._exit(_fail())
        if state == "Ready" and self._number is not None:
            tell(f"done {self._number}")
            self._number = None
            self._begin()

    def _begin(self) -> None:
        line, self._next = self._next, None
        if line is not None:
            self._number = int(line["number"])
            self._voice.setVolume(float(line["volume"]))
            self._voice.say(str(line["say"]))


def _limit_opening(seconds: int) -> None:
    """Have the system end this process in so many seconds, whatever Python does; 0 takes that back."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def _fail() -> int:
    tell("failed")
    return 1


if __name__ == "__main__":
    sys.exit(main())
