"""Proved by ear: a session is played into a recording, and every tone and sentence is found at its time."""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
import wave
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QLoggingCategory

from backguide import assets
from backguide.desktop.speech_clips import read_clips

pytestmark = [
    pytest.mark.audio,
    pytest.mark.skipif(
        not (shutil.which("pulseaudio") and shutil.which("parec")),
        reason="pulseaudio and parec are needed to record a session",
    ),
]
RATE_HZ = 48_000
TOLERANCE_S = 0.060
WINDOW_S = 0.4
LIKENESS = 0.8  # of a piece that was heard, 1 being the same waveform
PIECE_S = 0.25  # a busy computer drops some of a sound; what is heard of it has to be in time
HEARD = 0.4  # of its pieces
SERVER = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "-L", "module-native-protocol-unix"]
SINK = ["-L", f"module-null-sink sink_name=heard rate={RATE_HZ}"]
RECORDER = ["parec", "-d", "heard.monitor", f"--rate={RATE_HZ}", "--channels=1", "--format=s16le", "--raw"]


class Recording:
    """What the null sink plays, with the clock's time of its first sample."""

    def __init__(self, environment):
        command = [*RECORDER, "--latency-msec=10"]
        self._process = subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._data = bytearray()
        self._began_s = float("inf")
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self):
        while chunk := os.read(self._process.stdout.fileno(), 4096):
            self._data += chunk
            self._began_s = min(self._began_s, time.monotonic() - len(self._data) / 2 / RATE_HZ)

    def stop(self):
        self._process.send_signal(signal.SIGTERM)
        self._process.wait()
        self._reader.join()
        self._process.stdout.close()
        return np.frombuffer(bytes(self._data[: len(self._data) // 2 * 2]), "<i2") / 32768, self._began_s


@pytest.fixture
def environment(tmp_path):
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    settings = {**os.environ, "XDG_RUNTIME_DIR": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    for name in ("PULSE_SERVER", "DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
        settings.pop(name, None)
    server = subprocess.Popen([*SERVER, *SINK], env=settings, stderr=subprocess.DEVNULL)
    deadline_s = time.monotonic() + 10
    asking = ["pactl", "info"]
    while subprocess.run(asking, env=settings, capture_output=True, check=False).returncode:
        assert time.monotonic() < deadline_s, "pulseaudio does not start"
    yield settings
    server.terminate()
    server.wait()


@pytest.fixture
def waveform(qtbot, qapp):
    """Return what a tone or a sentence looks like at RATE_HZ."""
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    decoding = pytest.importorskip("backguide.desktop.speech_decode", exc_type=ImportError)
    decoder, clips = decoding.ClipDecoder(), read_clips(assets.folder() / "cues")

    def find(kind, name):
        if kind == "tone":
            return read_wave(assets.folder() / "sounds" / f"{name}.wav")
        with qtbot.waitSignal(decoder.decoded) as heard:
            decoder.start(name, clips.path(name))
        return read_wave(heard.args[1])

    yield find
    QLoggingCategory.setFilterRules("")


def read_wave(file):
    with wave.open(str(file), "rb") as sound:
        samples = np.frombuffer(sound.readframes(sound.getnframes()), "<i2") / 32768
        rate_hz = sound.getframerate()
    length = round(len(samples) * RATE_HZ / rate_hz)
    return np.interp(np.arange(length) * rate_hz / RATE_HZ, np.arange(len(samples)), samples)


def find_in(recorded, pattern, at_s):
    """Return how late the first piece is that is heard of the pattern, and how much is heard of it."""
    length = round(PIECE_S * RATE_HZ)
    pieces = [(first, pattern[first : first + length]) for first in range(0, len(pattern), length)]
    loudest = max(np.sum(piece**2) for _, piece in pieces)
    loud = [(first, piece) for first, piece in pieces if np.sum(piece**2) > loudest / 20]
    found = [find_piece(recorded, piece, at_s + first / RATE_HZ) for first, piece in loud]
    late_s = [late_s for late_s, alike in found if alike >= LIKENESS]
    return (late_s[0] if late_s else 0.0), len(late_s) / len(found)


def find_piece(recorded, piece, at_s):
    """Return by how much the piece begins after `at_s`, and how alike the recording is there."""
    first = max(0, round((at_s - WINDOW_S) * RATE_HZ))
    part = recorded[first : first + round(2 * WINDOW_S * RATE_HZ) + len(piece)]
    size = 1 << (len(part) + len(piece)).bit_length()
    likeness = np.fft.irfft(np.fft.rfft(part, size) * np.conj(np.fft.rfft(piece, size)), size)
    places = np.arange(max(1, len(part) - len(piece)))
    energy = np.concatenate([[0.0], np.cumsum(part**2)])
    there = np.sqrt(np.maximum(energy[places + len(piece)] - energy[places], 1e-9) * np.sum(piece**2))
    alike = likeness[places] / there
    best = int(np.argmax(alike))
    return (first + best) / RATE_HZ - at_s, float(alike[best])


def test_every_tone_and_sentence_is_heard_at_its_time(environment, waveform):
    recording = Recording(environment)
    script = Path(__file__).with_name("play_session.py")
    played = subprocess.run(
        [sys.executable, str(script)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=90,
    )
    recorded, began_s = recording.stop()
    due = [json.loads(line) for line in played.stdout.splitlines()]
    kinds = [kind for _, kind, _ in due]
    assert kinds.count("tone") >= 6, played.stderr
    assert kinds.count("clip") >= 8
    found = {
        f"{name} at {at_s - due[0][0]:.2f} s": find_in(recorded, waveform(kind, name), at_s - began_s)
        for at_s, kind, name in due
    }
    missing = {what: heard for what, (_, heard) in found.items() if heard < HEARD}
    assert missing == {}
    late = {what: round(late_s, 3) for what, (late_s, _) in found.items() if abs(late_s) > TOLERANCE_S}
    assert late == {}, {what: round(late_s, 3) for what, (late_s, _) in found.items()}
    assert played.stderr == ""
