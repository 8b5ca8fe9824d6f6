"""The list of sessions: painted rows over a plain model, fast with thousands of them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from backguide.ui.pages.history_words import NOT_RATED, SessionWords
from backguide.ui.theme.appearance import colour
from backguide.ui.theme.icons import Icon, paint_icon
from backguide.ui.theme.type import role_font, scaled, scaled_font
from backguide.ui.widgets.painting import paint_words
from backguide.ui.widgets.row_list import RowList, paint_row_ground

SIDE_PX = 12  # between the row's edge and its words; the list reaches so far beyond its card's content
_ROW_PX = 60
_BESIDE_BAR_PX = 6
_ARROW_PX = 16
_Index = QModelIndex | QPersistentModelIndex
_WORDS_ROLE = Qt.ItemDataRole.UserRole


class SessionListModel(QAbstractListModel):
    """The lines of the list, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[SessionWords] = ()

    def show_lines(self, lines: Sequence[SessionWords]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line(self, row: int) -> SessionWords:
        """Return one line. IndexError where there is none."""
        return self._lines[row]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Return how many sessions there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 Qt's own
        """Return the line itself, its words for screen readers, or the routine's name."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == _WORDS_ROLE:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.sentence
        return line.title if role == Qt.ItemDataRole.DisplayRole else None


class SessionDelegate(QStyledItemDelegate):
    """Paints a line: routine and time at the left, amount and pain at the right edge."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Return the height of a row."""
        return QSize(round(scaled(220)), round(scaled(_ROW_PX)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        line = index.data(_WORDS_ROLE)
        if not isinstance(line, SessionWords):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = QRectF(option.rect)
        paint_row_ground(painter, option, (SIDE_PX, _BESIDE_BAR_PX), is_first=index.row() == 0)
        bar = getattr(option.widget, "verticalScrollBar", None)
        right = SIDE_PX if bar is None or not bar().isVisible() else _BESIDE_BAR_PX
        inner = row.adjusted(SIDE_PX, 0, -right, 0)
        left = _paint_pain(painter, inner, line)
        left = _paint_amount(painter, inner, left - scaled(14), line.amount)
        _paint_name(painter, inner, left - scaled(12), line)
        painter.restore()


class SessionList(RowList):
    """All sessions; a click or Enter asks for one."""

    session_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Sessions, newest first", _ROW_PX, parent)
        self.lines = SessionListModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(SessionDelegate(self))

    def show_lines(self, lines: Sequence[SessionWords]) -> None:
        """Show other sessions, from the top where they are not the same ones as before."""
        before = self.currentIndex().row()
        place = self.verticalScrollBar().value()
        self.lines.show_lines(lines)
        if lines:
            self.setCurrentIndex(self.lines.index(min(max(before, 0), len(lines) - 1)))
        self.verticalScrollBar().setValue(place)

    def open_row(self, row: int) -> None:
        """Ask for the session."""
        self.session_requested.emit(self.lines.line(row).session)


def _paint_pain(painter: QPainter, row: QRectF, line: SessionWords) -> float:
    """Paint before, arrow, after, each in its own column; return where they begin."""
    painter.setFont(scaled_font(16, 700, tabular=True))
    metrics = QFontMetricsF(painter.font())
    arrow, gap = scaled(_ARROW_PX), scaled(4)
    numbers = [
        max(metrics.horizontalAdvance(text), metrics.horizontalAdvance("0"))
        for text in (line.before, line.after)
    ]
    right = QRectF(row.right() - numbers[1], row.top(), numbers[1], row.height())
    left = QRectF(right.left() - arrow - 2 * gap - numbers[0], row.top(), numbers[0], row.height())
    for box, text in ((left, line.before), (right, line.after)):
        painter.setPen(colour("muted" if text == NOT_RATED else "pain_text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
    square = QRectF(right.left() - gap - arrow, row.center().y() - arrow / 2, arrow, arrow)
    paint_icon(painter, Icon.ARROW_RIGHT, square, colour("muted"))
    return float(left.left())


def _paint_amount(painter: QPainter, row: QRectF, right: float, amount: str) -> float:
    painter.setFont(role_font("small", tabular=True))
    painter.setPen(colour("muted"))
    width = QFontMetricsF(painter.font()).horizontalAdvance(amount)
    box = QRectF(right - width - 1, row.top(), width + 1, row.height())
    painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, amount)
    return float(box.left())


def _paint_name(painter: QPainter, row: QRectF, right: float, line: SessionWords) -> None:
    width = right - row.left()
    middle = row.center().y()
    for role, text, y in (("strong", line.title, -11), ("small", line.when, 11)):
        painter.setFont(role_font("strong" if role == "strong" else "small"))
        metrics = QFontMetricsF(painter.font())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        ink = "text" if role == "strong" else "muted"
        paint_words(
            painter, QPointF(row.left(), middle + scaled(y)), shown, "text" if ink == "text" else "muted"
        )
