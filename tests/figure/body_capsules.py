"""Limbs, trunk and head as capsules around the bones: what passes through what, and how deep it may.

The capsules are thinner than the drawn body, by the depth to which soft tissue gives way; so an overlap is a
limb inside another, not skin that touches skin.
"""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

import numpy as np

from backguide.figure.skeleton import BONE_INDEX, REST, Array


class Capsule(NamedTuple):
    """A stretch of a bone, from and to as rest points, and its radius in metres. `part` names the limb."""

    part: str
    bone: int
    ends: Array
    radius: float


def _limb(part: str, side: str, bone: str, to: str, begin: float, radius: float) -> Capsule:
    start, end = REST[BONE_INDEX[side + bone]], REST[BONE_INDEX[side + to]]
    return Capsule(
        f"{side}{part}", BONE_INDEX[side + bone], np.array([start + begin * (end - start), end]), radius
    )


def _capsules() -> tuple[Capsule, ...]:
    found = []
    for side in "LR":
        found += [
            _limb("thigh", side, "thigh", "shank", 0.35, 0.055),
            _limb("shank", side, "shank", "foot", 0.1, 0.038),
            _limb("upper arm", side, "uarm", "farm", 0.35, 0.034),
            _limb("forearm", side, "farm", "hand", 0.0, 0.026),
        ]
    for bone, above in (("pelvis", "lum1"), ("lum1", "lum3"), ("lum3", "tho2"), ("tho2", "tho3")):
        ends = np.array([REST[BONE_INDEX[bone]], REST[BONE_INDEX[above]]])
        found.append(Capsule("trunk", BONE_INDEX[bone], ends, 0.085))
    head = np.array([(0.012, 0.0, 1.57), (0.005, 0.0, 1.615)])
    found.append(Capsule("head", BONE_INDEX["head"], head, 0.078))
    return tuple(found)


CAPSULES = _capsules()
DEEPEST_M = 0.010
"""How far two capsules may overlap where nothing else is said."""

_THIGHS = frozenset(("Lthigh", "Rthigh"))
ALLOWED_M: dict[tuple[str, frozenset[str]], float] = {
    ("lumbar-rotation", _THIGHS): 0.015,  # knees pressed together
    ("leg-swing", frozenset(("Rthigh", "trunk"))): 0.018,  # a thigh drawn across the belly
}
"""More where a pose presses soft parts together on purpose: by exercise and the two parts."""


def overlaps(rotations: Array, joints: Array) -> dict[frozenset[str], float]:
    """Deepest overlap in metres of every two parts that meet in any of the postures."""
    ends = {i: _world(capsule, rotations, joints) for i, capsule in enumerate(CAPSULES)}
    found: dict[frozenset[str], float] = {}
    for i, j in _pairs():
        one, other = CAPSULES[i], CAPSULES[j]
        apart = _distance(*ends[i], *ends[j]) - one.radius - other.radius
        parts = frozenset((one.part, other.part))
        found[parts] = max(found.get(parts, 0.0), float(-apart.min()))
    return {parts: depth for parts, depth in found.items() if depth > 0}


def too_deep(exercise: str, rotations: Array, joints: Array) -> list[str]:
    """Parts that pass through each other deeper than soft tissue gives way, with millimetres."""
    return [
        f"{' and '.join(sorted(parts))} {depth * 1000:.0f} mm"
        for parts, depth in overlaps(rotations, joints).items()
        if depth > ALLOWED_M.get((exercise, parts), DEEPEST_M)
    ]


def _pairs() -> Iterator[tuple[int, int]]:
    """Capsules of different parts that no joint joins."""
    joined = {frozenset((f"{s}thigh", f"{s}shank")) for s in "LR"}
    joined |= {frozenset((f"{s}upper arm", f"{s}forearm")) for s in "LR"}
    for i, j in combinations(range(len(CAPSULES)), 2):
        one, other = CAPSULES[i], CAPSULES[j]
        parts = frozenset((one.part, other.part))
        if len(parts) == 2 and parts not in joined and parts != {"trunk", "head"}:
            yield i, j


def _world(capsule: Capsule, rotations: Array, joints: Array) -> tuple[Array, Array]:
    offset = capsule.ends - REST[capsule.bone]
    turned = np.einsum("fij,ej->fei", rotations[:, capsule.bone], offset) + joints[:, capsule.bone, None]
    return turned[:, 0], turned[:, 1]


def _distance(p: Array, q: Array, r: Array, s: Array) -> Array:
    """Shortest distance of the segments p-q and r-s, (frames,), after Ericson 2005, section 5.1.9."""
    d1, d2, gap = q - p, s - r, p - r
    a, e = (d1**2).sum(-1), (d2**2).sum(-1)
    b, c, f = (d1 * d2).sum(-1), (d1 * gap).sum(-1), (d2 * gap).sum(-1)
    denominator = a * e - b * b
    skew = np.where(denominator > 1e-12, denominator, 1.0)
    u = np.where(denominator > 1e-12, np.clip((b * f - c * e) / skew, 0, 1), 0.0)
    v = (b * u + f) / e
    u = np.where(v < 0, np.clip(-c / a, 0, 1), np.where(v > 1, np.clip((b - c) / a, 0, 1), u))
    v = np.clip(v, 0, 1)
    return np.asarray(np.linalg.norm(gap + u[:, None] * d1 - v[:, None] * d2, axis=-1))
