"""Made-up weeks of practice and pain, for pictures of the program and for tests. Nobody's data.

The story: a sore back that eases slowly, a flare-up in the middle in which some exercises hurt, and some
days away without practice, ratings or notes. The same seed gives the same weeks.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from random import Random
from zoneinfo import ZoneInfo

from backguide.catalogue.model import Catalogue, Routine
from backguide.journal.journal import Journal
from backguide.journal.planned import planned_results, with_done
from backguide.journal.records import (
    ExerciseResult,
    HurtMark,
    Moment,
    Rating,
    Row,
    SessionRecord,
    Site,
    SkipReason,
)
from backguide.sample_days import Day, DayWriter
from backguide.session.compile import compile_timeline
from backguide.session.outline import item_spans
from backguide.session.timeline import Timeline

# how far through the weeks, and the pain of the back and of the leg there
_BACK = ((0.0, 5.8), (0.3, 5.0), (0.45, 4.6), (0.5, 6.6), (0.6, 5.0), (0.75, 3.6), (1.0, 2.8))
_LEG = ((0.0, 3.4), (0.3, 2.0), (0.5, 3.0), (0.65, 1.0), (1.0, 0.3))
_AWAY = (0.66, 0.76)
_FLARE = (0.47, 0.58)
_MORNING = time(7, 0)
_EVENING = time(20, 50)
_WAKING = time(6, 5)
_LEAVES_OUT_FROM = 0.88  # of what a session's fate may be, 0 to 1
_REASONS: tuple[SkipReason, ...] = ("time", "tired", "unsure")


@dataclass(frozen=True, slots=True)
class _Occasion:
    """One session to be made up: when, which routine, and how far through the weeks it lies, 0 to 1."""

    at: datetime
    routine: Routine
    through: float


def fill_with_weeks(
    journal: Journal, catalogue: Catalogue, end_date: date, weeks: int = 12, seed: int = 7
) -> tuple[SessionRecord, ...]:
    """Add made-up sessions with their results and ratings for the weeks up to `end_date`, that day included.

    Returns the sessions, oldest first. It needs the routines "morning-mobility" and "strength".
    """
    random = Random(seed)
    writer = _Writer(journal, catalogue, random, end_date)
    rows: list[Row] = []
    for occasion in _occasions(catalogue, end_date, weeks, journal.zone(), random):
        rows += writer.session(occasion)
    notes = DayWriter(journal.new_id, journal.zone(), random)
    for day in _days(end_date, weeks):
        rows += notes.rows(day)
    journal.merge(rows)
    return tuple(row for row in rows if isinstance(row, SessionRecord))


def _days(end_date: date, weeks: int) -> Iterator[Day]:
    days = weeks * 7
    for number in range(days):
        through = number / max(days - 1, 1)
        yield Day(
            end_date - timedelta(days=days - 1 - number),
            through,
            _along(_BACK, through),
            is_flare=_FLARE[0] <= through < _FLARE[1],
            is_away=_AWAY[0] <= through < _AWAY[1],
        )


def _occasions(
    catalogue: Catalogue, end_date: date, weeks: int, zone: str, random: Random
) -> Iterator[_Occasion]:
    for told in _days(end_date, weeks):
        day, through = told.day, told.through
        if told.is_away:
            continue
        minute = timedelta(minutes=random.randint(0, 55), seconds=random.randint(0, 59))
        if random.random() < 0.84:
            at = datetime.combine(day, _MORNING, ZoneInfo(zone)) + minute
            yield _Occasion(at, catalogue.routines["morning-mobility"], through)
        if day.weekday() in catalogue.week.strength and random.random() < 0.84:
            at = datetime.combine(day, _EVENING, ZoneInfo(zone)) + minute
            yield _Occasion(at, catalogue.routines["strength"], through)


class _Writer:
    """Makes up the rows of one session after another."""

    def __init__(self, journal: Journal, catalogue: Catalogue, random: Random, end_date: date) -> None:
        self._journal = journal
        self._random = random
        self._end_date = end_date
        self._zone = journal.zone()
        self._timelines = {
            routine.slug: compile_timeline(routine, catalogue) for routine in catalogue.routines.values()
        }

    def session(self, occasion: _Occasion) -> list[Row]:
        """Return a session, a session before what belongs to it."""
        timeline = self._timelines[occasion.routine.slug]
        fate = self._random.random()
        reached = len(item_spans(timeline))
        if fate < 0.14:
            reached = max(2, reached - self._random.randint(2, max(2, reached // 2)))
        session = self._begun(occasion, timeline, reached)
        results = self._results(session, timeline, reached)
        marks: list[HurtMark] = []
        if fate > self._hurts_from(occasion) and session.state == "finished":
            results, marks = self._eased(session, timeline, results)
        elif fate > _LEAVES_OUT_FROM:
            results = self._left_out(results)
        done_s = sum(result.done_s for result in results)
        planned_s = sum(result.planned_s for result in results)
        session = replace(session, planned_s=planned_s, done_s=done_s)
        ratings = self._ratings(session, occasion.through)
        if ratings:
            ratings += self._next_morning(occasion, session)
        return [session, *results, *marks, *ratings]

    def _hurts_from(self, occasion: _Occasion) -> float:
        return 0.6 if _FLARE[0] <= occasion.through < _FLARE[1] else 0.96

    def _left_out(self, results: list[ExerciseResult]) -> list[ExerciseResult]:
        """Leave out one exercise of those that were done."""
        item = self._random.choice([result.item for result in results])
        reason = self._random.choice(_REASONS)
        return [
            replace(result, done_s=0.0, outcome="skipped", skip_reason=reason)
            if result.item == item
            else result
            for result in results
        ]

    def _begun(self, occasion: _Occasion, timeline: Timeline, reached: int) -> SessionRecord:
        spans = item_spans(timeline)
        position_s = spans[reached - 1].end_s
        return SessionRecord(
            self._journal.new_id(),
            occasion.at.astimezone(ZoneInfo("UTC")),
            self._zone,
            timeline.routine,
            timeline.name,
            state="finished" if reached == len(spans) else "stopped",
            origin="guided",
            planned_s=0.0,
            done_s=0.0,
            position_s=position_s,
            ended_at=occasion.at.astimezone(ZoneInfo("UTC"))
            + timedelta(seconds=round(position_s + self._random.uniform(5, 90))),
        )

    def _results(self, session: SessionRecord, timeline: Timeline, reached: int) -> list[ExerciseResult]:
        reason = self._random.choice(_REASONS)
        made = []
        for result in planned_results(timeline, session.id, self._journal.new_id):
            if result.item < reached:
                made.append(with_done(result, result.planned_s))
            else:
                made.append(replace(result, skip_reason=reason))
        return made

    def _eased(
        self, session: SessionRecord, timeline: Timeline, results: list[ExerciseResult]
    ) -> tuple[list[ExerciseResult], list[HurtMark]]:
        hurting = self._random.choice(results)
        span = item_spans(timeline)[hurting.item]
        position_s = round(span.start_s + (span.end_s - span.start_s) / 2)
        mark = HurtMark(
            self._journal.new_id(),
            session.id,
            hurting.item,
            hurting.exercise,
            hurting.variation,
            hurting.side,
            float(position_s),
            session.started_at + timedelta(seconds=position_s),
            self._random.randint(4, 7),
        )
        eased = replace(hurting, done_s=round(hurting.planned_s / 2, 1), outcome="eased", skip_reason="pain")
        return [eased if result is hurting else result for result in results], [mark]

    def _ratings(self, session: SessionRecord, through: float) -> list[Rating]:
        if self._random.random() < 0.07:
            return []
        ratings = []
        for site, story in _STORIES.items():
            if site == "leg" and self._random.random() < 0.25:
                continue
            before = _rated(_along(story, through) + self._random.gauss(0, 0.9))
            ratings.append(self._rating(session, "before", site, before))
            if self._random.random() < 0.88:
                after = _rated(
                    before - self._random.choice((0, 0, 1, 1, 2)) + self._random.choice((0, 0, 0, 1))
                )
                ratings.append(self._rating(session, "after", site, after))
        return ratings

    def _next_morning(self, occasion: _Occasion, session: SessionRecord) -> list[Rating]:
        """Return what the back and the leg were like on the morning after, if that is told."""
        day = occasion.at.date() + timedelta(days=1)
        if self._random.random() > 0.5 or day > self._end_date:
            return []
        woke = datetime.combine(day, _WAKING, ZoneInfo(self._zone)).astimezone(UTC)
        at = woke + timedelta(minutes=self._random.randint(0, 50))
        levels = {site: _along(story, occasion.through) for site, story in _STORIES.items()}
        return [
            replace(
                self._rating(session, "next_morning", site, _rated(level + self._random.gauss(0.2, 0.9))),
                rated_at=at,
            )
            for site, level in levels.items()
            if site == "back" or level >= 1
        ]

    def _rating(self, session: SessionRecord, moment: Moment, site: Site, value: int) -> Rating:
        at = session.started_at if moment == "before" else session.ended_at or session.started_at
        return Rating(self._journal.new_id(), session.id, moment, site, value, at, session.zone)


_STORIES: dict[Site, tuple[tuple[float, float], ...]] = {"back": _BACK, "leg": _LEG}


def _rated(level: float) -> int:
    return min(10, max(0, round(level)))


def _along(story: tuple[tuple[float, float], ...], through: float) -> float:
    """Return the pain at this point of a story, linear between the points that it names."""
    for (start, low), (end, high) in pairwise(story):
        if start <= through <= end:
            return low + (high - low) * (through - start) / (end - start)
    return story[-1][1]
