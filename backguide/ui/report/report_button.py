"""The button that opens the dialog for the physiotherapist's page."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from backguide.ui.report.report_dialog import TITLE, ReportDialog
from backguide.ui.services import Services
from backguide.ui.theme.icons import Icon
from backguide.ui.widgets.button import Button


class ReportButton(Button):
    """Opens the dialog over its window."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, "quiet", "md", icon=Icon.FILE_TEXT, flush=True, parent=parent)
        self._services = services
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        ReportDialog(self.window(), self._services).open()
