"""The voice in a running session: what is said, when, and which tones remain."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from backguide import assets
from backguide.catalogue.model import Routine, RoutineItem
from backguide.desktop.preferences import Preferences
from backguide.desktop.sound import Cue
from backguide.desktop.speech_clips import read_clips
from backguide.session import speech
from backguide.session.compile import compile_timeline
from backguide.session.events import StepStarted
from backguide.ui.live_preferences import LivePreferences
from backguide.ui.session_care import SessionCare
from backguide.ui.session_run import SessionRun
from backguide.ui.session_voice import SessionVoice

CLIPS = read_clips(assets.folder() / "cues")
SIDES = Routine(
    "sides", "Sides", "", frozenset({"mobility"}), None, (RoutineItem("leg-swing", "part-way", hold_s=22),)
)
FRAME_S = 0.05


class Ear:
    """Hears tones and words alike, with the clock's time."""

    def __init__(self, clock, works=True):
        self.clock = clock
        self.works = works
        self.tones = []
        self.words = []
        self.prepared = set()
        self.stops = 0
        self.woken = 0

    def play(self, cue):
        self.tones.append((self.clock.monotonic_s(), cue))

    def expect_sound(self):
        pass

    def seconds(self, text):
        return CLIPS.seconds(text)

    def wake(self):
        self.woken += 1

    def prepare(self, texts):
        self.prepared |= set(texts)

    def say(self, texts, after_s=0.0):
        if not self.works:
            return False
        assert set(texts) <= self.prepared, "said before it was loaded"
        self.words.append((self.clock.monotonic_s() + after_s, tuple(texts)))
        return True

    def stop(self):
        self.stops += 1

    @property
    def said(self):
        return [texts for _, texts in self.words]

    @property
    def cues(self):
        return [cue for _, cue in self.tones]


@pytest.fixture
def ear(clock):
    return Ear(clock)


@pytest.fixture
def make_run(qtbot, services, clock, ear):
    runs = []

    def make(level="full", sound_on=True, routine=SIDES):
        preferences = LivePreferences(Preferences(voice=level, sound_on=sound_on))
        heard = replace(services, sounds=ear, speech=ear, preferences=preferences)
        runs.append(SessionRun(heard, compile_timeline(routine, services.catalogue), None))
        return runs[-1]

    yield make
    for run in runs:
        run.put_down()


def play(run, clock, seconds=10_000.0):
    passed_s = 0.0
    while run.state == "running" and passed_s < seconds:
        clock.move(FRAME_S)
        passed_s += FRAME_S
        run.advance()


def test_a_whole_session_in_full(make_run, clock, ear):
    run = make_run()
    began_s = clock.monotonic_s()
    run.start()
    play(run, clock)
    swing = "Lift one leg and let it cross over slowly."
    side = [
        (swing,),
        ("Shoulders flat, and let the leg hang.",),
        (speech.HALFWAY,),
        *[(speech.COUNTS[left],) for left in (3, 2, 1)],
        ("Bring the leg back the way it went.",),
    ]
    assert ear.said == [
        (speech.start_in("supine"), "Leg swing.", "Right leg first."),
        *side,
        ("Change sides: left leg.",),
        *side,
        (speech.FINISHED,),
    ]
    assert ear.words[0][0] == began_s
    ticks = [Cue.COUNT] * 3
    assert ear.cues == [*ticks, Cue.START, Cue.END, *ticks, Cue.START, Cue.END, Cue.FINISHED]


def test_words_begin_within_a_frame_of_their_step(make_run, clock, ear):
    run = make_run()
    run.start()
    began_s = clock.monotonic_s()
    line = run.progress.timeline
    play(run, clock)
    change = next(step for step in line.steps if step.kind == "switch_side")
    at_s = next(at_s for at_s, texts in ear.words if texts == ("Change sides: left leg.",))
    assert 0 <= at_s - began_s - change.start_s <= FRAME_S + 1e-6


