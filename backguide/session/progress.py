"""Where a session stands."""

from dataclasses import dataclass

from backguide.session.timeline import Step, Timeline


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a session stands, all of one moment.

    `timeline` is the one in force, with all that was changed under way. `lead_in_s` is what is left of the
    count before a session is gone on with, `lead_in_whole_s` its length; the position waits until it is 0.
    """

    timeline: Timeline
    step: Step
    position_s: float
    lead_in_s: float
    lead_in_whole_s: float = 0.0

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
