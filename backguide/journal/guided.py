"""Writing a guided session while it goes on, inside a transaction. Private to this package."""

from backguide.journal import store
from backguide.journal.desk import Desk
from backguide.journal.planned import planned_results
from backguide.journal.records import SessionRecord
from backguide.journal.timeline_text import timeline_to_text
from backguide.session.timeline import Timeline


def begin(desk: Desk, timeline: Timeline, routine_name: str | None) -> SessionRecord:
    """Write a session of which nothing is done yet; one that was never ended is closed."""
    identifier = desk.new_id()
    results = planned_results(timeline, identifier, desk.new_id)
    session = SessionRecord(
        identifier,
        desk.now(),
        desk.zone(),
        timeline.routine,
        timeline.name if routine_name is None else routine_name,
        state="running",
        origin="guided",
        planned_s=sum(result.planned_s for result in results),
        done_s=0.0,
        position_s=0.0,
    )
    store.end_running(desk.connection)
    store.SESSIONS.insert(desk.connection, session)
    for result in results:
        store.RESULTS.insert(desk.connection, result)
    keep_timeline(desk, session, timeline)
    return session


def keep_timeline(desk: Desk, session: SessionRecord, timeline: Timeline) -> None:
    """Write the timeline that the session follows, so that it can go on."""
    store.put_timeline(desk.connection, session.id, timeline_to_text(timeline))
