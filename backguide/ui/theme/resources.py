"""The compiled resources: icons, sounds and texts in one file that Qt maps into memory.

An installed program carries the file beside the package. In a checkout it is compiled when it is missing or
older than what it is made from, which takes some hundredths of a second.
"""

import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

import PySide6
from PySide6.QtCore import QResource

_PACKAGE = Path(__file__).resolve().parents[2]
_COMPILED = _PACKAGE / "resources.rcc"
_LIST = _PACKAGE.parent / "resources.qrc"


class ResourcesError(Exception):
    """The icons and sounds cannot be had; the message says what to do."""


def load_resources() -> None:
    """Make `:/icons`, `:/sounds` and `:/texts` available. Raises ResourcesError. Cheap when called again."""
    _load()


@cache
def _load() -> None:
    file = _up_to_date()
    if not QResource.registerResource(str(file)):
        raise ResourcesError(f"Backguide cannot read its icons and sounds from {file}. Install it again.")


def _up_to_date() -> Path:
    if not _LIST.is_file():
        return _COMPILED
    if _COMPILED.is_file() and _COMPILED.stat().st_mtime >= _newest_source():
        return _COMPILED
    try:
        return compile_resources(_LIST, _COMPILED)
    except PermissionError:
        return compile_resources(_LIST, Path(tempfile.mkdtemp(prefix="backguide-")) / _COMPILED.name)


def _newest_source() -> float:
    assets = _LIST.parent / "assets"
    texts = (_LIST.parent / "docs").glob("numbers.md")
    files = [_LIST, *(assets / "icons").glob("*"), *(assets / "sounds").glob("*"), *texts]
    return max(file.stat().st_mtime for file in files)


def compile_resources(source: Path, target: Path) -> Path:
    """Compile a .qrc to a binary .rcc and return it; readers never see half a file. Raises ResourcesError."""
    with tempfile.NamedTemporaryFile(dir=target.parent, suffix=".rcc", delete=False) as half:
        fresh = Path(half.name)
    command = [str(_compiler()), "--binary", str(source), "-o", str(fresh)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        fresh.unlink(missing_ok=True)
        raise ResourcesError(f"The icons and sounds cannot be compiled: {done.stderr.strip()}")
    fresh.chmod(0o644)
    fresh.replace(target)
    return target


def _compiler() -> Path:
    folder = Path(PySide6.__file__).parent
    return folder / "rcc.exe" if sys.platform == "win32" else folder / "Qt" / "libexec" / "rcc"
