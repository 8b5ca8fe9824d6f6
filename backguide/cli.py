"""The command line: `backguide [--data-dir DIR] [--debug] [--version] COMMAND`.

Exit status 0 means done, 1 failed, 2 wrong use. An error is one sentence on standard error. Nothing heavy
is imported here: Qt and numpy come in only with the commands that draw.
"""

import os
import sys
from argparse import Namespace
from collections.abc import Sequence

from backguide.commands.arguments import build_parser
from backguide.commands.context import Context
from backguide.commands.errors import CommandError, WrongUseError
from backguide.commands.output import Output
from backguide.desktop import sound_helper, sound_probe, speech_helper
from backguide.desktop.clock import Clock, SystemClock
from backguide.desktop.error_log import write_down
from backguide.desktop.errors import DesktopError
from backguide.desktop.paths import Paths, choose_paths
from backguide.journal.errors import JournalError
from backguide.session.errors import SessionError

DONE, FAILED, WRONG_USE, INTERRUPTED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None, clock: Clock | None = None) -> int:
    """Run one command and return its exit status; `arguments` and `clock` are the real ones by default."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words == [sound_probe.ARGUMENT]:
        return sound_probe.main()
    if words == [speech_helper.ARGUMENT]:
        return speech_helper.main()
    if words[:1] == [sound_helper.ARGUMENT]:
        return sound_helper.main(words[1:])
    try:
        options = build_parser().parse_args(words)
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else DONE
    context = Context(choose_paths(options.data_dir), clock or SystemClock(), Output())
    try:
        status = _run(options, context)
        sys.stdout.flush()
    except BrokenPipeError:
        return _stop_writing()
    return status


def _run(options: Namespace, context: Context) -> int:
    """Run the command; what the user's world did wrong becomes a sentence, what we did wrong a report."""
    try:
        status: int = options.run(options, context)
    except BrokenPipeError:
        raise
    except WrongUseError as error:
        context.output.note(str(error))
        return WRONG_USE
    except (CommandError, DesktopError, JournalError, SessionError) as error:
        context.output.note(str(error))
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        if options.debug:
            raise
        context.output.note(_report(error, context.paths))
        return FAILED
    return status


def _report(error: Exception, paths: Paths) -> str:
    """Write an unexpected error down and return the sentence about it."""
    summary = f"Something unexpected went wrong ({type(error).__name__}: {error})".replace("\n", " ")
    if write_down(error, paths.log):
        return f"{summary}; the details are in {paths.log}."
    return f"{summary}; for the details run it again with --debug."


def _stop_writing() -> int:
    """End quietly when the reader of our output has gone, such as `head`."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FAILED


if __name__ == "__main__":
    sys.exit(main())
