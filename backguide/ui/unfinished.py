"""A session that was cut off, and how it is offered to be gone on with."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from backguide.catalogue.model import Catalogue
from backguide.journal.records import SessionRecord
from backguide.session.timeline import Step, Timeline
from backguide.ui.date_words import MONTHS, clock_time
from backguide.ui.services import Services
from backguide.ui.session_words import exercise_name, limb_words, minutes_seconds, small


@dataclass(frozen=True, slots=True)
class Unfinished:
    """The session with the question about it, in a title and a sentence."""

    session: SessionRecord
    title: str
    sentence: str


def find_unfinished(services: Services) -> Unfinished | None:
    """Return the session that was never ended, if it can go on; one that cannot is closed as it is.

    It cannot when its exercises are not in the catalogue any more. JournalError when the journal cannot be
    read or written.
    """
    session = services.journal.open_session()
    if session is None:
        return None
    timeline = services.journal.unfinished_timeline(session.id)
    if timeline is None or not _is_known(services.catalogue, timeline):
        services.journal.close_session(session.id)
        return None
    step = timeline.at(session.position_s)
    place = _place(services.catalogue, step)
    reached = f"{minutes_seconds(session.position_s)} of {minutes_seconds(timeline.duration_s)}"
    when = _when(session, services.journal.now())
    title = f"You stopped in {session.routine_name} at {place}"
    return Unfinished(
        session, title, f"{when}, after {reached}. You can go on from there, or keep what was done."
    )


def _is_known(catalogue: Catalogue, timeline: Timeline) -> bool:
    known = {
        (exercise.slug, variation.slug)
        for exercise in catalogue.exercises.values()
        for variation in exercise.variations
    }
    return bool(timeline.steps) and all((step.exercise, step.variation) in known for step in timeline.steps)


def _place(catalogue: Catalogue, step: Step) -> str:
    name = small(exercise_name(catalogue, step))
    if step.side is None:
        return name
    variation = catalogue.exercises[step.exercise].variation(step.variation)
    return f"{name}, {small(limb_words(variation, step.side)[0])}"


def _when(session: SessionRecord, now: datetime) -> str:
    """Tell the day as the person lived it."""
    try:
        zone = ZoneInfo(session.zone)
    except (OSError, ValueError, LookupError):  # its ZoneInfoNotFoundError is a KeyError
        zone = ZoneInfo("UTC")
    began, today = session.started_at.astimezone(zone), now.astimezone(zone)
    days = (today.date() - began.date()).days
    clock = clock_time(began)
    if days <= 0:
        return f"Today at {clock}"
    return f"Yesterday at {clock}" if days == 1 else f"On {began.day} {MONTHS[began.month - 1]} at {clock}"
