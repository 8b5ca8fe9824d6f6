"""The charts of the findings, from the series behind the verdicts. None where there is too little."""

from collections.abc import Sequence
from datetime import date
from statistics import fmean, median

from backguide.insight.adherence_link import DRAWN_FROM, LagBar
from backguide.insight.adherence_link import LATEST_WEEKS as LINKED_WEEKS
from backguide.insight.next_morning import BANDS, MorningPair
from backguide.insight.session_effect import LATEST_SESSIONS, SHOWN_FROM
from backguide.insight.trend import NEEDED_WEEKS
from backguide.insight.verdict import Verdict
from backguide.insight.verdicts import Insight
from backguide.insight.weeks import LATEST_WEEKS, WeekPoint, counting, week_number
from backguide.ui.charts.spec import Bar, ChartSpec, Mark, Ticks, whole_ticks
from backguide.ui.date_words import short_day

PAIN_TICKS = whole_ticks(0, 10, 2)
_PAIN = (-0.5, 10.5)
_BAND_WORDS = ("0 to 2", "3 to 4", "5 to 6", "7 to 10")
_LAG_WORDS = {
    "pain_first": ("Pain the week before", "Pain the week before, then practice"),
    "same_week": ("Same week", "Pain and practice of the same week"),
    "adherence_first": ("Practice the week before", "Practice the week before, then pain"),
}
_FEWEST = 2


def session_spec(found: Insight) -> ChartSpec | None:
    """Return pain after less before of the latest sessions, and the estimate with its interval."""
    sessions = found.sessions[-LATEST_SESSIONS:]
    if len(sessions) < SHOWN_FROM:
        return None
    verdict = found.verdict("session_effect")
    reach = max(3, *(abs(one.difference) for one in sessions)) + 0.5
    marks = tuple(
        Mark(n, one.difference, f"{short_day(one.at.date())}: {one.before} before, {one.after} after")
        for n, one in enumerate(sessions)
    )
    return ChartSpec(
        "Pain after each session less before it",
        (-0.5, len(sessions) - 0.5),
        (-reach, reach),
        tuple((float(n), short_day(one.at.date())) for n, one in enumerate(sessions)),
        whole_ticks(-reach, reach, 1 if reach < 5 else 2),
        "Session",
        "After less before, points",
        marks,
        estimate=verdict.estimate,
        interval=verdict.interval,
        zero_line=True,
    )


def morning_spec(found: Insight) -> ChartSpec | None:
    """Return the mean next mornings after days with and without practice, by the day's own pain."""
    if found.verdict("next_morning").verdict == "not_enough_data":
        return None
    marks = tuple(
        mark
        for band in range(len(BANDS) + 1)
        for practised in (True, False)
        for mark in _band_marks([p for p in found.mornings if (p.band, p.practised) == (band, practised)])
    )
    return ChartSpec(
        "Next mornings by the pain of the day before",
        (-0.5, len(BANDS) + 0.5),
        _PAIN,
        tuple((float(band), words) for band, words in enumerate(_BAND_WORDS)),
        PAIN_TICKS,
        "Pain of the day before",
        "Mean pain of the next morning",
        marks,
        legend=(("dot", "after practice"), ("ring", "without")),
    )


def _band_marks(pairs: Sequence[MorningPair]) -> tuple[Mark, ...]:
    if not pairs:
        return ()
    mean, practised = fmean(pair.next_morning for pair in pairs), pairs[0].practised
    kind = "with practice" if practised else "without"
    words = f"Days of pain {_BAND_WORDS[pairs[0].band]} {kind}: {len(pairs)} mornings, mean {mean:.1f}"
    return (
        Mark(pairs[0].band + (-0.12 if practised else 0.12), mean, words, "dot" if practised else "ring"),
    )


