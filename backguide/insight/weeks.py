"""Weeks as points: how much of the plan was kept, and how the pain was."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean

from backguide.insight.days import DayPain

NEEDED_DAYS = 4  # rated, of the seven, or the week does not count
LATEST_WEEKS = 26  # half a year; what lies before says little about now


@dataclass(frozen=True, slots=True)
class WeekPoint:
    """One week from Monday to Sunday.

    `adherence` is the share of the planned days that were done, 0 to 1, None where none was planned; `pain`
    the mean of its rated days, None where none was; `rated` how many they are.
    """

    monday: date
    adherence: float | None
    pain: float | None
    rated: int

    @property
    def counts(self) -> bool:
        """Whether enough days were rated to speak of the week's pain."""
        return self.rated >= NEEDED_DAYS


def week_points(pain: DayPain, adherence: Mapping[date, float | None]) -> tuple[WeekPoint, ...]:
    """Return every week from the first to the last that was rated or planned, gaps included.

    `adherence` holds the share of each week by its Monday.
    """
    by_week: dict[date, list[float]] = {}
    for day, value in sorted(pain.items()):
        by_week.setdefault(monday_of(day), []).append(value)
    known = [*by_week, *adherence]
    if not known:
        return ()
    first = min(known)
    mondays = (first + timedelta(weeks=week) for week in range((max(known) - first).days // 7 + 1))
    return tuple(_point(monday, adherence.get(monday), by_week.get(monday, [])) for monday in mondays)


def counting(weeks: Iterable[WeekPoint], latest: int) -> tuple[WeekPoint, ...]:
    """Return the weeks that count, oldest first, and of many only the latest."""
    return tuple(sorted((week for week in weeks if week.counts), key=lambda week: week.monday)[-latest:])


def week_number(monday: date) -> int:
    """Return a number that grows by one every week."""
    return monday.toordinal() // 7


def monday_of(day: date) -> date:
    """Return the Monday of that day's week."""
    return day - timedelta(days=day.weekday())


def _point(monday: date, adherence: float | None, values: list[float]) -> WeekPoint:
    return WeekPoint(monday, adherence, fmean(values) if values else None, len(values))
