"""The weekly three questions (PEG: pain, enjoyment of life, general activity), the latest against the first.

Krebs and others, J Gen Intern Med 2009;24:733-738.
"""

from collections.abc import Iterable
from datetime import date
from math import factorial
from typing import Protocol

from backguide.insight.ranks import ALPHA, Interval, mann_kendall_p, theil_sen
from backguide.insight.verdict import Verdict, more, points, word_of
from backguide.insight.words import RECOVERY

NEEDED_ANSWERS = 4
POINTS = 1.0
SHARE = 0.3  # of the first score


class WeeklyAnswer(Protocol):
    """An answer to the three questions: `score` is their mean, 0 to 10, None where one was left out."""

    @property
    def day(self) -> date:
        """The day on which it was given."""

    @property
    def score(self) -> float | None:
        """The mean of the three."""


def peg_change(answers: Iterable[WeeklyAnswer]) -> Verdict:
    """Judge the latest score against the first, one for a day; answers without a score do not count.

    It is better or worse only by 1 point and 30 % at once, and only when the answers in between go the same
    way: by the Mann-Kendall test, or each of them where there are but four. `interval` is of the change along
    the Theil-Sen line through all answers.
    """
    given = sorted((answer.day, answer.score) for answer in answers if answer.score is not None)
    by_day = dict(given)
    number = len(by_day)
    if number < NEEDED_ANSWERS:
        missing = more(NEEDED_ANSWERS - number, "weekly answer")
        sentence = f"Not enough data yet: {missing} to the three questions about your week."
        return Verdict("peg", "not_enough_data", number, NEEDED_ANSWERS, None, None, sentence)
    days, scores = [day.toordinal() for day in by_day], list(by_day.values())
    estimate = scores[-1] - scores[0]
    slope = theil_sen(days, scores)
    goes_one_way = (
        mann_kendall_p(scores) <= max(ALPHA, 2 / factorial(number)) and slope.per_unit * estimate > 0
    )
    is_large = abs(estimate) >= max(POINTS, SHARE * scores[0]) - 1e-9
    word = word_of(estimate, is_clear=is_large and goes_one_way)
    interval = _times(slope.interval, days[-1] - days[0])
    return Verdict("peg", word, number, NEEDED_ANSWERS, estimate, interval, _sentence(word, estimate))


def _times(interval: Interval | None, days: int) -> Interval | None:
    return None if interval is None else (interval[0] * days, interval[1] * days)


def _sentence(word: str, estimate: float) -> str:
    if word == "within_usual":
        return "Your weekly score has not clearly changed since your first answer."
    worse = word == "worse"
    seen = f"Your weekly score is {points(estimate)} {'higher' if worse else 'lower'} than at first"
    if worse:
        return f"{seen}: pain gets more in your way."
    return f"{seen}: pain gets less in your way. {RECOVERY}"
