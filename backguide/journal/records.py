"""What is remembered of a session: plain values, as they are stored and exported.

Times are aware UTC datetimes, whole milliseconds; `zone` is the IANA name of where the person was. A
rating that was not given has no record: a gap, never a zero.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from backguide.catalogue.model import Side

SessionState = Literal["running", "finished", "stopped"]
Origin = Literal["guided", "logged", "imported"]
Outcome = Literal["done", "partial", "skipped", "eased"]
SkipReason = Literal["pain", "time", "tired", "unsure"]
Moment = Literal["before", "after", "next_morning", "daily"]
Site = Literal["back", "leg"]

LOWEST_PAIN = 0
HIGHEST_PAIN = 10


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One session.

    `planned_s` and `done_s` are practice seconds: entering, holding and returning, without rests.
    `position_s` is how far its timeline got, rests included, for resuming and as the session's length.
    `ended_at` of a running session is when it was last written.
    """

    id: str
    started_at: datetime
    zone: str
    routine: str
    routine_name: str
    state: SessionState
    origin: Origin
    planned_s: float
    done_s: float
    position_s: float
    ended_at: datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ExerciseResult:
    """Planned and done practice seconds of one exercise, side and set of a session.

    `item` counts the session's exercises from 0, `set` from 1. "skipped" without a reason means that it
    was not reached; "eased" that it was left or made lighter because it hurt.
    """

    id: str
    session: str
    item: int
    exercise: str
    variation: str
    side: Side | None
    set: int
    planned_s: float
    done_s: float
    outcome: Outcome
    skip_reason: SkipReason | None = None


@dataclass(frozen=True, slots=True)
class HurtMark:
    """The moment in which something hurt: `position_s` into the session, rated 0 to 10 or not rated."""

    id: str
    session: str
    item: int
    exercise: str
    variation: str
    side: Side | None
    position_s: float
    marked_at: datetime
    value: int | None = None


@dataclass(frozen=True, slots=True)
class Rating:
    """Pain on the numeric rating scale, 0 to 10, of the back or of the leg.

    `session` is None for a rating that belongs to a day and not to a session.
    """

    id: str
    session: str | None
    moment: Moment
    site: Site
    value: int
    rated_at: datetime
    zone: str


Row = SessionRecord | ExerciseResult | HurtMark | Rating


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of the journal that belong together: all of it, or what a deletion took away."""

    sessions: tuple[SessionRecord, ...] = ()
    results: tuple[ExerciseResult, ...] = ()
    hurt_marks: tuple[HurtMark, ...] = ()
    ratings: tuple[Rating, ...] = ()


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that was not taken in, and why."""

    reason: str


MergeOutcome = Literal["added", "already_there"] | RefusedRow
