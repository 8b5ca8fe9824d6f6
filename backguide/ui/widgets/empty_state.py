"""What an empty page says: what will be here, and what to do next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backguide.ui.theme.icons import Icon
from backguide.ui.theme.type import scaled
from backguide.ui.widgets.button import Button
from backguide.ui.widgets.icon_view import IconView
from backguide.ui.widgets.label import Label

_WIDTH_PX = 460


class EmptyState(QWidget):
    """An icon, a title, a sentence, and where there is something to do the button for it."""

    action_requested = Signal()

    def __init__(
        self, icon: Icon, title: str, sentence: str, action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.title = Label(title, "h2", wrap=True, align=Qt.AlignmentFlag.AlignHCenter)
        self.sentence = Label(sentence, "body", "muted", wrap=True, align=Qt.AlignmentFlag.AlignHCenter)
        self.action: Button | None = None
        column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(IconView(icon, 40, "accent_text"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(16)
        column.addLayout(self._words())
        if action:
            self.action = Button(action, "primary", "md")
            self.action.clicked.connect(self.action_requested)
            column.addSpacing(24)
            column.addWidget(self.action, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def _words(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(6)
        for label in (self.title, self.sentence):
            label.setFixedWidth(round(scaled(_WIDTH_PX)))
            words.addWidget(label)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addLayout(words)
        row.addStretch(1)
        return row
