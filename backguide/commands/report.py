"""The command that makes the page for the physiotherapist: report."""

import argparse
from typing import TYPE_CHECKING

from backguide.commands.context import Context
from backguide.commands.errors import CommandError, WrongUseError
from backguide.commands.window import needing_qt
from backguide.desktop.zone import local_zone

if TYPE_CHECKING:
    from datetime import date

    from backguide.report.content import ReportContent


def report(options: argparse.Namespace, context: Context) -> int:
    """Write one page about practice and pain to a PDF file."""
    if options.file.suffix.lower() != ".pdf":
        raise WrongUseError(f"The page is a .pdf file, not {options.file.name}.")
    if options.file.exists() and not options.force:
        raise CommandError(
            f"{options.file} is there already; choose another name, or write over it with --force."
        )
    content = _content(options, context)
    with needing_qt():
        from backguide.ui.figure.picture_file import headless_application  # noqa: PLC0415
        from backguide.ui.report.paper import PAPERS, usual_paper  # noqa: PLC0415
        from backguide.ui.report.pdf_file import ReportFileError, write_report  # noqa: PLC0415
    application = headless_application()  # held until the end: the page asks it for its fonts
    paper = PAPERS[options.paper] if options.paper else usual_paper()
    try:
        write_report(options.file, content, paper)
    except ReportFileError as error:
        raise CommandError(str(error)) from error
    del application
    context.output.line(_done(options, content))
    return 0


def _content(options: argparse.Namespace, context: Context) -> "ReportContent":
    from backguide.journal.values import local_date  # noqa: PLC0415
    from backguide.report.build import report_content  # noqa: PLC0415
    from backguide.report.content import ReportRequest  # noqa: PLC0415

    today = local_date(context.clock.now(), local_zone())
    _check_days(options, today)
    request = ReportRequest(options.start, options.end, options.name, frozenset(options.without))
    with context.open_journal() as journal:
        return report_content(journal, context.catalogue(), request, today)


def _check_days(options: argparse.Namespace, today: "date") -> None:
    if options.start and options.end and options.start > options.end:
        raise WrongUseError(f"--from {options.start} is later than --to {options.end}.")
    if options.start and options.start > today:
        raise WrongUseError(f"--from {options.start} is still to come.")


def _done(options: argparse.Namespace, content: "ReportContent") -> str:
    if content.is_empty:
        return f"Nothing was practised, rated or noted in these days: {options.file} says so."
    return f"The page about {content.start} to {content.end} is in {options.file}."
