"""Head: face and hair as two solids split by one plane, a bun, ears; and the lines of the face."""

import numpy as np

from backguide.figure.sculpt import Clay, Pair, Vector, chain
from backguide.figure.skeleton import Array

_BONE = {"head": 1.0}
HAIR_AXIS: Array = np.array((-0.55, 0.0, 0.835)) / np.hypot(0.55, 0.835)
"""Unit vector in the head's rest frame that points from the face into the hair, across the hairline."""

_HAIRLINE = -0.26  # where the plane cuts the skull, as a share of its radius along HAIR_AXIS
_SKULL: tuple[Vector, Vector] = ((0.004, 0.0, 1.600), (0.094, 0.076, 0.097))
_HAIR: tuple[Vector, Vector] = ((0.000, 0.0, 1.603), (0.101, 0.085, 0.104))
_SKULL_CUTS = (-0.96, -0.82, -0.62, -0.42, _HAIRLINE + 0.02)
_HAIR_CUTS = (_HAIRLINE, -0.13, 0.00, 0.13, 0.26, 0.39, 0.52, 0.64, 0.75, 0.84, 0.91, 0.96, 0.985)
# name: centre, radii, form
_FACE: dict[str, tuple[Vector, Vector, float]] = {
    "brow": ((0.046, 0, 1.592), (0.050, 0.052, 0.030), 1.0),
    "face": ((0.036, 0, 1.562), (0.058, 0.060, 0.060), 1.0),
    "cheek": ((0.040, 0, 1.545), (0.050, 0.056, 0.045), 1.0),
    "jaw": ((0.026, 0, 1.527), (0.050, 0.050, 0.034), 1.0),
    "chin": ((0.066, 0, 1.502), (0.024, 0.026, 0.018), 1.0),
    "lips": ((0.078, 0, 1.523), (0.020, 0.022, 0.014), 1.0),
    "bridge": ((0.092, 0, 1.588), (0.006, 0.008, 0.008), 0.3),
    "nose": ((0.105, 0, 1.557), (0.011, 0.012, 0.009), 0.4),
    "nostrils": ((0.088, 0, 1.549), (0.010, 0.014, 0.008), 0.3),
}
_SHADED = (("brow", "face"), ("face", "cheek"), ("cheek", "jaw"), ("jaw", "chin"))
_MOUTH = (("cheek", "lips"), ("lips", "chin"))
_NOSE = (("brow", "bridge"), ("bridge", "nose"), ("nose", "nostrils"))


def _slices(clay: Clay, solid: tuple[Vector, Vector], cuts: tuple[float, ...]) -> list[Pair]:
    """Add thin discs that slice an ellipsoid across HAIR_AXIS at shares `cuts` of its radius."""
    (x, y, z), (depth, breadth, tall) = solid
    across = np.array((0.0, 1.0, 0.0))
    turn = np.stack([np.cross(across, HAIR_AXIS), across, HAIR_AXIS], axis=1)
    ids = []
    for cut in cuts:
        shrink = float(np.sqrt(1 - cut * cut))
        dx, dy, dz = HAIR_AXIS * (cut * tall)
        ids.append(
            clay.ball((x + dx, y + dy, z + dz), (depth * shrink, breadth * shrink, 0.002), _BONE, turn=turn)
        )
    return chain(ids)


def add_head(clay: Clay, *, bun: bool) -> None:
    """Add face, hair, ears and, if wanted, a bun: one group, ordered inside by where the viewer stands."""
    skull = _slices(clay, _SKULL, _SKULL_CUTS)
    ids = {name: clay.ball(at, radii, _BONE, form=form) for name, (at, radii, form) in _FACE.items()}
    shaded = [(ids[a], ids[b]) for a, b in _SHADED]
    plain = [[(ids[a], ids[b]) for a, b in row] for row in (_MOUTH, _NOSE)]
    clay.part("face", "head", "skin", skull, shaded, plain=plain)
    clay.part("hair", "head", "hair", _slices(clay, _HAIR, _HAIR_CUTS))
    if bun:
        root = clay.ball((-0.098, 0, 1.640), (0.030, 0.034, 0.034), _BONE)
        knot = clay.ball((-0.128, 0, 1.648), (0.038, 0.040, 0.040), _BONE)
        clay.part("bun", "head", "hair", [(root, knot)])
    for side, sign in (("L", 1.0), ("R", -1.0)):
        ear = clay.ball((-0.002, sign * 0.077, 1.572), (0.017, 0.009, 0.027), _BONE, form=0.6)
        clay.part(side + "ear", "head", "skin", [(ear, ear)], small=True)
