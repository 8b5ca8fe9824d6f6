"""Reading the journal."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from backguide.catalogue.model import Side
from backguide.journal import store
from backguide.journal.database import snapshot
from backguide.journal.days import span, within
from backguide.journal.errors import blaming_the_file
from backguide.journal.exercise_sums import exercise_sums
from backguide.journal.outline import outline
from backguide.journal.records import (
    Deletion,
    DiaryEntry,
    ExerciseResult,
    ExerciseSums,
    HurtMark,
    JournalOutline,
    PegAnswer,
    Rating,
    Rows,
    SessionRecord,
    Site,
)
from backguide.journal.timeline_text import timeline_from_text
from backguide.journal.tombstones import deletions
from backguide.journal.values import local_date
from backguide.session.timeline import Timeline


class JournalQueries:
    """What can be asked of a journal. Every question raises JournalError when the file cannot be read.

    Days are calendar days where the person was; `start` and `end` are both included, None is open.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    @property
    def path(self) -> Path:
        """The journal's file; ":memory:" for one that is not kept."""
        return self._path

    def outline(self) -> JournalOutline:
        """Return how far the journal reaches and a version of it, without reading its rows."""
        with self._reading(), snapshot(self._connection):
            return outline(self._connection)

    def sessions(self, start: date | None = None, end: date | None = None) -> tuple[SessionRecord, ...]:
        """Return the sessions begun in these days, newest first."""
        with self._reading():
            where = "WHERE started_at BETWEEN ? AND ? ORDER BY started_at DESC, id DESC"
            found = store.SESSIONS.select(self._connection, where, span(start, end))
        if start is None and end is None:
            return tuple(found)
        return tuple(s for s in found if within(local_date(s.started_at, s.zone), start, end))

    def session(self, session: str) -> SessionRecord:
        """Return one session. KeyError when there is none of that identifier."""
        with self._reading():
            found = store.SESSIONS.get(self._connection, session)
        if found is None:
            raise KeyError(session)
        return found

    def open_session(self) -> SessionRecord | None:
        """Return the session that was never ended, to be resumed or closed, if there is one."""
        with self._reading():
            found = store.SESSIONS.select(self._connection, "WHERE state = 'running'")
        return found[0] if found else None

    def unfinished_timeline(self, session: str) -> Timeline | None:
        """Return the timeline of a session that was never ended; None when it cannot go on."""
        with self._reading():
            text = store.get_timeline(self._connection, session)
        return None if text is None else timeline_from_text(text)

    def results(self, session: str) -> tuple[ExerciseResult, ...]:
        """Return what was planned and done in a session, in the order of the session."""
        with self._reading():
            return tuple(store.RESULTS.of_session(self._connection, session))

    def results_between(
        self, start: date | None = None, end: date | None = None
    ) -> dict[str, tuple[ExerciseResult, ...]]:
        """Return the results of all sessions begun in these days, by session."""
        wanted: dict[str, list[ExerciseResult]] = {s.id: [] for s in self.sessions(start, end)}
        with self._reading():
            where = "WHERE session IN (SELECT id FROM session WHERE started_at BETWEEN ? AND ?) ORDER BY id"
            for result in store.RESULTS.select(self._connection, where, span(start, end)):
                if result.session in wanted:
                    wanted[result.session].append(result)
        return {session: tuple(results) for session, results in wanted.items()}

    def last_first_side(self) -> Side | None:
        """Return the side that started in the last guided session that had sides and was begun in earnest."""
        with self._reading():
            found = store.RESULTS.select(
                self._connection,
                "WHERE side IS NOT NULL AND session = (SELECT session.id FROM session JOIN result ON"
                " result.session = session.id WHERE side IS NOT NULL AND result.done_s > 0"
                " ORDER BY started_at DESC LIMIT 1) ORDER BY id LIMIT 1",
            )
        return found[0].side if found else None

    def hurt_marks_between(
        self, start: date | None = None, end: date | None = None
    ) -> dict[str, tuple[HurtMark, ...]]:
        """Return the marks of all sessions begun in these days that have any, by session."""
        marks: dict[str, list[HurtMark]] = {}
        wanted = {session.id for session in self.sessions(start, end)}
        with self._reading():
            where = "WHERE session IN (SELECT id FROM session WHERE started_at BETWEEN ? AND ?) ORDER BY id"
            for mark in store.HURT_MARKS.select(self._connection, where, span(start, end)):
                if mark.session in wanted:
                    marks.setdefault(mark.session, []).append(mark)
        return {session: tuple(found) for session, found in marks.items()}

    def hurt_marks(self, session: str) -> tuple[HurtMark, ...]:
        """Return the moments of a session in which something hurt, in order."""
        with self._reading():
            return tuple(store.HURT_MARKS.of_session(self._connection, session))

    def ratings(
        self,
        start: date | None = None,
        end: date | None = None,
        *,
        session: str | None = None,
        site: Site | None = None,
    ) -> tuple[Rating, ...]:
        """Return the ratings of these days, oldest first; only of one session or site where asked."""
        where = "WHERE rated_at BETWEEN ? AND ?"
        values: tuple[store.SqlValue, ...] = span(start, end)
        if session is not None:
            where, values = f"{where} AND session = ?", (*values, store.to_sql("session", session))
        if site is not None:
            where, values = f"{where} AND site = ?", (*values, site)
        with self._reading():
            found = store.RATINGS.select(self._connection, f"{where} ORDER BY rated_at, id", values)
        if start is None and end is None:
            return tuple(found)
        return tuple(r for r in found if within(local_date(r.rated_at, r.zone), start, end))

    def diary_entries(self, start: date | None = None, end: date | None = None) -> tuple[DiaryEntry, ...]:
        """Return what was noted about these days, the earliest first."""
        with self._reading():
            return tuple(store.DIARY.of_days(self._connection, start, end))

    def peg_answers(self, start: date | None = None, end: date | None = None) -> tuple[PegAnswer, ...]:
        """Return the answers to the three questions of the week given on these days, the earliest first."""
        with self._reading():
            return tuple(store.PEG.of_days(self._connection, start, end))

    def exercise_sums(self, start: date | None = None, end: date | None = None) -> tuple[ExerciseSums, ...]:
        """Return what became of every exercise planned in a session begun in these days, by its slug."""
        with self._reading(), snapshot(self._connection):
            return exercise_sums(self._connection, start, end)

    def deletions(self) -> tuple[Deletion, ...]:
        """Return which rows were deleted here and not put back, the latest deletion first."""
        with self._reading():
            return tuple(deletions(self._connection))

    def contents(self) -> Rows:
        """Return everything in the journal as of one moment, each kind in the order of its making."""
        with self._reading(), snapshot(self._connection):
            return Rows(
                tuple(store.SESSIONS.select(self._connection)),
                tuple(store.RESULTS.select(self._connection)),
                tuple(store.HURT_MARKS.select(self._connection)),
                tuple(store.RATINGS.select(self._connection)),
                tuple(store.DIARY.select(self._connection)),
                tuple(store.PEG.select(self._connection)),
            )

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with blaming_the_file(self._path):
            yield
