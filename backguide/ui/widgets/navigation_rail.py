"""The rail at the left: the mark, the pages, and one at the foot."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from backguide.ui.theme.appearance import colour
from backguide.ui.theme.icons import STROKE, STROKE_STRONG, Icon, paint_icon
from backguide.ui.theme.type import scaled, scaled_font
from backguide.ui.widgets.logo_mark import LogoMark
from backguide.ui.widgets.painting import paint_box, smooth_painter
from backguide.ui.widgets.themed import ThemedChoice, ThemedWidget

_WIDTH_PX = 104
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}


@dataclass(frozen=True, slots=True)
class RailItem:
    """A page: its key for `page_requested`, its word and its icon."""

    key: str
    label: str
    icon: Icon


class NavigationRail(ThemedWidget):
    """The pages and which one is open. It asks for a page and waits to be told that it is open.

    One stop for the Tab key; arrows move along the items, Enter or Space asks for the page.
    """

    page_requested = Signal(str)

    def __init__(
        self, items: Sequence[RailItem], foot: RailItem | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName("Pages")
        self._items = {item.key: _RailButton(item, self) for item in [*items, *([foot] if foot else [])]}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 28, 1, 16)
        column.setSpacing(0)
        column.addWidget(LogoMark(40), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(34)
        for key, button in self._items.items():
            button.clicked.connect(self._on_item_clicked)
            if foot is not None and key == foot.key:
                column.addStretch(1)
            column.addWidget(button)
        if foot is None:
            column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._offer_to_tab(next(iter(self._items.values())))

    @property
    def current(self) -> str | None:
        """The key of the open page."""
        return next((key for key, button in self._items.items() if button.isChecked()), None)

    def set_current(self, key: str) -> None:
        """Mark a page as the open one; a focus in the rail goes along. KeyError for one that is not there."""
        opened = self._items[key]
        moves = any(button.hasFocus() for button in self._items.values())
        for button in self._items.values():
            button.set_chosen(button is opened)
        self._offer_to_tab(opened)
        if moves:
            by_keyboard = self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
            shortcut, other = Qt.FocusReason.ShortcutFocusReason, Qt.FocusReason.OtherFocusReason
            opened.setFocus(shortcut if by_keyboard else other)

    def sizeHint(self) -> QSize:
        """Return the rail's width."""
        return QSize(round(_WIDTH_PX * max(1.0, scaled(1) * 0.9)), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the focus along the items."""
        step = _STEPS.get(Qt.Key(event.key()))
        buttons = list(self._items.values())
        focused = self.focusWidget()
        if step is None or focused not in buttons:
            super().keyPressEvent(event)
            return
        assert isinstance(focused, _RailButton)
        target = buttons[(buttons.index(focused) + step) % len(buttons)]
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the rail and its edge."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), colour("rail"))
            painter.fillRect(self.width() - 1, 0, 1, self.height(), colour("line"))

    def _on_item_clicked(self) -> None:
        button = self.sender()
        assert isinstance(button, _RailButton)
        self.page_requested.emit(button.item.key)

    def _offer_to_tab(self, stop: "_RailButton") -> None:
        for button in self._items.values():
            strong, click = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(strong if button is stop else click)
        self.setFocusProxy(stop)


class _RailButton(ThemedChoice):
    def __init__(self, item: RailItem, parent: QWidget) -> None:
        super().__init__(parent)
        self.item = item
        self.setAccessibleName(item.label)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:
        """Stay as it is until the window has opened the page."""

    def focus_outline(self) -> tuple[QRectF, float]:
        return self._pill(), self._pill().height() / 2

    def sizeHint(self) -> QSize:
        return QSize(round(scaled(_WIDTH_PX)), round(scaled(84)))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(scaled(64)), round(scaled(72)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with smooth_painter(self) as painter:
            pill, here = self._pill(), self.isChecked()
            if here or self.is_hot:
                paint_box(painter, pill, pill.height() / 2, fill=colour("accent_soft" if here else "sunken"))
            icon = scaled(24)
            box = QRectF(pill.center().x() - icon / 2, pill.center().y() - icon / 2, icon, icon)
            ink = colour("accent_text" if here else "text" if self.is_hot else "muted")
            paint_icon(painter, self.item.icon, box, ink, STROKE_STRONG if here else STROKE)
            painter.setFont(scaled_font(14, 600 if here else 500))
            painter.setPen(colour("text" if here or self.is_hot else "muted"))
            row = QRectF(0, pill.bottom() + scaled(4), self.width(), scaled(20))
            painter.drawText(row, Qt.AlignmentFlag.AlignCenter, self.item.label)

    def _pill(self) -> QRectF:
        width, height = scaled(64), scaled(36)
        return QRectF((self.width() - width) / 2, scaled(10), width, height)
