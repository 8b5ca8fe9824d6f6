"""The pain of each day and of each morning, told from the ratings. A day that was not rated has none."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median

from backguide.insight.pain import PainDot

NOON_HOUR = 12

DayPain = Mapping[date, float]


@dataclass(frozen=True, slots=True)
class RatedDays:
    """So many of these days were rated."""

    days: int
    rated: int

    @property
    def share(self) -> float | None:
        """The rated part, 0 to 1; None where there is no day."""
        return self.rated / self.days if self.days else None


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day of the calendar: the plan's word for how it stands, and its pain, None where it was not rated."""

    day: date
    state: str
    pain: float | None


def day_pain(dots: Iterable[PainDot]) -> dict[date, float]:
    """Return the median of each rated day, in order of the days.

    Ratings right after a session stay out: days and weeks with more practice would hold more of them, and
    the passing relief of a session would look like a better week.
    """
    return _medians((dot.day, dot.value) for dot in dots if dot.moment != "after")


def morning_pain(dots: Iterable[PainDot]) -> dict[date, float]:
    """Return the median of each morning, like compared with like.

    That is what was asked for as the next morning, or rated before noon and not after a session.
    """
    return _medians((dot.day, dot.value) for dot in dots if _is_of_the_morning(dot))


def rated_days(pain: DayPain, start: date, end: date) -> RatedDays:
    """Return how many of the days from start to end, both included, were rated."""
    days = max(end.toordinal() - start.toordinal() + 1, 0)
    return RatedDays(days, sum(start <= day <= end for day in pain))


def calendar_days(
    states: Iterable[tuple[date, str]], pain: DayPain, paused: Collection[date] = ()
) -> tuple[CalendarDay, ...]:
    """Return the days with their pain; a day of a pause on which nothing was done is "paused"."""
    return tuple(
        CalendarDay(
            day, "paused" if day in paused and state not in ("done", "partial") else state, pain.get(day)
        )
        for day, state in states
    )


def _is_of_the_morning(dot: PainDot) -> bool:
    return dot.moment == "next_morning" or (dot.moment != "after" and dot.at.hour < NOON_HOUR)


def _medians(values: Iterable[tuple[date, int]]) -> dict[date, float]:
    by_day: dict[date, list[int]] = {}
    for day, value in values:
        by_day.setdefault(day, []).append(value)
    return {day: values[0] if len(values) == 1 else median(values) for day, values in sorted(by_day.items())}
