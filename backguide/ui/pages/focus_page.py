"""The frame of a page that asks for one thing: a heading, a body that may scroll, and a foot that stays."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from backguide.ui.theme.metrics import CARD_GAP, FOCUS_MARGIN, NARROW_MARGIN, PAGE_MARGIN
from backguide.ui.theme.type import scaled
from backguide.ui.widgets.message_bar import MessageBar

_SIDE_BY_SIDE_PX = 900  # narrower than this, the second card comes below the first
_WIDEST_PX = 1240
_FOCUS_ROOM_PX = 6  # focus rings of the outermost controls


class FocusPage(QWidget):
    """`head` and `foot` are layouts to fill; `set_body` puts two cards side by side, or below each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.message = MessageBar()
        self.head = QVBoxLayout()
        self.head.setSpacing(4)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(20)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(CARD_GAP)
        self._cards.setContentsMargins(_FOCUS_ROOM_PX, 4, _FOCUS_ROOM_PX, 4)
        self._outer = QHBoxLayout(self)
        self._column = QVBoxLayout()
        self._outer.addLayout(self._column, 1)
        self._column.addWidget(self.message)
        self._column.addLayout(self.head)
        self._column.addWidget(self._make_scroll_area(), 1)
        self._column.addLayout(self.foot)

    def set_body(self, main: QWidget, side: QWidget, *, main_share: int = 22, side_share: int = 10) -> None:
        """Put both cards in; the shares say how they divide the width."""
        self._cards.addWidget(main, main_share)
        self._cards.addWidget(side, side_share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the margins and the order of the cards that fit the width."""
        super().resizeEvent(event)
        width, height = self.width(), self.height()
        beside = width >= scaled(_SIDE_BY_SIDE_PX)
        self._cards.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
        roomy = width >= 1200 and height >= 760
        side = FOCUS_MARGIN if roomy else (PAGE_MARGIN if beside else NARROW_MARGIN)
        side = max(side, (width - _WIDEST_PX) // 2)
        top = 36 if roomy else 20
        self._column.setSpacing(30 if roomy else 14)
        self._outer.setContentsMargins(side, top, side, top - 4)

    def _make_scroll_area(self) -> QScrollArea:
        inside = QWidget()
        inside.setLayout(self._cards)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        return area
