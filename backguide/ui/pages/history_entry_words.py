"""What the list of entries says of each. Pure functions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from backguide.journal.records import HIGHEST_PAIN, Moment, Rating, Site
from backguide.journal.values import local_time
from backguide.ui.date_words import clock_time, weekday_and_day
from backguide.ui.pages.history_entries import DayEntry, Entry, SessionEntry, WeekEntry
from backguide.ui.session_words import length_words
from backguide.ui.theme.icons import Icon

_MOMENTS: tuple[tuple[Moment, str], ...] = (
    ("before", "before"),
    ("after", "after"),
    ("next_morning", "next morning"),
    ("daily", "that day"),
)
_SITES: tuple[Site, ...] = ("back", "leg")


@dataclass(frozen=True, slots=True)
class EntryWords:
    """One line: what and when at the left, what was felt at the right, words of one's own below."""

    icon: Icon
    title: str
    when: str
    felt: str
    note: str

    @property
    def sentence(self) -> str:
        """All of it for a screen reader."""
        return ", ".join(part for part in (self.title, self.when, self.felt, self.note) if part)


def entry_words(entry: Entry, today: date) -> EntryWords:
    """Return the line of an entry."""
    day = weekday_and_day(entry.day, today)
    if isinstance(entry, SessionEntry):
        session = entry.session
        when = f"{day}, {clock_time(local_time(session.started_at, session.zone))}"
        length = f"{when}, {length_words(session.done_s)}" if session.done_s else when
        icon = Icon.EDIT if session.origin == "logged" else Icon.LIST_CHECKS
        return EntryWords(
            icon, session.routine_name, length, felt_words(entry.ratings), one_line(session.note)
        )
    if isinstance(entry, DayEntry):
        said = " · ".join(part for part in (", ".join(entry.tags), one_line(entry.note)) if part)
        return EntryWords(Icon.FILE_TEXT, "Day", day, felt_words(entry.ratings), said)
    return EntryWords(Icon.CALENDAR, "Past week", day, score_words(entry), "")


def score_words(entry: WeekEntry) -> str:
    """Return "PEG 4.3", or that a number is missing for it."""
    score = entry.answer.score
    return "PEG not complete" if score is None else f"PEG {score:.1f} of {HIGHEST_PAIN}"


def felt_words(ratings: Iterable[Rating]) -> str:
    """Return "Back 5 before, 3 after; leg 1 before"; empty where nothing was rated."""
    values = {(rating.site, rating.moment): rating.value for rating in ratings}
    sites = []
    for site in _SITES:
        told = [f"{values[site, m]} {name}" for m, name in _MOMENTS if (site, m) in values]
        if told == [f"{values.get((site, 'daily'))} that day"]:
            told = [str(values[site, "daily"])]  # the line is about the day anyway
        if told:
            sites.append(f"{site} {', '.join(told)}")
    return "; ".join(sites)[:1].upper() + "; ".join(sites)[1:]


def one_line(text: str) -> str:
    """Return a note on one line."""
    return " ".join(text.split())
