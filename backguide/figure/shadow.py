"""The shadow on the mat: a wide light one from above, a close dark one that tells what touches the floor."""

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from backguide.figure.body import Body
from backguide.figure.outline import Outliner, Outlines, spread
from backguide.figure.picture import Projected
from backguide.figure.sculpt import Ints, Part, smooth
from backguide.figure.skeleton import Array

_CAST_FADE_M = (0.30, 2.40)  # heights over the floor between which the cast shadow shrinks away
_CONTACT_FADE_M = (0.015, 0.13)
_PALE_M = (0.05, 0.75)  # heights between which it turns pale, down to the share
_PALEST = 0.30
_LOW_M = 0.10  # parts above this height have no contact shadow
_SLANT = 0.10  # metres to the side per metre of height
_NOT_CAST = ("neck", "hair", "Lear", "Rear", "Lsleeve", "Rsleeve")
_THINNING = 3  # every so many ellipsoids of a chain are enough for a soft edge


class Shadow(NamedTuple):
    """Outlines in pixels, and which pieces of the contact shadow are near enough to the floor to count.

    `darkness` says of every piece of the cast shadow how dark it is, up to 1 for what lies on the floor.
    """

    cast: Outlines
    contact: Outlines
    touching: tuple[int, ...]
    darkness: tuple[float, ...]


class ShadowCaster:
    """Outlines the shadow of one body, frame by frame."""

    def __init__(self, body: Body) -> None:
        parts = [part for part in body.parts if part.name not in _NOT_CAST]
        self._members = [part.ellipsoids for part in parts]
        pieces = [_thinned(part) for part in parts]
        self._count = len(pieces)
        self._outliner = Outliner([*pieces, *(piece + len(body.ends) for piece in pieces)])
        self._solid = body.ends == 0

    def cast(self, seen: Projected) -> Shadow:
        """Flatten the body onto the floor and outline it as the camera sees it there."""
        camera, axes = seen.camera, seen.axes
        lowest = seen.centres[:, 2] - np.sqrt((axes[:, 2, :] ** 2).sum(1))
        away = -np.sign(camera.light @ camera.right) * _SLANT * camera.right
        flatten = np.array(((1, 0, away[0]), (0, 1, away[1]), (0, 0, 0)))
        spots, _, zoom = camera.project(seen.centres @ flatten.T)
        flat = spread((camera.plane @ flatten @ axes) * zoom[:, None, None])
        sizes = [self._faded(flat, lowest, fade) for fade in (_CAST_FADE_M, _CONTACT_FADE_M)]
        both = self._outliner.build(np.concatenate([spots, spots]), np.concatenate(sizes))
        cast, contact = both.part(slice(self._count)), both.part(slice(self._count, None))
        touching = tuple(i for i, ids in enumerate(self._members) if lowest[ids].min() < _LOW_M)
        heights = np.array([lowest[ids].mean() for ids in self._members])
        darkness = 1 - (1 - _PALEST) * smooth(*_PALE_M, heights)
        return Shadow(cast, contact, touching, tuple(darkness.tolist()))

    def _faded(self, flat: Array, lowest: Array, fade_m: tuple[float, float]) -> Array:
        left = (1 - smooth(*fade_m, lowest)) ** 2 * self._solid
        shrunk: Array = flat * left[:, None] ** 2 + 1e-9
        return shrunk


@lru_cache(maxsize=4)
def shadow_caster(body: Body) -> ShadowCaster:
    """Return the shadow caster of a body, made once."""
    return ShadowCaster(body)


def _thinned(part: Part) -> Ints:
    """Return a part's pairs without its details, and with only every third ellipsoid of its chains."""
    chains: list[list[int]] = []
    bulk = (part.pieces[0], *part.pieces[len(part.pieces) - part.plain :])
    for a, b in np.concatenate(bulk).tolist():
        if chains and chains[-1][-1] == a:
            chains[-1].append(b)
        else:
            chains.append([a, b])
    pairs: list[tuple[int, int]] = []
    for ids in chains:
        pairs += pairwise([*ids[:-1:_THINNING], ids[-1]])
    return np.array(pairs, np.intp)
