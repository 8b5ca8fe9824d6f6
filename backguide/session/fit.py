"""A routine for the time there is: less of it, in an order in which little is missed. Pure functions.

Sets go first, then repetitions, evenly and never below half of what is asked for, and only then whole
exercises. Sides are never touched: what is left of an exercise is done on both.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from backguide.catalogue.model import Catalogue, Routine, RoutineItem
from backguide.session.compile import compile_timeline
from backguide.session.preferences import SessionPreferences
from backguide.session.timeline import Timeline

LENGTHS_MIN = (20, 15, 10, 5)
_LEAST_SHARE = 0.5  # of the repetitions that the routine asks for

Loss: TypeAlias = Literal["sets", "repetitions"]


@dataclass(frozen=True, slots=True)
class FittedItem:
    """What is left of one item, its sets and repetitions written out; `place` is its number."""

    place: int
    item: RoutineItem
    losses: frozenset[Loss] = frozenset()


_Left: TypeAlias = tuple[FittedItem, ...]


def whole_minutes(timeline: Timeline) -> int:
    """Return a session's length as it is told: in minutes, at least one."""
    return max(1, round(timeline.duration_s / 60))


def fit_to_minutes(
    routine: Routine,
    catalogue: Catalogue,
    preferences: SessionPreferences,
    minutes: int,
    keep: frozenset[int] = frozenset(),
) -> _Left | None:
    """Return what is left of the routine's items, in their order, so that it takes at most `minutes`.

    Of mobility and strength, whichever the routine has, at least one exercise stays, and so does every item
    whose number is in `keep`. None where that takes longer. SessionError for a routine that cannot be laid
    out.
    """

    def fits(left: _Left) -> bool:
        items = tuple(one.item for one in left)
        return (
            whole_minutes(compile_timeline(replace(routine, items=items), catalogue, preferences)) <= minutes
        )

    compile_timeline(routine, catalogue, preferences)  # refuses what the catalogue does not have
    asked = tuple(FittedItem(place, written_out(item, catalogue)) for place, item in enumerate(routine.items))
    left: _Left | None = asked
    while left is not None and not fits(left):
        left = _less_dose(left, asked) or _one_fewer(left, catalogue, keep)
    return None if left is None else _given_back(left, asked, fits)


def lengths_for(routine: Routine, catalogue: Catalogue, preferences: SessionPreferences) -> tuple[int, ...]:
    """Return the lengths in minutes that the routine can be shortened to, longest first."""
    whole = whole_minutes(compile_timeline(routine, catalogue, preferences))
    left = asked = _asked(routine, catalogue)
    while less := _less_dose(left, asked) or _one_fewer(left, catalogue, frozenset()):
        left = less
    shortest = replace(routine, items=tuple(one.item for one in left))
    least = whole_minutes(compile_timeline(shortest, catalogue, preferences))
    return tuple(minutes for minutes in LENGTHS_MIN if least <= minutes < whole)


def written_out(item: RoutineItem, catalogue: Catalogue) -> RoutineItem:
    """Return the item with its variation's sets and repetitions where it names none of its own."""
    dose = catalogue.exercises[item.exercise].variation(item.variation).dose
    return replace(
        item,
        sets=dose.sets if item.sets is None else item.sets,
        repetitions=dose.repetitions if item.repetitions is None else item.repetitions,
    )


def _asked(routine: Routine, catalogue: Catalogue) -> _Left:
    return tuple(FittedItem(place, written_out(item, catalogue)) for place, item in enumerate(routine.items))


def _less_dose(left: _Left, asked: _Left) -> _Left | None:
    """Take a set away, or else a repetition, where there is most of it; None where all is at its least."""
    most = max(left, key=lambda one: one.item.sets or 1)
    if (most.item.sets or 1) > 1:
        return _changed(left, most, "sets", -1)
    shares = {
        one: (one.item.repetitions or 1) / (asked[one.place].item.repetitions or 1)
        for one in left
        if (one.item.repetitions or 1) > math.ceil(_LEAST_SHARE * (asked[one.place].item.repetitions or 1))
    }
    if not shares:
        return None
    return _changed(left, max(shares, key=lambda one: shares[one]), "repetitions", -1)


def _one_fewer(left: _Left, catalogue: Catalogue, keep: frozenset[int]) -> _Left | None:
    """Leave out the last exercise of the kind there is most of; None where each is the last of its kind."""
    kinds = [catalogue.exercises[one.item.exercise].kind for one in left]

    def others(kind: str) -> int:
        return sum(other in (kind, "both") for other in kinds) - 1

    spare = {
        one: min(others(part) for part in (("mobility", "strength") if kind == "both" else (kind,)))
        for one, kind in zip(left, kinds, strict=True)
        if one.place not in keep
    }
    best = max(spare, key=lambda one: (spare[one], one.place), default=None)
    if best is None or spare[best] < 1:
        return None
    return tuple(one for one in left if one is not best)


def _given_back(left: _Left, asked: _Left, fits: Callable[[_Left], bool]) -> _Left:
    """Give back repetitions, and then sets, as long as it still fits: whole exercises leave gaps."""
    losses: Sequence[Loss] = ("repetitions", "sets")
    for loss in losses:
        for one in left:
            now = one
            while getattr(now.item, loss) < getattr(asked[one.place].item, loss):
                fuller = _changed(left, now, loss, 1)
                if not fits(fuller):
                    break
                left = fuller
                now = next(other for other in left if other.place == one.place)
    return tuple(replace(one, losses=_losses(one.item, asked[one.place].item)) for one in left)


def _changed(left: _Left, which: FittedItem, loss: Loss, by: int) -> _Left:
    sets, repetitions = which.item.sets or 1, which.item.repetitions or 1
    if loss == "sets":
        item = replace(which.item, sets=sets + by)
    else:
        item = replace(which.item, repetitions=repetitions + by)
    changed = replace(which, item=item)
    return tuple(changed if one.place == which.place else one for one in left)


def _losses(item: RoutineItem, asked: RoutineItem) -> frozenset[Loss]:
    names: Sequence[Loss] = ("sets", "repetitions")
    return frozenset(name for name in names if getattr(item, name) < getattr(asked, name))
