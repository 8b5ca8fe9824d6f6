"""What the player tells: facts, each with the position in the session at which it happened."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from backguide.session.timeline import Step, Timeline


@dataclass(frozen=True, slots=True)
class LeadInStarted:
    """A count of `duration_s` precedes the step, because the session is gone on with."""

    step: Step
    at_s: float
    duration_s: float


@dataclass(frozen=True, slots=True)
class StepStarted:
    """The step is the current one from now on."""

    step: Step
    at_s: float


@dataclass(frozen=True, slots=True)
class StepEnded:
    """The step was left after `done_s` seconds in it; `completed` tells whether at its end."""

    step: Step
    at_s: float
    done_s: float
    completed: bool


@dataclass(frozen=True, slots=True)
class StepLengthened:
    """The current hold lasts `added_s` longer; `step` is the longer one, and all later ones moved."""

    step: Step
    at_s: float
    added_s: float


@dataclass(frozen=True, slots=True)
class TimelineChanged:
    """From here on another timeline is in force; behind this moment it is the same.

    `replanned` is the exercise of the session of which something else is planned now, None where the plan
    is as it was.
    """

    timeline: Timeline
    at_s: float
    replanned: int | None


@dataclass(frozen=True, slots=True)
class Countdown:
    """So many whole seconds are left of the step, or of the count before it begins or goes on."""

    step: Step
    at_s: float
    seconds_left: int
    lead_in: bool = False


@dataclass(frozen=True, slots=True)
class Halfway:
    """Half of a long hold is done."""

    step: Step
    at_s: float


@dataclass(frozen=True, slots=True)
class Paused:
    """Time stands still: it was asked for, or the computer was asleep."""

    at_s: float
    cause: Literal["asked", "suspended"]


@dataclass(frozen=True, slots=True)
class Resumed:
    """Time goes on exactly where it stood still."""

    at_s: float


@dataclass(frozen=True, slots=True)
class Stopped:
    """The session was ended before its end."""

    at_s: float


@dataclass(frozen=True, slots=True)
class Finished:
    """The end of the session was reached."""

    at_s: float


StepEvent: TypeAlias = LeadInStarted | StepStarted | StepEnded | StepLengthened | Countdown | Halfway
Event: TypeAlias = StepEvent | TimelineChanged | Paused | Resumed | Stopped | Finished
