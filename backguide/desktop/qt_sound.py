"""The tones through Qt, within the process that makes the sounds (see sound_helper).

It opens streams of its own and mixes them with whatever else is playing: no other player is paused, made
quieter or asked for its place.
"""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

from backguide.desktop.sound import Cue

NO_OUTPUT = "this computer has no sound output"
_LONGEST_MS = 5_000  # a tone takes 1.2 s, and an output that slept wakes within some more


class QtSoundPlayer(QObject):
    """Plays the cues of a folder of WAV files on the present output, and goes with it when that changes.

    `opened`: what is played from now on is heard at once. `failed` tells why nothing is heard. `lost`: a tone
    does not come to its end, which is all that Qt shows of an output that went with its service.
    """

    opened = Signal()
    failed = Signal(str)
    lost = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._volume = 0.7
        self._effects: dict[Cue, QSoundEffect] = {}
        self._opener: QSoundEffect | None = None
        self._unfinished: set[QSoundEffect] = set()
        self._limit = QTimer(self, singleShot=True, interval=_LONGEST_MS)
        self._limit.timeout.connect(self.lost)
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self._on_devices_changed)

    @property
    def is_ready(self) -> bool:
        """Whether the sounds are loaded, so that the next one is heard at once."""
        return bool(self._effects) and all(effect.isLoaded() for effect in self._effects.values())

    def set_volume(self, volume: float) -> None:
        """Set the loudness, 0 to 1 as the ear judges it."""
        self._volume = volume
        for effect in self._effects.values():
            effect.setVolume(_amplitude(volume))

    def prepare(self) -> None:
        """Load every sound for the present output, once."""
        if self._effects:
            return
        if self._devices.defaultAudioOutput().isNull():
            self.failed.emit(NO_OUTPUT)
            return
        for cue in Cue:
            effect = self._effects[cue] = QSoundEffect(self)
            effect.statusChanged.connect(self._on_effect_status_changed)
            effect.playingChanged.connect(self._on_effect_playing_changed)
            effect.setVolume(_amplitude(self._volume))
            effect.setSource(QUrl.fromLocalFile(str(self._folder / f"{cue}.wav")))
        self._opener = QSoundEffect(self)
        self._opener.setVolume(0.0)
        self._opener.statusChanged.connect(self._on_opener_status_changed)
        self._opener.setSource(QUrl.fromLocalFile(str(self._folder / f"{Cue.COUNT}.wav")))

    def play(self, cue: Cue) -> None:
        """Start this cue's sound from its beginning and return at once."""
        effect = self._effects.get(cue)
        if effect is not None:
            self._unfinished.add(effect)
            effect.play()
            if not self._limit.isActive():
                self._limit.start()

    @Slot()
    def _on_opener_status_changed(self) -> None:
        """Play the first sound unheard: the output takes up to a second to open, and only once."""
        if self._opener is not None and self._opener.isLoaded():
            self._opener.play()
            self.opened.emit()

    @Slot()
    def _on_devices_changed(self) -> None:
        """Leave the sounds that are bound to the old output, and load them for the new one."""
        for effect in (*self._effects.values(), self._opener):
            if effect is not None:
                effect.deleteLater()
        self._effects.clear()
        self._unfinished.clear()
        self._limit.stop()
        self._opener = None
        self.prepare()

    @Slot()
    def _on_effect_playing_changed(self) -> None:
        self._unfinished = {effect for effect in self._unfinished if effect.isPlaying()}
        if not self._unfinished:
            self._limit.stop()

    @Slot()
    def _on_effect_status_changed(self) -> None:
        for cue, effect in self._effects.items():
            if effect.status() is effect.Status.Error:
                self.failed.emit(f"{self._folder / f'{cue}.wav'} cannot be played on this computer")
                return


def _amplitude(volume: float) -> float:
    """Turn loudness into amplitude: the ear hears in ratios, so equal steps want a curve."""
    return volume * volume
