import pytest

from backguide.catalogue.model import Routine, RoutineItem
from backguide.session.compile import compile_timeline
from backguide.session.outline import is_work
from backguide.session.progress import Progress
from backguide.session.timeline import Timeline
from backguide.ui.session_words import (
    counts_line,
    dose_of,
    length_words,
    limb_words,
    minutes_seconds,
    next_words,
    phase_word,
    ring_words,
    spoken_step,
    whole_seconds_left,
)


@pytest.fixture(scope="module")
def strength(catalogue) -> Timeline:
    return compile_timeline(catalogue.routines["strength"], catalogue)


def first(timeline, kind, exercise):
    return next(step for step in timeline.steps if (step.kind, step.exercise) == (kind, exercise))


@pytest.mark.parametrize(("left_s", "shown"), [(5.0, 5), (4.99, 5), (4.0 + 1e-9, 4), (0.2, 1), (0.0, 0)])
def test_a_countdown_shows_a_second_until_it_is_over(left_s, shown):
    assert whole_seconds_left(left_s) == shown


@pytest.mark.parametrize(
    ("left_s", "words"),
    [(1.0, (1, "second")), (45.0, (45, "seconds")), (99.0, (99, "seconds")), (100.0, ("1:40", "minutes"))],
)
def test_long_steps_are_counted_as_on_a_clock(left_s, words):
    assert ring_words(left_s) == words


def test_lengths_are_told_as_on_a_clock_and_in_words():
    assert minutes_seconds(500) == "8:20"
    assert [length_words(seconds) for seconds in (40, 120, 700)] == ["40 s", "2 min", "11 min 40 s"]


def test_what_works_is_told_in_two_lines(catalogue):
    bird_dog = catalogue.exercises["bird-dog"]
    assert limb_words(bird_dog.variation("arm-and-leg"), "left") == ("Left leg", "and right arm")
    assert limb_words(bird_dog.variation("leg-only"), "left") == ("Left leg", "")


def test_the_next_words_name_set_side_and_exercise(catalogue, strength):
    rest = first(strength, "rest", "bear-hold")
    assert next_words(catalogue, strength, rest).title == "Set 2 of 2"
    switch = first(strength, "switch_side", "side-plank-clamshell")
    words = next_words(catalogue, strength, switch)
    assert (words.title, words.sub) == ("Left leg on top, 8 times", "then supine march")
    last = strength.steps[-1]
    assert next_words(catalogue, strength, last) is None


def test_the_dose_is_the_routines_own_in_the_words_of_the_other_pages(catalogue):
    items = (RoutineItem("bird-dog", "arm-and-leg", sets=2, repetitions=4, hold_s=7),)
    routine = Routine("own", "Own", "", frozenset({"strength"}), None, items)
    timeline = compile_timeline(routine, catalogue)
    assert dose_of(catalogue, timeline, timeline.steps[0]) == "2 sets of 4 × 7\u00a0s each side"


def test_every_step_of_every_routine_has_its_words(catalogue):
    for routine in catalogue.routines.values():
        timeline = compile_timeline(routine, catalogue)
        for step in timeline.steps:
            coming = next_words(catalogue, timeline, step)
            assert coming is None or (coming.title and coming.sub)
            assert is_work(step) or counts_line(timeline, step)
            assert "of 0" not in counts_line(timeline, step)
            assert dose_of(catalogue, timeline, step)


def test_a_lead_in_says_get_ready_whatever_the_step_is(strength):
    hold = first(strength, "hold", "bird-dog")
    assert phase_word(Progress(strength, hold, hold.start_s, 3.0)) == "Get ready"
    assert phase_word(Progress(strength, hold, hold.start_s, 0.0)) == "Hold"


def test_a_spoken_step_names_the_side_where_it_begins_and_not_in_the_hold(catalogue, strength):
    enter, hold = first(strength, "enter", "bird-dog"), first(strength, "hold", "bird-dog")
    said = spoken_step(catalogue, Progress(strength, enter, enter.start_s, 0.0))
    assert said == f"Move in. Right leg and left arm. {enter.say}"
    said = spoken_step(catalogue, Progress(strength, hold, hold.start_s, 0.0))
    assert said == f"Hold. {hold.say}"
