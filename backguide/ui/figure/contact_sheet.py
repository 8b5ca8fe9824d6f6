"""A contact sheet for authors of motions: eight moments of every side, with contacts and limits marked."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from backguide.catalogue.model import Dose, Side
from backguide.figure.checks import DEEPEST_M
from backguide.figure.landmarks import joint_positions
from backguide.figure.motion import Motion
from backguide.figure.motion_view import Seen
from backguide.ui.figure.inspection import Moment, described, moments
from backguide.ui.figure.motion_scene import motion_scene
from backguide.ui.figure.scene import FigureScene
from backguide.ui.theme.fonts import make_font

_COLUMNS = 4
_PICTURE = (400, 300)
_GAP, _HEAD, _SIDE_HEAD, _CAPTION = 20, 96, 44, 76
_LINES = 2  # of angles beyond their range; the command prints them all
_DOT_PX = 4.2
_JOINT_OF = {"hip": "hip", "knee": "knee", "ankle": "ankle", "toes": "toe_tip", "shoulder": "shoulder"} | {
    "clavicle": "shoulder",
    "elbow": "elbow",
    "wrist": "wrist",
}
_SIDE_NAMES: dict[Side | None, str] = {
    None: "Both sides at once",
    "right": "Right side works",
    "left": "Left side works",
}


class _Colours(NamedTuple):
    paper: str
    ink: str
    faint: str
    wrong: str


_COLOURS = {
    "light": _Colours("#FFFFFF", "#1E2B33", "#5A6B75", "#B3261E"),
    "dark": _Colours("#10181B", "#E8EFF1", "#9DB0B8", "#FF8A80"),
    "contrast": _Colours("#000000", "#FFFFFF", "#FFFFFF", "#FF8A80"),
}
# On the picture the marks have to stand out from every material, in every theme.
_DOT, _DOT_EDGE = QColor("#FFC400"), QColor("#10202B")
_WRONG, _WRONG_EDGE = QColor("#D50000"), QColor("#FFFFFF")


def contact_sheet(
    title: str, motion: Motion, dose: Dose, sides: Sequence[Side | None], theme: str, seen: Seen = "first"
) -> QImage:
    """Return the sheet: four pictures in a row, two rows a side."""
    width = _COLUMNS * (_PICTURE[0] + _GAP) + _GAP
    image = QImage(width, _HEAD + len(sides) * _side_height(), QImage.Format.Format_RGB32)
    colours = _COLOURS[theme]
    image.fill(QColor(colours.paper))
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_head(painter, title, width, colours)
        for number, side in enumerate(sides):
            scene = motion_scene(motion, side, _PICTURE, theme, seen)
            top = _HEAD + number * _side_height()
            _write(painter, _SIDE_NAMES[side], QRectF(_GAP, top, width, _SIDE_HEAD), 18, colours.ink)
            for index, moment in enumerate(moments(motion, dose, side)):
                row, column = divmod(index, _COLUMNS)
                painter.save()
                painter.translate(
                    _GAP + column * (_PICTURE[0] + _GAP), top + _SIDE_HEAD + row * (_PICTURE[1] + _CAPTION)
                )
                _paint_moment(painter, scene, moment, colours)
                painter.restore()
    return image


def _side_height() -> int:
    return _SIDE_HEAD + 2 * (_PICTURE[1] + _CAPTION)


def _paint_head(painter: QPainter, title: str, width: int, colours: _Colours) -> None:
    _write(painter, title, QRectF(_GAP, 14, width - 2 * _GAP, 36), 24, colours.ink)
    x, y = float(_GAP + 6), 70.0
    for text, mark in (
        ("planted", _paint_planted),
        ("slides", _paint_sliding),
        ("a contact that is off the floor", _paint_off),
    ):
        mark(painter, QPointF(x, y))
        font = make_font(15)
        painter.setFont(font)
        painter.setPen(QColor(colours.faint))
        painter.drawText(QPointF(x + 12, y + 5), text)
        x += 44 + painter.fontMetrics().horizontalAdvance(text)
    text = "A ring and a red line below: an angle beyond its joint's range"
    _write(painter, text, QRectF(x, y - 12, width - x, 24), 15, colours.faint, 400)


def _write(painter: QPainter, text: str, where: QRectF, size_px: int, colour: str, weight: int = 600) -> None:
    painter.setFont(make_font(size_px, weight))
    painter.setPen(QColor(colour))
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(where.width()))
    painter.drawText(where, left, shown)


def _paint_moment(painter: QPainter, scene: FigureScene, moment: Moment, colours: _Colours) -> None:
    painter.save()
    painter.setClipRect(QRectF(0, 0, *_PICTURE))
    scene.paint(painter, moment.posture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for touch in moment.touches:
        mark = _paint_sliding if touch.slides else _paint_planted
        for x, y in scene.camera.project(touch.spots)[0]:
            (_paint_off if touch.off_m > DEEPEST_M else mark)(painter, QPointF(x, y))
    _ring_joints(painter, scene, moment)
    painter.restore()
    width, below = _PICTURE[0], _PICTURE[1]
    _write(painter, moment.phase, QRectF(2, below + 4, width - 70, 22), 16, colours.ink)
    painter.setFont(make_font(16, 400, tabular=True))
    painter.setPen(QColor(colours.faint))
    end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(QRectF(0, below + 4, width - 2, 22), end, f"{moment.second:.1f} s")
    if moment.beyond:
        lines = [described(each) for each in moment.beyond]
        if len(lines) > _LINES:
            lines = [*lines[: _LINES - 1], f"and {len(lines) - _LINES + 1} more"]
        for number, line in enumerate(lines):
            _write(painter, line, QRectF(2, below + 26 + 20 * number, width - 4, 20), 15, colours.wrong)


def _ring_joints(painter: QPainter, scene: FigureScene, moment: Moment) -> None:
    places = joint_positions(moment.posture, scene.camera, scene.body)
    for each in moment.beyond:
        side, _, word = each.word.partition("_")
        at = places.get(f"{side}_{_JOINT_OF.get(word, '')}")
        if at is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for pen in (QPen(_WRONG_EDGE, 6), QPen(_WRONG, 3.2)):
                painter.setPen(pen)
                painter.drawEllipse(QPointF(at.x_px, at.y_px), 15, 15)


def _paint_planted(painter: QPainter, at: QPointF) -> None:
    painter.setPen(QPen(_DOT_EDGE, 1.6))
    painter.setBrush(_DOT)
    painter.drawEllipse(at, _DOT_PX, _DOT_PX)


def _paint_sliding(painter: QPainter, at: QPointF) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(_DOT_EDGE, 4.8), QPen(_DOT, 2.0)):
        painter.setPen(pen)
        painter.drawEllipse(at, _DOT_PX + 1.2, _DOT_PX + 1.2)


def _paint_off(painter: QPainter, at: QPointF) -> None:
    cross = QPainterPath()
    for sign in (1, -1):
        cross.moveTo(at + QPointF(-_DOT_PX, -sign * _DOT_PX))
        cross.lineTo(at + QPointF(_DOT_PX, sign * _DOT_PX))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(_WRONG_EDGE, 5.0), QPen(_WRONG, 2.6)):
        painter.setPen(pen)
        painter.drawPath(cross)
