"""A question that waits in one quiet line until the person wants to answer it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backguide.ui.theme.icons import Icon
from backguide.ui.theme.metrics import CARD_PADDING
from backguide.ui.widgets.button import Button
from backguide.ui.widgets.card import Card
from backguide.ui.widgets.icon_view import IconView
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.note import Note

_ROW_PADDING_PX = 16


class QuestionCard(Card):
    """A line with a button; pressed, it opens the form below it with Save and Cancel.

    `opened` asks for the form, `form_shown` tells that it opened or closed; `left_out` comes when the person
    would rather not.
    """

    opened = Signal()
    save_requested = Signal()
    form_shown = Signal(bool)
    left_out = Signal()

    def __init__(
        self, icon: Icon, form: QWidget, *, may_leave_out: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.title = Label("", "strong", wrap=True)
        self.sub = Label("", "small", "muted", wrap=True)
        self.ask = Button("Answer", "secondary", "sm")
        self.leave_out = Button("Not now", "quiet", "sm")
        self.save = Button("Save", "secondary", "md")
        self.cancel = Button("Cancel", "quiet", "md")
        self.trouble = Note("", "warn", icon=Icon.ALERT_TRIANGLE)
        self.form = form
        self._may_leave_out = may_leave_out
        self._below = QWidget()
        self._build(icon)
        self.close_form()
        self.ask.clicked.connect(self.opened)
        self.leave_out.clicked.connect(self.left_out)
        self.save.clicked.connect(self.save_requested)
        self.cancel.clicked.connect(self._on_cancel_clicked)

    @property
    def is_open(self) -> bool:
        """Whether the form is open."""
        return not self._below.isHidden()

    def show_line(self, title: str, sub: str, ask: str) -> None:
        """Say what the line says, and what its button does."""
        self.title.setText(title)
        self.sub.setText(sub)
        self.sub.setVisible(bool(sub))
        self.ask.setText(ask)
        self.ask.set_name(f"{ask}: {title}")

    def open_form(self) -> None:
        """Open the form and take the focus there."""
        self.tell("")
        self._show_form(shown=True)
        self.form.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_form(self) -> None:
        """Close the form."""
        self._show_form(shown=False)

    def tell(self, sentence: str) -> None:
        """Say what went wrong; what was typed stays."""
        self.trouble.set_text(sentence)
        self.trouble.setVisible(bool(sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Ctrl and Enter; Escape closes the form."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if self.is_open and enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.save.click()
        elif self.is_open and event.key() == Qt.Key.Key_Escape:
            self._on_cancel_clicked()
        else:
            super().keyPressEvent(event)

    def _show_form(self, *, shown: bool) -> None:
        self._below.setVisible(shown)
        self.ask.setVisible(not shown)
        self.leave_out.setVisible(not shown and self._may_leave_out)
        padding = CARD_PADDING if shown else _ROW_PADDING_PX
        self.set_padding(CARD_PADDING, padding, CARD_PADDING, padding)
        self.form_shown.emit(shown)

    def _build(self, icon: Icon) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.sub)
        line = QHBoxLayout()
        line.setSpacing(14)
        line.addWidget(IconView(icon, 24, "accent_text"))
        line.addLayout(words, 1)
        line.addWidget(self.leave_out)
        line.addWidget(self.ask)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.save)
        foot.addWidget(self.cancel)
        foot.addStretch(1)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 18, 0, 0)
        below.setSpacing(18)
        below.addWidget(self.form)
        below.addWidget(self.trouble)
        below.addLayout(foot)
        self.body.addLayout(line)
        self.body.addWidget(self._below)

    @Slot()
    def _on_cancel_clicked(self) -> None:
        self.close_form()
        self.ask.setFocus(Qt.FocusReason.OtherFocusReason)
