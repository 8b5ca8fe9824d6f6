from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from backguide.insight.days import CalendarDay, calendar_days, day_pain, morning_pain, rated_days
from backguide.insight.pain import pain_series
from backguide.insight.weeks import week_points
from backguide.journal.records import Rating

MONDAY = date(2026, 1, 5)
START = datetime(2026, 1, 5, tzinfo=UTC)


def day(number):
    return MONDAY + timedelta(days=number)


def dots(*rated, zone="UTC"):
    """Return dots of (day, hour, moment, value)."""
    return pain_series(
        [
            Rating(
                str(UUID(int=n)), None, moment, "back", value, START + timedelta(days=at, hours=hour), zone
            )
            for n, (at, hour, moment, value) in enumerate(rated)
        ],
        "back",
    )


def test_a_day_is_the_median_of_its_ratings_but_those_right_after_a_session():
    rated = dots(
        (0, 7, "before", 6), (0, 8, "after", 1), (0, 21, "daily", 3), (2, 9, "after", 2), (3, 20, "daily", 0)
    )
    assert day_pain(rated) == {day(0): 4.5, day(3): 0}


def test_a_morning_is_what_was_rated_before_noon_or_asked_for_as_one():
    rated = dots(
        (0, 7, "before", 6),
        (0, 12, "daily", 1),
        (1, 13, "next_morning", 3),
        (1, 11.9, "daily", 5),
        (2, 8, "after", 2),
    )
    assert morning_pain(rated) == {day(0): 6, day(1): 4}


def test_noon_is_noon_where_the_person_was():
    assert morning_pain(dots((0, 20, "daily", 6), zone="Asia/Tokyo")) == {day(1): 6}


def test_the_share_of_rated_days_counts_the_days_asked_for():
    pain = {day(0): 3.0, day(2): 4.0, day(9): 1.0}
    assert rated_days(pain, day(0), day(3)).share == 0.5
    assert rated_days(pain, day(1), day(0)).share is None


def test_a_calendar_shows_state_and_pain_and_pauses_but_never_hides_what_was_done():
    states = [(day(0), "done"), (day(1), "missed"), (day(2), "partial")]
    assert calendar_days(states, {day(1): 5.0}, paused={day(0), day(1)}) == (
        CalendarDay(day(0), "done", None),
        CalendarDay(day(1), "paused", 5),
        CalendarDay(day(2), "partial", None),
    )


def test_weeks_run_from_monday_to_sunday_with_gaps_left_in():
    pain = {day(n): float(value) for n, value in ((-1, 9), (0, 2), (1, 4), (6, 3), (7, 8), (22, 5))}
    points = week_points(pain, {MONDAY: 0.5, day(14): 0.25})
    assert [(p.monday, p.adherence, p.pain, p.rated) for p in points] == [
        (day(-7), None, 9, 1),
        (day(0), 0.5, 3, 3),
        (day(7), None, 8, 1),
        (day(14), 0.25, None, 0),
        (day(21), None, 5, 1),
    ]
    assert week_points({}, {}) == ()


@pytest.mark.parametrize(("rated", "counts"), [(3, False), (4, True)])
def test_a_week_counts_from_four_rated_days(rated, counts):
    [point] = week_points({day(n): 5.0 for n in range(rated)}, {})
    assert point.counts is counts
