"""Writing the page to a PDF file of vectors, its words as text. Needs no screen."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QFileDevice, QIODevice, QMarginsF, QSaveFile
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from backguide.report.content import ReportContent
from backguide.ui.report.page import TITLE, paint_page
from backguide.ui.report.paper import Paper

_DOTS_PER_INCH = 1200
_POINTS_PER_INCH = 72


class ReportFileError(Exception):
    """The page could not be written; the text is one sentence for the person."""


def write_report(file: Path, content: ReportContent, paper: Paper) -> None:
    """Write the page, all or nothing. Raises ReportFileError.

    Qt's application must be there: the fonts are asked of it.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(TITLE)
    writer.setCreator("Backguide")
    writer.setResolution(_DOTS_PER_INCH)
    no_margins = QMarginsF(0, 0, 0, 0)
    writer.setPageLayout(QPageLayout(QPageSize(paper.page), QPageLayout.Orientation.Portrait, no_margins))
    with QPainter(writer) as painter:
        painter.scale(_DOTS_PER_INCH / _POINTS_PER_INCH, _DOTS_PER_INCH / _POINTS_PER_INCH)
        paint_page(painter, content, paper)
    _save(file, buffer.data())


def _save(file: Path, data: QByteArray) -> None:
    if file.is_dir():
        raise ReportFileError(f"{file} is a folder; choose another name for the page.")
    saving = QSaveFile(str(file))
    is_open = saving.open(QIODevice.OpenModeFlag.WriteOnly)
    # To Qt, a write that was cut short is no error.
    if not (is_open and saving.write(data) == data.size() and saving.commit()):
        is_told = saving.error() != QFileDevice.FileError.NoError
        reason = (
            saving.errorString() if is_told else "no room left on the disk"
        )  # a short write is no error to Qt
        saving.cancelWriting()
        raise ReportFileError(
            f"The page cannot be written to {file} ({reason}). "
            "Choose a folder that exists, is yours and has room."
        )
