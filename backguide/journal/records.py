"""What is remembered of a session: plain values, as they are stored and exported.

Times are aware UTC datetimes; `zone` is the IANA name of where the person was. A rating that was not
given has no record: a gap, never a zero.
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


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One session. `position_s` is how far its timeline got, for resuming; `timeline_key` names what ran."""

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
    """Planned and done seconds of one exercise, side and set of a session."""

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
class Rating:
    """Pain on the numeric rating scale, 0 to 10, of the back or of the leg."""

    id: str
    session: str | None
    moment: Moment
    site: Site
    value: int
    rated_at: datetime
    zone: str
