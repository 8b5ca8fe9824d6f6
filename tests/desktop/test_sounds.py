"""The sounds on disk are what the script makes, and no two can be taken for each other."""

import importlib.util
import itertools
import sys
import wave
from pathlib import Path

import numpy as np
import pytest

from backguide import assets
from backguide.desktop.sound import Cue

SCRIPT = Path(__file__).parents[2] / "packaging" / "build_sounds.py"
RATE_HZ = 44_100
FRAME = 441


@pytest.fixture(scope="module")
def build_sounds():
    spec = importlib.util.spec_from_file_location("build_sounds", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    sys.modules["build_sounds"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["build_sounds"]


def path_of(cue: Cue) -> Path:
    return assets.folder() / "sounds" / f"{cue}.wav"


def read(path: Path) -> np.ndarray:
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE_HZ)
        return np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(int)


def envelope(samples: np.ndarray) -> np.ndarray:
    count = len(samples) // FRAME
    return np.abs(samples[: count * FRAME]).reshape(count, FRAME).max(axis=1)


def onsets_s(samples: np.ndarray) -> list[float]:
    """Moments at which the sound grows by half within 40 ms, so that it is heard as a new note."""
    loudness = np.concatenate([np.zeros(4), envelope(samples)])
    found: list[float] = []
    for frame in range(4, len(loudness)):
        grows = loudness[frame] > 1.5 * loudness[frame - 4 : frame].min() + 800
        time_s = (frame - 4) * FRAME / RATE_HZ
        if grows and (not found or time_s - found[-1] > 0.08):
            found.append(time_s)
    return found


def pitch_hz(samples: np.ndarray, at_s: float) -> float:
    """The strongest frequency just after an onset that was not there just before it."""
    window = np.hanning(4096)

    def spectrum(start: int) -> np.ndarray:
        piece = samples[max(0, start) : max(0, start) + 4096]
        return np.abs(np.fft.rfft(np.pad(piece, (0, 4096 - len(piece))) * window, 16384))

    first = int((at_s + 0.01) * RATE_HZ)
    fresh = spectrum(first) - (spectrum(first - 5500) if first > 5500 else 0)
    return float(np.argmax(fresh) * RATE_HZ / 16384)


def contour(samples: np.ndarray) -> tuple[int, ...]:
    """Ups, downs and repeats of the melody."""
    pitches = [pitch_hz(samples, at_s) for at_s in onsets_s(samples)]
    return tuple(
        0 if abs(after / before - 1) < 0.03 else (1 if after > before else -1)
        for before, after in itertools.pairwise(pitches)
    )


def centroid_hz(samples: np.ndarray) -> float:
    power = np.abs(np.fft.rfft(samples))
    return float((power * np.fft.rfftfreq(len(samples), 1 / RATE_HZ)).sum() / power.sum())


def test_every_cue_has_its_file_and_no_file_is_left_over():
    assert {path.name for path in (assets.folder() / "sounds").iterdir()} == {f"{cue}.wav" for cue in Cue}


def test_the_files_are_what_the_script_makes(build_sounds, tmp_path: Path):
    written = build_sounds.write(tmp_path)
    assert [path.stem for path in written] == list(Cue)
    for path in written:
        made, stored = read(path), read(assets.folder() / "sounds" / path.name)
        assert len(made) == len(stored)
        # Mathematical libraries may differ in the last bit, which can round a sample to its neighbour.
        assert np.abs(made - stored).max() <= 1, path.name


@pytest.mark.parametrize("cue", list(Cue))
def test_a_sound_is_short_does_not_clip_and_ends_in_silence(cue: Cue):
    samples = read(path_of(cue))
    assert 0.05 < len(samples) / RATE_HZ <= 1.2
    peak_db = 20 * np.log10(np.abs(samples).max() / 32768)
    assert -7 <= peak_db <= -5
    assert abs(samples[0]) < 300
    assert np.abs(samples[-20:]).max() < 30
    assert abs(samples.mean()) < 50


@pytest.mark.parametrize(
    ("cue", "melody"),
    [
        (Cue.GET_READY, (1,)),
        (Cue.START, ()),
        (Cue.COUNT, ()),
        (Cue.END, (-1,)),
        (Cue.SWITCH_SIDE, (1, -1, 1)),
        (Cue.HALFWAY, (0,)),
        (Cue.FINISHED, (1, 1)),
    ],
)
def test_a_sound_has_its_own_melody(cue: Cue, melody: tuple[int, ...]):
    assert contour(read(path_of(cue))) == melody


@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(Cue, 2)))
def test_two_sounds_differ_in_melody_or_plainly_in_pitch_and_length(one: Cue, other: Cue):
    first, second = read(path_of(one)), read(path_of(other))
    if contour(first) != contour(second):
        return
    shorter, longer = sorted((len(first), len(second)))
    lower, higher = sorted((centroid_hz(first), centroid_hz(second)))
    assert longer > 3 * shorter
    assert higher > 1.2 * lower


def test_start_is_the_highest_sound():
    centroids = {cue: centroid_hz(read(path_of(cue))) for cue in Cue}
    assert max(centroids, key=centroids.__getitem__) is Cue.START
