"""What whole sessions say, and when: over all routines and exercises that the program comes with."""

from bisect import bisect_right
from itertools import pairwise

import pytest

from backguide import assets
from backguide.catalogue.load import load_catalogue
from backguide.desktop.speech_clips import read_clips
from backguide.session import speech
from backguide.session.compile import compile_timeline, single_exercise_routine
from backguide.session.events import Countdown, Finished, Halfway, StepEnded, StepStarted
from backguide.session.outline import is_work
from backguide.session.player import Player
from backguide.session.preferences import SessionPreferences
from backguide.session.speech_plan import (
    END_TONE_S,
    FINISHED_TONE_S,
    LONG_HOLD_S,
    START_TONE_S,
    SpeechPlan,
)
from tests.session.builders import HandClock

CATALOGUE = load_catalogue(assets.folder())
CLIPS = read_clips(assets.folder() / "cues")
ROUTINES = {
    **CATALOGUE.routines,
    **{
        f"{exercise.slug}/{variation.slug}": single_exercise_routine(exercise, variation)
        for exercise in CATALOGUE.exercises.values()
        for variation in exercise.variations
    },
}
LEVELS = ("full", "short")
READY_S = (3.0, 5.0, 15.0)
TICK_S = 0.12


def said_in(timeline, level, catalogue=CATALOGUE, seconds_of=CLIPS.seconds):
    """Play the session and return (start, end, texts) of all that is said, in order."""
    plan = SpeechPlan(timeline, catalogue, level, seconds_of)
    return [
        (at_s + said.after_s, at_s + said.after_s + said.seconds, said.texts)
        for event, at_s in happenings(timeline)
        if (said := utterance(plan, event)) is not None
    ]


def happenings(timeline):
    clock = HandClock()
    player = Player(timeline, clock)
    player.start()
    while player.state == "running":
        yield from ((event, event.at_s) for event in player.advance())
        clock.move(0.1)
    yield from ((event, event.at_s) for event in player.advance())


def utterance(plan, event):
    match event:
        case StepStarted(step):
            return plan.at_start_of(step)
        case Halfway():
            return plan.at_halfway(event)
        case Countdown():
            return plan.at_count(event)
        case Finished():
            return plan.at_end()
    return None


def kept_tones(timeline, level):
    """Return (start, end) of the tones that words never replace and must not cover."""
    plan = SpeechPlan(timeline, CATALOGUE, level, CLIPS.seconds)
    preparing = True
    for event, at_s in happenings(timeline):
        match event:
            case StepStarted(step):
                if is_work(step) and preparing:
                    yield at_s, at_s + START_TONE_S
                preparing = not is_work(step)
            case StepEnded(step) if step.kind == "hold" and step.duration_s >= LONG_HOLD_S:
                yield at_s, at_s + END_TONE_S
            case Countdown(step) if step.kind == "hold" and plan.at_count(event) is None:
                yield at_s, at_s + TICK_S
            case Halfway() if plan.at_halfway(event) is None:
                yield at_s, at_s + 0.55
            case Finished():
                yield at_s, at_s + FINISHED_TONE_S


def lines(preferences=None):
    for routine in ROUTINES.values():
        yield compile_timeline(routine, CATALOGUE, preferences or SessionPreferences())


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("ready_s", READY_S)
@pytest.mark.parametrize("side", ["left", "right"])
def test_no_two_sentences_overlap_and_none_covers_a_tone(level, ready_s, side):
    for line in lines(SessionPreferences(get_ready_s=ready_s, first_side=side)):
        said = said_in(line, level)
        for (_, end_s, texts), (start_s, _, following) in pairwise(said):
            assert end_s <= start_s, (line.routine, texts, following)
        starts = [start_s for start_s, _, _ in said]
        for tone_start_s, tone_end_s in kept_tones(line, level):
            index = bisect_right(starts, tone_start_s) - 1
            assert index < 0 or said[index][1] <= tone_start_s, (line.routine, said[index])
            later = said[index + 1 : index + 2]
            assert not later or later[0][0] >= tone_end_s, (line.routine, later)


@pytest.mark.parametrize("level", LEVELS)
def test_every_exercise_and_every_side_is_announced_before_it_begins(level):
    for line in lines():
        said = said_in(line, level)
        for step in line.steps:
            first = step.kind == "enter" and step.repetition == 1 and step.part == 0 and step.set == 1
            if not first:
                continue
            way_in = [other for other in line.steps if other.item == step.item and not is_work(other)]
            begins_s = way_in[0].start_s
            heard = " ".join(" ".join(texts) for at_s, _, texts in said if begins_s <= at_s <= step.start_s)
            exercise, variation = look_up(step)
            assert exercise.name.lower() in heard.lower(), (line.routine, heard)
            if step.side is not None:
                assert speech.side_words(variation, step.side)[:-1].lower() in heard.lower(), heard


@pytest.mark.parametrize("level", LEVELS)
def test_every_change_of_position_and_of_sides_is_said_at_once(level):
    for line in lines():
        plan = SpeechPlan(line, CATALOGUE, level, CLIPS.seconds)
        for step in line.steps:
            exercise, variation = look_up(step)
            said = plan.at_start_of(step)
            if step.kind == "change_position":
                assert speech.come_into(exercise.position) in said.texts
            if step.kind == "switch_side":
                assert said.texts == (speech.change_sides(exercise.position, variation, step.side),)
                assert said.after_s == 0.0


