"""A way along a timeline: it is told how far it has come, and tells what it passed."""

from dataclasses import dataclass

from backguide.session import moves
from backguide.session.errors import SessionError
from backguide.session.events import Event, Finished, LeadInStarted, StepEnded, StepLengthened, StepStarted
from backguide.session.timeline import Step, Timeline


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a session stands, all of one moment.

    `timeline` is the one in force, with the holds that were lengthened. `lead_in_s` is what is left of
    the count before a session is gone on with; the position waits until it is 0.
    """

    timeline: Timeline
    step: Step
    position_s: float
    lead_in_s: float

    @property
    def elapsed_in_step_s(self) -> float:
        """Seconds into the step, 0 to its duration."""
        return min(max(self.position_s - self.step.start_s, 0.0), self.step.duration_s)

    @property
    def remaining_in_step_s(self) -> float:
        """Seconds to the end of the step."""
        return self.step.duration_s - self.elapsed_in_step_s

    @property
    def remaining_total_s(self) -> float:
        """Seconds to the end of the session, a lead-in not counted."""
        return max(self.timeline.duration_s - self.position_s, 0.0)


class Walk:
    """Passes every step and cue of a timeline once, in order, however large the strides.

    The head is the position, but during a lead-in it still runs up to the position from before it.
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
        self._head_s = self._entered_s - max(lead_in_s, 0.0)

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
        position_s = max(self._head_s, self._entered_s)
        return Progress(self._timeline, self._step, position_s, position_s - self._head_s)

    def begin(self) -> list[Event]:
        """Enter the first step, or the lead-in to it."""
        lead_in_s = self.progress.lead_in_s
        if lead_in_s > 0:
            return [LeadInStarted(self._step, self._entered_s, lead_in_s)]
        return self.run_to(self._head_s)

    def run_to(self, head_s: float) -> list[Event]:
        """Go on to this head and tell everything passed on the way there; never go back."""
        head_s = max(head_s, self._head_s)
        passed = [] if self._inside else self._pass_lead_in(head_s)
        while self._inside:
            passed += moves.cues(self._step, self._head_s, head_s)
            if head_s < self._step.end_s:
                break
            passed += self._pass_end()
        self._head_s = min(head_s, self._timeline.duration_s)
        return passed

    def jump_to(self, index: int) -> list[Event]:
        """Leave the step for the start of another; beyond the last one is the end of the session."""
        told = self.leave(completed=False)
        if index < len(self._timeline.steps):
            self._head_s = self._timeline.steps[index].start_s
            return [*told, self._enter(index)]
        self._step = self._timeline.steps[-1]
        self._entered_s = self._head_s = self._timeline.duration_s
        return [*told, self._finish()]

    def leave(self, *, completed: bool) -> list[Event]:
        """Tell what was done of the step, if it was entered at all."""
        if not self._inside:
            return []
        self._inside = False
        return [StepEnded(self._step, self._head_s, self._head_s - self._entered_s, completed)]

    def lengthen(self, by_s: float) -> list[Event]:
        """Make the current step longer if it is a hold; otherwise nothing happens."""
        if not self._inside or self._step.kind != "hold" or by_s <= 0:
            return []
        self._timeline = moves.lengthened(self._timeline, self._step.index, by_s)
        self._step = self._timeline.steps[self._step.index]
        return [StepLengthened(self._step, self._head_s, by_s)]

    def _pass_lead_in(self, head_s: float) -> list[Event]:
        start_s = self._entered_s
        passed = moves.lead_in_cues(self._step, start_s, self._head_s, head_s)
        if head_s >= start_s and not self._finished:
            self._head_s = start_s
            passed.append(self._enter(self._step.index))
        return passed

    def _pass_end(self) -> list[Event]:
        self._head_s = self._step.end_s
        told = self.leave(completed=True)
        following = self._step.index + 1
        last = following == len(self._timeline.steps)
        return [*told, self._finish() if last else self._enter(following)]

    def _enter(self, index: int) -> StepStarted:
        self._step = self._timeline.steps[index]
        self._entered_s = self._head_s
        self._inside = True
        return StepStarted(self._step, self._entered_s)

    def _finish(self) -> Finished:
        self._finished = True
        return Finished(self._head_s)
