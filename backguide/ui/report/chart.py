"""The chart of the page: pain above, kept days below, one time axis, in black and grey."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby, pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPolygonF

from backguide.insight.pain import DayMedian, PainDot
from backguide.journal.records import HIGHEST_PAIN, LOWEST_PAIN
from backguide.report.content import ReportContent, WeekKept
from backguide.ui.charts.date_ticks import date_ticks
from backguide.ui.report.pen import BLACK, DARK, GREY, PALE, Pen
from backguide.ui.report.tables import HEADING_PT, paint_heading

_HEIGHTS_PT = (112.0, 230.0)  # at least and at most
_WITHOUT_PAIN_PT = (58.0, 80.0)
_STRIP_PT = 22.0
_AXIS_PT = 13.0
_LEFT_PT = 16.0
_GAP_PT = 8.0
_DOT_PT = 1.5
_SUNDAY = 6
_TICK_PT = 62.0  # room for the words of a date
_DAYS_IN_DOTS = 190  # beyond it dots would lie on each other: the middle half of a week's ratings instead
_WEEKS_IN_BARS = 80  # beyond it a bar stands for four weeks


class _Frame:
    """Where the days and the numbers are."""

    def __init__(self, content: ReportContent, box: QRectF, *, has_pain: bool) -> None:
        self.first = content.start - timedelta(days=content.start.weekday())
        last = max(content.end, self.first + timedelta(days=13))
        self.last = last + timedelta(days=6 - last.weekday())
        self.box = box
        strip_top = box.bottom() - _AXIS_PT - _STRIP_PT
        self.strip = QRectF(box.left() + _LEFT_PT, strip_top, box.width() - _LEFT_PT, _STRIP_PT)
        top = box.top() + 4
        self.pain = QRectF(self.strip.left(), top, self.strip.width(), strip_top - _GAP_PT - top)
        if not has_pain:
            self.strip.setTop(top)

    @property
    def is_long(self) -> bool:
        """Whether there are too many days for a dot each."""
        return (self.last - self.first).days >= _DAYS_IN_DOTS

    @property
    def day_pt(self) -> float:
        """How wide a day is."""
        return self.strip.width() / ((self.last - self.first).days + 1)

    def x(self, day: date) -> float:
        """Return where the column of a day begins."""
        return self.strip.left() + (day - self.first).days * self.day_pt

    def middle(self, day: date) -> float:
        """Return the middle of the column of a day."""
        return self.x(day) + self.day_pt / 2

    def y(self, value: float) -> float:
        """Return how high a pain lies."""
        part = (value - LOWEST_PAIN) / (HIGHEST_PAIN - LOWEST_PAIN)
        return self.pain.bottom() - part * self.pain.height()


def heights(content: ReportContent) -> tuple[float, float]:
    """Return how high the chart is at least, and at most."""
    return _HEIGHTS_PT if content.shows("pain") else _WITHOUT_PAIN_PT


def paint_chart(pen: Pen, content: ReportContent, box: QRectF) -> None:
    """Paint the chart with its heading; the box is as high as `heights` says."""
    has_pain = content.shows("pain")
    title = "Pain and planned days done" if has_pain else "Planned days done"
    frame = _Frame(content, box.adjusted(0, HEADING_PT, 0, 0), has_pain=has_pain)
    key = _key(content, is_long=frame.is_long) if has_pain else ""
    paint_heading(pen, title, box.left(), box.top(), box.width(), key)
    if has_pain:
        _paint_scale(pen, frame)
        _paint_flares(pen, frame, content.chart.flares)
        _paint_ratings(pen, frame, content.chart.dots)
        for site, medians in content.chart.medians.items():
            _paint_median(pen, frame, medians, is_leg=site == "leg")
    _paint_weeks(pen, frame, content.chart.weeks)
    _paint_dates(pen, frame)


def _key(content: ReportContent, *, is_long: bool) -> str:
    rated = "grey: middle half of a week’s ratings" if is_long else "dot: rating, ring: right after a session"
    leg = ", dashed: leg" if "leg" in content.chart.medians else ""
    flares = ", F: flare-up" if content.chart.flares else ""
    return f"line: 7-day median of the back{leg}; {rated}{flares}"


def _paint_scale(pen: Pen, frame: _Frame) -> None:
    for value in range(LOWEST_PAIN, HIGHEST_PAIN + 1, 2):
        pen.rule(frame.pain.left(), frame.y(value), frame.pain.width(), PALE, 0.4)
        if value % 5 == 0 or frame.pain.height() > 90:
            pen.line(str(value), frame.box.left(), frame.y(value) + 3, _LEFT_PT - 5, "label", "right")


def _paint_flares(pen: Pen, frame: _Frame, flares: Sequence[date]) -> None:
    """Mark flare-ups: a grey column each, and a letter where the first of several in a row begins."""
    for day in flares:
        pen.fill(QRectF(frame.x(day), frame.pain.top(), frame.day_pt, frame.pain.height()), PALE)
    for before, day in pairwise([date.min, *flares]):
        if day - before > timedelta(days=14):
            pen.line("F", frame.x(day) + 1, frame.pain.top() + 7.5, 10, "label")


def _paint_ratings(pen: Pen, frame: _Frame, dots: Sequence[PainDot]) -> None:
    if frame.is_long:
        _paint_ranges(pen, frame, dots)
        return
    painter = pen.painter
    seen = {(dot.day, dot.value, dot.moment == "after") for dot in dots}
    for day, value, is_after in sorted(seen):
        pen.stroke(DARK, 0.6)
        painter.setBrush(Qt.GlobalColor.white if is_after else DARK)
        radius = _DOT_PT + 0.3 * is_after
        painter.drawEllipse(QPointF(frame.middle(day), frame.y(value)), radius, radius)


def _paint_ranges(pen: Pen, frame: _Frame, dots: Sequence[PainDot]) -> None:
    """Paint the middle half of each week's ratings as an upright grey bar."""
    by_week = groupby(dots, key=lambda dot: dot.day - timedelta(days=dot.day.weekday()))
    for monday, of_week in by_week:
        values = sorted(dot.value for dot in of_week)
        low, high = values[len(values) // 4], values[(3 * len(values)) // 4]
        left, top = frame.x(monday) + frame.day_pt, frame.y(high) - 0.6
        pen.fill(QRectF(left, top, 5 * frame.day_pt, frame.y(low) + 0.6 - top), GREY)


def _paint_median(pen: Pen, frame: _Frame, medians: Sequence[DayMedian], *, is_leg: bool) -> None:
    """Draw the unbroken runs of the median, of years only the Sundays; a lone day becomes a dash."""
    if frame.is_long:
        medians = [median for median in medians if median.day.weekday() == _SUNDAY]
    pen.stroke(DARK if is_leg else BLACK, 0.9 if is_leg else 1.5, dashed=is_leg)
    for is_known, days in groupby(medians, key=lambda median: median.middle is not None):
        points = [
            QPointF(frame.middle(day.day), frame.y(day.middle))
            for day in days
            if is_known and day.middle is not None
        ]
        if len(points) == 1:
            half = QPointF(max(frame.day_pt / 2, 1.0), 0)
            points = [points[0] - half, points[0] + half]
        pen.painter.drawPolyline(QPolygonF(points))


def _paint_weeks(pen: Pen, frame: _Frame, weeks: Sequence[WeekKept]) -> None:
    """Draw a bar for each week: the outline is what was planned, the grey what was done."""
    step = 1 if (frame.last - frame.first).days <= 7 * _WEEKS_IN_BARS else 4
    for index in range(0, len(weeks), step):
        group = weeks[index : index + step]
        planned, done = sum(one.planned for one in group), sum(one.done for one in group)
        if not planned:
            continue
        left = frame.x(group[0].monday)
        width = 7 * frame.day_pt * len(group)
        inset = min(1.5, width * 0.12)
        bar = QRectF(left + inset, frame.strip.top(), width - 2 * inset, frame.strip.height())
        pen.fill(bar.adjusted(0, bar.height() * (1 - done / planned), 0, 0), PALE)
        pen.stroke(GREY, 0.5)
        pen.painter.drawRect(bar)
        if width >= 30 and step == 1:
            baseline = frame.strip.center().y() + 3.2
            pen.line(f"{done} of {planned}", bar.left(), baseline, bar.width(), "label", "centre")


def _paint_dates(pen: Pen, frame: _Frame) -> None:
    baseline = frame.box.bottom() - 2
    room = max(int(frame.strip.width() / _TICK_PT), 1)
    for day, words in date_ticks(frame.first, frame.last, room):
        x = frame.x(day)
        pen.stroke(GREY, 0.6)
        pen.painter.drawLine(QPointF(x, frame.strip.bottom()), QPointF(x, frame.strip.bottom() + 3))
        pen.line(words, x + 2, baseline, frame.strip.right() - x - 2, "label")
