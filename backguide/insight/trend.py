"""Whether the weeks go up or down."""

from collections.abc import Iterable

from backguide.insight.ranks import ALPHA, mann_kendall_p, theil_sen
from backguide.insight.verdict import Verdict, leaves_out_zero, more, points, word_of
from backguide.insight.weeks import LATEST_WEEKS, NEEDED_DAYS, WeekPoint, counting, week_number
from backguide.insight.words import RECOVERY

NEEDED_WEEKS = 8
# Neighbouring weeks resemble each other, which the test does not know (docs/decisions/verdicts.md).
STRETCH = 1.1


def trend(weeks: Iterable[WeekPoint]) -> Verdict:
    """Judge the weekly means: Theil-Sen slope in points a week, Mann-Kendall test."""
    counted = counting(weeks, LATEST_WEEKS)
    number = len(counted)
    if number < NEEDED_WEEKS:
        missing = more(NEEDED_WEEKS - number, "week")
        sentence = f"Not enough data yet: {missing} with ratings on at least {NEEDED_DAYS} days."
        return Verdict("trend", "not_enough_data", number, NEEDED_WEEKS, None, None, sentence)
    means = [week.pain for week in counted if week.pain is not None]
    slope = theil_sen([week_number(week.monday) for week in counted], means, STRETCH)
    is_clear = mann_kendall_p(means, STRETCH) <= ALPHA and leaves_out_zero(slope.interval)
    word = word_of(slope.per_unit, is_clear=is_clear)
    sentence = _sentence(slope.per_unit, number, is_usual=word == "within_usual")
    return Verdict("trend", word, number, NEEDED_WEEKS, slope.per_unit, slope.interval, sentence)


def _sentence(per_week: float, number: int, *, is_usual: bool) -> str:
    if is_usual:
        return f"Over your last {number} weeks pain stayed within your usual ups and downs."
    size = points(per_week, decimals=2)
    if per_week < 0:
        return f"Over your last {number} weeks pain went down by about {size} a week. {RECOVERY}"
    return f"Over your last {number} weeks pain went up by about {size} a week."
