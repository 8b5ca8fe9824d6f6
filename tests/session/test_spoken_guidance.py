"""Somebody who never looks: what has to be heard of every session at each level, and how seldom praise is."""

from itertools import pairwise

import pytest

from backguide.session import speech
from backguide.session.compile import compile_timeline
from backguide.session.encouragement import EVERY_S
from backguide.session.events import Halfway
from backguide.session.outline import is_work
from backguide.session.preferences import SessionPreferences
from backguide.session.speech_plan import SPOKEN_COUNT_FROM_S, SPOKEN_HALFWAY_FROM_S, SpeechPlan
from tests.session.test_speech_plan import (
    CATALOGUE,
    CLIPS,
    LEVELS,
    READY_S,
    ROUTINES,
    lines,
    look_up,
    said_in,
)

TURNS = range(len(speech.ENCOURAGEMENTS) + 1)


def encouragements(line, turn=0, level="full"):
    plan = SpeechPlan(line, CATALOGUE, level, CLIPS.seconds, turn)
    said = [(step, plan.at_start_of(step)) for step in line.steps]
    return [(step, words.texts[0]) for step, words in said if words is not None and words.encourages]


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("ready_s", READY_S)
def test_nothing_that_leads_to_an_exercise_passes_in_silence(level, ready_s):
    for line in lines(SessionPreferences(get_ready_s=ready_s)):
        plan = SpeechPlan(line, CATALOGUE, level, CLIPS.seconds)
        silent = [step for step in line.steps if not is_work(step) and plan.at_start_of(step) is None]
        assert silent == [], line.routine


@pytest.mark.parametrize("level", LEVELS)
def test_a_rest_tells_what_comes_next(level):
    rests = 0
    for line in lines():
        plan = SpeechPlan(line, CATALOGUE, level, CLIPS.seconds)
        for step in line.steps:
            if step.kind == "rest":
                rests += 1
                sets = max(other.set for other in line.steps if other.item == step.item)
                assert plan.at_start_of(step).texts == (speech.REST, speech.next_set(step.set, sets))
    assert rests > 10


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("ready_s", READY_S)
def test_a_session_tells_how_to_begin_unless_one_stands_already(level, ready_s):
    for line in lines(SessionPreferences(get_ready_s=ready_s)):
        position = look_up(line.steps[0])[0].position
        first = SpeechPlan(line, CATALOGUE, level, CLIPS.seconds).at_start_of(line.steps[0])
        assert speech.start_in(position) in first.texts or position == "standing", line.routine


def test_every_side_of_every_set_is_shown_the_way_in():
    for line in lines():
        plan = SpeechPlan(line, CATALOGUE, "full", CLIPS.seconds)
        for step in line.steps:
            by_turns = look_up(step)[1].sides == "alternate" and step.side == "left"
            if step.kind == "enter" and step.repetition == 1 and not by_turns:
                assert plan.at_start_of(step).texts == (step.say,), line.routine


def test_every_long_hold_is_halved_and_counted_aloud():
    counted = 0
    for line in lines():
        plan = SpeechPlan(line, CATALOGUE, "full", CLIPS.seconds)
        heard = {(round(at_s, 6), texts) for at_s, _, texts in said_in(line, "full")}
        for step in line.steps:
            if step.kind != "hold":
                continue
            half_s = step.start_s + step.duration_s / 2
            halved = (round(half_s, 6), (speech.HALFWAY,)) in heard
            assert halved == (step.duration_s >= SPOKEN_HALFWAY_FROM_S), line.routine
            assert (plan.at_halfway(Halfway(step, half_s)) is not None) == halved
            for left, word in speech.COUNTS.items():
                spoken = (round(step.end_s - left, 6), (word,)) in heard
                assert spoken == (step.duration_s >= SPOKEN_COUNT_FROM_S), line.routine
                counted += spoken
    assert counted > 100


def test_encouragement_is_rare_and_never_the_same_twice_in_a_row():
    given = 0
    for line in lines():
        for turn in TURNS:
            said = encouragements(line, turn)
            starts_s = [0.0, *(step.start_s for step, _ in said)]
            assert all(later - sooner >= EVERY_S for sooner, later in pairwise(starts_s)), line.routine
            assert all(one != other for (_, one), (_, other) in pairwise(said))
            given += len(said)
    assert given > 0


def test_encouragement_waits_for_what_is_known_already():
    for line in lines():
        assert all(step.repetition > 1 for step, _ in encouragements(line))


def test_encouragement_costs_no_other_word(monkeypatch):
    for name in CATALOGUE.routines:
        line = compile_timeline(ROUTINES[name], CATALOGUE)
        said = [words for words in said_in(line, "full") if words[2][0] not in speech.ENCOURAGEMENTS]
        monkeypatch.setattr("backguide.session.encouragement.EVERY_S", float("inf"))
        assert said == said_in(line, "full")
        monkeypatch.undo()


def test_the_short_level_does_not_encourage():
    assert all(encouragements(line, level="short") == [] for line in lines())


def test_the_same_turn_encourages_alike_and_another_begins_with_another_sentence():
    line = compile_timeline(CATALOGUE.routines["all-twelve"], CATALOGUE)
    assert encouragements(line, 3) == encouragements(line, 3)
    openings = {encouragements(line, turn)[0][1] for turn in TURNS}
    assert openings == set(speech.ENCOURAGEMENTS)
