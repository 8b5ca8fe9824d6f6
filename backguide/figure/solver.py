"""Bends wished poses so that what is planted stays planted: damped least squares over many poses at once.

A pose author writes angles; bodies differ, so angles alone leave hands above the floor. The solver finds
the pose nearest to the wish (by the ease of each joint) whose contacts lie where they should and whose
joints stay within their limits.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from backguide.figure.contacts import Ball
from backguide.figure.pose import BINDING, EASE, HIGH, LOW, SIZE, SLOT, postures
from backguide.figure.skeleton import BONES, PARENT, REST, Array

_ACCURACY_M = 0.0004  # a contact this far off weighs as much as one joint at its ease
_STEP_LIMIT = 25.0  # degrees, and metres, per iteration
_SETTLED = 1e-4  # degrees: nothing moves any more
_STUCK = 1e6  # damping at which no step helps any more
_DIAGONAL = np.arange(SIZE)
_POSITION = SLOT["position"]


class Pin(NamedTuple):
    """A ball's centre is to be at `target` (poses, 3); only the axes with weight 1 count, metres."""

    ball: Ball
    target: Array
    axes: tuple[float, float, float]


class Grip(NamedTuple):
    """Two places on the body are to meet."""

    one: Ball
    other: Ball


def _ancestry() -> Array:
    table = np.zeros((len(BONES), len(BONES)))
    for bone in range(len(BONES)):
        above = bone
        while above >= 0:
            table[bone, above] = 1.0
            above = PARENT[above]
    return table


_MOVED_BY = _ancestry()
"""(bones, bones): 1 where turning the second bone moves the first."""


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
    arms = points[:, :, None, :] - joints[:, None, :, :]
    moved = _MOVED_BY[[ball.bone for ball in balls]]
    turns = np.cross(axes[:, None], arms[:, :, :, None, :]) * moved[None, :, :, None, None]
    flat = turns.reshape(len(points), len(balls), len(BONES) * 3, 3)
    jacobian = np.swapaxes(flat, 2, 3) @ BINDING
    jacobian[..., _POSITION] += np.eye(3)
    return jacobian


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
    miss += [points[:, n + g + i] - points[:, n + i] for i in range(g)]
    slope += [slopes[:, n + i] - slopes[:, n + g + i] for i in range(g)]
    return np.concatenate(miss, axis=1) / _ACCURACY_M, np.concatenate(slope, axis=1) / _ACCURACY_M


def settle(wishes: Array, pins: Sequence[Pin], grips: Sequence[Grip], iterations: int = 14) -> Array:
    """Return the poses (poses, SIZE) nearest to the wishes that keep the pins, the grips and the limits.

    Levenberg and Marquardt's method, each pose with its own damping; joints at a limit wait until they are
    pulled back from it.
    """
    poses = np.clip(wishes, LOW, HIGH)
    if not pins and not grips:
        return poses
    damping = np.full(len(poses), 1e-3)
    miss, slope = _errors(poses, pins, grips)
    cost = _cost(poses, wishes, miss)
    for _ in range(iterations):
        tried = np.clip(poses + _step(poses, wishes, miss, slope, damping), LOW, HIGH)
        tried_miss, tried_slope = _errors(tried, pins, grips)
        tried_cost = _cost(tried, wishes, tried_miss)
        better = tried_cost < cost
        settled = not better.any() or np.abs(tried - poses)[better].max() < _SETTLED
        poses[better], cost[better] = tried[better], tried_cost[better]
        miss[better], slope[better] = tried_miss[better], tried_slope[better]
        damping = np.where(better, damping * 0.2, damping * 6.0)
        if settled and (better.any() or damping.min() > _STUCK):
            break
    return poses


def _cost(poses: Array, wishes: Array, miss: Array) -> Array:
    return np.asarray((miss**2).sum(axis=1) + (((poses - wishes) / EASE) ** 2).sum(axis=1))


def _step(poses: Array, wishes: Array, miss: Array, slope: Array, damping: Array) -> Array:
    """Return the damped step (poses, SIZE) of the joints that are not held by a limit."""
    stiffness = 1.0 / EASE**2
    pull = np.einsum("nrs,nr->ns", slope, miss) + stiffness * (wishes - poses)
    blocked = ((poses <= LOW) & (pull < 0)) | ((poses >= HIGH) & (pull > 0))
    free = np.where(blocked[:, None, :], 0.0, slope)
    normal = np.swapaxes(free, 1, 2) @ free + np.eye(SIZE) * stiffness
    normal[:, _DIAGONAL, _DIAGONAL] *= 1.0 + damping[:, None]
    step = np.linalg.solve(normal, np.where(blocked, 0.0, pull)[..., None])[..., 0]
    return np.clip(step, -_STEP_LIMIT, _STEP_LIMIT)
