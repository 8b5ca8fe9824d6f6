"""The trunk: hips, shirt and neck. Breadths and depths after ANSUR II 2012, cloth added."""

from itertools import pairwise

import numpy as np

from backguide.figure.sculpt import Clay, End, Pair, Profile, Vector, Weights, always, chain, smooth
from backguide.figure.skeleton import Array

# height, x, y, radius x (depth), radius y (breadth)
TRUNK = Profile.of(
    (
        (0.845, -0.010, 0, 0.060, 0.085),
        (0.875, -0.014, 0, 0.088, 0.135),
        (0.920, -0.014, 0, 0.104, 0.160),
        (0.970, -0.012, 0, 0.104, 0.160),
        (1.020, -0.004, 0, 0.097, 0.147),
        (1.085, 0.000, 0, 0.089, 0.129),
        (1.150, -0.004, 0, 0.093, 0.131),
        (1.220, -0.008, 0, 0.102, 0.143),
        (1.290, -0.010, 0, 0.110, 0.152),
        (1.345, -0.014, 0, 0.104, 0.148),
        (1.390, -0.022, 0, 0.084, 0.118),
        (1.425, -0.026, 0, 0.066, 0.084),
        (1.450, -0.024, 0, 0.057, 0.066),
    )
)
CLOTH_M = 0.006
_WAISTBAND_M = 0.955

_HIPS = (0.850, 0.872, 0.900, 0.930, _WAISTBAND_M + 0.002)
_SHIRT = tuple(float(z) for z in np.linspace(_WAISTBAND_M, 1.415, 22))
_BREAKS = (
    ("pelvis", 0.955),
    ("lum1", 1.010),
    ("lum2", 1.060),
    ("lum3", 1.110),
    ("tho1", 1.175),
    ("tho2", 1.250),
    ("tho3", 1.330),
)
_COLLAR_TILT_RAD = 0.42
_HEM_TILT_RAD = -0.18  # longer behind, so that it stays over the seat when the hips bend
_HEM_M = 0.919  # its middle
_HEM_WIDER_M = (0.013, 0.009)
_COLLAR: tuple[Vector, Vector] = ((-0.017, 0.0, 1.428), (0.062, 0.068, 0.004))
_NECKLINE: tuple[Vector, Vector] = ((-0.014, 0.0, 1.431), (0.0515, 0.056, 0.003))
# height, x, depth, breadth, share of the neck, share of the head
_NECK = (
    (1.448, -0.017, 0.049, 0.051, 0.40, 0.00),
    (1.465, -0.015, 0.048, 0.049, 0.80, 0.00),
    (1.482, -0.011, 0.047, 0.047, 0.85, 0.15),
    (1.500, -0.007, 0.047, 0.046, 0.65, 0.35),
    (1.520, -0.002, 0.047, 0.045, 0.45, 0.55),
)


def spine_weights(height: float) -> Weights:
    """Share of each spine bone at a rest height: a straight line from bone to bone."""
    height = min(max(height, _BREAKS[0][1]), _BREAKS[-1][1])
    for (lower, below), (upper, above) in pairwise(_BREAKS):
        if height <= above:
            share = (height - below) / (above - below)
            return {lower: 1 - share, upper: share}
    return {_BREAKS[-1][0]: 1.0}


def hip_weights(side: str, height: float) -> Weights:
    """Share of pelvis and thigh at a rest height of the leg: half each inside the hip, all thigh below it."""
    pelvis = 0.62 * float(smooth(0.795, 0.945, height))
    return {"pelvis": pelvis, side + "thigh": 1 - pelvis}


def tilt(angle_rad: float) -> Array:
    """Rotation (3, 3) about the y axis that lowers the front."""
    c, s = np.cos(angle_rad), np.sin(angle_rad)
    return np.array(((c, 0, s), (0, 1, 0), (-s, 0, c)))


def add_hips(clay: Clay, trunk: Profile) -> None:
    """Add the middle of the hips, up to the shirt's hem."""
    rings = clay.tube(trunk, _HIPS, spine_weights, form=always(0.8), flat_ends="l")
    clay.part("hips", "hips", "legging", chain(rings))


