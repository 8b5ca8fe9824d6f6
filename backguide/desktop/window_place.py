"""Where the window was: kept in a small file, so that it opens there again."""

import contextlib
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget

from backguide.desktop.files import write_atomically

_LONGEST = 4096


def restore_place(window: QWidget, path: Path) -> None:
    """Give the window the size and place it had; without a usable file it keeps its own."""
    with contextlib.suppress(OSError, ValueError):
        text = path.read_text(encoding="ascii").strip()
        if len(text) <= _LONGEST:
            window.restoreGeometry(QByteArray.fromBase64(text.encode("ascii")))


def keep_place(window: QWidget, path: Path) -> None:
    """Write down size and place; a folder that cannot be written to is no loss worth a word."""
    if window.isFullScreen():
        return
    with contextlib.suppress(OSError):
        write_atomically(path, bytes(window.saveGeometry().toBase64().data()).decode("ascii") + "\n")
