"""Made-up diary entries and weekly answers for the story that `sample_journal` tells. Nobody's data."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from random import Random
from zoneinfo import ZoneInfo

from backguide.journal.records import HIGHEST_PAIN, DiaryEntry, PegAnswer

_EVENING = time(21, 30)
_SUNDAY = 6
_USUAL: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("", ("long sitting",)),
    ("A long day at the desk.", ("long sitting", "stress")),
    ("Walked home instead of taking the bus.", ("walking",)),
    ("", ("walking",)),
    ("Slept badly, up twice.", ("poor sleep",)),
    ("Worked in the garden for two hours.", ("heavy work", "gardening")),
    ("Stiff when I got up, fine after the session.", ()),
    ("", ("stress",)),
)
_FLARE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Carried boxes and felt it at once.", ("flare-up", "heavy work")),
    ("Hardly slept. Took a tablet in the morning.", ("flare-up", "poor sleep", "medication")),
    ("Better when I keep moving.", ("flare-up", "walking")),
    ("", ("flare-up", "medication")),
    ("Sitting is the worst.", ("flare-up", "long sitting")),
)


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the story: how far through it lies, 0 to 1, how sore the back is, and what goes on."""

    day: date
    through: float
    pain: float
    is_flare: bool
    is_away: bool


class DayWriter:
    """Makes up what is noted about one day after another."""

    def __init__(self, new_id: Callable[[], str], zone: str, random: Random) -> None:
        self._new_id = new_id
        self._zone = zone
        self._random = random
        self._flares = 0

    def rows(self, day: Day) -> Iterator[DiaryEntry | PegAnswer]:
        """Yield the day's entry, on most days none, and on Sundays the answers; nothing while away."""
        if day.is_away:
            return
        if self._random.random() < (0.8 if day.is_flare else 0.3):
            yield self._entry(day)
        if day.day.weekday() == _SUNDAY:
            yield self._answer(day)

    def _entry(self, day: Day) -> DiaryEntry:
        if day.is_flare:
            note, tags = _FLARE[self._flares % len(_FLARE)]
            self._flares += 1
        else:
            note, tags = self._random.choice(_USUAL)
        return DiaryEntry(self._new_id(), day.day, self._zone, self._written_at(day.day), note, tags)

    def _answer(self, day: Day) -> PegAnswer:
        pain, enjoyment, activity = (
            min(HIGHEST_PAIN, max(0, round(day.pain + less + self._random.gauss(0, 0.6))))
            for less in (0.0, -1.2, -0.5)
        )
        return PegAnswer(
            self._new_id(), day.day, self._zone, self._written_at(day.day), pain, enjoyment, activity
        )

    def _written_at(self, day: date) -> datetime:
        return datetime.combine(day, _EVENING, ZoneInfo(self._zone)).astimezone(UTC)
