"""Frames kept for the next repetition: a session goes the same way again and again.

A frame is kept as packed runs of equal pixels, which the figure's flat tones make short, beside the soft
shadow's small mask. Reading one takes a fraction of the time of painting it.
"""

import zlib
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from backguide.figure.skeleton import Posture
from backguide.ui.figure.ground_shadow import SoftShadow

_FINENESS = 1e4  # postures that differ by less than a tenth of a millimetre are one

_PACKED = 1  # zlib's fastest: less than half the bytes


class Frame(NamedTuple):
    """One picture of the figure: its `shadow`, and `where` it lies in device pixels.

    `packed` holds a number of `runs`: premultiplied pixels, then how often each is repeated, row by row.
    """

    shadow: SoftShadow
    where: QRect
    runs: int
    packed: bytes

    @classmethod
    def lifted(cls, shadow: SoftShadow, layer: QImage, where: QRect) -> "Frame":
        """Take what was painted on a layer that lies at a rectangle."""
        box = np.frombuffer(layer.constBits(), np.uint32).reshape(layer.height(), layer.width())
        new = np.ones(box.shape, np.bool_)  # every row begins a run, so that lengths stay small
        np.not_equal(box[:, 1:], box[:, :-1], out=new[:, 1:])
        starts = np.flatnonzero(new)
        lengths = np.diff(starts, append=new.size).astype(np.uint16)
        return cls(shadow, where, len(starts), zlib.compress(box[new].tobytes() + lengths.tobytes(), _PACKED))

    @property
    def size_bytes(self) -> int:
        """Memory that it takes."""
        return len(self.packed) + self.shadow.cells.nbytes

    def paint_figure(self, painter: QPainter) -> None:
        """Paint the figure at the painter's origin."""
        unpacked = zlib.decompress(self.packed)
        values = np.frombuffer(unpacked, np.uint32, self.runs)
        pixels = np.repeat(values, np.frombuffer(unpacked, np.uint16, self.runs, values.nbytes))
        width, height = self.where.width(), self.where.height()
        kind = QImage.Format.Format_ARGB32_Premultiplied
        ratio = painter.device().devicePixelRatioF()
        painter.scale(1 / ratio, 1 / ratio)  # pixel by pixel, without smoothing
        painter.drawImage(self.where.topLeft(), QImage(pixels.data, width, height, 4 * width, kind))
        painter.scale(ratio, ratio)


class Budget:
    """A number of bytes that all pictures of one movement share, whichever side they show."""

    def __init__(self, limit_bytes: int) -> None:
        self._limit_bytes = limit_bytes
        self.used_bytes = 0
        self.is_spent = limit_bytes <= 0

    def take(self, size_bytes: int) -> bool:
        """Take some if there is as much left; who is refused once need not ask again."""
        self.is_spent = self.is_spent or self.used_bytes + size_bytes > self._limit_bytes
        if not self.is_spent:
            self.used_bytes += size_bytes
        return not self.is_spent

    def set_aside(self, size_bytes: int) -> None:
        """Take what is needed anyway."""
        self.used_bytes += size_bytes
        self.is_spent = self.used_bytes >= self._limit_bytes

    def give_back(self, size_bytes: int) -> None:
        """Return what was taken."""
        self.used_bytes -= size_bytes
        self.is_spent = self.used_bytes >= self._limit_bytes


class FrameStore:
    """Frames by posture, within a budget. What was kept first stays: a repetition needs all of it."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._frames: dict[bytes, Frame] = {}
        self._size_bytes = 0

    @property
    def has_room(self) -> bool:
        """Whether another frame may be kept."""
        return not self._budget.is_spent

    def clear(self, behind_bytes: int = 0) -> None:
        """Forget all frames; the picture behind them is kept too, and takes some of the budget."""
        self._frames.clear()
        self._budget.give_back(self._size_bytes)
        self._budget.set_aside(behind_bytes)
        self._size_bytes = behind_bytes

    def __len__(self) -> int:
        return len(self._frames)

    def find(self, posture: Posture) -> Frame | None:
        """Return the frame of a posture, if it is kept."""
        return self._frames.get(_key(posture))

    def keep(self, posture: Posture, frame: Frame) -> None:
        """Keep a frame if there is room."""
        key = _key(posture)
        size_bytes = frame.size_bytes + len(key)
        if key not in self._frames and self._budget.take(size_bytes):
            self._frames[key] = frame
            self._size_bytes += size_bytes


def _key(posture: Posture) -> bytes:
    rotations, joints = posture
    return bytes(np.rint(np.concatenate([rotations.ravel(), joints.ravel()]) * _FINENESS).astype(np.int32))
