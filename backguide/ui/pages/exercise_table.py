"""The table of exercises: a model of plain lines and a real table, so that screen readers find cells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from backguide.catalogue.model import Catalogue
from backguide.journal.records import ExerciseSums
from backguide.ui.date_words import weekday_and_day
from backguide.ui.pages.history_words import clock_length
from backguide.ui.pages.session_details_cards import exercise_name
from backguide.ui.theme.metrics import RADIUS_CONTROL
from backguide.ui.theme.type import role_font, scaled
from backguide.ui.widgets.row_list import opens
from backguide.ui.wording import POSITION_WORDS

NOTHING = "–"
HEADINGS = (
    "Exercise",
    "Position",
    "Times done",
    "Eased",
    "It hurt",
    "Left, min",
    "Right, min",
    "No side, min",
    "Last done",
)
_SPOKEN = {5: "minutes on the left side", 6: "minutes on the right side", 7: "minutes without sides"}
_NUMBERS_FROM = 2
_LAST = len(HEADINGS) - 1
_ROW_PX = 44
_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


@dataclass(frozen=True, slots=True)
class ExerciseLine:
    """What was done of one exercise in the chosen days; `cells` are its words, one for each heading."""

    slug: str
    name: str
    position: str
    times: int
    cells: tuple[str, ...]
    is_known: bool


def exercise_lines(
    catalogue: Catalogue, sums: Iterable[ExerciseSums], today: date
) -> tuple[ExerciseLine, ...]:
    """Return a line for every exercise of the catalogue, and for others that were done."""
    by_slug = {one.exercise: one for one in sums}
    slugs = dict.fromkeys([*catalogue.exercises, *by_slug])
    return tuple(_line(catalogue, slug, by_slug.get(slug), today) for slug in slugs)


def _line(catalogue: Catalogue, slug: str, sums: ExerciseSums | None, today: date) -> ExerciseLine:
    known = catalogue.exercises.get(slug)
    name = exercise_name(catalogue, slug)
    position = POSITION_WORDS[known.position] if known is not None else NOTHING
    if sums is None:
        numbers = ("0", "0", "0", NOTHING, NOTHING, NOTHING, NOTHING)
        return ExerciseLine(slug, name, position, 0, (name, position, *numbers), known is not None)
    sides = (sums.done_s.get(side, 0.0) for side in ("left", "right", None))
    cells = (
        name,
        position,
        *(str(count) for count in (sums.done, sums.eased, sums.hurt_marks)),
        *(clock_length(seconds) if seconds > 0 else NOTHING for seconds in sides),
        NOTHING if sums.last_done is None else weekday_and_day(sums.last_done, today),
    )
    return ExerciseLine(slug, name, position, sums.done, cells, known is not None)


class ExerciseTableModel(QAbstractTableModel):
    """The lines in the chosen order: by name, by position, or the most often done first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[ExerciseLine] = ()
        self._order = 0

    def show_lines(self, lines: Sequence[ExerciseLine]) -> None:
        """Show other lines in the same order."""
        self.beginResetModel()
        self._lines = sorted(lines, key=self._key)
        self.endResetModel()

    @Slot(int)
    def set_order(self, order: int) -> None:
        """Sort by name (0), position (1) or times done (2)."""
        self._order = order
        self.show_lines(self._lines)

    def line(self, row: int) -> ExerciseLine:
        """Return one line. IndexError where there is none."""
        return self._lines[row]

    def rowCount(self, parent: _Index = _TOP) -> int:
        """Return how many exercises there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """Return how many things are told of each."""
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 Qt's own
        """Return the words of a cell; numbers stand at the right."""
        if not index.isValid():
            return None
        words = self._lines[index.row()].cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(index.column(), words)
        return _aligned(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 Qt's own
        """Return a heading."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section]
        if role == Qt.ItemDataRole.FontRole:
            return role_font("label")
        return _aligned(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _key(self, line: ExerciseLine) -> tuple[object, ...]:
        if self._order == 1:
            return line.position, line.name
        return (-line.times, line.name) if self._order == 2 else (line.name,)


class ExerciseTable(QTableView):
    """As high as its lines; a click or Enter on a line asks for its exercise."""

    exercise_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = ExerciseTableModel(self)
        self.setModel(self.lines)
        self.setAccessibleName("Exercises: times done, eased, hurt, minutes by side, last done")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setHighlightSections(False)
        self.clicked.connect(self._on_clicked)
        self.lines.modelReset.connect(self._fit)
        self.horizontalScrollBar().rangeChanged.connect(self._fit_height)
        self._fit()

    def show_lines(self, lines: Sequence[ExerciseLine]) -> None:
        """Show other lines."""
        row = max(self.currentIndex().row(), 0)
        self.lines.show_lines(lines)
        if lines:
            self.setCurrentIndex(self.lines.index(min(row, len(lines) - 1), 0))

    def focus_outline(self) -> tuple[QRectF, float]:
        """Return the table; its current row is filled."""
        return QRectF(self.rect()), RADIUS_CONTROL

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current exercise on Enter or Space."""
        if opens(event) and self.currentIndex().isValid():
            self._on_clicked(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the width anew."""
        super().resizeEvent(event)
        self._fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the text size changes."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange} and hasattr(self, "lines"):
            self._fit()

    @Slot()
    def _fit(self) -> None:
        self.setFont(role_font("small", tabular=True))
        header = self.horizontalHeader()
        header.setFixedHeight(round(scaled(_ROW_PX)))
        self.verticalHeader().setDefaultSectionSize(round(scaled(_ROW_PX)))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Give every column what it needs, and the names the rest."""
        header = self.horizontalHeader()
        needed = [
            max(self.sizeHintForColumn(column), header.sectionSizeHint(column))
            for column in range(len(HEADINGS))
        ]
        needed[0] += max(self.viewport().width() - sum(needed), 0)
        for column, width in enumerate(needed):
            header.resizeSection(column, width)
        self._fit_height()

    @Slot()
    def _fit_height(self) -> None:
        bar = self.horizontalScrollBar()
        more = bar.sizeHint().height() if bar.maximum() > 0 else 0
        rows = self.lines.rowCount() * self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(self.horizontalHeader().height() + rows + more + 2)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        line = self.lines.line(index.row())
        if line.is_known:
            self.exercise_requested.emit(line.slug)


def _aligned(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if _NUMBERS_FROM <= column <= _LAST else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _spoken(column: int, words: str) -> str:
    """Return a cell with what it is: a table read cell by cell says no headings."""
    if column == 0:
        return words
    said = "none" if words == NOTHING else words
    return f"{_SPOKEN.get(column, HEADINGS[column].lower())}: {said}"
