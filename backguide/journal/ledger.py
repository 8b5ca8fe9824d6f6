"""What is planned and done of a session, portion by portion, and what of it is not written yet."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from backguide.journal.planned import is_complete, planned_result, portion_of_result, with_done
from backguide.journal.records import ExerciseResult, SkipReason
from backguide.session.outline import Portion, planned_work_s
from backguide.session.timeline import Timeline


class Ledger:
    """The results of one session. `changed` and `dropped` are kept until `written` is told."""

    def __init__(self, session: str, new_id: Callable[[], str], results: Iterable[ExerciseResult]) -> None:
        self._session = session
        self._new_id = new_id
        self._results = {portion_of_result(result): result for result in results}
        self._changed: set[Portion] = set()
        self._dropped: list[ExerciseResult] = []

    @property
    def results(self) -> tuple[ExerciseResult, ...]:
        """What is planned and done so far, in the order of the session."""
        return tuple(self._results.values())

    @property
    def changed(self) -> tuple[ExerciseResult, ...]:
        """What is not written yet."""
        return tuple(result for portion, result in self._results.items() if portion in self._changed)

    @property
    def dropped(self) -> tuple[ExerciseResult, ...]:
        """What is not planned any more, and still written."""
        return tuple(self._dropped)

    @property
    def planned_s(self) -> float:
        """Seconds of practice that are planned."""
        return sum(result.planned_s for result in self._results.values())

    @property
    def done_s(self) -> float:
        """Seconds of practice that are done."""
        return sum(result.done_s for result in self._results.values())

    def written(self) -> None:
        """Take in that all of it is written now."""
        self._changed.clear()
        self._dropped.clear()

    def done_of(self, portion: Portion) -> float | None:
        """Return the seconds done of a portion; None for one that was never planned."""
        result = self._results.get(portion)
        return None if result is None else result.done_s

    def do(self, portion: Portion, done_s: float) -> None:
        """Let so much of a planned portion be done."""
        self._put(portion, with_done(self._results[portion], done_s))

    def ease(self, item: int) -> None:
        """Let what is left of an exercise count as eased."""
        for portion, result in self._unfinished(item):
            self._put(portion, replace(result, outcome="eased"))

    def skip(self, reason: SkipReason, item: int | None) -> None:
        """Note why what is left of an exercise, or without `item` of the session, is not done."""
        for portion, result in self._unfinished(item):
            self._put(portion, replace(result, skip_reason=reason))

    def plan_anew(self, before: Timeline, after: Timeline, item: int) -> None:
        """Plan for an exercise what the timeline has of it; what is neither planned nor done is forgotten."""
        before_s, after_s = planned_work_s(before), planned_work_s(after)
        for portion in dict.fromkeys((*before_s, *after_s)):
            if portion.item == item:
                self._plan(portion, after_s.get(portion, 0.0) - before_s.get(portion, 0.0))

    def _plan(self, portion: Portion, more_s: float) -> None:
        result = self._results.get(portion)
        if result is None:
            self._put(portion, planned_result(portion, more_s, self._session, self._new_id))
            return
        if result.outcome == "eased" and more_s < 0:
            return  # what was left because it hurt was planned all the same
        planned_s = max(result.planned_s + more_s, 0.0)
        if planned_s or result.done_s:
            self._put(portion, with_done(replace(result, planned_s=planned_s), result.done_s))
            return
        del self._results[portion]
        self._changed.discard(portion)
        self._dropped.append(result)

    def _put(self, portion: Portion, result: ExerciseResult) -> None:
        self._results[portion] = result
        self._changed.add(portion)

    def _unfinished(self, item: int | None) -> list[tuple[Portion, ExerciseResult]]:
        return [
            (portion, result)
            for portion, result in self._results.items()
            if item in (None, result.item) and not is_complete(result)
        ]
