"""A calm question over the player, which waits: a card on the dimmed page that takes all keys."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from backguide.ui.theme.type import scaled
from backguide.ui.widgets.card import Card
from backguide.ui.widgets.overlay import Overlay

_WIDTH_PX = 680
_MARGIN_PX = 24


class PlayerPanel(Overlay):
    """Lies over the whole page until `leave`; the Tab key stays within it and no key goes past it."""

    def __init__(self, page: QWidget, name: str) -> None:
        super().__init__(page, name)
        self.card = Card(padding=28, shadow=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.card)
        row.addStretch(1)
        column.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self._keys: dict[int, Callable[[], None]] = {}

    def open(self) -> None:
        """Show the panel and take the keys."""
        self.show_over()
        self.first_control().setFocus(Qt.FocusReason.PopupFocusReason)

    def set_keys(self, keys: Mapping[int, Callable[[], None]]) -> None:
        """Let these keys act, wherever the focus is in the panel."""
        self._keys = dict(keys)

    def first_control(self) -> QWidget:
        """Return what has the focus first."""
        return self

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802  Qt's own name
        """Keep the Tab key within the panel."""
        focused = QApplication.focusWidget() if super().focusNextPrevChild(forward) else None
        if focused is not None and self.isAncestorOf(focused):
            return True
        self.first_control().setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the panel's own keys and let none through to the page."""
        action = self._keys.get(event.key())
        if action is not None and not event.isAutoRepeat():
            action()
        event.accept()

    def cover(self) -> None:
        """Take the size of the page, and let the card be no wider than that."""
        super().cover()
        self.card.setFixedWidth(min(round(scaled(_WIDTH_PX)), self.width() - 2 * _MARGIN_PX))
