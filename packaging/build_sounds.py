"""Makes the sounds in assets/sounds: run it after changing a sound, and commit what it writes.

Every sound is a few soft notes: a sine with some quieter harmonics that fade sooner than it does, as a
struck bar of wood sounds. The sounds differ in pitch contour and in rhythm, so that they can be told
apart without looking, by ears that hear little above 3 kHz and from small loudspeakers that give little
below 300 Hz. The same script always makes the same samples.
"""

from __future__ import annotations

import math
import sys
import wave
from array import array
from dataclasses import dataclass
from pathlib import Path

RATE_HZ = 44_100
PEAK = 0.5  # of full scale: -6 dBFS
RELEASE_S = 0.03  # every sound ends in silence, not in a click
HARMONICS = ((1, 1.0, 1.0), (2, 0.28, 1.8), (3, 0.10, 2.6), (4, 0.04, 3.6))  # multiple, strength, fading

G4, A4, C5, D5, E5, F5, G5, A5 = 392.0, 440.0, 523.25, 587.33, 659.26, 698.46, 783.99, 880.0


@dataclass(frozen=True)
class Note:
    """One struck note. It rises within `attack_s` and falls to 1/e in `decay_s`."""

    at_s: float
    pitch_hz: float
    decay_s: float
    strength: float = 1.0
    attack_s: float = 0.008


@dataclass(frozen=True)
class Sound:
    """The notes of one cue and its whole length."""

    length_s: float
    notes: tuple[Note, ...]


SOUNDS = {
    "get_ready": Sound(
        1.00, (Note(0.0, G4, 0.22, 0.8, 0.03), Note(0.32, C5, 0.26, 1.0, 0.03))
    ),  # two soft notes, rising
    "start": Sound(0.70, (Note(0.0, A5, 0.20),)),  # one, high and clear
    "count": Sound(0.12, (Note(0.0, F5, 0.022, 1.0, 0.002),)),  # a tick
    "end": Sound(0.85, (Note(0.0, E5, 0.16), Note(0.20, A4, 0.24))),  # two notes, falling
    "switch_side": Sound(
        0.90,
        (Note(0.0, A4, 0.08), Note(0.16, D5, 0.08), Note(0.32, A4, 0.08), Note(0.48, D5, 0.14)),
    ),  # to and fro
    "halfway": Sound(
        0.55, (Note(0.0, G5, 0.07, 0.9, 0.015), Note(0.17, G5, 0.11, 0.9, 0.015))
    ),  # the same note twice, gently
    "finished": Sound(
        1.18, (Note(0.0, C5, 0.20), Note(0.17, E5, 0.20), Note(0.34, G5, 0.30))
    ),  # a chord, upwards
}


def samples(sound: Sound) -> array[int]:
    """Return the sound as 16-bit samples whose highest is PEAK of full scale."""
    mixed = [0.0] * round(sound.length_s * RATE_HZ)
    for note in sound.notes:
        _add(mixed, note)
    _release(mixed)
    loudest = max(abs(value) for value in mixed)
    return array("h", (round(value / loudest * PEAK * 32767) for value in mixed))


def _add(mixed: list[float], note: Note) -> None:
    """Add a note to the sound from its moment to the end."""
    first = round(note.at_s * RATE_HZ)
    for index in range(first, len(mixed)):
        time_s = (index - first) / RATE_HZ
        rise = min(1.0, time_s / note.attack_s)
        rise = rise * rise * (3 - 2 * rise)
        mixed[index] += note.strength * rise * _tone(note, time_s)


def _tone(note: Note, time_s: float) -> float:
    return sum(
        strength
        * math.exp(-time_s * fading / note.decay_s)
        * math.sin(2 * math.pi * multiple * note.pitch_hz * time_s)
        for multiple, strength, fading in HARMONICS
    )


def _release(mixed: list[float]) -> None:
    """Fade the last moment to nothing."""
    count = round(RELEASE_S * RATE_HZ)
    for step in range(count):
        mixed[-1 - step] *= step / count


def write(folder: Path) -> list[Path]:
    """Write every sound as a WAV file into the folder and return the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, sound in SOUNDS.items():
        data = samples(sound)
        if sys.byteorder == "big":
            data.byteswap()
        path = folder / f"{name}.wav"
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE_HZ)
            file.writeframes(data.tobytes())
        paths.append(path)
    return paths


if __name__ == "__main__":
    target = Path(__file__).resolve().parent.parent / "assets" / "sounds"
    for written in write(target):
        print(f"{written.name}: {written.stat().st_size} bytes")
