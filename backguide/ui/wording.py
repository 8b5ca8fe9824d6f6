"""What the catalogue's values are called on the pages. Pure functions."""

from backguide.catalogue.model import Dose, Kind, Position, Source, Variation

KINDS: dict[Kind, str] = {
    "mobility": "Mobility",
    "strength": "Strength",
    "both": "Mobility and strength",
}
POSITION_WORDS: dict[Position, str] = {
    "standing": "Standing",
    "hands-and-knees": "Hands and knees",
    "side-lying": "On your side",
    "supine": "On your back",
}
_SOURCES: dict[Source, str] = {"article": "from the article", "typical": "typical physio dose"}
_SHORTEST_HOLD_S = 3.0  # below it a hold is a touch: the count tells the dose, the seconds do not


def dose_words(variation: Variation) -> str:
    """Return the dose in a few words, as in "6 × 5 s each side", "2 sets of 8 each side" or "5 cycles"."""
    dose = variation.dose
    if not _is_held(dose):
        return times_words(variation)
    hold = seconds_words(dose.parts[0].hold_s)
    each = _each_side(variation)
    if dose.repetitions == 1:
        return f"{dose.sets} × {hold}{each}" if dose.sets > 1 else f"{hold}{each}"
    held = f"{dose.repetitions} × {hold}{each}"
    return f"{dose.sets} sets of {held}" if dose.sets > 1 else held


def times_words(variation: Variation) -> str:
    """Return how often, as in "6 each side", "2 sets of 8 each side", "5 cycles" or "once"."""
    dose, each = variation.dose, _each_side(variation)
    if dose.repetitions == 1:
        times = {1: "once", 2: "twice"}.get(dose.sets, f"{dose.sets} times")
        return f"{times}{each}"
    counted = " cycles" if len(dose.parts) > 1 else ""
    count = f"{dose.repetitions}{counted}{each}" if counted or each else f"{dose.repetitions} times"
    return f"{dose.sets} sets of {count}" if dose.sets > 1 else count


def hold_words(dose: Dose) -> str:
    """Return how long each position is held, as in "5 s hold", or "3 s each way" where there are several."""
    holds = [part.hold_s for part in dose.parts]
    longest = seconds_words(max(holds))
    if len(holds) == 1:
        return f"{longest} hold"
    if min(holds) == max(holds):
        return f"{longest} each way"
    return f"{seconds_words(min(holds))} to {longest}"


def times_source(dose: Dose) -> str:
    """Tell where the count comes from; it is the article's only where sets and repetitions both are."""
    told: set[Source] = {dose.sources[name] for name in ("repetitions", "sets")}
    return _SOURCES["article" if told == {"article"} else "typical"]


def hold_source(dose: Dose) -> str:
    """Tell where the seconds come from."""
    return _SOURCES[dose.sources["hold_s"]]


def seconds_words(seconds: float) -> str:
    """Return seconds with their unit, as in "2.5 s"."""
    return f"{seconds:g} s"


def about_minutes(seconds: float) -> str:
    """Return a length to plan with, as in "about 3 min"."""
    minutes = round(seconds / 60)
    return f"about {minutes} min" if minutes else "under a minute"


def listed(things: tuple[str, ...]) -> str:
    """Return things as one sentence, as in "Deep back muscles, buttocks and calves."."""
    words = [thing if index == 0 else thing[:1].lower() + thing[1:] for index, thing in enumerate(things)]
    if len(words) < 2:
        return "".join(f"{word}." for word in words)
    return f"{', '.join(words[:-1])} and {words[-1]}."


def _is_held(dose: Dose) -> bool:
    return len(dose.parts) == 1 and dose.parts[0].hold_s >= _SHORTEST_HOLD_S


def _each_side(variation: Variation) -> str:
    return "" if variation.sides == "none" else " each side"
