"""What a small chart shows, as plain values: where things lie, and the words for each of them."""

from dataclasses import dataclass
from typing import Literal

Shape = Literal["dot", "ring", "diamond", "triangle"]
Ticks = tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that was felt, at a place of the chart; `words` read it out."""

    x: float
    y: float
    words: str
    shape: Shape = "dot"


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar from 0 to `value`, and where chance leaves it."""

    x: float
    value: float
    interval: tuple[float, float] | None
    words: str
    label: str


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """A chart over `x_range` and `y_range`, low before high.

    `estimate` is a level line and `interval` the band in which chance leaves it; `trend` a straight line
    from point to point; `path` joins the marks. `legend` says what the shapes mean.
    """

    title: str
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    x_ticks: Ticks
    y_ticks: Ticks
    x_title: str
    y_title: str
    marks: tuple[Mark, ...] = ()
    bars: tuple[Bar, ...] = ()
    estimate: float | None = None
    interval: tuple[float, float] | None = None
    trend: tuple[tuple[float, float], tuple[float, float]] | None = None
    path: bool = False
    zero_line: bool = False
    legend: tuple[tuple[Shape, str], ...] = ()

    @property
    def readings(self) -> tuple[str, ...]:
        """What can be read out, from left to right."""
        return tuple(mark.words for mark in self.marks) + tuple(bar.words for bar in self.bars)

    @property
    def text(self) -> str:
        """The whole chart in words."""
        return "\n".join([self.title, *self.readings])


def whole_ticks(low: float, high: float, step: int = 1) -> Ticks:
    """Return a mark at every multiple of `step`; with a plus above 0 where there is something below it."""
    sign = "+" if low < 0 else ""
    places = range(-(int(-low) // step) * step, int(high) + 1, step)
    words = (f"{sign}{place}" if place > 0 else str(place).replace("-", "−") for place in places)
    return tuple((float(place), word) for place, word in zip(places, words, strict=True))
