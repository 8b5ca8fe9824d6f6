"""One posture as a list of strokes: what to fill with which brush, from back to front."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPainterPath, QPen

from backguide.figure.body import Body
from backguide.figure.depth import sorter
from backguide.figure.face import LINE_M, face_lines
from backguide.figure.outline import Outlines
from backguide.figure.picture import Layers, Projected, toner
from backguide.figure.skeleton import Array
from backguide.figure.view import ViewSpec
from backguide.ui.figure.paths import ELEMENT_BYTES, Elements, cut, elements, paths
from backguide.ui.figure.style import FigureStyle, Tones

_INNER_INK_M = 0.0040  # width of the contours inside the figure
_HIDDEN_PX = 0.8
_LIMBS = {"arm": ("sleeve",), "leg": ("hip", "thigh", "crease", "knee", "shank")}
_BOTH_LEGS = {"Lleg", "Rleg"}
_GHOST_LIMBS = {
    "arm": ("sleeve", "uarm", "farm", "hand"),
    "leg": ("thigh", "shank", "foot"),
    "spine": ("shirt",),
}
_MUSCLE_SHARES = (1.0, 0.74, 0.42)  # of the width, painted over each other
_MUSCLE_ALPHAS = (92, 92, 84)


class Stroke(NamedTuple):
    """Fill `run` with `brush`, or draw along it with `pen`."""

    brush: QBrush
    run: Elements
    pen: QPen | None = None


@dataclass(frozen=True)
class _Palette:
    fills: dict[str, tuple[QBrush, ...]]  # part -> ink, shade, middle, light, high
    outline: QBrush | None  # None: the contour around a part has the colour of the one inside
    muscle: tuple[QBrush, ...]
    eye: QBrush
    none: QBrush


class Draughtsman:
    """Turns postures of one body into strokes, for one view and style."""

    def __init__(self, body: Body, view: ViewSpec, style: FigureStyle) -> None:
        self._toner, self._sorter = toner(body), sorter(body)
        self._body, self._view = body, view
        self._palette = _palette(body, view, style)
        self._pieces = _piece_numbers(body)
        self._outline_m = style.outline_m
        self._pen_colour = style.colour("face_line")

    def strokes(self, seen: Projected) -> list[Stroke]:
        """List everything that moves, from back to front."""
        layers = self._toner.layers(seen)
        runs = self._runs(layers, seen)
        order = self._sorter.order(seen)
        strokes = self._contour(order, runs[0])
        muscles = self._muscles_after_parts(order)
        for name in order:
            strokes += self._part(name, runs[1:])
            if name == "face":
                strokes += self._face(seen)
            for muscle in muscles.get(name, ()):
                strokes += self._muscle(muscle, seen)
        return strokes

    def _contour(self, order: list[str], runs: Sequence[Elements]) -> list[Stroke]:
        """List the contour around the figure, behind all of it."""
        colour, fills = self._palette.outline, self._palette.fills
        rows = [(colour or fills[name][0], runs[i]) for name in order for i in self._pieces[name]]
        return [Stroke(brush, run) for brush, run in rows if run]

    def _runs(self, layers: Layers, seen: Projected) -> list[list[Elements]]:
        """Return the elements of all pieces: of the contour around the figure, those inside it, the tones."""
        base, scale = layers.tone(0), seen.camera.scale
        around = base if self._palette.outline else layers.tone(4)
        inner = _inner_width(_INNER_INK_M * scale, seen.body.ink[base.ellipsoids])
        around = around._replace(points=around.points + self._outline_m * scale * around.normals)
        inside = base._replace(points=base.points + inner[:, None] * base.normals)
        found = _elements_of([around, inside, layers.whole])
        count = layers.pieces
        return [found[first : first + count] for first in range(0, 6 * count, count)]

    def _muscles_after_parts(self, order: list[str]) -> dict[str, list[str]]:
        """Return which muscles follow on which part: the last of their hosts in painting order."""
        table: dict[str, list[str]] = {}
        for name in self._view.muscles:
            hosts = self._body.patches[name][0].hosts
            table.setdefault(max(hosts, key=order.index), []).append(name)
        return table

    def ghost(self, seen: Projected, brush: QBrush) -> list[Stroke]:
        """List the silhouettes of the working limbs only."""
        base = self._toner.layers(seen).tone(0)
        made = elements(base.points, base.first)
        names = [name for limb in sorted(self._view.working) for name in _limb_parts(limb, _GHOST_LIMBS)]
        pieces = [base.pieces[i] for name in names for i in self._pieces[name]]
        return [Stroke(brush, b"".join(cut(made, where) for where in pieces))] if pieces else []

    def _part(self, name: str, runs: Sequence[Sequence[Elements]]) -> list[Stroke]:
        tones = list(zip(self._palette.fills[name], runs, strict=True))
        return [Stroke(brush, run[i]) for brush, run in tones for i in self._pieces[name] if run[i]]

    def _face(self, seen: Projected) -> list[Stroke]:
        face = face_lines(seen.posture, seen.camera)
        strokes = []
        if face.eyes:
            strokes.append(Stroke(self._palette.eye, _joined(face.eyes)))
        if face.strokes:
            pen = QPen(self._pen_colour, LINE_M * seen.camera.scale)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            strokes.append(Stroke(self._palette.none, _joined(face.strokes), pen))
        return strokes

    def _muscle(self, name: str, seen: Projected) -> list[Stroke]:
        strokes: list[Stroke] = []
        for patch in self._body.patches[name]:
            outlines = patch.outlines(seen.centres, seen.axes, seen.camera.view, _MUSCLE_SHARES)
            spots = seen.camera.project(outlines)[0]
            strokes += map(Stroke, self._palette.muscle, _separate(spots))
        return strokes


def _separate(outlines: Array) -> list[Elements]:
    """Return the elements of every outline, (outlines, points, 2)."""
    count, points = outlines.shape[:2]
    first = np.zeros((count, points), np.bool_)
    first[:, 0] = True
    made = elements(outlines.reshape(-1, 2), first.ravel())
    return [cut(made, slice(start, start + points)) for start in range(0, count * points, points)]


def _joined(lines: Sequence[Array]) -> Elements:
    lengths = [len(line) for line in lines]
    first = np.zeros(sum(lengths), np.bool_)
    first[np.concatenate([[0], np.cumsum(lengths[:-1])]).astype(np.intp)] = True
    return elements(np.concatenate(lines), first)


def _elements_of(layers: Sequence[Outlines]) -> list[Elements]:
    """Return the elements of every piece of every layer in a row, made all at once."""
    made = elements(
        np.concatenate([layer.points for layer in layers]), np.concatenate([layer.first for layer in layers])
    )
    found, start = [], 0
    for layer in layers:
        own = made[start * ELEMENT_BYTES :]
        found += [cut(own, piece) for piece in layer.pieces]
        start += len(layer.points)
    return found


def _inner_width(ink_px: float, taper: Array) -> Array:
    """Return the contour's width at tapers (e,) 0 to 1; it hides just inside where there is to be none."""
    width: Array = taper * (ink_px + _HIDDEN_PX) - _HIDDEN_PX
    return width


