"""Each exercise by itself, as counted. No order of merit: all are done on the same days."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from backguide.catalogue.model import Side
from backguide.journal.records import ExerciseResult, HurtMark


@dataclass(frozen=True, slots=True)
class ExerciseRow:
    """One exercise over all sessions.

    `times` counts how often it was done at least in part, `eased` how often it was left or made lighter
    because it hurt, `hurt` the marks of a moment that hurt. `done_s` holds the seconds by side, None for an
    exercise without sides; a side that was never practised is not in it.
    """

    exercise: str
    times: int
    eased: int
    hurt: int
    done_s: Mapping[Side | None, float]


def exercise_rows(
    results: Iterable[ExerciseResult], marks: Iterable[HurtMark] = ()
) -> tuple[ExerciseRow, ...]:
    """Return a row for every exercise that was planned or hurt, by its slug."""
    done: dict[str, set[tuple[str, int]]] = {}
    eased: dict[str, set[tuple[str, int]]] = {}
    done_s: dict[str, dict[Side | None, float]] = {}
    hurt: dict[str, int] = {}
    for result in results:
        place, slug = (result.session, result.item), result.exercise
        by_side = done_s.setdefault(slug, {})
        if result.done_s > 0:
            done.setdefault(slug, set()).add(place)
            by_side[result.side] = by_side.get(result.side, 0.0) + result.done_s
        if result.outcome == "eased" or result.skip_reason == "pain":
            eased.setdefault(slug, set()).add(place)
    for mark in marks:
        hurt[mark.exercise] = hurt.get(mark.exercise, 0) + 1
    return tuple(
        ExerciseRow(
            slug, len(done.get(slug, ())), len(eased.get(slug, ())), hurt.get(slug, 0), done_s.get(slug, {})
        )
        for slug in sorted(done_s.keys() | hurt.keys())
    )
