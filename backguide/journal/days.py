"""Calendar days as spans of moments, for asking the database. Private to this package."""

from datetime import UTC, date, datetime, timedelta

from backguide.journal.values import moment_to_text, zone_named

_FARTHEST_ZONE = timedelta(days=1)


def span(start: date | None, end: date | None) -> tuple[str, str]:
    """Return first and last moment, in UTC as kept, that can fall on these days in any zone."""
    first = datetime.min if start is None else _shifted(start, -_FARTHEST_ZONE)
    last = datetime.max if end is None else _shifted(end, 2 * _FARTHEST_ZONE)
    return moment_to_text(first.replace(tzinfo=UTC)), moment_to_text(last.replace(tzinfo=UTC))


def span_in(zone: str, start: date | None, end: date | None) -> tuple[str, str]:
    """Return the first moment of these days in that zone, in UTC as kept, and the first one after them."""
    return (
        span(None, None)[0] if start is None else moment_to_text(_midnight(start, zone)),
        "9" if end is None or end == date.max else moment_to_text(_midnight(end + timedelta(days=1), zone)),
    )


def within(day: date, start: date | None, end: date | None) -> bool:
    """Tell whether a day is one of these, both included."""
    return (start is None or start <= day) and (end is None or day <= end)


def _midnight(day: date, zone: str) -> datetime:
    try:
        return datetime(day.year, day.month, day.day, tzinfo=zone_named(zone)).astimezone(UTC)
    except OverflowError:  # before the first or after the last moment that there is
        return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _shifted(day: date, by: timedelta) -> datetime:
    try:
        return datetime(day.year, day.month, day.day) + by
    except OverflowError:
        return datetime.min if by < timedelta() else datetime.max
