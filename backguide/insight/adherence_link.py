"""Pain against adherence, week by week, and which of the two came first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np

from backguide.insight.ranks import FloatArray, Interval, chance_limit, ranks, without_trend
from backguide.insight.verdict import Verdict, leaves_out_zero, more, word_of
from backguide.insight.weeks import NEEDED_DAYS, WeekPoint, counting, week_number
from backguide.insight.words import NOT_A_CAUSE

DRAWN_FROM = 8  # weeks
JUDGED_FROM = 12
LATEST_WEEKS = 52
NEEDED_RANGE = 0.3  # between the week with the least and the one with the most adherence
NEEDED_EACH_SIDE = 3  # weeks below and above the median adherence

Lag = Literal["pain_first", "same_week", "adherence_first"]
LAGS: tuple[Lag, ...] = ("pain_first", "same_week", "adherence_first")

_FEWEST_PAIRS = 3  # two always lie on a line


@dataclass(frozen=True, slots=True)
class LagBar:
    """How pain and adherence go together: the rank correlation of `n` pairs of weeks, trends removed.

    "pain_first" sets last week's pain against this week's adherence, "adherence_first" last week's adherence
    against this week's pain. Below 0, more of one goes with less of the other. `interval` is None where there
    are too few pairs for one, and `correlation` is 0 where there are less than three.
    """

    lag: Lag
    correlation: float
    interval: Interval | None
    n: int


class _Week(NamedTuple):
    number: int
    adherence: float
    pain: float


def lag_bars(weeks: Iterable[WeekPoint]) -> tuple[LagBar, ...]:
    """Return the three bars, in the order of `LAGS`; none before there are weeks enough to draw."""
    known = _known(weeks)
    if len(known) < DRAWN_FROM:
        return ()
    numbers = [week.number for week in known]
    adherence = dict(zip(numbers, without_trend(numbers, [week.adherence for week in known]), strict=True))
    pain = dict(zip(numbers, without_trend(numbers, [week.pain for week in known]), strict=True))
    bars = []
    for lag, later in zip(LAGS, (1, 0, -1), strict=True):
        pairs = [(adherence[week], pain[week - later]) for week in numbers if week - later in pain]
        bars.append(_bar(lag, pairs))
    return tuple(bars)


def pain_and_adherence(weeks: Iterable[WeekPoint]) -> Verdict:
    """Judge the same week's pain and adherence: Spearman's correlation, trends removed, circular shifts."""
    points = list(weeks)
    known = _known(points)
    missing = _missing_weeks(known)
    number, needs = len(known), len(known) + missing if missing else JUDGED_FROM
    if missing:
        return Verdict("pain_and_adherence", "not_enough_data", number, needs, None, None, _not_yet(known))
    first, same, later = lag_bars(points)
    word = word_of(same.correlation, is_clear=leaves_out_zero(same.interval))
    sentence = _sentence(word)
    if abs(first.correlation) > max(abs(same.correlation), abs(later.correlation)):
        is_told = leaves_out_zero(first.interval) or word != "within_usual"
        sentence = f"{sentence} {_reverse(first.correlation)}" if is_told else sentence
    return Verdict("pain_and_adherence", word, number, needs, same.correlation, same.interval, sentence)


def _known(weeks: Iterable[WeekPoint]) -> list[_Week]:
    planned = [week for week in weeks if week.adherence is not None]
    return [
        _Week(week_number(week.monday), week.adherence, week.pain)
        for week in counting(planned, LATEST_WEEKS)
        if week.adherence is not None and week.pain is not None
    ]


def _bar(lag: Lag, pairs: Sequence[tuple[float, float]]) -> LagBar:
    if len(pairs) < _FEWEST_PAIRS:
        return LagBar(lag, 0.0, None, len(pairs))
    by_chance = _correlations(*(ranks(side) for side in zip(*pairs, strict=True)))
    correlation, limit = float(by_chance[0]), chance_limit(by_chance[1:])
    if limit is None:
        return LagBar(lag, correlation, None, len(pairs))
    interval = (max(correlation - limit, -1.0), min(correlation + limit, 1.0))
    return LagBar(lag, correlation, interval, len(pairs))


def _correlations(adherence: FloatArray, pain: FloatArray) -> FloatArray:
    """Return the correlation as it was, then for the weeks of adherence turned round, forwards and backwards.

    A dozen weeks have too few turns for anything to be rarer than 1 in 20; run backwards they are as likely
    and double them.
    """
    number = len(adherence)
    turn = (np.arange(number)[np.newaxis, :] + np.arange(number)[:, np.newaxis]) % number
    turned = (adherence - adherence.mean())[np.concatenate((turn, turn[:, ::-1]))]
    pain = pain - pain.mean()
    size = float(np.sqrt((turned[0] @ turned[0]) * (pain @ pain)))
    return np.round(turned @ pain / size, 9) if size > 0 else np.zeros(2 * number)  # equal turns stay equal


def _missing_weeks(known: Sequence[_Week]) -> int:
    """Return how many more weeks it takes at the least."""
    shares = [week.adherence for week in known]
    if not shares:
        return JUDGED_FROM
    middle = float(np.median(shares))
    sides = (sum(share < middle for share in shares), sum(share > middle for share in shares))
    lacking = sum(max(NEEDED_EACH_SIDE - side, 0) for side in sides)
    too_even = max(shares) - min(shares) < NEEDED_RANGE - 1e-9
    return max(JUDGED_FROM - len(shares), lacking, int(too_even))


def _not_yet(known: Sequence[_Week]) -> str:
    missing = JUDGED_FROM - len(known)
    if missing > 0:
        return f"Not enough data yet: {more(missing, 'week')} with ratings on at least {NEEDED_DAYS} days."
    weeks = more(_missing_weeks(known), "week")
    return (
        "Not enough data yet: you kept your plan about equally in all weeks. "
        f"It takes at least {weeks} with clearly more or clearly less practice to compare."
    )


def _sentence(word: str) -> str:
    if word == "within_usual":
        return "Weeks with more and with less practice differ within your usual ups and downs."
    compared = "lower" if word == "better" else "higher"
    return f"In weeks with more practice your pain was {compared}. {NOT_A_CAUSE}"


def _reverse(correlation: float) -> str:
    if correlation < 0:
        return (
            "In weeks after more pain you practised less. That alone can make it look as if practice helps."
        )
    return "In weeks after more pain you practised more. That alone can make it look as if practice hurts."
