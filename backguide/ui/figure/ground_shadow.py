"""The soft shadow on the floor: painted small, blurred and enlarged; or nested outlines for vector files."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from backguide.figure.body import Body
from backguide.figure.outline import Outlines
from backguide.figure.picture import Projected
from backguide.figure.shadow import Shadow, shadow_caster
from backguide.ui.figure.paths import cut, elements, paths
from backguide.ui.figure.style import FigureStyle

_CELLS_ACROSS = 160  # the mask's longer side: its cells blur the shadow alike in pictures of any size
_MARGIN = 4  # cells around the shadow that the blur needs
_CAST_ALPHA, _CONTACT_ALPHA = 118, 255
# For vectors: how far each nested outline reaches past the shadow in metres, and its alpha.
_CAST_STEPS = ((0.018, 32), (0.008, 40), (0.000, 46))
_CONTACT_STEPS = ((0.010, 70), (0.000, 90))

Bytes = NDArray[np.uint8]


class SoftShadow(NamedTuple):
    """How dark it is: `cells` (rows, columns), 0 to 255, over the rectangle `target` in logical pixels."""

    target: QRectF
    cells: Bytes


class GroundShadow:
    """Paints the shadow of one body for pictures of one size."""

    def __init__(self, body: Body, size: tuple[int, int], style: FigureStyle) -> None:
        self._caster = shadow_caster(body)
        self._style = style
        self._step = max(1, round(max(size) / _CELLS_ACROSS))
        width, height = (-(-side // self._step) for side in size)
        self._mask = QImage(width, height, QImage.Format.Format_Alpha8)
        self._premultiplied = _premultiplied(style)

    def soften(self, seen: Projected) -> SoftShadow:
        """Return the shadow of a posture, ready to be painted as often as wanted."""
        shadow = self._caster.cast(seen)
        cells = _cells(shadow.cast.points / self._step, self._mask)
        if cells.isEmpty():
            return SoftShadow(QRectF(), np.zeros((0, 0), np.uint8))
        self._fill_mask(shadow)
        step = self._step
        target = QRectF(cells.x() * step, cells.y() * step, cells.width() * step, cells.height() * step)
        return SoftShadow(target, _blurred(_window(self._mask, cells)))

    def paint(self, painter: QPainter, shadow: SoftShadow) -> None:
        """Paint a shadow at the painter's origin."""
        if shadow.target.isEmpty():
            return
        pixels = self._premultiplied[shadow.cells]
        height, width = pixels.shape
        kind = QImage.Format.Format_ARGB32_Premultiplied
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(shadow.target, QImage(pixels.data, width, height, 4 * width, kind))

    def paint_vectors(self, painter: QPainter, seen: Projected) -> None:
        """Paint it as a few translucent paths."""
        shadow = self._caster.cast(seen)
        every = tuple(range(len(shadow.cast.pieces)))
        painter.setPen(Qt.PenStyle.NoPen)
        for outlines, pieces, steps in (
            (shadow.cast, every, _CAST_STEPS),
            (shadow.contact, shadow.touching, _CONTACT_STEPS),
        ):
            for reach, alpha in steps if pieces else ():
                painter.setBrush(self._style.colour("shadow", round(alpha * self._style.shadow_opacity)))
                painter.drawPath(_joined(outlines, pieces, reach * seen.camera.scale))

    def _fill_mask(self, shadow: Shadow) -> None:
        """Fill the parts one by one, pale ones first: where they overlap they do not darken each other."""
        self._mask.fill(0)
        paler_first = sorted(range(len(shadow.darkness)), key=shadow.darkness.__getitem__)
        alphas = [round(_CAST_ALPHA * shadow.darkness[i]) for i in paler_first]
        with QPainter(self._mask) as pencil:
            pencil.setRenderHint(QPainter.RenderHint.Antialiasing)
            pencil.setPen(Qt.PenStyle.NoPen)
            pencil.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            for outlines, pieces, darkness in (
                (shadow.cast, paler_first, alphas),
                (shadow.contact, shadow.touching, [_CONTACT_ALPHA] * len(shadow.touching)),
            ):
                run = elements(outlines.points / self._step, outlines.first)
                made = paths([cut(run, outlines.pieces[i]) for i in pieces])
                for path, alpha in zip(made, darkness, strict=True):
                    pencil.setBrush(QColor(0, 0, 0, alpha))
                    pencil.drawPath(path)


def _premultiplied(style: FigureStyle) -> NDArray[np.uint32]:
    """Return the shadow's colour for every alpha of the mask, (256,), as premultiplied ARGB."""
    shade = style.colour("shadow")
    alpha = np.arange(256) * style.shadow_opacity
    parts = (alpha, *(alpha * part / 255 for part in (shade.red(), shade.green(), shade.blue())))
    bits = np.round(np.stack(parts)).astype(np.uint32)
    table: NDArray[np.uint32] = (bits << np.array([[24], [16], [8], [0]], np.uint32)).sum(0, dtype=np.uint32)
    return table


def _joined(outlines: Outlines, pieces: tuple[int, ...], reach_px: float) -> QPainterPath:
    where = np.concatenate([np.arange(outlines.pieces[i].start, outlines.pieces[i].stop) for i in pieces])
    points = outlines.points[where] + reach_px * outlines.normals[where]
    return paths([elements(points, outlines.first[where])])[0]


def _cells(points: NDArray[np.float64], mask: QImage) -> QRect:
    """Return the cells of the mask that the shadow touches, with room for the blur."""
    (left, top), (right, bottom) = np.floor(points.min(0)), np.ceil(points.max(0))
    cells = QRect(int(left), int(top), int(right - left), int(bottom - top))
    return cells.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN).intersected(mask.rect())


def _window(mask: QImage, cells: QRect) -> Bytes:
    rows = np.frombuffer(mask.constBits(), np.uint8).reshape(mask.height(), mask.bytesPerLine())
    return rows[cells.top() : cells.bottom() + 1, cells.left() : cells.right() + 1]


def _blurred(cells: Bytes) -> Bytes:
    """Blur twice with a 1-2-1 kernel each way; past the edges lies nothing."""
    soft = cells.astype(np.uint16)
    for _ in range(2):
        wide = np.pad(soft, 1)
        rows = wide[:-2] + 2 * wide[1:-1] + wide[2:]
        soft = (rows[:, :-2] + 2 * rows[:, 1:-1] + rows[:, 2:] + 8) >> 4
    return soft.astype(np.uint8)
