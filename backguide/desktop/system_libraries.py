"""Which shared libraries Qt's wheels expect from a Linux system, and which of them are missing.

Standard library only, because `dev.py` asks here before anything is installed.
The names were found by starting the wheels on a bare Debian 12 and adding one package at a time.
"""

import contextlib
import ctypes
import os
import sys

# Needed by any start, with or without a screen: shared library -> Debian package.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libzstd.so.1": "libzstd1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libpulse.so.0": "libpulse0",
    "libXrandr.so.2": "libxrandr2",
}

# Needed to show a window.
SCREEN_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}


def has_screen() -> bool:
    """Tell whether a window can be shown; only Linux may lack a screen."""
    return not _on_linux() or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def missing_libraries(*, screen: bool) -> dict[str, str]:
    """Return the libraries that do not load, each with the Debian package that holds it.

    Empty on Windows and macOS, whose wheels bring everything. With `screen`, also what a window needs.
    """
    if not _on_linux():
        return {}
    wanted = {**LIBRARIES, **(SCREEN_LIBRARIES if screen else {})}
    return {library: package for library, package in wanted.items() if not loads(library)}


def loads(library: str) -> bool:
    """Tell whether the system has a shared library."""
    with contextlib.suppress(OSError):
        ctypes.CDLL(library)
        return True
    return False


def _on_linux() -> bool:
    return sys.platform.startswith("linux")
