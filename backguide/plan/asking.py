"""When to ask the three questions about the past week. Pure functions."""

from datetime import date, timedelta

WEEK = timedelta(days=7)


def asks_week(last_answer: date | None, declined_on: date | None, today: date) -> bool:
    """Tell whether to ask today: not within a week of the last answer, nor of the last time left out."""
    return all(today - day >= WEEK for day in (last_answer, declined_on) if day is not None)
