"""The days of the journal as the history shows them, read piece by piece and kept until it changes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from backguide.insight.change import Start, start_of
from backguide.insight.days import day_pain
from backguide.insight.pain import WINDOW_DAYS, PainDot, pain_series
from backguide.journal.records import JournalOutline, Site
from backguide.plan.practice import Practice, practices
from backguide.ui.charts.history_data import HistoryData, Window, window_data
from backguide.ui.services import Services

PIECE_DAYS = 91
_FIRST_LOOK_DAYS = 56  # for the level at the start; doubled until a fortnight of it is rated


@dataclass(frozen=True, slots=True)
class _Piece:
    dots: dict[Site, tuple[PainDot, ...]]
    practised: tuple[Practice, ...]


class DayBook:
    """Reads no more of the journal than was asked for. Every method raises JournalError when it cannot."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._pieces: dict[int, _Piece] = {}
        self._starts: dict[Site, Start | None] = {}
        self.outline = JournalOutline(None, None, 0, (-1, -1))

    @property
    def today(self) -> date:
        """The present day where the person is."""
        return self._services.journal.today()

    @property
    def first_day(self) -> date:
        """The first day of the record, today while there is none."""
        return min(self.outline.first_day or self.today, self.today)

    def refresh(self) -> bool:
        """Look whether the journal has changed since, forget what was read if so, and tell."""
        outline = self._services.journal.outline()
        changed = outline != self.outline
        if changed:
            self.outline = outline
            self._pieces.clear()
            self._starts.clear()
        return changed

    def missing(self, first: date, last: date) -> int:
        """Return how many pieces are still to be read for these days."""
        return sum(number not in self._pieces for number in _numbers(*self._within(first, last)))

    def read_one(self, first: date, last: date) -> None:
        """Read the latest piece that is missing for these days."""
        for number in reversed(_numbers(*self._within(first, last))):
            if number not in self._pieces:
                self._pieces[number] = self._read(number)
                return

    def data(self, site: Site, first: date, last: date) -> HistoryData:
        """Return these days as far as they lie within the record; what is missing is read."""
        first, last = self._within(first, last)
        before = first - timedelta(days=WINDOW_DAYS - 1)
        dots = [
            dot for piece in self._of(before, last) for dot in piece.dots[site] if before <= dot.day <= last
        ]
        window = Window(first, last, self.first_day, self.today, self.outline.began, self.start(site))
        return window_data(dots, self.practised(first, last), self._services.catalogue.week, site, window)

    def practised(self, first: date, last: date) -> tuple[Practice, ...]:
        """Return what was practised on these days."""
        first, last = self._within(first, last)
        return tuple(
            practice
            for piece in self._of(first, last)
            for practice in piece.practised
            if first <= practice.day <= last
        )

    def start(self, site: Site) -> Start | None:
        """Return the level of pain at the start, None until a fortnight is rated."""
        if site not in self._starts:
            self._starts[site] = self._read_start(site)
        return self._starts[site]

    def _read_start(self, site: Site) -> Start | None:
        first, days = self.outline.rated, _FIRST_LOOK_DAYS
        while first is not None and first <= self.today:
            last = min(first + timedelta(days=days), self.today)
            ratings = self._services.journal.ratings(first, last, site=site)
            found = start_of(day_pain(pain_series(ratings, site)))
            if (found is not None and found.first + timedelta(days=14) <= last) or last == self.today:
                return found
            days *= 2
        return None

    def _within(self, first: date, last: date) -> tuple[date, date]:
        return max(first, self.first_day), min(last, self.today)

    def _of(self, first: date, last: date) -> Iterator[_Piece]:
        for number in _numbers(first, last):
            if number not in self._pieces:
                self._pieces[number] = self._read(number)
            yield self._pieces[number]

    def _read(self, number: int) -> _Piece:
        journal = self._services.journal
        first = date.fromordinal(max(number * PIECE_DAYS, 1))
        last = date.fromordinal(number * PIECE_DAYS + PIECE_DAYS - 1)
        ratings, sessions = journal.ratings(first, last), journal.sessions(first, last)
        sites: tuple[Site, ...] = ("back", "leg")
        return _Piece(
            {site: pain_series(ratings, site) for site in sites},
            practices(sessions, journal.results_between(first, last), self._services.catalogue),
        )


def _numbers(first: date, last: date) -> range:
    return range(first.toordinal() // PIECE_DAYS, last.toordinal() // PIECE_DAYS + 1)
