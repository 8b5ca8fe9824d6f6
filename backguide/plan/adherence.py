"""How much of the plan was kept: planned days only, mobility and strength apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from backguide.catalogue.model import WeekPlan
from backguide.plan.days import DayPractice, days
from backguide.plan.practice import PLAN_KINDS, PlanKind, Practice, is_done


@dataclass(frozen=True, slots=True)
class Kept:
    """So many of the planned days were done. `share` is None where nothing was planned yet."""

    planned: int
    done: int

    @property
    def share(self) -> float | None:
        """The done part of the planned days, 0 to 1."""
        return self.done / self.planned if self.planned else None


@dataclass(frozen=True, slots=True)
class Adherence:
    """Planned days kept, by kind and together.

    `combined` adds the two kinds up; `day` counts days on which anything was planned, done when one kind
    was done (docs/decisions/adherence.md). `partial_days` are planned days on which something was done, but
    less than counts as done; `eased_days` those that were left because it hurt and count neither way.
    """

    mobility: Kept
    strength: Kept
    combined: Kept
    day: Kept
    partial_days: int
    eased_days: int

    @property
    def planned_days(self) -> int:
        """Days on which anything was planned and that are over, or done."""
        return self.day.planned

    @property
    def done_days(self) -> int:
        """Those of them that count as done."""
        return self.day.done


def adherence(
    week: WeekPlan,
    practised: Iterable[Practice],
    start: date,
    end: date,
    today: date,
    began: date | None = None,
) -> Adherence:
    """Return what was kept of the plan from start to end, both included.

    Days before `began`, or the first session, and days to come never count; today counts once it is
    done. A kind done on another day of the same week (from Monday) is as good as on the planned one.
    """
    return _summed([day for day in days(week, practised, start, end, began) if day.day <= today], today)


def adherence_by_week(
    week: WeekPlan,
    practised: Iterable[Practice],
    start: date,
    end: date,
    today: date,
    began: date | None = None,
) -> dict[date, Adherence]:
    """Return the same for every week from start to end, by its Monday; weeks to come are left out."""
    weeks: dict[date, list[DayPractice]] = {}
    for day in days(week, practised, start, end, began):
        if day.day <= today:
            weeks.setdefault(day.day - timedelta(days=day.day.weekday()), []).append(day)
    return {monday: _summed(lived, today) for monday, lived in weeks.items()}


def _summed(lived: Sequence[DayPractice], today: date) -> Adherence:
    mobility, strength = (_kept_of(kind, lived, today) for kind in PLAN_KINDS)
    counted = [day for day in lived if day.planned and (day.day < today or is_done(day.done_share))]
    done = [day for day in counted if is_done(day.done_share)]
    return Adherence(
        mobility,
        strength,
        Kept(mobility.planned + strength.planned, mobility.done + strength.done),
        Kept(len(counted), len(done)),
        partial_days=sum(day.done_share > 0 and not is_done(day.done_share) for day in counted),
        eased_days=sum(bool(day.plan) and not day.planned for day in lived),
    )


def _kept_of(kind: PlanKind, lived: Sequence[DayPractice], today: date) -> Kept:
    """Add up the weeks, none of them with more done than was planned."""
    planned: dict[tuple[int, int], int] = {}
    done: dict[tuple[int, int], int] = {}
    for day in lived:
        week = day.day.isocalendar()[:2]
        is_kept = is_done(day.shares.get(kind, 0.0))
        counts = kind in day.plan and kind not in day.eased and (day.day < today or is_kept)
        planned[week] = planned.get(week, 0) + counts
        done[week] = done.get(week, 0) + is_kept
    return Kept(sum(planned.values()), sum(min(planned[week], done[week]) for week in planned))
