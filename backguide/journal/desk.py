"""Where the journal is written: the open file, the person's clock and zone. Private to this package."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from backguide.journal.database import transaction
from backguide.journal.errors import JournalError, blaming_the_file
from backguide.journal.values import IdSource, local_date, whole_ms

Zone = Callable[[], str] | str


class Desk:
    """The open file with what every new row needs: identifier, moment and zone."""

    def __init__(
        self, connection: sqlite3.Connection, path: Path, now: Callable[[], datetime], zone: Zone
    ) -> None:
        self.connection = connection
        self.path = path
        self._now = now
        self._zone = zone
        self._ids = IdSource(now)

    def new_id(self) -> str:
        """Return an identifier that sorts after all that were made before."""
        return self._ids.new()

    def now(self) -> datetime:
        """Return the present moment as the journal keeps it."""
        return whole_ms(self._now())

    def zone(self) -> str:
        """Return where the person is."""
        return self._zone if isinstance(self._zone, str) else self._zone()

    def today(self) -> date:
        """Return the present day where the person is."""
        return local_date(self.now(), self.zone())

    def past(self, at: datetime, what: str) -> datetime:
        """Return the moment as the journal keeps it. JournalError when it is still to come."""
        moment = whole_ms(at)
        if moment > self.now():
            raise JournalError(f"{what}; give a time that has passed.")
        return moment

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Everything inside is written, or nothing of it; the outside world's failures are JournalErrors."""
        with blaming_the_file(self.path), transaction(self.connection):
            yield
