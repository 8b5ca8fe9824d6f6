"""A calendar of days: weeks as columns, Monday first. Practice is a shape at the foot, pain a number."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from backguide.insight.days import CalendarDay
from backguide.insight.weeks import monday_of
from backguide.ui.charts.calendar_painter import CELL_PX, HEAD_PX, LEFT_PX, STATE_WORDS, CalendarPainter
from backguide.ui.charts.day_reading import number_words
from backguide.ui.date_words import full_day
from backguide.ui.theme.metrics import RADIUS_CONTROL
from backguide.ui.theme.type import scaled
from backguide.ui.widgets.painting import smooth_painter
from backguide.ui.widgets.themed import ThemedWidget

_WEEK = timedelta(weeks=1)
_DAY = timedelta(days=1)
_PICTURE_WEEKS = 20
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -7,
    Qt.Key.Key_Right: 7,
    Qt.Key.Key_PageUp: -28,
    Qt.Key.Key_PageDown: 28,
}
_KEYS = "Up and down go day by day, left and right week by week, Page up and down by four weeks."


class CalendarChart(ThemedWidget):
    """Shows as many weeks as fit, up to one that can be moved between the limits.

    It asks for the days it comes to show with `days_wanted`, and tells which one the cursor is on.
    """

    days_wanted = Signal(object, object)
    day_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = self._today = self._cursor = date(2000, 1, 3)
        self._end = monday_of(self._today)  # the Monday of the last week in sight
        self._days: Mapping[date, CalendarDay] = {}
        self._marks: Mapping[date, str] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Calendar of practice and pain")

    def set_limits(self, first: date, today: date) -> None:
        """Show the weeks up to today, of a record that begins with `first`."""
        if today != self._today:
            self._today = self._cursor = today
            self._end = monday_of(today)
        self._first = first
        self._want()

    def show_days(self, days: Mapping[date, CalendarDay], marks: Mapping[date, str]) -> None:
        """Show what is known of the days in sight; `marks` are days with a word."""
        self._days, self._marks = days, marks
        self._describe()
        self.update()

    @property
    def cursor_day(self) -> date:
        """The day that is read out."""
        return self._cursor

    @property
    def visible_days(self) -> tuple[date, date]:
        """The first day in sight, a Monday, and the last."""
        return self._end - (self._weeks() - 1) * _WEEK, self._end + _WEEK - _DAY

    def move_by_weeks(self, weeks: int) -> None:
        """Show other weeks, within the record; the cursor stays in sight."""
        end = self._end + weeks * _WEEK
        self._end = min(max(end, monday_of(self._first)), monday_of(self._today))
        self._want()
        first, last = self.visible_days
        self.choose_day(min(max(self._cursor, first), last))

    def choose_day(self, day: date) -> None:
        """Put the cursor on a day within the record, and bring it into sight."""
        self._cursor = max(min(day, self._today), self._first)
        first, last = self.visible_days
        if self._cursor < first:
            self._end -= first - monday_of(self._cursor)
        elif self._cursor > last:
            self._end = monday_of(self._cursor)
        if (first, last) != self.visible_days:
            self._want()
        self.update()
        self.day_chosen.emit(self._cursor)

    # -- as a picture
    @property
    def picture_title(self) -> str:
        """What the picture is called."""
        return self.accessibleName()

    @property
    def picture_text(self) -> str:
        """The days in words."""
        return "\n".join([self.picture_title, *(day_line(day, self._marks) for day in self._days.values())])

    def paint_picture(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the weeks in sight into a rectangle."""
        first, _ = self.visible_days
        weeks = min(self._weeks(), _PICTURE_WEEKS)
        first += (self._weeks() - weeks) * _WEEK
        CalendarPainter(rect, first, weeks, self._today).paint(painter, self._days, self._marks, None)

    # -- Qt
    def sizeHint(self) -> QSize:
        """Return room for some weeks."""
        return QSize(round(scaled(LEFT_PX + 12 * CELL_PX)), round(scaled(HEAD_PX + 7 * CELL_PX)) + 4)

    def minimumSizeHint(self) -> QSize:
        """Return room for four weeks."""
        return QSize(round(scaled(LEFT_PX + 4 * CELL_PX)), self.sizeHint().height())

    def focus_outline(self) -> tuple[QRectF, float]:
        """Return the shape that the focus ring goes around."""
        return QRectF(self.rect()), RADIUS_CONTROL

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the days that have come into sight."""
        super().resizeEvent(event)
        self._want()

    def changeEvent(self, event: QEvent) -> None:
        """Ask anew when another number of weeks fits."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._want()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the weeks."""
        with smooth_painter(self) as painter:
            self._painter().paint(painter, self._days, self._marks, self._cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from day to day."""
        key = Qt.Key(event.key())
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            super().keyPressEvent(event)
        elif key in _STEPS:
            self.choose_day(self._cursor + timedelta(days=_STEPS[key]))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.choose_day(self._first if key == Qt.Key.Key_Home else self._today)
        else:
            super().keyPressEvent(event)
            return
        said = day_line(self._days[self._cursor], self._marks) if self._cursor in self._days else ""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day under the pointer."""
        day = self._painter().day_at(event.position())
        if day is not None and self._first <= day <= self._today:
            self.choose_day(day)

    def _painter(self) -> CalendarPainter:
        return CalendarPainter(QRectF(self.rect()), self.visible_days[0], self._weeks(), self._today)

    def _weeks(self) -> int:
        return max(int((self.width() - scaled(LEFT_PX)) / scaled(CELL_PX)), 1)

    def _want(self) -> None:
        self.days_wanted.emit(*self.visible_days)

    def _describe(self) -> None:
        first, last = self.visible_days
        done = sum(day.state == "done" for day in self._days.values())
        rated = sum(day.pain is not None for day in self._days.values())
        self.setAccessibleDescription(
            f"From {full_day(first)} to {full_day(min(last, self._today))}: "
            f"{done} days done, {rated} rated. {_KEYS}"
        )


def day_line(day: CalendarDay, marks: Mapping[date, str]) -> str:
    """Return a day in one line."""
    pain = "not rated" if day.pain is None else f"pain {number_words(day.pain)}"
    mark = f", {marks[day.day]}" if day.day in marks else ""
    return f"{full_day(day.day)}: {STATE_WORDS[day.state]}, {pain}{mark}"
