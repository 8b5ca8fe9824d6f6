"""Records as JSON objects and back, every field checked against the record's own types."""

import math
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import date, datetime
from types import NoneType
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints
from uuid import UUID

from backguide.journal.records import (
    HIGHEST_PAIN,
    MOST_TAG_CHARACTERS,
    MOST_TAGS,
    Row,
)
from backguide.journal.values import moment_from_text, moment_to_text

R = TypeVar("R", bound=Row)

_IDENTIFIERS = frozenset({"id", "session"})
_LARGEST = dict.fromkeys(("value", "pain", "enjoyment", "activity"), HIGHEST_PAIN)
_LARGEST_NUMBER = 1_000_000_000


def record_to_json(record: Row) -> dict[str, object]:
    """Return the record as an object that JSON can hold."""
    return {field.name: _written(getattr(record, field.name)) for field in fields(record)}


def record_from_json(kind: type[R], written: object) -> R:
    """Return the record that was written. ValueError with the reason when it is not one."""
    if not isinstance(written, Mapping):
        raise ValueError("not an object")
    values: dict[str, Any] = {}
    for field in fields(kind):
        if field.name in written:
            values[field.name] = _value(field.name, _TYPES[kind][field.name], written[field.name])
        elif field.default is MISSING:
            raise ValueError(f"{field.name} is missing")
    return kind(**values)


def _written(value: object) -> object:
    match value:
        case datetime():
            return moment_to_text(value)
        case date():
            return value.isoformat()
        case tuple():
            return list(value)
        case _:
            return value


def _value(name: str, expected: Any, written: object) -> object:  # noqa: ANN401 - a type, or a union of some
    if NoneType in get_args(expected):
        if written is None:
            return None
        expected = next(choice for choice in get_args(expected) if choice is not NoneType)
    if get_origin(expected) is Literal:
        return _one_of(name, get_args(expected), written)
    try:
        return _READERS[expected](name, written)
    except OverflowError:
        raise ValueError(f"{name} is out of range") from None


def _one_of(name: str, choices: tuple[object, ...], written: object) -> object:
    if written not in choices:
        raise ValueError(f"{name} must be one of {', '.join(map(str, choices))}")
    return written


def _text(name: str, written: object) -> str:
    if not isinstance(written, str):
        raise ValueError(f"{name} must be text")
    try:
        written.encode()
        return str(UUID(written)) if name in _IDENTIFIERS else written
    except ValueError:
        raise ValueError(f"{name} is malformed") from None


def _moment(name: str, written: object) -> datetime:
    try:
        return moment_from_text(_text(name, written))
    except ValueError:
        raise ValueError(f"{name} must be a date and time with its offset from UTC") from None


def _day(name: str, written: object) -> date:
    try:
        return date.fromisoformat(_text(name, written))
    except ValueError:
        raise ValueError(f"{name} must be a day such as 2026-01-31") from None


def _tags(name: str, written: object) -> tuple[str, ...]:
    if not isinstance(written, list) or len(written) > MOST_TAGS:
        raise ValueError(f"{name} must be a list of at most {MOST_TAGS} words")
    tags = tuple(_text(name, tag) for tag in written)
    if not all(tag.isprintable() and 0 < len(tag) <= MOST_TAG_CHARACTERS for tag in tags):
        raise ValueError(f"{name} must be words of 1 to {MOST_TAG_CHARACTERS} characters")
    return tags


def _whole(name: str, written: object) -> int:
    largest = _LARGEST.get(name, _LARGEST_NUMBER)
    if not isinstance(written, int) or isinstance(written, bool) or not 0 <= written <= largest:
        raise ValueError(f"{name} must be a whole number from 0 to {largest}")
    return written


def _number(name: str, written: object) -> float:
    if not isinstance(written, int | float) or isinstance(written, bool) or not math.isfinite(written):
        raise ValueError(f"{name} must be a number")
    if not 0 <= written <= _LARGEST_NUMBER:
        raise ValueError(f"{name} must be between 0 and {_LARGEST_NUMBER}")
    return float(written)


_TYPES: dict[type[object], dict[str, Any]] = {kind: get_type_hints(kind) for kind in get_args(Row)}
_READERS: dict[Any, Callable[[str, object], object]] = {
    str: _text,
    date: _day,
    tuple[str, ...]: _tags,
    datetime: _moment,
    int: _whole,
    float: _number,
}
