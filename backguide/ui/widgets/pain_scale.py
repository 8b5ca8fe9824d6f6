"""The numeric rating scale: 0 to 10, nothing chosen until the person chooses."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFontMetricsF,
    QKeyEvent,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from backguide.desktop.clock import Clock, SystemClock
from backguide.ui.theme.appearance import colour
from backguide.ui.theme.type import role_font, scaled
from backguide.ui.widgets.pain_cell import PainCell
from backguide.ui.widgets.painting import smooth_painter
from backguide.ui.widgets.themed import ThemedWidget

HIGHEST = 10
TEN_WITHIN_S = 0.8  # a 0 typed this soon after a 1 makes 10
_WEDGE_PX = 18
_LEAST_CELL_PX = 36
_IN_FIRST_ROW = 6  # 0 to 5, and then 6 to 10
_ENDS = ("0  No pain", "10  Worst imaginable")
_SHORT_ENDS = ("No pain", "Worst imaginable")
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1}


class PainScale(ThemedWidget):
    """Eleven cells, 0 to 10, in two rows where there is little width.

    `value` is None until one is chosen, and again after Backspace or Delete.

    Keys: 0 to 9; 1 and then 0 within 0.8 s is 10; arrows, Home and End. The whole scale is one stop of
    the Tab key. `accept_key` lets a page send digits here while nothing has the focus. `ends` are the words
    at 0 and at 10 where it is not pain that is rated, or the wording is somebody else's.
    """

    value_changed = Signal(object)  # int or None

    def __init__(
        self,
        name: str = "Pain",
        *,
        compact: bool = False,
        ends: tuple[str, str] | None = None,
        clock: Clock | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._compact = compact
        self._ends = ends or (_SHORT_ENDS if compact else _ENDS)
        self._clock = clock or SystemClock()
        self._value: int | None = None
        self._one_typed_s: float | None = None
        self._cells = [PainCell(number, compact, self) for number in range(HIGHEST + 1)]
        for cell in self._cells:
            cell.clicked.connect(self._on_cell_clicked)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_name(name)
        self._offer_to_tab(self._cells[0])

    @property
    def value(self) -> int | None:
        """The rating, None while there is none."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Choose a rating or take it back. Raises ValueError outside 0 to 10."""
        if value is not None and not 0 <= value <= HIGHEST:
            raise ValueError(f"a rating is 0 to {HIGHEST}, not {value}")
        if value == self._value:
            return
        self._value = value
        for cell in self._cells:
            cell.set_chosen(cell.number == value)
        self._offer_to_tab(self._cells[value or 0])
        self._describe()
        self.value_changed.emit(value)

    def set_name(self, name: str) -> None:
        """Set what is rated, as a screen reader says it: "Back pain now"."""
        self.setAccessibleName(name)
        for cell in self._cells:
            cell.set_scale_name(name)
        self._describe()

    def accept_key(self, event: QKeyEvent) -> bool:
        """Take a key that means something here, and say whether it did."""
        plain = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
        if event.modifiers() not in plain:
            return False
        if event.text().isdigit() and event.text().isascii():
            self._type(int(event.text()))
            return True
        self._one_typed_s = None
        return self._accept_named_key(event.key())

    def sizeHint(self) -> QSize:
        """Return eleven comfortable cells."""
        return QSize(round(11 * scaled(52) + 10 * self._gap_px()), round(self._height_px(1)))

    def minimumSizeHint(self) -> QSize:
        """Return the longer of two rows, in cells of 36 px: the least that holds the figures."""
        return QSize(round(self._row_px(_IN_FIRST_ROW)), round(self._height_px(1)))

    def hasHeightForWidth(self) -> bool:
        """Return that a second row makes it higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of one row, or of two where one has no room."""
        return round(self._height_px(self._rows_at(width)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits, arrows and clearing."""
        if self.accept_key(event):
            self._focused_cell_follows()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Spread the cells."""
        super().resizeEvent(event)
        self._place()

    def restyle(self) -> None:
        """Take over theme and text size."""
        super().restyle()
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the wedge and the words at both ends."""
        with smooth_painter(self) as painter:
            top = self._cells_px(self._rows_at(self.width()))
            if not self._compact:
                self._paint_wedge(painter, top + 9)
                top += _WEDGE_PX
            self._paint_ends(painter, top + 6)

    def _on_cell_clicked(self) -> None:
        cell = self.sender()
        assert isinstance(cell, PainCell)
        self._one_typed_s = None
        self.set_value(cell.number)

    def _accept_named_key(self, key: int) -> bool:
        if key in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            self.set_value(None)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.set_value(0 if key == Qt.Key.Key_Home else HIGHEST)
        elif (step := _STEPS.get(Qt.Key(key))) is not None:
            self._step(step)
        else:
            return False
        return True

    def _type(self, digit: int) -> None:
        now_s = self._clock.monotonic_s()
        typed_s, self._one_typed_s = self._one_typed_s, now_s if digit == 1 else None
        soon = typed_s is not None and now_s - typed_s <= TEN_WITHIN_S
        self.set_value(HIGHEST if digit == 0 and soon else digit)

    def _step(self, step: int) -> None:
        if self._value is None:
            self.set_value(0 if step > 0 else HIGHEST)
        else:
            self.set_value(min(HIGHEST, max(0, self._value + step)))

    def _focused_cell_follows(self) -> None:
        focused = self.focusWidget()
        if isinstance(focused, PainCell) and focused.hasFocus():
            self._cells[self._value or 0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _offer_to_tab(self, stop: PainCell) -> None:
        for cell in self._cells:
            strong, click = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
            cell.setFocusPolicy(strong if cell is stop else click)
        self.setFocusProxy(stop)

    def _describe(self) -> None:
        rated = "Not rated yet" if self._value is None else f"{self._value} out of {HIGHEST}"
        self.setAccessibleDescription(rated)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _place(self) -> None:
        gap, height = self._gap_px(), round(self._cell_px())
        in_row = HIGHEST + 1 if self._rows_at(self.width()) == 1 else _IN_FIRST_ROW
        width = (self.width() - (in_row - 1) * gap) / in_row
        for number, cell in enumerate(self._cells):
            row, place = divmod(number, in_row)
            left = round(place * (width + gap))
            right = round(place * (width + gap) + width)
            cell.setGeometry(left, round(row * (height + gap)), right - left, height)

    def _paint_wedge(self, painter: QPainter, top: float) -> None:
        inset = self._cells[0].width() / 2
        left, right = inset, self.width() - inset
        wedge = QPainterPath(QPointF(left, top + 3.5))
        wedge.lineTo(right, top)
        wedge.lineTo(right, top + 7)
        wedge.lineTo(left, top + 4.5)
        wedge.closeSubpath()
        shade = QLinearGradient(left, 0, right, 0)
        shade.setColorAt(0, colour("pain", 0.2))
        shade.setColorAt(1, colour("pain"))
        painter.fillPath(wedge, shade)

    def _paint_ends(self, painter: QPainter, top: float) -> None:
        painter.setFont(role_font("small", tabular=True))
        painter.setPen(colour("muted"))
        low, high = self._ends
        row = QRectF(0, top, self.width(), QFontMetricsF(painter.font()).height())
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft, low)
        painter.drawText(row, Qt.AlignmentFlag.AlignRight, high)

    def _cell_px(self) -> float:
        return scaled(52 if self._compact else 66)

    def _gap_px(self) -> float:
        return 6.0 if self._compact else 8.0

    def _row_px(self, cells: int) -> float:
        return cells * scaled(_LEAST_CELL_PX) + (cells - 1) * self._gap_px()

    def _rows_at(self, width: int) -> int:
        return 1 if width >= round(self._row_px(HIGHEST + 1)) else 2

    def _cells_px(self, rows: int) -> float:
        return rows * self._cell_px() + (rows - 1) * self._gap_px()

    def _height_px(self, rows: int) -> float:
        words = QFontMetricsF(role_font("small")).height()
        return self._cells_px(rows) + (0 if self._compact else _WEDGE_PX) + 6 + words
