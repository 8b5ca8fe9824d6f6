"""The body as the camera sees it: projected ellipsoids, and layers of tones that never leave the silhouette.

Every tone is the same body once more, shrunk and pulled towards the most lit point of each ellipsoid.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from backguide.figure.body import Body
from backguide.figure.camera import Camera
from backguide.figure.outline import Outliner, Outlines, spread
from backguide.figure.sculpt import End, Ints, smooth
from backguide.figure.skeleton import Array, Posture

_INSETS = (0.80, 0.62, 0.34)  # how large middle, light and highlight are beside the silhouette
_PULL = 0.92  # how far they move towards the lit point: 1 would touch the edge
# At a tapered end every darker tone begins one ellipsoid later than the next lighter one, so that all edges
# across the limb lie within the same tone of the neighbour underneath.
_NOT_IN_BASE = (End.LAST, End.SECOND, End.THIRD)
_INKED = 0.9  # with less ink than this the contour inside the figure is too thin outside
_NOT_IN_MIDDLE = (End.LAST, End.SECOND, End.SHADE)


@dataclass(frozen=True, eq=False)
class Projected:
    """A body in a posture before a camera.

    `centres` (n, 3) and `axes` (n, 3, 3) in the world; `spots` (n, 2) and ellipse matrices `spreads` (n, 3)
    in pixels; `near` (n,) in metres towards the eye; `lit` (n, 2) from each spot to its most lit point.
    """

    body: Body
    posture: Posture
    camera: Camera
    centres: Array
    axes: Array
    spots: Array
    near: Array
    spreads: Array
    lit: Array

    def bounds(self, margin_px: float) -> tuple[Array, Array]:
        """Return the top left and bottom right of a rectangle around all of it, (2,) each, in pixels."""
        reach = np.sqrt(self.spreads[:, ::2]) + margin_px
        return (self.spots - reach).min(0), (self.spots + reach).max(0)


def project(body: Body, posture: Posture, camera: Camera) -> Projected:
    """Skin the body and look at it."""
    centres, axes = body.skin(posture)
    spots, near, zoom = camera.project(centres)
    flat = (camera.plane @ axes) * zoom[:, None, None]
    to_light = camera.light @ axes
    length = np.sqrt((to_light * to_light).sum(1)) + 1e-9
    lit = (flat @ to_light[:, :, None])[:, :, 0] / length[:, None]
    return Projected(body, posture, camera, centres, axes, spots, near, spread(flat), lit)


class Layers(NamedTuple):
    """What is painted of every piece: `whole` holds the silhouettes, then three tones inside them.

    The tones follow each other from dark to light, each with as many `pieces`: those of all parts. Last come
    the stretches of the silhouettes around joints, where the contour inside the figure fades.
    """

    whole: Outlines
    pieces: int

    def tone(self, number: int) -> Outlines:
        """Return one tone alone: 0 is the silhouette, 3 the highlight, 4 what lies around joints."""
        return self.whole.part(slice(number * self.pieces, (number + 1) * self.pieces))


class Toner:
    """Builds the layers of a body, frame by frame; keeps the tables that do not change."""

    def __init__(self, body: Body) -> None:
        self._scales = _scales(body)
        self._pulls = ((1 - self._scales) * _PULL)[..., None]
        self._shrinks = (self._scales * self._scales)[..., None]
        pieces = [piece for part in body.parts for piece in part.pieces]
        base = [_without(piece, body.ends, _NOT_IN_BASE) for piece in pieces]
        middle = [_without(piece, body.ends, _NOT_IN_MIDDLE) for piece in pieces]
        light = [piece for part in body.parts for piece in part.lit]
        high = [piece[:0] if part.small else piece for part in body.parts for piece in part.lit]
        self._count = len(pieces)
        joints = [piece[body.ink[piece].min(1) < _INKED] for piece in base]
        # Every tone has ellipsoids of its own, in a row with those of the others.
        tones = zip((0, 1, 2, 3, 0), (base, middle, light, high, joints), strict=True)
        self._outliner = Outliner([piece + tone * len(body.ends) for tone, row in tones for piece in row])

    def layers(self, seen: Projected) -> Layers:
        """Outline the silhouette and tones of every piece of every part, in the order of `body.parts`."""
        spots = seen.spots + self._pulls * seen.lit
        spreads = seen.spreads * self._shrinks
        return Layers(self._outliner.build(spots.reshape(-1, 2), spreads.reshape(-1, 3)), self._count)


@lru_cache(maxsize=4)
def toner(body: Body) -> Toner:
    """Return the toner of a body, made once: its tables take as long as a frame."""
    return Toner(body)


def _without(pairs: Ints, ends: Ints, kinds: tuple[End, ...]) -> Ints:
    return pairs[~np.isin(ends[pairs], kinds).any(1)]


def _scales(body: Body) -> Array:
    """Size of every ellipsoid in the silhouette and the three tones inside it, (4, n)."""
    form = body.form
    middle, light, high = (1 - (1 - inset) * form for inset in _INSETS)
    light = np.where(body.ends == End.LAST, 0.0, light * smooth(0.0, 0.8, form))
    return np.stack([np.ones_like(form), middle, light, high * smooth(0.25, 1.0, form)])


def extent(body: Body, postures: Sequence[Posture]) -> tuple[Array, Array]:
    """Return balls that hold the body in all postures, for `Camera.fitted`: centres (k, 3), radii (k,)."""
    reach = np.sqrt((body.axes**2).sum((1, 2)) / 2)
    centres = np.concatenate([body.skin(posture)[0] for posture in postures])
    return centres, np.tile(reach, len(postures))
