"""The whole voice: recorded sentences, and the computer's own voice for those that nobody recorded."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from backguide.desktop.speech import SpeechPlayer
from backguide.desktop.speech_clips import BETWEEN_S

_HUSH_S = 0.1  # what the other voice needs to be silent
_BEFORE_WORDS_S, _CHARACTER_S = 0.5, 0.08  # what a plain voice needs; it was measured to need less


class ClipVoice(SpeechPlayer, Protocol):
    """Says what is recorded, and can be made louder."""

    def set_volume(self, volume: float) -> None:
        """Set the loudness, 0 to 1 as the ear judges it."""


class Output(Protocol):
    """Knows whether a sound would be heard."""

    @property
    def is_ready(self) -> bool:
        """Whether it would, at once."""


class LiveVoice(Protocol):
    """Says any text, and is known to fail."""

    @property
    def is_possible(self) -> bool:
        """Whether there may be a voice."""

    @property
    def is_ready(self) -> bool:
        """Whether what is said now is heard now."""

    @property
    def is_speaking(self) -> bool:
        """Whether a text was begun that is not over."""

    def set_volume(self, volume: float) -> None:
        """Set the loudness, 0 to 1 as the ear judges it."""

    def start(self) -> None:
        """Have it ready some seconds later, if that is possible. Returns at once."""

    def say(self, text: str, within_s: float) -> bool:
        """Say this, and be silent after so many seconds; False when nothing would be heard."""

    def stop(self) -> None:
        """Be silent at once."""


class FullSpeech(QObject):
    """Says recorded sentences, and whole announcements in the other voice where one is not recorded.

    One voice speaks at a time. The computer's own one is not started before a text that needs it is due
    soon and a sound output is there, because without one it hangs. Where it is not ready, what is recorded
    of an announcement is said: better the side alone than nothing.
    """

    def __init__(
        self, clips: ClipVoice, live: LiveVoice, output: Output, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clips = clips
        self._live = live
        self._output = output
        self._enabled = True
        self._foreseen: tuple[str, ...] = ()
        self._due: tuple[str, ...] = ()
        self._next = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._next.timeout.connect(self._on_next_due)

    def seconds(self, text: str) -> float | None:
        """Return how long it takes to say this, in the other voice at most; None when it cannot be said."""
        recorded_s = self._clips.seconds(text)
        if recorded_s is not None or not self._live.is_possible:
            return recorded_s
        return _BEFORE_WORDS_S + _CHARACTER_S * len(text)

    def set_volume(self, volume: float) -> None:
        """Set the loudness of both voices, 0 to 1 as the ear judges it."""
        self._clips.set_volume(volume)
        self._live.set_volume(volume)

    def set_enabled(self, enabled: bool) -> None:
        """Switch all words on or off."""
        self._enabled = enabled
        if enabled:
            self.get_ready()
        else:
            self.stop()

    def wake(self) -> None:
        """Have the output looked for. Returns at once."""
        self._clips.wake()

    def prepare(self, texts: Iterable[str]) -> None:
        """Load what is recorded; have the other voice ready where something is not."""
        self._foreseen = tuple(texts)
        self._clips.prepare(self._foreseen)
        self.get_ready()

    @Slot()
    def get_ready(self) -> None:
        """Start the other voice if it is needed: now, or when the output has been found."""
        unrecorded = any(self._clips.seconds(text) is None for text in self._foreseen)
        if unrecorded and self._enabled and self._output.is_ready:
            self._live.start()

    def say(self, texts: Sequence[str], after_s: float = 0.0) -> bool:
        """Say these in `after_s` seconds instead of what is being said; False when nothing would be heard."""
        if self._live.is_speaking:
            after_s = max(after_s, _HUSH_S)
        self.stop()
        if not self._enabled:
            return False
        recorded = [text for text in texts if self._clips.seconds(text) is not None]
        if len(recorded) == len(texts):
            return self._clips.say(texts, after_s)
        if not (self._output.is_ready and self._live.is_ready):
            return bool(recorded) and self._clips.say(recorded, after_s)
        self._due = tuple(texts)
        if after_s > 0:
            self._next.start(round(1000 * after_s))
        else:
            self._on_next_due()
        return True

    def stop(self) -> None:
        """Be silent at once."""
        self._next.stop()
        self._clips.stop()
        self._live.stop()

    @Slot()
    def _on_next_due(self) -> None:
        lengths = [self.seconds(text) or 0.0 for text in self._due]
        self._live.say(" ".join(self._due), sum(lengths) + BETWEEN_S * (len(lengths) - 1))
