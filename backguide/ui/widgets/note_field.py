"""A field for a few lines of a person's own words."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from backguide.ui.theme.type import role_font

_LINES = 3
_FRAME_PX = 36


class NoteField(QPlainTextEdit):
    """Three lines high; longer notes scroll. Tab leaves it."""

    def __init__(self, placeholder: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """What is written."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Write something else."""
        self.setPlainText(text)

    def sizeHint(self) -> QSize:
        """Return room for three lines."""
        line = QFontMetricsF(role_font("body")).lineSpacing()
        return QSize(super().sizeHint().width(), round(_LINES * line + _FRAME_PX))

    def minimumSizeHint(self) -> QSize:
        """Return the same height: a note is not squeezed."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())
