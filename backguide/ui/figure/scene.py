"""A picture of the figure for one view, size and style, ready to paint any posture."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QBrush, QImage, QPainter, QPainterPath

from backguide.figure.body import Body
from backguide.figure.camera import Camera
from backguide.figure.picture import Projected, project
from backguide.figure.skeleton import Array, Posture
from backguide.figure.view import ViewSpec
from backguide.ui.figure.arrow import make_arrow
from backguide.ui.figure.drawing import Draughtsman, stroke_paths
from backguide.ui.figure.ground_shadow import GroundShadow
from backguide.ui.figure.paths import paths
from backguide.ui.figure.stage import paint_stage
from backguide.ui.figure.style import FigureStyle

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

        `framing` is points (n, 3) and radii (n,) that must fit, see `backguide.figure.picture.extent`;
        without it the view's own width counts. `arrow` (k, 3) is the path of the moving limb; `ghost` a
        posture to hint at.
        """
        self.size, self.view, self.style, self.body = size, view, style, body
        self.camera = Camera.fitted(view, size, *framing) if framing else Camera.of(view, size)
        self._draughtsman = Draughtsman(body, view, style)
        colour = style.colour("arrow", _ARROW_ALPHA)
        self._arrow = None if arrow is None else make_arrow(arrow, self.camera, colour)
        self._ghost = self._ghost_path(ghost)
        self._stage: QImage | None = None
        self._shadow = GroundShadow(body, size, style)

    def paint(self, painter: QPainter, posture: Posture) -> None:
        """Paint stage, mat, shadow and figure at the painter's origin, over `size` logical pixels."""
        seen = project(self.body, posture, self.camera)
        painter.drawImage(0, 0, self._stage_for(painter))
        self._shadow.paint(painter, seen)
        self._paint_figure(painter, seen)

    def paint_vectors(self, painter: QPainter, posture: Posture) -> None:
        """Paint the same picture of paths only: for SVG, PDF and paper."""
        seen = project(self.body, posture, self.camera)
        self._paint_still(painter, vectors=True)
        self._shadow.paint_vectors(painter, seen)
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

    def _paint_still(self, painter: QPainter, *, vectors: bool = False) -> None:
        """Paint what does not move: stage, mat, ghost and the arrow's ribbon."""
        paint_stage(painter, self.size, self.camera, self.view, self.style)
        if self._ghost is not None:
            painter.fillPath(self._ghost, QBrush(self.style.colour("arrow", self.style.ghost_alpha)))
        if self._arrow is not None:
            if vectors:
                self._arrow.paint_ribbon_vectors(painter)
            else:
                self._arrow.paint_ribbon(painter)

    def _stage_for(self, painter: QPainter) -> QImage:
        ratio = painter.device().devicePixelRatioF()
        if self._stage is None or self._stage.devicePixelRatioF() != ratio:
            self._stage = QImage(self._device_size(ratio), QImage.Format.Format_RGB32)
            self._stage.setDevicePixelRatio(ratio)
            pencil = QPainter(self._stage)
            self._paint_still(pencil)
            pencil.end()
        return self._stage

    def _device_size(self, ratio: float) -> QSize:
        return QSize(round(self.size[0] * ratio), round(self.size[1] * ratio))

    def _ghost_path(self, posture: Posture | None) -> QPainterPath | None:
        if posture is None:
            return None
        strokes = self._draughtsman.ghost(project(self.body, posture, self.camera), QBrush())
        return paths([strokes[0].run])[0] if strokes else None
