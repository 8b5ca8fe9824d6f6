"""Small exercises and routines built by hand, and a clock that stands still until moved."""

from backguide.catalogue.model import (
    Catalogue,
    Dose,
    Exercise,
    Part,
    Position,
    Routine,
    RoutineItem,
    Sides,
    Variation,
    WeekPlan,
)
from backguide.session.compile import compile_timeline
from backguide.session.preferences import SessionPreferences
from backguide.session.timeline import Timeline


class HandClock:
    """Seconds that pass only when told to."""

    def __init__(self) -> None:
        self.now_s = 1000.0

    def __call__(self) -> float:
        return self.now_s

    def move(self, seconds: float) -> None:
        self.now_s += seconds


def part(name: str = "Reach", enter_s: float = 2.0, hold_s: float = 6.0) -> Part:
    return Part(name, f"Into {name}.", f"Hold {name}.", enter_s, hold_s)


def dose(
    *parts: Part,
    sets: int = 1,
    repetitions: int = 1,
    return_s: float = 3.0,
    rest_s: float = 30.0,
    flow: bool = False,
) -> Dose:
    return Dose(sets, repetitions, parts or (part(),), return_s, "Come back.", rest_s, flow, {})


def exercise(
    slug: str = "bird-dog",
    sides: Sides = "alternate",
    position: Position = "hands-and-knees",
    of: Dose | None = None,
    working: bool = True,
) -> Exercise:
    words = {"left": "Left leg", "right": "Right leg"} if working and sides != "none" else {}
    variations = tuple(
        Variation(name.lower(), name, level, sides, of or dose(), "", words)
        for level, name in enumerate(("Plain", "Harder"), start=1)
    )
    name = slug.replace("-", " ").capitalize()
    return Exercise(
        slug, name, "", "both", position, "plain", variations, (), "", (), (), (), (), (), None, None
    )


def catalogue(*exercises: Exercise) -> Catalogue:
    nothing: frozenset[int] = frozenset()
    return Catalogue({each.slug: each for each in exercises}, {}, WeekPlan(nothing, nothing))


def routine(*items: RoutineItem) -> Routine:
    return Routine("mine", "Mine", "", frozenset(), None, items)


def plain(*exercises: Exercise) -> Routine:
    return routine(*(RoutineItem(each.slug, "plain") for each in exercises))


def timeline(*exercises: Exercise, preferences: SessionPreferences | None = None) -> Timeline:
    return compile_timeline(plain(*exercises), catalogue(*exercises), preferences or SessionPreferences())
