"""Back and leg rated side by side, in forms."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backguide.desktop.clock import Clock
from backguide.journal.records import Site
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.pain_scale import PainScale
from backguide.ui.widgets.side_by_side import SideBySide

_BESIDE_PX = 960
_SITES: tuple[tuple[Site, str], ...] = (("back", "Back"), ("leg", "Leg"))


class PainPair(QWidget):
    """Two scales under a title, nothing chosen. Backspace takes a number back to "not rated"."""

    changed = Signal()

    def __init__(self, title: str, clock: Clock, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Label(title, "strong", wrap=True)
        self.hint = Label(hint, "small", "muted", wrap=True)
        self.hint.setVisible(bool(hint))
        self.scales: Mapping[Site, PainScale] = {
            site: PainScale(compact=True, clock=clock) for site, _ in _SITES
        }
        self.set_title(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self.hint)
        column.addWidget(self._make_row())
        self.setFocusProxy(self.scales["back"])

    @property
    def values(self) -> Mapping[Site, int | None]:
        """What was rated; None is not rated."""
        return {site: scale.value for site, scale in self.scales.items()}

    def set_title(self, title: str) -> None:
        """Ask something else."""
        self._title.setText(title)
        for site, name in _SITES:
            self.scales[site].set_name(f"{name}. {title}")

    def show_values(self, values: Mapping[Site, int]) -> None:
        """Show these ratings and no others."""
        for site, scale in self.scales.items():
            scale.set_value(values.get(site))

    def _make_row(self) -> SideBySide:
        row = SideBySide(_BESIDE_PX)
        for site, name in _SITES:
            scale = self.scales[site]
            scale.value_changed.connect(self.changed)
            part = QWidget()
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
            column.addWidget(Label(name, "small", "muted"))
            column.addWidget(scale)
            row.add(part)
        return row
