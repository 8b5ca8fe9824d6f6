"""Writing pictures and films of the figure to files of the kind that their names ask for. Needs no screen."""

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter

from backguide.figure.skeleton import Posture
from backguide.ui.figure.film import Shot
from backguide.ui.figure.render import RenderError, render_image, render_pdf, render_svg, save_bytes
from backguide.ui.figure.scene import FigureScene


def write_picture(file: Path, scene: FigureScene, posture: Posture) -> None:
    """Write one posture as .png, .svg or .pdf. Raises RenderError when the file cannot be written."""
    application = headless_application()  # held until the end: vector files ask it for a font
    suffix = file.suffix.lower()
    if suffix == ".svg":
        render_svg(file, scene, posture, file.stem)
    elif suffix == ".pdf":
        render_pdf(file, scene, posture, file.stem)
    else:
        write_png(file, render_image(scene, posture))
    del application


def write_film(file: Path, shots: Sequence[Shot]) -> tuple[Shot, ...]:
    """Write a .gif or .webp that plays the shots one after the other for ever.

    Returns the shots that became a frame of the file, in order: where nothing moves, one frame stands for
    several. Raises RenderError when the file cannot be written or Pillow, which writes it, is missing.
    """
    try:
        from backguide.ui.figure.film_file import encode  # noqa: PLC0415 - Pillow is needed here only
    except ImportError as error:
        raise RenderError(
            f"Pillow, which writes {file.suffix.lower()} files, cannot be loaded ({error}). "
            "To get it, run: python3 -m pip install pillow"
        ) from error
    application = headless_application()
    if not file.parent.is_dir():  # told before the work of a minute is done in vain
        raise RenderError(f"The film {file} cannot be written: there is no folder {file.parent}.")
    data, kept = encode(file.suffix.lower(), shots)
    save_bytes(file, data)
    del application
    return kept


def write_png(file: Path, image: QImage) -> None:
    """Write an image as .png. Raises RenderError when the file cannot be written."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    save_bytes(file, buffer.data().data())


def headless_application() -> QCoreApplication:
    """Return Qt's application, made without a screen if there is none yet; to be held while painting."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication.instance() or QGuiApplication(["backguide"])
