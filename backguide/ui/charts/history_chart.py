"""The history chart: pain above, practice below, one time axis; by mouse, by keys, for screen readers."""

import math
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backguide.insight.pain import DayMedian, PainDot
from backguide.plan.days import DayPractice
from backguide.ui.charts.day_reading import DayReading, day_reading
from backguide.ui.charts.history_data import HistoryData, column, day_of
from backguide.ui.charts.plot import HistoryPlot
from backguide.ui.charts.readout import Readout
from backguide.ui.date_words import full_day
from backguide.ui.theme.metrics import RADIUS_CONTROL
from backguide.ui.theme.type import scaled
from backguide.ui.widgets.themed import ThemedWidget

SHORTEST_RANGE_DAYS = 28
_ZOOM_STEP = 0.7
_PAN_SHARE = 0.25
_SAME_DAYS = 0.01
_NOT_OURS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_MARGIN_SHARE = 1 / 150  # of the days in sight, free at either end, so that the outermost dots stay whole
_KEYS = (
    "Arrow keys move, plus and minus zoom, Home and End go to the first and last day, 0 shows all, "
    "Shift with an arrow key reads day by day."
)


class HistoryChart(ThemedWidget):
    """Shows `HistoryData` over a range of days that ends today, from which one can zoom and move away.

    `range_moved` tells whether the days shown are still those of the range that was asked for.
    """

    range_moved = Signal(bool)
    day_read = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: HistoryData | None = None
        self._range_days: int | None = None
        self._cursor: date | None = None
        self._moved = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._plot = HistoryPlot(self)
        self._readout = Readout(self)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(0, 0, 0, 0)
        column_layout.addWidget(self._plot)
        self._plot.viewport().installEventFilter(self)
        self._plot.day_hovered.connect(self._on_plot_day_hovered)
        self._plot.range_changed.connect(self._on_plot_range_changed)
        self._fit_height()

    # -- what it shows
    def show_data(self, data: HistoryData) -> None:
        """Show other data over the range asked for last."""
        self._data = data
        self._plot.show_data(data)
        self.show_range(self._range_days)

    def show_range(self, days: int | None) -> None:
        """Show so many days up to today, or with None all there are."""
        self._range_days = days
        self.clear_cursor()
        self._plot.set_limits(*self._floor_and_ceiling())
        self._plot.show_span(*_span(*self._asked_days()))
        self._tell()

    def dots(self) -> tuple[PainDot, ...]:
        """Return the ratings on the chart, oldest first."""
        return self._data.dots if self._data is not None else ()

    def medians(self) -> tuple[DayMedian, ...]:
        """Return the median of every day, with its gaps."""
        return self._data.medians if self._data is not None else ()

    def bars(self) -> tuple[DayPractice, ...]:
        """Return the days of the practice strip."""
        return self._data.bars if self._data is not None else ()

    def visible_span(self) -> tuple[float, float]:
        """Return both ends of the time axis as it is shown, in days."""
        return self._plot.pain.days_shown()

    def visible_days(self) -> tuple[date, date]:
        """Return the first and the last day whose whole columns are in sight."""
        low, high = self.visible_span()
        first, last = self.limits()
        first_seen = day_of(math.ceil(low - _SAME_DAYS))
        last_seen = day_of(math.floor(high + _SAME_DAYS) - 1)
        return max(first_seen, first), min(last_seen, last)

    def limits(self) -> tuple[date, date]:
        """Return the days beyond which nothing can be moved."""
        first, last = self._asked_days()
        return min(first, self._first_day()), last

    @property
    def plot(self) -> HistoryPlot:
        """The plot, to point at and to take pictures of."""
        return self._plot

    # -- moving
    def zoom(self, factor: float) -> None:
        """Show so many times the days, around the cursor or the middle; within the limits."""
        low, high = self.visible_span()
        middle = (low + high) / 2
        if self._cursor is not None and low <= column(self._cursor) < high:
            middle = column(self._cursor) + 0.5
        self._show_within(middle - (middle - low) * factor, middle + (high - middle) * factor)

    def pan(self, days: float) -> None:
        """Move the days in sight; within the limits."""
        low, high = self.visible_span()
        self._show_within(low + days, high + days)

    def show_all(self) -> None:
        """Show everything between the limits."""
        self._plot.show_span(*self._floor_and_ceiling())

    # -- reading a day
    @property
    def cursor_day(self) -> date | None:
        """The day that is read out now."""
        return self._cursor

    @property
    def readout(self) -> str:
        """What is read out, line by line; empty while no day is."""
        return self._readout.text

    def read_day(self, day: date) -> DayReading | None:
        """Put the cursor on a day within the limits, read it out, and bring it into sight."""
        if self._data is None:
            return None
        first, last = self.limits()
        self._cursor = min(max(day, first), last)
        reading = day_reading(self._data, self._cursor)
        self._plot.show_cursor(self._cursor)
        self._readout.show_reading(reading)
        self._bring_into_sight(self._cursor)
        self._place_readout()
        self.day_read.emit(reading)
        return reading

    def clear_cursor(self) -> None:
        """Read out no day."""
        self._cursor = None
        self._plot.show_cursor(None)
        self._readout.hide()

    # -- Qt
    def focus_outline(self) -> tuple[QRectF, float]:
        """Return the shape that the focus ring goes around."""
        return QRectF(self.rect()), RADIUS_CONTROL

    def restyle(self) -> None:
        """Take over theme and text size."""
        super().restyle()
        self._plot.restyle()
        self._fit_height()
        self._place_readout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the bubble at its column."""
        super().resizeEvent(event)
        self._place_readout()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stop reading when the pointer leaves."""
        if event.type() == QEvent.Type.Leave:
            self.clear_cursor()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom, move and read by keyboard."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key)
        if self._data is None or event.modifiers() & _NOT_OURS:
            super().keyPressEvent(event)
        elif step is not None and shift:
            self._step_cursor(step)
        elif step is not None:
            low, high = self.visible_span()
            self.pan(step * (high - low) * _PAN_SHARE)
        elif not self._other_key(key):
            super().keyPressEvent(event)

    def _other_key(self, key: Qt.Key) -> bool:
        """Do what a key asks for; return whether it means anything here."""
        low, high = self.visible_span()
        if key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom(_ZOOM_STEP)
        elif key in {Qt.Key.Key_Minus, Qt.Key.Key_Underscore}:
            self.zoom(1 / _ZOOM_STEP)
        elif key == Qt.Key.Key_Home:
            self.pan(self._floor_and_ceiling()[0] - low)
        elif key == Qt.Key.Key_End:
            self.pan(self._floor_and_ceiling()[1] - high)
        elif key == Qt.Key.Key_0:
            self.show_all()
        elif key == Qt.Key.Key_Escape and self._cursor is not None:
            self.clear_cursor()
        else:
            return False
        return True

    # -- slots
    @Slot(object)
    def _on_plot_day_hovered(self, day: date | None) -> None:
        first, last = self.limits()
        if self._data is None or day is None or not first <= day <= last:
            self.clear_cursor()
        elif day != self._cursor:
            self.read_day(day)

    @Slot()
    def _on_plot_range_changed(self) -> None:
        self._place_readout()
        self._tell()

    # -- the rest
    def _asked_days(self) -> tuple[date, date]:
        """Return the days of the range asked for; a short record still gets four weeks."""
        last = self._data.end if self._data is not None else date(2000, 1, 1)
        days = self._range_days
        if days is None:
            days = max((last - self._first_day()).days + 1, SHORTEST_RANGE_DAYS)
        return last - timedelta(days=days - 1), last

    def _first_day(self) -> date:
        return self._data.start if self._data is not None else date(2000, 1, 1)

    def _floor_and_ceiling(self) -> tuple[float, float]:
        return _span(*self.limits())

    def _show_within(self, low: float, high: float) -> None:
        """Show a span, moved rather than squeezed where it would reach beyond the limits."""
        floor, ceiling = self._floor_and_ceiling()
        width = min(high - low, ceiling - floor)
        spare = _margin(ceiling - floor) - _margin(width)  # the margin goes with the days in sight
        low = min(max(low, floor + spare), ceiling - spare - width)
        self._plot.show_span(low, low + width)

    def _bring_into_sight(self, day: date) -> None:
        low, high = self.visible_span()
        if column(day) < low:
            self.pan(column(day) - low)
        elif column(day) + 1 > high:
            self.pan(column(day) + 1 - high)

    def _step_cursor(self, step: int) -> None:
        if self._cursor is None:
            start = self.visible_days()[1 if step < 0 else 0]
        else:
            start = self._cursor + timedelta(days=step)
        reading = self.read_day(start)
        if reading is not None:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, reading.sentence))

    def _place_readout(self) -> None:
        if self._cursor is not None and not self._readout.isHidden():
            left, right = self._plot.column_px(self._cursor)
            self._readout.place(left, right, self._plot.pain_rect())

    def _fit_height(self) -> None:
        self.setMinimumHeight(round(scaled(300)))

    def _tell(self) -> None:
        """Tell screen readers which days are shown, and everybody whether it is the range asked for."""
        first, last = self.visible_days()
        self.setAccessibleDescription(f"From {full_day(first)} to {full_day(last)}. {_KEYS}")
        asked = _span(*self._asked_days())
        moved = any(
            abs(is_at - was) > _SAME_DAYS for is_at, was in zip(self.visible_span(), asked, strict=True)
        )
        if moved != self._moved:
            self._moved = moved
            self.range_moved.emit(moved)


def _span(first: date, last: date) -> tuple[float, float]:
    """Return the places on the time axis that show these days, with a little room at either end."""
    low, high = column(first), column(last) + 1
    margin = (high - low) * _MARGIN_SHARE
    return low - margin, high + margin


def _margin(width: float) -> float:
    """Return how much of a span, margins included, is free at either end."""
    return width * _MARGIN_SHARE / (1 + 2 * _MARGIN_SHARE)
