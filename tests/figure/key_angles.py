"""The angles that the evidence gives for the key poses, and where ours differ on purpose.

From reference tables for the hands-and-knees, supine, side-lying and standing families, in degrees. A pair
is a range. Poses are written for the right side, so those that the tables give for the left are mirrored.
"hip" is the first angle of both hips, "right_hip.abduction" another one of one of them.
"""

from backguide.figure.pose import PAIRED, SLOT, joint_of
from backguide.figure.skeleton import Array

Angle = float | tuple[float, float]

TOLERANCE = 8.0

_ON_HANDS: dict[str, Angle] = {"ankle": -45, "elbow": 3}
_FLAT_BACK: dict[str, Angle] = {"pelvis": -98, "lumbar": 8}
_LEGS_UP: dict[str, Angle] = {**_FLAT_BACK, "left_hip": 82, "left_knee": 90, "right_shoulder": 90}
_HUG: dict[str, Angle] = {
    **{"pelvis": -105, "lumbar": 15, "right_hip": 118, "right_knee": 132, "right_hip.abduction": 4},
    **{"shoulder": (0, 15), "elbow": (75, 100)},
}
_ARMS_OUT: dict[str, Angle] = {"shoulder.abduction": 85}
_CLAM: dict[str, Angle] = {"right_hip.abduction": 27, "right_hip.rotation": 30}
_WINDMILL: dict[str, Angle] = {
    **{"pelvis.turn": -30, "lumbar": (6, 15), "lumbar.turn": -10, "thorax.turn": -35},
    **{"left_shoulder": 60, "left_shoulder.abduction": 50},
}

