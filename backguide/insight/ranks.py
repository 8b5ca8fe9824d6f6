"""The few rank statistics the verdicts need, for short series. Exact where the series is short enough.

Sources: Hollander, Wolfe and Chicken, Nonparametric Statistical Methods (2014), chapters 3, 8 and 9; Sen
(1968) for the interval of the slope.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import erfc, floor, sqrt

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
Interval = tuple[float, float]

ALPHA = 0.05  # two-sided, of every interval and test
_EXACT_TO = 60  # values; above, Kendall's S is as good as normal


@dataclass(frozen=True, slots=True)
class Slope:
    """A slope per unit of time; `interval` is None where the series is too short to carry one."""

    per_unit: float
    interval: Interval | None


def ranks(values: Sequence[float] | FloatArray) -> FloatArray:
    """Return the ranks from 1; equal values share the middle of theirs."""
    _, place, counts = np.unique(np.asarray(values, dtype=float), return_inverse=True, return_counts=True)
    middles: FloatArray = np.cumsum(counts) - (counts - 1) / 2
    return middles[place]


def hodges_lehmann(differences: Sequence[float]) -> float:
    """Return the median of the means of all pairs, each value with itself included."""
    return float(np.median(_walsh_averages(differences)))


def signed_rank_interval(differences: Sequence[float]) -> Interval | None:
    """Return the 95 % interval of the middle by inverting Wilcoxon's signed-rank test.

    With equal values it is wide, and may end at a 0 that `signed_rank_p` rules out. None for fewer than 6
    values, which cannot carry one: even 5 of 5 on one side happen in 6 % by chance.
    """
    averages = np.sort(_walsh_averages(differences))
    below = np.cumsum(_signed_rank_chances(len(differences)))
    rejected = int(np.searchsorted(below, ALPHA / 2, side="right"))  # rank sums too small to be chance
    if rejected == 0:
        return None
    return float(averages[rejected - 1]), float(averages[-rejected])


def signed_rank_p(differences: Sequence[float]) -> float:
    """Return the two-sided chance of so lopsided differences when each could as well be on the other side.

    Exact for ties, and zeros have their rank but no side (Pratt 1959).
    """
    values = np.asarray(differences, dtype=float)
    doubled = np.rint(2 * ranks(np.abs(values))).astype(int)
    score = abs(int((np.sign(values) * doubled).sum()))
    chances = np.ones(1)
    for rank in doubled[values != 0]:
        empty = np.zeros(rank)
        chances = (np.concatenate((chances, empty)) + np.concatenate((empty, chances))) / 2
    at_most = (len(chances) - 1 - score) // 2
    return min(1.0, 2 * float(chances[: at_most + 1].sum()))


def mann_kendall_p(values: Sequence[float], stretch: float = 1.0) -> float:
    """Return the two-sided chance of so much rise or fall in a series without a trend.

    `stretch` widens the distribution of chance, for series whose neighbours resemble each other. Equal
    values count as neither rise nor fall, and an odd pair of them against a trend.
    """
    score = abs(_kendall_score(np.asarray(values, dtype=float)))
    pairs = len(values) * (len(values) - 1) // 2
    return _kendall_tail(len(values), (score - (pairs - score) % 2) / stretch)


def theil_sen(times: Sequence[float], values: Sequence[float], stretch: float = 1.0) -> Slope:
    """Return the median of the slopes between all pairs, with Sen's 95 % interval.

    Times differ. The interval leaves out 0 exactly when `mann_kendall_p` with the same `stretch` is at most
    5 %, as long as no two values are equal.
    """
    slopes = np.sort(_pairwise_slopes(times, values))
    limit = stretch * _kendall_limit(len(values))
    first_kept = int(np.ceil((len(slopes) - limit) / 2))
    middle = float(np.median(slopes))
    if first_kept < 1:
        return Slope(middle, None)
    return Slope(middle, (float(slopes[first_kept - 1]), float(slopes[-first_kept])))


def without_trend(times: Sequence[float], values: Sequence[float]) -> FloatArray:
    """Return what is left of the values after taking out the Theil-Sen line, rounded to nine decimals."""
    slope = float(np.median(_pairwise_slopes(times, values)))
    left = np.asarray(values, dtype=float) - slope * np.asarray(times, dtype=float)
    return np.round(left - np.median(left), 9)


def chance_limit(by_chance: FloatArray) -> float | None:
    """Return what a statistic must exceed in size to be rarer than 5 % among itself and these.

    None when there are too few of them for anything to be so rare.
    """
    allowed = floor(ALPHA * (len(by_chance) + 1) + 1e-9) - 1
    if allowed < 0:
        return None
    return float(np.sort(np.abs(by_chance))[::-1][allowed])


def _walsh_averages(values: Sequence[float]) -> FloatArray:
    array = np.asarray(values, dtype=float)
    first, second = np.triu_indices(len(array))
    averages: FloatArray = (array[first] + array[second]) / 2
    return averages


def _pairwise_slopes(times: Sequence[float], values: Sequence[float]) -> FloatArray:
    at, value = np.asarray(times, dtype=float), np.asarray(values, dtype=float)
    first, second = np.triu_indices(len(at), k=1)
    slopes: FloatArray = (value[second] - value[first]) / (at[second] - at[first])
    return slopes


def _kendall_score(values: FloatArray) -> int:
    """Return how many pairs rise less how many fall."""
    first, second = np.triu_indices(len(values), k=1)
    return int(np.sign(values[second] - values[first]).sum())


@lru_cache(maxsize=64)
def _signed_rank_chances(number: int) -> FloatArray:
    """Return the chance of every signed-rank sum from 0 to number (number + 1) / 2."""
    chances = np.ones(1)
    for rank in range(1, number + 1):
        empty = np.zeros(rank)
        chances = (np.concatenate((chances, empty)) + np.concatenate((empty, chances))) / 2
    return chances


@lru_cache(maxsize=64)
def _kendall_chances(number: int) -> FloatArray:
    """Return the chance of every number of falling pairs in a random order of so many values."""
    chances = np.ones(1)
    for size in range(2, number + 1):
        chances = np.convolve(chances, np.full(size, 1 / size))
    return chances


def _kendall_tail(number: int, score: float) -> float:
    """Return the chance of a score at least this far from 0, on either side."""
    pairs = number * (number - 1) // 2
    if number > _EXACT_TO:
        spread = sqrt(number * (number - 1) * (2 * number + 5) / 18)
        return min(1.0, erfc(max(score - 1, 0.0) / spread / sqrt(2)))
    at_most = floor((pairs - score) / 2 + 1e-9)
    return min(1.0, 2 * float(_kendall_chances(number)[: at_most + 1].sum()))


@lru_cache(maxsize=256)
def _kendall_limit(number: int) -> float:
    """Return the largest score that chance reaches in more than 5 % of the series."""
    pairs = number * (number - 1) // 2
    scores = np.arange(pairs % 2, pairs + 1, 2)
    likely = [score for score in scores if _kendall_tail(number, float(score)) > ALPHA]
    return float(likely[-1])
