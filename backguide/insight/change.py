"""The first two weeks against the latest two."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

import numpy as np

from backguide.insight.days import DayPain
from backguide.insight.ranks import FloatArray, without_trend
from backguide.insight.verdict import Verdict, around, more, points, word_of
from backguide.insight.words import RECOVERY_SINCE

NEEDED_DAYS = 28
FORTNIGHT_DAYS = 14
NEEDED_RATED = 7  # days of each fortnight
POINTS = 2.0
SHARE = 0.3  # of the pain of the first fortnight
BLOCK_DAYS = 7
RESAMPLES = 999
LATEST_DAYS = 182  # that the person's own ups and downs are told from
SEED = 20090317
# The own days of few weeks show less than their full ups and downs (docs/decisions/verdicts.md).
WIDENED_BY = 20.0

_FORTNIGHT = timedelta(days=FORTNIGHT_DAYS)


@dataclass(frozen=True, slots=True)
class Start:
    """The median of the first fortnight that was rated, from its first rated day to its last.

    Within `low` to `high`, 0 to 10, a change is too small to matter whatever chance says.
    """

    first: date
    last: date
    middle: float
    low: float
    high: float


def start_of(pain: DayPain) -> Start | None:
    """Return the level at the start; None while no fortnight holds enough rated days."""
    days = _first_rated_fortnight(sorted(pain))
    if not days:
        return None
    middle = median(pain[day] for day in days)
    room = max(POINTS, SHARE * middle)
    return Start(days[0], days[-1], middle, max(middle - room, 0.0), min(middle + room, 10.0))


def change_since_start(pain: DayPain, today: date) -> Verdict:
    """Judge the change of the median from the first fortnight that was rated to the one up to today.

    It is better or worse only beyond three lines at once: the person's own chance band, 2 points, and 30 %.
    """
    days = sorted(day for day in pain if day <= today)
    last = [day for day in days if day > today - _FORTNIGHT]
    first = _first_rated_fortnight(days) or last
    number = (today - first[0]).days + 1 if first else 0
    missing = max(NEEDED_RATED - len(first), NEEDED_RATED - len(last), 0)
    needs = max(NEEDED_DAYS, number + missing if missing else 0)
    if number < needs:
        sentence = _not_yet(NEEDED_DAYS - number, missing)
        return Verdict("change_since_start", "not_enough_data", number, needs, None, None, sentence)
    before = median(pain[day] for day in first)
    estimate = median(pain[day] for day in last) - before
    band = chance_band([day.toordinal() for day in days], [pain[day] for day in days], len(first), len(last))
    is_clear = abs(estimate) > band and abs(estimate) >= max(POINTS, SHARE * before)
    word = word_of(estimate, is_clear=is_clear)
    interval = around(estimate, band)
    return Verdict("change_since_start", word, number, needs, estimate, interval, _sentence(word, estimate))


def chance_band(days: Sequence[float], values: Sequence[float], first: int, last: int) -> float:
    """Return how far the medians of two fortnights of one unchanged person differ in 19 of 20 cases.

    It draws fortnights of `first` and `last` rated days from the person's own days, less their trend, in
    blocks of a week, so that neighbouring days go on resembling each other. The same days give the same band.
    """
    left = without_trend(days[-LATEST_DAYS:], values[-LATEST_DAYS:])
    random = np.random.default_rng(SEED)
    differences = _drawn_medians(left, first, random) - _drawn_medians(left, last, random)
    widened = 1 + WIDENED_BY / len(left)
    return widened * float(np.quantile(np.abs(differences), 0.95))


def _drawn_medians(values: FloatArray, number: int, random: np.random.Generator) -> FloatArray:
    blocks = -(-number // BLOCK_DAYS)
    starts = random.integers(len(values), size=(RESAMPLES, blocks, 1))
    places = (starts + np.arange(BLOCK_DAYS)) % len(values)
    medians: FloatArray = np.median(values[places].reshape(RESAMPLES, -1)[:, :number], axis=1)
    return medians


def _first_rated_fortnight(days: Sequence[date]) -> list[date]:
    """Return the rated days of the earliest fortnight that holds enough of them, or none."""
    for place, day in enumerate(days[: 1 - NEEDED_RATED]):
        if days[place + NEEDED_RATED - 1] < day + _FORTNIGHT:
            return [one for one in days[place : place + FORTNIGHT_DAYS] if one < day + _FORTNIGHT]
    return []


def _not_yet(missing_days: int, missing_ratings: int) -> str:
    if missing_days <= 0:
        return f"Not enough data yet: rate {more(missing_ratings, 'day')} of these two weeks."
    wait = more(missing_days, "day")
    return (
        f"Not enough data yet: {wait} to go, with ratings on at least {NEEDED_RATED} days in every two weeks."
    )


def _sentence(word: str, estimate: float) -> str:
    if word == "within_usual":
        return "Your first and your latest two weeks differ within your usual ups and downs."
    seen = f"Pain in your latest two weeks was {points(estimate)} {'higher' if word == 'worse' else 'lower'}"
    sentence = f"{seen} than in your first two, beyond your usual ups and downs."
    return sentence if word == "worse" else f"{sentence} {RECOVERY_SINCE}"
