"""Where things are kept: the platform's own folders, or one folder of the user's choice."""

import errno
import tempfile
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

from backguide.desktop.errors import DesktopError

_APP = "backguide"
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders and files of one user. Nothing here exists until `make_ready`."""

    data: Path
    config: Path

    @property
    def journal(self) -> Path:
        """The database of sessions and ratings."""
        return self.data / "journal.sqlite3"

    @property
    def backups(self) -> Path:
        """Where copies of the journal go."""
        return self.data / "backups"

    @property
    def log(self) -> Path:
        """The file for unexpected errors."""
        return self.data / "backguide.log"

    @property
    def preferences(self) -> Path:
        """The file of the user's choices."""
        return self.config / "preferences.json"


def standard_paths() -> Paths:
    """Return the folders the platform gives a program for this user."""
    folders = PlatformDirs(_APP, appauthor=False)
    return Paths(folders.user_data_path, folders.user_config_path)


def paths_in(folder: Path) -> Paths:
    """Return paths that keep everything, preferences too, in one folder."""
    absolute = folder.expanduser().absolute()
    return Paths(absolute, absolute)


def choose_paths(data_dir: Path | None) -> Paths:
    """Return the paths in `data_dir`, or the platform's own without one."""
    return standard_paths() if data_dir is None else paths_in(data_dir)


def make_ready(paths: Paths) -> None:
    """Create the data folder and prove that it can be written to. Raises DesktopError with what to do.

    The folder of the preferences is made when there are any; without it they are not kept, no more.
    """
    make_writable(paths.data)


def make_writable(folder: Path) -> None:
    """Create the folder and write a file that vanishes again: rights alone do not tell (read-only disks).

    Raises DesktopError with what to do.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(b"backguide")
    except OSError as error:
        raise DesktopError(_refusal(folder, error)) from error


def _refusal(folder: Path, error: OSError) -> str:
    elsewhere = "or choose another folder with --data-dir."
    if error.errno in _NO_ROOM:
        return f"The disk has no room left for the folder {folder}. Make some room, {elsewhere}"
    reason = error.strerror or str(error)
    return f"The folder {folder} cannot be written to ({reason}). Allow writing there, {elsewhere}"
