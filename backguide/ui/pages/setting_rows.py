"""Rows of the settings: what it is, a word about it, and the control beside it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from backguide.ui.theme.type import scaled
from backguide.ui.widgets.card import Card
from backguide.ui.widgets.divider import Divider
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.segmented import Segmented

_BESIDE_PX = 660


class SettingsSection(Card):
    """A card of rows with hairlines between them."""

    def __init__(self, title: str, rows: Sequence[QWidget]) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.add_header(title, gap=14)
        for index, row in enumerate(rows):
            if index:
                self.body.addSpacing(14)
                self.body.addWidget(Divider())
                self.body.addSpacing(14)
            self.body.addWidget(row)


class SettingRow(QWidget):
    """Words at the left, the control at the right; below the words where it is narrow."""

    def __init__(self, title: str, sub: str, control: QWidget) -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(title, "strong", wrap=True))
        if sub:
            words.addWidget(Label(sub, "small", "muted", wrap=True))
        beside = QHBoxLayout()
        beside.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(24)
        self._row.addLayout(words, 1)
        self._row.addLayout(beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the control beside the words, or below them."""
        super().resizeEvent(event)
        beside = self.width() >= scaled(_BESIDE_PX)
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._row.setSpacing(24 if beside else 8)


class ChoiceControl(Segmented):
    """One of a few values. A value in force that is not among the offered ones is offered too."""

    value_chosen = Signal(object)

    def __init__(self, name: str, offered: Sequence[tuple[str, Any]], value: object, unusual: str) -> None:
        options = list(offered)
        if all(one != value for _, one in options):
            options.append((unusual, value))
        self._values = [one for _, one in options]
        labels = [label for label, _ in options]
        super().__init__(labels, name, current=self._values.index(value), small=True)
        self.current_changed.connect(self._on_current_changed)

    @property
    def value(self) -> object:
        """The value in force."""
        return self._values[self.current]

    def choose(self, value: object) -> None:
        """Choose a value as if by hand. ValueError when it is not offered."""
        self.set_current(self._values.index(value))

    def show_value(self, value: object) -> None:
        """Show what was chosen elsewhere, if it is offered; nothing is announced."""
        if value in self._values and value != self.value:
            self.blockSignals(True)
            self.set_current(self._values.index(value))
            self.blockSignals(False)

    @Slot(int)
    def _on_current_changed(self, index: int) -> None:
        self.value_chosen.emit(self._values[index])
