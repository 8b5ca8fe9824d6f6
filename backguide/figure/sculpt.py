"""The clay: ellipsoids on bones, strung into tubes and gathered into parts.

The silhouette of a part is the union of the hulls of its ellipsoid pairs. Neighbouring parts of one limb
share the ellipsoids around their joint, and each tapers there (`End`), so that whichever is painted over the
other leaves no seam.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from backguide.figure.skeleton import BONE_INDEX, BONES, Array

Ints = NDArray[np.intp]
Weights = Mapping[str, float]
Vector = tuple[float, float, float]
Pair = tuple[int, int]


JOINT_GROUP = "joints"
"""The group of parts that only fill bent joints: painted under the two that meet there."""


class End(IntEnum):
    """How an ellipsoid's painted layers taper where its part runs on under a neighbour."""

    FULL = 0
    THIRD = 1  # from the end
    SECOND = 2
    LAST = 3
    SHADE = 4  # not at the end, but in the shade: without the middle tone


@dataclass(frozen=True, eq=False)
class Part:
    """What is painted at once, in one material; `pieces` are runs of pairs (m, 2) that get a path each.

    The last `plain` pieces get no highlights. Pieces that overlap much are painted faster apart than as one.
    A `small` part is painted without highlights.
    """

    name: str
    group: str
    material: str
    pieces: tuple[Ints, ...]
    plain: int = 0
    small: bool = False

    @property
    def lit(self) -> tuple[Ints, ...]:
        """The pieces, the plain ones emptied."""
        count = len(self.pieces) - self.plain
        return (*self.pieces[:count], *(piece[:0] for piece in self.pieces[count:]))

    @property
    def ellipsoids(self) -> Ints:
        """The indices of all its ellipsoids, sorted, each once."""
        return np.unique(np.concatenate(self.pieces))


class Profile(NamedTuple):
    """The rest shape of a tube: at heights (n,), rows (n, 4) of centre x and y, radius x and y, metres."""

    heights: Array
    rows: Array

    @classmethod
    def of(cls, table: Sequence[tuple[float, float, float, float, float]]) -> "Profile":
        """Read rows of (height, x, y, radius x, radius y), in rising or falling order."""
        data = np.array(sorted(table), float)
        return cls(data[:, 0], data[:, 1:])

    def wider(self, by: float) -> "Profile":
        """Return the same tube with both radii larger by `by`: cloth on skin."""
        return Profile(self.heights, self.rows + np.array((0, 0, by, by)))

    def at(self, heights: Iterable[float]) -> Array:
        """Interpolate monotonically (piecewise cubic, Fritsch and Carlson 1980): (k,) -> (k, 4)."""
        x, y, where = self.heights, self.rows, np.array(list(heights), float)
        slopes = self._slopes()
        i = np.clip(np.searchsorted(x, where, side="right") - 1, 0, len(x) - 2)
        step = (x[i + 1] - x[i])[:, None]
        t = np.clip((where - x[i])[:, None] / step, 0, 1)
        rising = t * t * (3 - 2 * t)
        bend = slopes[i] * t * (1 - t) ** 2 - slopes[i + 1] * t * t * (1 - t)
        result: Array = y[i] * (1 - rising) + y[i + 1] * rising + step * bend
        return result

    def _slopes(self) -> Array:
        step = np.diff(self.heights)[:, None]
        rise = np.diff(self.rows, axis=0) / step
        before, after = 2 * step[1:] + step[:-1], step[1:] + 2 * step[:-1]
        with np.errstate(divide="ignore", invalid="ignore"):
            mean = (before + after) / (before / rise[:-1] + after / rise[1:])
        inner = np.where(rise[:-1] * rise[1:] > 0, mean, 0.0)
        return np.concatenate([rise[:1], inner, rise[-1:]])


