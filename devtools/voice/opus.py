"""Samples to Ogg Opus files by opusenc, always the same bytes for the same samples."""

import io
import subprocess
import wave
from pathlib import Path

import numpy as np
import numpy.typing as npt

from devtools.process import SetupError

KILOBITS = 32


def write_opus(samples: npt.NDArray[np.float32], rate_hz: int, file: Path) -> None:
    """Encode mono samples. Raises SetupError when opusenc (Debian: opus-tools) is missing or fails."""
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate_hz)
        sound.writeframes(np.round(np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())
    options = ["--quiet", "--discard-comments", "--discard-pictures", "--serial", "1"]
    command = ["opusenc", *options, "--bitrate", str(KILOBITS), "-", str(file)]
    try:
        done = subprocess.run(command, input=buffer.getvalue(), capture_output=True, check=False)
    except FileNotFoundError as error:
        raise SetupError("opusenc is missing; install the package opus-tools.") from error
    if done.returncode:
        raise SetupError(f"opusenc could not write {file}: {done.stderr.decode(errors='replace').strip()}")
