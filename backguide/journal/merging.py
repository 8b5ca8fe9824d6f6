"""Taking in rows made elsewhere, or deleted here and wanted back. Private to this package.

All functions belong inside a transaction.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from backguide.journal import store
from backguide.journal.ratings import rating_of_day
from backguide.journal.records import (
    DiaryEntry,
    ExerciseResult,
    HurtMark,
    MergeOutcome,
    PegAnswer,
    Rating,
    RefusedRow,
    Row,
    RowKind,
    SessionRecord,
    SessionState,
)
from backguide.journal.tombstones import is_buried, unbury
from backguide.journal.values import local_date

_DELETED_HERE = "was deleted here"

R = TypeVar("R", bound=Row)
_Changing = TypeVar("_Changing", SessionRecord, Rating, DiaryEntry, PegAnswer)

_TAKEN: dict[type[Row], str] = {
    Rating: "the session already has a rating for this moment and site",
    DiaryEntry: "the journal already has a diary entry for this day",
    PegAnswer: "the journal already has answers for this day",
}
_DAY_RATED = "the day already has a rating for this moment and site"


@dataclass(frozen=True, slots=True)
class Merging:
    """Takes rows in one by one.

    With `undelete_at` rows that were deleted here are put back and count as changed at that moment, so
    that the later event, not the deletion, holds on another computer. Without it they are refused.
    """

    connection: sqlite3.Connection
    undelete_at: datetime | None = None

    def merge_all(self, rows: Iterable[Row]) -> list[MergeOutcome]:
        """Take in rows, a session before what belongs to it; say of each what became of it."""
        return [self.merge(row) for row in rows]

    def merge(self, row: Row) -> MergeOutcome:
        """Add a row of any kind unless its identifier is taken; a running session is added as stopped."""
        try:
            return self._merge(row)
        except sqlite3.IntegrityError as error:
            return RefusedRow(self._reason(row, error))

    def _merge(self, row: Row) -> MergeOutcome:
        match row:
            case SessionRecord():
                state: SessionState = "stopped" if row.state == "running" else row.state
                return self._add_changing(store.SESSIONS, "session", replace(row, state=state))
            case ExerciseResult():
                return self._add(store.RESULTS, row)
            case HurtMark():
                return self._add(store.HURT_MARKS, row)
            case Rating():
                return self._add_changing(store.RATINGS, "rating", row)
            case DiaryEntry():
                return self._add_changing(store.DIARY, "diary", row)
            case PegAnswer():
                return self._add_changing(store.PEG, "peg", row)

    def _add(self, table: store.Table[R], row: R) -> MergeOutcome:
        if table.has(self.connection, row):
            return "already_there"
        table.insert(self.connection, row)
        return "added"

    def _add_changing(self, table: store.Table[_Changing], kind: RowKind, row: _Changing) -> MergeOutcome:
        if table.has(self.connection, row):
            return "already_there"
        was_deleted = is_buried(self.connection, kind, row.id)
        if was_deleted and self.undelete_at is None:
            return RefusedRow(_DELETED_HERE)
        if isinstance(row, Rating) and self._is_day_rated(row):
            return RefusedRow(_DAY_RATED)
        if was_deleted:
            row = replace(row, changed_at=self.undelete_at)
        table.insert(self.connection, row)
        unbury(self.connection, kind, row.id)
        return "added"

    def _is_day_rated(self, row: Rating) -> bool:
        if row.session is not None:
            return False
        day = local_date(row.rated_at, row.zone)
        return rating_of_day(self.connection, row.moment, row.site, day) is not None

    def _reason(self, row: Row, error: sqlite3.IntegrityError) -> str:
        match error.sqlite_errorname:
            case "SQLITE_CONSTRAINT_CHECK":
                return "a value is outside what is allowed"
            case "SQLITE_CONSTRAINT_UNIQUE":
                return _TAKEN[type(row)]
            case "SQLITE_CONSTRAINT_FOREIGNKEY":
                assert isinstance(row, ExerciseResult | HurtMark | Rating)
                assert row.session is not None
                if is_buried(self.connection, "session", row.session):
                    return f"its session {_DELETED_HERE}"
                return "its session is not in the journal"
            case _:
                raise error
