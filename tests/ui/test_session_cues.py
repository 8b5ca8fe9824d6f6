import pytest

from backguide.desktop.sound import Cue
from backguide.session.events import (
    Countdown,
    Finished,
    Halfway,
    LeadInStarted,
    Paused,
    StepEnded,
    StepStarted,
)
from backguide.session.timeline import Step, StepKind
from backguide.ui.session_cues import SessionCues


def step(kind: StepKind, duration_s: float = 6.0) -> Step:
    return Step(3, kind, 30.0, duration_s, 0, "bird-dog", "leg-only", "right", 1, 1, 0, -1, "Do it.")


def ended(kind: StepKind, duration_s: float = 6.0, *, completed: bool = True) -> StepEnded:
    return StepEnded(step(kind, duration_s), 36.0, duration_s, completed)


@pytest.mark.parametrize(
    ("events", "cue"),
    [
        ((), None),
        ((Paused(3.0, "asked"),), None),
        ((StepStarted(step("get_ready"), 0.0),), Cue.GET_READY),
        ((StepStarted(step("change_position"), 0.0),), Cue.GET_READY),
        ((StepStarted(step("rest"), 0.0),), None),
        ((ended("hold"), StepStarted(step("return"), 36.0)), Cue.END),
        ((ended("hold", 4.0), StepStarted(step("rest"), 36.0)), None),
        ((ended("hold", completed=False),), None),
        ((ended("hold"), StepStarted(step("switch_side"), 36.0)), Cue.SWITCH_SIDE),
        ((ended("hold"), Finished(36.0)), Cue.FINISHED),
        ((Countdown(step("hold"), 33.0, 3),), Cue.COUNT),
        ((Countdown(step("get_ready"), 33.0, 2),), Cue.COUNT),
        ((Countdown(step("enter"), 33.0, 3),), None),
        ((Countdown(step("enter"), 33.0, 3, lead_in=True),), Cue.COUNT),
        ((Halfway(step("hold", 20.0), 40.0),), Cue.HALFWAY),
        ((Halfway(step("hold", 20.0), 40.0), Countdown(step("hold"), 40.0, 3)), Cue.HALFWAY),
    ],
)
def test_what_happens_at_once_has_one_sound(events, cue):
    cues = SessionCues()
    cues.cue_for([StepStarted(step("enter"), 20.0)])
    assert cues.cue_for(events) == cue


def test_only_the_first_repetition_after_a_preparation_is_started_by_a_sound():
    cues = SessionCues()
    cues.cue_for([StepStarted(step("get_ready"), 0.0)])
    assert cues.cue_for([ended("get_ready"), StepStarted(step("enter"), 36.0)]) == Cue.START
    assert cues.cue_for([StepStarted(step("hold"), 38.0)]) is None
    assert cues.cue_for([StepStarted(step("enter"), 44.0)]) is None


def test_a_session_that_is_gone_on_with_is_started_by_a_sound():
    cues = SessionCues()
    assert cues.cue_for([LeadInStarted(step("hold"), 30.0, 5.0)]) == Cue.GET_READY
    assert cues.cue_for([StepStarted(step("hold"), 30.0)]) == Cue.START
