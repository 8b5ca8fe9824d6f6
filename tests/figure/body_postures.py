"""Postures that the tests of shape and painting share: plain joint angles, nothing solved."""

import numpy as np

from backguide.figure.pose import SIZE, SLOT, mirrored, posture
from backguide.figure.skeleton import BONES, Array, Posture


def pose(**angles: tuple[float, ...]) -> Array:
    """Write a pose vector from words of the pose vocabulary; what is not named is 0."""
    vector = np.zeros(SIZE)
    for word, values in angles.items():
        start = SLOT[word].start
        vector[start : start + len(values)] = values
    return vector


STANDING = pose(position=(0, 0, 0.90))
ALL_FOURS = pose(
    position=(0, 0, 0.47),
    pelvis=(80, 0, 0),
    left_hip=(80,),
    right_hip=(80,),
    left_knee=(90,),
    right_knee=(90,),
    left_ankle=(-70,),
    right_ankle=(-70,),
    left_shoulder=(80,),
    right_shoulder=(80,),
    neck=(-25,),
)
REACHING = pose(
    position=(0, 0, 0.47),
    pelvis=(80, 0, 0),
    left_hip=(-8,),
    left_knee=(6,),
    right_hip=(80,),
    right_knee=(90,),
    left_shoulder=(80,),
    right_shoulder=(170,),
    right_elbow=(4, 80),
    neck=(-15, 4, 20),
)
ON_THE_BACK = pose(
    position=(0, 0, 0.12),
    pelvis=(-90, 0, 0),
    left_hip=(95, 4, 10),
    left_knee=(100,),
    right_hip=(40,),
    right_knee=(70,),
    left_shoulder=(20, 70),
    right_shoulder=(90,),
    right_elbow=(110, 40),
)
POSES = {"standing": STANDING, "all fours": ALL_FOURS, "reaching": REACHING, "on the back": ON_THE_BACK}


def postures() -> dict[str, Posture]:
    """Return every shared pose as a posture."""
    return {name: posture(vector) for name, vector in POSES.items()}


def other_side(vector: Array) -> Posture:
    """Return the mirror image of a pose."""
    return posture(mirrored(vector))


def mirrored_name(name: str) -> str:
    """Swap left and right in a bone's name; bones of the middle keep theirs."""
    other = {"L": "R", "R": "L"}.get(name[0], name[0]) + name[1:]
    return other if other in BONES else name
