"""What the commands print: JSON for programs, tables for people."""

import json
import sys
from collections.abc import Iterable, Sequence
from typing import TextIO


class Output:
    """Writes to standard output in UTF-8, and notes that are no result to standard error."""

    def __init__(self, out: TextIO | None = None, err: TextIO | None = None) -> None:
        self._out = out or sys.stdout
        self._err = err or sys.stderr

    def json(self, value: object) -> None:
        """Write one JSON text and a line end, whatever encoding the terminal has."""
        text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
        _use_utf_8(self._out, errors="strict")
        self._out.write(text + "\n")

    def line(self, text: str = "") -> None:
        """Write a line for a person; what the terminal cannot show becomes a question mark."""
        _use_encoding_of_terminal(self._out)
        self._out.write(text + "\n")

    def table(self, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Write aligned columns; the last one may be of any length."""
        lines = [tuple(headings), *(tuple(row) for row in rows)]
        widths = [max(len(line[column]) for line in lines) for column in range(len(headings))]
        for line in lines:
            cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
            self.line("  ".join(cells).rstrip())

    def note(self, sentence: str) -> None:
        """Tell something on standard error that does not keep the command from being done."""
        _use_encoding_of_terminal(self._err)
        self._err.write(f"{sentence}\n")


def _use_utf_8(stream: TextIO, errors: str) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors=errors, newline="\n")


def _use_encoding_of_terminal(stream: TextIO) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")


def clock_time(seconds: float) -> str:
    """Return seconds as minutes and seconds, such as 5:07."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"
