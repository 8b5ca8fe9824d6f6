"""What a timeline plans, as results of which nothing is done yet."""

from collections.abc import Callable
from dataclasses import replace

from backguide.journal.records import ExerciseResult
from backguide.session.outline import Portion, planned_work_s
from backguide.session.timeline import Timeline

_COMPLETE_WITHIN_S = 0.5


def planned_results(timeline: Timeline, session: str, new_id: Callable[[], str]) -> list[ExerciseResult]:
    """Return one result for each exercise, side and set, in the order in which they first come."""
    return [
        planned_result(portion, seconds, session, new_id)
        for portion, seconds in planned_work_s(timeline).items()
    ]


def planned_result(
    portion: Portion, seconds: float, session: str, new_id: Callable[[], str]
) -> ExerciseResult:
    """Return the result of a portion of which nothing is done yet."""
    return ExerciseResult(new_id(), session, *portion, planned_s=seconds, done_s=0.0, outcome="skipped")


def portion_of_result(result: ExerciseResult) -> Portion:
    """Return which portion of the session the result is about."""
    return Portion(result.item, result.exercise, result.variation, result.side, result.set)


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