def test_the_side_that_is_said_is_the_side_that_works():
    for line in lines():
        plan = SpeechPlan(line, CATALOGUE, "full", CLIPS.seconds)
        for step in line.steps:
            said = plan.at_start_of(step)
            if said is None or step.side is None:
                continue
            _, variation = look_up(step)
            other = "left" if step.side == "right" else "right"
            wrong = {speech.side_words(variation, other), speech.side_first(variation, other)}
            assert not wrong & set(said.texts), (line.routine, step)


def test_first_repetitions_are_explained_and_later_ones_are_not():
    for line in lines():
        plan = SpeechPlan(line, CATALOGUE, "full", CLIPS.seconds)
        for step in line.steps:
            said = plan.at_start_of(step)
            if step.kind not in ("enter", "hold") or said is None:
                continue
            if step.repetition > 2:
                assert not {part.hold_say for part in look_up(step)[1].dose.parts} & set(said.texts)
                assert step.say not in said.texts


def test_every_way_in_is_explained_once_a_set():
    for line in lines():
        plan = SpeechPlan(line, CATALOGUE, "full", CLIPS.seconds)
        for step in line.steps:
            if step.kind == "enter" and step.repetition == 1 and step.side in (None, "right"):
                assert plan.at_start_of(step).texts == (step.say,), line.routine


def test_every_instruction_of_an_exercise_is_said_at_least_once():
    """What does not fit into a first repetition is said in the second."""
    unsaid = set()
    for line in lines():
        texts = {text for _, _, said in said_in(line, "full") for text in said}
        unsaid |= {(step.exercise, step.say) for step in line.steps if is_work(step)} - {
            (step.exercise, step.say) for step in line.steps if step.say in texts
        }
    assert unsaid == set()


def test_the_short_level_explains_nothing():
    instructions = {
        text
        for exercise in CATALOGUE.exercises.values()
        for variation in exercise.variations
        for part in variation.dose.parts
        for text in (part.enter_say, part.hold_say, variation.dose.return_say)
    }
    for line in lines():
        said = {text for _, _, texts in said_in(line, "short") for text in texts}
        assert not said & instructions
        assert not said & {speech.HALFWAY, *speech.COUNTS.values(), speech.LAST_ONE}


def test_long_holds_are_counted_and_halved_aloud():
    said = said_in(compile_timeline(ROUTINES["childs-pose/knees-wide"], CATALOGUE), "full")
    last = [(start_s, texts) for start_s, _, texts in said if texts[0] in speech.COUNTS.values()]
    hold = next(
        s for s in compile_timeline(ROUTINES["childs-pose/knees-wide"], CATALOGUE).steps if s.kind == "hold"
    )
    assert last == [(hold.end_s - left, (speech.COUNTS[left],)) for left in (3, 2, 1)]
    assert (hold.start_s + hold.duration_s / 2, (speech.HALFWAY,)) in [(s, t) for s, _, t in said]


def test_a_short_hold_is_counted_by_ticks():
    said = said_in(compile_timeline(ROUTINES["bird-dog/leg-only"], CATALOGUE), "full")
    assert not {text for _, _, texts in said for text in texts} & {*speech.COUNTS.values(), speech.HALFWAY}


def test_a_session_ends_with_one_closing_sentence_after_its_last_tone():
    for line in lines():
        start_s, _, texts = said_in(line, "full")[-1]
        assert texts == (speech.FINISHED,)
        assert start_s >= line.duration_s + FINISHED_TONE_S


def test_half_of_a_long_session_is_told_once():
    for line in lines():
        told = [start_s for start_s, _, texts in said_in(line, "full") if speech.HALF_OF_SESSION in texts]
        items = {step.item for step in line.steps}
        assert len(told) <= 1
        if told:
            assert told[0] >= line.duration_s / 2
            assert len(items) > 1


def test_a_session_in_which_nothing_can_be_said_is_silent():
    line = compile_timeline(CATALOGUE.routines["strength"], CATALOGUE)
    assert said_in(line, "full", seconds_of=lambda _text: None) == []


def test_a_sentence_without_a_clip_takes_the_next_best():
    line = compile_timeline(CATALOGUE.routines["strength"], CATALOGUE)
    first = line.steps[0]
    start = speech.start_in("hands-and-knees")
    plan = SpeechPlan(line, CATALOGUE, "full", lambda text: None if text == start else CLIPS.seconds(text))
    assert plan.at_start_of(first).texts == ("Cat cow.",)


def test_going_on_with_a_session_names_exercise_and_side():
    line = compile_timeline(ROUTINES["bird-dog/leg-only"], CATALOGUE)
    step = next(step for step in line.steps if step.kind == "hold" and step.side == "left")
    plan = SpeechPlan(line, CATALOGUE, "full", CLIPS.seconds)
    assert plan.in_lead_in(step, 5.0).texts == ("Bird dog.", "Left leg.")
    assert plan.in_lead_in(step, 4.5).texts == ("Left leg.",)


def test_what_is_said_next_can_be_loaded_beforehand():
    line = compile_timeline(CATALOGUE.routines["strength"], CATALOGUE)
    plan = SpeechPlan(line, CATALOGUE, "full", CLIPS.seconds)
    for before, step in pairwise(line.steps):
        said = plan.at_start_of(step)
        assert said is None or set(said.texts) <= set(plan.said_next(before))


def look_up(step):
    exercise = CATALOGUE.exercises[step.exercise]
    return exercise, exercise.variation(step.variation)