ANGLES: dict[str, dict[str, Angle]] = {
    # hands and knees
    "table-top": {
        **_ON_HANDS,
        **{
            "pelvis": 77,
            "lumbar": 0,
            "thorax": 0,
            "neck": 0,
            "hip": 77,
            "knee": 90,
            "shoulder": 76,
            "wrist": 81,
        },
    },
    "cow": {
        **_ON_HANDS,
        **{"pelvis": 87, "lumbar": -12, "thorax": -8, "neck": -30, "hip": 89, "knee": 93, "shoulder": 67},
        "wrist": 80,
    },
    "cow-full": {
        **_ON_HANDS,
        **{"pelvis": 91, "lumbar": -18, "thorax": -10, "neck": -40, "hip": 93, "knee": 92, "shoulder": 63},
        "wrist": 81,
    },
    "cat": {
        **_ON_HANDS,
        **{"pelvis": 55, "lumbar": 25, "thorax": 25, "neck": 35, "hip": 65, "knee": 100, "shoulder": 114},
        "wrist": 71,
    },
    "cat-full": {
        **_ON_HANDS,
        **{"pelvis": 46, "lumbar": 37, "thorax": 27, "neck": 40, "hip": 54, "knee": 98, "shoulder": 120},
        "wrist": 70,
    },
    "knees-high": {
        **{
            "pelvis": 80,
            "lumbar": 5,
            "thorax": 0,
            "neck": 0,
            "hip": 80,
            "knee": 96,
            "ankle": 15,
            "shoulder": 83,
        },
        **{"elbow": 3, "wrist": 81, "toes": 81},
    },
    "knees-low": {
        **{
            "pelvis": 77,
            "lumbar": 5,
            "thorax": 0,
            "neck": 0,
            "hip": 77,
            "knee": 99,
            "ankle": 14,
            "shoulder": 80,
        },
        **{"elbow": 3, "wrist": 81, "toes": 85},
    },
    "down-dog-straight": {
        **{"pelvis": 129, "lumbar": 5, "thorax": 0, "neck": 5, "hip": 93, "knee": 3, "ankle": 12},
        **{"shoulder": 174, "elbow": 2, "wrist": 41},
    },
    "down-dog-soft": {
        **{"pelvis": 133, "lumbar": 5, "thorax": 0, "neck": 5, "hip": 110, "knee": 20, "ankle": 12},
        **{"shoulder": 174, "elbow": 2, "wrist": 44},
    },
    "up-dog": {
        **{"pelvis": 56, "lumbar": -23, "thorax": -12, "neck": -15, "hip": -15, "knee": 30, "ankle": 3},
        **{"shoulder": 17, "elbow": 4, "wrist": 83},
    },
    "up-dog-low": {
        **{"pelvis": 64, "lumbar": -27, "thorax": -15, "neck": -20, "hip": -16, "knee": 10, "ankle": -45},
        **{"shoulder": -3, "elbow": 66, "wrist": 41},
    },
    "seat-back": {
        **{
            "pelvis": 64,
            "lumbar": 33,
            "thorax": 17,
            "neck": 11,
            "hip": 127,
            "hip.abduction": 10,
            "knee": 154,
        },
        **{"ankle": -45, "shoulder": 174, "elbow": 15, "wrist": 8},
    },
    "seat-back-wide": {"lumbar": 25, "hip": 120, "hip.abduction": 25, "knee": 154, "shoulder": 174},
    "leg-out": {"right_hip": -13, "right_knee": 0, "right_ankle": (0, 10)},
    "arm-out": {"right_shoulder": 167, "right_elbow": 0, "right_wrist": 0},
    "arm-and-leg-out": {
        **{"right_hip": -13, "right_knee": 0, "left_shoulder": 167, "left_elbow": 0, "left_wrist": 0},
        **{"left_hip.abduction": -5, "right_shoulder.abduction": 4},
    },
    # on the back
    "hook-lying": {
        **_FLAT_BACK,
        **{"hip": (31, 39), "knee": (91, 107), "ankle": -27, "shoulder.abduction": 20},
    },
    "thigh-upright": {**_FLAT_BACK, "right_hip": 82, "right_knee": 90, "left_hip": (31, 39)},
    "hug": {**_HUG, "left_hip": (22, 34), "left_knee": (91, 113)},
    "hug-long": {**_HUG, "left_hip": -18, "left_knee": 5},
    "legs-and-arms-up": {**_LEGS_UP, "right_hip": 82, "right_knee": 90, "left_shoulder": 90, "elbow": 0},
    "heel-down": {**_LEGS_UP, "right_hip": 35, "right_knee": 90, "left_shoulder": 90},
    "leg-long": {**_LEGS_UP, "right_hip": (-6, 0), "right_knee": 5, "left_shoulder": 90},
    "arm-and-leg-long": {**_LEGS_UP, "right_hip": -2, "right_knee": 5, "left_shoulder": (165, 175)},
    "knees-part-way": {
        **{"pelvis": -90, "pelvis.turn": -20, "lumbar.turn": 5, "thorax.turn": 15, "hip": 41, "knee": 91},
        **{"right_hip.abduction": 5, "left_hip.abduction": -5, "shoulder.abduction": 80},
    },
    "knees-over": {
        **{"pelvis": -90, "pelvis.turn": -40, "lumbar.turn": 10, "thorax.turn": 30, "hip": 50, "knee": 100},
        **{"right_hip.abduction": 12, "left_hip.abduction": -12, "shoulder.abduction": 80},
    },
    "leg-up": {
        **_ARMS_OUT,
        **{
            "pelvis": -90,
            "lumbar": 0,
            "right_hip": (75, 80),
            "right_knee": 3,
            "left_hip": -2,
            "left_knee": 2,
        },
    },
    "crossed": {
        **_ARMS_OUT,
        **{"pelvis": -90, "pelvis.turn": 45, "lumbar.turn": -10, "thorax.turn": -35, "left_hip": 0},
        **{"right_hip": 75, "right_hip.abduction": -25, "right_knee": 3},
    },
    "crossed-deep": {
        **_ARMS_OUT,
        **{"pelvis": -90, "pelvis.turn": (60, 70), "lumbar.turn": -12, "thorax.turn": (-40, -38)},
        **{"right_hip": 70, "right_hip.abduction": -30, "left_hip": (0, 10), "right_knee": 3},
    },
    # on the side, the right leg on top
    "propped": {
        **{"pelvis": -81, "lumbar.bend": 25, "thorax.bend": 25, "hip": (30, 45), "knee": 90},
        **{"left_shoulder.abduction": (30, 50), "left_elbow": 90},
    },
    "propped-open": {**_CLAM, "pelvis": -81, "right_hip": 37, "right_knee": 90},
    "lifted": {
        **{"pelvis": -64, "lumbar.bend": 0, "thorax.bend": 0, "hip": (10, 40), "knee": 90},
        **{"left_shoulder.abduction": 63, "left_elbow": 90},
    },
    "lifted-open": {**_CLAM, "pelvis": -64, "left_shoulder.abduction": 63},
    "on-feet": {
        **{"pelvis": -73, "lumbar.bend": 0, "thorax.bend": 0, "hip": 43, "knee": 90},
        **{"left_shoulder.abduction": 73, "left_elbow": 90},
    },
    "on-feet-open": {**_CLAM, "pelvis": -73, "left_shoulder.abduction": 73},
    # standing
    "wide-stance": {
        **{
            "pelvis": 0,
            "lumbar": 0,
            "thorax": 0,
            "hip.abduction": 28,
            "hip.rotation": (15, 20),
            "knee": (0, 5),
        },
        "shoulder.abduction": 90,
    },
    "hand-to-foot": {
        **_WINDMILL,
        **{"pelvis": (57, 65), "right_hip": (82, 95), "right_hip.abduction": -10, "left_hip": (40, 55)},
        **{"left_hip.abduction": (45, 50), "knee": (0, 16)},
    },
    "hand-to-shin": {**_WINDMILL, "right_knee": (15, 20), "left_knee": (0, 20)},
}

