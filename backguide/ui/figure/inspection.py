"""An author's look at a motion: eight moments that tell it, and what is wrong with it, as sentences."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from backguide.catalogue.model import Dose, Side
from backguide.figure import checks
from backguide.figure.contacts import other_side
from backguide.figure.motion import Motion
from backguide.figure.pose import mirrored
from backguide.figure.skeleton import Posture
from backguide.figure.way import minimum_jerk
from backguide.ui.figure.playback import RepetitionLoop

MOMENTS = 8
_SIDE_FLIP = np.array((1.0, -1.0, 1.0))


class Moment(NamedTuple):
    """One picture of the sheet: the phase's name, its second in the repetition, and what is to be marked."""

    phase: str
    second: float
    posture: Posture
    touches: list[checks.Touch]
    beyond: list[checks.Beyond]


class _Leg(NamedTuple):
    phase: str
    start_s: float
    duration_s: float
    origin: str
    goal: str

    @property
    def moves(self) -> bool:
        return self.origin != self.goal


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


def moments(motion: Motion, dose: Dose, side: Side | None) -> list[Moment]:
    """Return eight moments of a repetition: every pose that is held, and the ways by their length."""
    loop, legs = RepetitionLoop(motion, dose), _legs(motion, dose)
    shares = _shares(legs)
    found = []
    for leg, parts in zip(legs, shares, strict=True):
        for share in parts:
            second = leg.start_s + share * leg.duration_s
            found.append(_moment(motion, leg, minimum_jerk(share), second, loop.posture(second, side), side))
    return found


def _legs(motion: Motion, dose: Dose) -> list[_Leg]:
    """Return the waiting at the beginning, then every way and every hold of a repetition."""
    spec, loop = motion.spec, RepetitionLoop(motion, dose)
    pairs = [(spec.ready, spec.start)] if motion.set_up_s else []
    came_from = spec.start
    for name in spec.parts:
        pairs += [(came_from, name), (name, name)]
        came_from = name
    pairs += [(came_from, spec.start)]
    pairs += [(spec.start, spec.ready)] if motion.set_up_s else []
    legs = [
        _Leg(stretch.name, stretch.start_s, stretch.duration_s, *pair)
        for stretch, pair in zip(loop.stretches[:-1], pairs, strict=True)
    ]
    return [_Leg("Ready", 0.0, 0.0, spec.ready, spec.ready), *legs]


def _shares(legs: list[_Leg]) -> list[list[float]]:
    """Deal eight pictures out: one to what is held, the rest to the ways by their length."""
    counts = [1] * len(legs)
    for _ in range(MOMENTS - len(legs)):
        waits = [
            leg.duration_s / (count + 1) if leg.moves else 0 for leg, count in zip(legs, counts, strict=True)
        ]
        counts[int(np.argmax(waits))] += 1
    return [[(k + 1) / (count + 1) for k in range(count)] for count in counts]


def _moment(
    motion: Motion, leg: _Leg, share: float, second: float, posture: Posture, side: Side | None
) -> Moment:
    touches = checks.touches(motion, leg.origin, leg.goal, share)
    pose = motion.way(leg.origin, leg.goal).at(share) if leg.moves else motion.spec.poses[leg.origin].angles
    if side == "left":
        pose = mirrored(pose)
        touches = [
            touch._replace(contact=other_side(touch.contact), spots=touch.spots * _SIDE_FLIP)
            for touch in touches
        ]
    return Moment(leg.phase, second, posture, touches, checks.beyond(pose))


def problems(motion: Motion, dose: Dose) -> list[str]:
    """Return what is wrong with a motion as sentences, for the right side; the left is its mirror image."""
    found = [sentence for name in checks.names(motion) for sentence in _of_pose(motion, name)]
    seen: set[frozenset[str]] = set()
    for origin, goal, seconds in ways(motion, dose):
        if frozenset((origin, goal)) not in seen:  # the way back is the way there, reversed
            found += _of_way(motion, origin, goal, seconds)
        seen.add(frozenset((origin, goal)))
    return list(dict.fromkeys(found))


def hints(motion: Motion) -> list[str]:
    """Return what may be meant and is worth a look: joints that contacts bend to their limit."""
    return [
        f"Worth a look: pose {name} needs {word} at its limit for its contacts, far from what is written."
        for name in checks.names(motion)
        for word in sorted(checks.straining(motion, name))
    ]


def _of_pose(motion: Motion, name: str) -> Iterator[str]:
    for each in checks.beyond(motion.spec.poses[name].angles):
        yield f"Pose {name}: {described(each)}."
    for what in checks.floating(motion, name):
        if " from " in what:
            yield f"Pose {name}: the grip does not close, {_apart(what)}."
        else:
            yield f"Pose {name}: {_apart(what)} off the floor, although it is a contact."


def _of_way(motion: Motion, origin: str, goal: str, seconds: float) -> Iterator[str]:
    poses = checks.frames(motion, origin, goal, seconds)
    way = f"From {origin} to {goal}"
    for word in checks.outside_limits(poses):
        yield f"{way}: {word} leaves its range."
    for what in checks.under_the_floor(poses):
        yield f"{way}: {_apart(what)} under the floor."
    for one, other, inside in checks.stretches(motion, origin, goal, len(poses)):
        for what in checks.drifting(motion, one, other, poses[inside]):
            yield f"{way}: {_apart(what)} away from where it is planted."
        for what in checks.leaving_the_floor(motion, one, other, poses[inside]):
            yield f"{way}: {_apart(what)} off the floor, although both poses touch it."
        for what in checks.letting_go(motion, one, other, poses[inside]):
            yield f"{way}: the grip opens, {_apart(what)}."


def _apart(what: str) -> str:
    """Turn "left-palm 12 mm" into "left-palm is 12 mm"."""
    name, number, unit = what.rsplit(" ", 2)
    return f"{name} is {number} {unit}"


def described(each: checks.Beyond) -> str:
    """Return an angle out of its range, such as "right_knee flexion 175, at most 157"."""
    unit = " m" if each.word == "position" else "°"
    bound = f"at least {each.low:g}" if each.value < each.low else f"at most {each.high:g}"
    return f"{each.word} {each.angle} {each.value:.4g}{unit}, {bound}{unit}"
