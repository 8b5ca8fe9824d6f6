"""The recorded voice as the program has it: it knows the lengths of the clips, another process says them."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from backguide.desktop.speech_clips import ClipLibrary


class SoundLine(Protocol):
    """The way to the process that makes the sounds."""

    @property
    def is_ready(self) -> bool:
        """Whether the next sound is heard at once."""

    def prepare(self) -> None:
        """Begin to look for an output. Returns at once."""

    def set_volume(self, volume: float, of: str = "tones") -> None:
        """Set the loudness of the tones or the voice, 0 to 1 as the ear judges it."""

    def tell(self, **line: object) -> None:
        """Send a line."""


class RecordedSpeech:
    """Says the clips of a library one after another, where tones are heard, too."""

    def __init__(self, clips: ClipLibrary, line: SoundLine) -> None:
        self._clips = clips
        self._line = line
        self._foreseen: tuple[str, ...] = ()

    def seconds(self, text: str) -> float | None:
        """Return how long it takes to say this; None when it cannot be said."""
        return self._clips.seconds(text)

    def set_volume(self, volume: float) -> None:
        """Set the loudness, 0 to 1 as the ear judges it."""
        self._line.set_volume(volume, "voice")

    def wake(self) -> None:
        """Have the output looked for. Returns at once."""
        self._line.prepare()

    def prepare(self, texts: Iterable[str]) -> None:
        """Have the clips of these sentences loaded; without an output yet, when it opens."""
        self._foreseen = tuple(text for text in texts if text in self._clips)
        self.load_foreseen()

    def load_foreseen(self) -> None:
        """Have loaded what was asked for last, for an output that has just opened."""
        self._line.tell(prepare=self._foreseen)

    def say(self, texts: Sequence[str], after_s: float = 0.0) -> bool:
        """Say these in `after_s` seconds instead of what is being said; False when nothing would be heard."""
        if not self._line.is_ready or any(text not in self._clips for text in texts):
            self.stop()
            return False
        self._line.tell(say=list(texts), after_s=after_s)
        return True

    def stop(self) -> None:
        """Be silent at once."""
        self._line.tell(hush=True)
