"""A small question at the foot of the stage that need not be answered: the session goes on meanwhile."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from backguide.ui.pages.player_parts import PlayerButton
from backguide.ui.widgets.card import Card
from backguide.ui.widgets.flow_layout import FlowLayout
from backguide.ui.widgets.label import Label


class PlayerStrip(Card):
    """Words and a few short answers, each with its number key; hidden while there is nothing to ask."""

    chosen = Signal(int)  # place of the answer, from 0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=16, parent=parent)
        self._words = Label("", "strong", wrap=True)
        self._row = QWidget()
        self._flow = FlowLayout(self._row, gap=8, row_gap=8)
        self.buttons: list[PlayerButton] = []
        self.body.addWidget(self._words)
        self.body.addSpacing(8)
        self.body.addWidget(self._row)
        self.hide()

    @property
    def words(self) -> str:
        """What is asked; empty while nothing is."""
        return self._words.text() if self.buttons else ""

    def ask(self, words: str, answers: Sequence[str]) -> None:
        """Ask this instead of what is asked now."""
        self.clear()
        self._words.setText(words)
        for place, answer in enumerate(answers, start=1):
            button = PlayerButton(f"{place}  {answer}", "secondary", "md", name=answer)
            button.clicked.connect(self._on_button_clicked)
            self.buttons.append(button)
            self._flow.addWidget(button)
        self.setAccessibleName(words)
        self.show()
        self.raise_()

    def clear(self) -> None:
        """Ask nothing any more."""
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons.clear()
        self.hide()

    @Slot()
    def _on_button_clicked(self) -> None:
        sender = self.sender()
        assert isinstance(sender, PlayerButton)
        self.chosen.emit(self.buttons.index(sender))