def trend_spec(found: Insight) -> ChartSpec | None:
    """Return the weekly means, and the line through them once there are weeks enough to judge it."""
    weeks = counting(found.weeks, LATEST_WEEKS)
    if len(weeks) < _FEWEST:
        return None
    numbers = [week_number(week.monday) for week in weeks]
    return ChartSpec(
        "Mean pain of each week",
        (numbers[0] - 0.5, numbers[-1] + 0.5),
        _PAIN,
        tuple((float(n), short_day(week.monday)) for n, week in zip(numbers, weeks, strict=True)),
        PAIN_TICKS,
        "Week from",
        "Mean pain of the week",
        tuple(Mark(n, week.pain or 0.0, _week_words(week)) for n, week in zip(numbers, weeks, strict=True)),
        trend=_trend_line(numbers, weeks, found.verdict("trend")),
    )


def _trend_line(
    numbers: Sequence[int], weeks: Sequence[WeekPoint], verdict: Verdict
) -> tuple[tuple[float, float], tuple[float, float]] | None:
    slope = verdict.estimate
    if slope is None or len(weeks) < NEEDED_WEEKS:
        return None
    foot = median((week.pain or 0.0) - slope * n for n, week in zip(numbers, weeks, strict=True))
    return (numbers[0], foot + slope * numbers[0]), (numbers[-1], foot + slope * numbers[-1])


def _week_words(week: WeekPoint) -> str:
    kept = "" if week.adherence is None else f", {week.adherence:.0%} of the plan done"
    return f"Week from {short_day(week.monday)}: mean {week.pain:.1f} of {week.rated} rated days{kept}"


def scatter_spec(found: Insight) -> ChartSpec | None:
    """Return the pain of each week against how much of the plan was done in it."""
    weeks = counting((week for week in found.weeks if week.adherence is not None), LINKED_WEEKS)
    if len(weeks) < DRAWN_FROM:
        return None
    percents: Ticks = tuple((share / 100, f"{share} %") for share in range(0, 101, 25))
    return ChartSpec(
        "Each week's pain against practice",
        (-0.05, 1.05),
        _PAIN,
        percents,
        PAIN_TICKS,
        "Planned days done",
        "Mean pain of the week",
        tuple(Mark(week.adherence or 0.0, week.pain or 0.0, _week_words(week)) for week in weeks),
    )


def lag_spec(found: Insight) -> ChartSpec | None:
    """Return how pain and practice go together by which of them came first."""
    if not found.lags:
        return None
    return ChartSpec(
        "Which came first",
        (-0.5, 2.5),
        (-1.05, 1.05),
        tuple((float(place), _LAG_WORDS[bar.lag][0]) for place, bar in enumerate(found.lags)),
        ((-1.0, "−1"), (0.0, "0"), (1.0, "+1")),
        "",
        "Below 0: more practice goes with less pain",
        bars=tuple(_lag_bar(place, bar) for place, bar in enumerate(found.lags)),
        zero_line=True,
    )


def _lag_bar(place: int, bar: LagBar) -> Bar:
    label, spoken = _LAG_WORDS[bar.lag]
    chance = "" if bar.interval is None else f", by chance {bar.interval[0]:.2f} to {bar.interval[1]:.2f}"
    words = f"{spoken}: {bar.correlation:+.2f} in {bar.n} pairs of weeks{chance}"
    return Bar(float(place), bar.correlation, bar.interval, words, label)


def peg_spec(scores: Sequence[tuple[date, float]]) -> ChartSpec | None:
    """Return the scores of the three questions over time."""
    if len(scores) < _FEWEST:
        return None
    places = [day.toordinal() for day, _ in scores]
    margin = max((places[-1] - places[0]) / 30, 1.0)
    return ChartSpec(
        "Score of the three questions",
        (places[0] - margin, places[-1] + margin),
        _PAIN,
        tuple((float(place), short_day(day)) for place, (day, _) in zip(places, scores, strict=True)),
        PAIN_TICKS,
        "Answered on",
        "Mean of the three answers",
        tuple(Mark(day.toordinal(), score, f"{short_day(day)}: {score:.1f}") for day, score in scores),
        path=True,
    )
