"""Bends wished poses so that what is planted stays planted: damped least squares over many poses at once.

A pose author writes angles; bodies differ, so angles alone leave hands above the floor. The solver finds
the pose nearest to the wish (by the ease of each joint) whose contacts lie where they should and whose
joints stay within their limits.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from backguide.figure.contacts import Ball
from backguide.figure.pose import BINDING, EASE, HIGH, LOW, SIZE, SLOT, postures
from backguide.figure.skeleton import BONES, PARENT, REST, Array

_ACCURACY_M = 0.0004  # a contact this far off weighs as much as one joint at its ease
_STEP_LIMIT = 25.0  # degrees, and metres, per iteration
_DAMPING = 1e-5  # to begin with, as a share of each joint's own resistance
_STUCK = 1e4  # damping at which no step helps any more
_DIAGONAL = np.arange(SIZE)
_POSITION = SLOT["position"]
_SETTLED = np.full(SIZE, 0.01)  # degrees: who moves less than this has arrived
_SETTLED[_POSITION] = 0.0001  # metres


class Pin(NamedTuple):
    """A ball's centre is to be at `target` (poses, 3); only the axes with weight 1 count, metres."""

    ball: Ball
    target: Array
    axes: tuple[float, float, float]


class Grip(NamedTuple):
    """Two places on the body are to meet, or to lie apart: from one to the other, (poses, 3), metres."""

    one: Ball
    other: Ball
    gap: Array | float = 0.0


def _ancestry() -> Array:
    table = np.zeros((len(BONES), len(BONES)))
    for bone in range(len(BONES)):
        above = bone
        while above >= 0:
            table[bone, above] = 1.0
            above = PARENT[above]
    return table


_TURNED_BY = _ancestry() @ np.abs(BINDING.reshape(len(BONES), 3, SIZE)).sum(axis=1)
_TURNED_BY = np.where(_TURNED_BY > 0, 1.0, 0.0)
"""(bones, SIZE): 1 where an angle moves a bone. Contacts lie on bones that an angle moves wholly or not."""


def _world_axes(poses: Array, rotations: Array) -> Array:
    """World directions (poses, bones, axes, 3) about which the angles y, x, z of every bone turn it."""
    pitch = (poses @ BINDING.T).reshape(len(poses), len(BONES), 3)[..., 0]
    parents = np.array(PARENT)
    above = rotations[:, parents]
    above[:, 0] = np.eye(3)
    x_axis = np.cos(pitch)[..., None] * above[..., 0] - np.sin(pitch)[..., None] * above[..., 2]
    return np.stack([above[..., 1], x_axis, rotations[..., 2]], axis=2)


def locate(rotations: Array, joints: Array, balls: Sequence[Ball]) -> Array:
    """Centres of balls in many postures, (poses, balls, 3), metres."""
    bones = np.array([ball.bone for ball in balls])
    rest = np.array([ball.centre for ball in balls]) - REST[bones]
    centres: Array = (rotations[:, bones] @ rest[:, :, None])[..., 0] + joints[:, bones]
    return centres


def _jacobian(axes: Array, joints: Array, points: Array, balls: Sequence[Ball]) -> Array:
    """How points move with the angles: (poses, balls, 3, SIZE), metres per degree, or per metre."""
    flat = axes.reshape(len(points), len(BONES) * 3, 3)
    spins = BINDING.T @ flat
    moments = BINDING.T @ np.cross(flat, np.repeat(joints, 3, axis=1))
    moved = _TURNED_BY[[ball.bone for ball in balls]]
    x, y, z = (points[:, :, None, i] for i in range(3))
    sx, sy, sz = (spins[:, None, :, i] for i in range(3))
    turns = np.stack((sy * z - sz * y, sz * x - sx * z, sx * y - sy * x), axis=2)
    jacobian = (turns - np.swapaxes(moments, 1, 2)[:, None]) * moved[:, None, :]
    jacobian[..., _POSITION] += np.eye(3)
    return np.asarray(jacobian)


