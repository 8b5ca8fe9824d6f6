"""The sentences between the repetitions: plain, and short enough for the player's stage."""

from collections.abc import Sequence

from backguide.catalogue.model import Exercise, Position, Side, Variation

LONGEST_SENTENCE = 45  # characters: what fits on the player's stage in one line

_IN: dict[Position, str] = {
    "standing": "Standing",
    "hands-and-knees": "On your hands and knees",
    "side-lying": "On your side",
    "supine": "On your back",
}
_IN_SHORT: dict[Position, str] = {**_IN, "hands-and-knees": "Hands and knees"}
_COME: dict[Position, str] = {
    "standing": "Stand up slowly.",
    "hands-and-knees": "Come onto your hands and knees.",
    "side-lying": "Come onto your side.",
    "supine": "Come onto your back.",
}


def other_side(side: Side) -> Side:
    """Return the opposite side."""
    return "left" if side == "right" else "right"


def get_into(position: Position, exercise: Exercise, variation: Variation, side: Side | None) -> str:
    """Tell where a session starts, and with what, as in "On your back: dead bug, right leg first"."""
    name = _small(exercise.name)
    choices: list[str] = []
    for side_words in _sides_words(variation, side):
        choices += [f"{place}: {name}{side_words}." for place in (_IN[position], _IN_SHORT[position])]
    return _fitting(choices)


def get_ready(name: str, variation: Variation, side: Side | None) -> str:
    """Announce an exercise and the side that starts, as in "Get ready: bird dog, right leg first".

    Where that is too long, the first words go before the side does, because the side has to be heard.
    """
    choices: list[str] = []
    for side_words in _sides_words(variation, side):
        choices += [f"Get ready: {_small(name)}{side_words}.", f"{name}{side_words}."]
    return _fitting(choices)


def get_ready_for_set(number: int, count: int, variation: Variation, side: Side | None) -> str:
    """Announce a further set, as in "Get ready: set 2 of 3, right leg first"."""
    return _fitting(
        [f"Get ready: set {number} of {count}{words}." for words in _sides_words(variation, side)]
    )


def change_position(position: Position) -> str:
    """Tell which position comes next."""
    return _COME[position]


def switch_side(position: Position, side: Side) -> str:
    """Tell to change to `side`, the one that works next.

    On the side the body rolls over, and "left side" could be the one to lie on: so it names none.
    """
    return "Roll over to the other side." if position == "side-lying" else f"Change to your {side} side."


def rest(number: int, count: int) -> str:
    """Tell what the rest is for."""
    return f"Rest. Next: set {number} of {count}."


def _sides_words(variation: Variation, side: Side | None) -> tuple[str, ...]:
    """From the fullest way to name the side that starts to none at all."""
    if side is None:
        return ("",)
    return (f", {_small(variation.working.get(side, f'{side} side'))} first", f", {side} side first", "")


def _small(name: str) -> str:
    return name[:1].lower() + name[1:]


def _fitting(choices: Sequence[str]) -> str:
    return next((choice for choice in choices if len(choice) <= LONGEST_SENTENCE), choices[-1])
