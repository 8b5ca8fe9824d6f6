"""How far a journal reaches, and whether it has changed. Private to this package."""

import sqlite3
from datetime import date

from backguide.journal.records import JournalOutline
from backguide.journal.values import local_date, moment_from_text

_COUNT = "SELECT count(*) FROM session"
_FIRST = (
    "SELECT started_at, zone FROM session ORDER BY started_at LIMIT 1",
    "SELECT rated_at, zone FROM rating ORDER BY rated_at LIMIT 1",
)


def outline(connection: sqlite3.Connection) -> JournalOutline:
    """Return the outline; it costs the same for ten sessions and for ten thousand."""
    (sessions,) = connection.execute(_COUNT).fetchone()
    began, rated = (_first_day(connection, question) for question in _FIRST)
    (by_others,) = connection.execute("PRAGMA data_version").fetchone()
    return JournalOutline(began, rated, sessions, (connection.total_changes, by_others))


def _first_day(connection: sqlite3.Connection, question: str) -> date | None:
    found = connection.execute(question).fetchone()
    return None if found is None else local_date(moment_from_text(found[0]), found[1])
