"""The commands that carry the journal from one place to another: export, import."""

import argparse
from collections.abc import Mapping
from pathlib import Path

from backguide.commands.context import Context
from backguide.commands.errors import CommandError, WrongUseError


def export(options: argparse.Namespace, context: Context) -> int:
    """Write the whole journal to a file."""
    from backguide.journal.exchange import export_json  # noqa: PLC0415

    file = _json_file(options.file, "exported")
    if file.exists() and not options.force:
        raise CommandError(f"{file} is there already; choose another name, or write over it with --force.")
    with context.open_journal() as journal:
        export_json(journal, file)
        contents = journal.contents()
    counts = {
        "sessions": len(contents.sessions),
        "ratings": len(contents.ratings),
        "diary": len(contents.diary),
        "peg": len(contents.peg),
    }
    if options.json:
        context.output.json({"file": str(file), **counts})
    else:
        context.output.line(f"Exported {_held(counts)} to {file}.")
    return 0


def import_(options: argparse.Namespace, context: Context) -> int:
    """Add what a file holds and the journal does not."""
    from backguide.journal.exchange import import_json  # noqa: PLC0415

    file = _json_file(options.file, "imported")
    with context.open_journal() as journal:
        report = import_json(journal, file, undelete=options.undelete)
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


def _json_file(file: Path, what: str) -> Path:
    if file.suffix.lower() != ".json":
        raise WrongUseError(f"Only a file whose name ends in .json can be {what}, not {file.name}.")
    return file


def _held(counts: Mapping[str, int]) -> str:
    """Return the counts in words; of diary and PEG only where there are some."""
    words = [_count(counts["sessions"], "session"), _count(counts["ratings"], "rating")]
    if counts["diary"]:
        words.append(_count(counts["diary"], "diary entry", "diary entries"))
    if counts["peg"]:
        words.append(_count(counts["peg"], "PEG answer"))
    return f"{', '.join(words[:-1])} and {words[-1]}"


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
