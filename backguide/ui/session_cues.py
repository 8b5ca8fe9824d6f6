"""Which sound tells what just happened: at most one at a time, so that none covers another."""

from collections.abc import Iterable, Mapping

from backguide.desktop.sound import Cue
from backguide.session.events import (
    Countdown,
    Event,
    Finished,
    Halfway,
    LeadInStarted,
    Resumed,
    StepEnded,
    StepStarted,
)
from backguide.session.outline import is_work
from backguide.session.speech_plan import COUNTED, LONG_HOLD_S
from backguide.session.timeline import Step

_MOST_TELLING = (
    Cue.FINISHED,
    Cue.SWITCH_SIDE,
    Cue.START,
    Cue.END,
    Cue.GET_READY,
    Cue.HALFWAY,
    Cue.COUNT,
)
_PLAIN: Mapping[type[Event], Cue] = {
    Finished: Cue.FINISHED,
    Halfway: Cue.HALFWAY,
    Resumed: Cue.COUNT,  # the first of the count back in
}


class SessionCues:
    """Turns the player's events into sounds. It remembers whether a preparation precedes the next step."""

    def __init__(self) -> None:
        self._preparing = True

    def cue_for(self, events: Iterable[Event]) -> Cue | None:
        """Return the one sound for what happened at once, the most telling; None for silence."""
        due = {cue for event in events if (cue := self._cue(event)) is not None}
        return next((cue for cue in _MOST_TELLING if cue in due), None)

    def _cue(self, event: Event) -> Cue | None:
        match event:
            case Finished() | Halfway() | Resumed():
                return _PLAIN[type(event)]
            case LeadInStarted():
                self._preparing = True
                return Cue.GET_READY
            case StepStarted(step):
                return self._entered(step)
            case StepEnded(step, completed=True) if step.kind == "hold" and step.duration_s >= LONG_HOLD_S:
                return Cue.END
            case Countdown(step, lead_in=lead_in) if lead_in or step.kind in COUNTED:
                return Cue.COUNT
            case _:
                return None

    def _entered(self, step: Step) -> Cue | None:
        if is_work(step):
            started, self._preparing = self._preparing, False
            return Cue.START if started else None
        self._preparing = True
        if step.kind == "switch_side":
            return Cue.SWITCH_SIDE
        return None if step.kind in ("rest", "ease_out") else Cue.GET_READY
