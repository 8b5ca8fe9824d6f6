"""A routine becomes a timeline: every second of the session is known before it starts."""

import math
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, NamedTuple

from backguide.catalogue.model import (
    Catalogue,
    Exercise,
    Kind,
    Part,
    Position,
    Routine,
    RoutineItem,
    Side,
    Variation,
)
from backguide.session import wording
from backguide.session.errors import SessionError
from backguide.session.preferences import SessionPreferences
from backguide.session.timeline import START, Step, StepKind, Timeline

DEFAULT_PREFERENCES = SessionPreferences()

_BEFORE_THE_SESSION: Position = "standing"
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
    steps: list[Step] = []
    before: Exercise | None = None
    for index, item in enumerate(routine.items):
        exercise, variation = _dosed(item, catalogue)
        layout = _ItemLayout(index, exercise, variation, preferences)
        for draft in layout.steps(before):
            if draft.duration_s > 0:
                start_s = steps[-1].end_s if steps else 0.0
                steps.append(replace(draft, index=len(steps), start_s=start_s))
        before = exercise
    return Timeline(routine.slug, routine.name, tuple(steps))


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


class _Done(NamedTuple):
    """What of a repetition a step does."""

    repetition: int = 0
    part: int = 0
    came_from: int = START


_NOTHING = _Done()


class _ItemLayout:
    """The steps of one exercise, not yet placed in time."""

    def __init__(
        self, index: int, exercise: Exercise, variation: Variation, preferences: SessionPreferences
    ) -> None:
        self._index = index
        self._exercise = exercise
        self._variation = variation
        self._dose = variation.dose
        self._preferences = preferences
        first = preferences.first_side
        self._order: tuple[Side | None, ...] = (
            (None,) if variation.sides == "none" else (first, wording.other_side(first))
        )

    def steps(self, before: Exercise | None) -> Iterator[Step]:
        """Yield the way in from the exercise before, then set after set with the rests between."""
        yield from self._way_in(before)
        for number in range(1, self._dose.sets + 1):
            if number > 1:
                yield from self._between_sets(number)
            yield from self._set(number)

    def _way_in(self, before: Exercise | None) -> Iterator[Step]:
        preferences, position, side = self._preferences, self._exercise.position, self._order[0]
        say = wording.get_ready(self._names_after(before), self._variation, side)
        ready_s = preferences.get_ready_s
        if before is None:
            say = wording.get_into(position, self._exercise, self._variation, side)
            if position != _BEFORE_THE_SESSION:
                ready_s = max(preferences.change_position_s, ready_s)
        elif before.position == position:
            ready_s = preferences.change_exercise_s
        else:
            move_say = wording.change_position(position, self._variation, side)
            yield self._step("change_position", preferences.change_position_s, move_say, 1, side)
        yield self._step("get_ready", ready_s, say, 1, side)

    def _names_after(self, before: Exercise | None) -> tuple[str, ...]:
        """Name the variation too where the exercise alone would announce what was just done."""
        name, own = self._exercise.name, self._variation.name
        same = before is not None and before.slug == self._exercise.slug
        return (f"{name}, {own[:1].lower()}{own[1:]}", own) if same else (name,)

    def _between_sets(self, number: int) -> Iterator[Step]:
        sets, side = self._dose.sets, self._order[0]
        yield self._step("rest", self._dose.rest_s, wording.rest(number, sets), number, side)
        say = wording.get_ready_for_set(number, sets, self._variation, side)
        yield self._step("get_ready", self._preferences.get_ready_s, say, number, side)

    def _set(self, number: int) -> Iterator[Step]:
        repetitions = range(1, self._dose.repetitions + 1)
        if self._variation.sides == "alternate":
            for repetition in repetitions:
                for side in self._order:
                    yield from self._repetition(number, side, repetition, flows_in=False, flows_on=False)
            return
        for side in self._order:
            if side != self._order[0]:
                yield self._switch_side(number, side)
            for repetition in repetitions:
                flows_in = self._dose.flow and repetition > 1
                flows_on = self._dose.flow and repetition < self._dose.repetitions
                yield from self._repetition(number, side, repetition, flows_in=flows_in, flows_on=flows_on)

    def _switch_side(self, number: int, side: Side | None) -> Step:
        assert side is not None
        position, seconds = self._exercise.position, self._preferences.switch_side_s
        if position == "side-lying":  # rolling over takes longer than changing legs
            seconds = max(seconds, self._preferences.change_exercise_s)
        return self._step(
            "switch_side", seconds, wording.switch_side(position, self._variation, side), number, side
        )

    def _repetition(
        self, number: int, side: Side | None, repetition: int, *, flows_in: bool, flows_on: bool
    ) -> Iterator[Step]:
        last = len(self._dose.parts) - 1
        came_from = last if flows_in else START
        for index, part in enumerate(self._dose.parts):
            done = _Done(repetition, index, came_from)
            yield self._step("enter", part.enter_s, part.enter_say, number, side, done)
            yield self._step("hold", part.hold_s, part.hold_say, number, side, done)
            came_from = index
        if not flows_on:
            done = _Done(repetition, last, last)
            yield self._step("return", self._dose.return_s, self._dose.return_say, number, side, done)

    def _step(
        self,
        kind: StepKind,
        duration_s: float,
        say: str,
        number: int,
        side: Side | None,
        done: _Done = _NOTHING,
    ) -> Step:
        return Step(
            index=0,  # the place in time is given by compile_timeline
            start_s=0.0,
            kind=kind,
            duration_s=float(duration_s),
            item=self._index,
            exercise=self._exercise.slug,
            variation=self._variation.slug,
            side=side,
            set=number,
            say=say,
            repetition=done.repetition,
            part=done.part,
            came_from=done.came_from,
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
