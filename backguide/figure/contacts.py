"""Where the body touches the floor, and where it holds itself: named balls on bones."""

from typing import NamedTuple

import numpy as np

from backguide.figure.skeleton import BONE_INDEX, Array


class Ball(NamedTuple):
    """A ball that rides on a bone: where its centre lies at rest, and its radius, both in metres."""

    bone: int
    centre: Array
    radius: float


# Left side; right is mirrored. A contact is one or more balls that lie on the floor together.
_PAIRED: dict[str, tuple[tuple[str, tuple[float, float, float], float], ...]] = {
    "palm": (
        ("hand", (0.000, 0.172, 0.842), 0.016),
        ("hand", (-0.002, 0.200, 0.782), 0.013),
        ("hand", (-0.002, 0.144, 0.782), 0.013),
    ),
    "hand": (("hand", (0.000, 0.172, 0.800), 0.014),),
    "hand-back": (("hand", (0.000, 0.196, 0.782), 0.013), ("hand", (0.000, 0.148, 0.782), 0.013)),
    "forearm": (("farm", (-0.006, 0.168, 1.100), 0.038), ("farm", (-0.006, 0.172, 0.880), 0.026)),
    "elbow": (("farm", (-0.006, 0.168, 1.105), 0.038),),
    "upper-arm": (("uarm", (-0.006, 0.165, 1.180), 0.048),),
    "knee": (("shank", (0.004, 0.084, 0.480), 0.052),),
    "instep": (("foot", (0.125, 0.086, 0.024), 0.022),),
    "sole": (
        ("foot", (-0.034, 0.082, 0.033), 0.032),
        ("foot", (0.118, 0.062, 0.024), 0.023),
        ("foot", (0.118, 0.112, 0.024), 0.023),
    ),
    "outer-edge": (("foot", (-0.034, 0.082, 0.033), 0.032), ("foot", (0.118, 0.112, 0.024), 0.023)),
    "heel": (("foot", (-0.034, 0.082, 0.034), 0.033),),
    "ball": (
        ("toes", (0.138, 0.062, 0.020), 0.019),
        ("toes", (0.138, 0.110, 0.020), 0.019),
        ("toes", (0.178, 0.086, 0.015), 0.014),
    ),
    "toe": (("toes", (0.170, 0.086, 0.016), 0.015),),
    "calf": (("shank", (-0.016, 0.086, 0.350), 0.052),),
    "side-knee": (("shank", (0.004, 0.084, 0.470), 0.052),),
    "outer-ball": (("toes", (0.138, 0.110, 0.020), 0.019),),
    "side-foot": (("foot", (0.050, 0.086, 0.036), 0.036),),
    "side-hip": (("thigh", (-0.008, 0.088, 0.870), 0.080),),
    "shoulder-blade": (("tho3", (-0.030, 0.080, 1.345), 0.085),),
    "buttock": (("pelvis", (-0.012, 0.045, 0.950), 0.104),),
}
_MIDDLE: dict[str, tuple[tuple[str, tuple[float, float, float], float], ...]] = {
    "sacrum": (("pelvis", (-0.012, 0.0, 0.950), 0.104),),
    "head": (("head", (0.000, 0.0, 1.603), 0.103),),
    "side-head": (("head", (0.005, 0.0, 1.600), 0.084),),
    "forehead": (("head", (0.020, 0.0, 1.605), 0.082),),
    "belly": (("pelvis", (-0.012, 0.0, 0.930), 0.104),),
}
# Places on the body that a hand or a foot may hold on to: bone and where they lie at rest.
_PLACES: dict[str, tuple[str, tuple[float, float, float]]] = {
    "palm-centre": ("hand", (0.022, 0.172, 0.800)),
    "fingers": ("hand", (0.016, 0.172, 0.740)),
    "below-knee": ("shank", (0.062, 0.084, 0.415)),
    "shin": ("shank", (0.050, 0.084, 0.300)),
    "shin-inside": ("shank", (0.034, 0.055, 0.371)),
    "shin-outside": ("shank", (0.034, 0.113, 0.425)),
    "shin-front-inside": ("shank", (0.057, 0.059, 0.419)),
    "shin-front-outside": ("shank", (0.057, 0.109, 0.365)),
    "thigh-back": ("thigh", (-0.070, 0.085, 0.600)),
    "hip-side": ("pelvis", (-0.010, 0.158, 0.945)),
    "hip-crest": ("pelvis", (0.050, 0.156, 0.985)),
    "foot-top": ("foot", (0.075, 0.087, 0.085)),
    "ankle-front": ("foot", (0.045, 0.084, 0.105)),
    "foot-inside": ("foot", (0.090, 0.045, 0.030)),
    "heel-inside": ("foot", (-0.030, 0.050, 0.034)),
    "knee-inside": ("shank", (0.004, 0.035, 0.480)),
}
_UNPAIRED = ("pelvis", "tho3")
# What an arrow may follow, some of it outside the body, so that the body does not hide the arrow.
_TRAILS: dict[str, tuple[str, tuple[float, float, float]]] = {
    "arm": ("hand", (-0.006, 0.172, 0.855)),
    "leg": ("foot", (-0.004, 0.084, 0.075)),
    "knee": ("thigh", (0.004, 0.084, 0.355)),
    "outer-knee": ("thigh", (0.060, 0.240, 0.400)),
}
_SEAT = (-0.19, 0.0, 0.86)


def _balls() -> dict[str, tuple[Ball, ...]]:
    table = {}
    for name, rows in _MIDDLE.items():
        table[name] = tuple(Ball(BONE_INDEX[bone], np.array(at), r) for bone, at, r in rows)
    for side, letter, sign in (("left", "L", 1.0), ("right", "R", -1.0)):
        flip = np.array((1.0, sign, 1.0))
        for name, rows in _PAIRED.items():
            table[f"{side}-{name}"] = tuple(
                Ball(BONE_INDEX[bone if bone in _UNPAIRED else letter + bone], np.array(at) * flip, r)
                for bone, at, r in rows
            )
    return table


def _places(rows: dict[str, tuple[str, tuple[float, float, float]]]) -> dict[str, Ball]:
    table = {}
    for side, letter, sign in (("left", "L", 1.0), ("right", "R", -1.0)):
        for name, (bone, at) in rows.items():
            index = BONE_INDEX[bone if bone in _UNPAIRED else letter + bone]
            table[f"{side}-{name}"] = Ball(index, np.array(at) * np.array((1.0, sign, 1.0)), 0.0)
    return table


CONTACTS: dict[str, tuple[Ball, ...]] = _balls()
PLACES: dict[str, Ball] = _places(_PLACES)
TRAILS: dict[str, Ball] = _places(_TRAILS) | {"seat": Ball(BONE_INDEX["pelvis"], np.array(_SEAT), 0.0)}


def expand(name: str) -> tuple[str, ...]:
    """Return the contacts that a word means: "palms" is both hands'. KeyError when it means none."""
    if name in CONTACTS:
        return (name,)
    both = tuple(f"{side}-{name[:-1]}" for side in ("left", "right"))
    if name.endswith("s") and both[0] in CONTACTS:
        return both
    if name == "feet-sides":
        return ("left-side-foot", "right-side-foot")
    raise KeyError(name)


def other_side(name: str) -> str:
    """Swap left and right in the name of a contact or place."""
    for side, other in (("left-", "right-"), ("right-", "left-")):
        if name.startswith(side):
            return other + name.removeprefix(side)
    return name
