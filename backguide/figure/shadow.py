"""The shadow on the mat: one wide and light that falls from above, one close and dark that tells what touches the floor."""

from typing import NamedTuple

import numpy as np

from backguide.figure.outline import Outlines, spread
from backguide.figure.picture import Projected, Toner
from backguide.figure.sculpt import smooth
from backguide.figure.skeleton import Array

_CAST_FADE_M = (0.30, 2.40)  # heights over the floor between which the cast shadow shrinks away
_CONTACT_FADE_M = (0.015, 0.13)
_LOW_M = 0.10  # parts above this height have no contact shadow
_SLANT = 0.10  # metres to the side per metre of height
_NOT_CAST = ("neck", "hair")


class Shadow(NamedTuple):
    """Outlines in pixels, and which pieces of each count."""

    cast: Outlines
    contact: Outlines
    cast_pieces: tuple[int, ...]
    contact_pieces: tuple[int, ...]


def shadow(seen: Projected, toner: Toner) -> Shadow:
    """Flatten the body onto the floor and outline it as the camera sees it there."""
    camera, axes = seen.camera, seen.axes
    lowest = seen.centres[:, 2] - np.sqrt((axes[:, 2, :] ** 2).sum(1))
    away = -np.sign(camera.light @ camera.right) * _SLANT * camera.right
    flatten = np.array(((1, 0, away[0]), (0, 1, away[1]), (0, 0, 0)))
    spots, _, zoom = camera.project(seen.centres @ flatten.T)
    flat = spread((camera.plane @ flatten @ axes) * zoom[:, None, None])
    solid = seen.body.ends == 0
    sizes = [_faded(flat, lowest, solid, fade) for fade in (_CAST_FADE_M, _CONTACT_FADE_M)]
    cast, contact = toner.silhouette(np.stack([spots, spots]), np.stack(sizes))
    pieces = _casting_pieces(seen, lowest)
    return Shadow(cast, contact, tuple(i for i, _ in pieces), tuple(i for i, low in pieces if low < _LOW_M))


def _faded(flat: Array, lowest: Array, solid: Array, fade_m: tuple[float, float]) -> Array:
    left = (1 - smooth(*fade_m, lowest)) ** 2 * solid
    shrunk: Array = flat * left[:, None] ** 2 + 1e-9
    return shrunk


def _casting_pieces(seen: Projected, lowest: Array) -> list[tuple[int, float]]:
    """Return the first piece of every part that casts a shadow, and how low the part reaches."""
    found, piece = [], 0
    for part in seen.body.parts:
        if part.name[1:] not in ("ear", "sleeve") and part.name not in _NOT_CAST:
            found.append((piece, float(lowest[part.ellipsoids].min())))
        piece += len(part.pieces)
    return found
