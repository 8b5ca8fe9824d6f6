"""Days and times in words. Our own names: what strftime writes follows the desktop's language, we do not."""

from datetime import date, datetime

from backguide.ui.pages.day_words import MONTHS, WEEKDAYS


def month_name(day: date) -> str:
    """Return "Sep"."""
    return MONTHS[day.month - 1][:3]


def short_day(day: date) -> str:
    """Return "14 Sep"."""
    return f"{day.day} {month_name(day)}"


def weekday_and_day(day: date, today: date | None = None) -> str:
    """Return "Mon 14 Sep", with the year where it is not that of `today`."""
    words = f"{WEEKDAYS[day.weekday()][:3]} {short_day(day)}"
    return words if today is None or today.year == day.year else f"{words} {day.year}"


def full_day(day: date) -> str:
    """Return "Monday 14 September 2026"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def clock_time(moment: datetime) -> str:
    """Return "7:02", on the 24-hour clock."""
    return f"{moment.hour}:{moment.minute:02d}"
