"""A way along a timeline: it is told how far it has come, and tells what it passed."""

from backguide.session import moves
from backguide.session.changes import Change
from backguide.session.errors import SessionError
from backguide.session.events import (
    Event,
    Finished,
    LeadInStarted,
    StepEnded,
    StepLengthened,
    StepStarted,
    TimelineChanged,
)
from backguide.session.progress import Progress
from backguide.session.timeline import Timeline


class Walk:
    """Passes every step and cue of a timeline once, in order, however large the strides.

    The head is the position, but in a count before going on it still runs up to the position.
    """

    def __init__(self, timeline: Timeline, start_at_s: float, lead_in_s: float) -> None:
        """SessionError when there is nothing to walk along."""
        if not timeline.steps:
            raise SessionError("This routine has no exercises; add one to start it.")
        self._timeline = timeline
        self._entered_s = min(max(start_at_s, 0.0), timeline.duration_s)
        self._step = timeline.at(self._entered_s)
        self._inside = False
        self._finished = False
        self._head_s = self._waits_at_s = self._entered_s
        self._lead_in_s = 0.0
        self.count_in(lead_in_s)

    @property
    def head_s(self) -> float:
        """How far the walk has come."""
        return self._head_s

    @property
    def finished(self) -> bool:
        """Whether the end of the timeline was reached."""
        return self._finished

    @property
    def progress(self) -> Progress:
        """Where the walk stands."""
        left_s = self._position_s - self._head_s
        return Progress(self._timeline, self._step, self._position_s, left_s, self._lead_in_s)

    def begin(self) -> list[Event]:
        """Enter the first step, or the count before it."""
        lead_in_s = self.progress.lead_in_s
        if lead_in_s > 0:
            return [LeadInStarted(self._step, self._entered_s, lead_in_s)]
        return self.run_to(self._head_s)

    def count_in(self, seconds: float) -> None:
        """Wait so long at this position before going on; a count that runs begins anew."""
        self._waits_at_s = self._position_s
        self._lead_in_s = max(seconds, 0.0)
        self._head_s = self._waits_at_s - self._lead_in_s

    def run_to(self, head_s: float) -> list[Event]:
        """Go on to this head and tell everything passed on the way there; never go back."""
        head_s = max(head_s, self._head_s)
        passed = self._pass_lead_in(head_s)
        while self._inside and head_s >= self._waits_at_s:
            passed += moves.cues(self._step, self._head_s, head_s)
            if head_s < self._step.end_s:
                break
            passed += self._pass_end()
        self._head_s = min(head_s, self._timeline.duration_s)
        return passed

    def jump_to(self, index: int) -> list[Event]:
        """Leave the step for the start of another; beyond the last one is the end of the session."""
        return [*self.leave(completed=False), *self._go_on_at(index)]

    def change(self, change: Change) -> list[Event]:
        """Go on with another timeline, at the step that it names or in the one that runs."""
        told: list[Event] = []
        if change.go_on_at is not None:
            told += self.leave(completed=False)
        at_s, self._timeline = self._position_s, change.timeline
        told.append(TimelineChanged(change.timeline, at_s, change.replanned))
        if change.go_on_at is not None:
            return [*told, *self._go_on_at(change.go_on_at)]
        self._step = self._timeline.steps[self._step.index]
        return told

    def leave(self, *, completed: bool) -> list[Event]:
        """Tell what was done of the step, if it was entered at all."""
        if not self._inside:
            return []
        self._inside = False
        return [StepEnded(self._step, self._position_s, self._position_s - self._entered_s, completed)]

    def lengthen(self, by_s: float) -> list[Event]:
        """Make the current step longer if it is a hold; otherwise nothing happens."""
        if not self._inside or self._step.kind != "hold" or by_s <= 0:
            return []
        self._timeline = moves.lengthened(self._timeline, self._step.index, by_s)
        self._step = self._timeline.steps[self._step.index]
        return [StepLengthened(self._step, self._position_s, by_s)]

    @property
    def _position_s(self) -> float:
        return max(self._head_s, self._waits_at_s)

    def _pass_lead_in(self, head_s: float) -> list[Event]:
        if self._head_s >= self._waits_at_s and self._inside:
            return []
        passed = moves.lead_in_cues(self._step, self._waits_at_s, self._head_s, head_s)
        if head_s >= self._waits_at_s and not self._finished:
            self._head_s = self._waits_at_s
            if not self._inside:
                passed.append(self._enter(self._step.index))
        return passed

    def _pass_end(self) -> list[Event]:
        self._head_s = self._step.end_s
        told = self.leave(completed=True)
        following = self._step.index + 1
        last = following == len(self._timeline.steps)
        return [*told, self._finish() if last else self._enter(following)]

    def _go_on_at(self, index: int) -> list[Event]:
        if index < len(self._timeline.steps):
            self._head_s = self._timeline.steps[index].start_s
            return [self._enter(index)]
        self._step = self._timeline.steps[-1]
        self._entered_s = self._head_s = self._waits_at_s = self._timeline.duration_s
        return [self._finish()]

    def _enter(self, index: int) -> StepStarted:
        self._step = self._timeline.steps[index]
        self._entered_s = self._waits_at_s = self._head_s
        self._lead_in_s = 0.0
        self._inside = True
        return StepStarted(self._step, self._entered_s)

    def _finish(self) -> Finished:
        self._finished = True
        return Finished(self._head_s)
