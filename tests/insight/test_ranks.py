"""The rank statistics against values worked by hand and printed tables."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backguide.insight.ranks import (
    chance_limit,
    hodges_lehmann,
    mann_kendall_p,
    ranks,
    signed_rank_interval,
    signed_rank_p,
    theil_sen,
    without_trend,
)

# Hollander and Wolfe, depression scores of nine patients, second visit less first: signed-rank p is 0.0391
DEPRESSION = [-0.952, 0.147, -1.022, -0.430, -0.620, -0.590, -0.490, 0.080, -0.010]


def test_equal_values_share_their_ranks():
    assert list(ranks([3, 1, 3, 2])) == [3.5, 1, 3.5, 2]


@pytest.mark.parametrize(
    ("values", "middle"), [([1, 2, 3], 2), ([-1, 0, 5], 1), ([4], 4), ([0, 0, -3], -0.75)]
)
def test_the_hodges_lehmann_estimate_is_the_median_of_the_pairwise_means(values, middle):
    assert hodges_lehmann(values) == middle


def test_the_published_example_has_the_published_chance_and_estimate():
    assert signed_rank_p(DEPRESSION) == pytest.approx(0.0390625)
    assert hodges_lehmann(DEPRESSION) == pytest.approx(-0.46)


@pytest.mark.parametrize(
    ("number", "largest_rejected"), [(6, 0), (8, 3), (10, 8), (12, 13), (20, 52), (30, 137)]
)
def test_the_interval_is_cut_at_the_critical_values_of_the_table(number, largest_rejected):
    values = [2.0**place for place in range(number)]  # no two means are equal
    means = sorted((a + b) / 2 for i, a in enumerate(values) for b in values[i:])
    assert signed_rank_interval(values) == (means[largest_rejected], means[-1 - largest_rejected])


@pytest.mark.parametrize("number", range(1, 6))
def test_five_values_carry_no_interval(number):
    assert signed_rank_interval([1.0] * number) is None


@pytest.mark.parametrize(
    ("values", "chance"),
    [
        ([1, 2, 3, 4, 5], 2 / 32),
        ([1] * 6, 2 / 64),
        ([0, 0, 1, 1, 1, 1, 1, 1], 2 / 64),
        ([1, -1], 1),
        ([0, 0, 0], 1),
        ([1, 2, -3], 1),
        ([-1, 2, 3], 4 / 8),
    ],
)
def test_the_signed_rank_chance_counts_the_ways_to_set_the_signs(values, chance):
    assert signed_rank_p(values) == pytest.approx(chance)


def order_with(number, falling_pairs):
    """Return an order of 0 to number - 1 in which so many pairs fall and all others rise."""
    left, order = list(range(number)), []
    while left:
        place = min(falling_pairs, len(left) - 1)
        falling_pairs -= place
        order.append(left.pop(place))
    return order


@pytest.mark.parametrize(
    ("number", "score", "one_sided"),
    [(4, 6, 0.042), (8, 16, 0.031), (8, 18, 0.016), (10, 21, 0.036), (10, 23, 0.023), (12, 28, 0.031)],
)
def test_kendalls_chances_are_those_of_the_table(number, score, one_sided):
    order = order_with(number, (number * (number - 1) // 2 - score) // 2)
    assert mann_kendall_p(order) / 2 == pytest.approx(one_sided, abs=0.0005)
    assert mann_kendall_p(order[::-1]) == mann_kendall_p(order)


def test_a_long_series_goes_on_where_the_exact_one_ends():
    chances = [mann_kendall_p(order_with(n, (n * (n - 1) // 2 - 350) // 2)) for n in (59, 60, 61, 62)]
    steps = [later - earlier for earlier, later in pairwise(chances)]
    assert all(0.003 < step < 0.005 for step in steps), steps


def test_equal_values_and_likeness_of_neighbours_make_the_trend_test_stricter():
    rising = [1, 2, 3, 4, 5, 6]
    assert mann_kendall_p([1, 2, 3, 4, 5, 5]) > mann_kendall_p(rising)
    assert mann_kendall_p(rising, stretch=1.2) > mann_kendall_p(rising)
    assert mann_kendall_p([3] * 6) == 1


def test_the_slope_is_the_median_of_the_pairwise_slopes():
    assert theil_sen([0, 1, 2, 3], [0, 2, 4, 60]).per_unit == 11
    assert theil_sen([0, 1, 2, 3], [0, 2, 4, 60]).interval is None


def test_sens_interval_is_cut_where_the_book_cuts_it():
    values = [2.0**place for place in range(10)]
    slopes = sorted((values[j] - values[i]) / (j - i) for i in range(10) for j in range(i + 1, 10))
    assert theil_sen(range(10), values).interval == (slopes[11], slopes[-12])  # C = 21 of 45


@given(st.permutations(range(10)), st.sampled_from([1.0, 1.15, 1.3]))
def test_the_interval_of_the_slope_and_the_trend_test_agree(order, stretch):
    interval = theil_sen(range(10), order, stretch).interval
    leaves_out_zero = interval is not None and (interval[0] > 0 or interval[1] < 0)
    assert leaves_out_zero == (mann_kendall_p(order, stretch) <= 0.05)


@given(st.lists(st.integers(-10, 10), min_size=6, max_size=30), st.integers(-5, 5))
def test_the_interval_moves_with_the_differences_and_holds_their_middle(values, shift):
    low, high = signed_rank_interval(values)
    moved = [value + shift for value in values]
    assert low <= hodges_lehmann(values) <= high
    assert signed_rank_interval(moved) == (low + shift, high + shift)
    assert hodges_lehmann(moved) == hodges_lehmann(values) + shift
    if low > 0 or high < 0:
        assert signed_rank_p(values) <= 0.05


def test_a_line_leaves_nothing_when_its_trend_is_taken_out():
    assert list(without_trend([0, 2, 3], [1.1, 1.7, 2.0])) == [0, 0, 0]


def test_a_statistic_must_be_the_rarest_of_twenty():
    assert chance_limit(np.arange(18.0)) is None
    assert chance_limit(np.arange(-18.0, 1)) == 18
    assert chance_limit(np.arange(39.0)) == 37
