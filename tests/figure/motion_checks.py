"""What must hold for every movement, as functions that return what is wrong: sentences, or nothing."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise

import numpy as np

from backguide.catalogue.model import Dose
from backguide.figure.contacts import CONTACTS, PLACES
from backguide.figure.motion import START, Motion
from backguide.figure.pose import HIGH, LOW, SLOT, postures
from backguide.figure.skeleton import BONES, PARENT, Array, Posture
from backguide.figure.solver import locate
from backguide.figure.way import minimum_jerk

FRAMES_A_SECOND = 60
DEEPEST_M = 0.005
DRIFT_M = 0.005
GAP_M = 0.012
STRAIN_DEG = 8.0
STEP_DEG = 2.5  # the most that a joint turns from one frame to the next
JERK_DEG_S = 7.0  # the most by which its speed changes from one frame to the next


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


def stretches(motion: Motion, origin: str, goal: str, count: int) -> Iterator[tuple[str, str, slice]]:
    """The poses that a way of `count` frames goes through two by two, and the frames in between."""
    stops = [(0.0, origin), (1.0, goal)]
    stops += [
        (via.at if via.between[0] == origin else 1.0 - via.at, via.pose)
        for via in motion.spec.vias
        if set(via.between) == {origin, goal}
    ]
    shares = np.array([minimum_jerk(share) for share in np.linspace(0, 1, count)])
    for (begin, one), (end, other) in pairwise(sorted(stops)):
        inside = np.flatnonzero((shares >= begin) & (shares <= end))
        yield one, other, slice(inside[0], inside[-1] + 1)


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


def names(motion: Motion) -> tuple[str, ...]:
    """Every key pose of the motion, waited in, held or passed through."""
    spec = motion.spec
    main = (spec.ready, spec.start, *spec.parts)
    passed = [via.pose for via in spec.vias if set(via.between) <= set(main)]
    return tuple(dict.fromkeys((*main, *passed)))


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
