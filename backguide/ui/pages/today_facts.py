"""What Today shows, read from the journal in one go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from backguide.journal.records import ExerciseResult, Moment, Rating, SessionRecord, Site
from backguide.journal.values import local_date, local_time
from backguide.plan.days import DayPractice, week_of
from backguide.plan.next_morning import asks_next_morning
from backguide.plan.practice import practices
from backguide.plan.suggestion import Suggestion, suggestion_for
from backguide.ui.date_words import WEEKDAYS, recent_date
from backguide.ui.services import Services
from backguide.ui.widgets.week_strip import DayMark, DayState

_MOMENTS: Mapping[Moment, str] = {
    "before": "before",
    "after": "after",
    "next_morning": "the morning after",
    "daily": "",
}
_STATES: Mapping[str, DayState] = {
    "done": "done",
    "partial": "partial",
    "missed": "not_done",
    "eased": "free",
    "open": "planned",
    "ahead": "planned",
    "not_planned": "free",
}
_PARTIAL = "That counts as partial, not as missed."


@dataclass(frozen=True, slots=True)
class LastRating:
    """The last rating of a site and when it was given, such as "Yesterday, after Strength"."""

    value: int
    words: str


@dataclass(frozen=True, slots=True)
class TodayFacts:
    """`moment` is on the person's own clock; `week_note` is empty when there is nothing to explain.

    `morning_of` is the session of which to ask how the back was this morning.
    """

    moment: datetime
    is_first_time: bool
    suggestion: Suggestion | None
    week: tuple[DayMark, ...]
    planned_days: int
    done_days: int
    week_note: str
    last: Mapping[Site, LastRating | None]
    morning_of: SessionRecord | None = None


def read_facts(services: Services) -> TodayFacts:
    """Read the journal. Raises JournalError when it cannot be read."""
    journal, catalogue = services.journal, services.catalogue
    moment = local_time(services.clock.now(), journal.zone())
    today = moment.date()
    monday = today - timedelta(days=today.weekday())
    sessions = journal.sessions()
    results = journal.results_between(monday, today)
    of_week = [one for one in sessions if local_date(one.started_at, one.zone) >= monday]
    practised = practices(of_week, results, catalogue)
    ratings = journal.ratings()
    began = min((local_date(one.started_at, one.zone) for one in sessions), default=None)
    week = week_of(catalogue.week, practised, today, began)
    counts = _counts_by_day(of_week, results)
    return TodayFacts(
        moment=moment,
        is_first_time=not sessions and not ratings,
        suggestion=suggestion_for(catalogue, moment, practised, ratings),
        week=tuple(_mark(day, today, counts) for day in week),
        planned_days=sum(day.planned for day in week),
        done_days=sum(day.planned and day.state(today) == "done" for day in week),
        week_note=_week_note(week, today, counts),
        last={site: _last(site, ratings, sessions, today) for site in ("back", "leg")},
        morning_of=asks_next_morning(sessions, ratings, today, _declined_on(services)),
    )


def _declined_on(services: Services) -> date | None:
    declined_on = services.preferences.values.morning_declined_on
    return date.fromisoformat(declined_on) if declined_on else None


def _counts_by_day(
    sessions: Sequence[SessionRecord], results: Mapping[str, Sequence[ExerciseResult]]
) -> dict[date, tuple[int, int]]:
    """Return, for every day, how many exercises of how many were done in its fullest session."""
    counts: dict[date, tuple[int, int]] = {}
    for session in sessions:
        items: dict[int, bool] = {}
        for result in results.get(session.id, ()):
            items[result.item] = items.get(result.item, True) and result.outcome == "done"
        if items:
            day = local_date(session.started_at, session.zone)
            counts[day] = max(counts.get(day, (0, 0)), (sum(items.values()), len(items)), key=_share)
    return counts


def _share(count: tuple[int, int]) -> float:
    return count[0] / count[1] if count[1] else -1.0


def _mark(day: DayPractice, today: date, counts: Mapping[date, tuple[int, int]]) -> DayMark:
    name = WEEKDAYS[day.day.weekday()]
    done, whole = _partly(day, counts)
    return DayMark(
        letter=name[0],
        name=name,
        state=_STATES[day.state(today)],
        is_today=day.day == today,
        share=day.done_share,
        words=f"{done}/{whole}" if whole else "",
    )


def _partly(day: DayPractice, counts: Mapping[date, tuple[int, int]]) -> tuple[int, int]:
    """Return how many exercises of how many a partial day is told as; noughts where that says nothing."""
    done, whole = counts.get(day.day, (0, 0))
    return (done, whole) if 0 < done < whole else (0, 0)


def _week_note(week: Sequence[DayPractice], today: date, counts: Mapping[date, tuple[int, int]]) -> str:
    """Explain the last day that is neither plainly done nor plainly open."""
    for day in reversed(week):
        state = day.state(today)
        if state == "partial":
            words = _partial_words(day, today, counts)
            return f"{words} so far." if day.day == today else f"{words}. {_PARTIAL}"
        if state == "eased":
            return f"{_on(day.day, today)} you stopped because it hurt. That day counts neither way."
    return ""


def _partial_words(day: DayPractice, today: date, counts: Mapping[date, tuple[int, int]]) -> str:
    on = _on(day.day, today)
    done, whole = _partly(day, counts)
    if not whole:
        return f"{on} you did part of a session"
    return f"{on} you did {done} of {whole} exercises"


def _on(day: date, today: date) -> str:
    return "Today" if day == today else f"On {WEEKDAYS[day.weekday()]}"


def _last(
    site: Site, ratings: Sequence[Rating], sessions: Sequence[SessionRecord], today: date
) -> LastRating | None:
    """Return the newest rating; `ratings` come oldest first, and of one time in the order of giving."""
    of_site = [rating for rating in ratings if rating.site == site]
    if not of_site:
        return None
    rating = of_site[-1]
    words = recent_date(local_date(rating.rated_at, rating.zone), today)
    names = {session.id: session.routine_name for session in sessions}
    if rating.session in names and _MOMENTS[rating.moment]:
        words = f"{words}, {_MOMENTS[rating.moment]} {names[rating.session]}"
    return LastRating(rating.value, words)
