"""Which routine to offer now. Pure functions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from backguide.catalogue.model import Catalogue, Routine
from backguide.journal.records import Rating
from backguide.journal.values import local_date
from backguide.plan.days import planned_on
from backguide.plan.practice import PlanKind, Practice, is_done

Reason = Literal["sore", "strength", "mobility", "more"]

SORE_FROM = 6  # of 10, on the day or the day before
NOON_HOUR, EVENING_HOUR = 12, 17

STRENGTH = "strength"
MORNING = "morning-mobility"
DAYTIME = "stiffness-relief"
EVENING = "evening-mobility"
GENTLE = "gentle-day"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A routine and why it is offered: a sore back, what the day is planned for, or one more for pleasure."""

    routine: Routine
    reason: Reason


def suggestion_for(
    catalogue: Catalogue,
    moment: datetime,
    practised: Iterable[Practice] = (),
    ratings: Iterable[Rating] = (),
) -> Suggestion | None:
    """Return what to offer at a moment on the person's own clock; None when there are no routines.

    A sore back comes first: a back rated `SORE_FROM` or more when last asked, today or yesterday. Then
    strength on its days, being the rarer; it is not offered again on a day on which it was left because it
    hurt. Everything else is mobility, by the time of day: the long evening routine only when nothing was
    done today.
    """
    today = moment.date()
    of_today = [practice for practice in practised if practice.day == today]
    over = [one.counts_as for one in of_today if one.done_share is None or is_done(one.done_share)]
    left = planned_on(catalogue.week, today).difference(*over)
    if _is_sore(ratings, moment):
        return _offer(catalogue, "mobility", GENTLE, "sore")
    if "strength" in left:
        return _offer(catalogue, "strength", STRENGTH, "strength")
    reason: Reason = "mobility" if "mobility" in left else "more"
    return _offer(catalogue, "mobility", _mobility_at(moment.hour, fresh=not of_today), reason)


def _mobility_at(hour: int, *, fresh: bool) -> str:
    if hour < NOON_HOUR:
        return MORNING
    return EVENING if hour >= EVENING_HOUR and fresh else DAYTIME


def _is_sore(ratings: Iterable[Rating], moment: datetime) -> bool:
    backs = [rating for rating in ratings if rating.site == "back"]
    if not backs:
        return False
    last = max(backs, key=lambda rating: (rating.rated_at, rating.id))
    age = moment.date() - local_date(last.rated_at, last.zone)
    return last.value >= SORE_FROM and age <= timedelta(days=1)


def _offer(catalogue: Catalogue, kind: PlanKind, wanted: str, reason: Reason) -> Suggestion | None:
    """Return the wanted routine; where its file was refused the shortest of its kind, or of all."""
    routine = catalogue.routines.get(wanted)
    if routine is None or kind not in routine.counts_as:
        by_length = sorted(catalogue.routines.values(), key=_length)
        of_kind = (one for one in by_length if kind in one.counts_as)
        routine = next(of_kind, next(iter(by_length), None))
    return None if routine is None else Suggestion(routine, reason)


def _length(routine: Routine) -> tuple[float, str]:
    return (float("inf") if routine.minutes is None else routine.minutes, routine.slug)
