"""How the calendar looks: told apart by shape, shade and number, so that it reads in grey as well."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from backguide.insight.days import CalendarDay
from backguide.ui.charts.day_reading import number_words
from backguide.ui.date_words import WEEKDAYS, month_name
from backguide.ui.theme.appearance import colour
from backguide.ui.theme.icons import Icon, paint_icon
from backguide.ui.theme.type import scaled, scaled_font
from backguide.ui.widgets.painting import paint_box

CELL_PX = 44
LEFT_PX = 44
HEAD_PX = 28
_GAP_PX = 4
_FOOT_PX = 8
_ICON_PX = 14
_RADIUS_PX = 9
STATE_WORDS = {
    "done": "done",
    "partial": "partly done",
    "missed": "planned, not done",
    "eased": "eased off because it hurt",
    "open": "planned, not done yet",
    "ahead": "planned",
    "not_planned": "nothing planned",
    "paused": "paused",
}


class CalendarPainter:
    """Knows where the days of some weeks lie in a rectangle, and paints them there."""

    def __init__(self, rect: QRectF, first: date, weeks: int, today: date) -> None:
        self._rect = rect
        self._first = first
        self._weeks = weeks
        self._today = today

    def cell(self, day: date) -> QRectF:
        """Return where a day lies."""
        week, weekday = divmod((day - self._first).days, 7)
        side = scaled(CELL_PX)
        left = self._rect.left() + scaled(LEFT_PX) + week * side
        return QRectF(left, self._rect.top() + scaled(HEAD_PX) + weekday * side, side, side)

    def day_at(self, place: QPointF) -> date | None:
        """Return the day at a place, if one is there."""
        days = (self._first + timedelta(days=number) for number in range(7 * self._weeks))
        return next((day for day in days if self.cell(day).contains(place)), None)

    def paint(
        self,
        painter: QPainter,
        days: Mapping[date, CalendarDay],
        marks: Mapping[date, str],
        cursor: date | None,
    ) -> None:
        """Paint all of it, with a frame around the day that is read out."""
        self._paint_words(painter)
        for number in range(7 * self._weeks):
            day = self._first + timedelta(days=number)
            if day in days:
                self._paint_day(painter, days[day], day in marks)
        if cursor is not None:
            half = scaled(_GAP_PX) / 2
            paint_box(
                painter,
                self.cell(cursor).adjusted(half - 2, half - 2, 2 - half, 2 - half),
                scaled(_RADIUS_PX) + 2,
                line=colour("text"),
                width=2.5,
            )

    def _paint_words(self, painter: QPainter) -> None:
        painter.setFont(scaled_font(14, 500))
        painter.setPen(colour("muted"))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        for weekday, name in enumerate(WEEKDAYS):
            row = self.cell(self._first + timedelta(days=weekday))
            row.setLeft(self._rect.left())
            painter.drawText(row, middle, name[:3])
        free_from = self._rect.left()
        for week in range(self._weeks):
            monday = self._first + timedelta(weeks=week)
            box = self.cell(monday)
            if (week == 0 or monday.day <= 7) and box.left() >= free_from:
                words = f"{month_name(monday)} {monday.year}" if monday.month == 1 else month_name(monday)
                head = QRectF(box.left() + 2, self._rect.top(), scaled(3 * CELL_PX), scaled(HEAD_PX))
                painter.drawText(head, middle, words)
                free_from = box.left() + 2 * scaled(CELL_PX)

    def _paint_day(self, painter: QPainter, day: CalendarDay, is_marked: bool) -> None:
        half = scaled(_GAP_PX) / 2
        box = self.cell(day.day).adjusted(half, half, -half, -half)
        done = day.state in {"done", "partial"}
        is_today = day.day == self._today
        paint_box(
            painter,
            box,
            scaled(_RADIUS_PX),
            fill=colour("accent_soft" if done else "surface"),
            line=colour("accent" if is_today else "line"),
            width=2 if is_today else 1,
        )
        paint_practice(painter, box, day.state)
        if day.pain is not None:
            painter.setFont(scaled_font(15, 700, tabular=True))
            painter.setPen(colour("pain_text"))
            upper = box.adjusted(0, 2, 0, -scaled(_FOOT_PX + 2))
            painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, number_words(day.pain))
        if is_marked:
            paint_flare_up(painter, box)


def paint_flare_up(painter: QPainter, box: QRectF) -> None:
    """Paint the sign of a flare-up into the upper right corner of a day."""
    side = scaled(_ICON_PX)
    paint_icon(painter, Icon.ZAP, QRectF(box.right() - side, box.top() + 1, side, side), colour("warn"), 2.4)


def paint_practice(painter: QPainter, box: QRectF, state: str) -> None:
    """Paint a bar at the foot: whole, half, or empty; a line of dots for eased, two strokes for a pause."""
    side = scaled(_FOOT_PX)
    foot = QRectF(box.left() + side, box.bottom() - side - 3, box.width() - 2 * side, side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("accent"))
    if state in {"missed", "open", "partial"}:
        paint_box(painter, foot, 3, line=colour("line_strong"), width=1.2)
    if state in {"done", "partial"}:
        share = 1.0 if state == "done" else 0.5
        filled = QRectF(foot.topLeft(), foot.bottomRight())
        filled.setWidth(foot.width() * share)
        paint_box(painter, filled, 3, fill=colour("accent"))
    elif state == "eased":
        painter.setPen(QPen(colour("accent"), 3, Qt.PenStyle.DotLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(foot.left(), foot.center().y()), QPointF(foot.right(), foot.center().y()))
    elif state == "paused":
        painter.setPen(QPen(colour("muted"), 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        for x in (foot.center().x() - 3, foot.center().x() + 3):
            painter.drawLine(QPointF(x, foot.top()), QPointF(x, foot.bottom()))
