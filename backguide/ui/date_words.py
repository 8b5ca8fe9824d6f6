"""Days and times in words. Our own names: what strftime writes follows the desktop's language, we do not."""

from datetime import date, datetime, timedelta

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_MORNING_HOUR, _NOON_HOUR, _EVENING_HOUR = 4, 12, 18


def greeting(moment: datetime) -> str:
    """Return "Good morning", "Good afternoon" or "Good evening"; before four it is still evening."""
    if _MORNING_HOUR <= moment.hour < _NOON_HOUR:
        return "Good morning"
    return "Good afternoon" if _NOON_HOUR <= moment.hour < _EVENING_HOUR else "Good evening"


def long_date(day: date) -> str:
    """Return a day such as "Sunday 22 November"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def recent_date(day: date, today: date) -> str:
    """Return "Today", "Yesterday", or the date; with its year where that is another one."""
    if day == today:
        return "Today"
    if day == today - timedelta(days=1):
        return "Yesterday"
    return long_date(day) if day.year == today.year else f"{day.day} {MONTHS[day.month - 1]} {day.year}"


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
