"""Records to rows and back: the only place that knows the columns. Private to this package.

Every table's columns are the fields of its record, in order; identifiers are kept as 16 bytes and
moments as text.
"""

import sqlite3
from collections.abc import Callable
from dataclasses import fields
from datetime import date, datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

from backguide.journal.records import (
    DiaryEntry,
    ExerciseResult,
    HurtMark,
    PegAnswer,
    Rating,
    Row,
    SessionRecord,
)
from backguide.journal.values import moment_to_text

R = TypeVar("R", bound=Row)
SqlValue = str | float | bytes | None

_IDENTIFIERS = frozenset({"id", "session"})
_MOMENTS = frozenset({"started_at", "ended_at", "marked_at", "rated_at", "written_at", "changed_at"})
_COLUMN_NAMES = {"set": "set_number"}  # SET is a word of SQL
_BETWEEN_TAGS = "\n"


def to_sql(field: str, value: object) -> SqlValue:
    """Return the value as the column of that field keeps it. ValueError for a malformed identifier."""
    if value is not None and field in _IDENTIFIERS:
        return UUID(str(value)).bytes
    if isinstance(value, datetime):
        return moment_to_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return _BETWEEN_TAGS.join(value)
    assert value is None or isinstance(value, str | int | float)
    return value


def from_identifier(kept: bytes) -> str:
    """Return the identifier that is kept as these 16 bytes."""
    digits = kept.hex()
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def _tags(kept: str) -> tuple[str, ...]:
    return tuple(kept.split(_BETWEEN_TAGS)) if kept else ()


def _reader_of(field: str) -> Callable[[Any], Any] | None:
    if field in _IDENTIFIERS:
        return from_identifier
    if field in _MOMENTS:
        return datetime.fromisoformat
    return {"day": date.fromisoformat, "tags": _tags}.get(field)


class Table(Generic[R]):
    """One table whose columns are the fields of one record; `key` names those that tell its rows apart."""

    def __init__(self, name: str, record: type[R], key: tuple[str, ...] = ("id",)) -> None:
        self._name = name
        self._record = record
        self._key = key
        self._fields = tuple(field.name for field in fields(record))
        self._columns = tuple(_COLUMN_NAMES.get(field, field) for field in self._fields)
        self._readers = [
            (place, reader)
            for place, field in enumerate(self._fields)
            if (reader := _reader_of(field)) is not None
        ]

    def select(
        self, connection: sqlite3.Connection, tail: str = "ORDER BY id", values: tuple[SqlValue, ...] = ()
    ) -> list[R]:
        """Return the records that the SQL after FROM leaves, in its order."""
        sql = f"SELECT {', '.join(self._columns)} FROM {self._name} {tail}"
        return [self._to_record(row) for row in connection.execute(sql, values)]

    def get(self, connection: sqlite3.Connection, identifier: str) -> R | None:
        """Return the record of that identifier, if there is one."""
        rows = self.select(connection, "WHERE id = ?", (to_sql("id", identifier),))
        return rows[0] if rows else None

    def has(self, connection: sqlite3.Connection, record: R) -> bool:
        """Tell whether there is a row of this record's key."""
        same = " AND ".join(f"{field} = ?" for field in self._key)
        values = [to_sql(field, getattr(record, field)) for field in self._key]
        found = connection.execute(f"SELECT 1 FROM {self._name} WHERE {same}", values)
        return found.fetchone() is not None

    def of_session(self, connection: sqlite3.Connection, session: str) -> list[R]:
        """Return the session's records in the order in which they were made."""
        return self.select(connection, "WHERE session = ? ORDER BY id", (to_sql("id", session),))

    def of_day(self, connection: sqlite3.Connection, day: date) -> R | None:
        """Return the record of that day, if there is one; for tables that have one at most."""
        rows = self.select(connection, "WHERE day = ?", (day.isoformat(),))
        return rows[0] if rows else None

    def of_days(self, connection: sqlite3.Connection, start: date | None, end: date | None) -> list[R]:
        """Return the records of these days in order, both included, None open; for tables with a day."""
        days = ((start or date.min).isoformat(), (end or date.max).isoformat())
        return self.select(connection, "WHERE day BETWEEN ? AND ? ORDER BY day", days)

    def insert(self, connection: sqlite3.Connection, record: R) -> None:
        """Add a record. sqlite3.IntegrityError when it breaks a rule of the table."""
        marks = ", ".join("?" * len(self._columns))
        connection.execute(f"INSERT INTO {self._name} VALUES ({marks})", self._to_row(record))

    def put(self, connection: sqlite3.Connection, record: R) -> None:
        """Add the record, or give the one of the same key these values."""
        changes = ", ".join(f"{column} = excluded.{column}" for column in self._columns)
        marks = ", ".join("?" * len(self._columns))
        key = ", ".join(self._key)
        sql = f"INSERT INTO {self._name} VALUES ({marks}) ON CONFLICT ({key}) DO UPDATE SET {changes}"
        connection.execute(sql, self._to_row(record))

    def delete(self, connection: sqlite3.Connection, identifier: str) -> None:
        """Remove the record and all that belongs to it."""
        connection.execute(f"DELETE FROM {self._name} WHERE id = ?", (to_sql("id", identifier),))

    def _to_row(self, record: R) -> tuple[SqlValue, ...]:
        return tuple(to_sql(field, getattr(record, field)) for field in self._fields)

    def _to_record(self, row: tuple[SqlValue, ...]) -> R:
        values: list[Any] = list(row)
        for place, reader in self._readers:
            if values[place] is not None:
                values[place] = reader(values[place])
        return self._record(*values)


SESSIONS = Table("session", SessionRecord)
RESULTS = Table("result", ExerciseResult, key=("session", "id"))
HURT_MARKS = Table("hurt_mark", HurtMark, key=("session", "id"))
RATINGS = Table("rating", Rating)
DIARY = Table("diary", DiaryEntry)
PEG = Table("peg", PegAnswer)


def save_progress(connection: sqlite3.Connection, session: SessionRecord) -> None:
    """Write what changes while a session goes on, and nothing else of it."""
    changing = ("state", "planned_s", "done_s", "position_s", "ended_at")
    connection.execute(
        "UPDATE session SET state = ?, planned_s = ?, done_s = ?, position_s = ?, ended_at = ? WHERE id = ?",
        (*(to_sql(field, getattr(session, field)) for field in changing), to_sql("id", session.id)),
    )


def end_running(connection: sqlite3.Connection) -> None:
    """Close whatever session is still running, as far as it got."""
    connection.execute("UPDATE session SET state = 'stopped' WHERE state = 'running'")
    connection.execute("DELETE FROM unfinished")


def put_timeline(connection: sqlite3.Connection, session: str, text: str) -> None:
    """Keep the text of an unfinished session's timeline."""
    connection.execute("INSERT OR REPLACE INTO unfinished VALUES (?, ?)", (to_sql("id", session), text))


def get_timeline(connection: sqlite3.Connection, session: str) -> str | None:
    """Return the kept text of an unfinished session's timeline."""
    found = connection.execute("SELECT timeline FROM unfinished WHERE session = ?", (to_sql("id", session),))
    row = found.fetchone()
    return None if row is None else str(row[0])


def drop_timeline(connection: sqlite3.Connection, session: str) -> None:
    """Forget the timeline of a session that has ended."""
    connection.execute("DELETE FROM unfinished WHERE session = ?", (to_sql("id", session),))
