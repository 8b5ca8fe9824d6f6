"""Whether to ask how the back was on the morning after a session. Pure functions."""

from collections.abc import Iterable
from datetime import date, timedelta

from backguide.journal.records import Rating, SessionRecord
from backguide.journal.values import local_date

_ONE_DAY = timedelta(days=1)


def asks_next_morning(
    sessions: Iterable[SessionRecord],
    ratings: Iterable[Rating],
    today: date,
    declined_on: date | None = None,
) -> SessionRecord | None:
    """Return the session of which to ask on this local day: the last one of the day before.

    None where nothing was done in it, where it was rated already, and on a day on which the person would
    rather not say. The question is about the morning after, so it is never asked later than that.
    """
    of_yesterday = [
        session
        for session in sessions
        if local_date(session.started_at, session.zone) == today - _ONE_DAY
        and session.origin != "imported"
        and session.done_s > 0
    ]
    if not of_yesterday or declined_on == today:
        return None
    last = max(of_yesterday, key=lambda session: (session.started_at, session.id))
    answered = {rating.session for rating in ratings if rating.moment == "next_morning"}
    return None if last.id in answered else last


def will_ask_next_morning(session: SessionRecord) -> bool:
    """Tell whether a session just ended brings the question on the day after, if the program is started."""
    day_after = local_date(session.started_at, session.zone) + _ONE_DAY
    return asks_next_morning([session], [], day_after) is not None
