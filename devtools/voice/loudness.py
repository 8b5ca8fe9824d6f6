"""Loudness as ITU-R BS.1770 weighs it, of a clip that is all speech and so needs no gate."""

import numpy as np
import numpy.typing as npt

TARGET_LUFS = -19.0
HIGHEST_PEAK = 0.89  # -1 dBFS
_OFFSET_LU = -0.691
# the standard's two filters: a shelf that lifts what the head reflects, and a high pass
_SHELF = (1681.974450955533, 3.999843853973347, 0.7071752369554196)  # Hz, dB, Q
_HIGH_PASS = (38.13547087602444, 0.5003270373238773)  # Hz, Q

Samples = npt.NDArray[np.float32]
Spectrum = npt.NDArray[np.complex128]


def loudness_lufs(samples: Samples, rate_hz: int) -> float:
    """Return the loudness of the whole clip."""
    spectrum = np.fft.rfft(samples.astype(np.float64), 2 * len(samples))
    z = np.exp(-1j * np.pi * np.arange(len(spectrum)) / (len(spectrum) - 1))
    weighed = np.fft.irfft(spectrum * _shelf(z, rate_hz) * _high_pass(z, rate_hz))
    return _OFFSET_LU + 10 * float(np.log10(np.sum(weighed**2) / len(samples)))


def normalised(samples: Samples, rate_hz: int) -> Samples:
    """Return the clip at TARGET_LUFS, or as near to it as its peaks allow."""
    gain = 10 ** ((TARGET_LUFS - loudness_lufs(samples, rate_hz)) / 20)
    return samples * np.float32(min(gain, HIGHEST_PEAK / float(np.abs(samples).max())))


def _shelf(z: Spectrum, rate_hz: int) -> Spectrum:
    """The pre-filter's response, by the bilinear transform of its analogue prototype."""
    frequency_hz, gain_db, q = _SHELF
    k = np.tan(np.pi * frequency_hz / rate_hz)
    high = 10 ** (gain_db / 20)
    band = high**0.4996667741545416
    above = (high + band * k / q + k * k) + 2 * (k * k - high) * z + (high - band * k / q + k * k) * z**2
    below = (1 + k / q + k * k) + 2 * (k * k - 1) * z + (1 - k / q + k * k) * z**2
    return np.asarray(above / below)


def _high_pass(z: Spectrum, rate_hz: int) -> Spectrum:
    frequency_hz, q = _HIGH_PASS
    k = np.tan(np.pi * frequency_hz / rate_hz)
    scale = 1 + k / q + k * k
    below = 1 + 2 * (k * k - 1) / scale * z + (1 - k / q + k * k) / scale * z**2
    return np.asarray((1 - 2 * z + z**2) / below)
