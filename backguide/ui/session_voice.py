"""What a session says while it runs, and which tones that leaves: words and tones never overlap."""

from collections.abc import Iterable

from backguide.catalogue.model import Catalogue
from backguide.desktop.preferences import VoiceLevel
from backguide.desktop.sound import Cue
from backguide.desktop.speech import SpeechPlayer
from backguide.session import speech
from backguide.session.events import (
    Countdown,
    Event,
    Finished,
    Halfway,
    LeadInStarted,
    Paused,
    StepEnded,
    StepStarted,
    Stopped,
    TimelineChanged,
)
from backguide.session.speech_plan import SpeechPlan, Utterance
from backguide.session.timeline import Timeline
from backguide.ui.services import Services

_OFTEN_SAID = (speech.HALFWAY, *speech.COUNTS.values(), speech.FINISHED)
_SAID_INSTEAD = frozenset({Cue.GET_READY, Cue.SWITCH_SIDE, Cue.HALFWAY, Cue.COUNT})
_NEVER_OVER_WORDS = frozenset({Cue.HALFWAY, Cue.COUNT})


class SessionVoice:
    """Turns the player's events into spoken sentences. At the level "beeps" it says nothing."""

    def __init__(
        self,
        player: SpeechPlayer,
        catalogue: Catalogue,
        timeline: Timeline,
        level: VoiceLevel,
        turn: int = 0,
    ) -> None:
        """`turn` chooses the kind words (see SpeechPlan)."""
        self._player = player
        self._catalogue = catalogue
        self._level = level
        self._turn = turn
        self._encourages = True
        self._plan = self._plan_for(timeline)
        self._busy_until_s = 0.0
        if self._plan is not None and timeline.steps:
            player.prepare(self._plan.said_next(timeline.steps[0]))

    def hear(self, events: Iterable[Event], cue: Cue | None, now_s: float) -> Cue | None:
        """Say what these events call for and return the tone to play with it, if any.

        Of several things at once only the last is said. `now_s` is the clock's time.
        """
        if self._plan is None:
            return cue
        due: Utterance | None = None
        for event in events:
            if isinstance(event, TimelineChanged):
                self._plan = self._plan_for(event.timeline) or self._plan
            if _interrupts(event):
                self.stop()
                due = None
            due = self._utterance(self._plan, event) or due
        if due is not None and self._player.say(due.texts, due.after_s):
            self._busy_until_s = now_s + due.after_s + due.seconds
            return None if cue in _SAID_INSTEAD else cue
        return None if cue in _NEVER_OVER_WORDS and now_s < self._busy_until_s else cue

    def stop_encouraging(self) -> None:
        """Leave kind words out from now on: they are out of place once something hurt."""
        self._encourages = False

    def stop(self) -> None:
        """Be silent at once."""
        self._busy_until_s = 0.0
        self._player.stop()

    def _plan_for(self, timeline: Timeline) -> SpeechPlan | None:
        if self._level == "beeps":
            return None
        return SpeechPlan(timeline, self._catalogue, self._level, self._player.seconds, self._turn)

    def _utterance(self, plan: SpeechPlan, event: Event) -> Utterance | None:
        match event:
            case StepStarted(step):
                self._player.prepare((*_OFTEN_SAID, *plan.said_next(step)))
                said = plan.at_start_of(step)
                return None if said is not None and said.encourages and not self._encourages else said
            case LeadInStarted(step, duration_s=lead_in_s):
                return plan.in_lead_in(step, lead_in_s)
            case Halfway():
                return plan.at_halfway(event)
            case Countdown():
                return plan.at_count(event)
            case Finished():
                return plan.at_end()
            case _:
                return None


def prepare_opening(services: Services, timeline: Timeline) -> None:
    """Have the sound output looked for, and the first words of this session ready when it begins."""
    services.speech.wake()
    level = services.preferences.values.voice
    if level != "beeps" and timeline.steps:
        plan = SpeechPlan(timeline, services.catalogue, level, services.speech.seconds)
        services.speech.prepare(plan.said_next(timeline.steps[0]))


def _interrupts(event: Event) -> bool:
    """Tell whether what is being said has lost its meaning."""
    return isinstance(event, Paused | Stopped) or (isinstance(event, StepEnded) and not event.completed)
