"""The planned days and what was done on them, day by day, for the chart and the week strip."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from backguide.catalogue.model import WeekPlan
from backguide.plan.practice import PLAN_KINDS, PlanKind, Practice, is_done

DayState = Literal["done", "partial", "missed", "eased", "open", "ahead", "not_planned"]

_WEEK = timedelta(days=7)
_A_MONDAY = date(2024, 1, 1)


@dataclass(frozen=True, slots=True)
class DayPractice:
    """One day: what was planned, and how much of it was done.

    `shares` holds the best share, 0 to 1, of each kind practised. `eased` names the kinds of which
    everything was left because it hurt: they are neither done nor missed.
    """

    day: date
    plan: frozenset[PlanKind]
    shares: Mapping[PlanKind, float]
    eased: frozenset[PlanKind]

    @property
    def planned(self) -> bool:
        """Whether anything counts as planned: what was eased off because of pain does not."""
        return bool(self.plan - self.eased)

    @property
    def done_share(self) -> float:
        """How much of the day's best kind was done, 0 to 1.

        A day with one of two planned sessions done is a day of practice; how each kind was kept is told
        apart (docs/decisions/adherence.md).
        """
        return max(self.shares.values(), default=0.0)

    def state(self, today: date) -> DayState:
        """Say in a word how the day stands. Today is "open" until something is done, never missed."""
        if self.done_share > 0:
            return "done" if is_done(self.done_share) else "partial"
        if not self.planned:
            return "eased" if self.eased else "not_planned"
        if self.day > today:
            return "ahead"
        return "open" if self.day == today else "missed"


def each_day(start: date, end: date) -> Iterator[date]:
    """Yield the days from start to end, both included."""
    for ordinal in range(start.toordinal(), end.toordinal() + 1):
        yield date.fromordinal(ordinal)


def planned_on(week: WeekPlan, day: date) -> frozenset[PlanKind]:
    """Return what the week plans for that day."""
    weekdays = {"mobility": week.mobility, "strength": week.strength}
    return frozenset(kind for kind in PLAN_KINDS if day.weekday() in weekdays[kind])


def planned_days(week: WeekPlan, start: date, end: date) -> tuple[date, ...]:
    """Return the days from start to end, both included, on which anything is planned."""
    return tuple(day for day in each_day(start, end) if planned_on(week, day))


def days(
    week: WeekPlan,
    practised: Iterable[Practice],
    start: date,
    end: date,
    began: date | None = None,
) -> tuple[DayPractice, ...]:
    """Return every day from start to end. Nothing is planned before `began`, or the first session."""
    by_day: dict[date, list[Practice]] = {}
    for practice in practised:
        by_day.setdefault(practice.day, []).append(practice)
    first = min([*by_day, *([] if began is None else [began])], default=None)
    plans = [planned_on(week, day) for day in each_day(_A_MONDAY, _A_MONDAY + timedelta(days=6))]
    return tuple(
        _day(day, plans[day.weekday()] if first is not None and day >= first else frozenset(), by_day)
        for day in each_day(start, end)
    )


def week_of(
    week: WeekPlan, practised: Iterable[Practice], day: date, began: date | None = None
) -> tuple[DayPractice, ...]:
    """Return the seven days, Monday first, of the week that holds `day`."""
    monday = day - timedelta(days=day.weekday())
    return days(week, practised, monday, monday + _WEEK - timedelta(days=1), began)


def _day(day: date, plan: frozenset[PlanKind], by_day: Mapping[date, list[Practice]]) -> DayPractice:
    shares: dict[PlanKind, float] = {}
    left: set[PlanKind] = set()
    for practice in by_day.get(day, ()):
        if practice.done_share is None:
            left |= practice.counts_as
            continue
        for kind in practice.counts_as:
            shares[kind] = max(practice.done_share, shares.get(kind, 0.0))
    return DayPractice(day, plan, shares, frozenset(left - shares.keys()))
