"""A layout that sets things side by side and wraps them like words."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from backguide.ui.widgets.item_layout import ItemLayout


class FlowLayout(ItemLayout):
    """Items in reading order at their preferred size; a row ends where the next item would not fit."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, row_gap: int = 8) -> None:
        super().__init__(parent)
        self._gap = gap
        self._row_gap = row_gap

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """Return that it wants no more than it needs."""
        return Qt.Orientation(0)

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows at a width."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Place the items."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return everything on one row."""
        sizes = [item.sizeHint() for item in self._items]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        height = max((size.height() for size in sizes), default=0)
        return QSize(width, height).grownBy(self.contentsMargins())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        inner = rect.marginsRemoved(self.contentsMargins())
        y = inner.y()
        for row in self._rows(inner.width()):
            height = max(item.sizeHint().height() for item in row)
            if move:
                self._place_row(row, QPoint(inner.x(), y), height)
            y += height + self._row_gap
        below = self.contentsMargins().bottom()
        return max(0, y - self._row_gap - rect.y()) + below if self._items else below

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            needed = item.sizeHint().width()
            if rows and used + self._gap + needed <= width:
                rows[-1].append(item)
                used += self._gap + needed
            else:
                rows.append([item])
                used = needed
        return rows

    def _place_row(self, row: list[QLayoutItem], corner: QPoint, height: int) -> None:
        x = corner.x()
        for item in row:
            size = item.sizeHint()
            item.setGeometry(QRect(QPoint(x, corner.y() + (height - size.height()) // 2), size))
            x += size.width() + self._gap
