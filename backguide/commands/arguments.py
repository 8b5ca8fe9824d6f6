"""The grammar of the command line."""

import argparse
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from backguide import __version__
from backguide.commands import content, exchange, health, history, insight, noting, render, report, window
from backguide.commands.context import Context
from backguide.report.parts import PARTS, Part

Command = Callable[[argparse.Namespace, Context], int]
NOT_RATED = "-"
_WHEN = {
    "before": "before the session",
    "after": "after the session",
    "next_morning": "the next morning",
    "daily": "on average over the last 24 hours",
}

if TYPE_CHECKING:
    _Commands = argparse._SubParsersAction["_Parser"]  # noqa: SLF001 - argparse has no other name for it


class _Parser(argparse.ArgumentParser):
    """Tells wrong use in one sentence and ends with status 2."""

    def error(self, message: str) -> NoReturn:
        """Write the sentence to standard error and leave."""
        self.exit(2, f"{message[:1].upper()}{message[1:]}. For help, run: {self.prog} --help\n")


def build_parser() -> argparse.ArgumentParser:
    """Return the parser; its result carries the command's function as `run`."""
    parser = _Parser(
        prog="backguide",
        description="Guided low-back exercise sessions. Without a command the window opens.",
        epilog="General guidance, not medical advice.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"Backguide {__version__}")
    parser.add_argument("--data-dir", type=_folder, metavar="DIR", help="keep everything in this folder")
    parser.add_argument("--debug", action="store_true", help="show where an unexpected error came from")
    parser.set_defaults(run=window.open_window, json=False)
    commands = parser.add_subparsers(metavar="COMMAND", parser_class=_Parser, title="commands")
    _add_window_commands(commands)
    _add_content_commands(commands)
    _add_journal_commands(commands)
    return parser


def _add(commands: "_Commands", name: str, run: Command, says: str, *, json: bool = False) -> _Parser:
    """Add a command; the options for all commands may stand after its name, too."""
    parser = commands.add_parser(
        name, help=says, description=f"{says[:1].upper()}{says[1:]}.", allow_abbrev=False
    )
    parser.add_argument(
        "--data-dir", type=_folder, metavar="DIR", default=argparse.SUPPRESS, help=argparse.SUPPRESS
    )
    parser.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    if json:
        parser.add_argument("--json", action="store_true", help="print JSON and nothing else")
    parser.set_defaults(run=run)
    return parser


def _add_window_commands(commands: "_Commands") -> None:
    parser = _add(commands, "start", window.start, "open the window straight in the player")
    parser.add_argument(
        "routine", nargs="?", metavar="ROUTINE", help="the routine's slug; today's without one"
    )
    parser = _add(commands, "tour", window.tour, "play a session without a screen and picture every page")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the pictures go")
    _add(commands, "doctor", health.doctor, "tell what this computer lacks, and how to get it", json=True)


def _add_content_commands(commands: "_Commands") -> None:
    _add(commands, "exercises", content.exercises, "list the exercises", json=True)
    _add(commands, "routines", content.routines, "list the routines with their lengths", json=True)
    parser = _add(commands, "timeline", content.timeline, "print every step of a routine", json=True)
    parser.add_argument("routine", metavar="ROUTINE", help="the routine's slug")
    _add_render_command(commands)


def _add_render_command(commands: "_Commands") -> None:
    parser = _add(commands, "render", render.render, "draw an exercise's figure into a file")
    parser.add_argument(
        "exercise", metavar="EXERCISE[/VARIATION]", help="the slugs, such as bird-dog/leg-only"
    )
    kinds = "a picture (.png, .svg, .pdf), or a film of one repetition (.gif, .webp)"
    parser.add_argument("-o", dest="file", type=Path, metavar="FILE", help=kinds)
    parser.add_argument(
        "--side", choices=("left", "right"), help="the side that works, where there are sides"
    )
    parser.add_argument(
        "--view", choices=("first", "second"), default="first", help="from where, for motions with two views"
    )
    parser.add_argument(
        "--phase", type=_phase, metavar="0..1", help="how far into a repetition; without it in the first hold"
    )
    parser.add_argument(
        "--size", type=_size, metavar="WxH", help="pixels; without it 640x480, and A4 for a .pdf"
    )
    parser.add_argument("--theme", choices=("light", "dark", "contrast"), default="light")
    parser.add_argument("--joints", type=Path, metavar="FILE.json", help="also write where the joints are")
    sheet = "for authors: eight moments of both sides with their contacts, and what is wrong"
    parser.add_argument("--contact-sheet", type=Path, metavar="FILE.png", help=sheet)


def _add_journal_commands(commands: "_Commands") -> None:
    parser = _add(
        commands, "history", history.history, "list sessions, ratings, diary and PEG answers", json=True
    )
    _add_days(parser)
    parser = _add(commands, "insight", insight.insight, "say what the ratings show, and what not", json=True)
    parser.add_argument("--at", type=_day, metavar="DATE", help="as of this day; today without it")
    _add_report_command(commands)
    _add_log_command(commands)
    _add_day_commands(commands)
    parser = _add(commands, "export", exchange.export, "write the whole journal to a file", json=True)
    parser.add_argument("file", type=Path, metavar="FILE.json")
    parser.add_argument("--force", action="store_true", help="write over a file that is there already")
    parser = _add(commands, "import", exchange.import_, "add what a file holds to the journal", json=True)
    parser.add_argument("file", type=Path, metavar="FILE.json")
    parser.add_argument("--undelete", action="store_true", help="also bring back what was deleted here")


def _add_days(parser: _Parser) -> None:
    parser.add_argument(
        "--from", dest="start", type=_day, metavar="DATE", help="the first day, such as 2026-01-31"
    )
    parser.add_argument("--to", dest="end", type=_day, metavar="DATE", help="the last day")


def _add_report_command(commands: "_Commands") -> None:
    parser = _add(commands, "report", report.report, "write one page for your physiotherapist")
    parser.add_argument("file", type=Path, metavar="FILE.pdf")
    _add_days(parser)
    parts = f"what to keep back, with commas between: {', '.join(PARTS)}"
    parser.add_argument("--without", type=_parts, metavar="PART,...", default=(), help=parts)
    parser.add_argument("--name", default="", metavar="NAME", help="a name; without it a line is left free")
    parser.add_argument("--paper", choices=("a4", "letter"), help="the usual one of your country without it")
    parser.add_argument("--force", action="store_true", help="write over a file that is there already")


def _add_log_command(commands: "_Commands") -> None:
    says = "add a session done away from the computer, or a day's ratings"
    parser = _add(commands, "log", noting.log, says, json=True)
    for name, (moment, site) in noting.RATINGS.items():
        says = f"pain in the {site} {_WHEN[moment]}, 0 to 10, or {NOT_RATED} for not rated"
        option = f"--{name.replace('_', '-')}"
        parser.add_argument(option, type=_pain, metavar="N", default=argparse.SUPPRESS, help=says)
    parser.add_argument("--at", type=_moment, metavar="ISO", help="when it began; now without it")
    parser.add_argument("--routine", metavar="ROUTINE", help="which routine it was")
    parser.add_argument("--minutes", type=_minutes, metavar="M", help="how long it took")
    parser.add_argument("--note", metavar="TEXT", help="what to remember of it")


def _add_day_commands(commands: "_Commands") -> None:
    parser = _add(commands, "diary", noting.diary, "note something about a day, or show it", json=True)
    parser.add_argument("--at", type=_day, metavar="DAY", help="which day; today without it")
    parser.add_argument("--note", metavar="TEXT", help="in place of the day's note")
    tags = "in place of the day's tags: poor sleep, stress, long sitting, heavy work, or any short words"
    parser.add_argument("--tag", dest="tags", action="extend", nargs="+", metavar="T", help=tags)
    parser = _add(commands, "peg", noting.peg, "answer the three questions about the past week", json=True)
    for name, says in (
        ("pain", "pain on average"),
        ("enjoyment", "how it interfered with enjoyment of life"),
        ("activity", "how it interfered with general activity"),
    ):
        parser.add_argument(
            name, type=_pain, metavar=name.upper(), help=f"{says}, 0 to 10, or {NOT_RATED} for no answer"
        )
    parser.add_argument("--at", type=_day, metavar="DAY", help="the day of the answers; today without it")


def _parts(text: str) -> tuple[Part, ...]:
    named = {word.strip() for word in text.split(",") if word.strip()}
    unknown = sorted(named.difference(PARTS))
    if unknown:
        raise argparse.ArgumentTypeError(f"the page has no {unknown[0]}, only {', '.join(PARTS)}")
    return tuple(part for part in PARTS if part in named)


def _folder(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError("the folder has no name")
    return Path(text)


def _pain(text: str) -> int | None:
    if text == NOT_RATED:
        return None
    if not (text.isascii() and text.isdigit() and int(text) <= 10):
        raise argparse.ArgumentTypeError(f"pain is a whole number from 0 to 10, not {text}")
    return int(text)


def _phase(text: str) -> float:
    return _number(text, 0.0, 1.0, "a phase")


def _minutes(text: str) -> float:
    return _number(text, 0.0, 600.0, "the length in minutes")


def _number(text: str, least: float, most: float, name: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not least <= value <= most:
        raise argparse.ArgumentTypeError(f"{name} is a number from {least:g} to {most:g}, not {text}")
    return value


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().partition("x")
    if not (width.isascii() and height.isascii() and width.isdigit() and height.isdigit()):
        raise argparse.ArgumentTypeError(f"a size is two numbers of pixels such as 640x480, not {text}")
    size = int(width), int(height)
    if not all(16 <= pixels <= 8192 for pixels in size):
        raise argparse.ArgumentTypeError(f"width and height are 16 to 8192 pixels, not {text}")
    return size


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"a day is written such as 2026-01-31, not {text}") from error


def _moment(text: str) -> datetime:
    """Return the moment in UTC. A time without a zone is the local one; a day alone means noon."""
    try:
        moment = datetime.fromisoformat(text)
        if "T" not in text.upper() and ":" not in text:
            moment = datetime.combine(moment.date(), time(12))
        return moment.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise argparse.ArgumentTypeError(f"a time is written such as 2026-01-31T07:30, not {text}") from error
