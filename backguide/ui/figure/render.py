"""Pictures of the figure without a window: raster images and vector files."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from backguide.figure.landmarks import Landmark
from backguide.figure.landmarks import joint_positions as landmarks
from backguide.figure.skeleton import Posture
from backguide.ui.figure.scene import FigureScene

A4_LANDSCAPE = (1123, 794)
"""Logical pixels of the sheet of paper, 96 to the inch."""
_POINTS_PER_PIXEL = 0.75
_DOTS_PER_INCH = 1200  # how finely coordinates are rounded: a fiftieth of a millimetre


class RenderError(Exception):
    """A picture could not be written; the message says which and why."""


def render_image(scene: FigureScene, posture: Posture, ratio: float = 1.0) -> QImage:
    """Return one posture as an image of the scene's size, with `ratio` device pixels per logical one."""
    width, height = scene.size
    image = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    with QPainter(image) as painter:
        scene.paint(painter, posture)
    return image


def render_svg(path: Path, scene: FigureScene, posture: Posture, title: str = "") -> None:
    """Write one posture as real vectors. Raises RenderError when the file cannot be written."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(*scene.size))
    generator.setViewBox(QRectF(0, 0, *scene.size))
    generator.setTitle(title)
    with QPainter(generator) as painter:
        scene.paint_vectors(painter, posture)
    save_bytes(path, buffer.data().data())


def render_pdf(path: Path, scene: FigureScene, posture: Posture, title: str = "") -> None:
    """Write one posture as real vectors on a page as large as the scene, 96 logical pixels to the inch.

    A scene of the size `A4_LANDSCAPE` fills that paper. Raises RenderError when the file cannot be written.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("Backguide")
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageLayout(_page(scene.size))
    with QPainter(writer) as painter:
        painter.scale(writer.width() / scene.size[0], writer.height() / scene.size[1])
        scene.paint_vectors(painter, posture)
    save_bytes(path, buffer.data().data())


def _page(size: tuple[int, int]) -> QPageLayout:
    page, turned = QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape
    if size != A4_LANDSCAPE:
        points = QSizeF(*size) * _POINTS_PER_PIXEL
        page = QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
        turned = QPageLayout.Orientation.Portrait
    return QPageLayout(page, turned, QMarginsF(0, 0, 0, 0))


def save_bytes(path: Path, data: "bytes | bytearray | memoryview[int]") -> None:
    """Write a picture's bytes to its file. Raises RenderError with a sentence."""
    try:
        path.write_bytes(data)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        message = (
            f"The picture {path} cannot be written ({reason}). Choose a folder that exists and is yours."
        )
        raise RenderError(message) from error


def joint_positions(scene: FigureScene, posture: Posture) -> dict[str, Landmark]:
    """Return where every landmark is in the scene's picture, in logical pixels, and whether it is visible."""
    return landmarks(posture, scene.camera, scene.body)
