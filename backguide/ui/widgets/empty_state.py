"""What an empty page says: what will be here, and what to do next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backguide.ui.theme.icons import Icon
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
        for label in (self.title, self.sentence):
            label.setMaximumWidth(_WIDTH_PX)
            label.setMinimumWidth(_WIDTH_PX // 2)
        column.addWidget(self.title)
        column.addSpacing(6)
        column.addWidget(self.sentence)
        if action:
            self.action = Button(action, "primary", "md")
            self.action.clicked.connect(self.action_requested)
            column.addSpacing(24)
            column.addWidget(self.action, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        for label in (self.title, self.sentence):
            column.setAlignment(label, Qt.AlignmentFlag.AlignHCenter)
