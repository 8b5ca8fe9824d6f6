"""The weekly three questions (PEG: pain, enjoyment of life, general activity), the latest against the first.

Krebs and others, J Gen Intern Med 2009;24:733-738.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import factorial
from statistics import fmean

from backguide.insight.ranks import ALPHA, Interval, mann_kendall_p, theil_sen
from backguide.insight.verdict import Verdict, more, points, word_of

NEEDED_ANSWERS = 4
POINTS = 1.0
SHARE = 0.3  # of the first score

_RECOVERY = "Backs often get better by themselves, too."


@dataclass(frozen=True, slots=True)
class PegScore:
    """One complete answer, each item 0 to 10."""

    day: date
    pain: int
    enjoyment: int
    activity: int

    @property
    def score(self) -> float:
        """The mean of the three, 0 to 10."""
        return fmean((self.pain, self.enjoyment, self.activity))


def peg_change(answers: Iterable[PegScore]) -> Verdict:
    """Judge the latest score against the first, with one answer a day at most.

    It is better or worse only by 1 point and 30 % at once, and only when the answers in between go the same
    way: by the Mann-Kendall test, or each of them where there are but four. `interval` is of the change along
    the Theil-Sen line through all answers.
    """
    by_day = {answer.day: answer.score for answer in sorted(answers, key=_order)}
    number = len(by_day)
    if number < NEEDED_ANSWERS:
        missing = more(NEEDED_ANSWERS - number, "weekly answer")
        sentence = f"Not enough data yet: {missing} to the three questions about your week."
        return Verdict("peg", "not_enough_data", number, NEEDED_ANSWERS, None, None, sentence)
    days, scores = [day.toordinal() for day in by_day], list(by_day.values())
    estimate = scores[-1] - scores[0]
    goes_one_way = mann_kendall_p(scores) <= max(ALPHA, 2 / factorial(number))
    is_large = abs(estimate) >= max(POINTS, SHARE * scores[0]) - 1e-9
    word = word_of(estimate, is_clear=is_large and goes_one_way)
    interval = _times(theil_sen(days, scores).interval, days[-1] - days[0])
    return Verdict("peg", word, number, NEEDED_ANSWERS, estimate, interval, _sentence(word, estimate))


def _order(answer: PegScore) -> tuple[date, int, int, int]:
    return (answer.day, answer.pain, answer.enjoyment, answer.activity)


def _times(interval: Interval | None, days: int) -> Interval | None:
    return None if interval is None else (interval[0] * days, interval[1] * days)


def _sentence(word: str, estimate: float) -> str:
    if word == "within_usual":
        return "Your weekly score has not clearly changed since your first answer."
    worse = word == "worse"
    seen = f"Your weekly score is {points(estimate)} {'higher' if worse else 'lower'} than at first"
    if worse:
        return f"{seen}: pain gets more in your way."
    return f"{seen}: pain gets less in your way. {_RECOVERY}"
