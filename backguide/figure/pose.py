"""The vocabulary of poses: named joint angles in degrees, as one vector.

Signs are anatomical, the same on both sides: flexion, abduction, external rotation, elevation, protraction,
pronation, dorsiflexion and wrist and toe extension are positive; the spine bends sideways to the right and
turns to the left with positive numbers. `pelvis` is pitch (90 face down, -90 face up), roll (head to the
right) and turn about its own long axis (front to the left); `position` is where mid-hip is, in metres.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from backguide.figure.skeleton import BONE_INDEX, BONES, Array, Posture, forward, rotation_yxz


class Joint(NamedTuple):
    """One word of the vocabulary: its angles, their limits in degrees, and how willingly they give way.

    `limits` are (low, high) per angle: evidence of the American Academy of Orthopaedic Surgeons, widened to
    passive and loaded ranges where a pose loads the joint. `ease` is the deviation in degrees that the
    solver finds as bad as one at any other joint: a small number keeps the angle as it is written.
    """

    angles: tuple[str, ...]
    limits: tuple[tuple[float, float], ...]
    ease: tuple[float, ...]


MIDDLE: dict[str, Joint] = {
    "position": Joint(("x", "y", "z"), ((-3, 3), (-3, 3), (-1, 3)), (1.0, 0.2, 1.0)),
    "pelvis": Joint(("pitch", "roll", "turn"), ((-200, 200), (-200, 200), (-200, 200)), (6, 3, 3)),
    "lumbar": Joint(("flexion", "bend", "turn"), ((-30, 50), (-25, 25), (-12, 12)), (1.5, 1.5, 1)),
    "thorax": Joint(("flexion", "bend", "turn"), ((-20, 30), (-25, 25), (-40, 40)), (1.5, 1.5, 1.5)),
    "neck": Joint(("flexion", "bend", "turn"), ((-60, 50), (-45, 45), (-75, 75)), (2, 2, 2)),
}
PAIRED: dict[str, Joint] = {
    "clavicle": Joint(("elevation", "protraction"), ((-10, 30), (-20, 25)), (3, 3)),
    "shoulder": Joint(("flexion", "abduction", "rotation"), ((-60, 185), (-40, 180), (-90, 100)), (12, 8, 8)),
    "elbow": Joint(("flexion", "pronation"), ((-3, 150), (-10, 175)), (4, 25)),
    "wrist": Joint(("extension", "deviation"), ((-80, 95), (-35, 25)), (30, 15)),
    "hip": Joint(("flexion", "abduction", "rotation"), ((-30, 135), (-40, 60), (-45, 60)), (12, 6, 6)),
    "knee": Joint(("flexion",), ((-3, 157),), (12,)),
    "ankle": Joint(("dorsiflexion", "inversion"), ((-60, 30), (-30, 30)), (25, 15)),
    "toes": Joint(("extension",), ((-45, 92),), (40,)),
}
SIDES = ("left", "right")


def _slots() -> dict[str, slice]:
    slots, start = {}, 0
    for name, joint in MIDDLE.items():
        slots[name] = slice(start, start + len(joint.angles))
        start += len(joint.angles)
    for side in SIDES:
        for name, joint in PAIRED.items():
            slots[f"{side}_{name}"] = slice(start, start + len(joint.angles))
            start += len(joint.angles)
    return slots


SLOT: dict[str, slice] = _slots()
"""Where each word's angles lie in a pose vector."""

SIZE: int = max(slot.stop for slot in SLOT.values())


def joint_of(word: str) -> Joint:
    """Return the joint that a word of SLOT names."""
    return MIDDLE.get(word) or PAIRED[word.split("_", 1)[1]]


LOW: Array = np.concatenate([[low for low, _ in joint_of(word).limits] for word in SLOT])
HIGH: Array = np.concatenate([[high for _, high in joint_of(word).limits] for word in SLOT])
EASE: Array = np.concatenate([joint_of(word).ease for word in SLOT])

