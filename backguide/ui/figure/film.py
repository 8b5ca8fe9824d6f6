"""A repetition as a film: which postures follow each other, how long each is seen."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from backguide.catalogue.model import Dose, Side
from backguide.figure.motion import Motion
from backguide.figure.motion_view import Seen
from backguide.figure.skeleton import Posture
from backguide.ui.figure.motion_scene import motion_scene
from backguide.ui.figure.playback import RepetitionLoop
from backguide.ui.figure.scene import FigureScene

FRAME_MS = {".webp": 40, ".gif": 50}
"""How long a frame is seen: 25 and 20 frames a second. A .gif counts hundredths of a second."""


class Shot(NamedTuple):
    """A posture before its scene, seen for some milliseconds."""

    scene: FigureScene
    posture: Posture
    duration_ms: int


def film(
    motion: Motion,
    dose: Dose,
    sides: Sequence[Side | None],
    size: tuple[int, int],
    theme: str,
    frame_ms: int,
    seen: Seen = "first",
) -> tuple[Shot, ...]:
    """Return one whole repetition of every side in turn, that goes round without a jump."""
    loop = RepetitionLoop(motion, dose)
    count = round(loop.duration_s * 1000 / frame_ms)
    shots = []
    for side in sides:
        scene = motion_scene(motion, side, size, theme, seen)
        moments = (loop.duration_s * index / count for index in range(count))
        shots += [Shot(scene, loop.posture(moment_s, side), frame_ms) for moment_s in moments]
    return tuple(shots)


def starts_ms(shots: Sequence[Shot]) -> Iterator[int]:
    """Yield when each shot begins, in milliseconds."""
    start_ms = 0
    for shot in shots:
        yield start_ms
        start_ms += shot.duration_ms
