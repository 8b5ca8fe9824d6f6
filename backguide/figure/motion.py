"""A movement as a function of time: which pose the body has, for any phase and any share of it.

The session names the phase; the figure answers with a posture. Nothing here runs by itself, so picture,
number and voice cannot disagree.
"""

import math
from itertools import pairwise
from typing import Literal

import numpy as np

from backguide.figure.contacts import CONTACTS, PLACES, TRAILS
from backguide.figure.motion_file import KeyPose, MotionSpec
from backguide.figure.motion_view import Seen, View
from backguide.figure.pose import SIDES, SIZE, SLOT, mirrored, posture, postures
from backguide.figure.skeleton import Array, Posture
from backguide.figure.solver import Grip, Pin, locate, settle
from backguide.figure.way import Stop, Way, minimum_jerk, solve_way, spots, through

Side = Literal["left", "right"]
START = -1  # the part "before the first": the start position
_BREATH_S = 4.5  # no breath of a hold is shorter
_BREATH_M = 0.007  # nor moves anything further
_BREATH_STEPS = 32  # a quarter of a millimetre each: every breath shows the same few pictures
_ENDS = ("left-hand", "right-hand", "left-toe", "right-toe")  # they hardly move while one breathes
_BETWEEN = np.linspace(0.0, 1.0, 7)[1:-1]  # shares of a way that the picture must hold, too
_QUIET = 0.1  # how firmly they stay, as a share of what is planted


def breathes(hold_s: float) -> bool:
    """Tell whether a hold is long enough for a breath to be seen."""
    return hold_s >= _BREATH_S


def breath(elapsed_s: float, hold_s: float) -> float:
    """How far the chest is lifted, 0 to 1: whole calm breaths that begin and end a hold without speed."""
    breaths = int(hold_s / _BREATH_S)
    if not breaths:
        return 0.0
    return 0.5 - 0.5 * math.cos(2 * math.pi * breaths * min(1.0, max(0.0, elapsed_s / hold_s)))


def _breathing_in() -> Array:
    change = np.zeros(SIZE)
    change[SLOT["thorax"].start] = -1.8
    change[SLOT["neck"].start] = 1.4
    for side in SIDES:
        change[SLOT[f"{side}_clavicle"].start] = 2.4
    return change


_BREATHING_IN = _breathing_in()
"""How a breath changes a pose, in degrees: the chest lifts by some millimetres and the shoulders with it."""


def _floor_pins(contact: str, poses: int) -> list[Pin]:
    """The contact lies on the floor, anywhere."""
    balls = CONTACTS[contact]
    return [Pin(b, np.tile((0.0, 0.0, b.radius), (poses, 1)), (0.0, 0.0, 1.0)) for b in balls]


def _grips(key: KeyPose) -> list[Grip]:
    return [Grip(PLACES[one], PLACES[other]) for one, other in key.grips]


