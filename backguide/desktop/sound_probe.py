"""Asks for the sound output in a process of its own: a wedged sound server never answers, and Qt waits.

Run as a file, it prints the name of the sound output, or nothing without one. It imports nothing of ours,
so that it can be run by its path.
"""

import os
import sys
from pathlib import Path

ARGUMENT = "probe-sound"  # how a frozen program, which has no Python to run a file with, is asked for this
TIMEOUT_MS = 5000
NO_ANSWER = "the sound service of this computer does not answer"


def command() -> list[str]:
    """Return the command line that runs the probe."""
    if getattr(sys, "frozen", False):
        return [sys.executable, ARGUMENT]
    return [sys.executable, str(Path(__file__).resolve())]


def main() -> int:
    """Print the name of the sound output. Returns 1 with the reason on stderr when Qt has no sound."""
    os.environ["QT_LOGGING_RULES"] = "*=false"
    try:
        from PySide6.QtCore import QCoreApplication  # noqa: PLC0415 - its absence is an answer, too
        from PySide6.QtMultimedia import QMediaDevices  # noqa: PLC0415
    except ImportError as error:
        sys.stderr.write(f"a system library is missing ({error})\n")
        return 1
    application = QCoreApplication([])
    output = QMediaDevices.defaultAudioOutput()
    name = "" if output.isNull() else output.description() or "unnamed"
    sys.stdout.buffer.write(name.encode())
    sys.stdout.buffer.flush()
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
