"""The way from one key pose to another, solved once and then read at any share of it.

What is planted at both ends of a stretch stays where it is, what slides goes smoothly from spot to spot,
and what lands or lifts half-way does so without speed, so that no joint is jerked.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from backguide.figure.contacts import CONTACTS, PLACES
from backguide.figure.motion_file import KeyPose
from backguide.figure.pose import HIGH, LOW, postures
from backguide.figure.skeleton import Array
from backguide.figure.solver import Grip, Pin, locate, settle

_SAMPLES = 32  # solved poses along a way
_LANDING = 0.75  # the last share of a stretch, over which a hand or foot slows down before it is planted
_ITERATIONS = 10
_AGAIN = 5
_SMOOTHINGS = 2
_KERNEL = np.exp(-0.5 * (np.arange(-5, 6) / 2.0) ** 2)
_KERNEL /= _KERNEL.sum()
_FIRM = (1.0, 1.0, 1.0)
_SLIDING = (0.005, 0.005, 1.0)  # on the floor for sure, along it only roughly on the straight line


class Stop(NamedTuple):
    """A key pose that the way goes through: at which share, what was wished, and the solved pose."""

    at: float
    wish: KeyPose
    pose: Array


class Way:
    """The solved poses from one key pose to another, (samples + 1, SIZE)."""

    def __init__(self, poses: Array) -> None:
        self.poses = poses

    def at(self, share: float) -> Array:
        """Pose (SIZE,) at a share of the way, 0 to 1; smooth between the samples (Catmull-Rom)."""
        last = len(self.poses) - 1
        x = min(1.0, max(0.0, share)) * last
        i = min(int(x), last - 1)
        u = x - i
        p1, p2 = self.poses[i], self.poses[i + 1]
        p0 = self.poses[i - 1] if i else 2 * p1 - p2
        p3 = self.poses[i + 2] if i + 2 <= last else 2 * p2 - p1
        curve = p1 + 0.5 * u * (p2 - p0 + u * (2 * p0 - 5 * p1 + 4 * p2 - p3 + u * (3 * (p1 - p2) + p3 - p0)))
        return np.asarray(np.clip(curve, LOW, HIGH))


def minimum_jerk(share: float) -> float:
    """Ease in and out as a person moves: no jump in speed at either end (Flash and Hogan 1985)."""
    u = min(1.0, max(0.0, share))
    return u * u * u * (u * (u * 6 - 15) + 10)


def spots(poses: Array, contact: str) -> Array:
    """Where the balls of a contact are, (poses, balls, 3), metres."""
    return locate(*postures(poses), CONTACTS[contact])


def through(
    points: Sequence[Array], times: Sequence[float], at: Array, rest: tuple[bool, bool] = (False, False)
) -> Array:
    """Monotone cubic through points (keys, size) given at times, at many times, (times, size).

    `rest`: whether it starts and ends without speed.
    """
    x, y = np.array(times), np.array(points)
    width = np.diff(x)[:, None]
    slope = np.diff(y, axis=0) / width
    tangent = np.zeros_like(y)
    if not rest[0]:
        tangent[0] = slope[0]
    if not rest[1]:
        tangent[-1] = slope[-1]
    same = slope[:-1] * slope[1:] > 0
    safe = np.where(same, slope[:-1] + slope[1:], 1.0)
    tangent[1:-1] = np.where(same, 2 * slope[:-1] * slope[1:] / safe, 0.0)
    k = np.clip(np.searchsorted(x, at, side="right") - 1, 0, len(x) - 2)
    u = ((at - x[k]) / width[k, 0])[:, None]
    head = y[k] * (1 + 2 * u) * (1 - u) ** 2 + tangent[k] * width[k] * u * (1 - u) ** 2
    tail = y[k + 1] * u * u * (3 - 2 * u) + tangent[k + 1] * width[k] * u * u * (u - 1)
    return np.asarray(head + tail)


def solve_way(stops: Sequence[Stop]) -> Way:
    """Return the way through the stops, the first at 0 and the last at 1."""
    at = np.linspace(0.0, 1.0, _SAMPLES + 1)
    wishes = through([stop.pose for stop in stops], [stop.at for stop in stops], at)
    poses = wishes.copy()
    stretches = []
    for index, (one, other) in enumerate(pairwise(stops)):
        inside = (at >= one.at) & (at <= other.at)
        stretches.append((inside, _Stretch(stops, index, at[inside])))
    for inside, stretch in stretches:
        poses[inside] = stretch.settle(wishes[inside])
    for _ in range(_SMOOTHINGS):
        smooth = _smoothed(poses)
        for inside, stretch in stretches:
            poses[inside] = stretch.settle_again(smooth[inside])
    return Way(poses)


def _smoothed(poses: Array) -> Array:
    """Poses (samples, SIZE) with what jumps from sample to sample evened out; both ends stay."""
    reach = len(_KERNEL) // 2
    before, after = 2 * poses[0] - poses[reach:0:-1], 2 * poses[-1] - poses[-2 : -reach - 2 : -1]
    padded = np.concatenate((before, poses, after))
    return np.asarray(sum(w * padded[i : i + len(poses)] for i, w in enumerate(_KERNEL)))


class _Stretch:
    """The part of a way between two neighbouring stops, at some shares of the whole way."""

    def __init__(self, stops: Sequence[Stop], index: int, at: Array) -> None:
        self._stops, self._index, self._at = stops, index, at
        self._one, self._other = stops[index], stops[index + 1]
        self._pins = [pin for contact in _contacts(self._one, self._other) for pin in self._planted(contact)]
        self._grips = [Grip(PLACES[a], PLACES[b]) for a, b in _grips(self._one, self._other)]

    def settle(self, wishes: Array) -> Array:
        """Return the poses nearest to the wishes that keep what is planted and land softly."""
        poses = settle(wishes, self._pins, self._grips, _ITERATIONS)
        soft_pins, soft_grips = self._landings(poses)
        if soft_pins or soft_grips:
            self._pins += soft_pins
            self._grips += soft_grips
            poses = settle(wishes, self._pins, self._grips, _ITERATIONS, start=poses)
        return poses

    def settle_again(self, poses: Array) -> Array:
        """Return the poses nearest to those given that keep the same."""
        return settle(poses, self._pins, self._grips, _AGAIN)

    def _planted(self, contact: str) -> list[Pin]:
        """Pin a contact to its spots at the stops in a row at which it is planted."""
        first, last = self._index, self._index + 1
        while first and contact in _contacts(self._stops[first - 1], self._stops[first]):
            first -= 1
        while last + 1 < len(self._stops) and contact in _contacts(self._stops[last], self._stops[last + 1]):
            last += 1
        row = self._stops[first : last + 1]
        keys = [spots(stop.pose[None], contact).ravel() for stop in row]
        rest = (first > 0, last + 1 < len(self._stops))
        path = through(keys, [stop.at for stop in row], self._at, rest).reshape(len(self._at), -1, 3)
        axes = _SLIDING if contact in self._one.wish.slides | self._other.wish.slides else _FIRM
        return [Pin(ball, path[:, i], axes) for i, ball in enumerate(CONTACTS[contact])]

    def _landings(self, poses: Array) -> tuple[list[Pin], list[Grip]]:
        """What is free here and planted next to here slows down on its way to the floor or the grip."""
        pins: list[Pin] = []
        grips: list[Grip] = []
        here_contacts, here_grips = _contacts(self._one, self._other), _grips(self._one, self._other)
        lands = self._stops[self._index + 1 : self._index + 3]
        lifts = self._stops[max(0, self._index - 1) : self._index + 1]
        for neighbours, lift in ((lands, False), (lifts, True)):
            if len(neighbours) < 2:
                continue
            late = self._eased(lift=lift)
            for contact in _contacts(*neighbours) - here_contacts:
                path = through(list(spots(poses, contact).reshape(len(poses), -1)), list(self._at), late)
                path = path.reshape(len(poses), -1, 3)
                pins += [Pin(b, path[:, i], _FIRM) for i, b in enumerate(CONTACTS[contact])]
            for a, b in _grips(*neighbours) - here_grips:
                ends = locate(*postures(poses), [PLACES[a], PLACES[b]])
                gap = through(list(ends[:, 1] - ends[:, 0]), list(self._at), late)
                grips.append(Grip(PLACES[a], PLACES[b], gap))
        return pins, grips

    def _eased(self, *, lift: bool) -> Array:
        """Shares of the way that come to a stop at the end of the stretch, or set out slowly after it."""
        share = (self._at - self._one.at) / (self._other.at - self._one.at)
        if lift:
            share = 1.0 - share
        t = np.clip((share - (1.0 - _LANDING)) / _LANDING, 0.0, 1.0)
        share = np.where(share > 1.0 - _LANDING, 1.0 - _LANDING + _LANDING * t * (1.0 + t * (1.0 - t)), share)
        if lift:
            share = 1.0 - share
        return np.asarray(self._one.at + share * (self._other.at - self._one.at))


def _contacts(one: Stop, other: Stop) -> set[str]:
    """Return what is planted at both stops."""
    return set(one.wish.contacts) & set(other.wish.contacts)


def _grips(one: Stop, other: Stop) -> set[tuple[str, str]]:
    return set(one.wish.grips) & set(other.wish.grips)
