"""Days and times as a person types them. Pure functions."""

import re
from datetime import date, time, timedelta

LONGEST_MIN = 600
_WORDS = {"today": 0, "yesterday": 1}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?")
_HOW = "Write the day as today, yesterday or 2026-01-31."


class ReadingError(ValueError):
    """What was typed names nothing; the text is one sentence that says how to write it."""


def read_day(text: str, today: date) -> date:
    """Return the day that is meant. ReadingError when it is none, or one that is still to come."""
    plain = text.strip().casefold()
    if plain in _WORDS:
        return today - timedelta(days=_WORDS[plain])
    found = _ISO.fullmatch(plain)
    if found is None:
        raise ReadingError(_HOW)
    try:
        day = date(*(int(part) for part in found.groups()))
    except ValueError as error:
        raise ReadingError(f"There is no such day as {text.strip()}. {_HOW}") from error
    if day > today:
        raise ReadingError("This day is still to come; choose today or one before.")
    return day


def day_text(day: date, today: date) -> str:
    """Return the day as `read_day` takes it, in the word that is used for it."""
    for word, ago in _WORDS.items():
        if day == today - timedelta(days=ago):
            return word.capitalize()
    return day.isoformat()


def read_minutes(text: str) -> int | None:
    """Return a length in minutes, None when nothing is written. ReadingError when it is none."""
    plain = text.strip().removesuffix("min").strip()
    if not text.strip():
        return None
    if not (plain.isascii() and plain.isdigit() and 1 <= int(plain) <= LONGEST_MIN):
        raise ReadingError(f"Write how many minutes it was, from 1 to {LONGEST_MIN}.")
    return int(plain)


def read_time(text: str) -> time | None:
    """Return the time of day, None when nothing is written. ReadingError when it is none."""
    if not text.strip():
        return None
    found = _TIME.fullmatch(text.strip())
    try:
        if found is None:
            raise ValueError(text)
        return time(int(found.group(1)), int(found.group(2) or 0))
    except ValueError as error:
        raise ReadingError("Write the time on the 24-hour clock, such as 7:30 or 18:05.") from error
