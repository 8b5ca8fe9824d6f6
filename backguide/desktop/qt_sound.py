"""Sound through Qt, which a session never depends on: without it the program goes on in silence."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLoggingCategory, QObject, QProcess, QTimer, QUrl, Signal

from backguide.desktop import sound_probe
from backguide.desktop.sound import Cue

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

_QUIET_RULES = "qt.multimedia.*=false"  # Qt tells which optional codecs it lacks: nothing to a short sound


class QtSoundPlayer(QObject):
    """Plays the cues of a folder of WAV files. Tells once why there is no sound, then stays silent.

    Nothing of QtMultimedia is touched before the first sound (or `prepare`), and then only after a helper
    process has found a sound output: the import needs libpulse, which may be missing, and a wedged sound
    server would hold the window for ever. An output that comes or goes later is noticed.
    """

    sound_unavailable = Signal(str)
    opened = Signal()  # what is played from now on is heard at once

    def __init__(
        self,
        folder: Path,
        volume: float = 0.7,
        parent: QObject | None = None,
        probe: list[str] | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._volume = volume
        self._enabled = True
        self._told = False
        self._reason: str | None = None
        self._waiting: Cue | None = None
        self._probe_command = probe or sound_probe.command()
        self._probe: QProcess | None = None
        self._limit = QTimer(self, singleShot=True, interval=sound_probe.TIMEOUT_MS)
        self._limit.timeout.connect(self._on_limit_reached)
        self._devices: QMediaDevices | None = None
        self._effects: dict[Cue, QSoundEffect] = {}
        self._opener: QSoundEffect | None = None

    @property
    def unavailable_reason(self) -> str | None:
        """Why nothing is heard, as a sentence; None while nothing is known to be wrong."""
        return self._reason

    @property
    def is_ready(self) -> bool:
        """Whether the sounds are loaded, so that the next one is heard at once."""
        return bool(self._effects) and all(effect.isLoaded() for effect in self._effects.values())

    def set_volume(self, volume: float) -> None:
        """Set the loudness, 0 to 1 as the ear judges it."""
        self._volume = volume
        for effect in self._effects.values():
            effect.setVolume(_amplitude(volume))

    def set_enabled(self, enabled: bool) -> None:
        """Switch all sounds on or off."""
        self._enabled = enabled

    def prepare(self) -> None:
        """Begin to load the sounds, so that the first one comes without delay. Returns at once.

        After a failure it looks again: call it before each session.
        """
        if self._devices is not None:
            self._load_effects()
        elif not self._is_probing():
            self._reason = None
            self._probe = QProcess(self)
            self._probe.finished.connect(self._on_probe_finished)
            self._probe.errorOccurred.connect(self._on_probe_failed)
            self._probe.start(self._probe_command[0], self._probe_command[1:])
            self._limit.start()

    def play(self, cue: Cue) -> None:
        """Start this cue's sound from its beginning and return at once."""
        if not self._enabled:
            return
        if self._probe is None or self._devices is not None:
            self.prepare()
        effect = self._effects.get(cue)
        if effect is not None:
            effect.play()
        elif self._is_probing():
            self._waiting = cue

    def close(self) -> None:
        """End a probe that still runs; to be called before the program ends."""
        self._limit.stop()
        if self._probe is not None and self._is_probing():
            self._probe.blockSignals(True)
            self._probe.kill()
            self._probe.waitForFinished()

    def _is_probing(self) -> bool:
        return self._probe is not None and self._probe.state() is not QProcess.ProcessState.NotRunning

    def _on_probe_finished(self, exit_code: int) -> None:
        """Load the sounds when the helper found an output; a cue asked for meanwhile sounds now."""
        self._limit.stop()
        probe = self._probe
        if probe is None:
            return
        if exit_code != 0:
            reason = bytes(probe.readAllStandardError().data()).decode(errors="replace").strip()
            self._fail(reason or "sound cannot be loaded on this computer")
        elif not probe.readAllStandardOutput().data():
            self._fail("this computer has no sound output")
        elif self._connect_devices():
            self._load_effects()
            if self._waiting is not None:
                self.play(self._waiting)

    def _on_probe_failed(self) -> None:
        self._limit.stop()
        self._fail("the check for a sound output cannot be started")

    def _on_limit_reached(self) -> None:
        self._fail(sound_probe.NO_ANSWER)
        self.close()

    def _connect_devices(self) -> bool:
        """Import QtMultimedia and watch the devices; return whether that went well."""
        QLoggingCategory.setFilterRules(_QUIET_RULES)
        try:
            from PySide6.QtMultimedia import QMediaDevices  # noqa: PLC0415
        except ImportError as error:
            self._fail(f"a system library is missing ({error})")
            return False
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self._on_devices_changed)
        return True

    def _load_effects(self) -> None:
        """Load every sound for the present output, once; without an output wait for one."""
        if self._effects or self._devices is None:
            return
        if self._devices.defaultAudioOutput().isNull():
            self._fail("this computer has no sound output")
            return
        from PySide6.QtMultimedia import QSoundEffect  # noqa: PLC0415 - proven importable by now

        self._reason = None
        for cue in Cue:
            effect = self._effects[cue] = QSoundEffect(self)
            effect.statusChanged.connect(self._on_effect_status_changed)
            effect.setVolume(_amplitude(self._volume))
            effect.setSource(QUrl.fromLocalFile(str(self._folder / f"{cue}.wav")))
        self._opener = QSoundEffect(self)
        self._opener.setVolume(0.0)
        self._opener.statusChanged.connect(self._on_opener_status_changed)
        self._opener.setSource(QUrl.fromLocalFile(str(self._folder / f"{Cue.COUNT}.wav")))

    def _on_opener_status_changed(self) -> None:
        """Play the first sound unheard: the output takes up to a second to open, and only once."""
        if self._opener is not None and self._opener.isLoaded():
            self._opener.play()
            self.opened.emit()

    def _on_devices_changed(self) -> None:
        """Forget sounds bound to the old output: they are loaded for the new one with the next cue."""
        for effect in self._effects.values():
            effect.deleteLater()
        self._effects.clear()
        if self._opener is not None:
            self._opener.deleteLater()
            self._opener = None

    def _on_effect_status_changed(self) -> None:
        for cue, effect in self._effects.items():
            if effect.status() is effect.Status.Error:
                self._fail(f"{self._folder / f'{cue}.wav'} cannot be played on this computer")
                return

    def _fail(self, reason: str) -> None:
        self._waiting = None
        self._reason = f"The session runs without sound: {reason}."
        if not self._told:
            self._told = True
            self.sound_unavailable.emit(self._reason)


def _amplitude(volume: float) -> float:
    """Turn loudness into amplitude: the ear hears in ratios, so equal steps want a curve."""
    return volume * volume
