"""What a person chooses before a session: how long, without what, and in which order. Pure functions."""

from dataclasses import dataclass, replace

from backguide.catalogue.model import Catalogue, Routine
from backguide.session.compile import compile_timeline, order_by_position
from backguide.session.fit import FittedItem, fit_to_minutes
from backguide.session.outline import position_changes
from backguide.session.preferences import SessionPreferences


@dataclass(frozen=True, slots=True)
class SessionChoice:
    """`minutes` is None for the whole routine; `skipped` and `kept` are numbers of its items.

    An item that is kept is never left out to save time; `by_position` brings together what shares a
    position.
    """

    minutes: int | None = None
    skipped: frozenset[int] = frozenset()
    kept: frozenset[int] = frozenset()
    by_position: bool = False


@dataclass(frozen=True, slots=True)
class ChosenSession:
    """The routine as chosen. `items` are its own, in order, with their numbers in the whole routine.

    `fits` is false where even the least that has to stay takes longer than was asked for.
    """

    routine: Routine
    items: tuple[FittedItem, ...]
    fits: bool = True

    def left_out(self, choice: SessionChoice, count: int) -> frozenset[int]:
        """Return which of `count` items were left out to save time, and not because they were skipped."""
        return frozenset(range(count)) - choice.skipped - {one.place for one in self.items}


def choose(
    routine: Routine, catalogue: Catalogue, preferences: SessionPreferences, choice: SessionChoice
) -> ChosenSession:
    """Return the session that a choice makes of a routine. SessionError where it cannot be laid out."""
    places = [place for place in range(len(routine.items)) if place not in choice.skipped]
    if choice.by_position:
        places = _by_position(routine, catalogue, places)
    wanted = replace(routine, items=tuple(routine.items[place] for place in places))
    items: tuple[FittedItem, ...] | None = tuple(
        FittedItem(index, item) for index, item in enumerate(wanted.items)
    )
    fits = True
    if choice.minutes is not None:
        keep = frozenset(index for index, place in enumerate(places) if place in choice.kept)
        fitted = fit_to_minutes(wanted, catalogue, preferences, choice.minutes, keep)
        fits = fitted is not None
        items = fitted or items
    assert items is not None
    items = tuple(replace(one, place=places[one.place]) for one in items)
    return ChosenSession(replace(wanted, items=tuple(one.item for one in items)), items, fits)


def saves_changes(routine: Routine, catalogue: Catalogue, preferences: SessionPreferences) -> bool:
    """Tell whether another order of the routine needs fewer changes of position."""
    ordered = replace(routine, items=order_by_position(routine.items, catalogue))
    before, after = (compile_timeline(one, catalogue, preferences) for one in (routine, ordered))
    return position_changes(after) < position_changes(before)


def _by_position(routine: Routine, catalogue: Catalogue, places: list[int]) -> list[int]:
    """Bring the places of items that share a position together, as `order_by_position` does."""
    positions = [catalogue.exercises[routine.items[place].exercise].position for place in places]
    return [
        place
        for _, place in sorted(zip(positions, places, strict=True), key=lambda one: positions.index(one[0]))
    ]
