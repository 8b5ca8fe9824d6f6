"""The figure on its stage, as a widget, and small still pictures of it."""

from functools import lru_cache

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from backguide.catalogue.model import Side
from backguide.figure.motion import Motion
from backguide.figure.motion_view import Seen
from backguide.figure.skeleton import Posture
from backguide.ui.figure.ahead import FramesAhead, Upcoming
from backguide.ui.figure.frames import Budget
from backguide.ui.figure.looks import figure_look
from backguide.ui.figure.motion_scene import motion_scene
from backguide.ui.figure.scene import FigureScene
from backguide.ui.figure.style import STYLES
from backguide.ui.theme.appearance import colour, tokens
from backguide.ui.theme.metrics import RADIUS_STAGE

_KEPT_BYTES = 44 << 20  # of the motion on show: stages and painted frames, both sides together
_STILLS_KEPT = 64
_SUPERSAMPLING = 2  # stills are painted larger and scaled down: finer contours at small sizes


class FigureView(QWidget):
    """Shows one posture of one motion, filling its stage. Whoever owns it tells it when.

    The same posture again paints nothing, and what it painted it keeps for the next repetition. What it
    expects to show it paints ahead while it is seen, and then its timer ends.
    """

    def __init__(self, radius: float = RADIUS_STAGE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._radius = radius
        self._motion: Motion | None = None
        self._side: Side | None = None
        self._seen: Seen = "first"
        self._posture: Posture | None = None
        self._scenes: dict[Side | None, FigureScene] = {}
        self._before: QPixmap | None = None
        self._share = 1.0
        self._headroom_px = 0
        self._budget = Budget(_KEPT_BYTES)
        self._upcoming: Upcoming | None = None
        self._ahead = FramesAhead(self._paint_ahead, self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 120)

    def sizeHint(self) -> QSize:
        """Return the shape that most movements fill well."""
        return QSize(640, 440)

    def show_posture(self, motion: Motion, side: Side | None, posture: Posture, seen: Seen = "first") -> None:
        """Show a posture of a motion, seen as that side is seen; the second view where there is one."""
        if self.shows(motion, side, posture, seen):
            return
        if motion is not self._motion:
            self._upcoming = None
        if motion is not self._motion or seen != self._seen:
            self._forget()
        self._motion, self._side, self._posture, self._seen = motion, side, posture, seen
        self.update()

    def shows(self, motion: Motion, side: Side | None, posture: Posture, seen: Seen = "first") -> bool:
        """Return whether it shows just this."""
        if motion is not self._motion or (side, seen) != (self._side, self._seen) or self._posture is None:
            return False
        return _same(posture, self._posture)

    def keep_picture(self) -> bool:
        """Keep what is on show to be faded out, if there is anything to be seen; say so."""
        if self._posture is None or not self.isVisible():
            return False
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        with QPainter(picture) as painter:
            self._paint_picture(painter)
        self._before = picture
        return True

    def fade(self, share: float) -> None:
        """Show the posture this strongly, 0 to 1, and what was kept for the rest."""
        if self._before is not None:
            self._share = share
            self._before = self._before if share < 1.0 else None
            self.update()

    def look_from(self, seen: Seen) -> None:
        """Look at what is on show from another place, if it has that view."""
        if seen != self._seen:
            self._seen = seen
            self._forget()
            self.update()

    def expect(self, upcoming: Upcoming) -> None:
        """Paint ahead what will be shown of this motion, in this order; anew when all is lost."""
        self._upcoming = upcoming
        self._look_ahead()

    @property
    def kept_bytes(self) -> int:
        """How much memory the pictures of this motion take."""
        return self._budget.used_bytes

    @property
    def ahead(self) -> FramesAhead:
        """What paints frames before their time."""
        return self._ahead

    def show_nothing(self) -> None:
        """Show an empty stage, where there is no motion to show."""
        if self._motion is not None:
            self._motion, self._posture, self._upcoming = None, None, None
            self._forget()
            self.update()

    def set_headroom(self, headroom_px: int) -> None:
        """Keep the top of the stage free of the figure, for what lies there."""
        if headroom_px != self._headroom_px:
            self._headroom_px = headroom_px
            self._forget()
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Frame the movement anew."""
        self._forget()
        self._before = None
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of another theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._forget()
            self._before = None
            self.update()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Get ready for what is expected."""
        super().showEvent(event)
        self._look_ahead()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep nothing while nobody looks."""
        self._before = None
        super().hideEvent(event)
        self._forget()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the scene within rounded corners."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            outline = QPainterPath()
            outline.addRoundedRect(QRectF(self.rect()), self._radius, self._radius)
            painter.setClipPath(outline)
            self._paint_picture(painter)
            if self._before is not None:
                painter.setOpacity(1.0 - self._share)
                painter.drawPixmap(0, 0, self._before)
                painter.setOpacity(1.0)
            painter.setClipping(False)
            painter.setPen(QPen(colour("line"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(edge, self._radius, self._radius)
        self._ahead.frame_shown()

    def _paint_picture(self, painter: QPainter) -> None:
        if self._motion is not None and self._posture is not None:
            painter.fillRect(self.rect(), QColor(STYLES[tokens().name].stage[0]))
            painter.translate(0, self._headroom_px)
            self._ready_scene(self._motion, self._side).paint(painter, self._posture)
            painter.translate(0, -self._headroom_px)
        else:
            painter.fillRect(self.rect(), colour("stage1"))

    def _ready_scene(self, motion: Motion, side: Side | None) -> FigureScene:
        if side not in self._scenes:
            size = (self.width(), max(1, self.height() - self._headroom_px))
            self._scenes[side] = motion_scene(
                motion, side, size, tokens().name, self._seen, keep=self._budget
            )
        return self._scenes[side]

    def _forget(self) -> None:
        """Drop every picture, and begin anew with what is expected if it will be seen."""
        self._scenes.clear()
        self._budget = Budget(_KEPT_BYTES)
        self._look_ahead()

    def _look_ahead(self) -> None:
        if self._upcoming is not None and self.isVisible():
            self._ahead.start(self._upcoming)
        else:
            self._ahead.stop()

    def _paint_ahead(self, side: Side | None, posture: Posture) -> bool:
        assert self._motion is not None, "nothing is expected without a motion"
        if self._budget.is_spent:
            return False
        return self._ready_scene(self._motion, side).paint_ahead(posture, self.devicePixelRatioF())


def _same(one: Posture, other: Posture) -> bool:
    return np.array_equal(one.joints, other.joints) and np.array_equal(one.rotations, other.rotations)


def still(motion: Motion, side: Side | None, size: QSize, ratio: float = 1.0) -> QPixmap:
    """Return a picture of the position that says most, `size` in logical pixels, in the colours in force."""
    return _still(motion, side, (size.width(), size.height()), ratio, tokens().name, figure_look().slug)


@lru_cache(maxsize=_STILLS_KEPT)
def _still(
    motion: Motion, side: Side | None, size: tuple[int, int], ratio: float, theme: str, _look: str
) -> QPixmap:
    zoom = _SUPERSAMPLING * ratio
    image = QImage(round(size[0] * zoom), round(size[1] * zoom), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(zoom)
    with QPainter(image) as painter:
        motion_scene(motion, side, size, theme).paint(painter, motion.portrait(side))
    target = QSize(round(size[0] * ratio), round(size[1] * ratio))
    smooth = Qt.TransformationMode.SmoothTransformation
    pixmap = QPixmap.fromImage(image.scaled(target, Qt.AspectRatioMode.IgnoreAspectRatio, smooth))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
