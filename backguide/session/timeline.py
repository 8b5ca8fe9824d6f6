"""A session laid out in time: contiguous steps, compiled once, true to the second."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from backguide.catalogue.model import Side

StepKind = Literal[
    "get_ready", "enter", "hold", "return", "rest", "switch_side", "change_position", "ease_out"
]
START = -1  # `came_from` of a part that is entered from the start position


@dataclass(frozen=True, slots=True)
class Step:
    """One stretch of time in which one thing is to be done.

    `item` counts the exercises of the session from 0. `set` and `repetition` count from 1 and are 0 where
    they mean nothing; `part` is the index of the part being entered or held (for `return`: left), and
    `came_from` the part the body comes from, or START. `say` is the instruction, one sentence.

    Only a session in which something hurt has an `ease_out`: the way into the part, taken backwards and at
    half speed, from where the body was; `from_share` is how far into the part that is, 0 to 1.
    """

    index: int
    kind: StepKind
    start_s: float
    duration_s: float
    item: int
    exercise: str
    variation: str
    side: Side | None
    set: int
    repetition: int
    part: int
    came_from: int
    say: str
    from_share: float = 1.0

    @property
    def end_s(self) -> float:
        """The moment at which the next step starts, in seconds from the start of the session."""
        return self.start_s + self.duration_s


@dataclass(frozen=True, slots=True)
class Timeline:
    """The steps of one session. The first starts at 0 and each starts where the one before ends."""

    routine: str
    name: str
    steps: tuple[Step, ...]

    @property
    def duration_s(self) -> float:
        """Whole length in seconds."""
        return self.steps[-1].end_s if self.steps else 0.0

    def at(self, position_s: float) -> Step:
        """Return the step that runs at this moment; the last one at and beyond the end."""
        index = bisect_right(self.steps, position_s, key=lambda step: step.start_s) - 1
        return self.steps[max(0, index)]
