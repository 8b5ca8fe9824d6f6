"""A content file from the disk into a Table; whatever is wrong with it becomes a CatalogueError."""

import re
import tomllib
from pathlib import Path

from backguide.catalogue.reader import CatalogueError, Table

_PLACE = re.compile(r"(?P<reason>.*) \(at (?:line (?P<line>\d+), column \d+|end of document)\)", re.DOTALL)


def open_table(path: Path, root: Path) -> Table:
    """Return the parsed file. Errors name it by its path below `root`, and the line where it breaks off."""
    file = path.relative_to(root).as_posix()
    text = _read_text(path, file)
    try:
        return Table(tomllib.loads(text), file)
    except tomllib.TOMLDecodeError as error:
        line, reason = _syntax_error(str(error), text)
        raise CatalogueError(file, f"line {line}", f"is not valid TOML: {reason}") from None
    except ValueError:  # a decimal number of more digits than Python converts
        raise CatalogueError(file, "", "holds a number that is too long to be read") from None
    except RecursionError:
        raise CatalogueError(file, "", "is nested too deeply to be read") from None


def _read_text(path: Path, file: str) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise CatalogueError(file, f"line {line}", "is not UTF-8 text") from None
    except FileNotFoundError:
        raise CatalogueError(file, "", "does not exist") from None
    except OSError as error:
        raise CatalogueError(file, "", f"cannot be read ({error.strerror or error})") from None


def _syntax_error(message: str, text: str) -> tuple[int, str]:
    """Split the parser's message into line and reason; what breaks off at the end is on the last line."""
    found = _PLACE.fullmatch(message)
    if found is None:
        return 1, message
    last_line = len(text.rstrip("\n").split("\n"))
    return int(found["line"] or last_line), found["reason"]
