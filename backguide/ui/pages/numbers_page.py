"""How the numbers are worked out: the text of docs/numbers.md, to be read in the program."""

from PySide6.QtCore import QEvent, QFile, QIODevice, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from backguide.ui.theme.icons import Icon
from backguide.ui.theme.metrics import PAGE_MARGIN
from backguide.ui.theme.resources import load_resources
from backguide.ui.theme.type import role_font, scaled
from backguide.ui.widgets.button import Button

_TEXT = ":/texts/numbers.md"
_WIDEST_PX = 860
_MARGIN_PX = 12
_GAP_PX = 10
_LEADING_PERCENT = 125


class NumbersPage(QWidget):
    """The text, with the way back."""

    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = Button("Findings", "quiet", "sm", icon=Icon.ARROW_LEFT, flush=True)
        self.text = QTextBrowser()
        self.text.setAccessibleName("How the numbers are worked out")
        self.text.setOpenLinks(False)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.setMaximumWidth(round(scaled(_WIDEST_PX)))
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, 28, PAGE_MARGIN, PAGE_MARGIN)
        column.setSpacing(12)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.text, 1)
        self.back.clicked.connect(self.back_requested)
        self._show_text()

    def changeEvent(self, event: QEvent) -> None:
        """Write the text anew when the theme or the text size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "text"):
            self._show_text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    def _show_text(self) -> None:
        self.text.setFont(role_font("body"))
        self.text.document().setDefaultFont(role_font("body"))
        self.text.setMarkdown(numbers_text())
        self._give_room()

    def _give_room(self) -> None:
        """Set leading and the room between paragraphs, which Markdown does not name."""
        document = self.text.document()
        document.setDocumentMargin(scaled(_MARGIN_PX))
        cursor = QTextCursor(document)
        block = document.begin()
        while block.isValid():
            cursor.setPosition(block.position())
            room = QTextBlockFormat()
            room.setLineHeight(_LEADING_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            room.setBottomMargin(scaled(_GAP_PX))
            if block.blockFormat().headingLevel():
                room.setTopMargin(scaled(2 * _GAP_PX))
            cursor.mergeBlockFormat(room)
            block = block.next()


def numbers_text() -> str:
    """Return the text, in Markdown."""
    load_resources()
    file = QFile(_TEXT)
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise FileNotFoundError(_TEXT)
    return bytes(file.readAll().data()).decode()
