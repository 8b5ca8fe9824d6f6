"""Muscles as soft regions on the surface: bands of angles on the rings of a tube, that move with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from backguide.figure.sculpt import Ints
from backguide.figure.skeleton import Array


class _Region(NamedTuple):
    """A lens on a tube: from height to height, its middle angle at both ends and its half width, in degrees.

    Angles run from the front (0) over the left side (90) to the back (180).
    """

    tube: str
    hosts: tuple[str, ...]
    heights: tuple[float, float]
    middle_deg: tuple[float, float]
    half_deg: float


# Regions of the middle, in pairs that differ by the sign of the angle.
_MIDDLE: dict[str, tuple[_Region, ...]] = {
    "back": tuple(_Region("shirt", ("shirt",), (0.955, 1.385), (s * 163, s * 166), 13) for s in (1, -1)),
    "abs": tuple(_Region("shirt", ("shirt",), (0.960, 1.235), (s * 15, s * 16), 13) for s in (1, -1)),
    "chest": tuple(_Region("shirt", ("shirt",), (1.200, 1.375), (s * 34, s * 38), 27) for s in (1, -1)),
}
# Regions of the left side; the right is mirrored.
_SIDE: dict[str, _Region] = {
    "obl": _Region("shirt", ("shirt",), (0.955, 1.215), (52, 92), 27),
    "lat": _Region("shirt", ("shirt",), (1.060, 1.330), (158, 118), 20),
    "glute": _Region("thigh", ("hip", "thigh"), (0.925, 0.765), (-158, 160), 50),
    "med": _Region("thigh", ("hip", "thigh"), (0.926, 0.800), (112, 98), 34),
    "flexor": _Region("thigh", ("hip", "thigh"), (0.926, 0.745), (14, 8), 30),
    "adductor": _Region("thigh", ("thigh",), (0.800, 0.590), (-80, -84), 30),
    "quad": _Region("thigh", ("thigh",), (0.780, 0.535), (16, 8), 52),
    "ham": _Region("thigh", ("thigh",), (0.780, 0.535), (180, 180), 46),
    "calf": _Region("shank", ("shank",), (0.435, 0.230), (180, 180), 58),
    "shoulder": _Region("sleeve", ("sleeve",), (1.372, 1.230), (90, 90), 60),
}


@dataclass(frozen=True, eq=False)
class Patch:
    """One muscle: on `rings` (m,) it covers the angles `middle` (m,) plus and minus `half` (m,), in radians.

    It is painted right after the last of the parts `hosts`, and never reaches past what the viewer sees of
    its tube.
    """

    hosts: tuple[str, ...]
    rings: Ints
    middle: Array
    half: Array

    def outlines(self, centres: Array, axes: Array, view: Array, shares: Sequence[float]) -> Array:
        """Return the visible part as closed polygons in the world, (shares, 2 m, 3), at shares of its width.

        `centres` (n, 3) and `axes` (n, 3, 3) are the skinned ellipsoids, `view` (3,) points to the eye. What
        faces away is folded onto the edge of the tube, so a region seen from behind has no width.
        """
        across = axes[self.rings]
        facing = (
            np.einsum("mij,i->mj", across[:, :, :2], view) / np.einsum("mij,mij->mj", across, across)[:, :2]
        )
        towards = np.arctan2(facing[:, 1], facing[:, 0])
        off = (self.middle - towards + np.pi) % (2 * np.pi) - np.pi
        reach = np.array(shares)[:, None] * self.half
        edges = np.stack([off - reach, off + reach])  # (2, shares, m)
        edges = towards + np.clip(edges, -np.pi / 2, np.pi / 2)
        spots = centres[self.rings] + (
            across[:, :, 0] * np.cos(edges)[..., None] + across[:, :, 1] * np.sin(edges)[..., None]
        )
        return np.concatenate([spots[0], spots[1, :, ::-1]], axis=1)


def _patch(region: _Region, ids: Sequence[int], heights: Array, side: str) -> Patch:
    first, last = region.heights
    rings = np.array([i for i in ids if min(first, last) <= heights[i] <= max(first, last)], np.intp)
    along = (heights[rings] - first) / (last - first)
    start, stop = np.radians(region.middle_deg)
    turn = (stop - start + np.pi) % (2 * np.pi) - np.pi
    sign = -1.0 if side == "R" else 1.0
    lens = np.sqrt(np.clip(1 - (2 * along - 1) ** 2, 0, 1)) ** 0.8
    hosts = tuple(host if host == "shirt" else side + host for host in region.hosts)
    return Patch(
        hosts, rings, sign * (start + turn * along), np.radians(region.half_deg) * np.maximum(lens, 0.08)
    )


def muscle_patches(rings: Mapping[str, Sequence[int]], centres: Array) -> dict[str, tuple[Patch, ...]]:
    """Return the patches of every muscle by its name: "back", "abs", "Lglute", ...

    `rings` are the ellipsoids of each tube by part name, `centres` (n, 3) all rest centres.
    """
    heights = centres[:, 2]
    table = {
        name: tuple(_patch(r, rings[r.tube], heights, "") for r in regions)
        for name, regions in _MIDDLE.items()
    }
    for name, region in _SIDE.items():
        for side in "LR":
            ids = rings[region.tube if region.tube == "shirt" else side + region.tube]
            table[side + name] = (_patch(region, ids, heights, side),)
    return table
