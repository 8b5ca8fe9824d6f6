"""The sentences between the repetitions: plain, and short enough for the player's stage."""

from collections.abc import Sequence

from backguide.catalogue.model import Exercise, Position, Side, Variation

LONGEST_SENTENCE = 45  # characters: what fits on the player's stage in one line

EASE_OUT = "Ease out of this slowly."
REST_A_MOMENT = "Rest for a moment."

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
    """Tell where a session starts, and with what, as in "On your back: dead bug, right leg first".

    Where that is too long, the name goes before the side does: the position and the side have to be heard.
    """
    name = small(exercise.name)
    places = (_IN[position], _IN_SHORT[position])
    if side is None:
        return _fitting([f"{place}: {name}." for place in places])
    limbs = working_words(variation, side)
    ways = (f"{limbs} first", limbs, f"{side} side first")
    choices = [f"{place}: {name}, {way}." for way in ways for place in places]
    return _fitting([*choices, f"{places[0]}, {limbs} first.", f"{places[0]}, {side} side first."])


def get_ready(names: Sequence[str], variation: Variation, side: Side | None) -> str:
    """Announce an exercise and the side that starts, as in "Get ready: bird dog, right leg first".

    `names` are what it may be called, the fullest first. Where the whole is too long, the first words go
    before the side does, because the side has to be heard.
    """
    choices: list[str] = []
    for way in _first_ways(variation, side):
        for name in names:
            choices += [f"Get ready: {small(name)}{way}.", f"{name}{way}."]
    return _fitting(choices)


def get_ready_for_set(number: int, count: int, variation: Variation, side: Side | None) -> str:
    """Announce a further set, as in "Get ready: set 2 of 3, right leg first"."""
    return _fitting([f"Get ready: set {number} of {count}{way}." for way in _first_ways(variation, side)])


def change_position(position: Position, variation: Variation, side: Side | None) -> str:
    """Tell which position comes next, and for lying on the side on which."""
    if position == "side-lying" and side is not None and side in variation.working:
        return _fitting([f"Come onto your side: {working_words(variation, side)}.", _COME[position]])
    return _COME[position]


def switch_side(position: Position, variation: Variation, side: Side) -> str:
    """Tell to change to `side`, the one that works next.

    The limbs are named where they have words, because to somebody who lies down "your left side" could be
    the one to lie on.
    """
    over = position == "side-lying"
    plain = "Roll over to the other side." if over else f"Change to your {side} side."
    if side not in variation.working:
        return plain
    return _fitting([f"{'Roll over' if over else 'Change sides'}: {working_words(variation, side)}.", plain])


def catch_up(variation: Variation, side: Side) -> str:
    """Tell that one side is done again for what it is short of, as in "Once more: left leg"."""
    return _fitting([f"Once more: {working_words(variation, side)}.", f"Once more: {side} side."])


def rest(number: int, count: int) -> str:
    """Tell what the rest is for."""
    return f"Rest. Next: set {number} of {count}."


def _first_ways(variation: Variation, side: Side | None) -> tuple[str, ...]:
    """From the fullest way to name the side that starts to none at all."""
    if side is None:
        return ("",)
    return (f", {working_words(variation, side)} first", f", {side} side first", "")


def working_words(variation: Variation, side: Side) -> str:
    """Name what works within a sentence, as in "right leg and left arm"."""
    return small(variation.working.get(side, f"{side} side")).replace(", ", " and ")


def small(name: str) -> str:
    """Return a name as it stands within a sentence."""
    return name[:1].lower() + name[1:]


def _fitting(choices: Sequence[str]) -> str:
    return next((choice for choice in choices if len(choice) <= LONGEST_SENTENCE), choices[-1])
