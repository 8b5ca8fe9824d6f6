"""What was done in a session, exercise by exercise, for reading. Pure functions."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from backguide.catalogue.model import Catalogue, Side
from backguide.journal.planned import is_complete, portion_of_result
from backguide.journal.records import ExerciseResult
from backguide.session.outline import is_work, portion_of
from backguide.session.timeline import Timeline
from backguide.ui.session_words import length_words, minutes_seconds, small

Doing = Literal["done", "partial", "skipped", "eased"]
_LATE_S = 0.05  # a repetition counts when all but the blink of a tick is done


@dataclass(frozen=True, slots=True)
class ExerciseLine:
    """One exercise of a session over all its sides and sets.

    `amount` is "1:36", "3 of 6" or "not done"; `side` is the one that starts.
    """

    item: int
    exercise: str
    variation: str
    side: Side | None
    name: str
    doing: Doing
    amount: str


def exercise_lines(
    catalogue: Catalogue, timeline: Timeline, results: Iterable[ExerciseResult]
) -> tuple[ExerciseLine, ...]:
    """Return one line for each exercise, in the order of the session; one taken instead has its own."""
    by_exercise: dict[tuple[int, str], list[ExerciseResult]] = {}
    for result in sorted(results, key=lambda result: result.item):
        by_exercise.setdefault((result.item, result.exercise), []).append(result)
    return tuple(_line(catalogue, timeline, alike) for alike in by_exercise.values())


def done_sentence(lines: Iterable[ExerciseLine], done_s: float) -> str:
    """Tell in one sentence what was done, for somebody who stopped before the end."""
    names = [line.name for line in lines if line.doing != "skipped"]
    if not names:
        return "Nothing is lost, and you can begin again whenever you like."
    done = [small(name) for name in names]
    listed = f"{', '.join(done[:-1])} and {done[-1]}" if len(done) > 1 else done[0]
    return f"You did {listed}: {length_words(done_s)}, and all of it is kept."


def _line(catalogue: Catalogue, timeline: Timeline, results: list[ExerciseResult]) -> ExerciseLine:
    first = results[0]
    doing = _doing(results)
    amounts = {"skipped": "not done", "eased": "eased", "done": minutes_seconds(_done_s(results))}
    amount = amounts.get(doing) or _share(timeline, results)
    name = (
        catalogue.exercises[first.exercise].name if first.exercise in catalogue.exercises else first.exercise
    )
    return ExerciseLine(first.item, first.exercise, first.variation, first.side, name, doing, amount)


def _doing(results: list[ExerciseResult]) -> Doing:
    if any(result.outcome == "eased" for result in results):
        return "eased"
    if all(is_complete(result) for result in results):
        return "done"
    return "partial" if _done_s(results) > 0 else "skipped"


def _share(timeline: Timeline, results: list[ExerciseResult]) -> str:
    """Tell whole repetitions where there are several, otherwise the time."""
    done = planned = 0
    for result in results:
        lengths = _repetition_lengths(timeline, result)
        planned += len(lengths)
        reached_s = result.done_s
        for length_s in lengths:
            if reached_s < length_s - _LATE_S:
                break
            reached_s -= length_s
            done += 1
    if planned > 1:
        return f"{done} of {planned}"
    planned_s = sum(result.planned_s for result in results)
    return f"{minutes_seconds(math.floor(_done_s(results) + _LATE_S))} of {minutes_seconds(planned_s)}"


def _repetition_lengths(timeline: Timeline, result: ExerciseResult) -> list[float]:
    """Return the practice seconds of every repetition of this side and set."""
    lengths: dict[int, float] = {}
    for step in timeline.steps:
        if is_work(step) and portion_of(step) == portion_of_result(result):
            lengths[step.repetition] = lengths.get(step.repetition, 0.0) + step.duration_s
    return list(lengths.values())


def _done_s(results: list[ExerciseResult]) -> float:
    return sum(result.done_s for result in results)
