"""Writing a picture of the figure to a file of the kind that its name asks for. Needs no screen."""

import os
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter

from backguide.figure.skeleton import Posture
from backguide.ui.figure.render import RenderError, render_image, render_svg
from backguide.ui.figure.scene import FigureScene

SUFFIXES = (".png", ".svg")


def write_picture(file: Path, scene: FigureScene, posture: Posture) -> None:
    """Write one posture as .png or .svg. Raises RenderError when the file cannot be written."""
    application = _application()  # held until the end: the vector file asks it for a font
    if file.suffix.lower() == ".svg":
        render_svg(file, scene, posture, file.stem)
    else:
        _write_png(file, render_image(scene, posture))
    del application


def _application() -> QCoreApplication:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication.instance() or QGuiApplication(["backguide"])


def _write_png(file: Path, image: QImage) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    try:
        file.write_bytes(buffer.data().data())
    except OSError as error:
        raise RenderError(f"The picture {file} cannot be written: {error.strerror}.") from error
