"""What a timeline plans, as results of which nothing is done yet."""

from collections.abc import Callable
from dataclasses import replace

from backguide.catalogue.model import Side
from backguide.journal.records import ExerciseResult
from backguide.session.timeline import Step, StepKind, Timeline

PRACTICE: frozenset[StepKind] = frozenset({"enter", "hold", "return"})
Place = tuple[int, str, str, Side | None, int]

_COMPLETE_WITHIN_S = 0.5


def place_of(part: Step | ExerciseResult) -> Place:
    """Return what a result is about: the exercise of the session, its variation, side and set."""
    return part.item, part.exercise, part.variation, part.side, part.set


def planned_results(timeline: Timeline, session: str, new_id: Callable[[], str]) -> list[ExerciseResult]:
    """Return one result for each exercise, side and set, in the order in which they first come."""
    planned_s: dict[Place, float] = {}
    for step in timeline.steps:
        if step.kind in PRACTICE:
            place = place_of(step)
            planned_s[place] = planned_s.get(place, 0.0) + step.duration_s
    return [
        ExerciseResult(new_id(), session, *place, planned_s=seconds, done_s=0.0, outcome="skipped")
        for place, seconds in planned_s.items()
    ]


def is_complete(result: ExerciseResult) -> bool:
    """Tell whether all that was planned is done."""
    return result.done_s >= result.planned_s - _COMPLETE_WITHIN_S


def with_done(result: ExerciseResult, done_s: float) -> ExerciseResult:
    """Return the result with these seconds done and the outcome that follows; "eased" stays."""
    updated = replace(result, done_s=max(done_s, 0.0))
    if result.outcome == "eased":
        return updated
    if is_complete(updated):
        return replace(updated, outcome="done", skip_reason=None)
    return replace(updated, outcome="partial" if updated.done_s > 0 else "skipped")
