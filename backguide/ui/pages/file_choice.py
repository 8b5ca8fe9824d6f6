"""The desktop's own dialogs for files and folders, behind a small protocol."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

_FILTER = "Backguide journal (*.json)"


class FileChoice(Protocol):
    """Asks the person for a file. None means that they thought better of it."""

    def new_file(self, parent: QWidget, title: str, name: str) -> Path | None:
        """Ask where to write a new file."""

    def existing_file(self, parent: QWidget, title: str) -> Path | None:
        """Ask for a file that is there."""

    def show_folder(self, folder: Path) -> bool:
        """Open a folder in the file manager; tell whether there is one."""


class DesktopFileChoice:
    """Asks with the desktop's dialogs."""

    def new_file(self, parent: QWidget, title: str, name: str) -> Path | None:
        """Ask where to write a new file; ".json" is added where it is missing."""
        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(Path.home() / name), _FILTER)
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix else path.with_suffix(".json")

    def existing_file(self, parent: QWidget, title: str) -> Path | None:
        """Ask for a file that is there."""
        chosen, _ = QFileDialog.getOpenFileName(parent, title, str(Path.home()), _FILTER)
        return Path(chosen) if chosen else None

    def show_folder(self, folder: Path) -> bool:
        """Open a folder in the file manager."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
