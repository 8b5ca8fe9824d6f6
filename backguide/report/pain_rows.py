"""Pain by moment and by day, for the page."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby
from statistics import median

from backguide.insight.pain import WINDOW_DAYS, DayMedian, PainDot, pain_series, rolling_median
from backguide.journal.records import Moment, Rating, Site
from backguide.report.content import Middle, PainRow

SITES: tuple[Site, ...] = ("back", "leg")
OPEN_FROM_DAYS = 4  # so many days in a row without a rating leave the line open
WINDOW = timedelta(days=WINDOW_DAYS - 1)

_MOMENTS: tuple[Moment, ...] = ("before", "after", "next_morning", "daily")


def pain_rows(ratings: Iterable[Rating]) -> tuple[PainRow, ...]:
    """Return a row for each site that was rated."""
    values: dict[Site, dict[Moment, list[int]]] = {}
    for rating in ratings:
        values.setdefault(rating.site, {}).setdefault(rating.moment, []).append(rating.value)
    return tuple(
        PainRow(site, {at: _middle(values[site][at]) for at in _MOMENTS if at in values[site]})
        for site in SITES
        if site in values
    )


def site_medians(ratings: Sequence[Rating], start: date, end: date) -> Mapping[Site, tuple[DayMedian, ...]]:
    """Return the 7-day median of every day for each site rated in these days.

    Ratings of the week before `start` count, too. A gap of `OPEN_FROM_DAYS` or more has none.
    """
    found: dict[Site, tuple[DayMedian, ...]] = {}
    for site in SITES:
        dots = [dot for dot in pain_series(ratings, site) if start - WINDOW <= dot.day <= end]
        if any(dot.day >= start for dot in dots):
            found[site] = tuple(_opened(rolling_median(dots, start, end), dots))
    return found


def _opened(medians: Iterable[DayMedian], dots: Iterable[PainDot]) -> Iterator[DayMedian]:
    rated = {dot.day for dot in dots}
    for is_rated, days in groupby(medians, key=lambda median: median.day in rated):
        run = list(days)
        if is_rated or len(run) < OPEN_FROM_DAYS:
            yield from run
        else:
            yield from (replace(day, middle=None, low=None, high=None) for day in run)


def _middle(values: Sequence[int]) -> Middle:
    return Middle(float(median(values)), len(values))
