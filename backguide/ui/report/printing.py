"""Where a page can go: a file that the person names, or a printer."""

from pathlib import Path
from typing import Protocol

from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QWidget

from backguide.report.content import ReportContent
from backguide.ui.report.page import TITLE, paint_page
from backguide.ui.report.paper import Paper

_NO_PRINTER = "No printer is set up on this computer. Save the page as a PDF and print that elsewhere."
_POINTS_PER_INCH = 72


class PrintError(Exception):
    """The page could not be printed; the text is one sentence for the person."""


class PageOutlet(Protocol):
    """Asks the person where a page goes. None or False means that they thought better of it."""

    def new_pdf(self, parent: QWidget, name: str) -> Path | None:
        """Ask where to write the PDF file."""

    def print_page(self, parent: QWidget, content: ReportContent, paper: Paper) -> bool:
        """Ask for the printer and print; tell whether it was sent. Raises PrintError."""


class DesktopPageOutlet:
    """Asks with the desktop's dialogs."""

    def new_pdf(self, parent: QWidget, name: str) -> Path | None:
        """Ask where to write the PDF file; ".pdf" is added where it is missing."""
        start = str(Path.home() / name)
        chosen, _ = QFileDialog.getSaveFileName(parent, "Save the page", start, "PDF (*.pdf)")
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix else path.with_suffix(".pdf")

    def print_page(self, parent: QWidget, content: ReportContent, paper: Paper) -> bool:
        """Ask for the printer and print."""
        if not QPrinterInfo.availablePrinterNames():
            raise PrintError(_NO_PRINTER)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(QPageSize(paper.page))
        if QPrintDialog(printer, parent).exec() != QPrintDialog.DialogCode.Accepted:
            return False
        print_on(printer, content, paper)
        return True


def print_on(printer: QPrinter, content: ReportContent, paper: Paper) -> None:
    """Print the page as large as the printer's sheet allows. Raises PrintError."""
    printer.setDocName(TITLE)
    printer.setFullPage(True)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    sheet = printer.pageLayout().fullRectPoints()
    fits = min(sheet.width() / paper.width_pt, sheet.height() / paper.height_pt)
    if not printer.isValid():
        raise PrintError("The printer does not take the page. Look whether it is on, or save a PDF instead.")
    with QPainter(printer) as painter:
        scale = fits * printer.resolution() / _POINTS_PER_INCH
        painter.scale(scale, scale)
        paint_page(painter, content, paper)
