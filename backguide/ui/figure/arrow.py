"""The path of the moving limb: a ribbon that grows out of nothing, and a head."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QPainterPath

from backguide.figure.camera import Camera
from backguide.figure.skeleton import Array
from backguide.ui.figure.paths import polygon

_SAMPLES = 61
_LINKS = 20  # the ribbon fades in this many steps
_SMOOTHING = 9
_HALF_WIDTH_M = (0.002, 0.0085)
_FAINTEST = 0.12
_HEAD_M = 0.052
_SHORTEST_M = 0.08
_SHORT_OF_END_M = 0.10


@dataclass(frozen=True, eq=False)
class Arrow:
    """It belongs behind the figure, and ends short of where the limb will be.

    `links` are short pieces of the ribbon, each with its colour; `ribbon` is all of it, for vector files.
    """

    links: tuple[tuple[QPainterPath, QColor], ...]
    ribbon: tuple[QPainterPath, QBrush]
    head: QPainterPath
    colour: QColor

    def paint_ribbon(self, painter: QPainter) -> None:
        """Paint the links so that no overlap shows where they touch."""
        device = painter.device()
        layer = QImage(device.width(), device.height(), QImage.Format.Format_ARGB32_Premultiplied)
        layer.setDevicePixelRatio(device.devicePixelRatioF())
        layer.fill(0)
        with QPainter(layer) as pencil:
            pencil.setRenderHint(QPainter.RenderHint.Antialiasing)
            pencil.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            for link, colour in self.links:
                pencil.fillPath(link, colour)
        painter.drawImage(0, 0, layer)

    def paint_ribbon_vectors(self, painter: QPainter) -> None:
        """Paint the ribbon as one path that fades from its start to its end."""
        painter.fillPath(*self.ribbon)

    def paint_head(self, painter: QPainter) -> None:
        """Paint the head."""
        painter.fillPath(self.head, QBrush(self.colour))


def make_arrow(points: Array, camera: Camera, colour: QColor) -> Arrow | None:
    """Draw an arrow along world points (k, 3); None when the path is too short to show a direction."""
    line = _even(camera.project(points)[0], _SHORTEST_M * camera.scale, _SHORT_OF_END_M * camera.scale)
    if line is None:
        return None
    along = np.gradient(line, axis=0)
    along /= np.linalg.norm(along, axis=1)[:, None] + 1e-9
    across = np.stack([-along[:, 1], along[:, 0]], 1)
    width = np.linspace(*_HALF_WIDTH_M, len(line))[:, None] * camera.scale
    left, right = line + across * width, line - across * width
    reach = _HEAD_M * camera.scale
    end, way = line[-1], along[-3:].mean(0)
    side = np.array((-way[1], way[0])) * reach * 0.40
    head = np.array((end + side, end + way * reach * 0.92, end - side))
    whole = polygon(np.concatenate([left, right[::-1]])), _fading(line, colour)
    return Arrow(_links(left, right, colour), whole, polygon(head), colour)


def _fading(line: Array, colour: QColor) -> QBrush:
    gradient = QLinearGradient(QPointF(*line[0]), QPointF(*line[-1]))
    faint = QColor(colour)
    faint.setAlphaF(colour.alphaF() * _FAINTEST)
    gradient.setColorAt(0, faint)
    gradient.setColorAt(1, colour)
    return QBrush(gradient)


def _links(left: Array, right: Array, colour: QColor) -> tuple[tuple[QPainterPath, QColor], ...]:
    step = (len(left) - 1) // _LINKS
    links = []
    for i in range(_LINKS):
        where = slice(i * step, (i + 1) * step + 1 + (i < _LINKS - 1))  # one sample under the next link
        shade = QColor(colour)
        shade.setAlphaF(colour.alphaF() * (_FAINTEST + (1 - _FAINTEST) * (i / (_LINKS - 1)) ** 1.2))
        links.append((polygon(np.concatenate([left[where], right[where][::-1]])), shade))
    return tuple(links)


def _even(line: Array, shortest_px: float, cut_px: float) -> Array | None:
    """Resample (k, 2) at even distances without its last pixels, and round its corners."""
    step = np.hypot(*np.diff(line, axis=0).T)
    line, step = line[np.concatenate([[True], step > 1e-3])], step[step > 1e-3]
    if step.sum() - cut_px < shortest_px:
        return None
    at = np.concatenate([[0.0], np.cumsum(step)])
    where = np.linspace(0, at[-1] - cut_px, _SAMPLES)
    even = np.stack([np.interp(where, at, line[:, i]) for i in (0, 1)], 1)
    half = _SMOOTHING // 2
    padded = np.concatenate([2 * even[0] - even[half:0:-1], even, 2 * even[-1] - even[-2 : -2 - half : -1]])
    kernel = np.ones(_SMOOTHING) / _SMOOTHING
    return np.stack([np.convolve(padded[:, i], kernel, "valid") for i in (0, 1)], 1)
