from backguide.catalogue.model import RoutineItem
from backguide.session.compile import compile_timeline
from backguide.session.outline import is_work
from tests.session.builders import catalogue, dose, exercise, routine, timeline


def test_what_is_said_names_the_side_as_long_as_it_fits():
    long = exercise("side-plank-clamshell", "each", "side-lying", dose(sets=2))
    said = [step.say for step in timeline(exercise("curl", "none"), long).steps if not is_work(step)]

    assert said[1:] == [
        "Come onto your side: right leg.",
        "Side plank clamshell, right leg first.",
        "Roll over: left leg.",
        "Rest. Next: set 2 of 2.",
        "Get ready: set 2 of 2, right leg first.",
        "Roll over: left leg.",
    ]
    alone = timeline(long)
    assert alone.steps[0].say == "On your side, right leg first."
    supine = timeline(exercise("dead-bug", "each", "supine"))
    assert supine.steps[0].say == "On your back: dead bug, right leg first."
    assert [step.say for step in supine.steps if step.kind == "switch_side"] == ["Change sides: left leg."]


def test_without_words_for_the_working_limbs_the_side_is_named():
    line = timeline(exercise("curl", "none"), exercise("dead-bug", "each", working=False))

    assert [step.say for step in line.steps if step.kind == "get_ready"][1] == (
        "Get ready: dead bug, right side first."
    )
    assert next(step.say for step in line.steps if step.kind == "switch_side") == "Change to your left side."
    rolling = timeline(exercise("clam", "each", "side-lying", working=False))
    assert (
        next(step.say for step in rolling.steps if step.kind == "switch_side")
        == "Roll over to the other side."
    )


def test_work_says_what_the_dose_says():
    line = timeline(exercise(sides="none"))

    assert [step.say for step in line.steps if is_work(step)] == ["Into Reach.", "Hold Reach.", "Come back."]


def test_another_variation_of_the_same_exercise_is_announced_by_its_own_name():
    bird_dog = exercise(sides="none")
    twice = routine(RoutineItem("bird-dog", "plain"), RoutineItem("bird-dog", "harder"))

    line = compile_timeline(twice, catalogue(bird_dog))

    assert [step.say for step in line.steps if step.kind == "get_ready"][1] == "Get ready: bird dog, harder."
    assert {step.variation for step in line.steps if step.item == 1} == {"harder"}
