"""What becomes of a timeline when the person changes the session under way. Pure functions.

What lies behind stays as it was, cut off at the moment of the change, so that a position keeps its meaning
and the timeline tells what really happened.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from backguide.catalogue.model import Catalogue, Exercise, Side, Variation
from backguide.session import wording
from backguide.session.layout import ItemLayout, in_time
from backguide.session.outline import is_work
from backguide.session.preferences import SessionPreferences
from backguide.session.progress import Progress
from backguide.session.sides import SideGap
from backguide.session.timeline import START, Step, Timeline

EASED_SPEED = 0.5  # of the speed of the way in
_EASE_OUT_S = 3.0  # a part whose way in is not known
_REST_S = 10.0


@dataclass(frozen=True, slots=True)
class Change:
    """A timeline to go on with.

    `go_on_at` is the step with which it goes on, None where the step that runs goes on. `replanned` is the
    exercise of the session of which something else is planned now, None where the plan is as it was.
    """

    timeline: Timeline
    go_on_at: int | None = None
    replanned: int | None = None


def varied(
    at: Progress, catalogue: Catalogue, preferences: SessionPreferences, to: tuple[Exercise, Variation]
) -> Change:
    """Do what is left of the exercise in another variation, from a new get ready.

    The repetition that runs is done again; one whose hold is over counts as done, and where nothing is left
    nothing changes. Holds keep the length that this session gave them. Another exercise is done in its own
    dose, with the way to its position.
    """
    if to[0].slug == at.step.exercise and not _repetitions_left(at):
        return Change(at.timeline)
    return _cut(at, _rest_in(at, catalogue, preferences, to), replanned=at.step.item)


def eased_out(at: Progress, catalogue: Catalogue, preferences: SessionPreferences) -> Change:
    """Come out of the exercise slowly, then get ready for what is left of it.

    Where nothing is being done there is nothing to come out of; where nothing is left of the exercise there
    is a moment of rest, so that nobody has to decide what to do next while still coming out.
    """
    exercise = catalogue.exercises[at.step.exercise]
    same = (exercise, exercise.variation(at.step.variation))
    rest = [_moment_of_rest(at.step)]
    if _repetitions_left(at):
        rest = _rest_in(at, catalogue, preferences, same)
    return _cut(at, [*_ways_out(at), *rest], replanned=at.step.item)


def made_up(
    at: Progress, catalogue: Catalogue, preferences: SessionPreferences, gap: SideGap, *, at_end: bool
) -> Change:
    """Add what one side is short of: at the end of the session, or as soon as it can be.

    That is at once where the next exercise has not begun yet, and otherwise after the one that runs.
    """
    steps, step = at.timeline.steps, at.step
    catching_up = _CatchingUp(catalogue, preferences, gap)
    item_starts = next(other.index for other in steps if other.item == step.item)
    begun = any(is_work(other) for other in steps[item_starts : step.index + 1])
    if begun or at_end or step.item == gap.item:
        after = len(steps) - 1
        if not at_end:
            after = max(other.index for other in steps if other.item == step.item)
        drafts = [*steps[: after + 1], *catching_up.after(steps[after].exercise), *steps[after + 1 :]]
        return Change(replace(at.timeline, steps=in_time(drafts)))
    behind = [*steps[: step.index], replace(step, duration_s=at.elapsed_in_step_s)]
    drafts = [*behind, *catching_up.after(gap.exercise), *steps[item_starts:]]
    go_on_at = step.index + (1 if at.elapsed_in_step_s > 0 else 0)
    return Change(replace(at.timeline, steps=in_time(drafts)), go_on_at)


def _cut(at: Progress, coming: Iterable[Step], replanned: int | None) -> Change:
    """Cut the step that runs off here, and put these in place of the rest of its exercise."""
    steps, step = at.timeline.steps, at.step
    behind = [*steps[: step.index], replace(step, duration_s=at.elapsed_in_step_s)]
    later = [other for other in steps[step.index + 1 :] if other.item != step.item]
    made = in_time([*behind, *coming, *later])
    kept = step.index + (1 if at.elapsed_in_step_s > 0 else 0)
    return Change(replace(at.timeline, steps=made), kept, replanned)


def _rest_in(
    at: Progress, catalogue: Catalogue, preferences: SessionPreferences, to: tuple[Exercise, Variation]
) -> list[Step]:
    exercise, variation = to
    item, now = at.step.item, catalogue.exercises[at.step.exercise]
    if exercise.slug != now.slug:
        return list(ItemLayout(item, exercise, variation, preferences).whole(now))
    layout = ItemLayout(item, exercise, _with_holds(at, variation), preferences)
    return list(layout.rest(_repetitions_left(at)))


def _repetitions_left(at: Progress) -> Mapping[int, Mapping[Side | None, int]]:
    """Return the repetitions that are not done by set and side, in the order in which they come."""
    left: dict[int, dict[Side | None, int]] = {}
    for step in _unfinished(at):
        if step.kind == "hold" and step.part == _last_part(at, step):
            by_side = left.setdefault(step.set, {})
            by_side[step.side] = by_side.get(step.side, 0) + 1
    return left


def _unfinished(at: Progress) -> list[Step]:
    """Return what is left of the exercise; one that took its place already is not it."""
    now = (at.step.item, at.step.exercise)
    return [step for step in at.timeline.steps[at.step.index :] if (step.item, step.exercise) == now]


def _last_part(at: Progress, step: Step) -> int:
    alike = (step.item, step.exercise, step.variation)
    return max(s.part for s in at.timeline.steps if (s.item, s.exercise, s.variation) == alike)


def _with_holds(at: Progress, variation: Variation) -> Variation:
    """Return the variation with the holds as long as they still are in this session."""
    holds_s = {step.part: step.duration_s for step in _unfinished(at) if step.kind == "hold"}
    dose = variation.dose
    if len(holds_s) != len(dose.parts):
        return variation
    parts = tuple(replace(part, hold_s=holds_s[index]) for index, part in enumerate(dose.parts))
    return replace(variation, dose=replace(dose, parts=parts))


def _ways_out(at: Progress) -> list[Step]:
    """Return how the body gets back to the start position from where it is, slowly."""
    step, elapsed_s = at.step, at.elapsed_in_step_s
    if step.kind == "enter":
        share = elapsed_s / step.duration_s
        first = _way_out(step, step.part, step.came_from, share, step.duration_s)
        if step.came_from == START:
            return [first]
        return [first, _way_out(step, step.came_from, START, 1.0, _way_in_s(at, step.came_from))]
    if step.kind == "hold":
        return [_way_out(step, step.part, START, 1.0, _way_in_s(at, step.part))]
    if step.kind == "return":
        return [_way_out(step, step.part, START, 1.0 - elapsed_s / step.duration_s, step.duration_s)]
    return []


def _moment_of_rest(step: Step) -> Step:
    nothing = replace(step, kind="rest", repetition=0, part=0, came_from=START)
    return replace(nothing, duration_s=_REST_S, say=wording.REST_A_MOMENT)


def _way_out(step: Step, part: int, came_from: int, share: float, way_in_s: float) -> Step:
    return replace(
        step,
        kind="ease_out",
        duration_s=share * way_in_s / EASED_SPEED,
        part=part,
        came_from=came_from,
        say=wording.EASE_OUT,
        from_share=share,
    )


def _way_in_s(at: Progress, part: int) -> float:
    """Return the seconds that the way from the start position into this part takes, or else a way into it."""
    alike = (at.step.item, at.step.exercise, at.step.variation, part)
    ways = [
        step
        for step in at.timeline.steps
        if step.kind == "enter" and (step.item, step.exercise, step.variation, step.part) == alike
    ]
    ways.sort(key=lambda step: step.came_from != START)
    return ways[0].duration_s if ways else _EASE_OUT_S


class _CatchingUp:
    """Makes the steps that make up for a side."""

    def __init__(self, catalogue: Catalogue, preferences: SessionPreferences, gap: SideGap) -> None:
        self._catalogue = catalogue
        self._preferences = preferences
        self._gap = gap

    def after(self, exercise: str) -> list[Step]:
        """Return the way from this exercise, a get ready, and what is missing."""
        before, own = self._catalogue.exercises[exercise], self._catalogue.exercises[self._gap.exercise]
        first, preferences = self._gap.missing[0], self._preferences
        variation = own.variation(first.variation)
        base = replace(first, repetition=0, part=0, came_from=START)
        say = wording.catch_up(variation, self._gap.side)
        ready = replace(base, kind="get_ready", duration_s=preferences.get_ready_s, say=say)
        if before.position == own.position:
            return [ready, *self._gap.missing]
        come = wording.change_position(own.position, variation, self._gap.side)
        move = replace(base, kind="change_position", duration_s=preferences.change_position_s, say=come)
        return [move, ready, *self._gap.missing]