class Motion:
    """One variation of an exercise as it moves. Written for the right side; the left is its mirror image."""

    def __init__(self, spec: MotionSpec) -> None:
        self.spec = spec
        self._keys: dict[str, Array] = {}
        self._ways: dict[tuple[str, str], Way] = {}
        self._breaths: dict[str, Array] = {}

    # -- what the stage needs to know
    @property
    def set_up_s(self) -> float:
        """Seconds to get from the ready pose into the start pose; 0 when they are one."""
        return self.spec.set_up_s if self.spec.ready != self.spec.start else 0.0

    def view(self, side: Side | None, seen: Seen = "first") -> View:
        """Where the camera stands for this side; "second" only for a motion that has two views."""
        view = self.spec.view if seen == "first" else self.spec.second_view
        assert view is not None, f"{self.spec.exercise} has no second view"
        return view.of_side(side)

    @property
    def views(self) -> tuple[Seen, ...]:
        """From where it can be seen."""
        return ("first",) if self.spec.second_view is None else ("first", "second")

    def working(self, side: Side | None) -> tuple[str, ...]:
        """Limbs that move, named by the mover's own left and right."""
        return tuple(self._sided(name, side) for name in self.spec.working)

    def muscles(self, side: Side | None) -> tuple[str, ...]:
        """Muscles that the exercise is meant for, named by the mover's own left and right."""
        return tuple(self._sided(name, side) for name in self.spec.muscles)

    @staticmethod
    def _sided(name: str, side: Side | None) -> str:
        swap = {"left": "right", "right": "left"}
        head, _, tail = name.partition("-")
        return f"{swap[head]}-{tail}" if side == "left" and head in swap else name

    def key_postures(self, side: Side | None = None, seen: Seen = "first") -> tuple[Posture, ...]:
        """Every posture waited in, held or passed through before this camera: of both sides if it stays.

        What lies between them is blended, not solved: near enough to know how far a limb reaches.
        """
        names = set(self._names())
        passed = [via.pose for via in self.spec.vias if names.issuperset(via.between)]
        poses = [self.key(name) for name in dict.fromkeys((*self._names(), *passed))]
        for origin, goal in pairwise((*self._names(), self.spec.start)):
            stops = self._stops(origin, goal)
            poses += list(through([stop.pose for stop in stops], [stop.at for stop in stops], _BETWEEN))
        others = [mirrored(pose) for pose in poses]
        if not self.view(side, seen).flip:
            poses += others
        elif side == "left":
            poses = others
        return tuple(posture(pose) for pose in poses)

    def trail(self, side: Side | None) -> Array | None:
        """Return the way (points, 3) into the first part of what the arrow follows, metres."""
        if self.spec.arrow is None:
            return None
        way = self.way(self.spec.start, self.spec.parts[0]).poses
        path = postures(mirrored(way) if side == "left" else way)
        return locate(*path, [TRAILS[self._sided(self.spec.arrow, side)]])[:, 0]

    def _names(self) -> tuple[str, ...]:
        return (self.spec.ready, self.spec.start, *self.spec.parts)

    # -- postures
    def ready(self, side: Side | None = None) -> Posture:
        """Return the posture in which one waits."""
        return self._posture(self.key(self.spec.ready), side)

    def setting_up(self, share: float, side: Side | None = None) -> Posture:
        """From the ready pose (0) into the start pose (1)."""
        return self._moving(self.spec.ready, self.spec.start, share, side)

    def entering(self, part: int, came_from: int, share: float, side: Side | None = None) -> Posture:
        """From the start pose or another part into a part; share 0 to 1 of the phase's time."""
        return self._moving(self._name(came_from), self._name(part), share, side)

    def holding(
        self, part: int, side: Side | None = None, elapsed_s: float = 0.0, hold_s: float = 0.0
    ) -> Posture:
        """Return the posture that is held, breathing: `elapsed_s` into a hold of `hold_s` seconds."""
        name = self._name(part)
        pose, full = self.key(name), round(breath(elapsed_s, hold_s) * _BREATH_STEPS) / _BREATH_STEPS
        if full:
            pose = pose + full * (self._breathed_in(name) - pose)
        return self._posture(pose, side)

    def portrait(self, side: Side | None = None) -> Posture:
        """Return the posture that stands for the whole motion in a small picture."""
        return self._posture(self.key(self.spec.portrait), side)

    def returning(self, part: int, share: float, side: Side | None = None) -> Posture:
        """From a part back to the start pose."""
        return self._moving(self._name(part), self.spec.start, share, side)

    def _name(self, part: int) -> str:
        return self.spec.start if part == START else self.spec.parts[part]

    def _moving(self, origin: str, goal: str, share: float, side: Side | None) -> Posture:
        return self._posture(self.way(origin, goal).at(minimum_jerk(share)), side)

    @staticmethod
    def _posture(pose: Array, side: Side | None) -> Posture:
        return posture(mirrored(pose) if side == "left" else pose)

    # -- solving
    def key(self, name: str) -> Array:
        """Return the solved key pose (SIZE,), planted where the poses before it are planted."""
        if name not in self._keys:
            self._keys[name] = self._settle_key(name)
        return self._keys[name]

    def _before(self, name: str) -> str | None:
        """Return the pose from which a pose takes over its contacts."""
        order = list(dict.fromkeys(self._names()))
        if name in order:
            index = order.index(name)
            return order[index - 1] if index else None
        ends = set(order)
        return next(v.between[0] for v in self.spec.vias if v.pose == name and ends.issuperset(v.between))

    def _settle_key(self, name: str) -> Array:
        wish, before = self.spec.poses[name], self._before(name)
        pins: list[Pin] = []
        for contact in wish.contacts:
            kept = before is not None and contact in self.spec.poses[before].contacts
            if before is not None and kept and contact not in wish.slides:
                places = spots(self.key(before)[None], contact)[0]
                places[:, 2] = [ball.radius for ball in CONTACTS[contact]]
                pins += [
                    Pin(b, s[None], (1.0, 1.0, 1.0)) for b, s in zip(CONTACTS[contact], places, strict=True)
                ]
            else:
                pins += _floor_pins(contact, 1)
        return np.asarray(settle(wish.angles[None], pins, _grips(wish), iterations=60)[0])

    def _breathed_in(self, name: str) -> Array:
        """Return the key pose with the chest lifted a little, everything that touches where it was."""
        if name not in self._breaths:
            pose, wish = self.key(name), self.spec.poses[name]
            held = [(contact, (1.0, 1.0, 1.0)) for contact in wish.contacts]
            held += [(end, (_QUIET, _QUIET, _QUIET)) for end in _ENDS if end not in wish.contacts]
            pins = [
                Pin(ball, spot[None], axes)
                for contact, axes in held
                for ball, spot in zip(CONTACTS[contact], spots(pose[None], contact)[0], strict=True)
            ]
            lifted = settle((pose + _BREATHING_IN)[None], pins, _grips(wish), iterations=30)[0]
            moved = np.abs(posture(lifted).joints - posture(pose).joints).max()
            self._breaths[name] = pose + (lifted - pose) * min(1.0, _BREATH_M / moved)
        return self._breaths[name]

    def way(self, origin: str, goal: str) -> Way:
        """Return the solved way between two key poses; made once."""
        if (origin, goal) not in self._ways:
            if (goal, origin) in self._ways:
                self._ways[origin, goal] = Way(self._ways[goal, origin].poses[::-1])
            else:
                self._ways[origin, goal] = solve_way(self._stops(origin, goal))
        return self._ways[origin, goal]

    def _stops(self, origin: str, goal: str) -> list[Stop]:
        stops = [(0.0, origin), (1.0, goal)]
        for via in self.spec.vias:
            if via.between == (origin, goal):
                stops.append((via.at, via.pose))
            elif via.between == (goal, origin):
                stops.append((1.0 - via.at, via.pose))
        return [Stop(at, self.spec.poses[name], self.key(name)) for at, name in sorted(stops)]
