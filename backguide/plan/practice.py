"""What sessions are worth to the plan: which kind they count as, and how much of them was done."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from backguide.catalogue.model import Catalogue, Kind
from backguide.journal.records import ExerciseResult, SessionRecord
from backguide.journal.values import local_date

PlanKind = Literal["mobility", "strength"]

PLAN_KINDS: tuple[PlanKind, ...] = ("mobility", "strength")
DONE_FROM = 0.8  # of what was planned; the commonest line in studies, not a pass mark

_COUNTS_AS: Mapping[Kind, frozenset[PlanKind]] = {
    "mobility": frozenset({"mobility"}),
    "strength": frozenset({"strength"}),
    "both": frozenset(PLAN_KINDS),
}
_OF_UNKNOWN: frozenset[PlanKind] = frozenset({"mobility"})
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Practice:
    """One session as the plan sees it: the day on which it was begun, what it counts as, what was done.

    `done_share` is 0 to 1 of what was planned. Exercises that were eased off because of pain are left
    out of it; None means that nothing else was left, which is neither done nor missed.
    """

    day: date
    counts_as: frozenset[PlanKind]
    done_share: float | None


def is_done(share: float) -> bool:
    """Tell whether so much of a session or a day counts as done."""
    return share >= DONE_FROM - _ROUNDING


def practices(
    sessions: Iterable[SessionRecord],
    results: Mapping[str, Sequence[ExerciseResult]],
    catalogue: Catalogue,
) -> tuple[Practice, ...]:
    """Return what the sessions are worth; `results` are theirs by session, as the journal gives them."""
    return tuple(_practice(session, results.get(session.id, ()), catalogue) for session in sessions)


def _practice(session: SessionRecord, results: Sequence[ExerciseResult], catalogue: Catalogue) -> Practice:
    kinds = counts_as(session, results, catalogue)
    share = done_share(session, results)
    if share is not None:
        share *= _part_of_a_routine(session, kinds, catalogue)
    return Practice(local_date(session.started_at, session.zone), kinds, share)


def counts_as(
    session: SessionRecord, results: Sequence[ExerciseResult], catalogue: Catalogue
) -> frozenset[PlanKind]:
    """Return what the session counts as: what its routine says, or else the kinds of its exercises.

    A session of which nothing is known any more counts as mobility, which is planned daily.
    """
    routine = catalogue.routines.get(session.routine)
    if routine is not None:
        return routine.counts_as
    slugs = {session.routine, *(result.exercise for result in results)}
    kinds = [_COUNTS_AS[catalogue.exercises[slug].kind] for slug in slugs if slug in catalogue.exercises]
    return frozenset().union(*kinds) or _OF_UNKNOWN


def done_share(session: SessionRecord, results: Sequence[ExerciseResult]) -> float | None:
    """Return the share that was done, 0 to 1: the mean over the exercises, each by its seconds.

    More than planned on one side or in one set does not make up for less on another.
    """
    if not results:
        return _share_of_seconds(session)
    items: dict[int, tuple[float, float]] = {}
    for result in results:
        if result.outcome != "eased" and result.skip_reason != "pain":
            done_s, planned_s = items.get(result.item, (0.0, 0.0))
            items[result.item] = (done_s + _counted_s(result), planned_s + result.planned_s)
    shares = [done_s / planned_s for done_s, planned_s in items.values() if planned_s > 0]
    return sum(shares) / len(shares) if shares else None


def _part_of_a_routine(session: SessionRecord, kinds: frozenset[PlanKind], catalogue: Catalogue) -> float:
    """Return how much of a day's plan the whole session would be, 0 to 1.

    A routine is all of it. An exercise started by itself is as much as its time is of the shortest
    routine of its kind: one minute of cat cow is practice, but not the day's mobility.
    """
    if session.routine in catalogue.routines or session.routine not in catalogue.exercises:
        return 1.0
    routines = [routine for routine in catalogue.routines.values() if routine.counts_as & kinds]
    shortest_s = min((60 * routine.minutes for routine in routines if routine.minutes), default=0.0)
    return min(max(session.planned_s, session.position_s) / shortest_s, 1.0) if shortest_s else 1.0


def _counted_s(result: ExerciseResult) -> float:
    return result.planned_s if result.outcome == "done" else min(result.done_s, result.planned_s)


def _share_of_seconds(session: SessionRecord) -> float:
    if session.planned_s > 0:
        return min(session.done_s / session.planned_s, 1.0)
    return 1.0 if session.state == "finished" else 0.0
