from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from backguide.insight.pain import pain_series, rolling_median
from backguide.journal.records import Rating

START = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)


def rating(day, value, site="back", moment="before", zone="UTC", hour=0):
    identifier = str(UUID(int=(day + 100) * 100 + hour))
    return Rating(identifier, None, moment, site, value, START + timedelta(days=day, hours=hour), zone)


def day(number: int) -> date:
    return START.date() + timedelta(days=number)


def middles(ratings, first=0, last=6, **options):
    dots = pain_series(ratings, "back")
    return [one.middle for one in rolling_median(dots, day(first), day(last), **options)]


def test_every_rating_of_the_site_is_a_dot_in_order_of_time():
    ratings = [rating(2, 4), rating(0, 7), rating(1, 3, site="leg"), rating(0, 5, moment="after", hour=1)]
    dots = pain_series(ratings, "back")
    assert [(dot.day, dot.value, dot.moment) for dot in dots] == [
        (day(0), 7, "before"),
        (day(0), 5, "after"),
        (day(2), 4, "before"),
    ]
    assert [dot.value for dot in pain_series(ratings, "back", {"after"})] == [5]


def test_a_dot_falls_on_the_day_and_hour_where_the_person_was():
    [dot] = pain_series([rating(0, 4, zone="Asia/Tokyo", hour=8)], "back")
    assert (dot.day, dot.at.hour) == (day(1), 1)


def test_a_median_needs_four_ratings_within_seven_days():
    ratings = [rating(n, value) for n, value in enumerate([2, 9, 4, 5, 6, 1, 1])]
    assert middles(ratings) == [None, None, None, 4.5, 5, 4.5, 4]


def test_the_median_looks_back_seven_days_and_never_ahead():
    ratings = [*(rating(n, 8) for n in range(4)), *(rating(n, 2) for n in range(20, 24))]
    expected = [None] * 3 + [8] * 4 + [None] * 16 + [2] * 4 + [None] * 2
    assert middles(ratings, 0, 28) == expected


def test_a_day_says_how_many_ratings_it_rests_on_and_their_middle_half():
    ratings = [rating(0, value, hour=hour) for hour, value in enumerate([1, 3, 4, 8, 9])]
    [one] = rolling_median(pain_series(ratings, "back"))
    assert (one.day, one.ratings, one.low, one.middle, one.high) == (day(0), 5, 3, 4, 8)


def test_without_ratings_there_is_nothing_or_only_gaps():
    assert rolling_median([]) == ()
    assert middles([]) == [None] * 7


RATINGS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 10), st.integers(0, 9)), max_size=40).map(
    lambda drawn: [rating(number, value, hour=hour) for number, value, hour in drawn]
)


@given(RATINGS, st.randoms())
def test_the_order_of_the_ratings_does_not_matter(ratings, random):
    unique = list({one.id: one for one in ratings}.values())
    shuffled = list(unique)
    random.shuffle(shuffled)
    assert pain_series(shuffled, "back") == pain_series(unique, "back")
    assert rolling_median(pain_series(shuffled, "back")) == rolling_median(pain_series(unique, "back"))


@given(RATINGS)
def test_a_day_that_is_not_rated_never_becomes_a_zero(ratings):
    raised = [replace(one, value=max(one.value, 1)) for one in ratings]
    medians = rolling_median(pain_series(raised, "back"), day(-20), day(50))
    assert all(one.middle is None or one.middle >= 1 for one in medians)
    for one in medians:
        in_window = [r for r in raised if one.day - timedelta(days=6) <= r.rated_at.date() <= one.day]
        assert one.ratings == len(in_window)
        assert (one.middle is None) == (len(in_window) < 4)
        if one.middle is not None:
            values = [r.value for r in in_window]
            assert min(values) <= one.low <= one.middle <= one.high <= max(values)


@given(RATINGS, st.integers(0, 40))
def test_days_without_ratings_change_nothing(ratings, more):
    dots = pain_series(ratings, "back")
    shorter, longer = (rolling_median(dots, day(0), day(30 + extra)) for extra in (0, more))
    assert longer[: len(shorter)] == shorter
    unrated_leg = [*ratings, rating(5, 10, site="leg")]
    assert pain_series(unrated_leg, "back") == dots
