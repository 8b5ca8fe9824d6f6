"""A picture of the figure for one view, size and style, ready to paint any posture."""

import numpy as np
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QBrush, QImage, QPainter, QPainterPath

from backguide.figure.body import Body
from backguide.figure.camera import Camera
from backguide.figure.picture import Projected, project
from backguide.figure.skeleton import Array, Posture
from backguide.figure.view import ViewSpec
from backguide.ui.figure.arrow import make_arrow
from backguide.ui.figure.drawing import Draughtsman, stroke_paths
from backguide.ui.figure.frames import Budget, Frame, FrameStore
from backguide.ui.figure.ground_shadow import GroundShadow
from backguide.ui.figure.paths import paths
from backguide.ui.figure.stage import paint_stage
from backguide.ui.figure.style import FigureStyle

_ARROW_ALPHA = 225
_EDGE_M = 0.012  # contours reach this far past the body


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
        keep: Budget | None = None,
    ) -> None:
        """Take `size` in logical pixels.

        `framing` is points (n, 3) and radii (n,) that must fit, see `backguide.figure.picture.extent`;
        without it the view's own width counts. `arrow` (k, 3) is the path of the moving limb; `ghost` a
        posture to hint at. Painted frames are kept as long as `keep` lasts, for a scene that plays.
        """
        self.size, self.view, self.style, self.body = size, view, style, body
        self.camera = Camera.fitted(view, size, *framing) if framing else Camera.of(view, size)
        self._draughtsman = Draughtsman(body, view, style)
        colour = style.colour("arrow", _ARROW_ALPHA)
        self._arrow = None if arrow is None else make_arrow(arrow, self.camera, colour)
        self._ghost = self._ghost_path(ghost)
        self._stage = QImage()
        self._frames = FrameStore(keep or Budget(0))
        self._shadow = GroundShadow(body, size, style)

    def paint(self, painter: QPainter, posture: Posture) -> None:
        """Paint stage, mat, shadow and figure at the painter's origin, over `size` logical pixels."""
        self._get_ready_for(painter.device().devicePixelRatioF())
        painter.drawImage(0, 0, self._stage)
        frame = self._kept_frame(posture)
        if frame is None:
            seen = project(self.body, posture, self.camera)
            self._shadow.paint(painter, self._shadow.soften(seen))
            self._paint_figure(painter, seen)
        else:
            self._shadow.paint(painter, frame.shadow)
            frame.paint_figure(painter)

    def paint_ahead(self, posture: Posture, ratio: float) -> bool:
        """Paint and keep a frame for a device pixel ratio; False when it is kept already."""
        self._get_ready_for(ratio)
        return self._frames.find(posture) is None and self._kept_frame(posture) is not None

    def paint_vectors(self, painter: QPainter, posture: Posture) -> None:
        """Paint the same picture of paths only: for SVG, PDF and paper."""
        seen = project(self.body, posture, self.camera)
        self._paint_still(painter, vectors=True)
        self._shadow.paint_vectors(painter, seen)
        self._paint_figure(painter, seen)

    def _kept_frame(self, posture: Posture) -> Frame | None:
        """Return the frame of a posture, painted and kept now if there is room."""
        frame = self._frames.find(posture)
        if frame is None and self._frames.has_room:
            frame = self._lifted_frame(posture)
            self._frames.keep(posture, frame)
        return frame

    def _lifted_frame(self, posture: Posture) -> Frame:
        seen = project(self.body, posture, self.camera)
        low, high = seen.bounds(_EDGE_M * self.camera.scale)
        ratio = self._stage.devicePixelRatioF()
        (left, top), (right, bottom) = np.floor(low * ratio).astype(int), np.ceil(high * ratio).astype(int)
        where = QRect(int(left), int(top), int(right - left), int(bottom - top))
        where = where.intersected(self._stage.rect())
        layer = QImage(where.size(), QImage.Format.Format_ARGB32_Premultiplied)
        layer.fill(0)
        with QPainter(layer) as pencil:
            pencil.translate(-where.topLeft())
            pencil.scale(ratio, ratio)
            self._paint_figure(pencil, seen)
        return Frame.lifted(self._shadow.soften(seen), layer, where)

    def _paint_figure(self, painter: QPainter, seen: Projected) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for brush, path, pen in stroke_paths(self._draughtsman.strokes(seen)):
            if pen is None:
                painter.fillPath(path, brush)
            else:
                painter.strokePath(path, pen)

    def _paint_still(self, painter: QPainter, *, vectors: bool = False) -> None:
        """Paint what does not move: stage, mat, ghost and the arrow."""
        paint_stage(painter, self.size, self.camera, self.view, self.style)
        if self._ghost is not None:
            painter.fillPath(self._ghost, QBrush(self.style.colour("arrow", self.style.ghost_alpha)))
        if self._arrow is not None:
            if vectors:
                self._arrow.paint_ribbon_vectors(painter)
            else:
                self._arrow.paint_ribbon(painter)
            self._arrow.paint_head(painter)

    def _get_ready_for(self, ratio: float) -> None:
        """Paint what stands still, for a number of device pixels per logical one."""
        if not self._stage.isNull() and self._stage.devicePixelRatioF() == ratio:
            return
        size = QSize(round(self.size[0] * ratio), round(self.size[1] * ratio))
        self._stage = QImage(size, QImage.Format.Format_RGB32)
        self._stage.setDevicePixelRatio(ratio)
        with QPainter(self._stage) as pencil:
            self._paint_still(pencil)
        self._frames.clear(self._stage.sizeInBytes())

    def _ghost_path(self, posture: Posture | None) -> QPainterPath | None:
        if posture is None:
            return None
        strokes = self._draughtsman.ghost(project(self.body, posture, self.camera), QBrush())
        return paths([strokes[0].run])[0] if strokes else None
