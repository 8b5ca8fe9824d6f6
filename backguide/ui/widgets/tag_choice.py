"""Short words to choose from, and room for one's own."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from backguide.ui.theme.type import scaled
from backguide.ui.widgets.chip import FilterChip
from backguide.ui.widgets.flow_layout import FlowLayout

_OWN_WIDTH_PX = 260


class TagChoice(QWidget):
    """A chip for every offered word, any number chosen. A word of one's own becomes a chip on Enter.

    Words differ whatever their capitals. What stands in the field counts as chosen, so that nothing typed
    is lost when the form is saved.
    """

    changed = Signal()

    def __init__(
        self, offered: Sequence[str], name: str, longest: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._offered = frozenset(word.casefold() for word in offered)
        self._chips: dict[str, FilterChip] = {}
        self.own = _OwnWord()
        self.own.setMaxLength(longest)
        self.own.setPlaceholderText("A word of your own")
        self.own.setAccessibleName(f"{name}: a word of your own, added with Enter")
        self.own.setMaximumWidth(round(scaled(_OWN_WIDTH_PX)))
        self.own.entered.connect(self._on_own_entered)
        self.own.textChanged.connect(self.changed)
        self._chip_row = QWidget()
        self._flow = FlowLayout(self._chip_row)
        for word in offered:
            self._add(word)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._chip_row)
        column.addWidget(self.own)

    @property
    def tags(self) -> tuple[str, ...]:
        """The chosen words."""
        chosen = [chip.text() for chip in self._chips.values() if chip.isChecked()]
        typed = " ".join(self.own.text().split())
        if typed and typed.casefold() not in {word.casefold() for word in chosen}:
            chosen.append(typed)
        return tuple(chosen)

    def show_tags(self, tags: Iterable[str]) -> None:
        """Choose these words and no others."""
        self.own.clear()
        for word, chip in list(self._chips.items()):
            chip.setChecked(False)
            if word not in self._offered:
                self._take_out(word)
        for word in tags:
            self._add(word).setChecked(True)

    def _add(self, word: str) -> FilterChip:
        """Return the chip of a word, made where there is none, as the last stop before one's own word."""
        found = self._chips.get(word.casefold())
        if found is not None:
            return found
        before = next(reversed(self._chips.values()), None)
        chip = FilterChip(word, parent=self._chip_row)
        chip.toggled.connect(self.changed)
        self._chips[word.casefold()] = chip
        self._flow.addWidget(chip)
        chip.show()
        if before is not None:
            QWidget.setTabOrder(before, chip)
        return chip

    def _take_out(self, word: str) -> None:
        chip = self._chips.pop(word)
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()

    @Slot()
    def _on_own_entered(self) -> None:
        word = " ".join(self.own.text().split())
        self.own.clear()
        self._add(word).setChecked(True)
        self.changed.emit()


class _OwnWord(QLineEdit):
    """Takes Enter for itself while there is something to take."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and not event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.text().strip():
            self.entered.emit()
        else:
            super().keyPressEvent(event)
