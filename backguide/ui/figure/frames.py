"""Frames kept for the next repetition: a session goes the same way again and again.

A frame is kept as runs of equal pixels, which the figure's flat tones make short, beside the soft shadow's
small mask. Reading one takes a tenth of the time of painting it.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from backguide.figure.skeleton import Posture
from backguide.ui.figure.ground_shadow import SoftShadow

_FINENESS = 1e4  # postures that differ by less than a tenth of a millimetre are one

Pixels = NDArray[np.uint32]


class Frame(NamedTuple):
    """One picture of the figure: its `shadow`, and `where` it lies in device pixels.

    `values` are premultiplied pixels, each repeated as often as `lengths` says, row by row.
    """

    shadow: SoftShadow
    where: QRect
    values: Pixels
    lengths: NDArray[np.uint16]

    @classmethod
    def lifted(cls, shadow: SoftShadow, layer: QImage, where: QRect) -> "Frame":
        """Take what was painted within a rectangle of a layer, and leave the layer empty there."""
        rows = np.frombuffer(layer.bits(), np.uint32).reshape(layer.height(), layer.width())
        box = rows[where.top() : where.bottom() + 1, where.left() : where.right() + 1]
        new = np.ones(box.shape, np.bool_)  # every row begins a run, so that lengths stay small
        np.not_equal(box[:, 1:], box[:, :-1], out=new[:, 1:])
        starts = np.flatnonzero(new)
        values = box[new]
        box[:] = 0
        return cls(shadow, where, values, np.diff(starts, append=new.size).astype(np.uint16))

    @property
    def size_bytes(self) -> int:
        """Memory that it takes."""
        return self.values.nbytes + self.lengths.nbytes + self.shadow.cells.nbytes

    def paint_figure(self, painter: QPainter) -> None:
        """Paint the figure at the painter's origin."""
        pixels = np.repeat(self.values, self.lengths)
        width, height = self.where.width(), self.where.height()
        kind = QImage.Format.Format_ARGB32_Premultiplied
        ratio = painter.device().devicePixelRatioF()
        painter.scale(1 / ratio, 1 / ratio)  # pixel by pixel, without smoothing
        painter.drawImage(self.where.topLeft(), QImage(pixels.data, width, height, 4 * width, kind))
        painter.scale(ratio, ratio)


class FrameStore:
    """Frames by posture, up to a number of bytes. What was kept first stays: a repetition needs all of it."""

    def __init__(self, limit_bytes: int) -> None:
        self._limit_bytes = limit_bytes
        self._frames: dict[bytes, Frame] = {}
        self.size_bytes = 0

    def clear(self) -> None:
        """Forget all frames."""
        self._frames.clear()
        self.size_bytes = 0

    def __len__(self) -> int:
        return len(self._frames)

    def find(self, posture: Posture) -> Frame | None:
        """Return the frame of a posture, if it is kept."""
        return self._frames.get(_key(posture))

    def keep(self, posture: Posture, frame: Frame) -> None:
        """Keep a frame if there is room."""
        key = _key(posture)
        size_bytes = frame.size_bytes + len(key)
        if self.size_bytes + size_bytes <= self._limit_bytes and key not in self._frames:
            self._frames[key] = frame
            self.size_bytes += size_bytes


def _key(posture: Posture) -> bytes:
    rotations, joints = posture
    return bytes(np.rint(np.concatenate([rotations.ravel(), joints.ravel()]) * _FINENESS).astype(np.int32))
