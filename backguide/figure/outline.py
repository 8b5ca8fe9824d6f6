"""Silhouettes of chains of ellipses: one closed polygon per run, for all parts and layers at once.

A run of consecutive pairs becomes one polygon: right side, end cap, left side, start cap. Runs break where
the tangents turn sharply (a strong bend, a foreshortened limb), so that the union of polygons stays the union
of hulls. Index tables are kept per pattern of breaks, which changes rarely from frame to frame.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from backguide.figure.sculpt import Ints
from backguide.figure.skeleton import Array

CAP_POINTS = 8
_TURN_LIMIT = 0.82  # cosine between neighbouring tangents below which a run breaks
_PATTERNS_KEPT = 400
_CAP_ANGLES = (np.arange(CAP_POINTS) + 1) * np.pi / (CAP_POINTS + 1) - np.pi / 2
_CAP_COS, _CAP_SIN = np.cos(_CAP_ANGLES), np.sin(_CAP_ANGLES)


class Outlines(NamedTuple):
    """Polygons of all pieces: `points` and outward `normals` (e, 2); `first` (e,) marks their beginnings.

    `pieces` are the slices of the pieces, `ellipsoids` (e,) the ellipsoid each point lies on.
    """

    points: Array
    normals: Array
    first: NDArray[np.bool_]
    pieces: tuple[slice, ...]
    ellipsoids: Ints


class _Table(NamedTuple):
    starts: Ints  # first pair of every run
    stops: Ints  # last pair of every run
    gather: Ints  # into [pair starts left | right | pair ends left | right | start caps | end caps]
    first: NDArray[np.bool_]
    pieces: tuple[slice, ...]
    ellipsoids: Ints


class _Tangents(NamedTuple):
    """Per side, layer and pair the tangent's normal (2, layers, pairs); per pair the axis (layers, pairs)."""

    x: Array
    y: Array
    axis_x: Array
    axis_y: Array


def spread(axes: Array) -> Array:
    """Projected axes (..., 2, 3) -> the ellipse's matrix as (..., 3): xx, xy, yy."""
    x, y = axes[..., 0, :], axes[..., 1, :]
    return np.stack([(x * x).sum(-1), (x * y).sum(-1), (y * y).sum(-1)], axis=-1)


