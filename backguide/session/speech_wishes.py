"""What a session would like to say at each step, before anybody looks whether there is time for it.

The first repetition of a set is explained in full. Later ones name the side or the part alone, so that the
voice does not nag. At the level "short" nothing is explained: names, positions, sides, sets.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypeAlias

from backguide.catalogue.model import Catalogue, Exercise, Variation
from backguide.session import speech
from backguide.session.outline import counts_at, is_work, portion_of
from backguide.session.timeline import Step, Timeline

SpeechLevel: TypeAlias = Literal["full", "short"]
Choices: TypeAlias = tuple[tuple[str, ...], ...]

_LAST_TOLD_FROM = 3  # of one or two repetitions the last needs no telling
_HALF_TOLD_FROM_S = 300.0
_PREPARING = frozenset({"get_ready", "rest", "switch_side", "change_position"})


@dataclass(frozen=True, slots=True)
class Wish:
    """Sentences for the start of a step: the choices from the fullest to the shortest.

    `announces`: has to be said, at least in its shortest form. `must_be_in_time`: what comes before it has to
    be over by then. `unless_said_at`: only if nothing was said at that earlier step, which explains the same.
    """

    choices: Choices
    announces: bool = False
    must_be_in_time: bool = False
    unless_said_at: int | None = None


def wishes_of(timeline: Timeline, catalogue: Catalogue, level: SpeechLevel) -> Mapping[int, tuple[Wish, ...]]:
    """Return the wishes by step; at each step the first that can be had is enough."""
    writer = _Writer(timeline, catalogue, level)
    found = {step.index: writer.wishes(step) for step in timeline.steps}
    return {index: wishes for index, wishes in found.items() if wishes}


def lead_in_choices(catalogue: Catalogue, step: Step) -> Choices:
    """Name the exercise and side with which a session goes on."""
    exercise, variation = _look_up(catalogue, step)
    name = speech.name(exercise)
    if step.side is None:
        return ((name,),)
    side = speech.side_words(variation, step.side)
    return ((name, side), (side,))


class _Writer:
    def __init__(self, timeline: Timeline, catalogue: Catalogue, level: SpeechLevel) -> None:
        self._timeline = timeline
        self._catalogue = catalogue
        self._level = level
        self._half_told_at = _step_after_half(timeline)

    def wishes(self, step: Step) -> tuple[Wish, ...]:
        if step.kind in _PREPARING:
            choices = self._announcement(step)
            if step.index == self._half_told_at and self._level == "full":
                choices = ((speech.HALF_OF_SESSION, *choices[0]), *choices)
            return (Wish(choices, announces=True, must_be_in_time=step.kind != "rest"),)
        if step.kind == "ease_out":
            return (Wish(((speech.EASE_OUT,),), announces=True, must_be_in_time=True),)
        if step.kind == "enter":
            return self._entering(step)
        return self._explaining(step) if self._level == "full" else ()

    def _announcement(self, step: Step) -> Choices:
        exercise, variation = _look_up(self._catalogue, step)
        match step.kind:
            case "rest":
                after = self._timeline.steps[step.index + 1 : step.index + 2]
                if not after or after[0].item != step.item:
                    return ((speech.REST,),)
                coming = speech.next_set(step.set, counts_at(self._timeline, step).sets)
                return ((speech.REST, coming), (speech.REST,))
            case "switch_side":
                assert step.side is not None  # only an exercise with sides changes them
                return ((speech.change_sides(exercise.position, variation, step.side),),)
            case "change_position":
                come = speech.come_into(exercise.position)
                return ((speech.next_name(exercise), come), (come,))
            case _:
                return self._getting_ready(step, exercise, variation)

    def _getting_ready(self, step: Step, exercise: Exercise, variation: Variation) -> Choices:
        side = () if step.side is None else (speech.side_first(variation, step.side),)
        name, before = speech.name(exercise), step.index - 1
        if before >= 0 and (changed := self._going_on(step, exercise, variation)):
            return changed
        if step.set > 1:
            number = speech.set_number(step.set, counts_at(self._timeline, step).sets)
            return ((number, *side), side or (number,))
        if before < 0:
            return ((speech.start_in(exercise.position), name, *side), (name, *side))
        if self._timeline.steps[before].kind == "change_position":
            return ((name, *side), side or (speech.GET_READY,))
        return ((speech.next_name(exercise), *side), (name, *side))

    def _going_on(self, step: Step, exercise: Exercise, variation: Variation) -> Choices:
        """Tell what became of an exercise that is begun already; nothing where it begins here."""
        before = self._timeline.steps[step.index - 1]
        side = () if step.side is None else (speech.side_words(variation, step.side),)
        if (before.item, before.exercise) == (step.item, step.exercise):
            level = _look_up(self._catalogue, before)[1].level
            if variation.level != level:
                change = speech.EASIER if variation.level < level else speech.HARDER
                return ((change, *side), side or (change,))
            if before.kind == "ease_out":
                return ((speech.SAME_AGAIN, *side), side or (speech.SAME_AGAIN,))
        portion = portion_of(step)
        done_before = self._timeline.steps[: step.index]
        if side and any(is_work(other) and portion_of(other) == portion for other in done_before):
            return ((speech.name(exercise), *side, speech.ONCE_MORE), (*side, speech.ONCE_MORE), side)
        return ()

    def _entering(self, step: Step) -> tuple[Wish, ...]:
        """Explain the first repetition; of the later ones name the side, or else the part."""
        _, variation = _look_up(self._catalogue, step)
        if self._is_explained(step, 1):
            say = variation.dose.parts[step.part].enter_say
            return (Wish(((say,),), must_be_in_time=step.part > 0),) if self._level == "full" else ()
        word = self._word(step, variation)
        if word is None:
            return ()
        named = Wish(((word,),), must_be_in_time=True)
        if self._tells_last(step):
            last = speech.LAST_ON_EACH_SIDE if variation.sides == "alternate" else speech.LAST_ONE
            return (Wish(((last, word), (word,)), must_be_in_time=True),)
        if self._is_explained(step, 2) and self._level == "full":
            say = variation.dose.parts[step.part].hold_say
            return (Wish(((word, say),), unless_said_at=self._first_hold(step), must_be_in_time=True), named)
        return (named,)

    def _explaining(self, step: Step) -> tuple[Wish, ...]:
        """Tell what to do in the first hold and on the first way back, in a flow the only one."""
        _, variation = _look_up(self._catalogue, step)
        is_only_return = step.kind == "return" and variation.dose.flow
        if not is_only_return and not self._is_explained(step, 1):
            return ()
        if step.kind == "return":
            return (Wish(((variation.dose.return_say,),)),)
        return (Wish(((variation.dose.parts[step.part].hold_say,),)),)

    def _word(self, step: Step, variation: Variation) -> str | None:
        """Return the word that begins a repetition or a part of it: the side, or else the part's name."""
        if variation.sides == "alternate" and step.side is not None:
            return speech.side_words(variation, step.side) if step.part == 0 else None
        return speech.part_word(variation, step.part) if self._level == "full" else None

    def _is_explained(self, step: Step, repetition: int) -> bool:
        """Tell whether it is this repetition: on each side, or of both in turn the first."""
        alternates = _look_up(self._catalogue, step)[1].sides == "alternate"
        return step.repetition == repetition and (not alternates or step.side == self._first_side(step))

    def _tells_last(self, step: Step) -> bool:
        repetitions = counts_at(self._timeline, step).repetitions
        is_last = _LAST_TOLD_FROM <= repetitions == step.repetition
        begins = step.part == 0 and self._is_explained(step, repetitions)
        return self._level == "full" and is_last and begins

    def _first_side(self, step: Step) -> str | None:
        alike = (step.item, step.exercise, step.variation)
        steps = self._timeline.steps
        return next(s.side for s in steps if (s.item, s.exercise, s.variation) == alike)

    def _first_hold(self, step: Step) -> int | None:
        """Return the hold of the first repetition that this later one repeats."""
        wanted = (*portion_of(step), "hold", 1, step.part)
        return next((other.index for other in self._timeline.steps if _place_of(other) == wanted), None)


def _place_of(step: Step) -> tuple[object, ...]:
    return (*portion_of(step), step.kind, step.repetition, step.part)


def _step_after_half(timeline: Timeline) -> int | None:
    """Return the step that leads to the first exercise of the second half of a session that is not short."""
    if timeline.duration_s < _HALF_TOLD_FROM_S:
        return None
    for before, step in pairwise(timeline.steps):
        if step.item > before.item and step.start_s >= timeline.duration_s / 2:
            return step.index
    return None


def _look_up(catalogue: Catalogue, step: Step) -> tuple[Exercise, Variation]:
    exercise = catalogue.exercises[step.exercise]
    return exercise, exercise.variation(step.variation)