def test_tones_and_words_never_sound_at_once(make_run, services, clock, ear):
    run = make_run(routine=services.catalogue.routines["stiffness-relief"])
    run.start()
    play(run, clock)
    spoken = [
        (at_s, at_s + sum(CLIPS.seconds(text) for text in texts) + 0.15 * (len(texts) - 1))
        for at_s, texts in ear.words
    ]
    assert len(spoken) > 50
    for tone_s, cue in ear.tones:
        covering = [
            texts
            for (start_s, end_s), texts in zip(spoken, ear.said, strict=True)
            if start_s <= tone_s < end_s
        ]
        assert covering == [], cue


def test_short_says_names_and_sides(make_run, clock, ear):
    run = make_run("short")
    run.start()
    play(run, clock)
    assert ear.said == [
        (speech.start_in("supine"), "Leg swing.", "Right leg first."),
        ("Change sides: left leg.",),
        (speech.FINISHED,),
    ]
    assert ear.cues.count(Cue.HALFWAY) == 2
    assert ear.cues.count(Cue.COUNT) == 12


def test_tones_alone(make_run, clock, ear):
    run = make_run("beeps")
    run.start()
    play(run, clock)
    assert ear.said == []
    assert {Cue.GET_READY, Cue.SWITCH_SIDE, Cue.HALFWAY} <= set(ear.cues)


def test_without_a_voice_that_works_the_tones_take_over(make_run, clock, ear):
    ear.works = False
    run = make_run()
    run.start()
    play(run, clock)
    assert {Cue.GET_READY, Cue.SWITCH_SIDE, Cue.HALFWAY} <= set(ear.cues)
    assert ear.cues.count(Cue.COUNT) == 12


def test_silence_is_silent(make_run, clock, ear):
    run = make_run(sound_on=False)
    run.start()
    play(run, clock)
    assert ear.said == []
    assert ear.cues == []


@pytest.mark.parametrize("command", ["pause", "go_next", "stop", "put_down"])
def test_words_stop_when_they_lose_their_meaning(make_run, clock, ear, command):
    run = make_run()
    run.start()
    play(run, clock, 1.0)
    before = ear.stops
    getattr(run, command)()
    assert ear.stops > before


def test_kind_words_end_when_something_hurt(services, clock, ear):
    line = compile_timeline(services.catalogue.routines["strength"], services.catalogue)
    voice = SessionVoice(ear, services.catalogue, line, "full")
    for step in line.steps:
        voice.hear((StepStarted(step, step.start_s),), None, clock.monotonic_s())
    praised = [texts for texts in ear.said if texts[0] in speech.ENCOURAGEMENTS]
    before = [texts for texts in ear.said if texts not in praised]
    assert praised
    ear.words.clear()
    voice.stop_encouraging()
    for step in line.steps:
        voice.hear((StepStarted(step, step.start_s),), None, clock.monotonic_s())
    assert ear.said == before


def test_where_one_jumps_to_is_announced(make_run, clock, ear):
    run = make_run()
    run.start()
    play(run, clock, 1.0)
    run.go_next()
    assert ear.said[-1] == ("Change sides: left leg.",)


def test_a_ready_page_has_the_sound_output_looked_for(qtbot, session, services, ear):
    session.flow._services = replace(services, speech=ear)
    session.flow.begin(services.catalogue.routines["strength"])
    assert ear.woken == 1
    first = (speech.start_in("hands-and-knees"), "Cat cow.")
    assert set(first) <= ear.prepared
    session.press(Qt.Key.Key_Escape)


@pytest.mark.parametrize("tell", ["nothing", "hurt", "skipped_for_pain"])
def test_a_session_in_which_something_hurt_has_no_more_kind_words(make_run, services, clock, ear, tell):
    run = make_run(routine=services.catalogue.routines["strength"])
    care = SessionCare(services, run)
    run.start()
    play(run, clock, 60.0)
    if tell == "hurt":
        care.hurt()
        play(run, clock)
        run.resume()
    elif tell == "skipped_for_pain":
        care.skipped_for_pain(0, "cat-cow")
    play(run, clock)
    assert run.state == "finished"
    praised = any(texts[0] in speech.ENCOURAGEMENTS for texts in ear.said)
    assert praised == (tell == "nothing")
