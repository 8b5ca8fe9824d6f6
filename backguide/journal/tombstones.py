"""Which rows were deleted here, so that nothing brings them back unasked. Private to this package."""

import sqlite3
from datetime import datetime

from backguide.journal import store
from backguide.journal.records import Deletion, RowKind


def bury(connection: sqlite3.Connection, kind: RowKind, identifier: str, deleted_at: datetime) -> None:
    """Note that a row was deleted."""
    values = (kind, store.to_sql("id", identifier), store.to_sql("deleted_at", deleted_at))
    connection.execute("INSERT OR REPLACE INTO deleted VALUES (?, ?, ?)", values)


def is_buried(connection: sqlite3.Connection, kind: RowKind, identifier: str) -> bool:
    """Tell whether a row was deleted and not put back since."""
    values = (kind, store.to_sql("id", identifier))
    found = connection.execute("SELECT 1 FROM deleted WHERE kind = ? AND id = ?", values)
    return found.fetchone() is not None


def unbury(connection: sqlite3.Connection, kind: RowKind, identifier: str) -> None:
    """Forget that a row was deleted."""
    values = (kind, store.to_sql("id", identifier))
    connection.execute("DELETE FROM deleted WHERE kind = ? AND id = ?", values)


def deletions(connection: sqlite3.Connection) -> list[Deletion]:
    """Return every row that was deleted and not put back, the latest first."""
    found = connection.execute("SELECT kind, id, deleted_at FROM deleted ORDER BY deleted_at DESC, kind, id")
    return [
        Deletion(kind, store.from_identifier(identifier), datetime.fromisoformat(deleted_at))
        for kind, identifier, deleted_at in found
    ]
