"""Sentences to samples: the Kokoro voice, trimmed and made equally loud."""

import json

import numpy as np
import numpy.typing as npt
import onnxruntime

from devtools.process import SetupError
from devtools.voice import models
from devtools.voice.loudness import normalised
from devtools.voice.phonemes import Phonemes

RATE_HZ = 24_000
_STYLE_SHAPE = (510, 256)  # one row for every number of phonemes
_SILENT = 0.004  # of the loudest sample
_LEAD_S, _TAIL_S = 0.02, 0.08

Samples = npt.NDArray[np.float32]


class Speaker:
    """One voice. The same text always gives the same samples."""

    def __init__(self, voice: str) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # sums in one order, whatever the machine
        self._session = onnxruntime.InferenceSession(
            str(models.weights()), sess_options=options, providers=["CPUExecutionProvider"]
        )
        self._numbers: dict[str, int] = json.loads(models.vocabulary())["vocab"]
        self._style = np.frombuffer(models.style(voice), dtype=np.float32).reshape(_STYLE_SHAPE)
        self._phonemes = Phonemes()

    def say(self, text: str) -> Samples:
        """Return the sentence as mono samples at RATE_HZ, within -1 to 1. Raises SetupError."""
        phonemes = self._phonemes.of(text)
        missing = sorted(set(phonemes) - set(self._numbers))
        if missing:
            raise SetupError(f"The voice has no sound for {' '.join(missing)} in “{text}”.")
        tokens = [self._numbers[phoneme] for phoneme in phonemes]
        inputs = {
            "tokens": np.array([[0, *tokens, 0]], dtype=np.int64),
            "style": self._style[len(tokens) - 1].reshape(1, -1),
            "speed": np.array([1.0], dtype=np.float32),
        }
        spoken = np.asarray(self._session.run(None, inputs)[0], dtype=np.float32).ravel()
        return normalised(_trimmed(spoken), RATE_HZ)


def _trimmed(samples: Samples) -> Samples:
    """Cut the silence around the words, and let the last moment fade."""
    heard = np.flatnonzero(np.abs(samples) > _SILENT * np.abs(samples).max())
    first = max(0, int(heard[0]) - round(_LEAD_S * RATE_HZ))
    tail = round(_TAIL_S * RATE_HZ)
    cut = samples[first : int(heard[-1]) + tail].copy()
    fading = min(tail, len(cut))
    cut[-fading:] *= np.linspace(1.0, 0.0, fading, dtype=np.float32)
    return cut
