"""Where the camera stands to show a motion, and how a motion file says it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

Seen = Literal["first", "second"]
_LONGEST_NAME = 20  # it stands on a button
_NUMBER = "must be a number of degrees"


@dataclass(frozen=True, slots=True)
class View:
    """Where the camera stands: azimuth 0 is at the mover's right hand side, degrees.

    `flip`: the other side is seen from the other side too, where one place would show one side's back.
    `name` says it to people who choose between two: "From behind".
    """

    azimuth: float = 30.0
    elevation: float = 15.0
    flip: bool = False
    name: str = "From the side"

    def of_side(self, side: Literal["left", "right"] | None) -> "View":
        """Return where the camera stands for this side."""
        return replace(self, azimuth=180.0 - self.azimuth) if self.flip and side == "left" else self


def read_view(where: str, table: object, default: View, fail: Callable[[str, str], Exception]) -> View:
    """Return `default` with what a table changes. Raises what `fail` makes of a key and a reason."""
    if not isinstance(table, Mapping):
        raise fail(where, "must be a table")
    for key, value in table.items():
        if reason := _objection(key, value):
            raise fail(f"{where}.{key}", reason)
    return replace(default, **table)


def read_second_view(
    where: str, table: object, default: View | None, fail: Callable[[str, str], Exception]
) -> View | None:
    """Return the second view, which has to say its own place and name; None where there is none."""
    if table is None:
        return default
    view = read_view(where, table, default or View(name=""), fail)
    if not view.name:
        raise fail(f"{where}.name", "is missing")
    return view


def _objection(key: str, value: Any) -> str:  # noqa: ANN401 whatever TOML holds
    """Return what is wrong with a key of a view; nothing where it is right."""
    match key:
        case "azimuth" | "elevation":
            return "" if type(value) in (int, float) else _NUMBER
        case "flip":
            return "" if isinstance(value, bool) else "must be true or false"
        case "name":
            fits = isinstance(value, str) and 0 < len(value.strip()) <= _LONGEST_NAME
            return "" if fits else f"must be text of up to {_LONGEST_NAME} characters"
    return "is none of azimuth, elevation, flip and name"
