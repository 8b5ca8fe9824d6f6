"""The commands of the journal: history, log, export, import."""

import argparse
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from backguide.commands.context import Context, routine_named
from backguide.commands.errors import WrongUseError
from backguide.commands.output import clock_time

if TYPE_CHECKING:
    from backguide.journal.journal import Journal
    from backguide.journal.records import ExerciseResult, HurtMark, Moment, Rating, SessionRecord, Site

_MOMENTS: tuple["Moment", ...] = ("before", "after", "next_morning")
_SITES: tuple["Site", ...] = ("back", "leg")
_PRACTICE = ("enter", "hold", "return")
_ELSEWHERE = "Session away from the computer"


def history(options: argparse.Namespace, context: Context) -> int:
    """List the sessions, newest first, with their ratings and results."""
    if options.start and options.end and options.start > options.end:
        raise WrongUseError(f"--from {options.start} is later than --to {options.end}.")
    with context.open_journal() as journal:
        sessions = journal.sessions(options.start, options.end)
        if options.json:
            context.output.json([session_json(journal, session) for session in sessions])
        elif sessions:
            rows = [_session_row(session, _by_moment(journal, session)) for session in sessions]
            context.output.table(
                ("began", "session", "done", "of", "state", "back", "leg"),
                rows,
            )
        else:
            context.output.line(_nothing(options))
    return 0


def log(options: argparse.Namespace, context: Context) -> int:
    """Add a session done away from the computer."""
    slug, name, done_s = _practised(options, context)
    given: dict[tuple[Moment, Site], int | None] = {
        ("before", "back"): options.before,
        ("after", "back"): options.after,
        ("before", "leg"): options.leg_before,
        ("after", "leg"): options.leg_after,
    }
    ratings = {key: value for key, value in given.items() if value is not None}
    with context.open_journal() as journal:
        at = _began(options.at, context.clock.now(), done_s)
        session = journal.log_session(at, slug, name, done_s, ratings)
        if options.json:
            context.output.json(session_json(journal, session))
        else:
            began, name, *_, back, leg = _session_row(session, _by_moment(journal, session))
            context.output.line(
                f"Logged: {name}, {began}. Back {back or 'not rated'}, leg {leg or 'not rated'}."
            )
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


def export(options: argparse.Namespace, context: Context) -> int:
    """Write the whole journal to a file."""
    from backguide.journal.exchange import export_json  # noqa: PLC0415

    file = _json_file(options.file, "exported")
    with context.open_journal() as journal:
        export_json(journal, file)
        contents = journal.contents()
    counts = {"sessions": len(contents.sessions), "ratings": len(contents.ratings)}
    if options.json:
        context.output.json({"file": str(file), **counts})
    else:
        held = " and ".join(_count(number, kind.removesuffix("s")) for kind, number in counts.items())
        context.output.line(f"Exported {held} to {file}.")
    return 0


def import_(options: argparse.Namespace, context: Context) -> int:
    """Add what a file holds and the journal does not."""
    from backguide.journal.exchange import import_json  # noqa: PLC0415

    file = _json_file(options.file, "imported")
    with context.open_journal() as journal:
        report = import_json(journal, file)
    if options.json:
        refused = [{"line": one.line, "reason": one.reason} for one in report.refused]
        context.output.json(
            {"added": report.added, "already_there": report.already_there, "refused": refused}
        )
        return 0
    context.output.line(
        f"Added {_count(report.added, 'entry', 'entries')}; {report.already_there} already there; "
        f"{len(report.refused)} refused."
    )
    for one in report.refused:
        context.output.note(f"{one.line}: {one.reason}")
    return 0


def session_json(journal: "Journal", session: "SessionRecord") -> dict[str, Any]:
    """Return a session with its ratings, null where not rated, and its results, as JSON values."""
    return {
        "id": session.id,
        "started_at": session.started_at.isoformat(),
        "ended_at": session.ended_at.isoformat() if session.ended_at else None,
        "zone": session.zone,
        "routine": session.routine,
        "routine_name": session.routine_name,
        "state": session.state,
        "origin": session.origin,
        "planned_s": session.planned_s,
        "done_s": session.done_s,
        "note": session.note,
        "ratings": _by_moment(journal, session),
        "exercises": [_result_json(result) for result in journal.results(session.id)],
        "hurt_marks": [_mark_json(mark) for mark in journal.hurt_marks(session.id)],
    }


def _by_moment(journal: "Journal", session: "SessionRecord") -> dict[str, dict[str, int | None]]:
    """Return the ratings by moment and site; None is a gap."""
    found: tuple[Rating, ...] = journal.ratings(session=session.id)
    values = {(rating.moment, rating.site): rating.value for rating in found}
    return {moment: {site: values.get((moment, site)) for site in _SITES} for moment in _MOMENTS}


def _result_json(result: "ExerciseResult") -> dict[str, Any]:
    return {
        "exercise": result.exercise,
        "variation": result.variation,
        "side": result.side,
        "set": result.set,
        "planned_s": result.planned_s,
        "done_s": result.done_s,
        "outcome": result.outcome,
        "skip_reason": result.skip_reason,
    }


def _mark_json(mark: "HurtMark") -> dict[str, Any]:
    return {
        "exercise": mark.exercise,
        "variation": mark.variation,
        "side": mark.side,
        "position_s": mark.position_s,
        "value": mark.value,
    }


def _session_row(session: "SessionRecord", ratings: dict[str, dict[str, int | None]]) -> tuple[str, ...]:
    from backguide.journal.values import local_time  # noqa: PLC0415

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


def _pair(before: int | None, after: int | None) -> str:
    """Return "4 to 2", with a dash for what was not rated; nothing when neither was."""
    if before is None and after is None:
        return ""
    return f"{'-' if before is None else before} to {'-' if after is None else after}"


def _began(at: datetime | None, now: datetime, done_s: float) -> datetime:
    """Return when a session began; one without a time ends now."""
    return now - timedelta(seconds=done_s) if at is None else at.astimezone(UTC)


def _json_file(file: Path, what: str) -> Path:
    if file.suffix.lower() != ".json":
        raise WrongUseError(f"Only a file whose name ends in .json can be {what}, not {file.name}.")
    return file


def _nothing(options: argparse.Namespace) -> str:
    if options.start or options.end:
        return "There is no session in these days."
    return "There is no session yet. Begin one with: backguide start"


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
