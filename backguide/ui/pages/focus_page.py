"""The frame of a page that asks for one thing: a heading, a body that may scroll, and a foot that stays."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from backguide.ui.theme.metrics import CARD_GAP, FOCUS_MARGIN, NARROW_MARGIN, PAGE_MARGIN, RADIUS_CONTROL
from backguide.ui.theme.type import scaled
from backguide.ui.widgets.card import Card
from backguide.ui.widgets.message_bar import MessageBar

_SIDE_BY_SIDE_PX = 900  # narrower than this, the second card comes below the first
_WIDEST_PX = 1240
_HIGHEST_PX = 820
_FOCUS_ROOM_PX = 6  # for focus rings and shadows of what lies in the scrolling body
LIST_BAR_ROOM_PX = 4  # between a list and its bar
_SHORTEST_LIST_PX = 120
_SHORT_PX = 760
_NARROW_FOOT_PX = 560


class FocusPage(QWidget):
    """`head` and `foot` are layouts to fill; `set_body` puts two cards side by side, or below each other.

    A long list in the second card scrolls by itself while the cards stand side by side; below each other
    the whole body scrolls.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.message = MessageBar()
        self.head = QVBoxLayout()
        self.head.setSpacing(4)
        self.foot = QGridLayout()
        self.foot.setHorizontalSpacing(20)
        self.foot.setVerticalSpacing(6)
        self.foot.setColumnStretch(1, 1)
        self._foot: tuple[QWidget, QWidget, QWidget] | None = None
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(CARD_GAP)
        self._cards.setContentsMargins(_FOCUS_ROOM_PX, 2, _FOCUS_ROOM_PX, 2)
        self._lists: list[_LongPart] = []
        self._outer = QHBoxLayout(self)
        self._column = QVBoxLayout()
        self._outer.addLayout(self._column, 1)
        self._column.addWidget(self.message)
        self._column.addLayout(self.head)
        self._column.addWidget(self._make_body(), 1)
        self._column.addLayout(self.foot)
        for layout in (self.head, self.foot):
            layout.setContentsMargins(_FOCUS_ROOM_PX, 0, _FOCUS_ROOM_PX, 0)

    def set_body(self, main: QWidget, side: QWidget, *, main_share: int = 22, side_share: int = 10) -> None:
        """Put both cards in; the shares say how they divide the width."""
        self._cards.addWidget(main, main_share)
        self._cards.addWidget(side, side_share)

    def set_foot(self, way_out: QWidget, words: QWidget, way_on: QWidget) -> None:
        """Put both ways into the foot, with the words between them, or above them where it is narrow."""
        self._foot = (way_out, words, way_on)
        self._arrange_foot(narrow=False)

    def add_long_part(self, card: Card, inside: QWidget, name: str) -> None:
        """Add to a card what may be longer than the page is high."""
        part = _LongPart(inside, name)
        self._lists.append(part)
        card.body.addWidget(part, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the margins and the order of the cards that fit the width."""
        super().resizeEvent(event)
        width, height = self.width(), self.height()
        beside = width >= scaled(_SIDE_BY_SIDE_PX)
        self._cards.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
        for part in self._lists:
            part.set_whole(whole=not beside)
        self._arrange_foot(narrow=width < scaled(_NARROW_FOOT_PX))
        self._on_short(short=height < scaled(_SHORT_PX))
        roomy = width >= 1200 and height >= 760
        side = FOCUS_MARGIN if roomy else (PAGE_MARGIN if beside else NARROW_MARGIN)
        side = max(side, (width - _WIDEST_PX) // 2) - _FOCUS_ROOM_PX
        top = 36 if roomy else 20
        if beside:
            top = max(top, (height - round(scaled(_HIGHEST_PX))) // 2)
        self._column.setSpacing(28 if roomy else 14)
        self._outer.setContentsMargins(side, top, side, top - 4)

    def _arrange_foot(self, *, narrow: bool) -> None:
        if self._foot is None:
            return
        way_out, words, way_on = self._foot
        for widget in self._foot:
            self.foot.removeWidget(widget)
        row = int(narrow)
        self.foot.addWidget(way_out, row, 0)
        self.foot.addWidget(words, 0, 0 if narrow else 1, 1, 3 if narrow else 1)
        self.foot.addWidget(way_on, row, 2)

    def _on_short(self, *, short: bool) -> None:
        """Save height where there is little; for pages that can."""

    def _make_body(self) -> QScrollArea:
        inside = QWidget()
        inside.setLayout(self._cards)
        return _bare_scroll_area(QScrollArea(), inside)


class _LongPart(QScrollArea):
    """A list that scrolls by itself, or is shown whole where what is around it scrolls."""

    def __init__(self, inside: QWidget, name: str) -> None:
        super().__init__()
        _bare_scroll_area(self, inside)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that arrow keys can scroll it
        self._inside = inside
        self._whole = False

    def set_whole(self, *, whole: bool) -> None:
        """Show all of it, or as much as there is room for."""
        self._whole = whole
        self.updateGeometry()

    def focus_outline(self) -> tuple[QRectF, float]:
        """Return the list's own edge."""
        return QRectF(self.rect()).adjusted(5, 5, -5, -5), RADIUS_CONTROL

    def sizeHint(self) -> QSize:
        """Return the whole list where it is to be shown whole, otherwise the least that is a list."""
        least_px = self._inside.sizeHint().height()
        if not self._whole:
            least_px = min(least_px, round(scaled(_SHORTEST_LIST_PX)))
        return QSize(self._inside.minimumSizeHint().width(), least_px)

    def minimumSizeHint(self) -> QSize:
        """Return the same: it takes more where there is more."""
        return self.sizeHint()


def _bare_scroll_area(area: QScrollArea, inside: QWidget) -> QScrollArea:
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    area.viewport().setAutoFillBackground(False)
    inside.setAutoFillBackground(False)
    return area
