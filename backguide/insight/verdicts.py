"""All verdicts of a journal at once."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from backguide.insight.adherence_link import LagBar, lag_bars, pain_and_adherence
from backguide.insight.change import Start, change_since_start, start_of
from backguide.insight.days import RatedDays, day_pain, morning_pain, rated_days
from backguide.insight.next_morning import MorningPair, morning_pairs, next_morning_effect
from backguide.insight.pain import PainDot
from backguide.insight.peg import WeeklyAnswer, peg_change
from backguide.insight.session_effect import SessionDifference, session_differences, session_effect
from backguide.insight.trend import trend
from backguide.insight.verdict import Verdict
from backguide.insight.weeks import WeekPoint, week_points
from backguide.insight.words import VerdictName

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Insight:
    """What the journal says up to a day, and the series it is told from, oldest first."""

    verdicts: tuple[Verdict, ...]
    weeks: tuple[WeekPoint, ...]
    sessions: tuple[SessionDifference, ...]
    lags: tuple[LagBar, ...]
    mornings: tuple[MorningPair, ...]
    start: Start | None
    rated: RatedDays

    def verdict(self, name: VerdictName) -> Verdict:
        """Return the verdict on one question."""
        return next(verdict for verdict in self.verdicts if verdict.name == name)


def insight(
    dots: Iterable[PainDot],
    practised: Collection[date],
    adherence: Mapping[date, float | None],
    peg: Iterable[WeeklyAnswer],
    today: date,
) -> Insight:
    """Return everything that the ratings of one site say up to `today`, that day included.

    `practised` are the days with practice, `adherence` is the share of each week by its Monday.
    """
    dots = tuple(dots)
    practice = {day for day in practised if day <= today}
    pain, mornings = (_until(today, series) for series in (day_pain(dots), morning_pain(dots)))
    weeks = week_points(pain, _until(today, adherence))
    sessions = tuple(one for one in session_differences(dots) if one.at.date() <= today)
    pairs = morning_pairs(pain, mornings, practice)
    verdicts = (
        session_effect(sessions),
        next_morning_effect(pairs, practice),
        trend(weeks),
        change_since_start(pain, today),
        pain_and_adherence(weeks),
        peg_change(answer for answer in peg if answer.day <= today),
    )
    known = [*pain, *practice]
    rated = rated_days(pain, min(known, default=today), today)
    return Insight(verdicts, weeks, sessions, lag_bars(weeks), pairs, start_of(pain), rated)


def _until(today: date, by_day: Mapping[date, _Value]) -> dict[date, _Value]:
    return {day: value for day, value in by_day.items() if day <= today}
