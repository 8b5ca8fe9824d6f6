"""Adding, correcting and deleting sessions that are over, inside a transaction. Private to this package."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from backguide.journal import store
from backguide.journal.desk import Desk
from backguide.journal.errors import JournalError
from backguide.journal.planned import is_complete
from backguide.journal.ratings import corrected, keep_rating, next_morning, take_back
from backguide.journal.records import (
    DoneExercise,
    ExerciseResult,
    Moment,
    Rating,
    Rows,
    SessionChange,
    SessionRecord,
    Site,
)
from backguide.journal.tombstones import bury
from backguide.journal.values import note_text

_NOT_BEGUN = "A session can only be logged once it has begun"


def log(desk: Desk, session: SessionRecord, exercises: Iterable[DoneExercise]) -> SessionRecord:
    """Write a session done away from the computer, with what was done of it if that is told."""
    results = _results(desk, session, exercises)
    if results:
        session = replace(
            session,
            planned_s=sum(result.planned_s for result in results),
            done_s=sum(result.done_s for result in results),
        )
    session = _ending(session, session.done_s)
    store.SESSIONS.insert(desk.connection, session)
    for result in results:
        store.RESULTS.insert(desk.connection, result)
    return session


def logged(
    desk: Desk, at: datetime, routine: str, routine_name: str, done_s: float, note: str
) -> SessionRecord:
    """Return a session done away from the computer. JournalError when `at` lies in the future."""
    return SessionRecord(
        desk.new_id(),
        desk.past(at, _NOT_BEGUN),
        desk.zone(),
        routine,
        routine_name,
        state="finished",
        origin="logged",
        planned_s=_seconds(done_s),
        done_s=done_s,
        position_s=done_s,
        note=note_text(note),
    )


def rate_all(desk: Desk, session: SessionRecord, ratings: Mapping[tuple[Moment, Site], int | None]) -> None:
    """Write or take back ratings of a session that is over; daily ones count for its day."""
    given = {(r.moment, r.site): r for r in store.RATINGS.of_session(desk.connection, session.id)}
    for (moment, site), value in ratings.items():
        before = given.get((moment, site))
        if value is not None:
            _rate(desk, session, moment, site, value, is_new=before is None)
        elif before is not None:
            take_back(desk, before)


def correct(desk: Desk, session: SessionRecord, change: SessionChange) -> SessionRecord:
    """Write the corrected session. JournalError when it still goes on or would begin in the future."""
    if session.state == "running":
        raise JournalError("This session is still going on; end it before you correct it.")
    after = _changed(session, change)
    if change.started_at is not None:
        after = _moved(after, desk.past(change.started_at, _NOT_BEGUN))
    if after != session:
        _move_ratings(desk, session, after)
        after = replace(after, changed_at=desk.now())
        store.SESSIONS.put(desk.connection, after)
    return after


def delete(desk: Desk, session: SessionRecord) -> Rows:
    """Delete a session with all that belongs to it, which is returned."""
    connection = desk.connection
    deleted = Rows(
        (session,),
        tuple(store.RESULTS.of_session(connection, session.id)),
        tuple(store.HURT_MARKS.of_session(connection, session.id)),
        tuple(store.RATINGS.of_session(connection, session.id)),
    )
    store.SESSIONS.delete(connection, session.id)
    bury(connection, "session", session.id, desk.now())
    for rating in deleted.ratings:
        bury(connection, "rating", rating.id, desk.now())
    return deleted


def _rate(
    desk: Desk, session: SessionRecord, moment: Moment, site: Site, value: int, *, is_new: bool
) -> Rating:
    if moment == "daily":
        day_of_session = min(session.ended_at or session.started_at, desk.now())
        return keep_rating(desk, None, moment, site, value, day_of_session)
    at = next_morning(desk, session) if is_new and moment == "next_morning" else None
    return keep_rating(desk, session, moment, site, value, at)


def _changed(session: SessionRecord, change: SessionChange) -> SessionRecord:
    after = replace(
        session,
        routine=session.routine if change.routine is None else change.routine,
        routine_name=session.routine_name if change.routine_name is None else change.routine_name,
        note=session.note if change.note is None else note_text(change.note),
    )
    if change.done_s is None or change.done_s == session.done_s:
        return after
    done_s = _seconds(change.done_s)
    if session.origin != "logged":
        return replace(after, done_s=done_s)
    planned_s = done_s if session.planned_s == session.done_s else session.planned_s
    return _ending(replace(after, planned_s=planned_s), done_s)


def _ending(session: SessionRecord, done_s: float) -> SessionRecord:
    return replace(
        session,
        done_s=done_s,
        position_s=done_s,
        ended_at=session.started_at + timedelta(seconds=done_s),
    )


def _moved(session: SessionRecord, began: datetime) -> SessionRecord:
    by = began - session.started_at
    return replace(
        session, started_at=began, ended_at=None if session.ended_at is None else session.ended_at + by
    )


def _move_ratings(desk: Desk, session: SessionRecord, after: SessionRecord) -> None:
    """Let the ratings before and after stay as far from start and end as they were."""
    by = {"before": after.started_at - session.started_at}
    if session.ended_at is not None and after.ended_at is not None:
        by["after"] = after.ended_at - session.ended_at
    for rating in store.RATINGS.of_session(desk.connection, session.id):
        moved = replace(rating, rated_at=rating.rated_at + by.get(rating.moment, timedelta()))
        store.RATINGS.put(desk.connection, corrected(desk, moved, rating))


def _results(desk: Desk, session: SessionRecord, exercises: Iterable[DoneExercise]) -> list[ExerciseResult]:
    results: list[ExerciseResult] = []
    items: dict[tuple[str, str], int] = {}
    sets: dict[tuple[str, str, str | None], int] = {}
    for done in exercises:
        item = items.setdefault((done.exercise, done.variation), len(items))
        portion = (done.exercise, done.variation, done.side)
        sets[portion] = sets.get(portion, 0) + 1
        planned_s = _seconds(done.done_s if done.planned_s is None else done.planned_s)
        result = ExerciseResult(
            desk.new_id(),
            session.id,
            item,
            done.exercise,
            done.variation,
            done.side,
            sets[portion],
            planned_s,
            _seconds(done.done_s),
            outcome="skipped",
            skip_reason=done.skip_reason,
        )
        results.append(_with_outcome(result))
    return results


def _with_outcome(result: ExerciseResult) -> ExerciseResult:
    if result.done_s > 0 and is_complete(result):
        return replace(result, outcome="done", skip_reason=None)
    return replace(result, outcome="partial" if result.done_s > 0 else "skipped")


def _seconds(value: float) -> float:
    if not (math.isfinite(value) and value >= 0):
        raise ValueError(f"a length is a number of seconds from 0, not {value}")
    return value
