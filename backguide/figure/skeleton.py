"""The bones of a person 1.70 m tall, and forward kinematics for many poses at once.

Rest is standing with arms hanging and palms ahead. World and rest axes: x ahead, y to the mover's left,
z up; metres. Every bone's rest rotation is the identity, so a posture is one world rotation and one world
joint position per bone. Body ratios: Drillis and Contini 1966, ANSUR II 2012.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

_AXIAL = (
    ("pelvis", "", (0.0, 0.0, 0.90)),
    ("lum1", "pelvis", (-0.025, 0.0, 0.985)),
    ("lum2", "lum1", (-0.022, 0.0, 1.035)),
    ("lum3", "lum2", (-0.024, 0.0, 1.085)),
    ("tho1", "lum3", (-0.030, 0.0, 1.140)),
    ("tho2", "tho1", (-0.038, 0.0, 1.210)),
    ("tho3", "tho2", (-0.036, 0.0, 1.290)),
    ("neck", "tho3", (-0.022, 0.0, 1.425)),
    ("head", "neck", (-0.002, 0.0, 1.505)),
)
_LIMBS = (
    ("clav", "tho3", (0.0, 0.025, 1.385)),
    ("uarm", "clav", (-0.006, 0.160, 1.385)),
    ("farm", "uarm", (-0.006, 0.168, 1.105)),
    ("hand", "farm", (-0.006, 0.172, 0.855)),
    ("thigh", "pelvis", (0.0, 0.086, 0.90)),
    ("shank", "thigh", (0.004, 0.084, 0.485)),
    ("foot", "shank", (-0.004, 0.084, 0.075)),
    ("toes", "foot", (0.125, 0.086, 0.022)),
)


def _all_bones() -> list[tuple[str, str, tuple[float, float, float]]]:
    bones = list(_AXIAL)
    for side, sign in (("L", 1.0), ("R", -1.0)):
        for name, parent, (x, y, z) in _LIMBS:
            above = parent if parent in ("tho3", "pelvis") else side + parent
            bones.append((side + name, above, (x, sign * y, z)))
    return bones


_ALL = _all_bones()
BONES: tuple[str, ...] = tuple(name for name, _, _ in _ALL)
BONE_INDEX: dict[str, int] = {name: index for index, name in enumerate(BONES)}
PARENT: tuple[int, ...] = tuple(BONE_INDEX[parent] if parent else -1 for _, parent, _ in _ALL)
REST: Array = np.array([position for _, _, position in _ALL])
"""Rest joint position of every bone, (bones, 3), metres."""

OFFSET: Array = np.array([REST[i] - (REST[p] if p >= 0 else 0.0) for i, p in enumerate(PARENT)])
"""From the parent's joint to the bone's own, at rest, (bones, 3), metres."""


class Posture(NamedTuple):
    """The body in space: world `rotations` (bones, 3, 3) and world `joints` (bones, 3), metres."""

    rotations: Array
    joints: Array

    def point(self, bone: str, rest_point: Array) -> Array:
        """World position, (3,), of a point given where it lies at rest."""
        index = BONE_INDEX[bone]
        world: Array = self.rotations[index] @ (rest_point - REST[index]) + self.joints[index]
        return world


def _levels() -> list[tuple[Array, Array]]:
    depth = [0] * len(BONES)
    for index, parent in enumerate(PARENT):
        depth[index] = depth[parent] + 1 if parent >= 0 else 0
    levels = []
    for level in range(1, max(depth) + 1):
        bones = [i for i in range(len(BONES)) if depth[i] == level]
        levels.append((np.array(bones), np.array([PARENT[i] for i in bones])))
    return levels


_LEVELS = _levels()


def rotation_yxz(angles: Array) -> Array:
    """Rotations Ry(a) Rx(b) Rz(c) of angles (..., 3) in radians, as (..., 3, 3)."""
    cosines, sines = np.cos(angles), np.sin(angles)
    cy, cx, cz = cosines[..., 0], cosines[..., 1], cosines[..., 2]
    sy, sx, sz = sines[..., 0], sines[..., 1], sines[..., 2]
    rows = (
        (cy * cz + sy * sx * sz, sy * sx * cz - cy * sz, sy * cx),
        (cx * sz, cx * cz, -sx),
        (cy * sx * sz - sy * cz, sy * sz + cy * sx * cz, cy * cx),
    )
    return np.stack([np.stack(row, axis=-1) for row in rows], axis=-2)


def forward(local: Array, root: Array) -> tuple[Array, Array]:
    """Joint the bones of many poses.

    `local` (poses, bones, 3, 3) are rotations relative to the parent, `root` (poses, 3) where mid-hip is.
    Returns world rotations (poses, bones, 3, 3) and joints (poses, bones, 3).
    """
    rotations = np.empty_like(local)
    joints = np.empty((*local.shape[:2], 3))
    rotations[:, 0] = local[:, 0]
    joints[:, 0] = root
    for bones, parents in _LEVELS:
        above = rotations[:, parents]
        rotations[:, bones] = above @ local[:, bones]
        joints[:, bones] = joints[:, parents] + (above @ OFFSET[bones][:, :, None])[..., 0]
    return rotations, joints