def add_hip(clay: Clay, side: str, sign: float, thigh: list[int]) -> None:
    """Add one side of the hips: the buttock, and `thigh`, the rings at its top that taper downwards."""
    at_rest: tuple[Weights, ...] = (
        {"pelvis": 0.80, side + "thigh": 0.20},
        {"pelvis": 0.40, side + "thigh": 0.60},
    )
    crest = clay.ball((-0.012, sign * 0.086, 0.938), (0.090, 0.070, 0.020), {"pelvis": 1.0}, ink=0.0)
    glute = clay.ball((-0.048, sign * 0.077, 0.892), (0.077, 0.077, 0.078), at_rest[0], ink=0.0, form=0.6)
    fold = clay.ball((-0.036, sign * 0.083, 0.842), (0.066, 0.072, 0.056), at_rest[1], ink=0.0, form=0.6)
    plain = [[(glute, fold), (fold, thigh[5])]]
    clay.part(side + "hip", side + "hip", "legging", chain([crest, *thigh]), plain=plain)


def add_shirt(clay: Clay, trunk: Profile) -> list[int]:
    """Add the shirt from hem to collar with its shoulders; return the rings of its tube, hem first."""
    rings = clay.tube(trunk.wider(CLOTH_M), _SHIRT, spine_weights)
    hem = _hem(clay, trunk)
    at, radii = _COLLAR
    collar = clay.ball(at, radii, {"tho3": 0.9, "neck": 0.1}, turn=tilt(_COLLAR_TILT_RAD))
    shoulders = [*_shoulder(clay, "L", 1.0, rings), *_shoulder(clay, "R", -1.0, rings)]
    clay.part("shirt", "trunk", "shirt", chain([hem, *rings, collar]), plain=shoulders)
    return rings


def _hem(clay: Clay, trunk: Profile) -> int:
    ((x, y, depth, breadth),) = trunk.at((_HEM_M,))
    radii = (depth + _HEM_WIDER_M[0], breadth + _HEM_WIDER_M[1], 0.004)
    return clay.ball((x, y, _HEM_M), radii, {"pelvis": 1.0}, turn=tilt(_HEM_TILT_RAD))


def _shoulder(clay: Clay, side: str, sign: float, rings: list[int]) -> list[list[Pair]]:
    clav = side + "clav"
    slope = clay.ball(
        (-0.018, sign * 0.080, 1.394), (0.062, 0.046, 0.046), {"tho3": 0.6, clav: 0.4}, ink=0.9, form=0.3
    )
    tip = clay.ball((-0.008, sign * 0.146, 1.374), (0.054, 0.050, 0.054), {clav: 1}, ink=0.9)
    side_of_chest = clay.ball(
        (-0.012, sign * 0.116, 1.290),
        (0.082, 0.038, 0.050),
        {"tho3": 0.8, clav: 0.2},
        ink=0.9,
        end=End.SHADE,
        form=0.3,
    )
    upper, middle, lower = (_nearest(z) for z in (1.405, 1.365, 1.285))
    return [
        [(rings[upper], slope), (slope, tip)],
        [(tip, side_of_chest), (side_of_chest, rings[lower])],
        [(rings[middle], tip)],
    ]


def _nearest(height: float) -> int:
    return int(np.argmin(np.abs(np.array(_SHIRT) - height)))


def add_neck(clay: Clay) -> None:
    """Add the neck, cut flat where it leaves the collar."""
    at, radii = _NECKLINE
    ids = [clay.ball(at, radii, {"tho3": 0.85, "neck": 0.15}, ink=0.8, turn=tilt(_COLLAR_TILT_RAD))]
    for height, x, depth, breadth, neck, head in _NECK:
        weights = {"tho3": 1 - neck - head, "neck": neck, "head": head}
        ids.append(clay.ball((x, 0.0, height), (depth, breadth, 0.012), weights, ink=0.8, form=0.9))
    clay.part("neck", "neck", "skin", chain(ids))
