from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backguide.insight.next_morning import morning_pairs, next_morning_effect

START = date(2026, 1, 5)


def day(number):
    return START + timedelta(days=number)


def judge(pain, practised, mornings=None):
    """Pain and mornings by the number of the day, None where not rated."""
    days = {day(n): value for n, value in enumerate(pain) if value is not None}
    own = days if mornings is None else {day(n): v for n, v in enumerate(mornings) if v is not None}
    practice = {day(n) for n in practised}
    return next_morning_effect(morning_pairs(days, own, practice), practice)


def test_a_pair_needs_a_day_and_its_next_morning():
    pairs = morning_pairs({day(0): 3, day(1): 4, day(5): 6}, {day(1): 2, day(3): 1, day(6): 7}, {day(5)})
    assert [(p.day, p.pain, p.practised, p.next_morning) for p in pairs] == [
        (day(0), 3, False, 2),
        (day(5), 6, True, 7),
    ]


@pytest.mark.parametrize(
    ("pain", "band"), [(0, 0), (2, 0), (2.5, 0), (3, 1), (4, 1), (5, 2), (6, 2), (6.5, 2), (7, 3), (10, 3)]
)
def test_the_bands_are_those_of_the_day_before(pain, band):
    [pair] = morning_pairs({day(0): pain}, {day(1): 5}, ())
    assert pair.band == band


@pytest.mark.parametrize(
    ("days", "practised", "needs", "says"),
    [
        (
            1,
            [],
            28,
            "28 more days, at least 8 with and 8 without practice, and on the mornings after",
        ),
        (29, range(29), 36, "ratings on 8 more days without practice and on the mornings after"),
        (29, range(20), 28, ""),
        (29, range(21), 29, "ratings on 1 more day without practice and on the morning after"),
        (29, range(3), 33, "ratings on 5 more days with practice and on the mornings after"),
        (25, range(0, 25, 2), 28, "ratings on 4 more days and on the mornings after"),
        (21, range(6), 28, "ratings on 8 more days, at least 2 with practice, and on the mornings after"),
    ],
)
def test_too_few_mornings_say_how_many_more_it_takes(days, practised, needs, says):
    verdict = judge([5] * days, practised)
    assert (verdict.n, verdict.needs) == (days - 1, needs)
    assert (verdict.verdict == "not_enough_data") == bool(says)
    assert says in verdict.sentence


@pytest.mark.parametrize("pain", [(8, 2), (4, 3)])
def test_days_that_are_never_alike_cannot_be_compared(pain):
    practised = [n for n in range(61) if n % 2]
    verdict = judge([pain[n % 2] for n in range(61)], practised)
    assert (verdict.verdict, verdict.n, verdict.estimate) == ("not_enough_data", 60, None)
    assert verdict.needs > 60
    assert "of like pain with and without practice" in verdict.sentence


PRACTISED = [n for n in range(90) if n % 7 in (0, 3) or n % 11 in (1, 2, 5)]


def test_lower_mornings_after_practice_are_better_and_never_told_as_a_cause():
    mornings = [5 - (n - 1 in PRACTISED) - (n % 5 == 0) for n in range(91)]
    verdict = judge([4 + n % 3 // 2 for n in range(90)], PRACTISED, mornings)
    assert (verdict.verdict, verdict.n, verdict.needs) == ("better", 90, 28)
    assert verdict.estimate == pytest.approx(-1, abs=0.1)
    low, high = verdict.interval
    assert low < verdict.estimate < high < 0
    assert verdict.sentence == (
        "On mornings after practice your pain was 1 point lower than after days without. "
        "This does not show that one caused the other."
    )


def test_mornings_that_do_not_differ_are_within_the_usual():
    verdict = judge([5] * 90, PRACTISED)
    assert (verdict.verdict, verdict.estimate) == ("within_usual", 0)


LIFE = st.lists(
    st.tuples(st.sampled_from([None, 3, 4, 4, 5, 6]), st.booleans(), st.sampled_from([None, 3, 4, 5, 6])),
    max_size=60,
)


@given(LIFE)
def test_a_verdict_takes_28_mornings_and_8_of_each_kind(life):
    pain, practised, mornings = zip(*life, strict=True) if life else ((), (), ())
    verdict = judge(pain, [n for n, did in enumerate(practised) if did], mornings)
    pairs = [
        practised[n] for n in range(len(life) - 1) if pain[n] is not None and mornings[n + 1] is not None
    ]
    assert verdict.n == len(pairs)
    assert (verdict.verdict == "not_enough_data") == (verdict.n < verdict.needs)
    if len(pairs) < 28 or min(sum(pairs), len(pairs) - sum(pairs)) < 8:
        assert verdict.verdict == "not_enough_data"


@given(st.lists(st.tuples(st.integers(3, 4), st.booleans()), min_size=60, max_size=80))
def test_a_constant_that_leaves_the_bands_alone_does_not_move_the_difference(life):
    practised = [n for n, (_, did) in enumerate(life) if did]
    low, high = (judge([pain + shift for pain, _ in life], practised) for shift in (0, 2))
    assert high.verdict == low.verdict
    if low.estimate is not None:
        assert high.estimate == pytest.approx(low.estimate, abs=1e-9)
