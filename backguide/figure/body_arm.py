"""Sleeve, arm and hand. The palm faces ahead at rest, the thumb away from the body."""

from collections.abc import Callable

from backguide.figure.sculpt import (
    JOINT_GROUP,
    Clay,
    Pair,
    Profile,
    Vector,
    Weights,
    between,
    chain,
    fade,
    smooth,
)

ARM = Profile.of(
    (
        (1.385, -0.006, 0.160, 0.054, 0.050),
        (1.345, -0.006, 0.163, 0.054, 0.050),
        (1.280, -0.005, 0.165, 0.050, 0.046),
        (1.200, -0.004, 0.166, 0.045, 0.041),
        (1.145, -0.005, 0.167, 0.040, 0.037),
        (1.105, -0.006, 0.168, 0.038, 0.037),
        (1.060, -0.004, 0.169, 0.041, 0.040),
        (1.020, -0.004, 0.170, 0.040, 0.039),
        (0.960, -0.005, 0.171, 0.033, 0.034),
        (0.900, -0.006, 0.172, 0.025, 0.029),
        (0.862, -0.006, 0.172, 0.021, 0.027),
        (0.840, -0.006, 0.172, 0.020, 0.029),
    )
)
CLOTH_M = 0.007
CUFF_M = 1.228
"""Height of the sleeve's end."""

_SLEEVE = (1.345, 1.328, 1.308, 1.282, 1.255, CUFF_M)
_UPPER = (CUFF_M + 0.002, 1.206, 1.182)
_ELBOW = (1.159, 1.141, 1.123, 1.105, 1.087, 1.069, 1.051)  # shared by upper arm and forearm
_FORE = (1.030, 1.005, 0.980, 0.955, 0.930)
_WRIST = (0.908, 0.898, 0.888, 0.878, 0.868, 0.859, 0.850)  # shared by forearm and hand
# finger: sideways from the middle of the hand, length, radius
_FINGERS = (
    (-0.030, 0.058, 0.0088),
    (-0.0105, 0.072, 0.0098),
    (0.0095, 0.076, 0.0100),
    (0.0295, 0.066, 0.0098),
)
_PALM: tuple[tuple[Vector, Vector], ...] = (
    ((0.000, 0.002, 0.835), (0.019, 0.031, 0.012)),
    ((0.002, 0.000, 0.800), (0.017, 0.038, 0.014)),
    ((0.001, -0.001, 0.772), (0.014, 0.040, 0.012)),
)
_THUMB: tuple[tuple[Vector, Vector], ...] = (
    ((0.004, 0.026, 0.832), (0.014, 0.014, 0.014)),
    ((0.012, 0.050, 0.795), (0.0125, 0.0125, 0.0125)),
    ((0.016, 0.057, 0.765), (0.0095, 0.0095, 0.011)),
)
_HAND_X, _HAND_Y, _KNUCKLES_M = -0.006, 0.172, 0.770


def add_arm(clay: Clay, side: str, sign: float) -> dict[str, list[int]]:
    """Add one arm; return the rings of its tubes by part name, for muscle patches."""
    rings = {"sleeve": _sleeve(clay, side, sign)}
    weights = between(side + "uarm", side + "farm", 1.105, 0.035)
    _elbow(clay, side, sign)
    upper = clay.tube(
        ARM, _UPPER + _ELBOW, weights, side=sign, ink=fade(1.090, 1.150), flat_ends="f", tapered_ends="l"
    )
    clay.part(side + "uarm", side + "uarm", "skin", chain(upper))
    wrist = between(side + "farm", side + "hand", 0.858, 0.030)

    def along(height: float) -> Weights:
        return weights(height) if height > 0.94 else wrist(height)

    fore = clay.tube(ARM, _ELBOW + _FORE + _WRIST, along, side=sign, ink=_fore_ink, tapered_ends="fl")
    clay.part(side + "farm", side + "farm", "skin", chain(fore))
    _hand(clay, side, sign, wrist)
    return rings | {"uarm": upper, "farm": fore}


def _elbow(clay: Clay, side: str, sign: float) -> None:
    weights = {side + "uarm": 0.5, side + "farm": 0.5}
    ball = clay.ball((-0.009, sign * 0.168, 1.105), (0.034, 0.035, 0.034), weights)
    clay.part(side + "elbow", JOINT_GROUP, "skin", [(ball, ball)])


def _fore_ink(height: float) -> float:
    return float(smooth(1.120, 1.060, height) * smooth(0.862, 0.890, height))


def _sleeve(clay: Clay, side: str, sign: float) -> list[int]:
    def weights(_height: float) -> Weights:
        return {side + "uarm": 1.0}

    cap = clay.ball(
        (-0.007, sign * 0.156, 1.368),
        (0.057, 0.052, 0.057),
        {side + "uarm": 0.5, side + "clav": 0.5},
        ink=0.0,
    )
    rings = clay.tube(ARM.wider(CLOTH_M), _SLEEVE, weights, side=sign, ink=fade(1.365, 1.290), flat_ends="l")
    clay.part(side + "sleeve", side + "uarm", "shirt", chain([cap, *rings]))
    return rings


def _hand(clay: Clay, side: str, sign: float, wrist: Callable[[float], Weights]) -> None:
    heel = clay.tube(ARM, _WRIST, wrist, side=sign, ink=fade(0.885, 0.855), tapered_ends="f")
    palm = [_knob(clay, side, sign, at, radii) for at, radii in _PALM]
    fingers: list[Pair] = []
    for row in _FINGERS:
        fingers += _finger(clay, side, sign, *row)
    thumb = [palm[1], *(_knob(clay, side, sign, at, radii) for at, radii in _THUMB)]
    pieces = chain([*heel, *palm]), fingers + chain(thumb)
    clay.part(side + "hand", side + "hand", "skin", *pieces, small=True)


def _knob(clay: Clay, side: str, sign: float, at: Vector, radii: Vector) -> int:
    x, y, z = at
    return clay.ball((x + _HAND_X, sign * (_HAND_Y + y), z), radii, {side + "hand": 1.0})


def _finger(clay: Clay, side: str, sign: float, y: float, length: float, radius: float) -> list[Pair]:
    joints = ((0.000, y, 0.0, 1.00), (0.004, y * 1.03, 0.55, 0.95), (0.013, y, 1.0, 0.82))
    ids = []
    for x, across, share, thin in joints:
        r = radius * thin
        ids.append(_knob(clay, side, sign, (x, across, _KNUCKLES_M - length * share), (r, r, r)))
    return chain(ids)
