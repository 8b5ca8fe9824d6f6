from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backguide.ui.date_reading import ReadingError, day_text, read_day, read_time

TODAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", TODAY),
        (" Yesterday ", date(2026, 3, 9)),
        ("2026-01-31", date(2026, 1, 31)),
        ("2026-1-5", date(2026, 1, 5)),
    ],
)
def test_a_day_is_read_as_a_word_or_by_its_numbers(text, day):
    assert read_day(text, TODAY) == day


@pytest.mark.parametrize("text", ["", "soon", "31.1.2026", "2026-02-30", "2026-03-11", "0000-01-01"])
def test_what_is_no_day_that_has_been_is_refused_in_one_sentence(text):
    with pytest.raises(ReadingError, match=r"^[A-Z].*\.$"):
        read_day(text, TODAY)


def test_a_day_to_come_is_named_as_such():
    with pytest.raises(ReadingError, match="still to come"):
        read_day("2026-03-11", TODAY)


@given(st.integers(0, 300_000))
def test_every_day_is_read_as_it_is_written(ago):
    day = TODAY - timedelta(days=ago)
    assert read_day(day_text(day, TODAY), TODAY) == day


@pytest.mark.parametrize(
    ("text", "moment"),
    [("", None), ("7:30", time(7, 30)), ("18.05", time(18, 5)), ("7", time(7)), ("0:00", time())],
)
def test_a_time_is_read_on_the_24_hour_clock(text, moment):
    assert read_time(text) == moment


@pytest.mark.parametrize("text", ["24:00", "7:60", "half past", "7:3"])
def test_what_is_no_time_is_refused_in_one_sentence(text):
    with pytest.raises(ReadingError, match="24-hour clock"):
        read_time(text)
