"""Clips as Qt plays them without delay: decoded once from Opus into a WAV file that only we can read.

QSoundEffect starts within milliseconds and mixes in a thread of its own, but reads WAV alone; QMediaPlayer
reads Opus, but opens a stream for every clip.
"""

import ctypes
import os
import wave
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QObject, QTemporaryDir, QUrl, Signal
from PySide6.QtMultimedia import QAudioDecoder, QAudioFormat

_RATE_HZ = 48_000
_BYTES = 2
_AV_LOG_ERROR = 16


class ClipDecoder(QObject):
    """Decodes clips into a folder that goes when this does.

    `decoded` tells text and file, `failed` the text.
    """

    decoded = Signal(str, str)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = QTemporaryDir()
        self._running: dict[QAudioDecoder, tuple[str, Path, bytearray]] = {}

    def start(self, text: str, clip: Path) -> None:
        """Decode the clip of this text; one that was decoded before is there at once."""
        target = Path(self._folder.filePath(f"{clip.stem}.wav"))
        if target.exists():
            self.decoded.emit(text, str(target))
            return
        decoder = QAudioDecoder(self)
        _quiet_ffmpeg()
        decoder.setAudioFormat(_wanted_format())
        decoder.setSource(QUrl.fromLocalFile(str(clip)))
        decoder.bufferReady.connect(self._on_buffer_ready)
        decoder.finished.connect(self._on_decoder_finished)
        decoder.error.connect(self._on_decoder_failed)
        self._running[decoder] = (text, target, bytearray())
        decoder.start()

    def _on_buffer_ready(self) -> None:
        for decoder, (_, _, samples) in self._running.items():
            while decoder.bufferAvailable():
                samples.extend(bytes(decoder.read().constData()))

    def _on_decoder_finished(self) -> None:
        decoder = self.sender()
        self._on_buffer_ready()
        text, target, samples = self._forget(decoder)
        if samples and self._write(target, samples):
            self.decoded.emit(text, str(target))
        else:
            self.failed.emit(text)

    def _on_decoder_failed(self) -> None:
        decoder = self.sender()
        if decoder in self._running:
            self.failed.emit(self._forget(decoder)[0])

    def _forget(self, decoder: QObject) -> tuple[str, Path, bytearray]:
        assert isinstance(decoder, QAudioDecoder)  # nobody else is connected
        decoder.deleteLater()
        return self._running.pop(decoder)

    @staticmethod
    def _write(target: Path, samples: bytearray) -> bool:
        try:
            with wave.open(str(target), "wb") as sound:
                sound.setnchannels(1)
                sound.setsampwidth(_BYTES)
                sound.setframerate(_RATE_HZ)
                sound.writeframes(bytes(samples))
        except OSError:
            target.unlink(missing_ok=True)
            return False
        return True


def _wanted_format() -> QAudioFormat:
    wanted = QAudioFormat()
    wanted.setSampleRate(_RATE_HZ)
    wanted.setChannelCount(1)
    wanted.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return wanted


def _quiet_ffmpeg() -> None:
    """Keep FFmpeg from telling the terminal about every clip's first and last samples.

    Qt offers no way to (its logging rules do not reach these lines), so the FFmpeg that came with it and is
    loaded by now is asked itself. Where it lies elsewhere, its lines are only untidy.
    """
    if_loaded = getattr(os, "RTLD_NOLOAD", 0) | ctypes.DEFAULT_MODE
    places = [QLibraryInfo.LibraryPath.LibrariesPath, QLibraryInfo.LibraryPath.LibraryExecutablesPath]
    for folder in {Path(QLibraryInfo.path(place)) for place in places}:
        for file in [*folder.glob("libavutil*"), *folder.glob("avutil-*.dll")]:
            try:
                ctypes.CDLL(str(file), if_loaded).av_log_set_level(_AV_LOG_ERROR)
            except (OSError, AttributeError):
                continue
