"""Shapes that several widgets paint."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPaintDevice, QPainter, QPainterPath, QPen

from backguide.ui.theme.appearance import colour, tokens
from backguide.ui.theme.metrics import RADIUS_CARD
from backguide.ui.theme.tokens import Colour

Corners = Literal["all", "top", "bottom", "left", "right"]
SHADOW_DEPTH_PX = 4


def smooth_painter(device: QPaintDevice) -> QPainter:
    """Return a painter with smooth edges, for a `with`: one left open by an error would end the program."""
    painter = QPainter(device)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    return painter


def rounded_path(rect: QRectF, radius: float, corners: Corners = "all") -> QPainterPath:
    """Return a rounded rectangle, or one with only two round corners for pictures flush with a card."""
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    flat = QRectF(rect)
    if corners == "top":
        flat.setTop(rect.bottom() - radius)
    elif corners == "bottom":
        flat.setBottom(rect.top() + radius)
    elif corners == "left":
        flat.setLeft(rect.right() - radius)
    elif corners == "right":
        flat.setRight(rect.left() + radius)
    else:
        return path
    square = QPainterPath()
    square.addRect(flat)
    return path.united(square)


def paint_box(
    painter: QPainter,
    rect: QRectF,
    radius: float = RADIUS_CARD,
    *,
    fill: QColor | None = None,
    line: QColor | None = None,
    width: float = 1.0,
) -> None:
    """Paint a rounded box with its line inside the rectangle."""
    half = width / 2 if line is not None else 0.0
    painter.setPen(QPen(line, width) if line is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    inner = rect.adjusted(half, half, -half, -half)
    corner = min(radius, inner.height() / 2, inner.width() / 2)
    painter.drawRoundedRect(inner, corner, corner)


def paint_shadow(painter: QPainter, rect: QRectF, radius: float) -> None:
    """Paint the soft shadow of a card: six thin layers within 4 px below it; some themes have none."""
    if not tokens().shadow_alpha:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_shadow())
    for layer in range(6):
        grown = rect.adjusted(1.5 - layer * 0.5, 4 - layer * 0.6, layer * 0.5 - 1.5, 0.6 + layer * 0.68)
        painter.drawRoundedRect(grown, radius + 1, radius + 1)


def _shadow() -> QColor:
    shade = QColor(tokens().shadow)
    shade.setAlpha(tokens().shadow_alpha)
    return shade


def paint_words(painter: QPainter, at: QPointF, words: str, ink: Colour) -> float:
    """Paint one line centred on the height of `at` by its capitals; return how far it reaches in px."""
    metrics = QFontMetricsF(painter.font())
    painter.setPen(colour(ink))
    painter.drawText(QPointF(at.x(), at.y() + metrics.capHeight() / 2), words)
    return metrics.horizontalAdvance(words)
