"""How one exercise is laid out in steps: the way in, set after set, side after side."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from backguide.catalogue.model import Exercise, Position, Side, Variation
from backguide.session import wording
from backguide.session.preferences import SessionPreferences
from backguide.session.timeline import START, Step, StepKind

Repetitions: TypeAlias = Mapping[Side | None, int]

_BEFORE_THE_SESSION: Position = "standing"


class _Done(NamedTuple):
    """What of a repetition a step does."""

    repetition: int = 0
    part: int = 0
    came_from: int = START


_NOTHING = _Done()


def in_time(drafts: Iterable[Step]) -> tuple[Step, ...]:
    """Give every step its place in time; those without length are left out."""
    steps: list[Step] = []
    for draft in drafts:
        if draft.duration_s > 0:
            start_s = steps[-1].end_s if steps else 0.0
            steps.append(replace(draft, index=len(steps), start_s=start_s))
    return tuple(steps)


class ItemLayout:
    """Makes the steps of one exercise of a session, not yet placed in time."""

    def __init__(
        self, index: int, exercise: Exercise, variation: Variation, preferences: SessionPreferences
    ) -> None:
        self._index = index
        self._exercise = exercise
        self._variation = variation
        self._dose = variation.dose
        self._preferences = preferences

    def whole(self, before: Exercise | None) -> Iterator[Step]:
        """Yield the way in from the exercise before, then set after set with the rests between."""
        first = self._preferences.first_side
        order: tuple[Side | None, ...] = (first, wording.other_side(first))
        if self._variation.sides == "none":
            order = (None,)
        every = dict.fromkeys(order, self._dose.repetitions)
        yield from self._way_in(before, order[0])
        yield from self._sets(dict.fromkeys(range(1, self._dose.sets + 1), every))

    def rest(self, left: Mapping[int, Repetitions]) -> Iterator[Step]:
        """Yield what is left of an exercise that is under way, from a new get ready.

        `left` has the repetitions by set and side; the side that is named first starts.
        """
        number, first = next(iter(left.items()))
        side = next(iter(first))
        say = wording.get_ready(self._names_after(self._exercise), self._variation, side)
        yield self._step("get_ready", self._preferences.get_ready_s, say, number, side)
        yield from self._sets(left)

    def _sets(self, repetitions: Mapping[int, Repetitions]) -> Iterator[Step]:
        for place, (number, by_side) in enumerate(repetitions.items()):
            if place > 0:
                yield from self._between_sets(number, max(repetitions), next(iter(by_side)))
            yield from self._set(number, by_side)

    def _way_in(self, before: Exercise | None, side: Side | None) -> Iterator[Step]:
        preferences, position = self._preferences, self._exercise.position
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

    def _between_sets(self, number: int, sets: int, side: Side | None) -> Iterator[Step]:
        yield self._step("rest", self._dose.rest_s, wording.rest(number, sets), number, side)
        say = wording.get_ready_for_set(number, sets, self._variation, side)
        yield self._step("get_ready", self._preferences.get_ready_s, say, number, side)

    def _set(self, number: int, repetitions: Repetitions) -> Iterator[Step]:
        if self._variation.sides == "alternate":
            for repetition in range(1, max(repetitions.values()) + 1):
                for side, count in repetitions.items():
                    if repetition <= count:
                        yield from self._repetition(number, side, repetition, flows_in=False, flows_on=False)
            return
        for place, (side, count) in enumerate(repetitions.items()):
            if place > 0:
                yield self._switch_side(number, side)
            for repetition in range(1, count + 1):
                flows_in = self._dose.flow and repetition > 1
                flows_on = self._dose.flow and repetition < count
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
            index=0,  # the place in time is given by in_time
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
