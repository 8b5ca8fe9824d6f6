"""Which routine to offer today."""

from collections.abc import Iterable
from datetime import date

from backguide.catalogue.model import Catalogue, Routine
from backguide.plan.days import planned_on
from backguide.plan.practice import PlanKind, Practice, is_done


def routine_for_today(
    catalogue: Catalogue, today: date | None = None, practised: Iterable[Practice] = ()
) -> Routine | None:
    """Return the shortest routine of what is planned today and not done yet; None without routines.

    Strength comes before mobility on its days, being the rarer, and is not offered again on a day on which
    it was left because it hurt. When nothing is left to do, or the day is not known, it is the shortest
    routine for mobility, which is good on any day.
    """
    planned = frozenset[PlanKind]() if today is None else planned_on(catalogue.week, today)
    of_today = [practice for practice in practised if practice.day == today]
    over = [one.counts_as for one in of_today if one.done_share is None or is_done(one.done_share)]
    kind: PlanKind = "strength" if "strength" in planned.difference(*over) else "mobility"
    routines = sorted(catalogue.routines.values(), key=_length)
    return next((routine for routine in routines if kind in routine.counts_as), next(iter(routines), None))


def _length(routine: Routine) -> tuple[float, str]:
    return (float("inf") if routine.minutes is None else routine.minutes, routine.slug)
