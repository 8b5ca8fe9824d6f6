"""Pictures of the figure without a window: raster images and vector files."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from backguide.figure.landmarks import Landmark
from backguide.figure.landmarks import joint_positions as landmarks
from backguide.figure.skeleton import Posture
from backguide.ui.figure.scene import FigureScene


class RenderError(Exception):
    """A picture could not be written; the message says which and why."""


def render_image(scene: FigureScene, posture: Posture, ratio: float = 1.0) -> QImage:
    """Return one posture as an image of the scene's size, with `ratio` device pixels per logical one."""
    width, height = scene.size
    image = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    scene.paint(painter, posture)
    painter.end()
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
    painter = QPainter(generator)
    scene.paint_vectors(painter, posture)
    painter.end()
    try:
        path.write_bytes(buffer.data().data())
    except OSError as error:
        reason = error.strerror or "unknown reason"
        message = (
            f"The picture {path} cannot be written ({reason}). Choose a folder that exists and is yours."
        )
        raise RenderError(message) from error


def joint_positions(scene: FigureScene, posture: Posture) -> dict[str, Landmark]:
    """Return where every landmark is in the scene's picture, in logical pixels, and whether it is visible."""
    return landmarks(posture, scene.camera, scene.body)
