"""What this computer lacks for Backguide, and how to get it. Works where Qt itself cannot be imported."""

import importlib
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from backguide.desktop import sound_probe
from backguide.desktop.errors import DesktopError
from backguide.desktop.paths import Paths, make_writable
from backguide.desktop.system_libraries import has_screen, missing_libraries

_OLDEST_PYTHON = (3, 11)
_OLDEST_QT = (6, 11, 3)
_FIRST_UNTRIED_QT = (6, 12)
_FOR_SOUND_ONLY = frozenset({"libpulse.so.0", "libXrandr.so.2"})
_QT_REMEDY = 'Install it again: python3 dev.py run, or pip install "PySide6-Addons>=6.11.3,<6.12"'


@dataclass(frozen=True, slots=True)
class Check:
    """One finding. `remedy` says what to do when it is not `ok`; without a `needed` one all else works."""

    name: str
    ok: bool
    detail: str
    remedy: str = ""
    needed: bool = True


def examine(paths: Paths, further: Sequence[Callable[[], Check]] = ()) -> list[Check]:
    """Return all findings about this computer, then those of `further` checks, each in its order."""
    return [
        check_python(sys.version_info[:3]),
        check_qt(),
        check_libraries(),
        check_screen(),
        check_sound(),
        check_bus(),
        check_folders(paths),
        *(check() for check in further),
    ]


def check_python(version: tuple[int, ...]) -> Check:
    """Judge the version of Python."""
    text = ".".join(map(str, version))
    if version[:2] < _OLDEST_PYTHON:
        return Check("Python", False, text, "Backguide needs Python 3.11 or later.")
    return Check("Python", True, text)


def check_qt() -> Check:
    """Judge whether Qt can be imported, and its version."""
    try:
        version: str = importlib.import_module("PySide6").__version__
        importlib.import_module("PySide6.QtWidgets")
    except ImportError as error:
        remedy = _QT_REMEDY if isinstance(error, ModuleNotFoundError) else "See the libraries below."
        return Check("PySide6", False, f"cannot be imported: {error}", remedy)
    return judge_qt_version(version)


def judge_qt_version(version: str) -> Check:
    """Judge a version of PySide6: 6.12.0 aborts Python 3.11 within seconds of painting."""
    numbers = tuple(int(part) for part in version.split(".")[:3] if part.isdigit())
    if not _OLDEST_QT <= numbers < _FIRST_UNTRIED_QT:
        return Check("PySide6", False, f"{version} is not a version Backguide was tried with", _QT_REMEDY)
    return Check("PySide6", True, version)


def check_libraries(missing: Mapping[str, str] | None = None) -> Check:
    """Name the shared libraries that Qt would miss, with the line that installs them.

    `missing` maps each library to its Debian package; without it the system is asked.
    """
    lacking = missing_libraries(screen=has_screen()) if missing is None else missing
    if not lacking:
        return Check("Libraries", True, "all that Qt needs are there")
    detail = "missing: " + ", ".join(f"{library} (package {lacking[library]})" for library in lacking)
    packages = " ".join(dict.fromkeys(lacking.values()))
    remedy = f"sudo apt-get install --no-install-recommends {packages}"
    return Check("Libraries", False, detail, remedy, needed=not lacking.keys() <= _FOR_SOUND_ONLY)


def check_screen() -> Check:
    """Judge whether there is a screen to open a window on."""
    if has_screen():
        return Check("Screen", True, "a window can be opened")
    remedy = "Start it from a desktop session; without one, backguide tour --out DIR shows every page."
    return Check("Screen", False, "neither DISPLAY nor WAYLAND_DISPLAY is set", remedy, needed=False)


def check_sound(probe: Sequence[str] | None = None) -> Check:
    """Judge whether there is a sound output, waiting a few seconds at most for the answer."""
    try:
        answer = subprocess.run(
            probe or sound_probe.command(),
            capture_output=True,
            timeout=sound_probe.TIMEOUT_MS / 1000,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        remedy = "Restart the sound service (PipeWire or PulseAudio); until then sessions run without sound."
        return Check("Sound", False, sound_probe.NO_ANSWER, remedy, needed=False)
    output = answer.stdout.decode(errors="replace")
    if answer.returncode != 0:
        reason = answer.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        remedy = "See the libraries above; until then sessions run without sound."
        return Check("Sound", False, reason or "cannot be loaded", remedy, needed=False)
    if not output:
        remedy = "Connect a loudspeaker or headphones; until then sessions run without sound."
        return Check("Sound", False, "this computer has no sound output", remedy, needed=False)
    return Check("Sound", True, output)


def check_bus() -> Check:
    """Judge whether the desktop's message bus answers: keeping the screen on needs it on Linux."""
    if sys.platform != "linux":
        return Check("Screen lock", True, "the system itself keeps the screen on")
    try:
        jeepney: Any = importlib.import_module("jeepney.io.blocking")
        jeepney.open_dbus_connection(bus="SESSION").close()
    except Exception as error:  # whatever jeepney meets means the same here
        remedy = "Start it from a desktop session; until then the screen may go dark during a session."
        return Check("D-Bus", False, f"no session bus: {_first_sentence(error)}", remedy, needed=False)
    return Check("D-Bus", True, "the session bus answers")


def _first_sentence(error: Exception) -> str:
    """Return what an error says, without the explanations that follow."""
    if isinstance(error, KeyError):  # how a missing variable of the environment is told
        return f"{error.args[0]} is not set"
    return str(error).split("! ")[0].split(". ")[0].strip() or type(error).__name__


def check_folders(paths: Paths) -> Check:
    """Judge whether the folders can be written to."""
    try:
        for folder in dict.fromkeys((paths.data, paths.config)):
            make_writable(folder)
    except DesktopError as error:
        detail, remedy = str(error).split(". ", 1)
        return Check("Folders", False, detail, remedy)
    return Check("Folders", True, _folder_text(paths.data, paths.config))


def _folder_text(data: Path, config: Path) -> str:
    return f"{data}" if data == config else f"{data} and {config}"
