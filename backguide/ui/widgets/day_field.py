"""A day to be typed or picked from a calendar."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from backguide.ui.date_reading import day_text, read_day
from backguide.ui.theme.appearance import colour, tokens
from backguide.ui.theme.icons import Icon, icon_pixmap
from backguide.ui.theme.type import scaled
from backguide.ui.widgets.button import Button

_POPUP_PX = (384, 372)
_ARROWS = (
    ("qt_calendar_prevmonth", Icon.CHEVRON_LEFT),
    ("qt_calendar_nextmonth", Icon.CHEVRON_RIGHT),
)  # Qt's
_SHOWN_DAYS = 42
_ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)  # as all our words


class DayField(QWidget):
    """Takes "today", "yesterday" and 2026-01-31; the button beside it, or Down, opens a calendar.

    Days to come cannot be picked, and typed ones are refused.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = date.min
        self.edit = QLineEdit()
        self.edit.setPlaceholderText("2026-01-31")
        self.edit.setMinimumWidth(round(scaled(150)))
        self.edit.textChanged.connect(self.changed)
        self.button = Button(kind="secondary", size="md", icon=Icon.CALENDAR, name="Choose from a calendar")
        self.button.clicked.connect(self.open_calendar)
        self.popup: _CalendarPopup | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.edit, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.edit)
        self.setAccessibleName(name)
        self.edit.setAccessibleName(f"{name}: today, yesterday, or a day such as 2026-01-31")

    def show_day(self, day: date, today: date) -> None:
        """Show a day, seen from today."""
        self._today = today
        self.edit.setText(day_text(day, today))

    def day(self) -> date:
        """Return the day that is meant. ReadingError, one sentence, when it is none that can be taken."""
        return read_day(self.edit.text(), self._today)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar on Down, which the field itself has no use for."""
        if event.key() == Qt.Key.Key_Down:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def open_calendar(self) -> None:
        """Open the calendar below the field, at the day that is written."""
        if self.popup is not None:
            self.popup.deleteLater()
        self.popup = _CalendarPopup(self, self._written(), self._today)
        self.popup.picked.connect(self._on_picked)
        self.popup.open_below(self)

    def _written(self) -> date:
        try:
            return self.day()
        except ValueError:
            return self._today

    @Slot(object)
    def _on_picked(self, day: date) -> None:
        self.edit.setText(day_text(day, self._today))
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)


class _CalendarPopup(QFrame):
    """Closes on Escape, on a click beside it, and once a day is picked."""

    picked = Signal(object)

    def __init__(self, parent: QWidget, day: date, today: date) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.calendar = QCalendarWidget()
        self.calendar.setLocale(_ENGLISH)
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setAccessibleName("Calendar")
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(weekday, QTextCharFormat())
        self.calendar.setMaximumDate(QDate(today.year, today.month, today.day))
        self._dim_days_after(today)
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.clicked.connect(self._on_chosen)
        self.calendar.activated.connect(self._on_chosen)
        for name, icon in _ARROWS:
            arrow = self.calendar.findChild(QToolButton, name)
            if isinstance(arrow, QToolButton):
                arrow.setIcon(QIcon(icon_pixmap(icon, round(scaled(20)), colour("text"), ratio=2.0)))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.calendar)
        self.resize(*(round(scaled(side)) for side in _POPUP_PX))

    def _dim_days_after(self, today: date) -> None:
        """Let the days to come look as if they cannot be picked, which they cannot."""
        dim = QTextCharFormat()
        dim.setForeground(colour("line_strong"))
        dim.setFontStrikeOut(tokens().name == "contrast")  # which has no paler ink
        for ahead in range(1, _SHOWN_DAYS):
            day = QDate(today.year, today.month, today.day).addDays(ahead)
            self.calendar.setDateTextFormat(day, dim)

    def open_below(self, field: QWidget) -> None:
        """Open where it stays on the screen, and take the keys."""
        screen = field.screen().availableGeometry()
        place = field.mapToGlobal(QPoint(0, field.height() + 4))
        if place.y() + self.height() > screen.bottom():
            place = field.mapToGlobal(QPoint(0, -self.height() - 4))
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        self.move(place)
        self.show()
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot(QDate)
    def _on_chosen(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))
        self.close()