def smooth(low: float, high: float, x: Array | float) -> Array:
    """Rise from 0 at `low` to 1 at `high` without corners; falls when `low` is the larger."""
    t = np.clip((np.asarray(x, float) - low) / (high - low), 0, 1)
    rise: Array = t * t * (3 - 2 * t)
    return rise


def always(value: float) -> Callable[[float], float]:
    """Return a taper that is the same at every height."""

    def taper(_height: float) -> float:
        return value

    return taper


_full = always(1.0)


def fade(low: float, high: float) -> Callable[[float], float]:
    """Return a taper that is 0 at the height `low` and 1 at `high`."""

    def taper(height: float) -> float:
        return float(smooth(low, high, height))

    return taper


def between(upper: str, lower: str, joint: float, half: float) -> Callable[[float], Weights]:
    """Return weights that pass from `lower` to `upper` over the heights joint - half to joint + half."""

    def weights(height: float) -> Weights:
        share = float(smooth(joint - half, joint + half, height))
        return {upper: share, lower: 1 - share}

    return weights


def chain(ids: Sequence[int]) -> list[Pair]:
    """Return the pairs of neighbours."""
    return list(pairwise(ids))


def _ends(count: int, tapered: str) -> list[End]:
    ends = [End.FULL] * count
    if "f" in tapered:
        ends[:3] = End.LAST, End.SECOND, End.THIRD
    if "l" in tapered:
        ends[-3:] = End.THIRD, End.SECOND, End.LAST
    return ends


class Clay:
    """Collects ellipsoids and parts while a body is built."""

    def __init__(self) -> None:
        self.rows: list[tuple[Vector, Array, Array, float, float, End]] = []
        self.parts: list[Part] = []

    def ball(
        self,
        centre: Vector,
        radii: Vector,
        weights: Weights,
        *,
        ink: float = 1.0,
        form: float = 1.0,
        turn: Array | None = None,
        end: End = End.FULL,
    ) -> int:
        """Add an ellipsoid, its axes turned by `turn` (3, 3); return its index.

        `ink` is how much contour it gets and `form` how much shading, 0 to 1.
        """
        axes = np.diag(radii) if turn is None else turn @ np.diag(radii)
        share = np.zeros(len(BONES))
        for bone, weight in weights.items():
            share[BONE_INDEX[bone]] = weight
        self.rows.append((centre, axes, share, ink, form, end))
        return len(self.rows) - 1

    def tube(
        self,
        profile: Profile,
        heights: Sequence[float],
        weights: Callable[[float], Weights],
        *,
        side: float = 1.0,
        ink: Callable[[float], float] = _full,
        form: Callable[[float], float] = _full,
        flat_ends: str = "",
        tapered_ends: str = "",
    ) -> list[int]:
        """Add one ellipsoid per height; return their indices.

        `flat_ends` and `tapered_ends` hold "f" for the first and "l" for the last: cut across, or run out
        under a neighbour over three ellipsoids (of seven that the two share).
        """
        ends = _ends(len(heights), tapered_ends)
        cut = {i for letter, i in (("f", 0), ("l", len(heights) - 1)) if letter in flat_ends + tapered_ends}
        ids = []
        for i, (height, (x, y, rx, ry)) in enumerate(zip(heights, profile.at(heights), strict=True)):
            tall = (0.06 if i in cut else 0.35) * min(rx, ry)
            at, radii = (x, side * y, height), (rx, ry, tall)
            ids.append(self.ball(at, radii, weights(height), ink=ink(height), form=form(height), end=ends[i]))
        return ids

    def part(
        self,
        name: str,
        group: str,
        material: str,
        *pieces: Sequence[Pair],
        plain: Sequence[Sequence[Pair]] = (),
        small: bool = False,
    ) -> None:
        """Gather pieces into a part; `plain` ones get no highlights. A group is sorted in depth as one."""
        runs = tuple(np.array(piece, np.intp).reshape(-1, 2) for piece in (*pieces, *plain))
        self.parts.append(Part(name, group, material, runs, len(plain), small))
