"""What a session is going to show: every frame of the rest of an exercise, each once, in order."""

from collections.abc import Iterator
from dataclasses import dataclass

from backguide.figure.motion import Motion
from backguide.session.timeline import Step, Timeline
from backguide.ui.figure.ahead import Pictured
from backguide.ui.figure.moments import stands_still
from backguide.ui.figure.playback import FRAMES_PER_S, posture_at, side_shown


@dataclass(frozen=True)
class UpcomingFrames:
    """The frames of a motion from the step at `index` to the end of its exercise, as often as wanted.

    Then the motion of the next exercise is worked out, which takes longer than a frame has time.
    """

    motion: Motion
    next_motion: Motion | None
    timeline: Timeline
    index: int

    def __iter__(self) -> Iterator[Pictured | None]:
        """Yield sides and postures, then None after each piece of work for the next exercise."""
        item = self.timeline.steps[self.index].item
        for step in self._kinds_of_steps(item):
            yield from self._of_step(step)
        if self.next_motion is not None:
            self.next_motion.key_postures()
            yield None
            for step in self._kinds_of_steps(item + 1):
                posture_at(self.next_motion, step, step.duration_s / 2)
                yield None

    def _kinds_of_steps(self, item: int) -> Iterator[Step]:
        """Yield the steps of an exercise, of those that show the same only the first."""
        seen = set()
        for step in self.timeline.steps[self.index :]:
            shown = (step.kind, step.side, step.part, step.came_from, step.duration_s)
            if step.item == item and shown not in seen:
                seen.add(shown)
                yield step

    def _of_step(self, step: Step) -> Iterator[Pictured]:
        for number in range(round(step.duration_s * FRAMES_PER_S) + 1):
            moment_s = min(number / FRAMES_PER_S, step.duration_s)
            if step.kind == "hold" or not number or not stands_still(self.motion, step, moment_s):
                yield side_shown(step, moment_s), posture_at(self.motion, step, moment_s)
