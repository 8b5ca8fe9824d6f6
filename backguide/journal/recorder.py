"""Writes down a guided session while it goes on, so that a kill at any moment loses a second at most."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Self

from backguide.journal.journal import Journal
from backguide.journal.ledger import Ledger
from backguide.journal.records import ExerciseResult, HurtMark, SessionRecord, SkipReason
from backguide.session.events import (
    Event,
    Finished,
    Paused,
    StepEnded,
    StepLengthened,
    StepStarted,
    Stopped,
    TimelineChanged,
)
from backguide.session.moves import lengthened
from backguide.session.outline import Portion, is_work, portion_of
from backguide.session.timeline import Step, Timeline


class SessionRecorder:
    """Takes the player's events and keeps the journal up to date.

    Only practice counts as done: entering, holding and returning. When writing fails, JournalError is
    raised and nothing is forgotten: the next call, or `save`, writes all that is missing.
    """

    def __init__(
        self, journal: Journal, session: SessionRecord, timeline: Timeline, results: Iterable[ExerciseResult]
    ) -> None:
        """Use `begin` or `resume`."""
        self._journal = journal
        self._session = session
        self._timeline = timeline
        self._unsaved_timeline: Timeline | None = None
        self._ledger = Ledger(session.id, journal.new_id, results)
        self._unsaved_marks: list[HurtMark] = []
        self._entered: tuple[Portion, float, float] | None = None
        self._repeated_until_s = session.position_s

    @classmethod
    def begin(cls, journal: Journal, timeline: Timeline, routine_name: str | None = None) -> Self:
        """Begin a new session of this timeline."""
        session = journal.begin_session(timeline, routine_name)
        return cls(journal, session, timeline, journal.results(session.id))

    @classmethod
    def resume(cls, journal: Journal, session: str) -> Self:
        """Go on with an unfinished session. KeyError when its timeline is not known any more.

        Start the player with `timeline` and `session.position_s`.
        """
        timeline = journal.unfinished_timeline(session)
        if timeline is None:
            raise KeyError(session)
        return cls(journal, journal.session(session), timeline, journal.results(session))

    @property
    def session(self) -> SessionRecord:
        """The session as it stands."""
        return self._session

    @property
    def timeline(self) -> Timeline:
        """The timeline in force, with all that was changed under way."""
        return self._timeline

    @property
    def results(self) -> tuple[ExerciseResult, ...]:
        """What is planned and done so far, in the order of the session."""
        return self._ledger.results

    def record(self, events: Iterable[Event]) -> None:
        """Take in what the player told, in its order, and write it."""
        told = False
        for event in events:
            told = self._take(event) or told
        if told:
            self.save()

    def checkpoint(self, position_s: float) -> None:
        """Write how far the session got; to be called about once a second while it runs."""
        self._practise_until(position_s)
        self.save()

    def hurt(self, step: Step, position_s: float, value: int | None = None) -> HurtMark:
        """Mark that this step hurt, rated 0 to 10 or not; what is left of the exercise counts as eased.

        `rate_hurt` adds the rating later.
        """
        mark = HurtMark(
            self._journal.new_id(),
            self._session.id,
            step.item,
            step.exercise,
            step.variation,
            step.side,
            position_s,
            self._journal.now(),
            value,
        )
        self._unsaved_marks.append(mark)
        self._practise_until(position_s)
        self._ledger.ease(step.item)
        self.save()
        return mark

    def rate_hurt(self, mark: HurtMark, value: int) -> None:
        """Rate what was marked, 0 to 10."""
        self._unsaved_marks.append(replace(mark, value=value))
        self.save()

    def skip(self, reason: SkipReason, item: int | None = None) -> None:
        """Note why what is left of an exercise, or without `item` of the session, is not done."""
        self._ledger.skip(reason, item)
        self.save()

    def save(self) -> None:
        """Write what is not written yet. JournalError when it cannot be; it is tried again next time."""
        ledger = self._ledger
        self._session = replace(
            self._session, planned_s=ledger.planned_s, done_s=ledger.done_s, ended_at=self._journal.now()
        )
        self._journal.save_progress(
            self._session, ledger.changed, self._unsaved_marks, self._unsaved_timeline, ledger.dropped
        )
        ledger.written()
        self._unsaved_marks.clear()
        self._unsaved_timeline = None

    def _take(self, event: Event) -> bool:
        """Take in one event; tell whether it changes what is written."""
        match event:
            case StepStarted(step, at_s):
                self._enter(step, at_s)
            case StepEnded(step, at_s, done_s):
                self._leave(step, at_s, done_s)
            case StepLengthened(step, at_s, added_s):
                self._timeline = self._unsaved_timeline = lengthened(self._timeline, step.index, added_s)
                self._practise_until(at_s)
            case TimelineChanged(timeline, at_s, replanned):
                self._practise_until(at_s)
                if replanned is not None:
                    self._ledger.plan_anew(self._timeline, timeline, replanned)
                self._timeline = self._unsaved_timeline = timeline
            case Paused(at_s):
                self._practise_until(at_s)
            case Stopped(at_s):
                self._end(replace(self._session, state="stopped", position_s=at_s))
            case Finished(at_s):
                self._end(replace(self._session, state="finished", position_s=at_s))
            case _:
                return False
        return True

    def _enter(self, step: Step, at_s: float) -> None:
        portion = portion_of(step)
        self._entered = None
        done_s = self._ledger.done_of(portion) if is_work(step) else None
        if done_s is not None:
            self._entered = (portion, at_s, max(done_s - self._repeated_s(step, at_s), 0.0))
        self._repeated_until_s = 0.0
        self._session = replace(self._session, position_s=at_s)

    def _repeated_s(self, step: Step, at_s: float) -> float:
        """Return the seconds of a step, cut off in the middle, that are now done again."""
        return max(self._repeated_until_s - at_s, 0.0) if self._repeated_until_s < step.end_s else 0.0

    def _leave(self, step: Step, at_s: float, done_s: float) -> None:
        if self._entered is not None:
            portion, _, already_s = self._entered
            self._ledger.do(portion, already_s + done_s)
        self._entered = None
        self._session = replace(self._session, position_s=at_s)

    def _practise_until(self, position_s: float) -> None:
        if self._entered is not None:
            portion, entered_s, already_s = self._entered
            self._ledger.do(portion, already_s + max(position_s - entered_s, 0.0))
        self._session = replace(self._session, position_s=position_s)

    def _end(self, ended: SessionRecord) -> None:
        self._entered = None
        self._session = ended
