"""The commands that write into the journal: log, diary, peg."""

import argparse
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from backguide.commands.context import Context, routine_named
from backguide.commands.errors import WrongUseError
from backguide.commands.history import day_row, session_row
from backguide.commands.journal_json import diary_json, peg_json, rating_json, session_json

if TYPE_CHECKING:
    from backguide.journal.records import Moment, Site

RATINGS: "dict[str, tuple[Moment, Site]]" = {
    "before": ("before", "back"),
    "after": ("after", "back"),
    "leg_before": ("before", "leg"),
    "leg_after": ("after", "leg"),
    "next_morning": ("next_morning", "back"),
    "leg_next_morning": ("next_morning", "leg"),
    "daily": ("daily", "back"),
    "leg_daily": ("daily", "leg"),
}
_PRACTICE = ("enter", "hold", "return")
_ELSEWHERE = "Session away from the computer"


def log(options: argparse.Namespace, context: Context) -> int:
    """Add a session done away from the computer; with nothing but daily ratings, only these."""
    told = {moment for name, (moment, _) in RATINGS.items() if hasattr(options, name)}
    is_of_session = bool(told - {"daily"}) or any(
        value is not None for value in (options.routine, options.minutes, options.note)
    )
    if is_of_session or (options.at is not None and not told):
        return _log_session(options, context)
    if told:
        return _rate_day(options, context)
    raise WrongUseError("Tell what to log, such as --before 4 --after 2, --routine strength or --daily 3.")


def diary(options: argparse.Namespace, context: Context) -> int:
    """Write the diary entry of a day, or with nothing to write show it."""
    with context.open_journal() as journal:
        if options.note is None and options.tags is None:
            day = options.at or journal.today()
            found = next(iter(journal.diary_entries(day, day)), None)
        else:
            found = journal.diary.write(options.at, options.note, options.tags)
    if options.json:
        context.output.json(found and diary_json(found))
    else:
        nothing = "There is no diary entry for this day. Write one with --note or --tag."
        context.output.line("  ".join(day_row(found)) if found else nothing)
    return 0


def peg(options: argparse.Namespace, context: Context) -> int:
    """Keep the answers to the three questions about the past week."""
    with context.open_journal() as journal:
        answer = journal.peg.answer(options.pain, options.enjoyment, options.activity, options.at)
    if options.json:
        context.output.json(peg_json(answer))
    else:
        context.output.line("  ".join(day_row(answer)))
    return 0


def _log_session(options: argparse.Namespace, context: Context) -> int:
    slug, name, done_s = _practised(options, context)
    given = {key: getattr(options, name, None) for name, key in RATINGS.items()}
    ratings = {key: value for key, value in given.items() if value is not None}
    with context.open_journal() as journal:
        at = _began(options.at, context.clock.now(), done_s)
        session = journal.log_session(at, slug, name, done_s, ratings, note=options.note or "")
        if options.json:
            context.output.json(session_json(journal, session))
        else:
            began, name, *_, back, leg = session_row(journal, session)
            context.output.line(
                f"Logged: {name}, {began}. Back {back or 'not rated'}, leg {leg or 'not rated'}."
            )
    return 0


def _rate_day(options: argparse.Namespace, context: Context) -> int:
    """Keep ratings that belong to a day and to no session."""
    given = {
        site: getattr(options, name, None) for name, (_, site) in RATINGS.items() if name.endswith("daily")
    }
    with context.open_journal() as journal:
        kept = [
            journal.rate(None, "daily", site, value, options.at)
            for site, value in given.items()
            if value is not None
        ]
    if options.json:
        context.output.json([rating_json(rating) for rating in kept])
    else:
        for rating in kept:
            context.output.line("  ".join(day_row(rating)))
    return 0


def _practised(options: argparse.Namespace, context: Context) -> tuple[str, str, float]:
    """Return slug and name of what was done, and for how many seconds; a whole routine if none are told."""
    told_s = None if options.minutes is None else options.minutes * 60
    if options.routine is None:
        return "", _ELSEWHERE, told_s or 0.0
    catalogue = context.catalogue()
    routine = routine_named(catalogue, options.routine)
    steps = context.timeline(routine, catalogue).steps
    whole_s = sum(step.duration_s for step in steps if step.kind in _PRACTICE)
    return routine.slug, routine.name, whole_s if told_s is None else told_s


def _began(at: datetime | None, now: datetime, done_s: float) -> datetime:
    """Return when a session began; one without a time ends now."""
    return now - timedelta(seconds=done_s) if at is None else at.astimezone(UTC)
