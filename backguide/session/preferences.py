"""How much time a session leaves between the exercises, and which side starts."""

import math
from dataclasses import dataclass, fields

from backguide.catalogue.model import Side


@dataclass(frozen=True, slots=True)
class SessionPreferences:
    """The pauses of a session, all in seconds; ValueError when they make no sense together.

    `get_ready_s` precedes the first repetition of every set; `change_exercise_s` stands in its place
    before an exercise in the same position. `change_position_s` comes before `get_ready_s` when the
    position is another one. `switch_side_s` lies between the sides of an exercise done side by side.
    """

    get_ready_s: float = 5.0
    change_exercise_s: float = 10.0
    change_position_s: float = 15.0
    switch_side_s: float = 5.0
    first_side: Side = "right"  # the article starts with the right leg

    def __post_init__(self) -> None:
        for entry in fields(self):
            value = getattr(self, entry.name)
            if isinstance(value, int | float) and not (math.isfinite(value) and value >= 0):
                raise ValueError(f"{entry.name} must be a number of seconds, not {value}")
        if self.first_side not in ("left", "right"):
            raise ValueError(f"first_side must be left or right, not {self.first_side}")
        if self.change_position_s + self.get_ready_s <= self.change_exercise_s:
            raise ValueError("a change of position must get more time than a change of exercise")
