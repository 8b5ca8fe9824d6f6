"""The session as it runs: states and the clock. It is asked for what happened and calls nobody."""

from collections.abc import Callable
from functools import partial
from typing import Literal, TypeAlias

from backguide.session import moves
from backguide.session.changes import Change
from backguide.session.events import Event, Paused, Resumed, Stopped
from backguide.session.progress import Progress
from backguide.session.timeline import Timeline
from backguide.session.walk import Walk

PlayerState: TypeAlias = Literal["idle", "running", "paused", "finished", "stopped"]

SUSPEND_GAP_S = 5.0  # nobody asked for so long: the computer was asleep, and so was the session


class Player:
    """Walks a timeline against a monotonic clock: idle, running or paused, then finished or stopped.

    Ask `advance()` several times a second; it returns what happened since it was last asked, in order.
    `progress` is the standing at the last call of any method, so that picture, number and sound agree.
    A command that makes no sense in the present state does nothing. When more than `suspend_gap_s` pass
    between two calls, the player pauses where it last was; `math.inf` lets it run through.
    """

    def __init__(
        self,
        timeline: Timeline,
        clock: Callable[[], float],
        start_at_s: float = 0.0,
        lead_in_s: float = 0.0,
        suspend_gap_s: float = SUSPEND_GAP_S,
    ) -> None:
        """`lead_in_s` is a count before the first step; SessionError for a timeline without steps."""
        self._walk = Walk(timeline, start_at_s, lead_in_s)
        self._clock = clock
        self._suspend_gap_s = suspend_gap_s
        self._state: PlayerState = "idle"
        self._told: list[Event] = []
        self._asked_s = clock()
        self._head_ahead_s = 0.0  # of the clock, while running

    @property
    def state(self) -> PlayerState:
        """Which of its five states the player is in."""
        return self._state

    @property
    def progress(self) -> Progress:
        """Step, position and the times left."""
        return self._walk.progress

    def start(self) -> None:
        """Begin, once."""
        self._sync()
        if self._state == "idle":
            self._state = "running"
            self._head_ahead_s = self._walk.head_s - self._asked_s
            self._told += self._walk.begin()

    def pause(self) -> None:
        """Let time stand still."""
        self._sync()
        if self._state == "running":
            self._state = "paused"
            self._told.append(Paused(self.progress.position_s, "asked"))

    def resume(self, count_in_s: float = 0.0) -> None:
        """Go on exactly where time stood still, after a count of so many seconds or what is left of one."""
        self._sync()
        if self._state == "paused":
            self._state = "running"
            if count_in_s > self.progress.lead_in_s:
                self._walk.count_in(count_in_s)
            self._head_ahead_s = self._walk.head_s - self._asked_s
            self._told.append(Resumed(self.progress.position_s))

    def next(self) -> None:
        """Go to the beginning of the next exercise, set or side; from the last one, finish."""
        self._jump(moves.to_next_block)

    def previous(self) -> None:
        """Go to the beginning of this exercise, set or side, or from its first seconds to the one before."""
        self._jump(moves.to_previous_block)

    def next_exercise(self) -> None:
        """Go to the beginning of the next exercise; from the last one, finish."""
        self._jump(moves.to_next_item)

    def go_to_exercise(self, item: int) -> None:
        """Go to the beginning of the exercise of this number."""
        self._jump(partial(moves.to_item, item=item))

    def skip_step(self) -> None:
        """Go to the next step; from the last one, finish."""
        self._jump(moves.to_next_step)

    def restart_step(self) -> None:
        """Begin the current step again."""
        self._jump(moves.to_same_step)

    def add_s(self, seconds: float = 10.0) -> None:
        """Make the current hold longer; in other steps nothing happens."""
        self._sync()
        if self._state in ("running", "paused"):
            self._told += self._walk.lengthen(seconds)

    def change(self, plan: Callable[[Progress], Change]) -> None:
        """Put another timeline in force, which `plan` makes of where the session stands now."""
        self._sync()
        if self._state in ("running", "paused"):
            self._told += self._walk.change(plan(self.progress))
            self._head_moved()

    def stop(self) -> None:
        """End the session here."""
        self._sync()
        if self._state in ("idle", "running", "paused"):
            self._state = "stopped"
            self._told += [*self._walk.leave(completed=False), Stopped(self.progress.position_s)]

    def advance(self) -> tuple[Event, ...]:
        """Return what happened since last asked; a countdown that would come too late is left out."""
        self._sync()
        told, self._told = tuple(self._told), []
        return told

    def _sync(self) -> None:
        """Bring the walk up to the clock, or pause it where it was if the computer slept."""
        before_s, self._asked_s = self._asked_s, self._clock()
        if self._state != "running":
            return
        if self._asked_s - before_s > self._suspend_gap_s:
            self._state = "paused"
            self._told.append(Paused(self.progress.position_s, "suspended"))
            return
        self._told += self._walk.run_to(self._asked_s + self._head_ahead_s)
        if self._walk.finished:
            self._state = "finished"

    def _jump(self, target: Callable[[Timeline, int, float], int]) -> None:
        self._sync()
        if self._state not in ("running", "paused"):
            return
        at = self.progress
        self._told += self._walk.jump_to(target(at.timeline, at.step.index, at.position_s))
        self._head_moved()

    def _head_moved(self) -> None:
        self._head_ahead_s = self._walk.head_s - self._asked_s
        if self._walk.finished:
            self._state = "finished"
