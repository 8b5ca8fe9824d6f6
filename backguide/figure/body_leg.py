"""Thigh, shank and foot."""

from backguide.figure.body_trunk import hip_weights
from backguide.figure.sculpt import (
    JOINT_GROUP,
    Clay,
    Profile,
    Vector,
    Weights,
    always,
    between,
    chain,
    fade,
    smooth,
)

LEG = Profile.of(
    (
        (0.945, -0.006, 0.088, 0.080, 0.070),
        (0.920, -0.006, 0.087, 0.086, 0.077),
        (0.880, -0.008, 0.088, 0.090, 0.080),
        (0.840, -0.007, 0.088, 0.089, 0.080),
        (0.780, -0.002, 0.088, 0.084, 0.077),
        (0.700, 0.004, 0.087, 0.076, 0.070),
        (0.600, 0.006, 0.085, 0.063, 0.059),
        (0.540, 0.005, 0.084, 0.056, 0.053),
        (0.485, 0.004, 0.084, 0.053, 0.050),
        (0.440, 0.000, 0.084, 0.049, 0.047),
        (0.400, -0.008, 0.085, 0.051, 0.049),
        (0.350, -0.016, 0.086, 0.053, 0.050),
        (0.280, -0.014, 0.085, 0.046, 0.043),
        (0.200, -0.008, 0.084, 0.035, 0.033),
        (0.140, -0.005, 0.084, 0.029, 0.028),
        (0.100, -0.004, 0.084, 0.029, 0.027),
    )
)
CUFF_M = 0.155
"""Height of the legging's end."""

_HIP = (0.925, 0.900, 0.875, 0.850, 0.825)
_GROIN = (0.800, 0.775, 0.750, 0.725, 0.700, 0.675, 0.650)  # shared by hips and thigh
ABOVE_THIGH = len(_HIP)
"""How many rings of the hip lie above the thigh's."""

_CREASE = (*_GROIN[1:], 0.622)
_THIGH = (0.614, 0.577)
_KNEE = (0.545, 0.525, 0.505, 0.485, 0.465, 0.445, 0.425)  # shared by thigh and shank
_SHANK = (0.402, 0.377, 0.352, 0.326, 0.298, 0.270, 0.242, 0.212, 0.183, CUFF_M)
_ANKLE = (CUFF_M - 0.001, 0.130, 0.108)
# centre (y from the middle of the foot), radii, share of the bones
_FOOT: dict[str, tuple[Vector, Vector, tuple[float, float, float]]] = {
    "ankle": ((-0.004, 0.000, 0.082), (0.033, 0.030, 0.034), (0.35, 0.65, 0)),
    "heel": ((-0.034, -0.002, 0.034), (0.031, 0.029, 0.033), (0, 1, 0)),
    "middle": ((0.035, 0.002, 0.046), (0.034, 0.032, 0.042), (0, 1, 0)),
    "instep": ((0.075, 0.003, 0.036), (0.034, 0.037, 0.033), (0, 1, 0)),
    "ball": ((0.118, 0.004, 0.024), (0.030, 0.043, 0.023), (0, 1, 0)),
    "knuckles": ((0.135, 0.004, 0.020), (0.026, 0.044, 0.019), (0, 0.5, 0.5)),
    "toes": ((0.165, 0.002, 0.016), (0.024, 0.040, 0.015), (0, 0, 1)),
    "tip": ((0.183, 0.008, 0.013), (0.014, 0.026, 0.012), (0, 0, 1)),
    "big_root": ((0.140, -0.022, 0.018), (0.020, 0.020, 0.018), (0, 0, 1)),
    "big_toe": ((0.186, -0.020, 0.014), (0.016, 0.015, 0.013), (0, 0, 1)),
}
_FOOT_Y = 0.084
_UPPER_FOOT = ("ankle", "middle", "instep", "ball", "knuckles", "toes", "tip")
_HEEL = (("ankle", "heel"), ("heel", "instep"))
_BIG_TOE = (("big_root", "big_toe"),)


def add_thigh(clay: Clay, side: str, sign: float) -> list[int]:
    """Add one thigh, its top tapered inside the hip that it goes on from; return its rings, top first."""
    knee = between(side + "thigh", side + "shank", 0.485, 0.05)

    def weights(height: float) -> Weights:
        return hip_weights(side, height) if height > 0.70 else knee(height)

    def ink(height: float) -> float:
        return float(smooth(0.740, 0.630, height) * smooth(0.470, 0.530, height))

    rings = clay.tube(LEG, _GROIN + _THIGH + _KNEE, weights, side=sign, ink=ink, tapered_ends="fl")
    clay.part(side + "thigh", side + "thigh", "legging", chain(rings))
    return rings


def add_crease(clay: Clay, side: str, sign: float) -> None:
    """Add the thigh's upper end once more, untapered: its edge on the belly when the hip bends far."""

    def weights(height: float) -> Weights:
        return hip_weights(side, height)

    rings = clay.tube(LEG, _CREASE, weights, side=sign, ink=fade(0.775, 0.710))
    clay.part(side + "crease", JOINT_GROUP, "legging", chain(rings))


def hip_rings(clay: Clay, side: str, sign: float) -> list[int]:
    """Add the thigh's upper end again, for the hip's silhouette: it tapers downwards, under the thigh."""

    def weights(height: float) -> Weights:
        return hip_weights(side, height)

    return clay.tube(LEG, _HIP + _GROIN, weights, side=sign, ink=always(0.0), tapered_ends="l")


def add_knee(clay: Clay, side: str, sign: float) -> None:
    """Add the knee cap: under thigh and shank, it rounds the corner between them when they are bent."""
    ball = clay.ball(
        (0.008, sign * 0.084, 0.485), (0.049, 0.047, 0.049), {side + "thigh": 0.5, side + "shank": 0.5}
    )
    clay.part(side + "knee", JOINT_GROUP, "legging", [(ball, ball)])


def add_shank(clay: Clay, side: str, sign: float) -> list[int]:
    """Add one shank, its top tapered inside the thigh; return its rings, top first."""
    knee = between(side + "thigh", side + "shank", 0.485, 0.05)
    rings = clay.tube(
        LEG, _KNEE + _SHANK, knee, side=sign, ink=fade(0.500, 0.430), flat_ends="l", tapered_ends="f"
    )
    clay.part(side + "shank", side + "shank", "legging", chain(rings))
    return rings


def add_foot(clay: Clay, side: str, sign: float) -> None:
    """Add one bare foot, cut flat where it leaves the legging."""
    weights = between(side + "shank", side + "foot", 0.075, 0.05)
    ankle = clay.tube(LEG, _ANKLE, weights, side=sign, flat_ends="f")
    ids = {}
    for name, ((x, y, z), radii, shares) in _FOOT.items():
        bones = zip(("shank", "foot", "toes"), shares, strict=True)
        ids[name] = clay.ball(
            (x, sign * (_FOOT_Y + y), z), radii, {side + bone: share for bone, share in bones}
        )
    pairs = chain([*ankle, *(ids[name] for name in _UPPER_FOOT)])
    plain = [[(ids[a], ids[b]) for a, b in row] for row in (_HEEL, _BIG_TOE)]
    clay.part(side + "foot", side + "foot", "skin", pairs, plain=plain, small=True)