def _piece_numbers(body: Body) -> dict[str, range]:
    numbers, start = {}, 0
    for part in body.parts:
        numbers[part.name] = range(start, start + len(part.pieces))
        start += len(part.pieces)
    return numbers


def _limb_parts(limb: str, table: dict[str, tuple[str, ...]]) -> list[str]:
    if limb in table:
        return list(table[limb])
    return [limb[0] + part for part in table.get(limb[1:], ())]


def _palette(body: Body, view: ViewSpec, style: FigureStyle) -> _Palette:
    accent = {part for limb in view.working for part in _limb_parts(limb, _LIMBS)}
    if view.working.issuperset(_BOTH_LEGS):
        accent.add("hips")
    fills = {}
    for part in body.parts:
        tones = style.materials["accent" if part.name in accent else part.material]
        fills[part.name] = _brushes(tones)
    muscle = []
    for colour, alpha in zip(style.muscle, _MUSCLE_ALPHAS, strict=True):
        shade = QColor(colour)
        shade.setAlpha(alpha)
        muscle.append(QBrush(shade))
    eye = QBrush(QColor(style.eye))
    outline = QBrush(QColor(style.outline)) if style.outline else None
    return _Palette(fills, outline, tuple(muscle), eye, QBrush(Qt.BrushStyle.NoBrush))


def _brushes(tones: Tones) -> tuple[QBrush, ...]:
    return tuple(QBrush(QColor(c)) for c in (tones.ink, tones.shade, tones.middle, tones.light, tones.high))


def stroke_paths(strokes: list[Stroke]) -> list[tuple[QBrush, QPainterPath, QPen | None]]:
    """Make the painter paths of all strokes at once."""
    strokes = [stroke for stroke in strokes if stroke.run]
    made = paths([stroke.run for stroke in strokes])
    return [(stroke.brush, path, stroke.pen) for stroke, path in zip(strokes, made, strict=True)]
