"""What became of every exercise in some days, added up by the database. Private to this package."""

import sqlite3
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from backguide.journal.days import span, span_in
from backguide.journal.records import ExerciseSums, SkipReason
from backguide.journal.values import local_date, moment_from_text

if TYPE_CHECKING:
    from backguide.catalogue.model import Side

_COUNTS = """
SELECT exercise, count(DISTINCT CASE WHEN done_s > 0 THEN session END),
       count(DISTINCT CASE WHEN outcome = 'eased' THEN session END)
FROM period JOIN result ON session = period.id GROUP BY exercise ORDER BY exercise
"""
_SKIPPED = """
SELECT exercise, skip_reason, count(DISTINCT session)
FROM period JOIN result ON session = period.id WHERE outcome = 'skipped' GROUP BY exercise, skip_reason
"""
_SECONDS = """
SELECT exercise, side, sum(done_s) FROM period JOIN result ON session = period.id GROUP BY exercise, side
"""
_LAST = """
SELECT exercise, max(started_at), zone
FROM period JOIN result ON session = period.id WHERE done_s > 0 GROUP BY exercise
"""
_HURT = "SELECT exercise, count(*) FROM period JOIN hurt_mark ON session = period.id GROUP BY exercise"


def exercise_sums(
    connection: sqlite3.Connection, start: date | None, end: date | None
) -> tuple[ExerciseSums, ...]:
    """Return the sums of every exercise that was planned in a session begun in these days, by its slug."""
    period, bounds = _period(connection, start, end)
    skipped: defaultdict[str, dict[SkipReason | None, int]] = defaultdict(dict)
    for exercise, reason, sessions in connection.execute(period + _SKIPPED, bounds):
        skipped[exercise][reason] = sessions
    done_s: defaultdict[str, dict[Side | None, float]] = defaultdict(dict)
    for exercise, side, seconds in connection.execute(period + _SECONDS, bounds):
        done_s[exercise][side] = seconds
    hurt = dict(connection.execute(period + _HURT, bounds).fetchall())
    last = {
        exercise: local_date(moment_from_text(moment), zone)
        for exercise, moment, zone in connection.execute(period + _LAST, bounds).fetchall()
    }
    return tuple(
        ExerciseSums(
            exercise,
            done,
            eased,
            hurt.get(exercise, 0),
            skipped[exercise],
            done_s[exercise],
            last.get(exercise),
        )
        for exercise, done, eased in connection.execute(period + _COUNTS, bounds).fetchall()
    )


def _period(connection: sqlite3.Connection, start: date | None, end: date | None) -> tuple[str, list[str]]:
    """Return SQL that names the sessions of these days `period`, a day being one of each session's zone."""
    zones = connection.execute(
        "SELECT DISTINCT zone FROM session WHERE started_at BETWEEN ? AND ?", span(start, end)
    )
    bounds = [text for (zone,) in zones.fetchall() for text in (zone, *span_in(zone, start, end))]
    of_zone = "SELECT id, started_at, zone FROM session WHERE zone = ? AND started_at >= ? AND started_at < ?"
    chosen = (
        " UNION ALL ".join([of_zone] * (len(bounds) // 3))
        or "SELECT NULL AS id, NULL AS started_at, NULL AS zone WHERE 0"
    )
    return f"WITH period AS ({chosen})", bounds