_INSTEPS = {"left_ankle", "right_ankle"}

DEVIATIONS: dict[str, set[str]] = {
    "table-top": _INSTEPS,
    "cow": {*_INSTEPS, "pelvis"},
    "cow-full": {*_INSTEPS, "pelvis", "left_hip", "right_hip"},
    "cat": {*_INSTEPS, "pelvis"},
    "cat-full": {*_INSTEPS, "pelvis", "left_hip", "right_hip"},
    "seat-back": {*_INSTEPS, "left_hip.abduction", "right_hip.abduction"},
    "up-dog-low": {
        *_INSTEPS,
        *{"left_knee", "right_knee", "left_shoulder", "right_shoulder", "left_wrist", "right_wrist"},
    },
    "hug": {"right_shoulder"},
    "hug-long": {"right_shoulder"},
    "crossed-deep": {"left_shoulder.abduction"},
    "lifted": {"left_shoulder.abduction"},
    "lifted-open": {"left_shoulder.abduction"},
    "hand-to-foot": {
        *{"left_shoulder", "left_shoulder.abduction", "left_hip", "left_hip.abduction"},
    },
}
"""Angles that differ by more than the tolerance; docs/decisions/motions.md says of each pose why."""


def differences(pose: str, angles: Array) -> dict[str, float]:
    """Words of a solved pose (SIZE,) that differ by more than the tolerance, and by how many degrees."""
    found = {}
    for word, wanted in ANGLES[pose].items():
        low, high = wanted if isinstance(wanted, tuple) else (wanted, wanted)
        for each, index in _angles_of(word):
            off = max(low - angles[index], angles[index] - high)
            if off > TOLERANCE:
                found[each] = round(float(off), 1)
    return found


def _angles_of(word: str) -> list[tuple[str, int]]:
    """Every angle that a word of the table names, and its place in a pose."""
    joint, _, angle = word.partition(".")
    joints = [f"left_{joint}", f"right_{joint}"] if joint in PAIRED else [joint]
    dot = f".{angle}" if angle else ""
    return [
        (f"{each}{dot}", SLOT[each].start + (joint_of(each).angles.index(angle) if angle else 0))
        for each in joints
    ]
