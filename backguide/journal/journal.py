"""The journal: what was done and felt, kept in one SQLite file of the person's own."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from backguide.journal import guided, past, store
from backguide.journal.database import MEMORY, Connect, connect_to, open_database
from backguide.journal.desk import Desk, Zone
from backguide.journal.diary import Diary, Peg
from backguide.journal.errors import JournalError
from backguide.journal.merging import Merging
from backguide.journal.queries import JournalQueries
from backguide.journal.ratings import keep_rating, take_back
from backguide.journal.records import (
    DoneExercise,
    ExerciseResult,
    HurtMark,
    MergeOutcome,
    Moment,
    Rating,
    RefusedRow,
    Row,
    Rows,
    SessionChange,
    SessionRecord,
    Site,
)
from backguide.session.timeline import Timeline

__all__ = ["Journal", "Zone"]


class Journal(JournalQueries):
    """Reads and writes the journal; each call is written whole or not at all, and at once.

    `now` gives the present moment, aware, and `zone` the IANA name of where the person is. Use it from
    the thread that opened it. Every method raises JournalError, one sentence for the person, when the
    file cannot be read or written; the journal then is as it was before the call.
    """

    def __init__(self, desk: Desk) -> None:
        """Use `open` or `in_memory`."""
        super().__init__(desk.connection, desk.path)
        self._desk = desk
        self.diary = Diary(desk)
        self.peg = Peg(desk)

    @classmethod
    def open(
        cls, path: Path, now: Callable[[], datetime], zone: Zone, connect: Connect = connect_to
    ) -> "Journal":
        """Open the journal, making it and its folder where there is none.

        JournalError when it cannot be: DamagedJournalError and NewerJournalError leave the file as it was.
        """
        return cls(Desk(open_database(path, now, connect), path, now, zone))

    @classmethod
    def in_memory(cls, now: Callable[[], datetime], zone: Zone) -> "Journal":
        """Return an empty journal that is gone when it is closed."""
        return cls.open(MEMORY, now, zone)

    def close(self) -> None:
        """Give the file back."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def new_id(self) -> str:
        """Return an identifier that sorts after all that this journal has made."""
        return self._desk.new_id()

    def now(self) -> datetime:
        """Return the present moment as the journal keeps it."""
        return self._desk.now()

    def zone(self) -> str:
        """Return where the person is."""
        return self._desk.zone()

    def today(self) -> date:
        """Return the present day where the person is."""
        return self._desk.today()

    def begin_session(self, timeline: Timeline, routine_name: str | None = None) -> SessionRecord:
        """Begin a guided session (see `SessionRecorder.begin`); an unfinished one is closed first."""
        with self._desk.writing():
            return guided.begin(self._desk, timeline, routine_name)

    def save_progress(
        self,
        session: SessionRecord,
        results: Iterable[ExerciseResult] = (),
        hurt_marks: Iterable[HurtMark] = (),
        timeline: Timeline | None = None,
        unplanned: Iterable[ExerciseResult] = (),
    ) -> None:
        """Write how far a session got, with the results, marks and timeline that changed.

        `unplanned` are results that are not planned any more and of which nothing was done.
        """
        with self._desk.writing():
            store.save_progress(self._connection, session)
            for result in unplanned:
                store.RESULTS.delete(self._connection, result.id)
            for result in results:
                store.RESULTS.put(self._connection, result)
            for mark in hurt_marks:
                store.HURT_MARKS.put(self._connection, mark)
            if timeline is not None:
                guided.keep_timeline(self._desk, session, timeline)
            if session.state != "running":
                store.drop_timeline(self._connection, session.id)

    def close_session(self, session: str) -> SessionRecord:
        """End an unfinished session as stopped, keeping what was done. KeyError when there is none."""
        found = self.session(session)
        if found.state == "running":
            found = replace(found, state="stopped", ended_at=found.ended_at or found.started_at)
            self.save_progress(found)
        return found

    def rate(
        self, session: str | None, moment: Moment, site: Site, value: int, at: datetime | None = None
    ) -> Rating:
        """Keep a rating, in place of an earlier one of the same session (or day), moment and site.

        Without `at`, "before" and "after" count at the session's start and end, everything else now; a
        corrected rating keeps its time. KeyError when there is no such session, JournalError when `at`
        lies in the future.
        """
        with self._desk.writing():
            rated = None if session is None else self.session(session)
            return keep_rating(self._desk, rated, moment, site, value, at)

    def unrate(self, rating: str) -> Rows:
        """Take a rating back, so that it becomes a gap; `restore` puts the returned rows back.

        KeyError when there is none.
        """
        with self._desk.writing():
            found = store.RATINGS.get(self._connection, rating)
            if found is None:
                raise KeyError(rating)
            take_back(self._desk, found)
        return Rows(ratings=(found,))

    def log_session(
        self,
        at: datetime,
        routine: str,
        routine_name: str,
        done_s: float = 0.0,
        ratings: Mapping[tuple[Moment, Site], int] | None = None,
        *,
        note: str = "",
        exercises: Iterable[DoneExercise] = (),
    ) -> SessionRecord:
        """Add a session done away from the computer, whole, with the ratings that were given.

        Where exercises are told, their seconds add up to the session's. A daily rating is kept for the
        session's day. JournalError when `at`, or a next morning that is rated, lies in the future.
        """
        with self._desk.writing():
            session = past.logged(self._desk, at, routine, routine_name, done_s, note)
            session = past.log(self._desk, session, exercises)
            past.rate_all(self._desk, session, ratings or {})
        return session

    def correct_session(
        self,
        session: str,
        change: SessionChange,
        ratings: Mapping[tuple[Moment, Site], int | None] | None = None,
    ) -> SessionRecord:
        """Correct a session that is over, and the ratings that are named; None takes one back.

        KeyError when there is none; JournalError when it still goes on or would begin in the future.
        """
        with self._desk.writing():
            corrected = past.correct(self._desk, self.session(session), change)
            past.rate_all(self._desk, corrected, ratings or {})
        return corrected

    def delete_session(self, session: str) -> Rows:
        """Delete a session with all that belongs to it; `restore` puts the returned rows back.

        KeyError when there is none.
        """
        with self._desk.writing():
            return past.delete(self._desk, self.session(session))

    def restore(self, rows: Rows) -> None:
        """Put back what a deletion took away; an unfinished session comes back as stopped.

        JournalError, and nothing is put back, when something else has taken its place since.
        """
        with self._desk.writing():
            for outcome in Merging(self._connection, self.now()).merge_all(rows.in_order()):
                if isinstance(outcome, RefusedRow):
                    raise JournalError(f"It cannot be put back: {outcome.reason}.")

    def merge(self, rows: Iterable[Row], *, undelete: bool = False) -> list[MergeOutcome]:
        """Add rows made elsewhere, a session before what belongs to it; say of each what became of it.

        A row whose identifier is here already is left as it is here, and one that was deleted here is
        refused unless `undelete` asks for it. An unfinished session arrives as stopped, since it can only
        go on where it was begun.
        """
        with self._desk.writing():
            return Merging(self._connection, self.now() if undelete else None).merge_all(rows)
