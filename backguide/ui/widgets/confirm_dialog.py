"""A question before something that cannot be taken back lightly: it dims the page and has one primary."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backguide.ui.theme.type import scaled
from backguide.ui.widgets.button import Button, ButtonKind
from backguide.ui.widgets.card import Card
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.overlay import Overlay

_WIDTH_PX = 460


class ConfirmDialog(Overlay):
    """A card over the dimmed page. Enter confirms, Escape and a click beside it decline.

    It closes and deletes itself after the answer and gives the focus back.
    """

    confirmed = Signal()
    declined = Signal()

    def __init__(
        self,
        window: QWidget,
        title: str,
        sentence: str,
        *,
        confirm: str,
        decline: str = "Cancel",
        kind: ButtonKind = "primary",
    ) -> None:
        super().__init__(window, title)
        self.setAccessibleDescription(sentence)
        self._yes = Button(confirm, kind, "md")
        self._no = Button(decline, "secondary", "md")
        self._yes.clicked.connect(self._on_yes_clicked)
        self._no.clicked.connect(self._on_no_clicked)
        self._card = self._make_card(title, sentence)
        self._place_card()

    def ask(self) -> None:
        """Show the question over the whole window and take the focus."""
        self.show_over()
        by_keyboard = self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        reason = Qt.FocusReason.ShortcutFocusReason if by_keyboard else Qt.FocusReason.PopupFocusReason
        self._yes.setFocus(reason)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802  Qt's own name
        """Keep the Tab key within the question."""
        target = self._no if self._yes.hasFocus() else self._yes
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decline on Escape and let no key through to the page."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_no_clicked()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Decline on a click beside the card."""
        if not self._card.geometry().contains(event.position().toPoint()):
            self._on_no_clicked()
        event.accept()

    def _make_card(self, title: str, sentence: str) -> Card:
        card = Card(padding=32, shadow=False)
        card.setFixedWidth(round(scaled(_WIDTH_PX)))
        card.body.addWidget(Label(title, "h2", wrap=True))
        card.body.addSpacing(8)
        card.body.addWidget(Label(sentence, "body", "muted", wrap=True))
        card.body.addSpacing(28)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(self._no)
        row.addWidget(self._yes)
        card.body.addLayout(row)
        return card

    def _place_card(self) -> None:
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._card)
        middle.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(1)

    def _on_yes_clicked(self) -> None:
        self.give_back()
        self.confirmed.emit()

    def _on_no_clicked(self) -> None:
        self.give_back()
        self.declined.emit()
