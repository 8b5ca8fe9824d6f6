"""Opening the journal's file: settings, migrations, transactions. Private to this package."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from backguide.journal.errors import NewerJournalError, blaming_the_file, damaged
from backguide.journal.schema import APPLICATION_ID, MIGRATIONS, Migration

Connect = Callable[[str], sqlite3.Connection]

MEMORY = Path(":memory:")
_WAIT_S = 3.0
_CHECKED_UP_TO_BYTES = 16_000_000  # 0.1 s; damage in a larger file is told when it is come across


def connect_to(name: str) -> sqlite3.Connection:
    """Open the file, waiting a few seconds where another program is writing."""
    return sqlite3.connect(name, timeout=_WAIT_S, isolation_level=None)


def open_database(
    path: Path,
    now: Callable[[], datetime],
    connect: Connect = connect_to,
    migrations: Sequence[Migration] = MIGRATIONS,
) -> sqlite3.Connection:
    """Return a connection to the journal at `path`, made or brought up to date where needed.

    An existing file of an older version is copied beside itself first. JournalError when the file is
    damaged, newer, locked or cannot be written; such a file is left as it was.
    """
    with blaming_the_file(path):
        if path != MEMORY:
            path.parent.mkdir(parents=True, exist_ok=True)
        connection = connect(str(path))
        try:
            _check_owner(connection, path, len(migrations))
            _configure(connection)
            _migrate(connection, path, now, migrations)
        except BaseException:
            connection.close()
            raise
        return connection


def _check_owner(connection: sqlite3.Connection, path: Path, newest: int) -> None:
    """Refuse another program's database, a newer journal, and one whose pages do not hold together."""
    version, owner = _number(connection, "user_version"), _number(connection, "application_id")
    is_empty = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (0,)
    if not is_empty and owner != APPLICATION_ID:
        raise damaged(path)
    if version > newest:
        raise NewerJournalError(
            f"The journal {path} was written by a newer version of Backguide; install that one to open it. "
            "It was left as it was."
        )
    if path != MEMORY and path.stat().st_size > _CHECKED_UP_TO_BYTES:
        return
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise damaged(path)


def _configure(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")


def _migrate(
    connection: sqlite3.Connection, path: Path, now: Callable[[], datetime], migrations: Sequence[Migration]
) -> None:
    version = _number(connection, "user_version")
    if 0 < version < len(migrations):
        _copy(connection, path.with_name(f"{path.stem}-v{version}-{now():%Y%m%dT%H%M%SZ}{path.suffix}"))
    for target, migration in enumerate(migrations[version:], start=version + 1):
        with transaction(connection):
            if _number(connection, "user_version") < target:
                migration(connection)
                connection.execute(f"PRAGMA user_version = {target}")


def _copy(connection: sqlite3.Connection, target: Path) -> None:
    with closing(sqlite3.connect(target)) as copy:
        connection.backup(copy)


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Everything inside is written, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with suppress(
            sqlite3.Error
        ):  # a full disk may have rolled back by itself; the first error is the one to tell
            connection.execute("ROLLBACK")
        raise


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """Everything read inside is of one moment, whatever another program writes meanwhile."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("COMMIT")
