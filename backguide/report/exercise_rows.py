"""Planned against done, exercise by exercise."""

from collections import Counter
from collections.abc import Mapping, Sequence

from backguide.catalogue.model import Catalogue, Side
from backguide.journal.records import ExerciseResult, SkipReason
from backguide.report.content import ExerciseRow, SideSeconds, SkipCount
from backguide.report.entries import Entries

_SIDES: tuple[Side | None, ...] = (None, "left", "right")
_REASONS: tuple[SkipReason | None, ...] = ("pain", "time", "tired", "unsure", None)


def exercise_rows(entries: Entries, catalogue: Catalogue) -> tuple[ExerciseRow, ...]:
    """Return a row for every exercise that was planned, the one with the most sessions first."""
    routines = {session.id: session.routine for session in entries.sessions}
    found: dict[str, list[ExerciseResult]] = {}
    for results in entries.results.values():
        for result in results:
            found.setdefault(result.exercise, []).append(result)
    hurts = Counter(mark.exercise for mark in entries.marks)
    rows = [_row(slug, results, hurts[slug], routines, catalogue) for slug, results in found.items()]
    return tuple(sorted(rows, key=lambda row: (-row.planned, row.name)))


def name_of(slug: str, catalogue: Catalogue) -> str:
    """Return what an exercise is called, also one whose file is gone."""
    exercise = catalogue.exercises.get(slug)
    return slug.replace("-", " ").capitalize() if exercise is None else exercise.name


def skip_counts(results: Mapping[str, Sequence[ExerciseResult]]) -> tuple[SkipCount, ...]:
    """Return how often an exercise of a session was left out, by reason, the commonest first."""
    left = {
        (r.session, r.item, r.skip_reason) for rs in results.values() for r in rs if r.outcome == "skipped"
    }
    reasons = [reason for _, _, reason in left]
    counts = (SkipCount(reason, reasons.count(reason)) for reason in _REASONS)
    return tuple(sorted((one for one in counts if one.count), key=lambda one: -one.count))


def _row(
    slug: str,
    results: Sequence[ExerciseResult],
    hurt: int,
    routines: Mapping[str, str],
    catalogue: Catalogue,
) -> ExerciseRow:
    steps = {(r.session, _step(r, routines[r.session], catalogue)) for r in results if r.done_s > 0}
    return ExerciseRow(
        slug,
        name_of(slug, catalogue),
        planned=len({r.session for r in results}),
        done=len({r.session for r in results if r.done_s > 0}),
        easier=sum(step < 0 for _, step in steps),
        harder=sum(step > 0 for _, step in steps),
        eased=len({r.session for r in results if r.outcome == "eased"}),
        skipped=len({r.session for r in results if r.outcome == "skipped"}),
        hurt=hurt,
        sides=_sides(results),
    )


def _sides(results: Sequence[ExerciseResult]) -> tuple[SideSeconds, ...]:
    by_side = {side: [r for r in results if r.side == side] for side in _SIDES}
    return tuple(
        SideSeconds(side, sum(r.planned_s for r in of_side), sum(r.done_s for r in of_side))
        for side, of_side in by_side.items()
        if of_side
    )


def _step(result: ExerciseResult, routine: str, catalogue: Catalogue) -> int:
    """Return -1 where an easier variation was done than the routine asks for, 1 where it was a harder one."""
    exercise = catalogue.exercises.get(result.exercise)
    if exercise is None:
        return 0
    levels = {variation.slug: variation.level for variation in exercise.variations}
    items = catalogue.routines[routine].items if routine in catalogue.routines else ()
    asked = next((item.variation for item in items if item.exercise == result.exercise), exercise.default)
    usual, done = levels.get(asked), levels.get(result.variation)
    if usual is None or done is None:
        return 0
    return (done > usual) - (done < usual)
