"""How the helper processes for sound and speech talk with the program: one line in, one line out."""

import os
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


def tell(line: str) -> None:
    """Send a line to the program."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def open_inbox(obey: Callable[[bytes], None]) -> "QObject":
    """Read in a thread, and have every line obeyed in this one. What is returned has to be kept.

    With the end of the input the process ends at once: what it waits for may never let it end in order.
    """
    from PySide6.QtCore import QObject, Signal  # noqa: PLC0415 - the helpers see first whether Qt is there

    class Inbox(QObject):
        came = Signal(bytes)

    inbox = Inbox()
    inbox.came.connect(obey)
    threading.Thread(target=_read, args=(sys.stdin.buffer, inbox.came.emit), daemon=True).start()
    return inbox


def _read(source: BinaryIO, take: Callable[[bytes], None]) -> None:
    for line in source:
        take(line)
    os._exit(0)
