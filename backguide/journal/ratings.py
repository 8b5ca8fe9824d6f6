"""Writing ratings, inside a transaction. Private to this package."""

import sqlite3
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from backguide.journal import store
from backguide.journal.days import span
from backguide.journal.desk import Desk
from backguide.journal.errors import JournalError
from backguide.journal.records import (
    HIGHEST_PAIN,
    LOWEST_PAIN,
    Moment,
    Rating,
    SessionRecord,
    Site,
)
from backguide.journal.tombstones import bury
from backguide.journal.values import local_date, zone_named

_USUAL_MORNING = time(8)
_TO_COME = "A rating can only be given once its moment has come"


def keep_rating(
    desk: Desk,
    session: SessionRecord | None,
    moment: Moment,
    site: Site,
    value: int,
    at: datetime | None = None,
) -> Rating:
    """Write a rating in place of an earlier one of the same session (or day), moment and site.

    JournalError when its moment is still to come.
    """
    checked(value)
    zone = desk.zone() if session is None else session.zone
    rated_at = _usual_moment(desk, session, moment) if at is None else desk.past(at, _TO_COME)
    earlier = _earlier(desk.connection, session, moment, site, local_date(rated_at, zone))
    if earlier is None:
        identifier = None if session is None else session.id
        rating = Rating(desk.new_id(), identifier, moment, site, value, rated_at, zone)
    else:
        kept_at = earlier.rated_at if at is None else rated_at
        rating = corrected(desk, replace(earlier, value=value, rated_at=kept_at), earlier)
    store.RATINGS.put(desk.connection, rating)
    return rating


def corrected(desk: Desk, rating: Rating, before: Rating) -> Rating:
    """Return the rating with the moment of its correction, if it is one."""
    return rating if rating == before else replace(rating, changed_at=desk.now())


def take_back(desk: Desk, rating: Rating) -> None:
    """Delete a rating."""
    store.RATINGS.delete(desk.connection, rating.id)
    bury(desk.connection, "rating", rating.id, desk.now())


def next_morning(desk: Desk, session: SessionRecord) -> datetime:
    """Return when a session's next morning usually is rated. JournalError when that day is still to come."""
    ended = session.ended_at or session.started_at
    morning_after = local_date(ended, session.zone) + timedelta(days=1)
    if local_date(desk.now(), session.zone) < morning_after:
        raise JournalError("The morning after this session is still to come; rate it then.")
    usual = datetime.combine(morning_after, _USUAL_MORNING, zone_named(session.zone))
    return min(usual.astimezone(ended.tzinfo), desk.now())


def rating_of_day(connection: sqlite3.Connection, moment: Moment, site: Site, day: date) -> Rating | None:
    """Return the rating of a day that belongs to no session."""
    of_day = ratings_of_day(connection, day)
    return next((rating for rating in of_day if (rating.moment, rating.site) == (moment, site)), None)


def ratings_of_day(connection: sqlite3.Connection, day: date) -> tuple[Rating, ...]:
    """Return all ratings of a day that belong to no session, in the order of their making."""
    where = "WHERE rated_at BETWEEN ? AND ? AND session IS NULL ORDER BY id"
    found = store.RATINGS.select(connection, where, span(day, day))
    return tuple(rating for rating in found if local_date(rating.rated_at, rating.zone) == day)


def checked(value: int) -> int:
    """Return the value. ValueError when it is off the scale, which no page or command lets through."""
    if not LOWEST_PAIN <= value <= HIGHEST_PAIN:
        raise ValueError(f"pain is rated {LOWEST_PAIN} to {HIGHEST_PAIN}, not {value}")
    return value


def _usual_moment(desk: Desk, session: SessionRecord | None, moment: Moment) -> datetime:
    if session is not None and moment == "before":
        return session.started_at
    if session is not None and moment == "after" and session.state != "running":
        return session.ended_at or desk.now()
    return desk.now()


def _earlier(
    connection: sqlite3.Connection, session: SessionRecord | None, moment: Moment, site: Site, day: date
) -> Rating | None:
    if session is None:
        return rating_of_day(connection, moment, site, day)
    where = "WHERE session = ? AND moment = ? AND site = ?"
    found = store.RATINGS.select(connection, where, (store.to_sql("session", session.id), moment, site))
    return found[0] if found else None
