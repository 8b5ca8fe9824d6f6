from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backguide.insight.adherence_link import LAGS, lag_bars, pain_and_adherence
from backguide.insight.weeks import WeekPoint

MONDAY = date(2026, 1, 5)


def weeks(adherence, pain, rated=6):
    return [
        WeekPoint(MONDAY + timedelta(weeks=n), share, value, rated)
        for n, (share, value) in enumerate(zip(adherence, pain, strict=True))
    ]


def uneven(number, seed=3):
    return np.random.default_rng(seed).permutation(np.linspace(0.2, 1, number))


def test_there_is_nothing_to_draw_before_eight_weeks():
    assert lag_bars(weeks(uneven(7), uneven(7))) == ()
    bars = lag_bars(weeks(uneven(8), uneven(8, 4)))
    assert [(bar.lag, bar.n) for bar in bars] == list(zip(LAGS, (7, 8, 7), strict=True))


@pytest.mark.parametrize(
    ("adherence", "needs", "says"),
    [
        ([], 12, "12 more weeks with ratings on at least 4 days"),
        ([0.1, 0.9] * 5 + [0.5], 12, "1 more week with ratings on at least 4 days"),
        ([0.5, 0.6, 0.7] * 5, 16, "at least 1 more week with clearly more or clearly less practice"),
        ([1.0] * 10 + [0.5] * 4, 17, "at least 3 more weeks"),
        ([1.0] * 12, 18, "at least 6 more weeks"),
        ([0.4, 0.5, 0.6, 0.7] * 3, 12, ""),
    ],
)
def test_too_few_or_too_even_weeks_say_how_many_more_it_takes(adherence, needs, says):
    verdict = pain_and_adherence(weeks(adherence, uneven(len(adherence))))
    assert (verdict.n, verdict.needs) == (len(adherence), needs)
    assert (verdict.verdict == "not_enough_data") == bool(says)
    assert says in verdict.sentence


def test_weeks_that_were_hardly_rated_or_had_no_plan_do_not_count():
    good = weeks(uneven(14), uneven(14, 5))
    thin = weeks(uneven(6), uneven(6), rated=3)
    unplanned = [WeekPoint(MONDAY - timedelta(weeks=n + 1), None, 9.0, 7) for n in range(9)]
    assert pain_and_adherence([*unplanned, *good, *thin]) == pain_and_adherence(good)


def test_lower_pain_in_weeks_with_more_practice_is_better_and_never_told_as_a_cause():
    adherence = uneven(16)
    verdict = pain_and_adherence(weeks(adherence, 8 - 4 * adherence))
    assert (verdict.verdict, verdict.n, verdict.needs) == ("better", 16, 12)
    assert verdict.estimate == pytest.approx(-1)
    low, high = verdict.interval
    assert -1 <= low <= verdict.estimate < high < 0
    assert verdict.sentence == (
        "In weeks with more practice your pain was lower. This does not show that one caused the other."
    )


def test_higher_pain_in_weeks_with_more_practice_is_worse():
    adherence = uneven(16)
    assert pain_and_adherence(weeks(adherence, 2 + 4 * adherence)).verdict == "worse"


def test_a_shared_trend_is_no_connection():
    adherence, pain = uneven(20) / 4 + np.linspace(0.1, 0.7, 20), uneven(20, 9) / 2 + np.linspace(8, 2, 20)
    assert np.corrcoef(adherence, pain)[0, 1] < -0.8
    assert pain_and_adherence(weeks(adherence, pain)).verdict == "within_usual"


def test_pain_that_comes_first_is_told():
    pain = 3 + 4 * uneven(24)
    adherence = np.append(0.5, 1.1 - pain[:-1] / 8)
    rows = weeks(adherence, pain)
    first, same, later = lag_bars(rows)
    assert first.correlation < -0.9
    assert first.interval[1] < 0
    assert abs(first.correlation) > max(abs(same.correlation), abs(later.correlation))
    assert (
        "In weeks after more pain you practised less. That alone can make it look as if practice helps."
        in (pain_and_adherence(rows).sentence)
    )


def test_practice_that_comes_first_is_the_third_bar():
    adherence = uneven(24)
    rows = weeks(adherence, np.append(5, 8 - 5 * adherence[:-1]))
    first, _, later = lag_bars(rows)
    assert later.correlation < -0.9 < first.correlation
    assert "after more pain" not in pain_and_adherence(rows).sentence


def test_weeks_without_neighbours_have_no_week_before():
    every_second = weeks(uneven(26), uneven(26, 7))[::2]
    first, same, later = lag_bars(every_second)
    assert [(bar.n, bar.correlation, bar.interval) for bar in (first, later)] == [(0, 0, None)] * 2
    assert same.n == 13
    assert pain_and_adherence(every_second).estimate == same.correlation


def test_weeks_of_equal_pain_show_nothing():
    verdict = pain_and_adherence(weeks(uneven(14), [4.0] * 14))
    assert (verdict.verdict, verdict.estimate) == ("within_usual", 0)


def drawn_weeks(drawn):
    starts = (MONDAY + timedelta(weeks=n) for n in range(len(drawn)))
    return [
        WeekPoint(start, done / 7, pain / 4, rated)
        for start, (done, pain, rated) in zip(starts, drawn, strict=True)
    ]


WEEK = st.tuples(st.integers(0, 7), st.integers(4, 24), st.integers(0, 7))
ROWS = st.lists(WEEK, max_size=24).map(drawn_weeks)


@given(ROWS, st.randoms())
def test_a_verdict_takes_weeks_a_range_and_both_sides(rows, random):
    verdict = pain_and_adherence(rows)
    shares = [week.adherence for week in rows if week.rated >= 4]
    middle = np.median(shares) if shares else 0
    is_enough = (
        len(shares) >= 12
        and max(shares) - min(shares) >= 0.3
        and sum(share < middle for share in shares) >= 3
        and sum(share > middle for share in shares) >= 3
    )
    assert (verdict.verdict != "not_enough_data") == is_enough == (verdict.n >= verdict.needs)
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert pain_and_adherence(shuffled) == verdict
    assert lag_bars(shuffled) == lag_bars(rows)


@given(ROWS, st.integers(-1, 3))
def test_a_constant_in_all_pain_changes_nothing(rows, constant):
    moved = [WeekPoint(w.monday, w.adherence, w.pain + constant, w.rated) for w in rows]
    assert pain_and_adherence(moved) == pain_and_adherence(rows)
