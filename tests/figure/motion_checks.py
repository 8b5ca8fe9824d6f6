"""What must hold for every movement, as functions that return what is wrong: sentences, or nothing."""

from collections.abc import Callable, Iterator
from functools import partial

import numpy as np

from backguide.catalogue.model import Dose
from backguide.figure.checks import (  # noqa: F401 - the checks that authors see, too
    FRAMES_A_SECOND,
    drifting,
    floating,
    frames,
    leaving_the_floor,
    letting_go,
    names,
    outside_limits,
    straining,
    stretches,
    under_the_floor,
)
from backguide.figure.motion import START, Motion
from backguide.figure.pose import postures
from backguide.figure.skeleton import BONES, PARENT, Array, Posture
from backguide.ui.figure.inspection import ways  # noqa: F401

STEP_DEG = 2.5  # the most that a joint turns from one frame to the next
JERK_DEG_S = 7.0  # the most by which its speed changes from one frame to the next


def turning(poses: Array, seconds: float) -> Array:
    """Angular speed of every joint against the bone above it, (frames - 1, bones), degrees a second."""
    rotations, _ = postures(poses)
    above = [max(parent, 0) for parent in PARENT]
    local = np.swapaxes(rotations[:, above], -1, -2) @ rotations
    local[:, 0] = rotations[:, 0]
    change = np.swapaxes(local[:-1], -1, -2) @ local[1:]
    cosine = (np.trace(change, axis1=-2, axis2=-1) - 1) / 2
    return np.asarray(np.degrees(np.arccos(np.clip(cosine, -1, 1))) * (len(poses) - 1) / seconds)


def too_fast(poses: Array, seconds: float, limit: float) -> list[str]:
    """Joints that turn faster than the limit in degrees a second, with their peak."""
    peak = turning(poses, seconds).max(axis=0)
    return [f"{BONES[i]} {peak[i]:.0f}" for i in np.flatnonzero(peak > limit)]


def jumping(poses: Array, seconds: float) -> list[str]:
    """Joints that turn too far, or change their speed too much, from one frame to the next."""
    speed = turning(poses, seconds)
    far = speed.max(axis=0) / FRAMES_A_SECOND > STEP_DEG
    hard = np.abs(np.diff(speed, axis=0)).max(axis=0) > JERK_DEG_S
    return [f"{BONES[i]}" for i in np.flatnonzero(far | hard)]


Phase = tuple[str, float, Callable[[float], Posture]]


def phases(motion: Motion, dose: Dose) -> Iterator[Phase]:
    """Two repetitions as a session shows them: set up, enter, hold, flow or return, come out."""
    start = motion.set_up_s
    if start:
        yield "set up", start, motion.setting_up
    came_from = START
    for repetition in (1, 2):
        for part, each in enumerate(dose.parts):
            yield f"enter {part}", each.enter_s, partial(motion.entering, part, came_from)
            yield f"hold {part}", each.hold_s, partial(_held, motion, part, each.hold_s)
            came_from = part
        if repetition == 2 or not dose.flow:
            yield "return", dose.return_s, partial(motion.returning, came_from)
            came_from = START
    if start:
        yield "come out", start, partial(_leaving, motion)


def _held(motion: Motion, part: int, seconds: float, share: float) -> Posture:
    return motion.holding(part, None, share * seconds, seconds)


def _leaving(motion: Motion, share: float) -> Posture:
    return motion.setting_up(1.0 - share)


def apart(one: Posture, other: Posture) -> float:
    """How far two postures differ: metres of the joint, or radians of the bone, that differs most."""
    moved = np.abs(one.joints - other.joints).max()
    return float(max(moved, np.abs(one.rotations - other.rotations).max()))
