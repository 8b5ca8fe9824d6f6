"""The shapes of ratings: they tell moments apart without colour."""

import math
from typing import Literal

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from backguide.ui.charts.spec import Shape
from backguide.ui.theme.appearance import colour, tokens
from backguide.ui.theme.tokens import rating_dot

Fill = Literal["ink", "paper"]
RADII_PX: dict[Shape, float] = {"dot": 4.0, "ring": 5.5, "diamond": 5.5, "triangle": 5.0}


def shape_path(shape: Shape) -> QPainterPath:
    """Return the shape around 0, 0 within a radius of 1."""
    path = QPainterPath()
    if shape in {"dot", "ring"}:
        path.addEllipse(QPointF(0, 0), 1, 1)
        return path
    corners, turn = (4, 0.0) if shape == "diamond" else (3, -math.pi / 2)
    for corner in range(corners):
        angle = turn + corner * 2 * math.pi / corners
        point = QPointF(math.cos(angle), math.sin(angle))
        path.lineTo(point) if corner else path.moveTo(point)
    path.closeSubpath()
    return path


def is_hollow(shape: Shape) -> bool:
    """Tell whether only the outline is inked."""
    return shape in {"ring", "triangle"}


def rating_ink() -> QColor:
    """Return the colour of a single rating."""
    return QColor(rating_dot(tokens()))


def paint_mark(painter: QPainter, shape: Shape, middle: QPointF, size: float = 1.0) -> None:
    """Paint a shape at a place, `size` times as large as usual."""
    radius = RADII_PX[shape] * size
    painter.save()
    painter.translate(middle)
    painter.scale(radius, radius)
    painter.setPen(QPen(rating_ink(), 1.8 / RADII_PX[shape]))
    painter.setBrush(colour("surface") if is_hollow(shape) else rating_ink())
    painter.drawPath(shape_path(shape))
    painter.restore()
