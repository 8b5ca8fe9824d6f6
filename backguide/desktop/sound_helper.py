"""Makes the sounds of the program, in a process of its own: a sound service that goes takes it along.

When the service ends, Qt's sound crashes; when it hangs, Qt waits; when an output goes, Qt may do either.
Run as a file with the folders of the tones and of the clips. It reads one JSON object a line:
{"play": cue}, {"say": texts, "after_s": seconds}, {"prepare": texts}, {"hush": true}, {"tones": volume},
{"voice": volume}. It writes "open" when sounds are heard from now on, "none" and the reason when they are
not, "heard" and the number after every line that had a "number", and ends with its input.
"""

import json
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from backguide.desktop.qt_sound import QtSoundPlayer
    from backguide.desktop.speech_qt import QtSpeechPlayer

ARGUMENT = "make-sounds"  # how a frozen program, which has no Python to run a file with, is asked for this


def command(tones: Path, clips: Path) -> list[str]:
    """Return the command line that runs the helper."""
    frozen = getattr(sys, "frozen", False)
    start = [sys.executable, ARGUMENT] if frozen else [sys.executable, str(Path(__file__).resolve())]
    return [*start, str(tones), str(clips)]


def main(folders: list[str]) -> int:
    """Make sounds until the input ends. Returns 1 when Qt has no sound on this computer."""
    os.environ["QT_LOGGING_RULES"] = "*=false"
    tones, clips = (Path(folder) for folder in folders)
    try:
        from PySide6.QtCore import QCoreApplication  # noqa: PLC0415 - its absence is an answer, too

        from backguide.desktop.qt_sound import QtSoundPlayer  # noqa: PLC0415
        from backguide.desktop.speech_qt import QtSpeechPlayer  # noqa: PLC0415
    except ImportError as error:
        _tell(f"none a system library is missing ({error})")
        return 1
    from backguide.desktop.speech_clips import read_or_none  # noqa: PLC0415 - nothing before the path is set

    application = QCoreApplication([])
    player = QtSoundPlayer(tones)
    voice = QtSpeechPlayer(read_or_none(clips), player)
    band = Band(player, voice)
    player.opened.connect(band.open)
    player.failed.connect(band.fail)
    player.lost.connect(band.leave)
    inbox = _open_inbox(band)
    player.prepare()
    status = application.exec()
    del inbox
    return status


class Band:
    """Obeys the lines with tones and voice."""

    def __init__(self, tones: "QtSoundPlayer", voice: "QtSpeechPlayer") -> None:
        self._tones = tones
        self._voice = voice

    def open(self) -> None:
        """Tell that sounds are heard."""
        self._voice.load_waiting()
        _tell("open")

    def fail(self, reason: str) -> None:
        """Tell why no sounds are heard."""
        _tell(f"none {reason}")

    def leave(self) -> None:
        """End at once: an output that went can be neither used nor closed in order."""
        _tell("none the sound output has gone")
        os._exit(1)

    def obey(self, line: bytes) -> None:
        """Do what the line says, and tell that it was done."""
        told: dict[str, Any] = json.loads(line)
        match told:
            case {"play": cue}:
                self._tones.play(cue)
            case {"say": texts, "after_s": after_s}:
                self._voice.say(texts, after_s)
            case {"prepare": texts}:
                self._voice.prepare(texts)
            case {"hush": _}:
                self._voice.stop()
            case {"tones": volume}:
                self._tones.set_volume(volume)
            case {"voice": volume}:
                self._voice.set_volume(volume)
        if "number" in told:
            _tell(f"heard {told['number']}")


def _open_inbox(band: Band) -> "QObject":
    """Read in a thread, and have the band obey in this one. What is returned has to be kept."""
    from PySide6.QtCore import QObject, Signal  # noqa: PLC0415 - known to be there by now

    class Inbox(QObject):
        came = Signal(bytes)

    inbox = Inbox()
    inbox.came.connect(band.obey)
    threading.Thread(target=_read, args=(sys.stdin.buffer, inbox.came.emit), daemon=True).start()
    return inbox


def _read(source: BinaryIO, take: Callable[[bytes], None]) -> None:
    """Hand on every line; with the end of the input end at once: a lost service blocks an orderly end."""
    for line in source:
        take(line)
    os._exit(0)


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
