"""Pain right after a session against right before it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from backguide.insight.pain import PainDot
from backguide.insight.ranks import ALPHA, hodges_lehmann, signed_rank_interval, signed_rank_p
from backguide.insight.verdict import Verdict, more, points, span, word_of
from backguide.insight.words import SHORT_TERM

SHOWN_FROM = 5  # sessions
JUDGED_FROM = 10
LATEST_SESSIONS = 30  # what lies before says little about now


@dataclass(frozen=True, slots=True)
class SessionDifference:
    """The ratings right before and right after one session; `at` is the clock time of the first."""

    session: str
    at: datetime
    before: int
    after: int

    @property
    def difference(self) -> int:
        """After less before: below 0 is less pain."""
        return self.after - self.before


def session_differences(dots: Iterable[PainDot]) -> tuple[SessionDifference, ...]:
    """Return the sessions that were rated both before and after, oldest first."""
    before: dict[str, PainDot] = {}
    after: dict[str, PainDot] = {}
    for dot in dots:
        if dot.session is not None and dot.moment in ("before", "after"):
            (before if dot.moment == "before" else after)[dot.session] = dot
    both = [
        SessionDifference(session, dot.at, dot.value, after[session].value)
        for session, dot in before.items()
        if session in after
    ]
    return tuple(sorted(both, key=lambda one: (one.at, one.session)))


def session_effect(sessions: Sequence[SessionDifference]) -> Verdict:
    """Judge the latest sessions, oldest first: Hodges-Lehmann estimate, interval of the signed-rank test."""
    values = [one.difference for one in sessions[-LATEST_SESSIONS:]]
    number = len(values)
    if number < SHOWN_FROM:
        missing = more(SHOWN_FROM - number, "session")
        sentence = f"Not enough data yet: rate {missing} both before and after."
        return Verdict("session_effect", "not_enough_data", number, JUDGED_FROM, None, None, sentence)
    estimate, interval = hodges_lehmann(values), signed_rank_interval(values)
    seen = _seen(number, estimate)
    if number < JUDGED_FROM:
        missing = more(JUDGED_FROM - number, "session")
        sentence = f"{seen} That is not enough to judge: rate {missing} both before and after."
        return Verdict("session_effect", "not_enough_data", number, JUDGED_FROM, estimate, interval, sentence)
    word = word_of(estimate, is_clear=signed_rank_p(values) <= ALPHA)
    if word == "within_usual":
        sentence = f"{seen} That is within your usual ups and downs."
    else:
        range_of_chance = f" Allowing for chance it is {span(interval)}." if interval else ""
        sentence = f"{seen}{range_of_chance} {SHORT_TERM}"
    return Verdict("session_effect", word, number, JUDGED_FROM, estimate, interval, sentence)


def _seen(number: int, estimate: float) -> str:
    if abs(estimate) < 0.05:
        return f"In your last {number} sessions pain right after was as high as right before."
    word = "lower" if estimate < 0 else "higher"
    return f"In your last {number} sessions pain right after was {points(estimate)} {word} than right before."
