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
from pathlib import Path
from typing import TYPE_CHECKING, Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from backguide.desktop.helper_lines import open_inbox, tell

if TYPE_CHECKING:
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
        tell(f"none a system library is missing ({error})")
        return 1
    from backguide.desktop.speech_clips import read_or_none  # noqa: PLC0415 - nothing before the path is set

    application = QCoreApplication([])
    player = QtSoundPlayer(tones)
    voice = QtSpeechPlayer(read_or_none(clips), player)
    band = Band(player, voice)
    player.opened.connect(band.open)
    player.failed.connect(band.fail)
    player.lost.connect(band.leave)
    inbox = open_inbox(band.obey)
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
        tell("open")

    def fail(self, reason: str) -> None:
        """Tell why no sounds are heard."""
        tell(f"none {reason}")

    def leave(self) -> None:
        """End at once: an output that went can be neither used nor closed in order."""
        tell("none the sound output has gone")
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
            tell(f"heard {told['number']}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
