"""Which time zone the computer is in, by its IANA name."""

import importlib
import os
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

UNKNOWN = "UTC"


def local_zone(localtime: Path = Path("/etc/localtime"), timezone: Path = Path("/etc/timezone")) -> str:
    """Return the zone's name; UTC when the computer does not tell one that is known.

    Asked in turn: TZ, the link /etc/localtime, the file /etc/timezone, and Qt, which knows Windows' names.
    """
    for name in _candidates(localtime, timezone):
        if _is_known(name):
            return name
    return UNKNOWN


def _candidates(localtime: Path, timezone: Path) -> Iterator[str]:
    yield os.environ.get("TZ", "").removeprefix(":")
    yield str(localtime.resolve()).replace("\\", "/").rpartition("/zoneinfo/")[2]
    try:
        yield timezone.read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        yield ""
    try:
        yield importlib.import_module("PySide6.QtCore").QTimeZone.systemTimeZoneId().data().decode()
    except ImportError:
        return


def _is_known(name: str) -> bool:
    """Return whether the name is that of a zone: not a path, and in the time zone data."""
    if not name or name.startswith(("/", ".")):
        return False
    try:
        ZoneInfo(name)
    except (OSError, ValueError, LookupError):  # its ZoneInfoNotFoundError is a KeyError
        return False
    return True
