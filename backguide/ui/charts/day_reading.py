"""One day of the chart in words, for the pointer, the keyboard and screen readers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from backguide.insight.pain import NEEDED_RATINGS, DayMedian, PainDot
from backguide.journal.records import Moment, Site
from backguide.plan.days import DayPractice
from backguide.plan.practice import PLAN_KINDS
from backguide.ui.charts.history_data import HistoryData
from backguide.ui.date_words import weekday_and_day

_MOMENTS: dict[Moment, str] = {
    "before": "before",
    "after": "after",
    "next_morning": "next morning",
    "daily": "on the day",
}


@dataclass(frozen=True, slots=True)
class DayReading:
    """The day and three short sentences: what was felt, its median, what was done."""

    title: str
    pain: str
    median: str
    practice: str

    @property
    def sentence(self) -> str:
        """All of it for a screen reader."""
        return f"{self.title}. {self.pain}. {self.median}. {self.practice}."


def day_reading(data: HistoryData, day: date) -> DayReading:
    """Return what the chart knows about a day."""
    return DayReading(
        weekday_and_day(day, data.end),
        _pain_words(data.dots_by_day.get(day, ()), data.site),
        _median_words(data.median(day)),
        _practice_words(data.bar(day), data.end),
    )


def number_words(value: float) -> str:
    """Return 4 as "4" and 4.5 as "4.5"."""
    return f"{value:.1f}".removesuffix(".0")


def _pain_words(dots: Sequence[PainDot], site: Site) -> str:
    name = site.capitalize()
    values: dict[str, list[str]] = {}
    for moment, words in _MOMENTS.items():
        of_moment = [str(dot.value) for dot in dots if dot.moment == moment]
        if of_moment:
            values[words] = of_moment
    if not values:
        return f"{name} not rated"
    return f"{name} " + ", ".join(f"{words} {' and '.join(numbers)}" for words, numbers in values.items())


def _median_words(median: DayMedian | None) -> str:
    if median is not None and median.middle is not None:
        return f"7-day median {number_words(median.middle)}"
    ratings = 0 if median is None else median.ratings
    if ratings >= NEEDED_RATINGS:
        return "No 7-day median"  # within days that were not rated
    return f"No 7-day median: {ratings} of {NEEDED_RATINGS} ratings"


def _practice_words(bar: DayPractice | None, today: date) -> str:
    if bar is None or (not bar.planned and not bar.eased and bar.done_share <= 0):
        return "Nothing planned"
    plan = " and ".join(kind for kind in PLAN_KINDS if kind in bar.plan).capitalize()
    percent = f"{round(100 * bar.done_share)} % done"
    if not bar.planned:
        return "Eased off because it hurt" if bar.done_share <= 0 else f"Not planned, {percent}"
    endings = {"missed": "not done", "open": "not done yet", "ahead": "not done yet"}
    done = percent if len(bar.plan) == 1 else _kinds_done(bar)
    return f"{plan} planned, {endings.get(bar.state(today), done)}"


def _kinds_done(bar: DayPractice) -> str:
    """Return such as "strength 100 % done": on a day with two planned kinds one of them is enough."""
    shares = {kind: bar.shares.get(kind, 0.0) for kind in PLAN_KINDS}
    parts = [f"{kind} {round(100 * share)} %" for kind, share in shares.items() if share > 0]
    return f"{' and '.join(parts)} done"
