"""What the history page reads from the journal, once for all its parts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from backguide.catalogue.model import Catalogue
from backguide.desktop.clock import Clock
from backguide.journal.journal import Journal
from backguide.journal.records import ExerciseResult, Moment, Rating, SessionRecord, Site
from backguide.journal.values import local_date
from backguide.plan.adherence import Adherence, adherence
from backguide.plan.practice import Practice, practices


@dataclass(frozen=True, slots=True)
class HistoryRecord:
    """All sessions, newest first, their results and ratings, and what they are worth to the plan."""

    catalogue: Catalogue
    sessions: tuple[SessionRecord, ...]
    results: Mapping[str, Sequence[ExerciseResult]]
    ratings: tuple[Rating, ...]
    practised: tuple[Practice, ...]
    today: date

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show yet."""
        return not self.sessions and not self.ratings

    def pain_by_session(self) -> dict[str, dict[tuple[Moment, Site], int]]:
        """Return the ratings of every session that has any, by moment and site."""
        found: dict[str, dict[tuple[Moment, Site], int]] = {}
        for rating in self.ratings:
            if rating.session is not None:
                found.setdefault(rating.session, {})[(rating.moment, rating.site)] = rating.value
        return found

    def first_day(self, days: int | None) -> date:
        """Return the first of so many days up to today; with None the first of the record."""
        if days is not None:
            return self.today - timedelta(days=days - 1)
        recorded = [practice.day for practice in self.practised]
        recorded += [local_date(rating.rated_at, rating.zone) for rating in self.ratings[:1]]
        return min([*recorded, self.today])

    def adherence(self, days: int | None) -> Adherence:
        """Return what was kept of the plan in so many days up to today, or in all of them."""
        week = self.catalogue.week
        return adherence(week, self.practised, self.first_day(days), self.today, self.today)

    def ratings_in(self, days: int | None, site: Site) -> int:
        """Return how many ratings of a site there are in so many days up to today, or in all."""
        first = self.first_day(days)
        of_site = (rating for rating in self.ratings if rating.site == site)
        return sum(first <= local_date(r.rated_at, r.zone) <= self.today for r in of_site)


def read_history(journal: Journal, catalogue: Catalogue, clock: Clock) -> HistoryRecord:
    """Read everything. JournalError when the journal cannot be read."""
    sessions = journal.sessions()
    results = journal.results_between()
    return HistoryRecord(
        catalogue,
        sessions,
        results,
        journal.ratings(),
        practices(sessions, results, catalogue),
        local_date(clock.now(), journal.zone()),
    )
