"""The body as skinned ellipsoids: what it is made of, and where all of it goes in a posture."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from backguide.figure.body_arm import add_arm
from backguide.figure.body_head import add_head
from backguide.figure.body_leg import (
    ABOVE_THIGH,
    add_crease,
    add_foot,
    add_knee,
    add_shank,
    add_thigh,
    hip_rings,
)
from backguide.figure.body_muscles import Patch, muscle_patches
from backguide.figure.body_trunk import TRUNK, add_hip, add_hips, add_neck, add_shirt
from backguide.figure.build import NEUTRAL, Build
from backguide.figure.sculpt import Clay, Ints, Part
from backguide.figure.skeleton import REST, Array, Posture


@dataclass(frozen=True, eq=False)
class Body:
    """A figure at rest: n ellipsoids with `centres` (n, 3), `axes` (n, 3, 3) and bone `weights` (n, bones).

    `ink` (n,) says how much contour an ellipsoid gets, `form` (n,) how much shading, `ends` (n,) how it
    tapers (`End`).
    """

    centres: Array
    axes: Array
    weights: Array
    ink: Array
    form: Array
    ends: Ints
    parts: tuple[Part, ...]
    patches: dict[str, tuple[Patch, ...]]

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """The names of the parts' groups, in the order of building."""
        return tuple(dict.fromkeys(part.group for part in self.parts))

    @cached_property
    def part_index(self) -> dict[str, int]:
        """Where each part lies in `parts`."""
        return {part.name: index for index, part in enumerate(self.parts)}

    @cached_property
    def _lengths(self) -> Array:
        lengths: Array = np.linalg.norm(self.axes, axis=1)
        return lengths

    def skin(self, posture: Posture) -> tuple[Array, Array]:
        """Return the ellipsoids in the world: centres (n, 3) and axes (n, 3, 3), radii as at rest."""
        rotations, joints = posture
        offsets = joints - (rotations @ REST[:, :, None])[:, :, 0]
        blended = (self.weights @ rotations.reshape(-1, 9)).reshape(-1, 3, 3)
        centres = (blended @ self.centres[:, :, None])[:, :, 0] + self.weights @ offsets
        axes = blended @ self.axes
        lengths = np.sqrt(np.einsum("nij,nij->nj", axes, axes))
        axes *= (self._lengths / np.maximum(lengths, 1e-9))[:, None, :]
        return centres, axes


_SIDES = (("L", 1.0), ("R", -1.0))


def build_body(build: Build = NEUTRAL) -> Body:
    """Build a figure. Takes a few milliseconds: build once and share."""
    clay = Clay()
    rings = _add_trunk(clay, build)
    for side, sign in _SIDES:
        rings |= {side + name: ids for name, ids in add_arm(clay, side, sign).items()}
        thigh = add_thigh(clay, side, sign)
        rings[side + "thigh"] = [*rings[side + "hip"][:ABOVE_THIGH], *thigh]
        rings[side + "shank"] = add_shank(clay, side, sign)
        add_crease(clay, side, sign)
        add_knee(clay, side, sign)
        add_foot(clay, side, sign)
    centres, axes, weights, ink, form, ends = (np.array(column) for column in zip(*clay.rows, strict=True))
    patches = muscle_patches(rings, centres)
    return Body(centres, axes, weights, ink, form, ends.astype(np.intp), tuple(clay.parts), patches)


def _add_trunk(clay: Clay, build: Build) -> dict[str, list[int]]:
    trunk = build.trunk(TRUNK)
    add_hips(clay, trunk)
    rings = {}
    for side, sign in _SIDES:
        rings[side + "hip"] = hip_rings(clay, side, sign)
        add_hip(clay, side, sign, rings[side + "hip"])
    rings["shirt"] = add_shirt(clay, trunk)
    add_neck(clay)
    add_head(clay, bun=build.bun)
    return rings
