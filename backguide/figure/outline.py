"""Silhouettes of chains of ellipses: one closed polygon per run, for everything that is painted at once.

A run of consecutive pairs becomes one polygon: right side, end cap, left side, start cap. Runs break where
the tangents turn sharply (a strong bend, a foreshortened limb), so that the union of polygons stays the union
of hulls. Index tables are kept while the breaks stay the same, which is so from most frames to the next.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from backguide.figure.sculpt import Ints
from backguide.figure.skeleton import Array

CAP_POINTS = 9
_TURN_LIMIT = 0.92  # cosine between neighbouring tangents below which a run breaks
_CAP_ANGLES = (np.arange(CAP_POINTS) + 1) * np.pi / (CAP_POINTS + 1) - np.pi / 2
_CAP_COS, _CAP_SIN = np.cos(_CAP_ANGLES), np.sin(_CAP_ANGLES)
_SIDES = np.array(((1.0,), (-1.0,)))  # left, right


class Outlines(NamedTuple):
    """Polygons of all pieces: `points` and outward `normals` (e, 2); `first` (e,) marks their beginnings.

    `pieces` are the slices of the pieces, `ellipsoids` (e,) the ellipsoid each point lies on.
    """

    points: Array
    normals: Array
    first: NDArray[np.bool_]
    pieces: tuple[slice, ...]
    ellipsoids: Ints

    def part(self, pieces: slice) -> "Outlines":
        """Return some pieces in a row as outlines of their own; they share memory."""
        chosen = self.pieces[pieces]
        low, high = chosen[0].start, chosen[-1].stop
        own = tuple(slice(piece.start - low, piece.stop - low) for piece in chosen)
        where = slice(low, high)
        return Outlines(
            self.points[where], self.normals[where], self.first[where], own, self.ellipsoids[where]
        )


class _Table(NamedTuple):
    starts: Ints  # first pair of every run
    stops: Ints  # last pair of every run
    before: Ints  # of every ellipsoid along the runs, the pair that ends there
    after: Ints  # and the pair that begins there; the same one at the ends
    gather: Ints  # into [left | right | start caps | end caps]
    first: NDArray[np.bool_]
    pieces: tuple[slice, ...]
    ellipsoids: Ints


class _Tangents(NamedTuple):
    """Per side and pair the tangent's normal (2, pairs); per pair the axis (pairs,)."""

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
        self._pattern = b""
        self._table: _Table | None = None

    def build(self, centres: Array, spreads: Array) -> Outlines:
        """Outline all pieces: centres (n, 2) and ellipse matrices (n, 3), in pixels."""
        tangents = self._tangents(centres, spreads)
        turn = tangents.x[:, :-1] * tangents.x[:, 1:] + tangents.y[:, :-1] * tangents.y[:, 1:]
        table = self._table_of((turn.min(0) > _TURN_LIMIT) & self._joined)
        x, y = _normals(tangents, table)
        points = _touched(x, y, centres, spreads, table.ellipsoids)
        return Outlines(points, np.stack([x, y], 1), table.first, table.pieces, table.ellipsoids)

    def _tangents(self, centres: Array, spreads: Array) -> _Tangents:
        step = (centres[self.b] - centres[self.a]).T
        length = np.sqrt(step[0] * step[0] + step[1] * step[1])
        still = length < 1e-3
        length[still] = 1
        ux, uy = np.where(still, 1.0, step[0] / length), np.where(still, 0.0, step[1] / length)
        px, py = -uy * _SIDES, ux * _SIDES
        x, y = px, py
        of_a, of_b = np.ascontiguousarray(spreads[self.a].T), np.ascontiguousarray(spreads[self.b].T)
        for _ in range(2):  # the common tangent: equal support of both ellipses along its normal
            lean = (_support(of_a, x, y) - _support(of_b, x, y)) / length
            np.clip(lean, -1, 1, out=lean)
            upright = np.sqrt(1 - lean * lean)
            x, y = px * upright + ux * lean, py * upright + uy * lean
        return _Tangents(x, y, ux, uy)

    def _table_of(self, linked: NDArray[np.bool_]) -> _Table:
        pattern = linked.tobytes()
        if self._table is None or pattern != self._pattern:
            self._pattern, self._table = pattern, self._make_table(linked)
        return self._table

    def _make_table(self, linked: NDArray[np.bool_]) -> _Table:
        breaks = np.flatnonzero(~linked) + 1
        starts = np.concatenate([[0], breaks]).astype(np.intp)
        stops = np.concatenate([breaks - 1, [len(self.a) - 1]]).astype(np.intp)
        lengths = stops - starts + 2  # in ellipsoids
        along = np.concatenate([[0], np.cumsum(lengths)])
        run = np.repeat(np.arange(len(starts)), lengths)
        pair = np.arange(along[-1]) - run  # that begins at each ellipsoid, past the last one at the ends
        before, after = np.maximum(pair - 1, starts[run]), np.minimum(pair, stops[run])
        here = np.where(pair > stops[run], self.b[after], self.a[after])
        sizes = 2 * lengths + 2 * CAP_POINTS
        gather = _around(lengths, along[:-1], sizes)
        caps = (np.repeat(self.a[starts], CAP_POINTS), np.repeat(self.b[stops], CAP_POINTS))
        ellipsoids = np.concatenate([here, here, *caps])[gather]
        first = np.zeros(len(gather), np.bool_)
        first[np.cumsum(sizes) - sizes] = True
        ends = np.cumsum(np.bincount(self._piece[starts], sizes, self._count)).astype(int).tolist()
        pieces = tuple(slice(low, high) for low, high in pairwise([0, *ends]))
        return _Table(starts, stops, before, after, gather, first, pieces, ellipsoids)


