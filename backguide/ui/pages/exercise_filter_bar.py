"""The chips that choose among the exercises."""

from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from backguide.catalogue.model import POSITIONS, Position
from backguide.ui.pages.exercise_filter import ExerciseFilter, WantedKind
from backguide.ui.theme.appearance import colour
from backguide.ui.theme.type import scaled
from backguide.ui.widgets.chip import FilterChip
from backguide.ui.widgets.flow_layout import FlowLayout
from backguide.ui.widgets.painting import smooth_painter
from backguide.ui.widgets.themed import ThemedWidget
from backguide.ui.wording import KINDS, POSITION_WORDS

_WANTED_KINDS: tuple[WantedKind, ...] = ("mobility", "strength")


class ExerciseFilterBar(QWidget):
    """All, or one kind and one position together. Pressing a chosen chip lets go of it."""

    changed = Signal()

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all = self._make_chip(f"All {count}")
        self._kinds = {kind: self._make_chip(KINDS[kind]) for kind in _WANTED_KINDS}
        self._positions = {position: self._make_chip(POSITION_WORDS[position]) for position in POSITIONS}
        flow = FlowLayout(self, gap=6, row_gap=8)
        for chip in (self._all, *self._kinds.values()):
            flow.addWidget(chip)
        flow.addWidget(_Hairline(self))
        for chip in self._positions.values():
            flow.addWidget(chip)
        self._kind: WantedKind | None = None
        self._position: Position | None = None
        self._show_chosen()

    def filter(self, words: str) -> ExerciseFilter:
        """Return what is asked for, together with these words."""
        return ExerciseFilter(words, self._kind, self._position)

    def clear(self) -> None:
        """Ask for all."""
        self._choose(None, None)

    def _make_chip(self, text: str) -> FilterChip:
        chip = FilterChip(text, parent=self)
        chip.clicked.connect(self._on_chip_clicked)
        return chip

    @Slot()
    def _on_chip_clicked(self) -> None:
        pressed = self.sender()
        kind = next((kind for kind, chip in self._kinds.items() if chip is pressed), None)
        position = next((place for place, chip in self._positions.items() if chip is pressed), None)
        if kind is not None:
            self._choose(None if kind == self._kind else kind, self._position)
        elif position is not None:
            self._choose(self._kind, None if position == self._position else position)
        else:
            self._choose(None, None)

    def _choose(self, kind: WantedKind | None, position: Position | None) -> None:
        changed = (kind, position) != (self._kind, self._position)
        self._kind, self._position = kind, position
        self._show_chosen()
        if changed:
            self.changed.emit()

    def _show_chosen(self) -> None:
        self._all.setChecked(self._kind is None and self._position is None)
        for kind, chip in self._kinds.items():
            chip.setChecked(kind == self._kind)
        for position, chip in self._positions.items():
            chip.setChecked(position == self._position)


class _Hairline(ThemedWidget):
    """Parts the kinds from the positions."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(13, round(scaled(36)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with smooth_painter(self) as painter:
            painter.fillRect(QRectF(6, 0, 1, self.height()), colour("line"))
