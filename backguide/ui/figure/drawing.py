"""One posture as a list of strokes: what to fill with which brush, from back to front."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPainterPath, QPen

from backguide.figure.body import Body
from backguide.figure.depth import DepthSorter
from backguide.figure.face import LINE_M, face_lines
from backguide.figure.picture import Layers, Projected, Toner
from backguide.figure.skeleton import Array
from backguide.figure.view import ViewSpec
from backguide.ui.figure.paths import Elements, elements, paths
from backguide.ui.figure.style import FigureStyle, Tones

_INNER_INK_M = 0.0035  # width of the contours inside the figure
_HIDDEN_PX = 0.8
_SMALL = ("hand", "ear", "foot")  # three tones are enough here
_LIMBS = {"arm": ("sleeve",), "leg": ("hip", "thigh", "knee", "shank")}
_GHOST_LIMBS = {
    "arm": ("sleeve", "uarm", "farm", "hand"),
    "leg": ("thigh", "shank", "foot"),
    "spine": ("shirt",),
}
_MUSCLE_WIDTHS = ((1.0, 92), (0.74, 92), (0.42, 84))  # share of the width, alpha


class Stroke(NamedTuple):
    """Fill `run` with `brush`, or draw along it with `pen`."""

    brush: QBrush
    run: Elements
    pen: QPen | None = None


@dataclass(frozen=True)
class _Palette:
    fills: dict[str, tuple[QBrush, ...]]  # part -> ink, shade, middle, light, high
    outline: QBrush
    muscle: tuple[QBrush, ...]
    eye: QBrush
    none: QBrush


class Draughtsman:
    """Turns postures of one body into strokes, for one view and style."""

    def __init__(self, body: Body, view: ViewSpec, style: FigureStyle) -> None:
        self.toner = Toner(body)
        self._body, self._view = body, view
        self._sorter = DepthSorter(body)
        self._palette = _palette(body, view, style)
        self._pieces = _piece_numbers(body)
        self._outline_m = style.outline_m
        self._pen_colour = style.colour("face_line")

    def strokes(self, seen: Projected) -> list[Stroke]:
        """List everything that moves, from back to front."""
        layers = self.toner.layers(seen)
        runs = self._runs(layers, seen)
        order = self._sorter.order(seen)
        strokes = [Stroke(self._palette.outline, runs[0][i]) for name in order for i in self._pieces[name]]
        muscles = self._muscles_after_parts(order)
        for name in order:
            strokes += self._part(name, runs[1:])
            if name == "face":
                strokes += self._face(seen)
            for muscle in muscles.get(name, ()):
                strokes += self._muscle(muscle, seen)
        return strokes

    def _runs(self, layers: Layers, seen: Projected) -> list[list[Elements]]:
        """Return the elements of all pieces: of the outline, the contours inside it, and the tones."""
        base, whole, scale = layers.tone(0), layers.whole, seen.camera.scale
        inner = _inner_width(_INNER_INK_M * scale, seen.body.ink[base.ellipsoids])
        outer = base.points + self._outline_m * scale * base.normals
        points = np.concatenate([outer, base.points + inner[:, None] * base.normals, whole.points])
        made = elements(points, np.concatenate([base.first, base.first, whole.first]))
        count, ink = layers.pieces, len(base.points)
        tones = [made[2 * ink + piece.start : 2 * ink + piece.stop] for piece in whole.pieces]
        return [
            [made[piece] for piece in base.pieces],
            [made[ink + piece.start : ink + piece.stop] for piece in base.pieces],
            *(tones[start : start + count] for start in range(0, len(tones), count)),
        ]

    def _muscles_after_parts(self, order: list[str]) -> dict[str, list[str]]:
        """Return which muscles follow on which part: the last of their hosts in painting order."""
        table: dict[str, list[str]] = {}
        for name in self._view.muscles:
            hosts = self._body.patches[name][0].hosts
            table.setdefault(max(hosts, key=order.index), []).append(name)
        return table

    def ghost(self, seen: Projected, brush: QBrush) -> list[Stroke]:
        """List the silhouettes of the working limbs only."""
        base = self.toner.layers(seen).tone(0)
        run = elements(base.points, base.first)
        names = [name for limb in sorted(self._view.working) for name in _limb_parts(limb, _GHOST_LIMBS)]
        pieces = [base.pieces[i] for name in names for i in self._pieces[name]]
        return [Stroke(brush, np.concatenate([run[where] for where in pieces]))] if pieces else []

    def _part(self, name: str, runs: Sequence[Sequence[Elements]]) -> list[Stroke]:
        brushes = self._palette.fills[name][: 4 if name[1:] in _SMALL else 5]
        tones = list(zip(brushes, runs, strict=False))
        return [Stroke(brush, run[i]) for brush, run in tones for i in self._pieces[name]]

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
        strokes = []
        for patch in self._body.patches[name]:
            for (share, _), brush in zip(_MUSCLE_WIDTHS, self._palette.muscle, strict=True):
                outline = patch.outline(seen.centres, seen.axes, seen.camera.view, share)
                spots = seen.camera.project(outline)[0]
                strokes.append(Stroke(brush, _joined((spots,))))
        return strokes


def _joined(lines: Sequence[Array]) -> Elements:
    lengths = [len(line) for line in lines]
    first = np.zeros(sum(lengths), np.bool_)
    first[np.concatenate([[0], np.cumsum(lengths[:-1])]).astype(np.intp)] = True
    return elements(np.concatenate(lines), first)


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
    fills = {}
    for part in body.parts:
        tones = style.materials["accent" if part.name in accent else part.material]
        fills[part.name] = _brushes(tones)
    muscle = []
    for colour, (_, alpha) in zip(style.muscle, _MUSCLE_WIDTHS, strict=True):
        shade = QColor(colour)
        shade.setAlpha(alpha)
        muscle.append(QBrush(shade))
    eye = QBrush(QColor(style.materials["hair"].shade))
    return _Palette(fills, QBrush(style.colour("outline")), tuple(muscle), eye, QBrush(Qt.BrushStyle.NoBrush))


def _brushes(tones: Tones) -> tuple[QBrush, ...]:
    return tuple(QBrush(QColor(c)) for c in (tones.ink, tones.shade, tones.middle, tones.light, tones.high))


def stroke_paths(strokes: list[Stroke]) -> list[tuple[QBrush, QPainterPath, QPen | None]]:
    """Make the painter paths of all strokes at once."""
    strokes = [stroke for stroke in strokes if stroke.run.size]
    made = paths([stroke.run for stroke in strokes])
    return [(stroke.brush, path, stroke.pen) for stroke, path in zip(strokes, made, strict=True)]
