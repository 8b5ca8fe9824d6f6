"""A typed way through a content file that knows at every moment at which key it stands."""

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import NamedTuple, NoReturn, TypeVar

Word = TypeVar("Word", bound=str)

LONGEST_TEXT = 400
LONGEST_SHOWN = 40  # characters of a wrong value that are repeated in the sentence
HUGE = 10**15
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class CatalogueError(Exception):
    """A content file cannot be used. The message is one sentence: file, key (or line) and reason."""

    def __init__(self, file: str, key: str, reason: str) -> None:
        place = f"{file}: {key}" if key else file
        super().__init__(_on_one_line(f"{place} {reason}."))
        self.file = file
        self.key = key
        self.reason = reason


class Entry(NamedTuple):
    """A value and the whole path of the key under which it is written."""

    value: object
    place: str


class Table:
    """One TOML table. Every answer has the asked type and range, or CatalogueError is raised.

    `close` refuses keys that nobody asked for: a misspelt optional key must not pass in silence.
    """

    def __init__(self, values: Mapping[str, object], file: str, path: str = "") -> None:
        self._file = file
        self._path = path
        self._asked: set[str] = set()
        self.entries = {key: Entry(value, self._path_of(key)) for key, value in values.items()}

    def over(self, common: "Table") -> "Table":
        """Return this table completed by the common one; every key keeps the place where it is written."""
        merged = Table({}, self._file, self._path)
        merged.entries = common.entries | self.entries
        return merged

    def has(self, key: str) -> bool:
        """Tell whether the key is given."""
        self._asked.add(key)
        return key in self.entries

    def refuse(self, key: str, reason: str) -> NoReturn:
        """Raise CatalogueError for this key, named where it is written."""
        raise CatalogueError(self._file, self._place(key), reason)

    def text(self, key: str, longest: int = LONGEST_TEXT) -> str:
        """Return a text of one line: not blank, at most `longest` characters."""
        return self._text_at(key, "", self._take(key), longest)

    def optional_text(self, key: str) -> str | None:
        """Return a text, or None where the key is left out."""
        return self.text(key) if self.has(key) else None

    def slug(self, key: str) -> str:
        """Return a short name of lower-case letters, digits and single hyphens."""
        value = self.text(key, longest=40)
        if SLUG.fullmatch(value) is None:
            self.refuse(key, f'must be lower-case words joined by hyphens, not "{value}"')
        return value

    def texts(self, key: str, at_least: int = 1) -> tuple[str, ...]:
        """Return a list of at least `at_least` texts."""
        values = self._list(key, at_least)
        return tuple(
            self._text_at(key, f"[{index}]", value, LONGEST_TEXT) for index, value in enumerate(values)
        )

    def choice(self, key: str, allowed: Sequence[Word]) -> Word:
        """Return one of the allowed words."""
        return self._choice_at(key, "", self._take(key), allowed)

    def choices(self, key: str, allowed: Sequence[Word], at_least: int = 1) -> tuple[Word, ...]:
        """Return a list of at least `at_least` of the allowed words, none of them twice."""
        values = self._list(key, at_least)
        words = tuple(
            self._choice_at(key, f"[{index}]", value, allowed) for index, value in enumerate(values)
        )
        for index, word in enumerate(words):
            if word in words[:index]:
                self.refuse(f"{key}[{index}]", f'names "{word}" a second time')
        return words

    def whole(self, key: str, at_least: int, at_most: int) -> int:
        """Return a whole number within the bounds, both included."""
        value = self._take(key)
        wanted = f"a whole number from {at_least} to {at_most}"
        if not isinstance(value, int) or isinstance(value, bool):
            self._refuse_value(key, wanted, value)
        if not at_least <= value <= at_most:
            self._refuse_value(key, wanted, value)
        return value

    def number(self, key: str, at_least: float, at_most: float) -> float:
        """Return a number within the bounds, both included."""
        value = self._take(key)
        wanted = f"a number from {at_least:g} to {at_most:g}"
        if not isinstance(value, int | float) or isinstance(value, bool):
            self._refuse_value(key, wanted, value)
        if not at_least <= value <= at_most:  # also true of nan
            self._refuse_value(key, wanted, value)
        return float(value)

    def flag(self, key: str) -> bool:
        """Return true or false."""
        value = self._take(key)
        if not isinstance(value, bool):
            self._refuse_value(key, "true or false", value)
        return value

    def table(self, key: str) -> "Table":
        """Return the table under this key."""
        return self._table_at(key, self._take(key))

    def tables(self, key: str, at_least: int = 1) -> tuple["Table", ...]:
        """Return a list of at least `at_least` tables."""
        values = self._list(key, at_least)
        return tuple(self._table_at(f"{key}[{index}]", value) for index, value in enumerate(values))

    def close(self) -> None:
        """Refuse every key that was never asked for, with the nearest known one as a hint."""
        for key in self.entries:
            if key in self._asked:
                continue
            near = get_close_matches(key, sorted(self._asked), n=1)
            hint = f" (the nearest is {near[0]})" if near else ""
            self.refuse(key, f"is not a known key{hint}")

    def _take(self, key: str) -> object:
        if not self.has(key):
            self.refuse(key, "is missing")
        return self.entries[key].value

    def _list(self, key: str, at_least: int) -> list[object]:
        value = self._take(key)
        if not isinstance(value, list):
            self._refuse_value(key, "a list", value)
        if len(value) < at_least:
            self.refuse(key, f"must hold at least {at_least}, not {len(value)}")
        return value

    def _text_at(self, key: str, index: str, value: object, longest: int) -> str:
        if not isinstance(value, str):
            self._refuse_value(key + index, "a text", value)
        if not value.strip() or not value.isprintable() or value != value.strip():
            self.refuse(key + index, "must be a text of one line without spaces around it")
        if len(value) > longest:
            self.refuse(key + index, f"must have at most {longest} characters, not {len(value)}")
        return value

    def _choice_at(self, key: str, index: str, value: object, allowed: Sequence[Word]) -> Word:
        if value not in allowed:
            self._refuse_value(key + index, f"one of {', '.join(allowed)}", value)
        return allowed[allowed.index(value)]

    def _table_at(self, key: str, value: object) -> "Table":
        if not isinstance(value, dict):
            self._refuse_value(key, "a table", value)
        return Table(value, self._file, self._place(key))

    def _place(self, key: str) -> str:
        """Return the whole path of a key such as "steps" or "steps[2]"."""
        name, bracket, index = key.partition("[")
        written = self.entries[name].place if name in self.entries else self._path_of(name)
        return written + bracket + index

    def _path_of(self, key: str) -> str:
        return f"{self._path}.{key}" if self._path else key

    def _refuse_value(self, key: str, wanted: str, value: object) -> NoReturn:
        self.refuse(key, f"must be {wanted}, not {_described(value)}")


def _described(value: object) -> str:
    """Return the value as TOML would show it, or what it is when that would be long."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            return f'"{value}"' if len(value) <= LONGEST_SHOWN else "a long text"
        case int():
            return str(value) if abs(value) < HUGE else "a huge number"
        case dict():
            return "a table"
        case list():
            return "a list"
        case _:
            return str(value)


def _on_one_line(sentence: str) -> str:
    """Return the sentence with every sign that cannot be printed replaced by a question mark."""
    return "".join(sign if sign.isprintable() else "?" for sign in sentence)
