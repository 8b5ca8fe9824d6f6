"""What a timeline looks like from above: exercises, blocks, counts, and what comes next. Pure functions."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from backguide.catalogue.model import Side
from backguide.session.timeline import Step, StepKind, Timeline

WORK_KINDS: frozenset[StepKind] = frozenset({"enter", "hold", "return"})


@dataclass(frozen=True, slots=True)
class ItemSpan:
    """Where one exercise lies in the session, with the way into it; the spans touch.

    A side that is made up at the end of the session is a span of its own, of the same item.
    """

    item: int
    exercise: str
    variation: str
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class Counts:
    """Which repetition of how many on this side in this set, and which set of how many.

    `repetition` is 0 in a step that only leads to the first one.
    """

    repetition: int
    repetitions: int
    set: int
    sets: int


class Portion(NamedTuple):
    """One exercise, side and set of a session: the unit in which doing is accounted."""

    item: int
    exercise: str
    variation: str
    side: Side | None
    set: int


def is_work(step: Step) -> bool:
    """Tell whether the exercise itself is being done: entered, held or left."""
    return step.kind in WORK_KINDS


def portion_of(step: Step) -> Portion:
    """Return the portion that the step belongs to, or leads to."""
    return Portion(step.item, step.exercise, step.variation, step.side, step.set)


def planned_work_s(timeline: Timeline) -> Mapping[Portion, float]:
    """Return the seconds of work planned for every portion, in the order in which they come up."""
    planned: dict[Portion, float] = {}
    for step in timeline.steps:
        if is_work(step):
            portion = portion_of(step)
            planned[portion] = planned.get(portion, 0.0) + step.duration_s
    return planned


def item_spans(timeline: Timeline) -> tuple[ItemSpan, ...]:
    """Return one span an exercise; together they cover the session without a gap."""
    spans: list[ItemSpan] = []
    for step in timeline.steps:
        start_s = step.start_s
        if spans and spans[-1].item == step.item:
            start_s = spans.pop().start_s
        spans.append(ItemSpan(step.item, step.exercise, step.variation, start_s, step.end_s))
    return tuple(spans)


def item_count(timeline: Timeline) -> int:
    """Return how many exercises there are."""
    return len({step.item for step in timeline.steps})


def item_start_s(timeline: Timeline, item: int) -> float:
    """Return the moment at which the exercise of this number begins, its way in included."""
    return item_spans(timeline)[item].start_s


def block_starts(timeline: Timeline) -> tuple[int, ...]:
    """Return the indices of the steps at which an exercise, a set or the second side begins.

    A block begins with the steps that lead to it. Alternating repetitions are one block a set.
    """
    begins = [0] if timeline.steps else []
    begins += [step.index for before, step in pairwise(timeline.steps) if _begins_block(before, step)]
    return tuple(begins)


def next_up(timeline: Timeline, step: Step) -> Step | None:
    """Return the working step that begins the next side, set or exercise; None when there is none.

    In a step that leads to an exercise, this is the beginning of that exercise.
    """
    now = portion_of(step) if is_work(step) else None
    coming = timeline.steps[step.index + 1 :]
    return next((later for later in coming if is_work(later) and portion_of(later) != now), None)


def next_exercise(timeline: Timeline, step: Step) -> Step | None:
    """Return the working step that begins the exercise after this one; None in the last."""
    coming = timeline.steps[step.index + 1 :]
    return next((later for later in coming if is_work(later) and later.item != step.item), None)


def counts_at(timeline: Timeline, step: Step) -> Counts:
    """Return what "Repetition 4 of 6" and "Set 1 of 2" need."""
    of_item = [other for other in timeline.steps if other.item == step.item]
    alike = [other for other in of_item if portion_of(other) == portion_of(step)]
    repetitions = max(other.repetition for other in alike)
    return Counts(step.repetition, repetitions, step.set, max(other.set for other in of_item))


def position_changes(timeline: Timeline) -> int:
    """Return how often the session asks for another position."""
    return sum(step.kind == "change_position" for step in timeline.steps)


def _begins_block(before: Step, step: Step) -> bool:
    if (before.item, before.set) != (step.item, step.set):
        return True
    if is_work(before):
        return not is_work(step) or step.repetition < before.repetition
    return False
