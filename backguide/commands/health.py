"""The doctor: what this computer lacks, and how to get it."""

import argparse
from dataclasses import asdict
from functools import partial

from backguide import assets
from backguide.commands.context import Context
from backguide.desktop.doctor import Check, examine


def doctor(options: argparse.Namespace, context: Context) -> int:
    """Print every finding; the exit status is 1 when something is wrong that the program needs."""
    checks = examine(context.paths, (partial(check_journal, context), check_content))
    if options.json:
        context.output.json([asdict(check) for check in checks])
    else:
        for check in checks:
            _print(check, context)
    return 1 if any(check.needed and not check.ok for check in checks) else 0


def check_journal(context: Context) -> Check:
    """Judge whether the journal opens and holds together; a journal that is not there is none."""
    from backguide.journal.errors import JournalError  # noqa: PLC0415
    from backguide.journal.journal import Journal  # noqa: PLC0415

    path = context.paths.journal
    if not path.exists():
        return Check("Journal", True, "none yet; it begins with the first session")
    try:
        with Journal.open(path, context.clock.now, "UTC") as journal:
            number = len(journal.sessions())
    except JournalError as error:
        remedy = "Keep the file, and import your latest export: backguide import FILE.json"
        return Check("Journal", False, str(error), remedy)
    return Check("Journal", True, f"{path}, whole, {number} {'session' if number == 1 else 'sessions'}")


def check_content() -> Check:
    """Judge whether every exercise, routine and sound is there and can be read."""
    from backguide.catalogue.load import load_catalogue  # noqa: PLC0415
    from backguide.desktop.sound import Cue  # noqa: PLC0415

    folder = assets.folder()
    catalogue = load_catalogue(folder)
    missing = [
        f"sounds/{cue}.wav is missing." for cue in Cue if not (folder / "sounds" / f"{cue}.wav").is_file()
    ]
    problems = [*catalogue.problems, *missing]
    if problems:
        return Check(
            "Content", False, " ".join(problems), "Install Backguide again, or mend the files named."
        )
    counts = f"{len(catalogue.exercises)} exercises, {len(catalogue.routines)} routines"
    return Check("Content", True, counts)


def _print(check: Check, context: Context) -> None:
    mark = "ok     " if check.ok else ("MISSING" if check.needed else "without")
    context.output.line(f"{mark}  {check.name}: {check.detail}")
    if not check.ok and check.remedy:
        context.output.line(f"         {check.remedy}")
