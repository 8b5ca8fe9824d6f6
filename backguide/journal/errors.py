"""What can go wrong with the journal's file, each as one sentence that says what to do.

Only the outside world is blamed here: a full disk, a locked, damaged or unwritable file. A mistake in
our own SQL stays the loud exception that it is.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class JournalError(Exception):
    """The journal cannot be read or written; the text is one sentence for the person."""


class DamagedJournalError(JournalError):
    """The file is damaged or not a journal. It has been left exactly as it was."""


class NewerJournalError(JournalError):
    """The file was written by a newer Backguide. It has been left exactly as it was."""


_PRIMARY_CODE = 0xFF


def damaged(path: Path) -> DamagedJournalError:
    """Return the error about a file that is damaged or no database."""
    return DamagedJournalError(
        f"The journal {path} is damaged or is not a Backguide journal; it was left untouched, so a copy of "
        "it or a backup can still be restored."
    )


def unwritable(path: Path) -> JournalError:
    """Return the error about a file or folder that cannot be written."""
    return JournalError(
        f"The journal {path} cannot be written; check that its folder exists and that you may write there, "
        "or choose another with --data-dir."
    )


def _full(path: Path) -> JournalError:
    return JournalError(
        f"There is no room left on the disk for the journal {path}; what was saved before is safe, so make "
        "some room and try again."
    )


def _locked(path: Path) -> JournalError:
    return JournalError(f"The journal {path} is in use by another program; close that program and try again.")


_SENTENCES = {
    sqlite3.SQLITE_PERM: unwritable,
    sqlite3.SQLITE_READONLY: unwritable,
    sqlite3.SQLITE_IOERR: unwritable,
    sqlite3.SQLITE_CANTOPEN: unwritable,
    sqlite3.SQLITE_BUSY: _locked,
    sqlite3.SQLITE_LOCKED: _locked,
    sqlite3.SQLITE_FULL: _full,
    sqlite3.SQLITE_CORRUPT: damaged,
    sqlite3.SQLITE_NOTADB: damaged,
}


@contextmanager
def blaming_the_file(path: Path) -> Iterator[None]:
    """Turn the outside world's failures into a JournalError; let every other exception through."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        sentence = None if code is None else _SENTENCES.get(code & _PRIMARY_CODE)
        if sentence is None:
            raise
        raise sentence(path) from error
    except OSError as error:
        raise unwritable(path) from error