# Which share of which angle turns which bone about which of its axes (y, x, z).
_TURNS: dict[str, tuple[tuple[str, tuple[float, float, float]], ...]] = {
    "pelvis": (("pelvis", (1, 1, 1)),),
    "lumbar": tuple((f"lum{i}", (1 / 3, 1 / 3, 1 / 3)) for i in (1, 2, 3)),
    "thorax": tuple((f"tho{i}", (1 / 3, 1 / 3, 1 / 3)) for i in (1, 2, 3)),
    "neck": (("neck", (0.5, 0.5, 0.35)), ("head", (0.5, 0.5, 0.65))),
}
# For the limbs: bone, and per angle (axis, sign on the left, sign on the right).
_LIMB_TURNS: dict[str, tuple[str, tuple[tuple[int, int, int], ...]]] = {
    "clavicle": ("clav", ((1, 1, -1), (2, -1, 1))),
    "shoulder": ("uarm", ((0, -1, -1), (1, 1, -1), (2, 1, -1))),
    "elbow": ("farm", ((0, -1, -1), (2, -1, 1))),
    "wrist": ("hand", ((0, 1, 1), (1, 1, -1))),
    "hip": ("thigh", ((0, -1, -1), (1, 1, -1), (2, 1, -1))),
    "knee": ("shank", ((0, 1, 1),)),
    "ankle": ("foot", ((0, -1, -1), (1, -1, 1))),
    "toes": ("toes", ((0, -1, -1),)),
}


def _binding() -> Array:
    """(bones * 3, SIZE): radians about each bone's axes for a degree of each angle."""
    matrix = np.zeros((len(BONES), 3, SIZE))
    for word, turns in _TURNS.items():
        for bone, shares in turns:
            for axis, share in enumerate(shares):
                matrix[BONE_INDEX[bone], axis, SLOT[word].start + axis] = share
    for word, (bone, axes) in _LIMB_TURNS.items():
        for side, letter in (("left", "L"), ("right", "R")):
            for angle, (axis, left, right) in enumerate(axes):
                sign = left if side == "left" else right
                matrix[BONE_INDEX[letter + bone], axis, SLOT[f"{side}_{word}"].start + angle] = sign
    return np.radians(matrix).reshape(len(BONES) * 3, SIZE)


BINDING: Array = _binding()


def postures(poses: Array) -> tuple[Array, Array]:
    """Pose vectors (poses, SIZE) -> world rotations (poses, bones, 3, 3) and joints (poses, bones, 3)."""
    angles = (poses @ BINDING.T).reshape(len(poses), len(BONES), 3)
    return forward(rotation_yxz(angles), poses[:, SLOT["position"]])


def posture(pose: Array) -> Posture:
    """One pose vector (SIZE,) -> the body in space."""
    rotations, joints = postures(pose[None])
    return Posture(rotations[0], joints[0])


def _mirror_table() -> tuple[NDArray[np.intp], Array]:
    index, sign = np.arange(SIZE, dtype=np.intp), np.ones(SIZE)
    for side, other in (("left", "right"), ("right", "left")):
        for word in PAIRED:
            index[SLOT[f"{side}_{word}"]] = np.arange(
                SLOT[f"{other}_{word}"].start, SLOT[f"{other}_{word}"].stop
            )
    sign[SLOT["position"].start + 1] = -1
    for word in ("pelvis", "lumbar", "thorax", "neck"):
        sign[SLOT[word].start + 1 : SLOT[word].stop] = -1
    return index, sign


_MIRROR_INDEX, _MIRROR_SIGN = _mirror_table()


def mirrored(pose: Array) -> Array:
    """Return the same pose on the other side, reflected across the x-z plane; twice is the identity."""
    swapped: Array = pose[..., _MIRROR_INDEX] * _MIRROR_SIGN
    return swapped
