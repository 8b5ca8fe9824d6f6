"""How the page puts its values. Pure functions."""

from datetime import date

from backguide.catalogue.model import Side
from backguide.insight.verdict import Verdict
from backguide.insight.words import VerdictName, VerdictWord
from backguide.journal.records import Moment, PegAnswer, Site, SkipReason
from backguide.plan.adherence import Kept
from backguide.report.content import Middle, ReportContent, SideSeconds
from backguide.ui.date_words import month_name

QUESTIONS: dict[VerdictName, str] = {
    "session_effect": "Right after a session, less before",
    "next_morning": "Mornings after practice, less others",
    "trend": "Week by week",
    "change_since_start": "Latest fortnight, less the first",
    "pain_and_adherence": "Pain and practice in the same week",
    "peg": "PEG score, latest less first",
}
_VERDICTS: dict[VerdictWord, str] = {
    "better": "better",
    "worse": "worse",
    "within_usual": "within usual ups and downs",
    "not_enough_data": "not enough data yet",
}
_TOGETHER: dict[VerdictWord, str] = {"better": "less with more practice", "worse": "more with more practice"}
SITES: dict[Site, str] = {"back": "Back", "leg": "Leg"}
MOMENTS: dict[Moment, str] = {
    "before": "Before",
    "after": "Right after",
    "next_morning": "Next morning",
    "daily": "Whole day",
}
REASONS: dict[SkipReason | None, str] = {
    "pain": "Because it hurt",
    "time": "No time",
    "tired": "Too tired",
    "unsure": "Unsure how",
    None: "Not reached",
}
_COUNTED: dict[VerdictName, str] = {
    "session_effect": "sessions",
    "next_morning": "days",
    "trend": "weeks",
    "change_since_start": "days",
    "pain_and_adherence": "weeks",
    "peg": "answers",
}
_MINUS = "\N{MINUS SIGN}"


def day_words(day: date) -> str:
    """Return "14 Sep 2026"."""
    return f"{day.day} {month_name(day)} {day.year}"


def day_in(day: date, year: int) -> str:
    """Return "14 Sep", with its year where that is another one than `year`."""
    return f"{day.day} {month_name(day)}" if day.year == year else day_words(day)


def days_words(start: date, end: date) -> str:
    """Return "29 Aug to 20 Nov 2026", with both years where they differ."""
    if start == end:
        return day_words(end)
    return f"{day_in(start, end.year)} to {day_words(end)}"


def length_words(start: date, end: date) -> str:
    """Return "12 weeks", or "10 days" where it is no fortnight yet."""
    days = (end - start).days + 1
    if days < 14:
        return "1 day" if days == 1 else f"{days} days"
    return f"{round(days / 7)} weeks"


def count_words(number: int, one: str) -> str:
    """Return "1 mark", "7 marks"."""
    return f"{number} {one if number == 1 else one + 's'}"


def kept_words(kept: Kept) -> str:
    """Return "57 of 84 (68 %)"."""
    return "none planned" if kept.share is None else f"{kept.done} of {kept.planned} ({kept.share:.0%})"


def summary_words(content: ReportContent) -> str:
    """Return in a sentence what the page is about, for those who do not see it."""
    days = days_words(content.start, content.end)
    if content.is_empty:
        return f"{days}: nothing was practised, rated or noted."
    sessions = count_words(content.sessions, "session")
    return f"{days}: {kept_words(content.kept.day)} planned days done, {sessions}."


def hours_words(seconds: float) -> str:
    """Return "9 h 13 min"."""
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"


def side_words(sides: tuple[SideSeconds, ...], side: Side | None) -> str:
    """Return the minutes done and planned of a side, "42 of 56", or nothing where it has none."""
    of_side = next((one for one in sides if one.side == side), None)
    if of_side is None:
        return ""
    return f"{_minutes(of_side.done_s)} of {_minutes(of_side.planned_s)}"


def share_words(sides: tuple[SideSeconds, ...]) -> str:
    """Return how much of the planned time was done, "76 %"; nothing where none was planned."""
    planned_s = sum(one.planned_s for one in sides)
    return f"{sum(one.done_s for one in sides) / planned_s:.0%}" if planned_s > 0 else ""


def middle_words(middle: Middle | None) -> str:
    """Return a median and its ratings, "4.5 (89)"."""
    return "not rated" if middle is None else f"{middle.median:g} ({middle.n})"


def peg_words(answer: PegAnswer) -> str:
    """Return a score with its three answers, "4.7 (5, 4, 5)"."""
    return f"{answer.score:.1f} ({answer.pain}, {answer.enjoyment}, {answer.activity})"


def verdict_words(verdict: Verdict) -> str:
    """Return the verdict in a word or two."""
    together = _TOGETHER if verdict.name == "pain_and_adherence" else {}
    return together.get(verdict.verdict, _VERDICTS[verdict.verdict])


def estimate_words(verdict: Verdict) -> str:
    """Return the estimate and where chance leaves it, "-3.0 (-4.8 to -1.2)"; nothing where there is none."""
    if verdict.estimate is None:
        return ""
    decimals = 2 if verdict.name in ("trend", "pain_and_adherence") else 1
    number = _signed(verdict.estimate, decimals)
    words = {"trend": f"{number} a week", "pain_and_adherence": f"rank correlation {number}"}.get(
        verdict.name, number
    )
    if verdict.interval is None:
        return words
    low, high = (_signed(end, decimals) for end in verdict.interval)
    line = "line through all " if verdict.name == "peg" else ""
    return f"{words} ({line}{low} to {high})"


def counted_words(verdict: Verdict) -> str:
    """Return what it rests on, "84 days", or how many of how many there are while they are too few."""
    counted = _COUNTED[verdict.name]
    if verdict.verdict == "not_enough_data":
        return f"{verdict.n} of {verdict.needs} {counted}"
    return f"{verdict.n} {counted}"


def _signed(number: float, decimals: int) -> str:
    text = f"{abs(number):.{decimals}f}"
    if float(text) == 0:
        return text
    return f"{_MINUS if number < 0 else '+'}{text}"


def _minutes(seconds: float) -> str:
    minutes = seconds / 60
    return f"{minutes:.1f}" if 0 < minutes < 10 else f"{minutes:.0f}"
