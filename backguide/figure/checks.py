"""What must hold for every movement, as functions that return what is wrong; and what touches the floor."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from backguide.figure.contacts import CONTACTS, PLACES
from backguide.figure.motion import Motion
from backguide.figure.pose import HIGH, LOW, SLOT, joint_of, postures
from backguide.figure.skeleton import Array
from backguide.figure.solver import locate
from backguide.figure.way import minimum_jerk

FRAMES_A_SECOND = 60
DEEPEST_M = 0.005
DRIFT_M = 0.005
GAP_M = 0.012
STRAIN_DEG = 8.0
_TOLERANCE_DEG = 0.5


def frames(motion: Motion, origin: str, goal: str, seconds: float) -> Array:
    """The poses of one way at 60 frames a second, (frames, size)."""
    count = max(2, round(seconds * FRAMES_A_SECOND))
    way = motion.way(origin, goal)
    return np.array([way.at(minimum_jerk(share)) for share in np.linspace(0, 1, count)])


def names(motion: Motion) -> tuple[str, ...]:
    """Every key pose of the motion, waited in, held or passed through."""
    spec = motion.spec
    main = (spec.ready, spec.start, *spec.parts)
    passed = [via.pose for via in spec.vias if set(via.between) <= set(main)]
    return tuple(dict.fromkeys((*main, *passed)))


def stops(motion: Motion, origin: str, goal: str) -> list[tuple[float, str]]:
    """The poses that a way goes through, and at which share of it."""
    passed = [
        (via.at if via.between[0] == origin else 1.0 - via.at, via.pose)
        for via in motion.spec.vias
        if set(via.between) == {origin, goal}
    ]
    return sorted([(0.0, origin), (1.0, goal), *passed])


def stretches(motion: Motion, origin: str, goal: str, count: int) -> Iterator[tuple[str, str, slice]]:
    """The poses that a way of `count` frames goes through two by two, and the frames in between."""
    shares = np.array([minimum_jerk(share) for share in np.linspace(0, 1, count)])
    for (begin, one), (end, other) in pairwise(stops(motion, origin, goal)):
        inside = np.flatnonzero((shares >= begin) & (shares <= end))
        yield one, other, slice(inside[0], inside[-1] + 1)


# -- what is wrong


def outside_limits(poses: Array) -> list[str]:
    """Words whose angles leave the joints' limits."""
    wrong = (poses < LOW - _TOLERANCE_DEG) | (poses > HIGH + _TOLERANCE_DEG)
    return [word for word, slot in SLOT.items() if wrong[:, slot].any()]


class Beyond(NamedTuple):
    """An angle that leaves its joint's range: which word and angle, how many degrees, and what is allowed."""

    word: str
    angle: str
    value: float
    low: float
    high: float


def beyond(pose: Array) -> list[Beyond]:
    """Angles of one pose (SIZE,) that leave their range."""
    wrong = (pose < LOW - _TOLERANCE_DEG) | (pose > HIGH + _TOLERANCE_DEG)
    return [
        Beyond(word, joint_of(word).angles[i - slot.start], float(pose[i]), float(LOW[i]), float(HIGH[i]))
        for word, slot in SLOT.items()
        for i in range(slot.start, slot.stop)
        if wrong[i]
    ]


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


def leaving_the_floor(motion: Motion, origin: str, goal: str, poses: Array) -> list[str]:
    """Contacts planted at both ends that rise or sink on the way, sliding or not, with millimetres."""
    rotations, joints = postures(poses)
    found = []
    for contact in set(motion.spec.poses[origin].contacts) & set(motion.spec.poses[goal].contacts):
        radii = [ball.radius for ball in CONTACTS[contact]]
        off = np.abs(locate(rotations, joints, CONTACTS[contact])[..., 2] - radii).max()
        if off > DEEPEST_M:
            found.append(f"{contact} {off * 1000:.0f} mm")
    return found


def letting_go(motion: Motion, origin: str, goal: str, poses: Array) -> list[str]:
    """Grips that hold at both ends and do not on the way, with millimetres."""
    rotations, joints = postures(poses)
    found = []
    for one, other in set(motion.spec.poses[origin].grips) & set(motion.spec.poses[goal].grips):
        ends = locate(rotations, joints, [PLACES[one], PLACES[other]])
        gap = np.linalg.norm(ends[:, 0] - ends[:, 1], axis=-1).max()
        if gap > GAP_M:
            found.append(f"{one} from {other} {gap * 1000:.0f} mm")
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


def straining(motion: Motion, name: str) -> set[str]:
    """Words of a key pose with an angle pushed to its limit although it was wished well within."""
    pose, wish = motion.key(name), motion.spec.poses[name].angles
    low = (pose <= LOW + 0.2) & (wish > LOW + STRAIN_DEG)
    high = (pose >= HIGH - 0.2) & (wish < HIGH - STRAIN_DEG)
    return {word for word, slot in SLOT.items() if (low | high)[slot].any()}


# -- what touches the floor


class Touch(NamedTuple):
    """A contact: where its balls meet the floor, (balls, 3), and the most that one is off it, in metres."""

    contact: str
    spots: Array
    slides: bool
    off_m: float


def touches(motion: Motion, origin: str, goal: str, share: float) -> list[Touch]:
    """What is on the floor at a share of the way, the right side working; one pose's when both are one."""
    one, other = _around(motion, origin, goal, share)
    pose = motion.key(origin) if origin == goal else motion.way(origin, goal).at(share)
    rotations, joints = postures(pose[None])
    found = []
    for contact in motion.spec.poses[one].contacts:
        if contact not in motion.spec.poses[other].contacts:
            continue
        balls = CONTACTS[contact]
        spots = locate(rotations, joints, balls)[0] - [(0.0, 0.0, ball.radius) for ball in balls]
        slides = contact in motion.spec.poses[one].slides | motion.spec.poses[other].slides
        found.append(Touch(contact, spots, slides, float(np.abs(spots[:, 2]).max())))
    return found


def _around(motion: Motion, origin: str, goal: str, share: float) -> tuple[str, str]:
    """Return the two poses between which the body is; at a pose, that pose twice."""
    if origin == goal:
        return origin, goal
    for (begin, one), (end, other) in pairwise(stops(motion, origin, goal)):
        if begin <= share <= end:
            return one, other
    return origin, goal
