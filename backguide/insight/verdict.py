"""What every verdict has in common. A verdict never says that one thing caused another."""

from dataclasses import dataclass

from backguide.insight.ranks import Interval
from backguide.insight.words import VerdictName, VerdictWord


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the ratings say about one question, in numbers and in a sentence or two.

    `n` counts what the verdict rests on: sessions, mornings, weeks, days or answers. `needs` says how many
    of them it takes at the least, and `verdict` is "not_enough_data" exactly when `n` is below it.
    `estimate` is in points of pain, in points a week for the trend, and a rank correlation for pain against
    adherence; below 0 is less pain. `interval` is where chance leaves it in 19 of 20 cases. Both are None
    where nothing can be said yet.
    """

    name: VerdictName
    verdict: VerdictWord
    n: int
    needs: int
    estimate: float | None
    interval: Interval | None
    sentence: str


def word_of(estimate: float, *, is_clear: bool) -> VerdictWord:
    """Return the word for a change that chance explains, or does not."""
    if not is_clear or estimate == 0:
        return "within_usual"
    return "better" if estimate < 0 else "worse"


def leaves_out_zero(interval: Interval | None) -> bool:
    """Tell whether 0 lies outside; no interval leaves nothing out."""
    return interval is not None and (interval[0] > 0 or interval[1] < 0)


def around(estimate: float, limit: float | None) -> Interval | None:
    """Return the interval that reaches `limit` to both sides, or None when there is no limit."""
    return None if limit is None else (estimate - limit, estimate + limit)


def more(number: int, one: str, many: str | None = None) -> str:
    """Return "1 more week", "2 more weeks"."""
    return f"{number} more {one if number == 1 else many or one + 's'}"


def points(size: float, decimals: int = 1) -> str:
    """Return "1 point", "0.6 points"; the sign is told in words."""
    text = f"{abs(size):.{decimals}f}".rstrip("0").rstrip(".")
    return f"{text} {'point' if text == '1' else 'points'}"


def span(interval: Interval) -> str:
    """Return the interval in words: "0.2 to 1 points lower", or "1 lower to 0.4 higher"."""
    low, high = (round(end, 1) for end in interval)
    if high <= 0:
        return f"{abs(high):g} to {abs(low):g} points lower"
    if low >= 0:
        return f"{low:g} to {high:g} points higher"
    return f"{abs(low):g} points lower to {abs(high):g} higher"
