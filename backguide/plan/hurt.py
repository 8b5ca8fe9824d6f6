"""What to offer when an exercise hurts, and when it is better left out for a week. Pure functions.

A traffic light of physiotherapy, on the cautious side of those in use: 0 to 3 of 10 is acceptable, 4 and 5
ask for less, 6 and more for another exercise. Pain that moves down the leg, and new numbness or weakness,
end the session whatever the number.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from backguide.catalogue.model import Catalogue, Exercise
from backguide.journal.records import ExerciseResult, HurtMark, Rating, SessionRecord
from backguide.journal.values import local_date

Light: TypeAlias = Literal["green", "amber", "red", "stop"]
Offer: TypeAlias = Literal["carry_on", "easier", "another", "skip", "stop"]

EASE_FROM, LEAVE_FROM = 4, 6
RISE = 2  # points over the rating before the session
SORE_FROM = 6  # who starts with so much gets the gentlest list alone
LEFT_OUT = timedelta(days=7)
GENTLEST: tuple[str, ...] = ("knee-to-chest", "lumbar-rotation", "supine-march", "childs-pose")

_OFFERS: Mapping[Light, tuple[Offer, ...]] = {
    "green": ("carry_on", "easier", "another", "stop"),
    "amber": ("easier", "another", "carry_on", "stop"),
    "red": ("another", "skip", "stop"),
    "stop": ("stop",),
}


def light_for(value: int | None, before: int | None, *, moved_down: bool) -> Light:
    """Judge a rating during an exercise by itself and against the one before the session.

    `moved_down`: pain, tingling or numbness moved further down the leg, or there is new numbness or
    weakness. Pain that is not rated asks for less, as 4 and 5 do.
    """
    if moved_down:
        return "stop"
    if value is None:
        return "amber"
    if value >= LEAVE_FROM:
        return "red"
    rose = before is not None and value - before >= RISE
    return "amber" if value >= EASE_FROM or rose else "green"


def offers_for(light: Light, *, has_easier: bool, has_another: bool) -> tuple[Offer, ...]:
    """Return what to offer, the best first; only what there is."""
    missing = {"easier": not has_easier, "another": not has_another}
    return tuple(offer for offer in _OFFERS[light] if not missing.get(offer, False))


def others_for(
    catalogue: Catalogue, exercise: str, hurt: Iterable[str], before: int | None
) -> tuple[Exercise, ...]:
    """Return other exercises to try, of the same kind, the best first: in the same position.

    None that hurt in this session is among them, and the harder neighbour comes last. Who started with
    `SORE_FROM` or more gets none but the gentlest, of any kind.
    """
    now = catalogue.exercises[exercise]
    taken = {exercise, *hurt}
    sore = before is not None and before >= SORE_FROM
    found = [
        other
        for slug, other in catalogue.exercises.items()
        if slug not in taken and (slug in GENTLEST if sore else _is_alike(now, other))
    ]
    return tuple(sorted(found, key=lambda other: _distance(now, other)))


def _distance(now: Exercise, other: Exercise) -> tuple[bool, ...]:
    is_harder = now.harder is not None and now.harder.partition("/")[0] == other.slug
    is_easier = now.easier is not None and now.easier.partition("/")[0] == other.slug
    return is_harder, other.position != now.position, not is_easier, other.kind != now.kind


def _is_alike(now: Exercise, other: Exercise) -> bool:
    return "both" in (now.kind, other.kind) or now.kind == other.kind


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An exercise that is better left out until a day, that day not included."""

    exercise: str
    until: date

    @property
    def reason(self) -> str:
        """Say why, in one sentence."""
        return "Hurt in the last two sessions: better left out this week."


def left_out(
    sessions: Sequence[SessionRecord],
    results: Mapping[str, Sequence[ExerciseResult]],
    marks: Mapping[str, Sequence[HurtMark]],
    today: date,
) -> dict[str, LeftOut]:
    """Return the exercises that hurt in both of the last two sessions that had them, within a week.

    `results` and `marks` are by session. A mark that was rated 3 or less does not count: that much is
    acceptable.
    """
    found: dict[str, LeftOut] = {}
    seen: dict[str, int] = {}
    last: dict[str, date] = {}
    for session in sorted(sessions, key=lambda one: (one.started_at, one.id), reverse=True):
        hurt = {mark.exercise for mark in marks.get(session.id, ()) if _counts(mark)}
        done = {result.exercise for result in results.get(session.id, ()) if result.done_s > 0}
        for slug in hurt | done:
            seen[slug] = seen.get(slug, 0) + 1
            day = local_date(session.started_at, session.zone)
            if seen[slug] == 1 and slug in hurt:
                last[slug] = day
            elif seen[slug] == 2 and slug in hurt and slug in last:
                found[slug] = LeftOut(slug, last[slug] + LEFT_OUT)
    return {slug: rest for slug, rest in found.items() if today < rest.until}


def _counts(mark: HurtMark) -> bool:
    return mark.value is None or mark.value >= EASE_FROM


def rated_before(ratings: Iterable[Rating]) -> int | None:
    """Return the higher of back and leg before a session, None where neither was rated."""
    return max((rating.value for rating in ratings if rating.moment == "before"), default=None)
