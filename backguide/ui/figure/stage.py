"""What stands still behind the figure: the stage's gradient and the mat."""

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPen

from backguide.figure.camera import Camera
from backguide.figure.skeleton import Array
from backguide.figure.view import ViewSpec
from backguide.ui.figure.paths import polygon
from backguide.ui.figure.style import FigureStyle

_CORNER_M = 0.05
_THICK_M = 0.014
_BORDER_M = 0.045
_SHADOW_STEPS = 5


def paint_stage(
    painter: QPainter, size: tuple[int, int], camera: Camera, view: ViewSpec, style: FigureStyle
) -> None:
    """Paint gradient and mat over `size` logical pixels."""
    gradient = QLinearGradient(0, 0, 0, size[1])
    gradient.setColorAt(0, style.stage[0])
    gradient.setColorAt(1, style.stage[1])
    painter.fillRect(QRectF(0, 0, *size), gradient)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_mat(painter, camera, view, style)


def _paint_mat(painter: QPainter, camera: Camera, view: ViewSpec, style: FigureStyle) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.colour("shadow", style.mat_shadow_alpha))
    for step in range(_SHADOW_STEPS):
        reach = 0.008 + 0.012 * step
        painter.drawPath(polygon(_mat_outline(camera, view, reach, -_THICK_M)))
    painter.setBrush(style.colour("mat_edge"))
    painter.drawPath(polygon(_mat_outline(camera, view, 0.0, -_THICK_M)))
    painter.setBrush(style.colour("mat"))
    painter.drawPath(polygon(_mat_outline(camera, view, 0.0, 0.0)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(style.colour("mat_line"), 0.006 * camera.scale))
    painter.drawPath(polygon(_mat_outline(camera, view, -_BORDER_M, 0.0)))


def _mat_outline(camera: Camera, view: ViewSpec, grow_m: float, height_m: float) -> Array:
    """Return the mat's outline, grown by `grow_m`, in pixels (k, 2)."""
    x0, x1, y0, y1 = view.mat
    radius = max(_CORNER_M + grow_m, 0.03)
    x0, x1, y0, y1 = x0 - grow_m + radius, x1 + grow_m - radius, y0 - grow_m + radius, y1 + grow_m - radius
    quarter = np.linspace(0, np.pi / 2, 9)
    corners = ((x1, y1), (x0, y1), (x0, y0), (x1, y0))
    rounds = []
    for turn, (x, y) in enumerate(corners):
        angle = quarter + turn * np.pi / 2
        rounds.append(
            np.stack([x + radius * np.cos(angle), y + radius * np.sin(angle), np.full(9, height_m)], 1)
        )
    return camera.project(np.concatenate(rounds))[0]
