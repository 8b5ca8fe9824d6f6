"""The recorded voice through Qt. It speaks only where tones sound, and fails as quietly as they do."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Slot

from backguide.desktop.speech_clips import BETWEEN_S, ClipLibrary

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

    from backguide.desktop.speech_decode import ClipDecoder

_MOST_LOADED = 40  # clips; 0.2 MB each


class SoundOutput(Protocol):
    """Knows whether this computer can make a sound, without asking it in the window's own process."""

    @property
    def is_ready(self) -> bool:
        """Whether a sound would be heard at once."""

    def prepare(self) -> None:
        """Begin to find out, again after a failure. Returns at once."""


class QtSpeechPlayer(QObject):
    """Says the clips of a library one after another, from memory.

    Nothing of QtMultimedia is touched before the output is ready, which is why this has the output find
    out and not QtMultimedia. A new output gets its clips loaded anew.
    """

    def __init__(
        self, clips: ClipLibrary, output: SoundOutput, volume: float = 0.8, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clips = clips
        self._output = output
        self._volume = volume
        self._effects: dict[str, QSoundEffect] = {}  # the one used last comes last
        self._broken: set[str] = set()
        self._waiting: tuple[str, ...] = ()
        self._queue: list[str] = []
        self._saying: str | None = None
        self._decoder: ClipDecoder | None = None
        self._devices: QMediaDevices | None = None
        self._next = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._next.timeout.connect(self._on_next_due)

    def seconds(self, text: str) -> float | None:
        """Return how long it takes to say this; None when it cannot be said."""
        return None if text in self._broken else self._clips.seconds(text)

    def set_volume(self, volume: float) -> None:
        """Set the loudness, 0 to 1 as the ear judges it."""
        self._volume = volume
        for effect in self._effects.values():
            effect.setVolume(volume * volume)

    def wake(self) -> None:
        """Have the output looked for. Returns at once."""
        self._output.prepare()

    def prepare(self, texts: Iterable[str]) -> None:
        """Load the clips of these sentences; without an output yet, when it opens."""
        if not self._output.is_ready:
            self._waiting = tuple(texts)
            return
        self._connect_devices()
        for text in texts:
            self._load(text)

    @Slot()
    def load_waiting(self) -> None:
        """Load what was asked for too early, or else one clip: the first to be decoded takes longest."""
        texts, self._waiting = self._waiting or tuple(clip.text for clip in self._clips)[:1], ()
        self.prepare(texts)

    def say(self, texts: Sequence[str], after_s: float = 0.0) -> bool:
        """Say these in `after_s` seconds instead of what is being said; False when nothing would be heard."""
        self.stop()
        if not self._output.is_ready or any(self.seconds(text) is None for text in texts):
            return False
        self.prepare(texts)
        self._queue = list(texts)
        self._next.start(round(1000 * after_s))
        return True

    def stop(self) -> None:
        """Be silent at once."""
        self._next.stop()
        self._queue.clear()
        effect = self._effects.get(self._saying or "")
        if effect is not None and effect.isPlaying():
            effect.stop()
        self._saying = None

    def is_loaded(self, text: str) -> bool:
        """Return whether this sentence would come without delay."""
        effect = self._effects.get(text)
        return effect is not None and effect.isLoaded()

    def _on_next_due(self) -> None:
        """Say the first of the queue; one that is still being loaded is said as soon as it is there."""
        if not self._queue or not self.is_loaded(self._queue[0]):
            return
        text = self._saying = self._queue.pop(0)
        self._effects[text].play()
        if self._queue:
            self._next.start(round(1000 * ((self._clips.seconds(text) or 0.0) + BETWEEN_S)))

    def _load(self, text: str) -> None:
        if text not in self._clips or text in self._broken or self._decoder is None:
            return
        if text in self._effects:
            self._effects[text] = self._effects.pop(text)
            return
        from PySide6.QtMultimedia import QSoundEffect  # noqa: PLC0415 - proven importable by the output

        effect = self._effects[text] = QSoundEffect(self)
        effect.setVolume(self._volume * self._volume)
        effect.statusChanged.connect(self._on_effect_status_changed)
        self._decoder.start(text, self._clips.path(text))
        while len(self._effects) > _MOST_LOADED:
            self._effects.pop(next(iter(self._effects))).deleteLater()

    def _connect_devices(self) -> None:
        if self._devices is not None:
            return
        from PySide6.QtMultimedia import QMediaDevices  # noqa: PLC0415 - proven importable by the output

        from backguide.desktop.speech_decode import ClipDecoder  # noqa: PLC0415 - imports QtMultimedia

        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self._on_devices_changed)
        self._decoder = ClipDecoder(self)
        self._decoder.decoded.connect(self._on_clip_decoded)
        self._decoder.failed.connect(self._on_clip_failed)

    def _on_devices_changed(self) -> None:
        """Forget clips bound to the old output: they are loaded for the new one when next said."""
        self.stop()
        for effect in self._effects.values():
            effect.deleteLater()
        self._effects.clear()

    def _on_clip_decoded(self, text: str, file: str) -> None:
        effect = self._effects.get(text)
        if effect is not None:
            effect.setSource(QUrl.fromLocalFile(file))

    def _on_clip_failed(self, text: str) -> None:
        """Leave this sentence out from now on."""
        self._broken.add(text)
        effect = self._effects.pop(text, None)
        if effect is not None:
            effect.deleteLater()
        if self._queue and self._queue[0] == text:
            self._queue.pop(0)
            self._on_next_due()

    def _on_effect_status_changed(self) -> None:
        if not self._next.isActive():
            self._on_next_due()
