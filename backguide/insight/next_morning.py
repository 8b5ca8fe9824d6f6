"""Mornings after days with practice against mornings after days without, at like pain the day before."""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from backguide.insight.days import DayPain
from backguide.insight.ranks import FloatArray, Interval, chance_limit
from backguide.insight.verdict import Verdict, around, leaves_out_zero, more, points, word_of
from backguide.insight.words import NOT_A_CAUSE

NEEDED_PAIRS = 28
NEEDED_OF_EACH = 8
LATEST_PAIRS = 365
BANDS = (2.5, 4.5, 6.5)  # between the bands 0-2, 3-4, 5-6 and 7-10 of the day before

_DAY = timedelta(days=1)
_NO_WEIGHT = 1e-6  # nothing left to compare but rounding


@dataclass(frozen=True, slots=True)
class MorningPair:
    """A day with its pain and whether there was practice on it, and the pain of the morning after."""

    day: date
    pain: float
    practised: bool
    next_morning: float

    @property
    def band(self) -> int:
        """The band of the day's pain, 0 to 3."""
        return bisect_left(BANDS, self.pain)


def morning_pairs(pain: DayPain, mornings: DayPain, practised: Collection[date]) -> tuple[MorningPair, ...]:
    """Return the days whose own pain and next morning were both rated, oldest first; of many the latest."""
    days = sorted(day for day in pain if day + _DAY in mornings)[-LATEST_PAIRS:]
    return tuple(MorningPair(day, pain[day], day in practised, mornings[day + _DAY]) for day in days)


def next_morning_effect(pairs: Sequence[MorningPair], practised: Collection[date]) -> Verdict:
    """Judge the difference, pairs oldest first, within bands of the day's pain by a circular-shift test.

    `practised` are all days with practice: the test moves them along the calendar against the pain. Only
    bands that hold both kinds of days are compared.
    """
    compared = _comparable(pairs)
    missing = _missing(pairs) or _missing(compared)
    difference = None if missing else _difference(compared, practised)
    if difference is None:
        missing = max(missing, 1)
        needs = max(NEEDED_PAIRS, len(pairs) + missing)
        sentence = _not_yet(pairs, missing)
        return Verdict("next_morning", "not_enough_data", len(pairs), needs, None, None, sentence)
    estimate, interval = difference
    word = word_of(estimate, is_clear=leaves_out_zero(interval))
    sentence = _sentence(estimate, is_usual=word == "within_usual")
    return Verdict("next_morning", word, len(pairs), NEEDED_PAIRS, estimate, interval, sentence)


def _comparable(pairs: Sequence[MorningPair]) -> list[MorningPair]:
    kinds = {(pair.band, pair.practised) for pair in pairs}
    return [pair for pair in pairs if (pair.band, not pair.practised) in kinds]


def _difference(
    pairs: Sequence[MorningPair], practised: Collection[date]
) -> tuple[float, Interval | None] | None:
    """Return the least-squares difference at the same band and pain of the day before, and its interval.

    None when days with and without practice never had the same pain. The test turns the practice days round
    the calendar. Each turn leaves another amount to compare within the bands, so the differences are set
    against each other in units of their own spread.
    """
    turned = _practice_by_turn(pairs, practised)
    mornings = np.array([pair.next_morning for pair in pairs])
    known = _known_of_the_day(pairs)
    total = turned @ (mornings - known @ (known.T @ mornings))
    weight = turned.sum(axis=1) - ((turned @ known) ** 2).sum(axis=1)
    scaled = np.round(total / np.sqrt(np.maximum(weight, _NO_WEIGHT)), 9)  # equal turns stay equal
    if weight[0] < _NO_WEIGHT:
        return None
    unit = float(1 / np.sqrt(weight[0]))
    limit, estimate = chance_limit(scaled[1:]), float(scaled[0]) * unit
    return estimate, around(estimate, None if limit is None else limit * unit)


def _practice_by_turn(pairs: Sequence[MorningPair], practised: Collection[date]) -> FloatArray:
    """Return 1 for practice, a row for every turn of the calendar, the true one first, a column a pair."""
    first, length = pairs[0].day, (pairs[-1].day - pairs[0].day).days + 1
    practice = np.array([first + number * _DAY in practised for number in range(length)], dtype=float)
    places = np.array([(pair.day - first).days for pair in pairs])
    return practice[(places[np.newaxis, :] + np.arange(length)[:, np.newaxis]) % length]


def _known_of_the_day(pairs: Sequence[MorningPair]) -> FloatArray:
    """Return orthonormal columns that hold all that the band and the pain within it say of a morning."""
    pain = np.array([pair.pain for pair in pairs])
    bands = np.array([pair.band for pair in pairs])
    in_band = bands[:, np.newaxis] == np.arange(len(BANDS) + 1)
    vectors, sizes, _ = np.linalg.svd(np.column_stack((in_band, pain)), full_matrices=False)
    columns: FloatArray = vectors[:, sizes > _NO_WEIGHT]
    return columns


def _missing(pairs: Sequence[MorningPair]) -> int:
    """Return how many more pairs it takes at the least."""
    return max(NEEDED_PAIRS - len(pairs), sum(_missing_of_each(pairs)))


def _missing_of_each(pairs: Sequence[MorningPair]) -> tuple[int, int]:
    """Return how many more pairs with practice, and without, it takes."""
    with_practice = sum(pair.practised for pair in pairs)
    kinds = (with_practice, len(pairs) - with_practice)
    lacking_with, lacking_without = (max(NEEDED_OF_EACH - number, 0) for number in kinds)
    return lacking_with, lacking_without


def _not_yet(pairs: Sequence[MorningPair], missing: int) -> str:
    days = f"Not enough data yet: it takes ratings on {more(missing, 'day')}"
    mornings = f"and on the {'morning' if missing == 1 else 'mornings'} after"
    with_practice, without = _missing_of_each(pairs)
    if not _missing(pairs):
        return f"{days} {mornings}, of like pain with and without practice."
    if with_practice + without == missing and 0 in (with_practice, without):
        return f"{days} {'with' if with_practice else 'without'} practice {mornings}."
    kinds = [f"{number} {word}" for number, word in ((with_practice, "with"), (without, "without")) if number]
    of_them = f", at least {' and '.join(kinds)} practice," if kinds else ""
    return f"{days}{of_them} {mornings}."


def _sentence(estimate: float, *, is_usual: bool) -> str:
    if is_usual:
        return "Mornings after practice and after days without differ within your usual ups and downs."
    size = f"{points(estimate)} {'lower' if estimate < 0 else 'higher'}"
    return f"On mornings after practice your pain was {size} than after days without. {NOT_A_CAUSE}"
