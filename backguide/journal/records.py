"""What is remembered of sessions and days: plain values, as they are stored and exported.

Times are aware UTC datetimes, whole milliseconds; `zone` is the IANA name of where the person was. A
rating that was not given has no record: a gap, never a zero. `changed_at` is when a row was last
corrected or put back, None for one that is as it was made. Results and hurt marks change with their session.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Literal

from backguide.catalogue.model import Side

SessionState = Literal["running", "finished", "stopped"]
Origin = Literal["guided", "logged", "imported"]
Outcome = Literal["done", "partial", "skipped", "eased"]
SkipReason = Literal["pain", "time", "tired", "unsure"]
Moment = Literal["before", "after", "next_morning", "daily"]
Site = Literal["back", "leg"]
RowKind = Literal["session", "rating", "diary", "peg"]

LOWEST_PAIN = 0
HIGHEST_PAIN = 10
MOST_NOTE_CHARACTERS = 5000
MOST_TAG_CHARACTERS = 40
MOST_TAGS = 20
DIARY_TAGS = (
    "poor sleep",
    "stress",
    "long sitting",
    "heavy work",
    "walking",
    "medication",
    "flare-up",
)


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
    changed_at: datetime | None = None


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
class DoneExercise:
    """What was done of one exercise, side and set of a session away from the computer.

    `planned_s` None: as much was meant as was done.
    """

    exercise: str
    variation: str
    side: Side | None
    done_s: float
    planned_s: float | None = None
    skip_reason: SkipReason | None = None


@dataclass(frozen=True, slots=True)
class SessionChange:
    """What to correct in a session; None leaves it as it is.

    With another start the end moves along, and ratings before and after stay with start and end.
    """

    started_at: datetime | None = None
    routine: str | None = None
    routine_name: str | None = None
    done_s: float | None = None
    note: str | None = None


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
    changed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DiaryEntry:
    """What a person noted about one day where they were: a text, and short words for what was about.

    There is one at most for a day, with a note, a tag or both; tags are `DIARY_TAGS` or own words.
    """

    id: str
    day: date
    zone: str
    written_at: datetime
    note: str
    tags: tuple[str, ...] = ()
    changed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PegAnswer:
    """The three questions about the past week, each answered 0 to 10 or not: one at most for a day.

    Pain on average, its interference with enjoyment of life and with general activity (PEG: Krebs et al.,
    J Gen Intern Med 2009;24:733-738).
    """

    id: str
    day: date
    zone: str
    written_at: datetime
    pain: int | None
    enjoyment: int | None
    activity: int | None
    changed_at: datetime | None = None

    @property
    def score(self) -> float | None:
        """The mean of the three, 0 to 10 with one decimal; None while one is missing."""
        if self.pain is None or self.enjoyment is None or self.activity is None:
            return None
        return round((self.pain + self.enjoyment + self.activity) / 3, 1)


Row = SessionRecord | ExerciseResult | HurtMark | Rating | DiaryEntry | PegAnswer


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of the journal that belong together: all of it, or what a deletion took away."""

    sessions: tuple[SessionRecord, ...] = ()
    results: tuple[ExerciseResult, ...] = ()
    hurt_marks: tuple[HurtMark, ...] = ()
    ratings: tuple[Rating, ...] = ()
    diary: tuple[DiaryEntry, ...] = ()
    peg: tuple[PegAnswer, ...] = ()

    def in_order(self) -> tuple[Row, ...]:
        """Return all of them, a session before what belongs to it."""
        return tuple(row for field in fields(self) for row in getattr(self, field.name))


@dataclass(frozen=True, slots=True)
class ExerciseSums:
    """What became of one exercise in some days.

    `done`, `eased` and `skipped` count sessions: those in which any of it was done, in which it was eased,
    and in which a side or set of it was left out, by reason (None: not reached). `done_s` is by side.
    `last_done` is the day on which it was done last, where the person was; None where it never was.
    """

    exercise: str
    done: int
    eased: int
    hurt_marks: int
    skipped: Mapping[SkipReason | None, int]
    done_s: Mapping[Side | None, float]
    last_done: date | None


@dataclass(frozen=True, slots=True)
class JournalOutline:
    """How far a journal reaches: the days of its first session and rating, None where there is none.

    `version` is another one after every change, made here or by another program; it means nothing else.
    """

    began: date | None
    rated: date | None
    sessions: int
    version: tuple[int, int]

    @property
    def first_day(self) -> date | None:
        """The day of the first session or rating."""
        return min((day for day in (self.began, self.rated) if day is not None), default=None)


@dataclass(frozen=True, slots=True)
class Deletion:
    """That a row was deleted here, and when; gone once it is put back."""

    kind: RowKind
    id: str
    deleted_at: datetime


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that was not taken in, and why."""

    reason: str


MergeOutcome = Literal["added", "already_there"] | RefusedRow
