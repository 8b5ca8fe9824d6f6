"""Pain over the days as it was rated. A day without a rating is a gap, never a zero and never a guess."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from statistics import median

from backguide.journal.records import Moment, Rating, Site
from backguide.journal.values import local_time

WINDOW_DAYS = 7
NEEDED_RATINGS = 4  # in the window, or it is a gap


@dataclass(frozen=True, slots=True)
class PainDot:
    """One rating on the chart; `at` is the clock time where the person was."""

    at: datetime
    value: int
    moment: Moment
    session: str | None

    @property
    def day(self) -> date:
        """The calendar day where the person was."""
        return self.at.date()


@dataclass(frozen=True, slots=True)
class DayMedian:
    """The middle of the ratings of the days up to this one.

    `middle`, and the quarter and three-quarter marks `low` and `high`, are None where too few of the
    days were rated; `ratings` says how many there are.
    """

    day: date
    middle: float | None
    low: float | None
    high: float | None
    ratings: int


def pain_series(
    ratings: Iterable[Rating], site: Site, moments: Collection[Moment] | None = None
) -> tuple[PainDot, ...]:
    """Return one dot a rating of this site, oldest first; only of some moments of the day where asked."""
    wanted = [r for r in ratings if r.site == site and (moments is None or r.moment in moments)]
    wanted.sort(key=lambda rating: (rating.rated_at, rating.id))
    return tuple(PainDot(local_time(r.rated_at, r.zone), r.value, r.moment, r.session) for r in wanted)


def rolling_median(
    dots: Iterable[PainDot],
    start: date | None = None,
    end: date | None = None,
    *,
    window_days: int = WINDOW_DAYS,
    needed: int = NEEDED_RATINGS,
) -> tuple[DayMedian, ...]:
    """Return a median for every day from start to end, by default from the first to the last dot.

    It looks back over `window_days` days, this one included, and never ahead. With fewer than `needed`
    ratings in them the day is a gap; nothing is filled in.
    """
    by_day: dict[int, list[int]] = {}
    for dot in dots:
        by_day.setdefault(dot.day.toordinal(), []).append(dot.value)
    first = min(by_day, default=0) if start is None else start.toordinal()
    last = max(by_day, default=-1) if end is None else end.toordinal()
    medians = []
    for day in range(first, last + 1):
        values = [value for back in range(window_days) for value in by_day.get(day - back, ())]
        medians.append(_median_of(date.fromordinal(day), values, needed))
    return tuple(medians)


def _median_of(day: date, values: list[int], needed: int) -> DayMedian:
    if len(values) < max(needed, 1):
        return DayMedian(day, None, None, None, len(values))
    values.sort()
    return DayMedian(day, median(values), _quantile(values, 0.25), _quantile(values, 0.75), len(values))


def _quantile(ordered: Sequence[int], share: float) -> float:
    """Return the value below which this share lies, linear between neighbours (Hyndman and Fan, type 7)."""
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])
