"""A picture of the figure for one view, size and style, ready to paint any posture."""

import numpy as np
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QImage, QPainter, QPainterPath

from backguide.figure.body import Body
from backguide.figure.camera import Camera
from backguide.figure.picture import Projected, project
from backguide.figure.shadow import Shadow, shadow
from backguide.figure.skeleton import Array, Posture
from backguide.figure.view import ViewSpec
from backguide.ui.figure.arrow import make_arrow
from backguide.ui.figure.drawing import Draughtsman, stroke_paths
from backguide.ui.figure.paths import elements, paths
from backguide.ui.figure.stage import paint_stage
from backguide.ui.figure.style import FigureStyle

_MASK_STEP = 4  # the shadow is painted this much smaller, and blurred by being enlarged
# Nested outlines make the edge soft: how far each reaches past the shadow in metres, and its alpha.
_CAST = ((0.024, 26), (0.010, 34), (-0.004, 44))
_CONTACT = ((0.014, 60), (0.004, 90))
_GROUND_SQUASH = 0.45  # the soft edge is narrower up and down the picture, as it lies on the floor
_ARROW_ALPHA = 225


class FigureScene:
    """Paints postures of one body. What stands still is painted once per device pixel ratio and kept."""

    def __init__(
        self,
        view: ViewSpec,
        size: tuple[int, int],
        style: FigureStyle,
        body: Body,
        *,
        framing: tuple[Array, Array] | None = None,
        arrow: Array | None = None,
        ghost: Posture | None = None,
    ) -> None:
        """Take `size` in logical pixels.

        `framing` is points (n, 3) and radii (n,) that must fit, see `backguide.figure.picture.extent`; without it the
        view's own width counts. `arrow` (k, 3) is the path of the moving limb; `ghost` a posture to hint at.
        """
        self.size, self.view, self.style, self.body = size, view, style, body
        self.camera = Camera.fitted(view, size, *framing) if framing else Camera.of(view, size)
        self._draughtsman = Draughtsman(body, view, style)
        colour = style.colour("arrow", _ARROW_ALPHA)
        self._arrow = None if arrow is None else make_arrow(arrow, self.camera, colour)
        self._ghost = self._ghost_path(ghost)
        self._stage: QImage | None = None
        width, height = (-(-side // _MASK_STEP) for side in size)
        self._mask = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)

    def paint(self, painter: QPainter, posture: Posture) -> None:
        """Paint stage, mat, shadow and figure at the painter's origin, over `size` logical pixels."""
        seen = project(self.body, posture, self.camera)
        painter.drawImage(0, 0, self._stage_for(painter))
        self._paint_shadow(painter, seen)
        self._paint_figure(painter, seen)

    def paint_vectors(self, painter: QPainter, posture: Posture) -> None:
        """Paint the same picture of paths only: for SVG, PDF and paper."""
        seen = project(self.body, posture, self.camera)
        self._paint_still(painter)
        painter.setPen(Qt.PenStyle.NoPen)
        cast = shadow(seen, self._draughtsman.toner)
        for path, alpha in _shadow_paths(cast, self.camera.scale):
            painter.setBrush(self.style.colour("shadow", round(alpha * self.style.shadow_opacity)))
            painter.drawPath(path)
        self._paint_figure(painter, seen)

    def _paint_figure(self, painter: QPainter, seen: Projected) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for brush, path, pen in stroke_paths(self._draughtsman.strokes(seen)):
            if pen is not None:
                painter.setPen(pen)
            painter.setBrush(brush)
            painter.drawPath(path)
            if pen is not None:
                painter.setPen(Qt.PenStyle.NoPen)
        if self._arrow is not None:
            self._arrow.paint_head(painter)

    def _paint_still(self, painter: QPainter) -> None:
        """Paint what does not move: stage, mat, ghost and the arrow's ribbon."""
        paint_stage(painter, self.size, self.camera, self.view, self.style)
        if self._ghost is not None:
            painter.fillPath(self._ghost, QBrush(self.style.colour("arrow", self.style.ghost_alpha)))
        if self._arrow is not None:
            self._arrow.paint_ribbon(painter)

    def _stage_for(self, painter: QPainter) -> QImage:
        ratio = painter.device().devicePixelRatioF()
        if self._stage is None or self._stage.devicePixelRatioF() != ratio:
            self._stage = QImage(*(round(side * ratio) for side in self.size), QImage.Format.Format_RGB32)
            self._stage.setDevicePixelRatio(ratio)
            pencil = QPainter(self._stage)
            self._paint_still(pencil)
            pencil.end()
        return self._stage

    def _ghost_path(self, posture: Posture | None) -> QPainterPath | None:
        if posture is None:
            return None
        strokes = self._draughtsman.ghost(project(self.body, posture, self.camera), QBrush())
        return paths([strokes[0].run])[0] if strokes else None

    def _paint_shadow(self, painter: QPainter, seen: Projected) -> None:
        """Paint the shadow small, without darkening overlaps, and enlarge the part that has any."""
        cast = shadow(seen, self._draughtsman.toner)
        mask = self._mask
        mask.fill(0)
        pencil = QPainter(mask)
        pencil.scale(1 / _MASK_STEP, 1 / _MASK_STEP)
        pencil.setRenderHint(QPainter.RenderHint.Antialiasing)
        pencil.setPen(Qt.PenStyle.NoPen)
        for path, alpha in _shadow_paths(cast, self.camera.scale):
            pencil.setBrush(self.style.colour("shadow", alpha))
            pencil.drawPath(path)
        pencil.end()
        source = _cells(cast, mask)
        target = QRectF(*(side * _MASK_STEP for side in source.getRect()))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setOpacity(self.style.shadow_opacity)
        painter.drawImage(target, mask, QRectF(source))
        painter.setOpacity(1.0)


def _shadow_paths(cast: Shadow, scale: float) -> list[tuple[QPainterPath, int]]:
    """Return the nested outlines of cast and contact shadow, each one path, and the alpha of each."""
    runs, alphas = [], []
    for outlines, pieces, steps in (
        (cast.cast, cast.cast_pieces, _CAST),
        (cast.contact, cast.contact_pieces, _CONTACT),
    ):
        where = np.concatenate(
            [np.arange(outlines.pieces[i].start, outlines.pieces[i].stop) for i in pieces or (0,)]
        )
        points, first = outlines.points[where], outlines.first[where]
        soft = outlines.normals[where] * np.array((scale, scale * _GROUND_SQUASH))
        for reach, alpha in steps if pieces else ():
            runs.append(elements(points + reach * soft, first))
            alphas.append(alpha)
    return list(zip(paths(runs), alphas, strict=True))


def _cells(cast: Shadow, mask: QImage) -> QRect:
    """Return the cells of the mask that the shadow touches, with room for the blur."""
    points = np.concatenate([cast.cast.points[cast.cast.pieces[i]] for i in cast.cast_pieces]) / _MASK_STEP
    (left, top), (right, bottom) = np.floor(points.min(0)) - 5, np.ceil(points.max(0)) + 5
    return QRect(int(left), int(top), int(right - left), int(bottom - top)).intersected(mask.rect())
