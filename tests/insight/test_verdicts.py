from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from backguide.insight.pain import pain_series
from backguide.insight.verdicts import insight
from backguide.journal.records import Rating
from tests.insight.simulated import Answer

MONDAY = date(2026, 1, 5)
START = datetime(2026, 1, 5, 7, tzinfo=UTC)
NAMES = ["session_effect", "next_morning", "trend", "change_since_start", "pain_and_adherence", "peg"]


def day(number):
    return MONDAY + timedelta(days=number)


def rating(number, moment, value):
    at = START + timedelta(days=number, hours=moment == "after")
    return Rating(
        str(UUID(int=2 * number + (moment == "after"))), str(number), moment, "back", value, at, "UTC"
    )


def year(days=200):
    """A life with practice before and after which pain was rated, and its mornings on the other days."""
    ratings, practised = [], set()
    for n in range(days):
        value = 6 - n // 50 + (n % 3 == 0)
        if n % 9 < 4 + n // 7 % 3:
            practised.add(day(n))
            ratings += [rating(n, "before", value), rating(n, "after", value - 1)]
        else:
            ratings.append(rating(n, "daily", value))
    shares = {day(7 * week): (4 + week * 5 % 7) / 10 for week in range(days // 7)}
    peg = [Answer(day(7 * n), 7 - n / 5) for n in range(days // 7)]
    return ratings, practised, shares, peg


def judge(ratings, practised, shares, peg, today):
    return insight(pain_series(ratings, "back"), practised, shares, peg, today)


def test_an_empty_journal_has_not_enough_data_for_anything():
    found = judge([], set(), {}, [], day(0))
    assert [verdict.name for verdict in found.verdicts] == NAMES
    assert {verdict.verdict for verdict in found.verdicts} == {"not_enough_data"}
    assert all("Not enough data yet" in verdict.sentence for verdict in found.verdicts)
    assert (found.weeks, found.sessions, found.lags) == ((), (), ())


def test_a_full_life_has_a_verdict_on_everything():
    found = judge(*year(), day(199))
    assert {verdict.verdict for verdict in found.verdicts} <= {"better", "worse", "within_usual"}
    words = {verdict.name: verdict.verdict for verdict in found.verdicts}
    assert (words["session_effect"], words["trend"]) == ("better", "better")
    assert len(found.weeks) == 29
    assert len(found.lags) == 3
    assert found.rated.share == 1


def test_what_comes_after_the_day_asked_for_is_not_known_yet():
    ratings, practised, shares, peg = year()
    early = [one for one in ratings if one.rated_at < START + timedelta(days=99, hours=12)]
    known = {one for one in practised if one <= day(99)}
    shares_then = {monday: share for monday, share in shares.items() if monday <= day(99)}
    peg_then = [answer for answer in peg if answer.day <= day(99)]
    assert judge(ratings, practised, shares, peg, day(99)) == judge(
        early, known, shares_then, peg_then, day(99)
    )


def test_no_sentence_says_that_practice_did_it():
    for days in range(0, 200, 13):
        for verdict in judge(*year(days), day(days)).verdicts:
            assert "reduced" not in verdict.sentence
            assert "because of" not in verdict.sentence
            assert "thanks to" not in verdict.sentence


@settings(max_examples=30)
@given(st.integers(0, 200), st.integers(0, 60))
def test_more_of_the_same_life_never_takes_a_verdict_away(days, more):
    before, after = (judge(*year(length), day(length)).verdicts for length in (days, days + more))
    for earlier, later in zip(before, after, strict=True):
        assert earlier.verdict == "not_enough_data" or later.verdict != "not_enough_data", earlier.name


@settings(max_examples=10)
@given(st.randoms())
def test_the_order_of_the_rows_changes_nothing(random):
    ratings, practised, shares, peg = year()
    found = judge(ratings, practised, shares, peg, day(199))
    for rows in (ratings, peg):
        random.shuffle(rows)
    shuffled = dict(random.sample(list(shares.items()), len(shares)))
    assert judge(ratings, practised, shuffled, peg, day(199)) == found
