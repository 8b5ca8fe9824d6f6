"""The whole journal as one JSON file, out and in."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from backguide.journal.errors import JournalError
from backguide.journal.files import write_whole
from backguide.journal.journal import Journal
from backguide.journal.queries import JournalQueries
from backguide.journal.records import (
    DiaryEntry,
    ExerciseResult,
    HurtMark,
    PegAnswer,
    Rating,
    RefusedRow,
    Row,
    Rows,
    SessionRecord,
)
from backguide.journal.row_json import record_from_json, record_to_json

FORMAT = "backguide-journal"
VERSION = 2

_KINDS: tuple[tuple[str, type[Row]], ...] = (
    ("sessions", SessionRecord),
    ("results", ExerciseResult),
    ("hurt_marks", HurtMark),
    ("ratings", Rating),
    ("diary", DiaryEntry),
    ("peg", PegAnswer),
)


@dataclass(frozen=True, slots=True)
class RefusedEntry:
    """An entry of a file that was not taken in: where it stands in the file, and why."""

    line: str
    reason: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """How many rows were added, how many were there already, and what was refused."""

    added: int
    already_there: int
    refused: tuple[RefusedEntry, ...]


def export_json(journal: JournalQueries, path: Path) -> None:
    """Write everything in the journal to the file, whole or not at all. JournalError if it cannot be."""
    contents = journal.contents()
    written: dict[str, object] = {"format": FORMAT, "version": VERSION}
    for field in fields(Rows):
        written[field.name] = [record_to_json(row) for row in getattr(contents, field.name)]
    try:
        write_whole(path, json.dumps(written, ensure_ascii=False, indent=1) + "\n")
    except OSError as error:
        raise JournalError(f"{path} cannot be written; choose another folder or make some room.") from error


def import_json(journal: Journal, path: Path, *, undelete: bool = False) -> ImportReport:
    """Add what the file holds and the journal does not; nothing here is changed.

    What was deleted here is refused unless `undelete` asks for it. Bad entries are refused one by one and
    the rest added. JournalError when the file is not one of ours.
    """
    refused: list[RefusedEntry] = []
    places, rows = [], []
    for place, entry in _entries(_read(path)):
        if isinstance(entry, RefusedRow):
            refused.append(RefusedEntry(place, entry.reason))
        else:
            places.append(place)
            rows.append(entry)
    outcomes = journal.merge(rows, undelete=undelete)
    for place, outcome in zip(places, outcomes, strict=True):
        if isinstance(outcome, RefusedRow):
            refused.append(RefusedEntry(place, outcome.reason))
    return ImportReport(outcomes.count("added"), outcomes.count("already_there"), tuple(refused))


def _read(path: Path) -> dict[str, object]:
    try:
        read = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise JournalError(f"{path} cannot be read; check that the file is there.") from error
    except (ValueError, RecursionError):
        read = None
    if not isinstance(read, dict) or read.get("format") != FORMAT:
        raise JournalError(f"{path} is not an export of a Backguide journal; nothing was imported.")
    version = read.get("version")
    if not isinstance(version, int) or version > VERSION:
        raise JournalError(f"{path} was written by a newer Backguide; install that version to import it.")
    return read


def _entries(read: dict[str, object]) -> Iterator[tuple[str, Row | RefusedRow]]:
    """Yield every entry as a row, or the reason why it is none, with its place in the file."""
    for name, kind in _KINDS:
        entries = read.get(name, [])
        if not isinstance(entries, list):
            yield name, RefusedRow("not a list")
            continue
        for index, entry in enumerate(entries):
            try:
                yield f"{name}[{index}]", record_from_json(kind, entry)
            except ValueError as error:
                yield f"{name}[{index}]", RefusedRow(str(error))
