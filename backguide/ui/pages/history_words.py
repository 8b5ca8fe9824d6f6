"""What the history says of a session, in words. Pure functions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from backguide.journal.records import (
    ExerciseResult,
    HurtMark,
    Moment,
    Outcome,
    SessionRecord,
    Site,
    SkipReason,
)
from backguide.journal.values import local_time
from backguide.plan.adherence import Adherence
from backguide.ui.date_words import clock_time, full_day, weekday_and_day

NOT_RATED = "–"
_OUTCOMES: dict[Outcome, str] = {
    "done": "Done",
    "partial": "Partly done",
    "skipped": "Not reached",
    "eased": "Eased, it hurt",
}
_REASONS: dict[SkipReason, str] = {
    "pain": "Skipped, it hurt",
    "time": "Skipped, no time",
    "tired": "Skipped, tired",
    "unsure": "Skipped, unsure how",
}


@dataclass(frozen=True, slots=True)
class SessionWords:
    """One line of the session list. Pain that was not rated is an en dash."""

    session: str
    title: str
    when: str
    amount: str
    before: str
    after: str
    site: Site

    @property
    def sentence(self) -> str:
        """All of it for a screen reader."""
        parts = [self.title, self.when, self.amount, f"{self.site} pain {_spoken(self.before)} before"]
        return ", ".join(part for part in parts if part) + f", {_spoken(self.after)} after"


def session_words(
    session: SessionRecord,
    results: Sequence[ExerciseResult],
    pain: Mapping[tuple[Moment, Site], int],
    site: Site,
    today: date,
) -> SessionWords:
    """Return the line of one session."""
    began = local_time(session.started_at, session.zone)
    return SessionWords(
        session.id,
        session.routine_name,
        f"{weekday_and_day(began.date(), today)}, {clock_time(began)}",
        amount_words(session, results),
        rating_words(pain.get(("before", site))),
        rating_words(pain.get(("after", site))),
        site,
    )


def rating_words(value: int | None) -> str:
    """Return the number, or an en dash where it was not rated."""
    return NOT_RATED if value is None else str(value)


def amount_words(session: SessionRecord, results: Sequence[ExerciseResult]) -> str:
    """Return "12 min" of a whole session, "3 of 5" exercises of any other; nothing where nothing is known."""
    items: dict[int, bool] = {}
    for result in results:
        items[result.item] = items.get(result.item, True) and result.outcome == "done"
    if not all(items.values()):
        return f"{sum(items.values())} of {len(items)}"
    length_s = max(session.position_s, session.done_s)
    return f"{max(1, round(length_s / 60))} min" if length_s > 0 else ""


def when_words(session: SessionRecord) -> str:
    """Return "Friday 20 November 2026, 21:05 to 21:18"."""
    began = local_time(session.started_at, session.zone)
    words = f"{full_day(began.date())}, {clock_time(began)}"
    if session.ended_at is None or clock_time(
        ended := local_time(session.ended_at, session.zone)
    ) == clock_time(began):
        return words
    return f"{words} to {clock_time(ended)}"


def state_words(session: SessionRecord) -> str:
    """Return how the session came to its end, or into the journal."""
    if session.state == "running":
        return "Not finished yet"
    if session.origin == "logged":
        return "Added by hand"
    if session.origin == "imported":
        return "Imported"
    return "Finished" if session.state == "finished" else "Stopped early"


def outcome_words(result: ExerciseResult) -> str:
    """Return what became of one side and set."""
    if result.outcome in {"skipped", "partial"} and result.skip_reason is not None:
        reason = _REASONS[result.skip_reason]
        return reason if result.outcome == "skipped" else f"Partly done,{reason.partition(',')[2]}"
    return _OUTCOMES[result.outcome]


def seconds_words(done_s: float, planned_s: float) -> str:
    """Return "40 of 40 s", or in minutes "1:30 of 2:10 min" where that is long."""
    if max(done_s, planned_s) < 100:
        return f"{round(done_s)} of {round(planned_s)} s"
    return f"{clock_length(done_s)} of {clock_length(planned_s)} min"


def clock_length(seconds: float) -> str:
    """Return a length such as "8:20"."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"


def portion_words(result: ExerciseResult, sets: int) -> str:
    """Return "Left side, set 1", as much of it as there is to tell."""
    parts = [f"{result.side} side" if result.side else "", f"set {result.set}" if sets > 1 else ""]
    return ", ".join(part for part in parts if part).capitalize()


def hurt_words(mark: HurtMark, exercise: str) -> str:
    """Return "Hurt at 3:20: Bird dog, left side, rated 4"."""
    side = f", {mark.side} side" if mark.side else ""
    rated = "" if mark.value is None else f", rated {mark.value}"
    return f"It hurt at {clock_length(mark.position_s)}: {exercise}{side}{rated}."


def kept_lines(kept: Adherence) -> str:
    """Return what was kept of the plan, a line for each kind; empty where nothing was planned yet."""
    kinds = [
        f"{name} {part.done} of {part.planned}"
        for name, part in (("Mobility", kept.mobility), ("Strength", kept.strength))
        if part.planned
    ]
    return "\n".join(kinds)


def more_sentences(kept: Adherence) -> str:
    """Return what the numbers of planned days leave out."""
    sentences = []
    if kept.partial_days:
        days = "1 more day was" if kept.partial_days == 1 else f"{kept.partial_days} more days were"
        sentences.append(f"{days} partly done.")
    if kept.eased_days:
        days = "1 day" if kept.eased_days == 1 else f"{kept.eased_days} days"
        sentences.append(f"{days} left because it hurt do not count.")
    return " ".join(sentences)


def _spoken(rating: str) -> str:
    return "not rated" if rating == NOT_RATED else rating
