"""A list of painted rows, fast with thousands of them, and the ground that its rows are painted on."""

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QRectF, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from backguide.ui.theme.appearance import colour
from backguide.ui.theme.metrics import FOCUS_WIDTH, RADIUS_CONTROL
from backguide.ui.theme.type import scaled
from backguide.ui.widgets.painting import paint_box


class RowList(QListView):
    """Rows of one height; a click, Enter or Space opens one: `open_row` is the place to say how."""

    def __init__(self, name: str, row_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.verticalScrollBar().setSingleStep(round(scaled(row_px) / 3))
        self.clicked.connect(self._on_clicked)

    def open_row(self, row: int) -> None:
        """Do what opening a row means."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current row on Enter or Space."""
        if opens(event) and self.currentIndex().isValid():
            self.open_row(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure the rows again when the text size changes."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self.scheduleDelayedItemsLayout()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self.open_row(index.row())


def opens(event: QKeyEvent) -> bool:
    """Tell whether a key opens what is current."""
    return event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


def paint_row_ground(
    painter: QPainter, option: QStyleOptionViewItem, line: tuple[float, float], *, is_first: bool
) -> None:
    """Paint what lies below a row's words: hovered, or a hairline above it, and the ring of the keyboard.

    `line` is how far the hairline stays away from the left and the right edge, in pixels.
    """
    row = QRectF(option.rect)
    if option.state & QStyle.StateFlag.State_MouseOver:
        paint_box(painter, row.adjusted(0, 1, 0, -1), RADIUS_CONTROL, fill=colour("hover"))
    elif not is_first:
        painter.setPen(QPen(colour("line"), 1))
        y = round(row.top()) + 0.5
        painter.drawLine(QPointF(row.left() + line[0], y), QPointF(row.right() - line[1], y))
    view = option.widget
    by_keys = view is not None and view.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    if option.state & QStyle.StateFlag.State_HasFocus and by_keys:
        paint_box(painter, row, RADIUS_CONTROL, line=colour("focus"), width=FOCUS_WIDTH)
