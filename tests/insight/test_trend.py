from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backguide.insight.trend import trend
from backguide.insight.weeks import WeekPoint

MONDAY = date(2026, 1, 5)


def week(number, pain, rated=5, adherence=None):
    return WeekPoint(MONDAY + timedelta(weeks=number), adherence, pain, rated)


def weeks(pains):
    return [week(number, pain) for number, pain in enumerate(pains)]


@pytest.mark.parametrize(
    ("number", "says"), [(0, "8 more weeks"), (2, "6 more weeks"), (7, "1 more week with")]
)
def test_too_few_weeks_say_how_many_more_it_takes(number, says):
    thin = [week(40 + n, 1.0, rated=3) for n in range(10)]
    verdict = trend([*weeks(range(number)), *thin])
    assert (verdict.verdict, verdict.n, verdict.needs) == ("not_enough_data", number, 8)
    assert (verdict.estimate, verdict.interval) == (None, None)
    assert says in verdict.sentence
    assert "ratings on at least 4 days" in verdict.sentence


def test_falling_weeks_are_better_and_recovery_is_named():
    verdict = trend(weeks([7, 6.8, 6.9, 6, 5.9, 5, 5.2, 4.5, 4.1, 4]))
    assert (verdict.verdict, verdict.n) == ("better", 10)
    assert verdict.estimate == pytest.approx(-0.38, abs=0.02)
    low, high = verdict.interval
    assert low < verdict.estimate < high < 0
    assert verdict.sentence.startswith("Over your last 10 weeks pain went down by about 0.3")
    assert "get better by themselves" in verdict.sentence


def test_rising_weeks_are_worse():
    verdict = trend(weeks(range(9)))
    assert (verdict.verdict, verdict.estimate) == ("worse", 1)
    assert "went up by about 1 point a week" in verdict.sentence


def test_weeks_up_and_down_are_within_the_usual():
    assert trend(weeks([5, 3, 6, 4, 5, 3, 6, 4])).verdict == "within_usual"
    assert trend(weeks([4] * 20)).verdict == "within_usual"


def test_gaps_between_weeks_count_as_time():
    pains = [(n * 2, 10 - n) for n in range(10)]
    assert trend([week(number, pain) for number, pain in pains]).estimate == -0.5


def test_only_the_latest_half_year_is_judged():
    rising, falling = [n / 20 for n in range(100)], [5 - n / 10 for n in range(26)]
    both = [*weeks(rising), *(week(200 + n, pain) for n, pain in enumerate(falling))]
    assert (trend(both).verdict, trend(both).n) == ("better", 26)


PAINS = st.lists(st.integers(2, 8), min_size=8, max_size=30)


@given(PAINS, st.randoms(), st.integers(-2, 2))
def test_neither_the_order_of_the_rows_nor_a_constant_changes_a_trend(pains, random, constant):
    rows = weeks([pain + constant for pain in pains])
    random.shuffle(rows)
    assert trend(rows) == trend(weeks(pains))


@given(st.lists(st.tuples(st.integers(0, 10), st.integers(0, 7)), max_size=20))
def test_a_verdict_takes_eight_weeks_with_four_rated_days(drawn):
    rows = [week(number, pain, rated) for number, (pain, rated) in enumerate(drawn)]
    verdict = trend(rows)
    assert verdict.n == sum(rated >= 4 for _, rated in drawn)
    assert (verdict.verdict == "not_enough_data") == (verdict.n < 8)
