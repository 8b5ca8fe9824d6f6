"""A perspective camera that turns metres into pixels and keeps the figure framed at any size."""

import math
from dataclasses import dataclass
from typing import Self

import numpy as np

from backguide.figure.skeleton import Array
from backguide.figure.view import ViewSpec

DISTANCE_M = 6.5
"""From the eye to the target: near enough for depth, far enough for true proportions."""
FILL = 0.91
"""Share of the width or height that the figure takes when it is fitted."""

_LIGHT = (0.74, 0.50, -0.30)  # how much of up, of towards the viewer, of to the right


@dataclass(frozen=True, eq=False)
class Camera:
    """Projects points. `view` points to the eye, `right` and `down` along the picture, all (3,) unit vectors.

    `scale` is pixels per metre at the target's depth, `offset` (2,) where the target lands, `light` (3,) a
    unit vector towards the lamp.
    """

    view: Array
    right: Array
    down: Array
    light: Array
    target: Array
    scale: float
    offset: Array

    @classmethod
    def of(cls, spec: ViewSpec, size: tuple[float, float]) -> Self:
        """Show `spec.width_m` metres across a picture of `size` pixels, the target in its middle."""
        azimuth, elevation = math.radians(spec.azimuth_deg), math.radians(spec.elevation_deg)
        flat = np.array((math.sin(azimuth), -math.cos(azimuth), 0.0)) * math.cos(elevation)
        view = flat + np.array((0.0, 0.0, math.sin(elevation)))
        right = np.array((math.cos(azimuth), math.sin(azimuth), 0.0))
        up = np.cross(view, right)
        aside = -_LIGHT[2] if spec.mirrored else _LIGHT[2]
        light = _LIGHT[0] * np.array((0.0, 0.0, 1.0)) + _LIGHT[1] * view + aside * right
        light /= np.linalg.norm(light)
        middle = np.array((size[0] / 2, size[1] / 2))
        return cls(view, right, -up, light, np.array(spec.target, float), size[0] / spec.width_m, middle)

    @classmethod
    def fitted(
        cls,
        spec: ViewSpec,
        size: tuple[float, float],
        points: Array,
        radii: Array | float = 0.1,
        fill: float = FILL,
    ) -> Self:
        """Look as `spec` says, but place and scale so that balls around `points` (n, 3) fill the picture.

        They take the share `fill` of it, 0 to 1.
        `radii` (n,) or one number, in metres. The tighter of width and height decides; the margins are even.
        """
        plain = cls.of(spec, (spec.width_m, spec.width_m))
        flat, _, zoom = plain.project(points)
        pad = (np.broadcast_to(radii, len(points)) * zoom)[:, None]
        low, high = (flat - pad).min(0), (flat + pad).max(0)
        scale = float(fill * np.min(np.array(size) / np.maximum(high - low, 1e-6)))
        offset = np.array(size) / 2 - (low + high - 2 * plain.offset) / 2 * scale
        return cls(plain.view, plain.right, plain.down, plain.light, plain.target, scale, offset)

    @property
    def plane(self) -> Array:
        """The picture's axes in the world, (2, 3)."""
        return np.stack([self.right, self.down])

    def project(self, points: Array) -> tuple[Array, Array, Array]:
        """World points (..., 3) -> pixels (..., 2), metres towards the eye (...), pixels per metre (...)."""
        local = np.asarray(points, float) - self.target
        near = local @ self.view
        zoom = self.scale * DISTANCE_M / (DISTANCE_M - near)
        return local @ self.plane.T * zoom[..., None] + self.offset, near, zoom
