from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backguide.insight.pain import pain_series
from backguide.insight.session_effect import SessionDifference, session_differences, session_effect
from backguide.journal.records import Rating

START = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)


def session(number, before, after):
    return SessionDifference(f"{number:04}", START + timedelta(days=number), before, after)


def sessions(*differences, before=5):
    return [session(number, before, before + difference) for number, difference in enumerate(differences)]


def rating(number, moment, value, site="back", hours=0.0):
    at = START + timedelta(days=number, hours=hours)
    identifier = str(UUID(int=len(moment) * 10**6 + number * 10 + (site == "leg")))
    return Rating(identifier, f"{number:04}", moment, site, value, at, "UTC")


def test_a_session_counts_when_it_was_rated_before_and_after():
    ratings = [
        rating(1, "before", 6), rating(1, "after", 4, hours=0.3), rating(1, "after", 9, site="leg"),
        rating(0, "after", 3), rating(0, "before", 4), rating(2, "before", 7), rating(3, "after", 1),
        rating(4, "before", 2), rating(4, "next_morning", 5),
    ]  # fmt: skip
    found = session_differences(pain_series(ratings, "back"))
    assert [(one.session, one.difference) for one in found] == [("0000", -1), ("0001", -2)]


@pytest.mark.parametrize(
    ("number", "says"),
    [(0, "rate 5 more sessions both"), (4, "rate 1 more session both"), (5, "rate 5 more sessions both"),
     (9, "rate 1 more session both")],
)  # fmt: skip
def test_too_few_sessions_say_how_many_more_it_takes(number, says):
    verdict = session_effect(sessions(*[-2] * number))
    assert (verdict.verdict, verdict.n, verdict.needs) == ("not_enough_data", number, 10)
    assert says in verdict.sentence
    assert (verdict.estimate is not None) == (number >= 5)
    assert (verdict.interval is not None) == (number >= 6)


def test_lower_pain_after_is_better_and_told_as_short_lived():
    verdict = session_effect(sessions(-1, -2, 0, -1, -1, -3, -1, 0, -1, -2, -1, 1))
    assert (verdict.verdict, verdict.n, verdict.estimate) == ("better", 12, -1)
    assert verdict.sentence == (
        "In your last 12 sessions pain right after was 1 point lower than right before. "
        "Allowing for chance it is 0.5 to 1.5 points lower. "
        "This is what it is like in the minutes after, and expecting relief plays a part in it."
    )


def test_higher_pain_after_is_worse():
    verdict = session_effect(sessions(*[1, 2] * 6))
    assert (verdict.verdict, verdict.estimate) == ("worse", 1.5)
    assert "1.5 points higher" in verdict.sentence


def test_sessions_that_go_both_ways_are_within_the_usual():
    verdict = session_effect(sessions(*[-1, 1, 0, -2, 2] * 3))
    assert (verdict.verdict, verdict.estimate) == ("within_usual", 0)
    assert "as high as right before" in verdict.sentence


def test_only_the_latest_thirty_sessions_are_judged():
    old, new = [5] * 200, [-1] * 30
    assert session_effect(sessions(*old, *new)) == session_effect(sessions(*new))


DIFFERENCES = st.lists(st.integers(-4, 4), min_size=10, max_size=30)


@given(DIFFERENCES, st.integers(-1, 1))
def test_a_constant_in_all_ratings_changes_nothing(differences, constant):
    assert session_effect(sessions(*differences, before=5 + constant)) == session_effect(
        sessions(*differences)
    )


@given(DIFFERENCES, st.randoms())
def test_the_order_of_the_sessions_changes_nothing(differences, random):
    shuffled = list(differences)
    random.shuffle(shuffled)
    assert session_effect(sessions(*shuffled)) == session_effect(sessions(*differences))


@given(DIFFERENCES)
def test_more_and_less_pain_mirror_each_other(differences):
    one, other = (session_effect(sessions(*(sign * d for d in differences))) for sign in (1, -1))
    mirrored = {"better": "worse", "worse": "better"}
    assert other.verdict == mirrored.get(one.verdict, one.verdict)
    assert replace(other, verdict="", sentence="", interval=None, estimate=0) == replace(
        one, verdict="", sentence="", interval=None, estimate=0
    )
