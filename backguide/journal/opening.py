"""Opening a journal come what may, so that a session can always be done."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from backguide.journal.errors import DamagedJournalError, JournalError
from backguide.journal.journal import Journal, Zone


@dataclass(frozen=True, slots=True)
class OpenedJournal:
    """A journal to work with, and a sentence for the person when it is not the usual one."""

    journal: Journal
    problem: str | None = None


def open_or_stand_in(path: Path, now: Callable[[], datetime], zone: Zone) -> OpenedJournal:
    """Open the journal; where it is damaged, a fresh one beside it; where none can be kept, one in memory.

    The damaged file is left untouched. The fresh one keeps its name from one start to the next.
    """
    try:
        return OpenedJournal(Journal.open(path, now, zone))
    except DamagedJournalError as error:
        return _open_beside(path, now, zone, str(error))
    except JournalError as error:
        return _in_memory(now, zone, str(error))


def _open_beside(path: Path, now: Callable[[], datetime], zone: Zone, problem: str) -> OpenedJournal:
    beside = path.with_name(f"{path.stem}-fresh{path.suffix}")
    try:
        journal = Journal.open(beside, now, zone)
    except JournalError:
        return _in_memory(now, zone, problem)
    return OpenedJournal(journal, f"{problem} Until then new sessions are kept in {beside}.")


def _in_memory(now: Callable[[], datetime], zone: Zone, problem: str) -> OpenedJournal:
    return OpenedJournal(
        Journal.in_memory(now, zone), f"{problem} Until then nothing is kept once you close Backguide."
    )
