"""The journal: what was done and felt, kept in one SQLite file of the person's own."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Self

from backguide.journal import store
from backguide.journal.database import MEMORY, Connect, connect_to, open_database, transaction
from backguide.journal.errors import JournalError, blaming_the_file
from backguide.journal.planned import planned_results
from backguide.journal.queries import JournalQueries
from backguide.journal.records import (
    HIGHEST_PAIN,
    LOWEST_PAIN,
    ExerciseResult,
    HurtMark,
    MergeOutcome,
    Moment,
    Rating,
    Row,
    Rows,
    SessionRecord,
    Site,
)
from backguide.journal.timeline_text import timeline_to_text
from backguide.journal.values import IdSource, local_date, whole_ms
from backguide.session.timeline import Timeline

Zone = Callable[[], str] | str


class Journal(JournalQueries):
    """Reads and writes the journal; each call is written whole or not at all, and at once.

    `now` gives the present moment, aware, and `zone` the IANA name of where the person is. Use it from
    the thread that opened it. Every method raises JournalError, one sentence for the person, when the
    file cannot be read or written; the journal then is as it was before the call.
    """

    def __init__(
        self, connection: sqlite3.Connection, path: Path, now: Callable[[], datetime], zone: Zone
    ) -> None:
        super().__init__(connection, path)
        self._now = now
        self._zone = zone
        self._ids = IdSource(now)

    @classmethod
    def open(
        cls, path: Path, now: Callable[[], datetime], zone: Zone, connect: Connect = connect_to
    ) -> "Journal":
        """Open the journal, making it and its folder where there is none.

        JournalError when it cannot be: DamagedJournalError and NewerJournalError leave the file as it was.
        """
        return cls(open_database(path, now, connect), path, now, zone)

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
        return self._ids.new()

    def now(self) -> datetime:
        """Return the present moment as the journal keeps it."""
        return whole_ms(self._now())

    def zone(self) -> str:
        """Return where the person is."""
        return self._zone if isinstance(self._zone, str) else self._zone()

    def begin_session(self, timeline: Timeline, routine_name: str | None = None) -> SessionRecord:
        """Begin a guided session (see `SessionRecorder.begin`); an unfinished one is closed first."""
        identifier = self.new_id()
        results = planned_results(timeline, identifier, self.new_id)
        session = SessionRecord(
            identifier,
            self.now(),
            self.zone(),
            timeline.routine,
            timeline.name if routine_name is None else routine_name,
            state="running",
            origin="guided",
            planned_s=sum(result.planned_s for result in results),
            done_s=0.0,
            position_s=0.0,
        )
        with self._writing():
            store.end_running(self._connection)
            store.SESSIONS.insert(self._connection, session)
            for result in results:
                store.RESULTS.insert(self._connection, result)
            store.put_timeline(self._connection, session.id, timeline_to_text(timeline))
        return session

    def save_progress(
        self,
        session: SessionRecord,
        results: Iterable[ExerciseResult] = (),
        hurt_marks: Iterable[HurtMark] = (),
        timeline: Timeline | None = None,
    ) -> None:
        """Write how far a session got, with the results, marks and timeline that changed."""
        with self._writing():
            store.save_progress(self._connection, session)
            for result in results:
                store.RESULTS.put(self._connection, result)
            for mark in hurt_marks:
                store.HURT_MARKS.put(self._connection, mark)
            if timeline is not None:
                store.put_timeline(self._connection, session.id, timeline_to_text(timeline))
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
        corrected rating keeps its time. KeyError when there is no such session.
        """
        rated_at, zone = self._moment_of_rating(session, moment, at)
        with self._writing():
            earlier = self._earlier_rating(session, moment, site, local_date(rated_at, zone))
            if earlier is None:
                rating = Rating(self.new_id(), session, moment, site, _checked(value), rated_at, zone)
            else:
                rating = replace(
                    earlier, value=_checked(value), rated_at=rated_at if at else earlier.rated_at
                )
            store.RATINGS.put(self._connection, rating)
        return rating

    def unrate(self, rating: str) -> None:
        """Take a rating back: it becomes a gap."""
        with self._writing():
            store.RATINGS.delete(self._connection, rating)

    def log_session(
        self,
        at: datetime,
        routine: str,
        routine_name: str,
        done_s: float = 0.0,
        ratings: Mapping[tuple[Moment, Site], int] | None = None,
    ) -> SessionRecord:
        """Add a session done away from the computer, whole, with the ratings that were given.

        JournalError when `at` lies in the future.
        """
        if whole_ms(at) > self.now():
            raise JournalError("A session can only be logged once it has begun; give a time that has passed.")
        session = _logged(self.new_id(), whole_ms(at), self.zone(), routine, routine_name, done_s)
        with self._writing():
            store.SESSIONS.insert(self._connection, session)
            for (moment, site), value in (ratings or {}).items():
                store.RATINGS.insert(self._connection, self._logged_rating(session, moment, site, value))
        return session

    def delete_session(self, session: str) -> Rows:
        """Delete a session with all that belongs to it; `restore` puts the returned rows back.

        KeyError when there is none.
        """
        with self._writing():
            deleted = Rows(
                (self.session(session),),
                self.results(session),
                self.hurt_marks(session),
                self.ratings(session=session),
            )
            store.SESSIONS.delete(self._connection, session)
        return deleted

    def restore(self, rows: Rows) -> None:
        """Put back what a deletion took away; an unfinished session comes back as stopped."""
        self.merge((*rows.sessions, *rows.results, *rows.hurt_marks, *rows.ratings))

    def merge(self, rows: Iterable[Row]) -> list[MergeOutcome]:
        """Add rows made elsewhere, a session before what belongs to it; say of each what became of it.

        A row whose identifier is here already is left as it is here. An unfinished session arrives as
        stopped, since it can only go on where it was begun.
        """
        with self._writing():
            return [store.merge_row(self._connection, row) for row in rows]

    def _logged_rating(self, session: SessionRecord, moment: Moment, site: Site, value: int) -> Rating:
        rated_at = session.started_at if moment == "before" else session.ended_at or session.started_at
        return Rating(self.new_id(), session.id, moment, site, _checked(value), rated_at, session.zone)

    def _moment_of_rating(
        self, session: str | None, moment: Moment, at: datetime | None
    ) -> tuple[datetime, str]:
        zone, rated_at = self.zone(), self.now()
        if session is not None:
            rated = self.session(session)
            zone = rated.zone
            if moment == "before":
                rated_at = rated.started_at
            elif moment == "after" and rated.state != "running":
                rated_at = rated.ended_at or rated_at
        return (rated_at if at is None else whole_ms(at)), zone

    def _earlier_rating(self, session: str | None, moment: Moment, site: Site, day: date) -> Rating | None:
        where = "WHERE session IS ? AND moment = ? AND site = ? ORDER BY id"
        values = (store.to_sql("session", session), moment, site)
        for rating in store.RATINGS.select(self._connection, where, values):
            if session is not None or local_date(rating.rated_at, rating.zone) == day:
                return rating
        return None

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with blaming_the_file(self._path), transaction(self._connection):
            yield


def _checked(value: int) -> int:
    if not LOWEST_PAIN <= value <= HIGHEST_PAIN:
        raise ValueError(f"pain is rated {LOWEST_PAIN} to {HIGHEST_PAIN}, not {value}")
    return value


def _logged(
    identifier: str, began: datetime, zone: str, routine: str, routine_name: str, done_s: float
) -> SessionRecord:
    return SessionRecord(
        identifier,
        began,
        zone,
        routine,
        routine_name,
        state="finished",
        origin="logged",
        planned_s=done_s,
        done_s=done_s,
        position_s=done_s,
        ended_at=began + timedelta(seconds=done_s),
    )
