"""Where the data lies, and taking it out and in."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from backguide.journal.errors import JournalError
from backguide.journal.exchange import ImportReport, export_json, import_json
from backguide.ui.pages.file_choice import FileChoice
from backguide.ui.services import Services
from backguide.ui.theme.icons import Icon
from backguide.ui.widgets.button import Button
from backguide.ui.widgets.card import Card
from backguide.ui.widgets.flow_layout import FlowLayout
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.message_bar import MessageBar

_KEPT = "Your sessions and ratings are kept in this file. Nothing leaves this computer."
_NOT_KEPT = "Nothing can be kept at the moment: what you do is gone when you close Backguide."
_REASONS_SHOWN = 3


class DataSection(Card):
    """Shows the journal's file, opens its folder, writes a copy, takes one in."""

    def __init__(self, services: Services, files: FileChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._services = services
        self._files = files
        path = services.journal.path
        is_kept = path.is_absolute()
        self.path = QLineEdit(str(path))
        self.path.setReadOnly(True)
        self.path.setAccessibleName("File of the journal")
        self.folder = Button("Open folder", "secondary", "md", icon=Icon.FOLDER)
        self.export = Button("Export", "secondary", "md", icon=Icon.DOWNLOAD, name="Export the journal")
        self.import_ = Button("Import", "secondary", "md", icon=Icon.UPLOAD, name="Import a journal")
        self.report = MessageBar()
        self.add_header("Your data", gap=6)
        self.body.addWidget(Label(_KEPT if is_kept else _NOT_KEPT, "body", "muted", wrap=True))
        self.body.addSpacing(12)
        self.body.addLayout(self._place(is_kept))
        self.body.addSpacing(20)
        self._add_exchange()
        self.folder.clicked.connect(self._on_folder_clicked)
        self.export.clicked.connect(self._on_export_clicked)
        self.import_.clicked.connect(self._on_import_clicked)

    def _place(self, is_kept: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.path, 1)
        row.addWidget(self.folder)
        self.path.setVisible(is_kept)
        self.folder.setVisible(is_kept)
        return row

    def _add_exchange(self) -> None:
        words = "A copy as one JSON file, complete. Importing adds what is missing here and changes nothing."
        self.body.addWidget(Label("Export and import", "strong", wrap=True))
        self.body.addWidget(Label(words, "small", "muted", wrap=True))
        self.body.addSpacing(12)
        buttons = FlowLayout(gap=12)
        buttons.addWidget(self.export)
        buttons.addWidget(self.import_)
        self.body.addLayout(buttons)
        self.body.addSpacing(12)
        self.body.addWidget(self.report)

    @Slot()
    def _on_folder_clicked(self) -> None:
        folder = self._services.journal.path.parent
        if not self._files.show_folder(folder):
            self.report.show_message(f"No file manager could be opened. The folder is {folder}.", "warn")

    @Slot()
    def _on_export_clicked(self) -> None:
        day = self._services.clock.now().date().isoformat()
        path = self._files.new_file(self, "Export the journal", f"backguide-{day}.json")
        if path is None:
            return
        try:
            export_json(self._services.journal, path)
        except JournalError as error:
            self.report.show_message(str(error), "warn")
        else:
            self.report.show_message(f"Everything is written to {path}.", "good")

    @Slot()
    def _on_import_clicked(self) -> None:
        path = self._files.existing_file(self, "Import a journal")
        if path is None:
            return
        try:
            outcome = import_json(self._services.journal, path)
        except JournalError as error:
            self.report.show_message(str(error), "warn")
        else:
            self.report.show_message(report_words(outcome, path), "warn" if outcome.refused else "good")


def report_words(outcome: ImportReport, path: Path) -> str:
    """Tell what became of the entries of a file."""
    if not (outcome.added or outcome.already_there or outcome.refused):
        return f"{path.name} is an empty journal: there was nothing to add."
    added = f"{outcome.added} {'entry was' if outcome.added == 1 else 'entries were'} added"
    words = f"{added}, {outcome.already_there} were here already."
    if not outcome.refused:
        return words
    reasons = [f"{entry.line} ({entry.reason})" for entry in outcome.refused[:_REASONS_SHOWN]]
    more = len(outcome.refused) - len(reasons)
    listed = "; ".join([*reasons, *([f"{more} more"] if more else [])])
    return f"{words} {len(outcome.refused)} could not be read: {listed}."
