"""Files that are written whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile


def write_whole(path: Path, text: str) -> None:
    """Put the text in place of the file at once, so that nobody ever sees half of it. OSError if it fails."""
    with NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, prefix=".", delete=False) as file:
        written = Path(file.name)
        try:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            file.close()
            written.unlink()
            raise
    try:
        written.replace(path)
    except OSError:
        with suppress(OSError):
            written.unlink()
        raise
