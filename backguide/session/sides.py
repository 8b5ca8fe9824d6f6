"""Whether both sides of an exercise got the same, and what one is short of. Pure functions."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from backguide.catalogue.model import Side
from backguide.session.outline import Portion, is_work, portion_of
from backguide.session.timeline import START, Step, Timeline

NOTICED_FROM_S = 1.0  # of holding; less is a slip of the finger
_LATE_S = 0.05  # a hold counts as whole when all but the blink of a tick is done


@dataclass(frozen=True, slots=True)
class SideGap:
    """One side got less than the other, by `missing_s` seconds of holding.

    `missing` are the steps that make it up, not placed in time: into the part, a hold as long as is missing,
    and back. `repetitions` counts them where nothing but whole repetitions is missing, otherwise it is 0.
    """

    item: int
    exercise: str
    side: Side
    missing_s: float
    repetitions: int
    missing: tuple[Step, ...]


class _Hold(NamedTuple):
    step: Step
    done_s: float

    @property
    def missing_s(self) -> float:
        return max(self.step.duration_s - self.done_s, 0.0)


def side_gap(timeline: Timeline, item: int, done_s: Mapping[Portion, float]) -> SideGap | None:
    """Return what one side of an exercise is short of, or None where both got the same.

    `done_s` are seconds of work; within a portion they are taken to have been done in their order.
    """
    steps = _first_times([step for step in timeline.steps if step.item == item and is_work(step)])
    sides: dict[Side, list[_Hold]] = {"left": [], "right": []}
    for portion in dict.fromkeys(portion_of(step) for step in steps):
        if portion.side is not None:
            own = [step for step in steps if portion_of(step) == portion]
            sides[portion.side] += _holds(own, done_s.get(portion, 0.0))
    total_s = {side: sum(hold.done_s for hold in holds) for side, holds in sides.items()}
    short: Side = "left" if total_s["left"] < total_s["right"] else "right"
    return _gap(steps, short, sides[short], max(total_s.values()) - total_s[short])


def _first_times(steps: list[Step]) -> list[Step]:
    """Leave out what was added to be done again or made up."""
    found: dict[tuple[object, ...], Step] = {}
    for step in steps:
        found.setdefault((portion_of(step), step.kind, step.repetition, step.part), step)
    return list(found.values())


def _holds(steps: list[Step], done_s: float) -> list[_Hold]:
    found = []
    for step in steps:
        here_s = min(done_s, step.duration_s)
        done_s -= here_s
        if step.kind == "hold":
            found.append(_Hold(step, here_s))
    return found


def _gap(steps: list[Step], side: Side, holds: list[_Hold], short_s: float) -> SideGap | None:
    missing: list[Step] = []
    missing_s, whole, is_whole = 0.0, set[tuple[object, ...]](), True
    for hold in holds:
        here_s = min(hold.missing_s, short_s - missing_s)
        if here_s > _LATE_S:
            missing += _again(steps, hold.step, here_s)
            missing_s += here_s
            whole.add((portion_of(hold.step), hold.step.repetition))
            is_whole = is_whole and here_s > hold.step.duration_s - _LATE_S
    if missing_s < NOTICED_FROM_S:
        return None
    first = missing[0]
    several = sum(hold.step.part == first.part for hold in holds) > 1
    repetitions = len(whole) if is_whole and several else 0
    return SideGap(first.item, first.exercise, side, missing_s, repetitions, tuple(missing))


def _again(steps: list[Step], hold: Step, seconds: float) -> list[Step]:
    """Return the way into a part, a hold of these seconds, and the way back."""
    found = [replace(hold, duration_s=seconds)]
    alike = [step for step in steps if portion_of(step) == portion_of(hold) and step.part == hold.part]
    enter = next((step for step in alike if step.kind == "enter"), None)
    back = next((step for step in alike if step.kind == "return"), None)
    if enter is not None:
        way_in = replace(enter, repetition=hold.repetition, came_from=START)
        found.insert(0, way_in)
    if back is not None:
        found.append(replace(back, repetition=hold.repetition))
    return found
