"""Where the time axis is marked, and with which words. Plain values, no widgets."""

from collections.abc import Iterator
from datetime import date

from backguide.ui.date_words import month_name, short_day

_DAY_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)
_DAYS_A_MONTH = 30.4
_A_MONDAY = date(2000, 1, 3).toordinal()


def date_ticks(first: date, last: date, at_most: int) -> tuple[tuple[date, str], ...]:
    """Return evenly stepped days from first to last with their words, at most so many of them or one.

    Steps of a week or two fall on Mondays, longer ones on the first of a month.
    """
    span = (last - first).days + 1
    room = max(at_most, 1)
    for step in _DAY_STEPS:
        if span / step <= room:
            return tuple((day, short_day(day)) for day in _stepped(first, last, step))
    for months in _MONTH_STEPS:
        if span / (months * _DAYS_A_MONTH) <= room:
            return tuple((day, month_words(day)) for day in _months(first, last, months))
    return ()


def month_words(day: date) -> str:
    """Return "Sep", or "Jan 2026" where a year begins."""
    return f"{month_name(day)} {day.year}" if day.month == 1 else month_name(day)


def _stepped(first: date, last: date, step: int) -> Iterator[date]:
    start = first.toordinal()
    start += (_A_MONDAY - start) % step
    for ordinal in range(start, last.toordinal() + 1, step):
        yield date.fromordinal(ordinal)


def _months(first: date, last: date, step: int) -> Iterator[date]:
    month = first.year * 12 + first.month - 1
    if first.day > 1:
        month += 1
    month += -month % step
    while (day := date(month // 12, month % 12 + 1, 1)) <= last:
        yield day
        month += step