def _errors(poses: Array, pins: Sequence[Pin], grips: Sequence[Grip]) -> tuple[Array, Array]:
    """Weighted misses (poses, rows) and their Jacobian (poses, rows, SIZE)."""
    rotations, joints = postures(poses)
    axes = _world_axes(poses, rotations)
    balls = [pin.ball for pin in pins] + [grip.one for grip in grips] + [grip.other for grip in grips]
    points = locate(rotations, joints, balls)
    slopes = _jacobian(axes, joints, points, balls)
    n, g = len(pins), len(grips)
    miss = [(pin.target - points[:, i]) * pin.axes for i, pin in enumerate(pins)]
    slope = [slopes[:, i] * np.array(pin.axes)[:, None] for i, pin in enumerate(pins)]
    miss += [points[:, n + g + i] - points[:, n + i] - grip.gap for i, grip in enumerate(grips)]
    slope += [slopes[:, n + i] - slopes[:, n + g + i] for i in range(g)]
    return np.concatenate(miss, axis=1) / _ACCURACY_M, np.concatenate(slope, axis=1) / _ACCURACY_M


def settle(
    wishes: Array,
    pins: Sequence[Pin],
    grips: Sequence[Grip],
    iterations: int = 14,
    start: Array | None = None,
) -> Array:
    """Return the poses (poses, SIZE) nearest to the wishes that keep the pins, the grips and the limits.

    Levenberg and Marquardt's method, each pose with its own damping; joints at a limit wait until they are
    pulled back from it. `start` is where the search begins, the wishes when it is not given.
    """
    poses = np.clip(wishes if start is None else start, LOW, HIGH)
    if not pins and not grips:
        return poses
    damping = np.full(len(poses), _DAMPING)
    miss, slope = _errors(poses, pins, grips)
    cost = _cost(poses, wishes, miss)
    busy = np.arange(len(poses))
    for _ in range(iterations):
        tried = poses[busy] + _step(poses[busy], wishes[busy], miss[busy], slope[busy], damping[busy])
        tried = np.clip(tried, LOW, HIGH)
        tried_miss, tried_slope = _errors(tried, *_of_poses(busy, pins, grips))
        tried_cost = _cost(tried, wishes[busy], tried_miss)
        better = tried_cost < cost[busy]
        moved = np.abs((tried - poses[busy]) / _SETTLED).max(axis=1)
        won = busy[better]
        poses[won], cost[won] = tried[better], tried_cost[better]
        miss[won], slope[won] = tried_miss[better], tried_slope[better]
        damping[busy] *= np.where(better, 0.1, 10.0)
        busy = busy[(moved > 1.0) & (damping[busy] < _STUCK)]
        if not len(busy):
            break
    return poses


def _of_poses(
    chosen: NDArray[np.intp], pins: Sequence[Pin], grips: Sequence[Grip]
) -> tuple[list[Pin], list[Grip]]:
    """Return the pins and grips of some of the poses."""
    gaps = [grip.gap if isinstance(grip.gap, float) else grip.gap[chosen] for grip in grips]
    return (
        [Pin(pin.ball, pin.target[chosen], pin.axes) for pin in pins],
        [Grip(grip.one, grip.other, gap) for grip, gap in zip(grips, gaps, strict=True)],
    )


def _cost(poses: Array, wishes: Array, miss: Array) -> Array:
    return np.asarray((miss**2).sum(axis=1) + (((poses - wishes) / EASE) ** 2).sum(axis=1))


def _step(poses: Array, wishes: Array, miss: Array, slope: Array, damping: Array) -> Array:
    """Return the damped step (poses, SIZE) of the joints that are not held by a limit."""
    stiffness = 1.0 / EASE**2
    pull = (miss[:, None] @ slope)[:, 0] + stiffness * (wishes - poses)
    blocked = ((poses <= LOW) & (pull < 0)) | ((poses >= HIGH) & (pull > 0))
    free = np.where(blocked[:, None, :], 0.0, slope)
    normal = np.swapaxes(free, 1, 2) @ free
    diagonal = normal[:, _DIAGONAL, _DIAGONAL] + stiffness
    normal[:, _DIAGONAL, _DIAGONAL] = diagonal * (1.0 + damping[:, None])
    step = np.linalg.solve(normal, np.where(blocked, 0.0, pull)[..., None])[..., 0]
    return np.clip(step, -_STEP_LIMIT, _STEP_LIMIT)
