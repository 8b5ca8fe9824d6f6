"""One exercise file into an Exercise.

The file's name is the slug. Its keys are the fields of Exercise; besides:

- `[dose]` holds what all variations share: sets, repetitions (a side), return_s, return_say, rest_s, flow,
  and `sources`, which tells for hold_s, repetitions and sets whether the number is "article" or "typical".
- `[[variations]]`, easiest first: slug, name, level, sides, difference; `working` words the moving limbs by
  side and is left out where sides is "none"; an own `dose` states only the keys that differ.
- `[[variations.parts]]`, in the order in which they are held: name, enter_say, hold_say, enter_s, hold_s.
- `[[cautions]]`: condition (a key of CONDITIONS), level, advice.
- `easier` and `harder` may be left out.
"""

from collections.abc import Mapping
from typing import Literal

from backguide.catalogue.conditions import CONDITIONS
from backguide.catalogue.model import (
    POSITIONS,
    Caution,
    Dose,
    Exercise,
    Kind,
    Part,
    Side,
    Sides,
    Source,
    Variation,
)
from backguide.catalogue.reader import Table

LONGEST_INSTRUCTION = 45  # characters: what fits on the player's stage at 32 px
LONGEST_BADGE = 24
LONGEST_PURPOSE = 120

_KINDS: tuple[Kind, ...] = ("mobility", "strength", "both")
_SIDES: tuple[Sides, ...] = ("none", "alternate", "each")
_SOURCES: tuple[Source, ...] = ("article", "typical")
_CAUTION_LEVELS: tuple[Literal["avoid", "adapt"], ...] = ("avoid", "adapt")
_BOTH_SIDES: tuple[Side, ...] = ("left", "right")
_SOURCED = ("hold_s", "repetitions", "sets")


def read_exercise(table: Table, slug: str) -> Exercise:
    """Return the exercise that the table describes; CatalogueError names the first key that is wrong."""
    variations = _read_variations(table)
    exercise = Exercise(
        slug=slug,
        name=table.text("name", longest=40),
        purpose=table.text("purpose", longest=LONGEST_PURPOSE),
        kind=table.choice("kind", _KINDS),
        position=table.choice("position", POSITIONS),
        default=table.choice("default", [variation.slug for variation in variations]),
        variations=variations,
        steps=table.texts("steps"),
        breathing=table.text("breathing"),
        faults=table.texts("faults"),
        muscles=table.texts("muscles"),
        secondary_muscles=table.texts("secondary_muscles", at_least=0),
        equipment=table.texts("equipment", at_least=0),
        cautions=_read_cautions(table),
        easier=table.optional_text("easier"),
        harder=table.optional_text("harder"),
    )
    table.close()
    return exercise


def _read_variations(table: Table) -> tuple[Variation, ...]:
    common_dose = table.table("dose")
    variations: list[Variation] = []
    for entry in table.tables("variations"):
        variation = _read_variation(entry, common_dose)
        if variation.slug in [other.slug for other in variations]:
            entry.refuse("slug", f'is "{variation.slug}" for a second time')
        if variations and variation.level < variations[-1].level:
            entry.refuse("level", "must not be lower than the one before, because the easiest comes first")
        variations.append(variation)
    return tuple(variations)


def _read_variation(entry: Table, common_dose: Table) -> Variation:
    sides = entry.choice("sides", _SIDES)
    variation = Variation(
        slug=entry.slug("slug"),
        name=entry.text("name", longest=40),
        level=entry.whole("level", 1, 9),
        sides=sides,
        dose=_read_dose(entry, common_dose),
        difference=entry.text("difference"),
        working=_read_working(entry, sides),
    )
    entry.close()
    return variation


def _read_dose(entry: Table, common_dose: Table) -> Dose:
    table = entry.table("dose").over(common_dose) if entry.has("dose") else common_dose
    sources = table.table("sources")
    dose = Dose(
        sets=table.whole("sets", 1, 10),
        repetitions=table.whole("repetitions", 1, 50),
        parts=tuple(_read_part(part) for part in entry.tables("parts")),
        return_s=table.number("return_s", 0.5, 60),
        return_say=table.text("return_say", LONGEST_INSTRUCTION),
        rest_s=table.number("rest_s", 0, 600),
        flow=table.flag("flow"),
        sources={name: sources.choice(name, _SOURCES) for name in _SOURCED},
    )
    sources.close()
    table.close()
    return dose


def _read_part(table: Table) -> Part:
    part = Part(
        name=table.text("name", longest=20),
        enter_say=table.text("enter_say", LONGEST_INSTRUCTION),
        hold_say=table.text("hold_say", LONGEST_INSTRUCTION),
        enter_s=table.number("enter_s", 0.5, 60),
        hold_s=table.number("hold_s", 0.5, 600),
    )
    table.close()
    return part


def _read_working(entry: Table, sides: Sides) -> Mapping[Side, str]:
    if sides == "none":
        if entry.has("working"):
            entry.refuse("working", 'must be left out where sides is "none"')
        return {}
    table = entry.table("working")
    working: dict[Side, str] = {side: table.text(side, LONGEST_BADGE) for side in _BOTH_SIDES}
    table.close()
    return working


def _read_cautions(table: Table) -> tuple[Caution, ...]:
    cautions: list[Caution] = []
    for entry in table.tables("cautions"):
        condition = entry.choice("condition", tuple(CONDITIONS))
        if condition in [other.condition for other in cautions]:
            entry.refuse("condition", f'is "{condition}" for a second time')
        level = entry.choice("level", _CAUTION_LEVELS)
        cautions.append(Caution(condition, level, entry.text("advice")))
        entry.close()
    return tuple(cautions)
