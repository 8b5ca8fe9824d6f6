"""Which posture the figure has: for a moment of a session, or on a loop for browsing.

Both are pure functions of time, so picture, number and voice cannot disagree.
"""

from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING

from backguide.catalogue.model import Dose, Side
from backguide.figure.motion import START, Motion
from backguide.figure.skeleton import Posture
from backguide.session.timeline import Step

if TYPE_CHECKING:
    from collections.abc import Callable

# Moments are rounded to these grids, so that every repetition shows the same frames.
FRAMES_PER_S = 30  # of a session, whose timer keeps to the grid
_BREATHING_HZ = 12  # a breath moves a tenth of a pixel in this time
_MOVING_HZ = 60  # of a loop, whose timer does not
_REST_IN_LOOP_S = 0.8  # a breath between two repetitions when browsing
_LONGEST_HOLD_IN_LOOP_S = 5.0  # a breath; nobody browsing waits out a hold of a minute


def posture_at(motion: Motion, step: Step, elapsed_s: float) -> Posture:
    """Return the body `elapsed_s` seconds into a step of a session, true to a thirtieth of a second.

    A hold is true to a twelfth: it only breathes.
    """
    if step.kind == "hold":
        return motion.holding(step.part, step.side, _on_grid(elapsed_s, _BREATHING_HZ), step.duration_s)
    elapsed_s = _on_grid(elapsed_s, FRAMES_PER_S)
    if step.kind == "enter":
        return motion.entering(step.part, step.came_from, _share(elapsed_s, step.duration_s), step.side)
    if step.kind == "return":
        return motion.returning(step.part, _share(elapsed_s, step.duration_s), step.side)
    if step.kind == "ease_out":
        share = step.from_share * (1.0 - _share(elapsed_s, step.duration_s))
        return motion.entering(step.part, step.came_from, share, step.side)
    return _between(motion, step, elapsed_s)


def side_shown(step: Step, elapsed_s: float) -> Side | None:
    """Return the side that the picture shows; a change of sides happens half-way through its step."""
    if step.kind == "switch_side" and step.side and elapsed_s < step.duration_s / 2:
        return "left" if step.side == "right" else "right"
    return step.side


def _between(motion: Motion, step: Step, elapsed_s: float) -> Posture:
    """Wait in the ready pose; come out of the start pose before, get into it just in time after."""
    side = side_shown(step, elapsed_s)
    set_up_s = set_up_within(motion, step)
    if not set_up_s:
        return motion.ready(side)
    if is_leaving(motion, step, elapsed_s):
        return motion.setting_up(1.0 - elapsed_s / set_up_s, side)
    if is_arriving(motion, step, elapsed_s):
        return motion.setting_up(1.0 - (step.duration_s - elapsed_s) / set_up_s, side)
    return motion.ready(side)


def set_up_within(motion: Motion, step: Step) -> float:
    """Seconds of a step that setting up or coming out takes: all there are, half where it does both."""
    return min(motion.set_up_s, step.duration_s / 2 if step.kind == "switch_side" else step.duration_s)


def is_leaving(motion: Motion, step: Step, elapsed_s: float) -> bool:
    """Tell whether the figure comes out of the start pose at this moment of a step between repetitions."""
    return step.kind in ("rest", "switch_side") and elapsed_s < set_up_within(motion, step)


def is_arriving(motion: Motion, step: Step, elapsed_s: float) -> bool:
    """Tell whether the figure gets into the start pose at this moment of a step between repetitions."""
    arriving = step.kind in ("get_ready", "switch_side")
    return arriving and elapsed_s > step.duration_s - set_up_within(motion, step)


def to_next_frame_s(elapsed_s: float) -> float:
    """Seconds from a moment of a step to the frame after the one that it shows."""
    return (round(elapsed_s * FRAMES_PER_S) + 1) / FRAMES_PER_S - elapsed_s


def _on_grid(moment_s: float, per_s: int) -> float:
    return round(moment_s * per_s) / per_s


def _share(elapsed_s: float, duration_s: float) -> float:
    return min(1.0, max(0.0, elapsed_s / duration_s)) if duration_s > 0 else 1.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """A named stretch of the loop, `start_s` to `start_s + duration_s`."""

    name: str
    start_s: float
    duration_s: float


class RepetitionLoop:
    """One whole repetition of an exercise, from the ready pose and back to it, for browsing and pictures."""

    def __init__(self, motion: Motion, dose: Dose) -> None:
        self._parts: list[tuple[str, float, Callable[[float, Side | None], Posture]]] = []
        if motion.set_up_s:
            self._add("Get set", motion.set_up_s, motion.setting_up)
        came_from = START
        for index, part in enumerate(dose.parts):
            self._add("Move", part.enter_s, partial(motion.entering, index, came_from))
            hold_s = min(part.hold_s, _LONGEST_HOLD_IN_LOOP_S)
            hold_s = max(hold_s, 0.4)
            self._add(part.name, hold_s, partial(_held, motion, index, hold_s))
            came_from = index
        self._add("Return", dose.return_s, partial(motion.returning, came_from))
        if motion.set_up_s:
            self._add("Come out", motion.set_up_s, partial(_backwards, motion))
        self._add("Rest", _REST_IN_LOOP_S, partial(_waiting, motion))
        self._ends = list(accumulate(duration_s for _, duration_s, _ in self._parts))

    def _add(self, name: str, duration_s: float, posture: "Callable[[float, Side | None], Posture]") -> None:
        self._parts.append((name, duration_s, posture))

    @property
    def duration_s(self) -> float:
        """Seconds of one round."""
        return self._ends[-1]

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """The named stretches in order, without gaps."""
        rows = zip(self._parts, self._ends, strict=True)
        return tuple(Stretch(name, end - duration, duration) for (name, duration, _), end in rows)

    def posture(self, moment_s: float, side: Side | None = None) -> Posture:
        """Return the body at a moment; the loop goes round."""
        moment_s = _on_grid(moment_s, _MOVING_HZ) % self.duration_s
        index = next(i for i, end in enumerate(self._ends) if moment_s < end or i == len(self._ends) - 1)
        _, duration_s, posture = self._parts[index]
        start_s = self._ends[index] - duration_s
        return posture(_share(moment_s - start_s, duration_s), side)


def _held(motion: Motion, part: int, hold_s: float, share: float, side: Side | None) -> Posture:
    return motion.holding(part, side, _on_grid(share * hold_s, _BREATHING_HZ), hold_s)


def _waiting(motion: Motion, _share: float, side: Side | None) -> Posture:
    return motion.ready(side)


def _backwards(motion: Motion, share: float, side: Side | None) -> Posture:
    return motion.setting_up(1.0 - share, side)
