"""A layout of equal cards that fill the width: as many columns as have room, every row of one height."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from backguide.ui.theme.appearance import appearance
from backguide.ui.widgets.item_layout import ItemLayout

_MOST_COLUMNS = 5  # on a wide screen the cards grow instead


class CardGridLayout(ItemLayout):
    """Cards in reading order. Columns follow from the width alone, so few cards are no wider than many."""

    def __init__(self, parent: QWidget, *, least_px: int, gap_px: int, row_gap_px: int) -> None:
        super().__init__(parent)
        self._least_px = least_px
        self._gap_px = gap_px
        self._row_gap_px = row_gap_px

    def columns_at(self, width: int) -> int:
        """Return how many cards stand beside each other at a width; larger text asks for wider cards."""
        least = self._least_px * (1 + appearance().text_scale) / 2
        fitting = int((width + self._gap_px) // (least + self._gap_px))
        return min(_MOST_COLUMNS, max(1, fitting))

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """Return that it fills the width."""
        return Qt.Orientation.Horizontal

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows at a width."""
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        rows = -(-len(self._shown()) // self.columns_at(inner))
        height = rows * self._card_height(inner) + max(0, rows - 1) * self._row_gap_px
        return height + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """Return one column."""
        return self.minimumSize()

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Place the cards."""
        super().setGeometry(rect)
        inner = rect.marginsRemoved(self.contentsMargins())
        columns, height = self.columns_at(inner.width()), self._card_height(inner.width())
        for index, item in enumerate(self._shown()):
            row, column = divmod(index, columns)
            left, right = self._edges(inner.width(), columns, column)
            top = inner.y() + row * (height + self._row_gap_px)
            item.setGeometry(QRect(inner.x() + left, top, right - left, height))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _card_height(self, width: int) -> int:
        """Return the height of the tallest card, those that are filtered away included: nothing jumps."""
        columns = self.columns_at(width)
        narrowest = int((width - (columns - 1) * self._gap_px) / columns)
        return max((self._item_height(item, narrowest) for item in self._items), default=0)

    @staticmethod
    def _item_height(item: QLayoutItem, width: int) -> int:
        widget = item.widget()
        inside = widget.layout() if widget is not None else None
        return inside.totalHeightForWidth(width) if inside is not None else item.sizeHint().height()

    def _edges(self, width: int, columns: int, column: int) -> tuple[int, int]:
        card = (width - (columns - 1) * self._gap_px) / columns
        left = column * (card + self._gap_px)
        return round(left), round(left + card)
