from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backguide.insight.change import change_since_start

START = date(2026, 1, 5)
UNEVEN = (0, 1, 0, -1, 1, 0, -1)  # the ups and downs of a week


def day(number):
    return START + timedelta(days=number)


def judge(values, today=None):
    """Pain by the number of the day, None where not rated."""
    pain = {day(n): float(value) for n, value in enumerate(values) if value is not None}
    return change_since_start(pain, day(len(values) - 1 if today is None else today))


def steps(*levels):
    """Return days in weeks of these levels, each with its ups and downs."""
    return [level + UNEVEN[n] for level in levels for n in range(7)]


@pytest.mark.parametrize(
    ("values", "n", "needs", "says"),
    [
        ([], 0, 28, "28 more days to go, with ratings on at least 7 days in every two weeks"),
        ([5] * 20, 20, 28, "8 more days to go"),
        ([5] * 27, 27, 28, "1 more day to go"),
        ([5] * 28, 28, 28, ""),
        ([5] * 24 + [None] * 14, 38, 45, "rate 7 more days of these two weeks"),
        ([5] * 24 + [None] * 10, 34, 37, "rate 3 more days of these two weeks"),
        ([5] + [None] * 30 + [5] * 14, 14, 28, "14 more days to go"),
    ],
)
def test_too_few_days_say_how_many_more_it_takes(values, n, needs, says):
    verdict = judge(values)
    assert (verdict.n, verdict.needs) == (n, needs)
    assert (verdict.verdict == "not_enough_data") == bool(says)
    assert says in verdict.sentence


def test_a_clear_and_large_fall_is_better_and_recovery_is_named():
    verdict = judge(steps(7, 7, 6, 5, 4, 4, 3, 3, 3, 3))
    assert (verdict.verdict, verdict.n, verdict.needs, verdict.estimate) == ("better", 70, 28, -4)
    low, high = verdict.interval
    assert low < -4 < high < 0
    assert verdict.sentence == (
        "Pain in your latest two weeks was 4 points lower than in your first two, beyond your usual ups and "
        "downs. Many backs get better by themselves in this time, so this does not show what helped."
    )


def test_a_clear_and_large_rise_is_worse():
    verdict = judge(steps(3, 3, 3, 4, 5, 5, 6, 6, 6, 6))
    assert (verdict.verdict, verdict.estimate) == ("worse", 3)
    assert "3 points higher" in verdict.sentence


@pytest.mark.parametrize(
    ("levels", "line"),
    [
        ((3, 3, 3, 3, 3, 2, 2, 2, 2, 2), "2 points"),
        ((9, 9, 8, 8, 7, 7, 7, 7, 7, 7), "30 %"),
        ((6, 6, 3, 8, 2, 9, 1, 7, 4, 4), "the chance band"),
    ],
)
def test_a_change_that_stays_within_one_of_the_three_lines_is_within_the_usual(levels, line):
    verdict = judge(steps(*levels))
    assert verdict.verdict == "within_usual", line
    assert "within your usual ups and downs" in verdict.sentence


def test_a_first_day_alone_does_not_make_a_start():
    early = [9] + [None] * 20
    late = steps(6, 6, 5, 4, 3, 3)
    assert judge([*early, *late]).estimate == judge(late).estimate


def test_ratings_to_come_are_not_known_yet():
    values = steps(7, 7, 6, 5, 4, 4, 3, 3, 3, 3)
    assert judge(values, today=41) == judge(values[:42])


@given(st.lists(st.sampled_from([None, 3, 4, 5, 6, 7]), max_size=60), st.randoms())
def test_a_verdict_takes_two_rated_fortnights_and_no_order_of_rows(values, random):
    verdict = judge(values)
    pain = {day(n): value for n, value in enumerate(values) if value is not None}
    rows = list(pain.items())
    random.shuffle(rows)
    assert change_since_start(dict(rows), day(len(values) - 1)) == verdict
    assert (verdict.verdict == "not_enough_data") == (verdict.n < verdict.needs)
    first = [n for n in range(len(values)) if sum(v is not None for v in values[n : n + 14]) >= 7]
    last = sum(value is not None for value in values[-14:])
    rated_first = [n for n in first if values[n] is not None]
    is_enough = bool(rated_first) and last >= 7 and len(values) - rated_first[0] >= 28
    assert (verdict.verdict != "not_enough_data") == is_enough


@given(st.lists(st.integers(3, 7), min_size=28, max_size=60), st.sampled_from([-2, 3]))
def test_a_constant_in_all_ratings_does_not_move_the_change_or_its_band(values, constant):
    verdict, moved = judge(values), judge([value + constant for value in values])
    assert moved.estimate == verdict.estimate
    assert moved.interval == pytest.approx(verdict.interval)
