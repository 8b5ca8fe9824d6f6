"""A chart as a file, on paper and as words. Pictures are always in the light theme, as paper is."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QBuffer, QIODevice, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtSvg import QSvgGenerator

from backguide.ui.theme.appearance import Appearance, appearance, colour, keep
from backguide.ui.theme.type import role_font

SIZE = QSize(960, 600)
_SHARPNESS = 2
_MARGIN_PX = 28
_TITLE_PX = 36
_NOT_WRITTEN = "{} cannot be written there; choose another folder."


class PictureError(Exception):
    """A picture could not be made; the message is one sentence for the person."""


class Pictured(Protocol):
    """A chart that can be painted anywhere."""

    @property
    def picture_title(self) -> str:
        """What it is called."""

    @property
    def picture_text(self) -> str:
        """Its numbers in words."""

    def paint_picture(self, painter: QPainter, rect: QRectF) -> None:
        """Paint it into a rectangle, in the appearance in force."""


def save_picture(chart: Pictured, path: Path) -> None:
    """Write the chart as SVG or PNG, by the suffix. PictureError when it cannot be written."""
    if path.suffix.lower() == ".svg":
        _save_svg(chart, path)
        return
    image = QImage(SIZE * _SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SHARPNESS)
    with QPainter(image) as painter:
        paint_page(chart, painter, QRectF(0, 0, SIZE.width(), SIZE.height()))
    if not image.save(str(path)):
        raise PictureError(_NOT_WRITTEN.format(path.name))


def print_picture(chart: Pictured, printer: QPrinter) -> None:
    """Print the chart across the page. PictureError when the printer does not take it."""
    if not printer.isValid():
        raise PictureError("The printer does not take the page; look whether it is on and has paper.")
    with QPainter(printer) as painter:
        scale = painter.viewport().width() / SIZE.width()
        painter.scale(scale, scale)
        paint_page(chart, painter, QRectF(0, 0, SIZE.width(), SIZE.height()))


def paint_page(chart: Pictured, painter: QPainter, rect: QRectF) -> None:
    """Paint title and chart on white."""
    with _as_on_paper():
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, colour("surface"))
        inner = rect.adjusted(_MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX)
        painter.setPen(colour("text"))
        painter.setFont(role_font("h3"))
        title = QRectF(inner.topLeft(), inner.topRight())
        title.setHeight(_TITLE_PX)
        painter.drawText(title, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, chart.picture_title)
        chart.paint_picture(painter, inner.adjusted(0, _TITLE_PX, 0, 0))


def _save_svg(chart: Pictured, path: Path) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(SIZE)
    generator.setViewBox(QRect(0, 0, SIZE.width(), SIZE.height()))
    generator.setTitle(chart.picture_title)
    generator.setDescription(chart.picture_text)
    with QPainter(generator) as painter:
        paint_page(chart, painter, QRectF(0, 0, SIZE.width(), SIZE.height()))
    try:
        path.write_bytes(buffer.data().data())
    except OSError as error:
        raise PictureError(_NOT_WRITTEN.format(path.name)) from error


@contextmanager
def _as_on_paper() -> Iterator[None]:
    before = appearance()
    keep(Appearance(reduced_motion=before.reduced_motion))
    try:
        yield
    finally:
        keep(before)
