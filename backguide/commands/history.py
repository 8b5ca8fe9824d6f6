"""The command that reads the journal: history."""

import argparse
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from backguide.commands.context import Context
from backguide.commands.errors import WrongUseError
from backguide.commands.journal_json import (
    by_moment,
    diary_json,
    peg_json,
    rating_json,
    session_json,
)
from backguide.commands.output import clock_time

if TYPE_CHECKING:
    from datetime import date

    from backguide.journal.journal import Journal
    from backguide.journal.records import DiaryEntry, PegAnswer, Rating, SessionRecord

_Entry = tuple["date", bool, datetime, dict[str, Any]]


def history(options: argparse.Namespace, context: Context) -> int:
    """List what was done, rated and noted, the newest first."""
    if options.start and options.end and options.start > options.end:
        raise WrongUseError(f"--from {options.start} is later than --to {options.end}.")
    with context.open_journal() as journal:
        if options.json:
            newest_first = sorted(_entries(journal, options), key=_place, reverse=True)
            context.output.json([entry for *_, entry in newest_first])
        elif not any([_tell_sessions(journal, options, context), _tell_days(journal, options, context)]):
            context.output.line(_nothing(options))
    return 0


def session_row(journal: "Journal", session: "SessionRecord") -> tuple[str, ...]:
    """Return what a table says of a session: when, what, done, planned, state, back and leg."""
    from backguide.journal.values import local_time  # noqa: PLC0415

    ratings = by_moment(journal, session)
    began = local_time(session.started_at, session.zone)
    return (
        f"{began:%Y-%m-%d %H:%M}",
        session.routine_name,
        clock_time(session.done_s),
        clock_time(session.planned_s),
        session.state,
        _pair(ratings["before"]["back"], ratings["after"]["back"]),
        _pair(ratings["before"]["leg"], ratings["after"]["leg"]),
    )


def day_row(row: "DiaryEntry | PegAnswer | Rating") -> tuple[str, ...]:
    """Return what a table says of something noted about a day: day, what it is, and its words."""
    from backguide.journal.records import DiaryEntry, PegAnswer  # noqa: PLC0415
    from backguide.journal.values import local_date  # noqa: PLC0415

    match row:
        case DiaryEntry():
            tags = f"[{', '.join(row.tags)}]" if row.tags else ""
            return f"{row.day}", "diary", " ".join([*row.note.split(), tags]).strip()
        case PegAnswer():
            given = ", ".join(
                f"{name} {'-' if value is None else value}"
                for name, value in (
                    ("pain", row.pain),
                    ("enjoyment", row.enjoyment),
                    ("activity", row.activity),
                )
            )
            return f"{row.day}", "PEG", given if row.score is None else f"{row.score:.1f} ({given})"
        case _:
            return f"{local_date(row.rated_at, row.zone)}", "rated", f"{row.site} {row.value}"


def _entries(journal: "Journal", options: argparse.Namespace) -> Iterator[_Entry]:
    """Yield every entry with its day; a day's own entries come before its sessions when turned round."""
    from backguide.journal.values import local_date  # noqa: PLC0415

    days = options.start, options.end
    for session in journal.sessions(*days):
        day = local_date(session.started_at, session.zone)
        yield day, False, session.started_at, session_json(journal, session)
    for rating in _daily(journal, options):
        yield local_date(rating.rated_at, rating.zone), True, rating.rated_at, rating_json(rating)
    for entry in journal.diary_entries(*days):
        yield entry.day, True, entry.written_at, diary_json(entry)
    for answer in journal.peg_answers(*days):
        yield answer.day, True, answer.written_at, peg_json(answer)


def _place(entry: _Entry) -> "tuple[date, bool, datetime, str]":
    day, is_of_day, moment, values = entry
    return day, is_of_day, moment, values["id"]


def _tell_sessions(journal: "Journal", options: argparse.Namespace, context: Context) -> bool:
    sessions = journal.sessions(options.start, options.end)
    if sessions:
        rows = [session_row(journal, session) for session in sessions]
        context.output.table(("began", "session", "done", "of", "state", "back", "leg"), rows)
    return bool(sessions)


def _tell_days(journal: "Journal", options: argparse.Namespace, context: Context) -> bool:
    days = options.start, options.end
    noted: list[DiaryEntry | PegAnswer | Rating] = [
        *journal.diary_entries(*days),
        *journal.peg_answers(*days),
        *_daily(journal, options),
    ]
    if noted:
        context.output.table(("day", "what", "noted"), sorted(map(day_row, noted), reverse=True))
    return bool(noted)


def _daily(journal: "Journal", options: argparse.Namespace) -> "list[Rating]":
    ratings = journal.ratings(options.start, options.end)
    return [rating for rating in ratings if rating.session is None]


def _pair(before: int | None, after: int | None) -> str:
    """Return "4 to 2", with a dash for what was not rated; nothing when neither was."""
    if before is None and after is None:
        return ""
    return f"{'-' if before is None else before} to {'-' if after is None else after}"


def _nothing(options: argparse.Namespace) -> str:
    if options.start or options.end:
        return "There is no session in these days."
    return "There is no session yet. Begin one with: backguide start"
