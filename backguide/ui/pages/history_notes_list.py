"""The list of entries: painted rows over a model that reads the journal as one scrolls."""

from collections.abc import Iterable
from datetime import date
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
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from backguide.journal.errors import JournalError
from backguide.journal.journal import Journal
from backguide.ui.pages.history_entries import KINDS, Entry, EntryReader
from backguide.ui.pages.history_entry_words import EntryWords, entry_words
from backguide.ui.theme.appearance import colour
from backguide.ui.theme.icons import paint_icon
from backguide.ui.theme.tokens import Colour
from backguide.ui.theme.type import role_font, scaled
from backguide.ui.widgets.painting import paint_words
from backguide.ui.widgets.row_list import RowList, paint_row_ground

_SIDE_PX = 12
_ROW_PX = 76
_ICON_PX = 22
_Index = QModelIndex | QPersistentModelIndex
_WORDS_ROLE = Qt.ItemDataRole.UserRole


class EntryListModel(QAbstractListModel):
    """The entries, newest first; a line is put into words when it is looked at.

    `failed` is one sentence about a journal that cannot be read further.
    """

    failed = Signal(str)

    def __init__(self, journal: Journal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = EntryReader(journal)
        self._journal = journal
        self._today = date.max
        self._entries: list[Entry] = []

    def read(self, kinds: Iterable[type[Entry]] = KINDS) -> None:
        """Begin anew with the newest entries of these kinds. Raises JournalError."""
        reader = EntryReader(self._journal, kinds)
        first = reader.more()
        self.beginResetModel()
        self._today = self._journal.today()
        self._reader, self._entries = reader, first
        self.endResetModel()

    def entry(self, row: int) -> Entry:
        """Return one entry. IndexError where there is none."""
        return self._entries[row]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Return how many entries have been read."""
        return 0 if parent.isValid() else len(self._entries)

    def canFetchMore(self, parent: _Index) -> bool:  # noqa: N802  Qt's own name
        """Return whether there may be older ones."""
        return not parent.isValid() and not self._reader.is_at_end

    def fetchMore(self, _parent: _Index) -> None:  # noqa: N802  Qt's own name
        """Read older ones."""
        try:
            more = self._reader.more()
        except JournalError as error:
            self._reader.is_at_end = True
            self.failed.emit(str(error))
            return
        if more:
            first = len(self._entries)
            self.beginInsertRows(QModelIndex(), first, first + len(more) - 1)
            self._entries += more
            self.endInsertRows()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 Qt's own
        """Return the line itself, its words for screen readers, or its title."""
        if not index.isValid() or role not in _ROLES:
            return None
        words = entry_words(self._entries[index.row()], self._today)
        if role == _WORDS_ROLE:
            return words
        return words.sentence if role == Qt.ItemDataRole.AccessibleTextRole else words.title


_ROLES = {_WORDS_ROLE, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole}


class EntryDelegate(QStyledItemDelegate):
    """Paints a line: what and when, what was felt at the right edge, a note below."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Return the height of a row."""
        return QSize(round(scaled(220)), round(scaled(_ROW_PX)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        words = index.data(_WORDS_ROLE)
        if not isinstance(words, EntryWords):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = QRectF(option.rect)
        paint_row_ground(painter, option, (_SIDE_PX, _SIDE_PX), is_first=index.row() == 0)
        _paint_line(painter, row.adjusted(_SIDE_PX, 0, -_SIDE_PX, 0), words)
        painter.restore()


class EntryList(RowList):
    """All entries; a click or Enter asks for one."""

    entry_requested = Signal(object)

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__("Entries, newest first", _ROW_PX, parent)
        self.lines = EntryListModel(journal, self)
        self.setModel(self.lines)
        self.setItemDelegate(EntryDelegate(self))

    def read(self, kinds: Iterable[type[Entry]]) -> None:
        """Read anew, at the same place as far as it is among the first. Raises JournalError."""
        before = self.currentIndex().row()
        self.lines.read(kinds)
        if self.lines.rowCount():
            self.setCurrentIndex(self.lines.index(min(max(before, 0), self.lines.rowCount() - 1)))

    def open_row(self, row: int) -> None:
        """Ask for the entry."""
        self.entry_requested.emit(self.lines.entry(row))


def _paint_line(painter: QPainter, row: QRectF, words: EntryWords) -> None:
    """Paint icon and words; where it is narrow the title leaves half of the room to what was felt."""
    middle, side, gap = row.center().y(), scaled(_ICON_PX), scaled(16)
    paint_icon(painter, words.icon, QRectF(row.left(), middle - side / 2, side, side), colour("muted"))
    left = row.left() + side + scaled(14)
    room = row.right() - left
    title_font, felt_font = role_font("strong"), role_font("strong", tabular=True)
    title_px = QFontMetricsF(title_font).horizontalAdvance(words.title)
    felt_px = QFontMetricsF(felt_font).horizontalAdvance(words.felt)
    felt_px = min(felt_px, max(room / 2, room - title_px - gap))
    above, below = middle - scaled(12), middle + scaled(13)
    _paint_elided(painter, QPointF(row.right() - felt_px, above), felt_px, words.felt, felt_font, "pain_text")
    _paint_elided(painter, QPointF(left, above), room - felt_px - gap, words.title, title_font, "text")
    said = " · ".join(part for part in (words.when, words.note) if part)
    _paint_elided(painter, QPointF(left, below), room, said, role_font("small"), "muted")


def _paint_elided(painter: QPainter, at: QPointF, width: float, text: str, font: QFont, ink: Colour) -> None:
    painter.setFont(font)
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width + 1)
    paint_words(painter, at, shown, ink)
