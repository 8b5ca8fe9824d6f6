"""Which days the time axis names."""

from datetime import date, timedelta

import pytest

from backguide.ui.charts.date_ticks import date_ticks

LAST = date(2026, 11, 22)


def ticks(days, at_most):
    return date_ticks(LAST - timedelta(days=days - 1), LAST, at_most)


def test_a_week_is_named_day_by_day():
    assert [words for _, words in ticks(7, 10)] == [f"{n} Nov" for n in range(16, 23)]


def test_twelve_weeks_are_named_every_other_monday():
    found = ticks(84, 7)
    assert [words for _, words in found][:2] == ["7 Sep", "21 Sep"]
    assert {day.weekday() for day, _ in found} == {0}


def test_a_year_is_named_by_months_and_says_where_it_begins():
    words = [text for _, text in ticks(365, 8)]
    assert words == ["Jan 2026", "Mar", "May", "Jul", "Sep", "Nov"]


@pytest.mark.parametrize("days", [1, 7, 20, 28, 84, 120, 365, 1000, 4000, 20000])
@pytest.mark.parametrize("at_most", [1, 3, 8, 14])
def test_there_is_room_for_all_and_all_lie_within(days, at_most):
    found = [day for day, _ in ticks(days, at_most)]
    assert len(found) <= at_most + 1
    assert all(LAST - timedelta(days=days - 1) <= day <= LAST for day in found)
    assert found == sorted(set(found))
