"""Arithmetic on timelines: where to go on, where to jump, and how a hold gets longer. Pure functions."""

import math
from bisect import bisect_right
from dataclasses import replace

from backguide.session.events import Countdown, Event, Halfway
from backguide.session.outline import block_starts, is_work
from backguide.session.timeline import Step, Timeline

RESTART_WITHIN_S = 3.0  # "previous" after more than this restarts the block instead
STALE_COUNTDOWN_S = 0.5  # a beep that comes later than this misleads
COUNTDOWN_FROM_S = 5.0  # shorter steps are over before a countdown helps
HALFWAY_FROM_S = 10.0
LONG_HOLD_S = 10.0  # a shorter one that was cut off is done again
LEAD_IN_S = 5.0  # to get ready when a session is gone on with
COUNTDOWN_S = (3, 2, 1)


def resume_position(timeline: Timeline, position_s: float) -> float:
    """Return from where to go on with a session that was cut off at this position.

    A long hold is gone on with at the very second. Everything else begins again with its step, so that
    nothing is left half done; of easing out nothing is left once a person has stood up. A position outside
    the timeline counts as its nearest end.
    """
    if not timeline.steps or math.isnan(position_s):
        return 0.0
    step = timeline.at(position_s)
    if step.kind == "ease_out":
        return step.end_s
    long_hold = step.kind == "hold" and step.duration_s >= LONG_HOLD_S
    return min(max(position_s, step.start_s), step.end_s) if long_hold else step.start_s


def resume_lead_in_s(step: Step, change_position_s: float) -> float:
    """Return the count before a session is gone on with at this step, from standing beside the mat.

    A step that leads to an exercise leaves its own time to get into position.
    """
    return LEAD_IN_S + (change_position_s if is_work(step) else 0.0)


def same_place(position_s: float, told: Timeline, meant: Timeline) -> float:
    """Carry a position over to a timeline of the same steps in other lengths.

    The step stays the same; the seconds into it stay as far as the step is long enough.
    """
    step = told.at(position_s)
    twin = meant.steps[step.index]
    return twin.start_s + min(max(position_s - step.start_s, 0.0), twin.duration_s)


def lengthened(timeline: Timeline, index: int, by_s: float) -> Timeline:
    """Return the timeline with one step longer and all later ones moved by as much."""
    steps = list(timeline.steps)
    steps[index] = replace(steps[index], duration_s=steps[index].duration_s + by_s)
    for later in range(index + 1, len(steps)):
        steps[later] = replace(steps[later], start_s=steps[later - 1].end_s)
    return replace(timeline, steps=tuple(steps))


def to_next_block(timeline: Timeline, index: int, _position_s: float) -> int:
    """Return the step at which the next exercise, set or side begins; the number of steps if none does."""
    starts = block_starts(timeline)
    after = bisect_right(starts, index)
    return starts[after] if after < len(starts) else len(timeline.steps)


def to_previous_block(timeline: Timeline, index: int, position_s: float) -> int:
    """Return the step that begins this block, or the block before where this one has only just begun."""
    starts = block_starts(timeline)
    current = bisect_right(starts, index) - 1
    just_begun = position_s - timeline.steps[starts[current]].start_s < RESTART_WITHIN_S
    return starts[max(0, current - 1)] if just_begun else starts[current]


def to_next_item(timeline: Timeline, index: int, _position_s: float) -> int:
    """Return the step at which the next exercise begins; the number of steps if none does."""
    steps, item = timeline.steps, timeline.steps[index].item
    return next((step.index for step in steps[index:] if step.item != item), len(steps))


def to_item(timeline: Timeline, _index: int, _position_s: float, item: int) -> int:
    """Return the step at which the exercise of this number begins."""
    return next(step.index for step in timeline.steps if step.item == item)


def to_next_step(_timeline: Timeline, index: int, _position_s: float) -> int:
    """Return the step after this one; the number of steps after the last."""
    return index + 1


def to_same_step(_timeline: Timeline, index: int, _position_s: float) -> int:
    """Return this step."""
    return index


def cues(step: Step, from_s: float, to_s: float) -> list[Event]:
    """Return the cues of the step that are due after `from_s` and up to `to_s`, but no stale countdown."""
    found: list[Event] = []
    halfway_s = step.start_s + step.duration_s / 2
    if step.kind == "hold" and step.duration_s >= HALFWAY_FROM_S and from_s < halfway_s <= to_s:
        found.append(Halfway(step, halfway_s))
    if step.duration_s >= COUNTDOWN_FROM_S:
        found += [Countdown(step, at_s, left) for at_s, left in _countdown(step.end_s, from_s, to_s)]
    return found


def lead_in_cues(step: Step, start_s: float, from_s: float, to_s: float) -> list[Event]:
    """Return the countdown of a lead-in that ends at `start_s`, as `cues` does."""
    due = _countdown(start_s, from_s, to_s)
    return [Countdown(step, start_s, left, lead_in=True) for _, left in due]


def _countdown(end_s: float, from_s: float, to_s: float) -> list[tuple[float, int]]:
    due = [(end_s - left, left) for left in COUNTDOWN_S]
    return [(at_s, left) for at_s, left in due if from_s < at_s <= to_s <= at_s + STALE_COUNTDOWN_S]
