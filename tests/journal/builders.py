"""A short session of two exercises, and a journal whose clock stands still until moved."""

import sqlite3
from pathlib import Path

from backguide.catalogue.model import Side
from backguide.desktop.clock import ManualClock
from backguide.journal.database import Connect, connect_to
from backguide.journal.journal import Journal
from backguide.session.timeline import START, Step, StepKind, Timeline

ZONE = "Europe/Berlin"

# kind, seconds, exercise of the session, slug, side, repetition
_STEPS: tuple[tuple[StepKind, float, int, str, Side | None, int], ...] = (
    ("get_ready", 5, 0, "cat-cow", None, 0),
    ("enter", 2, 0, "cat-cow", None, 1),
    ("hold", 6, 0, "cat-cow", None, 1),
    ("return", 2, 0, "cat-cow", None, 1),
    ("change_position", 15, 1, "knee-to-chest", "right", 0),
    ("hold", 20, 1, "knee-to-chest", "right", 1),
    ("switch_side", 5, 1, "knee-to-chest", "left", 0),
    ("hold", 20, 1, "knee-to-chest", "left", 1),
)
CAT_COW_S = 10.0
SIDE_S = 20.0
PRACTICE_S = CAT_COW_S + 2 * SIDE_S
WHOLE_S = 75.0


def timeline() -> Timeline:
    """75 seconds, 50 of them practice: cat cow (5 to 15), then a knee to the chest (30 to 50, 55 to 75)."""
    steps: list[Step] = []
    start_s = 0.0
    for index, (kind, duration_s, item, exercise, side, repetition) in enumerate(_STEPS):
        part = (index, kind, start_s, duration_s, item, exercise, "standard", side, 1, repetition, 0, START)
        steps.append(Step(*part, "Breathe out."))
        start_s += duration_s
    return Timeline("short", "A short one", tuple(steps))


def journal_at(path: Path, clock: ManualClock, zone: str = ZONE, connect: Connect = connect_to) -> Journal:
    return Journal.open(path, clock.now, zone, connect)


class FaultyConnection(sqlite3.Connection):
    """Fails as told to on a statement that begins with some words."""

    fails_on = ""
    fails_with = sqlite3.SQLITE_IOERR

    def execute(self, sql, parameters=(), /):
        if self.fails_on and sql.startswith(self.fails_on):
            error = sqlite3.OperationalError("told to fail")
            error.sqlite_errorcode = self.fails_with
            raise error
        return super().execute(sql, parameters)


class Faults:
    """Opens connections that can be made to fail later."""

    def __init__(self) -> None:
        self.connection: FaultyConnection | None = None

    def connect(self, name: str) -> sqlite3.Connection:
        self.connection = sqlite3.connect(name, isolation_level=None, factory=FaultyConnection)
        return self.connection

    def fail(self, words: str, code: int = sqlite3.SQLITE_IOERR) -> None:
        assert self.connection is not None
        self.connection.fails_on, self.connection.fails_with = words, code

    def heal(self) -> None:
        self.fail("")
