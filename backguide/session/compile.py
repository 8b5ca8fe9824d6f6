"""A routine becomes a timeline: every second of the session is known before it starts."""

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from backguide.catalogue.model import Catalogue, Exercise, Kind, Part, Routine, RoutineItem, Variation
from backguide.session.errors import SessionError
from backguide.session.layout import ItemLayout, in_time
from backguide.session.preferences import SessionPreferences
from backguide.session.timeline import Timeline

if TYPE_CHECKING:
    from backguide.session.timeline import Step

DEFAULT_PREFERENCES = SessionPreferences()

_COUNTS_AS: dict[Kind, frozenset[Literal["mobility", "strength"]]] = {
    "mobility": frozenset({"mobility"}),
    "strength": frozenset({"strength"}),
    "both": frozenset({"mobility", "strength"}),
}


def compile_timeline(
    routine: Routine, catalogue: Catalogue, preferences: SessionPreferences = DEFAULT_PREFERENCES
) -> Timeline:
    """Lay the routine out in time. The same input gives the same timeline, step for step.

    Both sides of an exercise get the same repetitions of the same length. A step before the first
    repetition of a set (get ready, rest, switch side, change of position) carries the item, side and set
    that it leads to, with repetition 0. Steps without length are left out. A flow dose runs on within one
    side only: where the sides alternate, every repetition returns. SessionError when the routine names
    what the catalogue does not have, or a dose that cannot be done.
    """
    drafts: list[Step] = []
    before: Exercise | None = None
    for index, item in enumerate(routine.items):
        exercise, variation = _dosed(item, catalogue)
        drafts += ItemLayout(index, exercise, variation, preferences).whole(before)
        before = exercise
    return Timeline(routine.slug, routine.name, in_time(drafts))


def order_by_position(items: tuple[RoutineItem, ...], catalogue: Catalogue) -> tuple[RoutineItem, ...]:
    """Bring the items that share a position together, so that it changes as rarely as possible.

    The positions come in the order in which they first appear, and items of one position keep theirs.
    """
    positions = [_find(item, catalogue)[0].position for item in items]
    first_seen = {position: index for index, position in reversed(list(enumerate(positions)))}
    order = sorted(range(len(items)), key=lambda index: first_seen[positions[index]])
    return tuple(items[index] for index in order)


def single_exercise_routine(exercise: Exercise, variation: Variation) -> Routine:
    """Return a routine of this one variation in its own dose, for "start this one"."""
    item = RoutineItem(exercise.slug, variation.slug)
    return Routine(
        slug=exercise.slug,
        name=exercise.name,
        purpose=exercise.purpose,
        counts_as=_COUNTS_AS[exercise.kind],
        minutes=None,
        items=(item,),
    )


def _dosed(item: RoutineItem, catalogue: Catalogue) -> tuple[Exercise, Variation]:
    """Return what the item names, with the item's own numbers in place of the variation's."""
    exercise, variation = _find(item, catalogue)
    dose = variation.dose
    parts: tuple[Part, ...] = dose.parts
    if item.hold_s is not None:
        parts = tuple(replace(part, hold_s=item.hold_s) for part in parts)
    sets = dose.sets if item.sets is None else item.sets
    repetitions = dose.repetitions if item.repetitions is None else item.repetitions
    seconds = [dose.return_s, dose.rest_s, *(s for part in parts for s in (part.enter_s, part.hold_s))]
    possible = all(math.isfinite(value) and value >= 0 for value in seconds)
    if sets < 1 or repetitions < 1 or not parts or not possible:
        raise SessionError(
            f"The dose of {exercise.name} cannot be done; check its sets, repetitions and holds."
        )
    dosed = replace(dose, sets=sets, repetitions=repetitions, parts=parts)
    return exercise, replace(variation, dose=dosed)


def _find(item: RoutineItem, catalogue: Catalogue) -> tuple[Exercise, Variation]:
    try:
        exercise = catalogue.exercises[item.exercise]
        return exercise, exercise.variation(item.variation)
    except KeyError:
        raise SessionError(
            f"{item.exercise}/{item.variation} is not in the catalogue; take it out of the routine."
        ) from None
