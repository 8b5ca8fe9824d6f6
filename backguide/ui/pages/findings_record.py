"""What the findings read from the journal."""

from dataclasses import dataclass
from datetime import date, timedelta

from backguide.insight.pain import pain_series
from backguide.insight.verdicts import Insight, insight
from backguide.journal.values import local_date
from backguide.plan.adherence import adherence_by_week
from backguide.plan.practice import practices
from backguide.ui.services import Services

PRACTICE_DAYS = 3 * 365  # of practice that verdicts look back on; they rest on a year of it at most


@dataclass(frozen=True, slots=True)
class Findings:
    """The verdicts with their series, and the scores of the three questions, oldest first."""

    insight: Insight
    peg: tuple[tuple[date, float], ...]


def read_findings(services: Services) -> Findings:
    """Read what the verdicts need, and judge. JournalError when the journal cannot be read."""
    journal, week = services.journal, services.catalogue.week
    today = local_date(services.clock.now(), journal.zone())
    reach = today - timedelta(days=PRACTICE_DAYS)
    sessions = journal.sessions(reach, today)
    practised = practices(sessions, journal.results_between(reach, today), services.catalogue)
    first = min((practice.day for practice in practised), default=today)
    weeks = adherence_by_week(week, practised, first, today, today)
    answers = journal.peg_answers(None, today)
    found = insight(
        pain_series(journal.ratings(None, today, site="back"), "back"),
        {practice.day for practice in practised if practice.done_share},
        {monday: kept.day.share for monday, kept in weeks.items()},
        answers,
        today,
    )
    scores = tuple((answer.day, answer.score) for answer in answers if answer.score is not None)
    return Findings(found, scores)
