"""What happens to a mistake of the program itself while the window is open: written down, told, survived."""

import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType


def write_down(error: BaseException, log: Path) -> bool:
    """Append an exception with its traceback to a log; say whether that could be done."""
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as file:
            traceback.print_exception(error, file=file)
    except OSError:
        return False
    return True


class ErrorLog:
    """Stands in for `sys.excepthook`: PySide brings every exception that leaves a slot there.

    Each one is appended to the log with its traceback; the first one is told to the person. With `loud` the
    traceback goes to standard error too. KeyboardInterrupt is left to Python.
    """

    def __init__(self, path: Path, tell: Callable[[str], None], *, loud: bool = False) -> None:
        self._path = path
        self._tell = tell
        self._loud = loud
        self._told = False
        self._before = sys.excepthook

    def install(self) -> None:
        """Take over until `remove`."""
        self._before = sys.excepthook
        sys.excepthook = self.take

    def remove(self) -> None:
        """Give back what was in force before."""
        sys.excepthook = self._before

    def take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None = None
    ) -> None:
        """Write down an exception that nobody caught, and tell about the first one."""
        if not isinstance(error, Exception):
            self._before(kind, error, trace)
            return
        written = write_down(error, self._path)
        if self._loud or not written:
            self._before(kind, error, trace)
        if not self._told:
            self._told = True
            where = f" The details are in {self._path}." if written else ""
            self._tell(f"Something unexpected went wrong, but you can go on.{where}")
