"""The commands that need Qt's window, or stand in for it: the window itself, the tour."""

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from backguide.commands.context import Context, routine_named
from backguide.commands.errors import CommandError
from backguide.desktop.system_libraries import has_screen, missing_libraries
from backguide.options import WindowOptions

if TYPE_CHECKING:
    from pathlib import Path


def open_window(options: argparse.Namespace, context: Context) -> int:
    """Open the window; a second start raises the first."""
    return _run(WindowOptions(context.paths, debug=options.debug))


def start(options: argparse.Namespace, context: Context) -> int:
    """Open the window in the player; without a routine it is the one planned for today."""
    routine = options.routine
    if routine is not None:
        routine_named(context.catalogue(), routine)
    return _run(WindowOptions(context.paths, routine, starts_session=True, debug=options.debug))


def tour(options: argparse.Namespace, _context: Context) -> int:
    """Play a session without a screen in a throw-away folder and save a picture of every page."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    out: Path = options.out
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CommandError(f"The pictures cannot be saved in {out}: {error.strerror}.") from error
    with needing_qt():
        from backguide.tour import run_tour  # noqa: PLC0415
    return run_tour(out)


def _run(options: WindowOptions) -> int:
    _need_a_screen()
    with needing_qt():
        from backguide.app import run_window  # noqa: PLC0415
    return run_window(options)


@contextmanager
def needing_qt() -> Iterator[None]:
    """Import Qt's parts inside; where Qt itself cannot be loaded, say so and how to find out more."""
    try:
        yield
    except ImportError as error:
        if error.name is not None and error.name.partition(".")[0] == "backguide":
            raise  # ours: a mistake in the program
        raise CommandError(
            f"Qt cannot be loaded ({error}). To see what is missing, run: backguide doctor"
        ) from error


def _need_a_screen() -> None:
    """Refuse before Qt does, which ends the program on the spot. Raises CommandError."""
    if os.environ.get("QT_QPA_PLATFORM") not in (None, "", "xcb", "wayland"):
        return
    if not has_screen():
        raise CommandError(
            "There is no screen to open a window on. "
            "To see every page as a picture, run: backguide tour --out DIR"
        )
    if sys.platform == "linux" and not os.environ.get("WAYLAND_DISPLAY"):
        missing = missing_libraries(screen=True)
        missing.pop("libwayland-cursor.so.0", None)
        if missing:
            packages = " ".join(dict.fromkeys(missing.values()))
            raise CommandError(
                f"System libraries are missing ({', '.join(missing)}). "
                f"To install them on Debian or Ubuntu, run: sudo apt-get install {packages}"
            )