def _around(lengths: Ints, along: Ints, sizes: Ints) -> Ints:
    """Return the way round every run, as indices into [left | right | start caps | end caps]."""
    runs, nodes = len(lengths), int(lengths.sum())
    run = np.repeat(np.arange(runs), sizes)
    at = np.arange(len(run)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    length, begin = lengths[run], along[run]
    start_cap = 2 * nodes + run * CAP_POINTS
    end_cap = start_cap + runs * CAP_POINTS
    back = at - length - CAP_POINTS
    turned = np.where(back < length, begin + length - 1 - back, start_cap + back - length)
    there = np.where(at < length, nodes + begin + at, end_cap + at - length)
    round_: Ints = np.where(back < 0, there, turned)
    return round_


def _normals(tangents: _Tangents, table: _Table) -> tuple[Array, Array]:
    """Return the outward normals of all points, x (e,) and y (e,)."""
    x = tangents.x[:, table.before] + tangents.x[:, table.after]
    y = tangents.y[:, table.before] + tangents.y[:, table.after]
    length = np.sqrt(x * x + y * y)
    ux, uy = tangents.axis_x[:, None], tangents.axis_y[:, None]
    fan_x, fan_y = ux * _CAP_COS - uy * _CAP_SIN, uy * _CAP_COS + ux * _CAP_SIN
    starts, stops = table.starts, table.stops
    all_x = np.concatenate([(x / length).ravel(), -fan_x[starts].ravel(), fan_x[stops].ravel()])
    all_y = np.concatenate([(y / length).ravel(), -fan_y[starts].ravel(), fan_y[stops].ravel()])
    return all_x[table.gather], all_y[table.gather]


def _touched(x: Array, y: Array, centres: Array, spreads: Array, ellipsoids: Ints) -> Array:
    """Return where tangents with normals x, y (e,) touch their ellipses, (e, 2)."""
    xx, xy, yy = spreads.T[:, ellipsoids]
    vx, vy = xx * x + xy * y, xy * x + yy * y
    reach = np.sqrt(np.maximum(vx * x + vy * y, 0)) + 1e-6
    points: Array = centres[ellipsoids]
    points[:, 0] += vx / reach
    points[:, 1] += vy / reach
    return points


def _support(matrix: Array, x: Array, y: Array) -> Array:
    reach: Array = np.sqrt(np.maximum(matrix[0] * x * x + 2 * matrix[1] * x * y + matrix[2] * y * y, 0))
    return reach
