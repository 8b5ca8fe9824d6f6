"""The exercises and routines as values: frozen, complete, free of files.

Field names follow physiotherapy: a *set* holds *repetitions*; a repetition passes through one or more
*parts*, each moved into and then held. Seconds are floats, sides are the mover's own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["mobility", "strength", "both"]
Position = Literal["standing", "hands-and-knees", "side-lying", "supine"]
Sides = Literal["none", "alternate", "each"]
Side = Literal["left", "right"]
Source = Literal["article", "typical"]

POSITIONS: tuple[Position, ...] = ("standing", "hands-and-knees", "side-lying", "supine")


@dataclass(frozen=True, slots=True)
class Part:
    """One held position of a repetition and the way into it, such as the cow of cat cow."""

    name: str
    enter_say: str
    hold_say: str
    enter_s: float
    hold_s: float


@dataclass(frozen=True, slots=True)
class Dose:
    """How much: `repetitions` count per side where the variation has sides.

    `sources` tells for "hold_s", "repetitions" and "sets" whether the number is the article's or a
    typical physiotherapy dose. `flow` means that a repetition runs into the next without a return.
    """

    sets: int
    repetitions: int
    parts: tuple[Part, ...]
    return_s: float
    return_say: str
    rest_s: float
    flow: bool
    sources: Mapping[str, Source]


@dataclass(frozen=True, slots=True)
class Variation:
    """A form of an exercise; `level` 1 is the easiest. `working` words the moving limbs by side."""

    slug: str
    name: str
    level: int
    sides: Sides
    dose: Dose
    difference: str
    working: Mapping[Side, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Caution:
    """A condition under which the exercise is to be avoided or adapted, and how."""

    condition: str
    level: Literal["avoid", "adapt"]
    advice: str


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise with all its variations, easiest first.

    `easier` and `harder` name a neighbouring exercise ("slug" or "slug/variation"), or nothing.
    """

    slug: str
    name: str
    purpose: str
    kind: Kind
    position: Position
    default: str
    variations: tuple[Variation, ...]
    steps: tuple[str, ...]
    breathing: str
    faults: tuple[str, ...]
    muscles: tuple[str, ...]
    secondary_muscles: tuple[str, ...]
    equipment: tuple[str, ...]
    cautions: tuple[Caution, ...]
    easier: str | None
    harder: str | None

    def variation(self, slug: str | None = None) -> Variation:
        """Return the named variation, or the default one. KeyError when there is none of that name."""
        wanted = self.default if slug is None else slug
        for variation in self.variations:
            if variation.slug == wanted:
                return variation
        raise KeyError(f"{self.slug}/{wanted}")


@dataclass(frozen=True, slots=True)
class RoutineItem:
    """One exercise of a routine; None keeps the variation's own dose."""

    exercise: str
    variation: str
    sets: int | None = None
    repetitions: int | None = None
    hold_s: float | None = None


@dataclass(frozen=True, slots=True)
class Routine:
    """An ordered list of exercises. `minutes` is the promised length, None where none is promised."""

    slug: str
    name: str
    purpose: str
    counts_as: frozenset[Literal["mobility", "strength"]]
    minutes: float | None
    items: tuple[RoutineItem, ...]


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """Weekdays (0 is Monday) on which mobility and strength are planned."""

    mobility: frozenset[int]
    strength: frozenset[int]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything that can be done. `problems` are sentences about files that were refused."""

    exercises: Mapping[str, Exercise]
    routines: Mapping[str, Routine]
    week: WeekPlan
    problems: tuple[str, ...] = ()
