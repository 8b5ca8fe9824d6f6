"""What the journal holds of the days that a page is about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from backguide.catalogue.model import Catalogue
from backguide.journal.queries import JournalQueries
from backguide.journal.records import (
    DiaryEntry,
    ExerciseResult,
    HurtMark,
    PegAnswer,
    Rating,
    SessionRecord,
)
from backguide.journal.values import local_date
from backguide.plan.practice import Practice, practices
from backguide.report.pain_rows import WINDOW


@dataclass(frozen=True, slots=True)
class Entries:
    """Everything from `asked_from` (None: from the beginning) to `end`, sessions and marks newest first.

    `earlier_too` are the ratings with those that the first days' medians look back to; `began` is the day of
    the very first session, whatever was asked for.
    """

    asked_from: date | None
    end: date
    began: date | None
    sessions: Sequence[SessionRecord]
    results: Mapping[str, Sequence[ExerciseResult]]
    practised: tuple[Practice, ...]
    marks: Sequence[HurtMark]
    ratings: Sequence[Rating]
    earlier_too: Sequence[Rating]
    diary: Sequence[DiaryEntry]
    peg: Sequence[PegAnswer]

    @property
    def first(self) -> date | None:
        """The first day with an entry."""
        return min(self._days(), default=None)

    @property
    def start(self) -> date:
        """The first day of the page: that of the first entry, or what was asked for where there is none."""
        return self.first or self.asked_from or self.end

    def _days(self) -> Iterator[date]:
        yield from (practice.day for practice in self.practised)
        yield from (local_date(rating.rated_at, rating.zone) for rating in self.ratings)
        yield from (entry.day for entry in self.diary)
        yield from (answer.day for answer in self.peg)


def read_entries(journal: JournalQueries, catalogue: Catalogue, start: date | None, end: date) -> Entries:
    """Read the days, both included. JournalError when the journal cannot be read."""
    all_sessions = journal.sessions(None, end)
    sessions = journal.sessions(start, end)
    results = journal.results_between(start, end)
    earlier_too = journal.ratings(None if start is None else start - WINDOW, end)
    return Entries(
        start,
        end,
        min((local_date(session.started_at, session.zone) for session in all_sessions), default=None),
        sessions,
        results,
        practices(sessions, results, catalogue),
        [mark for session in sessions for mark in reversed(journal.hurt_marks(session.id))],
        [r for r in earlier_too if start is None or local_date(r.rated_at, r.zone) >= start],
        earlier_too,
        journal.diary_entries(start, end),
        journal.peg_answers(start, end),
    )
