"""From arrays to painter paths, many at once."""

import struct
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QByteArray, QDataStream
from PySide6.QtGui import QPainterPath

from backguide.figure.skeleton import Array

_ELEMENT = np.dtype([("kind", "<i4"), ("x", "<f8"), ("y", "<f8")])  # as QDataStream writes a path's element
_WINDING_FILL = struct.pack("<ii", 0, 1)
_COUNT = struct.Struct("<i")

Elements = bytes
"""Path elements as they are read, `ELEMENT_BYTES` each."""

ELEMENT_BYTES = _ELEMENT.itemsize


def elements(points: Array, first: NDArray[np.bool_]) -> Elements:
    """Points (e, 2) and where polygons begin (e,) -> path elements, ready for `paths`."""
    made = np.empty(len(points), _ELEMENT)
    made["kind"] = ~first
    made["x"] = points[:, 0]
    made["y"] = points[:, 1]
    return made.tobytes()


def cut(made: Elements, where: slice) -> Elements:
    """Return some elements in a row."""
    return made[where.start * ELEMENT_BYTES : where.stop * ELEMENT_BYTES]


def paths(runs: Sequence[Elements]) -> list[QPainterPath]:
    """Make a path of each run, in one native reading (adding points one by one takes ten times as long)."""
    chunks = []
    for run in runs:
        chunks += [_COUNT.pack(len(run) // ELEMENT_BYTES), run, _WINDING_FILL]
    stream = QDataStream(QByteArray(b"".join(chunks)))
    stream.setByteOrder(QDataStream.ByteOrder.LittleEndian)
    made = []
    for _ in runs:
        path = QPainterPath()
        stream >> path
        made.append(path)
    return made


def polygon(points: Array, *, closed: bool = True) -> QPainterPath:
    """Make a path of one polygon or line, (k, 2)."""
    first = np.zeros(len(points), np.bool_)
    first[0] = True
    (path,) = paths([elements(points, first)])
    if closed:
        path.closeSubpath()
    return path
