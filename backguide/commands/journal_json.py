"""The journal's rows as the JSON values that commands print."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from backguide.journal.journal import Journal
    from backguide.journal.records import (
        DiaryEntry,
        ExerciseResult,
        HurtMark,
        Moment,
        PegAnswer,
        Rating,
        SessionRecord,
        Site,
    )

_MOMENTS: tuple["Moment", ...] = ("before", "after", "next_morning")
_SITES: tuple["Site", ...] = ("back", "leg")


def session_json(journal: "Journal", session: "SessionRecord") -> dict[str, Any]:
    """Return a session with its ratings, null where not rated, and its results, as JSON values."""
    return {
        "kind": "session",
        "id": session.id,
        "started_at": session.started_at.isoformat(),
        "ended_at": session.ended_at.isoformat() if session.ended_at else None,
        "zone": session.zone,
        "routine": session.routine,
        "routine_name": session.routine_name,
        "state": session.state,
        "origin": session.origin,
        "planned_s": session.planned_s,
        "done_s": session.done_s,
        "note": session.note,
        "ratings": by_moment(journal, session),
        "exercises": [_result_json(result) for result in journal.results(session.id)],
        "hurt_marks": [_mark_json(mark) for mark in journal.hurt_marks(session.id)],
    }


def by_moment(journal: "Journal", session: "SessionRecord") -> dict[str, dict[str, int | None]]:
    """Return the ratings by moment and site; None is a gap."""
    found: tuple[Rating, ...] = journal.ratings(session=session.id)
    values = {(rating.moment, rating.site): rating.value for rating in found}
    return {moment: {site: values.get((moment, site)) for site in _SITES} for moment in _MOMENTS}


def _result_json(result: "ExerciseResult") -> dict[str, Any]:
    return {
        "exercise": result.exercise,
        "variation": result.variation,
        "side": result.side,
        "set": result.set,
        "planned_s": result.planned_s,
        "done_s": result.done_s,
        "outcome": result.outcome,
        "skip_reason": result.skip_reason,
    }


def _mark_json(mark: "HurtMark") -> dict[str, Any]:
    return {
        "exercise": mark.exercise,
        "variation": mark.variation,
        "side": mark.side,
        "position_s": mark.position_s,
        "value": mark.value,
    }


def rating_json(rating: "Rating") -> dict[str, Any]:
    """Return a rating that belongs to a day as JSON values."""
    return {
        "kind": "rating",
        "id": rating.id,
        "rated_at": rating.rated_at.isoformat(),
        "zone": rating.zone,
        "moment": rating.moment,
        "site": rating.site,
        "value": rating.value,
    }


def diary_json(entry: "DiaryEntry") -> dict[str, Any]:
    """Return a diary entry as JSON values."""
    return {
        "kind": "diary",
        "id": entry.id,
        "day": entry.day.isoformat(),
        "zone": entry.zone,
        "written_at": entry.written_at.isoformat(),
        "note": entry.note,
        "tags": list(entry.tags),
    }


def peg_json(answer: "PegAnswer") -> dict[str, Any]:
    """Return the answers about a week as JSON values; the score is null while one is missing."""
    return {
        "kind": "peg",
        "id": answer.id,
        "day": answer.day.isoformat(),
        "zone": answer.zone,
        "written_at": answer.written_at.isoformat(),
        "pain": answer.pain,
        "enjoyment": answer.enjoyment,
        "activity": answer.activity,
        "score": answer.score,
    }
