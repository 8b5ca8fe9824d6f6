"""All entries of the journal, newest first, read a stretch of days at a time. No widgets."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from backguide.journal.journal import Journal
from backguide.journal.records import DiaryEntry, PegAnswer, Rating, SessionRecord, Site
from backguide.journal.values import local_date

_FIRST_STRETCH = timedelta(days=92)
_LATE = timedelta(days=7)  # so long after a session its ratings are still looked for
_LONGEST_STRETCH = timedelta(days=4 * 366)


@dataclass(frozen=True, slots=True)
class SessionEntry:
    """A session with its ratings."""

    session: SessionRecord
    ratings: tuple[Rating, ...]

    @property
    def day(self) -> date:
        """The day on which it began."""
        return local_date(self.session.started_at, self.session.zone)


@dataclass(frozen=True, slots=True)
class DayEntry:
    """What is noted about a day apart from sessions: the diary and the ratings that belong to no session."""

    day: date
    diary: DiaryEntry | None
    ratings: tuple[Rating, ...]

    @property
    def note(self) -> str:
        """The diary's note."""
        return self.diary.note if self.diary is not None else ""

    @property
    def tags(self) -> tuple[str, ...]:
        """The diary's tags."""
        return self.diary.tags if self.diary is not None else ()

    @property
    def pain(self) -> Mapping[Site, int]:
        """The ratings of the day as a whole."""
        return {rating.site: rating.value for rating in self.ratings if rating.moment == "daily"}


@dataclass(frozen=True, slots=True)
class WeekEntry:
    """The answers to the three questions about the past week."""

    answer: PegAnswer

    @property
    def day(self) -> date:
        """The day on which they were given."""
        return self.answer.day


Entry = SessionEntry | DayEntry | WeekEntry
KINDS: tuple[type[Entry], ...] = (SessionEntry, DayEntry, WeekEntry)


def read_day(journal: Journal, day: date) -> DayEntry | None:
    """Return what is noted about a day, if anything is. Raises JournalError."""
    return next(iter(_days(journal, day, day, journal.ratings(day, day))), None)


class EntryReader:
    """Gives the entries of some kinds from today backwards, so many days at once that there are some."""

    def __init__(self, journal: Journal, kinds: Iterable[type[Entry]] = KINDS) -> None:
        self._journal = journal
        self._kinds = frozenset(kinds)
        self._end: date | None = None  # the next stretch's last day; None is open, for the first one
        self._stretch = _FIRST_STRETCH
        self.is_at_end = False

    def more(self) -> list[Entry]:
        """Return the next entries, newest first; empty once there are no more. Raises JournalError."""
        while not self.is_at_end:
            found = self._next_stretch()
            if found:
                return found
        return []

    def _next_stretch(self) -> list[Entry]:
        end = self._end
        start = self._first_day_before(end or self._journal.today())
        found = self._between(start, end)
        self.is_at_end = start is None
        if start is not None:
            self._end = start - timedelta(days=1)
        self._stretch = _FIRST_STRETCH if found else 2 * self._stretch
        return found

    def _first_day_before(self, end: date) -> date | None:
        """Return the first day of the stretch up to `end`; None, which is all the rest, in a long silence."""
        if self._stretch > _LONGEST_STRETCH or end - date.min <= self._stretch:
            return None
        return end - self._stretch

    def _between(self, start: date | None, end: date | None) -> list[Entry]:
        journal = self._journal
        until = None if end is None or date.max - end < _LATE else end + _LATE
        ratings = journal.ratings(start, until) if self._kinds & {SessionEntry, DayEntry} else ()
        found: list[Entry] = []
        if SessionEntry in self._kinds:
            found += _sessions(journal.sessions(start, end), ratings)
        if DayEntry in self._kinds:
            found += _days(journal, start, end, ratings)
        if WeekEntry in self._kinds:
            found += [WeekEntry(answer) for answer in journal.peg_answers(start, end)]
        return sorted(found, key=_place, reverse=True)


def _sessions(sessions: Iterable[SessionRecord], ratings: Iterable[Rating]) -> Iterator[SessionEntry]:
    of_session: dict[str, list[Rating]] = {}
    for rating in ratings:
        if rating.session is not None:
            of_session.setdefault(rating.session, []).append(rating)
    for session in sessions:
        yield SessionEntry(session, tuple(of_session.get(session.id, ())))


def _days(
    journal: Journal, start: date | None, end: date | None, ratings: Iterable[Rating]
) -> Iterator[DayEntry]:
    of_day: dict[date, list[Rating]] = {}
    for rating in ratings:
        day = local_date(rating.rated_at, rating.zone)
        if rating.session is None and (end is None or day <= end):
            of_day.setdefault(day, []).append(rating)
    diary = {entry.day: entry for entry in journal.diary_entries(start, end)}
    for day in of_day.keys() | diary.keys():
        yield DayEntry(day, diary.get(day), tuple(of_day.get(day, ())))


def _place(entry: Entry) -> tuple[date, int, str]:
    """Return what entries are sorted by: within a day sessions by time, then what is said of day and week."""
    if isinstance(entry, SessionEntry):
        return entry.day, 0, f"{entry.session.started_at.isoformat()} {entry.session.id}"
    return entry.day, 1 + isinstance(entry, WeekEntry), ""
