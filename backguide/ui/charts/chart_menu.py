"""The menu of a chart: save it as a picture, print it, copy its numbers as text."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QGuiApplication, QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from backguide.ui.charts.picture import Pictured, PictureError, print_picture, save_picture
from backguide.ui.theme.icons import Icon
from backguide.ui.widgets.button import Button

_FILTER = "Pictures (*.png);;Drawings (*.svg)"
_SUFFIXES = (".png", ".svg")


class PictureDesk(Protocol):
    """Asks the person where a chart goes. None means that they thought better of it."""

    def new_picture(self, parent: QWidget, name: str) -> Path | None:
        """Ask where to write a picture; its suffix is .png or .svg."""

    def has_printer(self) -> bool:
        """Tell whether there is anything to print on."""

    def printer(self, parent: QWidget) -> QPrinter | None:
        """Ask which printer to use, and how."""


class DesktopPictureDesk:
    """Asks with the desktop's dialogs."""

    def new_picture(self, parent: QWidget, name: str) -> Path | None:
        """Ask where to write a picture."""
        start = str(Path.home() / f"{name}.png")
        chosen, kind = QFileDialog.getSaveFileName(parent, "Save this chart", start, _FILTER)
        if not chosen:
            return None
        path = Path(chosen)
        return (
            path if path.suffix.lower() in _SUFFIXES else Path(f"{path}{'.svg' if 'svg' in kind else '.png'}")
        )

    def has_printer(self) -> bool:
        """Tell whether a printer is set up."""
        return bool(QPrinterInfo.availablePrinterNames())

    def printer(self, parent: QWidget) -> QPrinter | None:
        """Ask which printer to use."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        dialog = QPrintDialog(printer, parent)
        return printer if dialog.exec() else None


class ChartMenu(Button):
    """A small button that opens the menu. `told` is a sentence about what became of it."""

    told = Signal(str)

    def __init__(
        self, chart: Pictured, desk: PictureDesk | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            kind="plain", size="md", icon=Icon.MORE, name="Save, print or copy this chart", parent=parent
        )
        self._chart = chart
        self._desk: PictureDesk = desk or DesktopPictureDesk()
        self.menu = QMenu(self)
        self.menu.addAction("Save as picture…").triggered.connect(self.save)
        self.menu.addAction("Print…").triggered.connect(self.print)
        self.menu.addAction("Copy as text").triggered.connect(self.copy)
        self.clicked.connect(self._on_clicked)

    @Slot()
    def save(self) -> None:
        """Ask where, and write the chart there as PNG or SVG."""
        path = self._desk.new_picture(self, self._chart.picture_title)
        if path is not None:
            try:
                save_picture(self._chart, path)
            except PictureError as error:
                self.told.emit(str(error))
            else:
                self.told.emit(f"The chart is saved as {path.name}.")

    @Slot()
    def print(self) -> None:
        """Ask for a printer, and print the chart."""
        if not self._desk.has_printer():
            self.told.emit(
                "There is no printer set up on this computer; save the chart as a picture instead."
            )
            return
        printer = self._desk.printer(self)
        if printer is not None:
            try:
                print_picture(self._chart, printer)
            except PictureError as error:
                self.told.emit(str(error))

    @Slot()
    def copy(self) -> None:
        """Put the numbers of the chart on the clipboard."""
        QGuiApplication.clipboard().setText(self._chart.picture_text)
        self.told.emit("The chart's numbers are on the clipboard.")

    @Slot()
    def _on_clicked(self) -> None:
        size = self.menu.sizeHint()
        self.menu.popup(self.mapToGlobal(QPoint(self.width() - size.width(), self.height())))
