"""What must hold for every movement, as functions that return what is wrong: sentences, or nothing."""

from collections.abc import Iterator

import numpy as np

from backguide.catalogue.model import Dose
from backguide.figure.contacts import CONTACTS, PLACES
from backguide.figure.motion import Motion
from backguide.figure.pose import HIGH, LOW, SLOT, postures
from backguide.figure.skeleton import Array
from backguide.figure.solver import locate
from backguide.figure.way import minimum_jerk

FRAMES_A_SECOND = 60
DEEPEST_M = 0.005
DRIFT_M = 0.005
GAP_M = 0.012


def ways(motion: Motion, dose: Dose) -> Iterator[tuple[str, str, float]]:
    """Every way that a session takes: from, to and its seconds."""
    spec = motion.spec
    if spec.ready != spec.start:
        yield spec.ready, spec.start, motion.set_up_s
    came_from = spec.start
    for name, part in zip(spec.parts, dose.parts, strict=True):
        yield came_from, name, part.enter_s
        came_from = name
    yield came_from, spec.start, dose.return_s
    if dose.flow:
        yield came_from, spec.parts[0], dose.parts[0].enter_s


def frames(motion: Motion, origin: str, goal: str, seconds: float) -> Array:
    """The poses of one way at 60 frames a second, (frames, size)."""
    count = max(2, round(seconds * FRAMES_A_SECOND))
    way = motion.way(origin, goal)
    return np.array([way.at(minimum_jerk(share)) for share in np.linspace(0, 1, count)])


def outside_limits(poses: Array) -> list[str]:
    """Words whose angles leave the joints' limits."""
    wrong = (poses < LOW - 0.5) | (poses > HIGH + 0.5)
    return [word for word, slot in SLOT.items() if wrong[:, slot].any()]


def under_the_floor(poses: Array) -> list[str]:
    """Contacts that sink into the floor, with millimetres."""
    rotations, joints = postures(poses)
    found = []
    for contact, balls in CONTACTS.items():
        lowest = locate(rotations, joints, balls)[..., 2].min(axis=0) - [ball.radius for ball in balls]
        if lowest.min() < -DEEPEST_M:
            found.append(f"{contact} {-lowest.min() * 1000:.0f} mm")
    return found


def drifting(motion: Motion, origin: str, goal: str, poses: Array) -> list[str]:
    """Contacts that are planted at both ends and move on the way, with millimetres."""
    first, second = motion.spec.poses[origin], motion.spec.poses[goal]
    rotations, joints = postures(poses)
    found = []
    for contact in set(first.contacts) & set(second.contacts) - first.slides - second.slides:
        spots = locate(rotations, joints, CONTACTS[contact])
        drift = np.linalg.norm(spots - spots[:1], axis=-1).max()
        if drift > DRIFT_M:
            found.append(f"{contact} {drift * 1000:.0f} mm")
    return found


def floating(motion: Motion, name: str) -> list[str]:
    """Contacts of a key pose that miss the floor, and grips that do not meet, with millimetres."""
    rotations, joints = postures(motion.key(name)[None])
    found = []
    for contact in motion.spec.poses[name].contacts:
        balls = CONTACTS[contact]
        miss = locate(rotations, joints, balls)[0, :, 2] - [ball.radius for ball in balls]
        if np.abs(miss).max() > DEEPEST_M:
            found.append(f"{contact} {np.abs(miss).max() * 1000:.0f} mm")
    for one, other in motion.spec.poses[name].grips:
        ends = locate(rotations, joints, [PLACES[one], PLACES[other]])[0]
        gap = np.linalg.norm(ends[0] - ends[1])
        if gap > GAP_M:
            found.append(f"{one} from {other} {gap * 1000:.0f} mm")
    return found


def names(motion: Motion) -> tuple[str, ...]:
    """Every key pose of the motion, waited in, held or passed through."""
    spec = motion.spec
    main = (spec.ready, spec.start, *spec.parts)
    passed = [via.pose for via in spec.vias if set(via.between) <= set(main)]
    return tuple(dict.fromkeys((*main, *passed)))
