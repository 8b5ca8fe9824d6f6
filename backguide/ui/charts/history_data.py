"""What the history chart shows, as plain values: no widgets and no plotting in here.

Days are calendar days where the person was. A day without a rating is a gap: it is never bridged, never
filled in and never 0.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from backguide.catalogue.model import WeekPlan
from backguide.insight.change import Start, start_of
from backguide.insight.days import day_pain
from backguide.insight.pain import DayMedian, PainDot, pain_series, rolling_median
from backguide.journal.records import Rating, Site
from backguide.plan.days import DayPractice, days
from backguide.plan.practice import Practice, is_done

Period = Literal["week", "month"]

NAMED_GAP_DAYS = 4  # so many days in a row without a rating are called "not rated"

_FIRST_COLUMN = date(2000, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class Gap:
    """Days in a row, both ends included, on which nothing was rated."""

    start: date
    end: date

    @property
    def length_days(self) -> int:
        """How many days it is long."""
        return (self.end - self.start).days + 1


@dataclass(frozen=True, slots=True)
class PeriodBar:
    """The planned days of a week or a month, and how many of them count as done."""

    start: date
    length_days: int
    planned: int
    done: int

    @property
    def done_share(self) -> float:
        """The done part, 0 to 1; practice in a time without a plan counts as whole."""
        return min(1.0, self.done / self.planned) if self.planned else float(self.done > 0)


@dataclass(frozen=True, slots=True)
class DayWord:
    """A day with a word to mark it by: a plan that changed, a flare-up."""

    day: date
    word: str


@dataclass(frozen=True, slots=True)
class Window:
    """The days from `start` to `end` of a record that reaches from `first` to `today`.

    `began` is the day of the first session, before which nothing was planned, `level` the pain at the start.
    """

    start: date
    end: date
    first: date
    today: date
    began: date | None = None
    level: Start | None = None


@dataclass(frozen=True, slots=True)
class HistoryData:
    """What is known of one site from `start` to `last`; the record reaches from `first` to `end`, today.

    `medians` and `bars` hold one entry a day, oldest first; `dots` are oldest first.
    """

    site: Site
    start: date
    end: date
    dots: tuple[PainDot, ...]
    medians: tuple[DayMedian, ...]
    bars: tuple[DayPractice, ...]
    gaps: tuple[Gap, ...]
    dots_by_day: Mapping[date, Sequence[PainDot]]
    first: date
    last: date
    level: Start | None = None
    marks: tuple[DayWord, ...] = ()

    def bar(self, day: date) -> DayPractice | None:
        """Return what was planned and done on a day; None outside the data."""
        index = (day - self.start).days
        return self.bars[index] if 0 <= index < len(self.bars) else None

    def median(self, day: date) -> DayMedian | None:
        """Return the median of a day; None outside the data."""
        index = (day - self.start).days
        return self.medians[index] if 0 <= index < len(self.medians) else None


def history_data(
    ratings: Iterable[Rating],
    practised: Sequence[Practice],
    week: WeekPlan,
    site: Site,
    today: date,
    began: date | None = None,
) -> HistoryData:
    """Return everything, from the first session or rating (of either site) up to today."""
    kept = tuple(ratings)
    start = min([*(practice.day for practice in practised), *_days_of(kept), today])
    dots = pain_series(kept, site)
    level = start_of(day_pain(dot for dot in dots if dot.day <= today))
    window = Window(start, today, start, today, _first_day(practised, began), level)
    return window_data(dots, practised, week, site, window)


def window_data(
    dots: Iterable[PainDot], practised: Iterable[Practice], week: WeekPlan, site: Site, window: Window
) -> HistoryData:
    """Return the days of a window. `dots` may begin some days before it, for the first medians."""
    known = tuple(dot for dot in dots if dot.day <= window.end)
    shown = tuple(dot for dot in known if dot.day >= window.start)
    by_day: dict[date, list[PainDot]] = {}
    for dot in shown:
        by_day.setdefault(dot.day, []).append(dot)
    before = [] if window.start <= window.first else [window.start - timedelta(days=1)]
    gaps = tuple(unrated([*before, *by_day], window.end))
    return HistoryData(
        site,
        window.start,
        window.today,
        shown,
        tuple(_opened(rolling_median(known, window.start, window.end), gaps)),
        days(week, practised, window.start, window.end, window.began),
        gaps,
        by_day,
        window.first,
        window.end,
        window.level,
    )


def _first_day(practised: Iterable[Practice], began: date | None) -> date | None:
    return min([*(practice.day for practice in practised), *([] if began is None else [began])], default=None)


def unrated(rated: Iterable[date], today: date, at_least: int = NAMED_GAP_DAYS) -> Iterator[Gap]:
    """Yield the gaps of at least so many days after the first rated day, up to today."""
    one = timedelta(days=1)
    ends = sorted({*rated})
    for before, after in pairwise([*ends, today + one] if ends else ()):
        gap = Gap(before + one, after - one)
        if gap.length_days >= at_least:
            yield gap


def _opened(medians: Iterable[DayMedian], gaps: Sequence[Gap]) -> Iterator[DayMedian]:
    """Yield the medians without those of named gaps: where nothing is rated, no line is drawn."""
    unrated_days = {gap.start + timedelta(days=n) for gap in gaps for n in range(gap.length_days)}
    for median in medians:
        in_gap = median.day in unrated_days
        yield replace(median, middle=None, low=None, high=None) if in_gap else median


def median_runs(medians: Iterable[DayMedian]) -> Iterator[list[tuple[date, float]]]:
    """Yield each unbroken run of days that have a median; between two runs the line stays open."""
    run: list[tuple[date, float]] = []
    for median in medians:
        if median.middle is not None:
            run.append((median.day, median.middle))
        elif run:
            yield run
            run = []
    if run:
        yield run


def period_bars(bars: Iterable[DayPractice], today: date, period: Period) -> tuple[PeriodBar, ...]:
    """Add the days up to weeks or months, for ranges in which a day is too narrow to see."""
    starts: dict[date, list[DayPractice]] = {}
    for bar in bars:
        back = bar.day.weekday() if period == "week" else bar.day.day - 1
        starts.setdefault(bar.day - timedelta(days=back), []).append(bar)
    lengths = {start: 7 if period == "week" else monthrange(start.year, start.month)[1] for start in starts}
    return tuple(_period_bar(start, lengths[start], days_of, today) for start, days_of in starts.items())


def column(day: date) -> float:
    """Return where the column of a day begins on the time axis; it is 1 wide."""
    return float(day.toordinal() - _FIRST_COLUMN)


def day_of(x: float) -> date:
    """Return the day whose column holds this place on the time axis."""
    return date.fromordinal(min(max(1, int(x // 1) + _FIRST_COLUMN), date.max.toordinal()))


def _period_bar(start: date, length_days: int, bars: Sequence[DayPractice], today: date) -> PeriodBar:
    done = sum(is_done(bar.done_share) for bar in bars)
    planned = sum(bar.planned and (bar.day < today or is_done(bar.done_share)) for bar in bars)
    return PeriodBar(start, length_days, planned, done)


def _days_of(ratings: Sequence[Rating]) -> Iterator[date]:
    if ratings:
        for site in ("back", "leg"):
            series = pain_series(ratings, site)
            if series:
                yield series[0].day