class Outliner:
    """Outlines the same pieces again and again, frame by frame."""

    def __init__(self, pieces: Sequence[Ints]) -> None:
        """Take pieces (m, 2) of ellipsoid pairs; runs never cross pieces. Empty ones are allowed."""
        pairs = np.concatenate([piece.reshape(-1, 2) for piece in pieces])
        self.a, self.b = np.ascontiguousarray(pairs[:, 0]), np.ascontiguousarray(pairs[:, 1])
        self._piece = np.repeat(np.arange(len(pieces)), [len(piece) for piece in pieces])
        self._count = len(pieces)
        self._joined = (self.b[:-1] == self.a[1:]) & (self._piece[:-1] == self._piece[1:])
        self._tables: dict[bytes, _Table] = {}

    def build(self, centres: Array, spreads: Array) -> list[Outlines]:
        """Outline each layer: centres (layers, n, 2) and ellipse matrices (layers, n, 3), in pixels."""
        tangents = self._tangents(centres, spreads)
        turn = tangents.x[..., :-1] * tangents.x[..., 1:] + tangents.y[..., :-1] * tangents.y[..., 1:]
        linked = (turn.min(0) > _TURN_LIMIT) & self._joined
        return [self._layer(i, tangents, linked[i], centres[i], spreads[i]) for i in range(len(centres))]

    def _tangents(self, centres: Array, spreads: Array) -> _Tangents:
        step = centres[:, self.b] - centres[:, self.a]
        ux, uy = step[..., 0], step[..., 1]
        length = np.sqrt(ux * ux + uy * uy)
        still = length < 1e-3
        length[still] = 1
        ux, uy = np.where(still, 1.0, ux / length), np.where(still, 0.0, uy / length)
        side = np.array((1.0, -1.0))[:, None, None]
        px, py = -uy * side, ux * side
        x, y = px, py
        of_a, of_b = np.moveaxis(spreads[:, self.a], 2, 0), np.moveaxis(spreads[:, self.b], 2, 0)
        for _ in range(2):  # the common tangent: equal support of both ellipses along its normal
            lean = (_support(of_a, x, y) - _support(of_b, x, y)) / length
            np.clip(lean, -1, 1, out=lean)
            upright = np.sqrt(1 - lean * lean)
            x, y = px * upright + ux * lean, py * upright + uy * lean
        return _Tangents(x, y, ux, uy)

    def _layer(
        self, i: int, tangents: _Tangents, linked: NDArray[np.bool_], centres: Array, spreads: Array
    ) -> Outlines:
        table = self._table(linked)
        left, right = (
            np.stack([tangents.x[0, i], tangents.y[0, i]], 1),
            np.stack([tangents.x[1, i], tangents.y[1, i]], 1),
        )
        fan_x = tangents.axis_x[i][:, None] * _CAP_COS - tangents.axis_y[i][:, None] * _CAP_SIN
        fan_y = tangents.axis_y[i][:, None] * _CAP_COS + tangents.axis_x[i][:, None] * _CAP_SIN
        fan = np.stack([fan_x, fan_y], axis=2)
        caps = [-fan[table.starts].reshape(-1, 2), fan[table.stops].reshape(-1, 2)]
        normals = np.concatenate([left, right, left, right, *caps])[table.gather]
        matrix, middle = spreads[table.ellipsoids], centres[table.ellipsoids]
        vx = matrix[:, 0] * normals[:, 0] + matrix[:, 1] * normals[:, 1]
        vy = matrix[:, 1] * normals[:, 0] + matrix[:, 2] * normals[:, 1]
        reach = np.sqrt(np.maximum(vx * normals[:, 0] + vy * normals[:, 1], 0)) + 1e-6
        points = middle + np.stack([vx, vy], 1) / reach[:, None]
        return Outlines(points, normals, table.first, table.pieces, table.ellipsoids)

    def _table(self, linked: NDArray[np.bool_]) -> _Table:
        key = linked.tobytes()
        table = self._tables.get(key)
        if table is None:
            if len(self._tables) >= _PATTERNS_KEPT:
                self._tables.clear()
            table = self._tables[key] = self._make_table(linked)
        return table

    def _make_table(self, linked: NDArray[np.bool_]) -> _Table:
        n, breaks = len(self.a), np.flatnonzero(~linked) + 1
        starts = np.concatenate([[0], breaks]).astype(np.intp)
        stops = np.concatenate([breaks - 1, [n - 1]]).astype(np.intp)
        start_caps, end_caps = 4 * n, 4 * n + len(starts) * CAP_POINTS
        cap = np.arange(CAP_POINTS)
        runs, sizes = [], np.zeros(self._count, np.intp)
        for r, (s, e) in enumerate(zip(starts.tolist(), stops.tolist(), strict=True)):
            pairs = np.arange(s, e + 1)
            right_end, left_end = np.array([3 * n + e]), np.array([2 * n + e])
            end, start = end_caps + r * CAP_POINTS + cap, start_caps + r * CAP_POINTS + cap
            runs.append(np.concatenate([right_end, end, left_end, pairs[::-1], start, n + pairs]))
            sizes[self._piece[s]] += len(runs[-1])
        gather, first = np.concatenate(runs), _beginnings(runs)
        bounds = np.concatenate([[0], np.cumsum(sizes)]).tolist()
        pieces = tuple(slice(low, high) for low, high in pairwise(bounds))
        pool = [
            self.a,
            self.a,
            self.b,
            self.b,
            np.repeat(self.a[starts], CAP_POINTS),
            np.repeat(self.b[stops], CAP_POINTS),
        ]
        return _Table(starts, stops, gather, first, pieces, np.concatenate(pool)[gather])


def _beginnings(runs: Sequence[Ints]) -> NDArray[np.bool_]:
    """Mark the first point of every run in all of them, one after the other."""
    first = np.zeros(sum(len(run) for run in runs), np.bool_)
    first[np.cumsum([0] + [len(run) for run in runs[:-1]])] = True
    return first


def _support(matrix: Array, x: Array, y: Array) -> Array:
    reach: Array = np.sqrt(np.maximum(matrix[0] * x * x + 2 * matrix[1] * x * y + matrix[2] * y * y, 0))
    return reach
