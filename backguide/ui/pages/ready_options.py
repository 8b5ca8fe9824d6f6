"""How long the session is to take, and in which order: chips above what it will hold."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QWidget

from backguide.ui.widgets.chip import FilterChip
from backguide.ui.widgets.flow_layout import FlowLayout

_BY_POSITION = "Fewer changes of position"


class ReadyOptions(QWidget):
    """The whole routine or a shorter length, and, where it saves any, an order with fewer changes."""

    changed = Signal()

    def __init__(
        self, whole_min: int, lengths_min: Sequence[int], *, can_order: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lengths: tuple[int | None, ...] = (None, *lengths_min)
        self._group = QButtonGroup(self)
        flow = FlowLayout(self, gap=6, row_gap=8)
        for index, minutes in enumerate(self._lengths):
            chip = FilterChip(f"{whole_min if minutes is None else minutes} min", parent=self)
            if minutes is None:
                chip.setAccessibleName(f"The whole routine, {whole_min} min")
                chip.setChecked(True)
            self._group.addButton(chip, index)
            flow.addWidget(chip)
        self.order = FilterChip(_BY_POSITION, parent=self)
        self.order.setVisible(can_order)
        flow.addWidget(self.order)
        self._group.idToggled.connect(self._on_length_toggled)
        self.order.toggled.connect(self.changed)
        self.setAccessibleName("How long")
        self.setVisible(bool(lengths_min) or can_order)

    @property
    def chips(self) -> Sequence[FilterChip]:
        """The lengths, the whole routine first."""
        return [chip for chip in self._group.buttons() if isinstance(chip, FilterChip)]

    @property
    def minutes(self) -> int | None:
        """The length asked for; None for the whole routine."""
        return self._lengths[self._group.checkedId()]

    @property
    def by_position(self) -> bool:
        """Whether exercises that share a position are brought together."""
        return self.order.isChecked()

    @Slot(int, bool)
    def _on_length_toggled(self, _length: int, chosen: bool) -> None:
        if chosen:
            self.changed.emit()
