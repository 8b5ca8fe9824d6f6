"""From a motion to the scene that paints it: camera, framing, mat, working limbs and the arrow."""

from functools import cache

import numpy as np

from backguide.catalogue.model import Side
from backguide.figure.body import Body, build_body
from backguide.figure.build import NEUTRAL, Build
from backguide.figure.depth import sorter
from backguide.figure.motion import Motion
from backguide.figure.motion_view import Seen
from backguide.figure.picture import extent, toner
from backguide.figure.shadow import shadow_caster
from backguide.figure.skeleton import Array
from backguide.figure.view import ViewSpec
from backguide.ui.figure.frames import Budget
from backguide.ui.figure.looks import figure_look
from backguide.ui.figure.scene import FigureScene
from backguide.ui.figure.style import STYLES

_MAT_MARGIN_M = 0.08
_MAT_HALF_WIDTH_M = 0.36
_NEAR_FLOOR_M = 0.12
_MAT_MAY_LEAVE_M = 0.04
_STANDING_M = 1.4
_PATCHES = {"hamstring": "ham", "hip-flexor": "flexor", "medius": "med", "oblique": "obl"}
_SMALL_PX = 300  # below this width an arrow would only be in the way


@cache
def shared_body(build: Build = NEUTRAL) -> Body:
    """Return the one body of a build that all pictures share; made, with its tables, when first asked for."""
    body = build_body(build)
    for table in (toner, sorter, shadow_caster):
        table(body)
    return body


def motion_scene(
    motion: Motion,
    side: Side | None,
    size: tuple[int, int],
    theme: str,
    seen: Seen = "first",
    *,
    keep: Budget | None = None,
) -> FigureScene:
    """Return the scene for one side of a motion at `size` logical pixels, in the colours of a theme.

    It shows the figure in force. A scene that plays keeps painted frames as long as `keep` lasts.
    """
    look = figure_look()
    body, style = shared_body(look.build), look.dress(STYLES[theme])
    points, radii = extent(body, motion.key_postures(side, seen))
    view = _view(motion, side, seen, points)
    arrow = motion.trail(side) if size[0] > _SMALL_PX else None
    framing = _with_mat(points, radii, view)
    return FigureScene(view, size, style, body, framing=framing, arrow=arrow, keep=keep)


def _with_mat(points: Array, radii: Array, view: ViewSpec) -> tuple[Array, Array]:
    """Return what the picture must hold: the movement, as points (n, 3) and radii (n,), and the mat.

    The mat may come nearer to the edge than the body: its corners get a negative radius.
    """
    x0, x1, y0, y1 = view.mat
    corners = np.array([(x, y, 0.0) for x in (x0, x1) for y in (y0, y1)])
    return np.concatenate([points, corners]), np.concatenate([radii, np.full(4, -_MAT_MAY_LEAVE_M)])


def _view(motion: Motion, side: Side | None, seen: Seen, points: Array) -> ViewSpec:
    view = motion.view(side, seen)
    return ViewSpec(
        azimuth_deg=view.azimuth,
        elevation_deg=view.elevation,
        target=_middle(points),
        mat=_mat(points),
        working=frozenset(_letter(name) for name in motion.working(side)),
        muscles=tuple(_letter(name) for name in motion.muscles(side)),
        mirrored=view.flip and side == "left",
    )


def _middle(points: Array) -> tuple[float, float, float]:
    x, y, z = (points.min(axis=0) + points.max(axis=0)) / 2
    return float(x), float(y), float(z)


def _mat(points: Array) -> tuple[float, float, float, float]:
    """Return a mat as long as the movement near the floor is, x0, x1, y0, y1 in metres.

    It is as wide as mats are, and turned for someone who stands across it.
    """
    low = points[points[:, 2] < _NEAR_FLOOR_M][:, :2]
    (x0, y0), (x1, y1) = low.min(axis=0) - _MAT_MARGIN_M, low.max(axis=0) + _MAT_MARGIN_M
    if points[:, 2].max() > _STANDING_M:
        middle = (x0 + x1) / 2
        return float(middle - _MAT_HALF_WIDTH_M), float(middle + _MAT_HALF_WIDTH_M), float(y0), float(y1)
    return float(x0), float(x1), -_MAT_HALF_WIDTH_M, _MAT_HALF_WIDTH_M


def _letter(name: str) -> str:
    """Return "Rleg" for "right-leg", as the body's parts are named; "spine" and "back" stay."""
    side, _, rest = name.partition("-")
    return side[0].upper() + _PATCHES.get(rest, rest) if rest else name
