"""The tables of the journal and how each version became the next. Private to this package.

SQL for SQLite 3.37 and later. Rows of a session lie beside one another, sorted by its identifier. A
migration is plain SQL and never uses today's records; once released it is never edited.
"""

import sqlite3
from collections.abc import Callable

Migration = Callable[[sqlite3.Connection], None]

APPLICATION_ID = 0x42475549  # "BGUI", so that file managers and we can tell the file

_MOMENT = "GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'"

_SESSION = f"""
CREATE TABLE session (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    started_at TEXT NOT NULL CHECK (started_at {_MOMENT}),
    zone TEXT NOT NULL CHECK (zone <> ''),
    routine TEXT NOT NULL,
    routine_name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('running', 'finished', 'stopped')),
    origin TEXT NOT NULL CHECK (origin IN ('guided', 'logged', 'imported')),
    planned_s REAL NOT NULL CHECK (planned_s >= 0),
    done_s REAL NOT NULL CHECK (done_s >= 0),
    position_s REAL NOT NULL CHECK (position_s >= 0),
    ended_at TEXT CHECK (ended_at {_MOMENT}),
    note TEXT NOT NULL
) STRICT, WITHOUT ROWID
"""

_RESULT = """
CREATE TABLE result (
    id BLOB NOT NULL CHECK (length(id) = 16),
    session BLOB NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    item INTEGER NOT NULL CHECK (item >= 0),
    exercise TEXT NOT NULL,
    variation TEXT NOT NULL,
    side TEXT CHECK (side IN ('left', 'right')),
    set_number INTEGER NOT NULL CHECK (set_number >= 0),
    planned_s REAL NOT NULL CHECK (planned_s >= 0),
    done_s REAL NOT NULL CHECK (done_s >= 0),
    outcome TEXT NOT NULL CHECK (outcome IN ('done', 'partial', 'skipped', 'eased')),
    skip_reason TEXT CHECK (skip_reason IN ('pain', 'time', 'tired', 'unsure')),
    PRIMARY KEY (session, id)
) STRICT, WITHOUT ROWID
"""

_HURT_MARK = f"""
CREATE TABLE hurt_mark (
    id BLOB NOT NULL CHECK (length(id) = 16),
    session BLOB NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    item INTEGER NOT NULL CHECK (item >= 0),
    exercise TEXT NOT NULL,
    variation TEXT NOT NULL,
    side TEXT CHECK (side IN ('left', 'right')),
    position_s REAL NOT NULL CHECK (position_s >= 0),
    marked_at TEXT NOT NULL CHECK (marked_at {_MOMENT}),
    value INTEGER CHECK (value BETWEEN 0 AND 10),
    PRIMARY KEY (session, id)
) STRICT, WITHOUT ROWID
"""

_RATING = f"""
CREATE TABLE rating (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    session BLOB REFERENCES session (id) ON DELETE CASCADE,
    moment TEXT NOT NULL CHECK (moment IN ('before', 'after', 'next_morning', 'daily')),
    site TEXT NOT NULL CHECK (site IN ('back', 'leg')),
    value INTEGER NOT NULL CHECK (value BETWEEN 0 AND 10),
    rated_at TEXT NOT NULL CHECK (rated_at {_MOMENT}),
    zone TEXT NOT NULL CHECK (zone <> '')
) STRICT, WITHOUT ROWID
"""

_UNFINISHED = """
CREATE TABLE unfinished (
    session BLOB NOT NULL PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE,
    timeline TEXT NOT NULL
) STRICT, WITHOUT ROWID
"""

_INDEXES = (
    "CREATE INDEX session_by_start ON session (started_at)",
    "CREATE UNIQUE INDEX session_running ON session (state) WHERE state = 'running'",
    "CREATE UNIQUE INDEX rating_by_session ON rating (session, moment, site) WHERE session IS NOT NULL",
    "CREATE INDEX rating_by_moment ON rating (rated_at)",
)


def _create(connection: sqlite3.Connection) -> None:
    """Version 1: sessions, results, hurt marks, ratings, and the timeline of an unfinished session."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for statement in (_SESSION, _RESULT, _HURT_MARK, _RATING, _UNFINISHED, *_INDEXES):
        connection.execute(statement)


_DAY = "GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'"

_DIARY = f"""
CREATE TABLE diary (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    day TEXT NOT NULL CHECK (day {_DAY}),
    zone TEXT NOT NULL CHECK (zone <> ''),
    written_at TEXT NOT NULL CHECK (written_at {_MOMENT}),
    note TEXT NOT NULL CHECK (length(note) <= 5000),
    tags TEXT NOT NULL CHECK (length(tags) <= 1000),
    changed_at TEXT CHECK (changed_at {_MOMENT}),
    CHECK (note <> '' OR tags <> '')
) STRICT, WITHOUT ROWID
"""

_PEG = f"""
CREATE TABLE peg (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    day TEXT NOT NULL CHECK (day {_DAY}),
    zone TEXT NOT NULL CHECK (zone <> ''),
    written_at TEXT NOT NULL CHECK (written_at {_MOMENT}),
    pain INTEGER CHECK (pain BETWEEN 0 AND 10),
    enjoyment INTEGER CHECK (enjoyment BETWEEN 0 AND 10),
    activity INTEGER CHECK (activity BETWEEN 0 AND 10),
    changed_at TEXT CHECK (changed_at {_MOMENT}),
    CHECK (coalesce(pain, enjoyment, activity) IS NOT NULL)
) STRICT, WITHOUT ROWID
"""

_DELETED = f"""
CREATE TABLE deleted (
    kind TEXT NOT NULL CHECK (kind IN ('session', 'rating', 'diary', 'peg')),
    id BLOB NOT NULL CHECK (length(id) = 16),
    deleted_at TEXT NOT NULL CHECK (deleted_at {_MOMENT}),
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID
"""


def _add_days_and_deletions(connection: sqlite3.Connection) -> None:
    """Version 2: diary, PEG, when a row was last changed, and which rows were deleted."""
    for table in ("session", "rating"):
        connection.execute(f"ALTER TABLE {table} ADD COLUMN changed_at TEXT CHECK (changed_at {_MOMENT})")
    for statement in (_DIARY, _PEG, _DELETED):
        connection.execute(statement)
    for table in ("diary", "peg"):
        connection.execute(f"CREATE UNIQUE INDEX {table}_by_day ON {table} (day)")


MIGRATIONS: tuple[Migration, ...] = (_create, _add_days_and_deletions)
