"""The sentences that a session says aloud: all of them, so that each can have a recorded clip.

An announcement is made of short sentences that are said one after another ("Bird dog." "Right leg first."),
so a few hundred clips are enough for every session.
"""

from collections.abc import Iterator

from backguide.catalogue.model import POSITIONS, Catalogue, Exercise, Position, Side, Variation
from backguide.session.wording import small, working_words

GET_READY = "Get ready."
HALFWAY = "Halfway."
COUNTS = {3: "Three.", 2: "Two.", 1: "One."}
REST = "Rest."
LAST_ONE = "Last one."
LAST_ON_EACH_SIDE = "Last one on each side."
HALF_OF_SESSION = "Half of your session is done."
FINISHED = "That was your session. Well done."
ENCOURAGEMENTS = (
    "Nice and steady.",
    "You are doing well.",
    "Good work. Keep breathing.",
    "Slow and controlled. Well done.",
    "Well done so far. Take your time.",
)
EASE_OUT = "Ease out of this slowly."
EASIER = "A little easier now."
HARDER = "A little harder now."
SAME_AGAIN = "We go on with the same exercise."
ONCE_MORE = "Once more on this side."

MOST_SETS = 3  # more sets than this are announced on the page alone

_IN: dict[Position, str] = {
    "standing": "Stand up straight.",
    "hands-and-knees": "Start on your hands and knees.",
    "side-lying": "Start on your side.",
    "supine": "Start on your back.",
}
_COME: dict[Position, str] = {
    "standing": "Stand up slowly.",
    "hands-and-knees": "Come onto your hands and knees.",
    "side-lying": "Come onto your side.",
    "supine": "Come onto your back.",
}


def all_texts(catalogue: Catalogue) -> tuple[str, ...]:
    """Return every sentence that a session of this catalogue may say, each once, in a stable order."""
    texts = [
        GET_READY,
        HALFWAY,
        *COUNTS.values(),
        REST,
        LAST_ONE,
        LAST_ON_EACH_SIDE,
        HALF_OF_SESSION,
        FINISHED,
        *ENCOURAGEMENTS,
        EASE_OUT,
        EASIER,
        HARDER,
        SAME_AGAIN,
        ONCE_MORE,
    ]
    texts += [sentence(position) for sentence in (start_in, come_into) for position in POSITIONS]
    for count in range(2, MOST_SETS + 1):
        for number in range(2, count + 1):
            texts += [set_number(number, count), next_set(number, count)]
    for exercise in catalogue.exercises.values():
        texts += _of_exercise(exercise)
    return tuple(dict.fromkeys(texts))


def start_in(position: Position) -> str:
    """Tell in which position a session begins."""
    return _IN[position]


def come_into(position: Position) -> str:
    """Tell which position comes next."""
    return _COME[position]


def name(exercise: Exercise) -> str:
    """Return the name as a sentence, as in "Bird dog."."""
    return f"{exercise.name}."


def next_name(exercise: Exercise) -> str:
    """Return the name of what comes after this, as in "Next: bird dog."."""
    return f"Next: {small(exercise.name)}."


def set_number(number: int, count: int) -> str:
    """Return "Set 2 of 3."."""
    return f"Set {number} of {count}."


def next_set(number: int, count: int) -> str:
    """Return "Next: set 2 of 3."."""
    return f"Next: set {number} of {count}."


def side_words(variation: Variation, side: Side) -> str:
    """Name what works on this side, as in "Right leg and left arm."."""
    words = working_words(variation, side)
    return f"{words[:1].upper()}{words[1:]}."


def side_first(variation: Variation, side: Side) -> str:
    """Name what works first, as in "Right leg and left arm first."."""
    return f"{side_words(variation, side)[:-1]} first."


def change_sides(position: Position, variation: Variation, side: Side) -> str:
    """Tell to change to this side, as in "Change sides: left leg."."""
    over = "Roll over" if position == "side-lying" else "Change sides"
    return f"{over}: {working_words(variation, side)}."


def part_word(variation: Variation, part: int) -> str:
    """Name the part of a repetition that is begun now, as in "Cow."."""
    return f"{variation.dose.parts[part].name}."


def _of_exercise(exercise: Exercise) -> Iterator[str]:
    yield from (name(exercise), next_name(exercise))
    for variation in exercise.variations:
        for index, part in enumerate(variation.dose.parts):
            if variation.sides != "alternate" and variation.dose.repetitions > 1:
                yield part_word(variation, index)
            yield from (part.enter_say, part.hold_say)
        yield variation.dose.return_say
        if variation.sides != "none":
            yield from _of_sides(exercise, variation)


def _of_sides(exercise: Exercise, variation: Variation) -> Iterator[str]:
    sides: tuple[Side, ...] = ("right", "left")
    for side in sides:
        yield from (side_words(variation, side), side_first(variation, side))
        if variation.sides == "each":
            yield change_sides(exercise.position, variation, side)
