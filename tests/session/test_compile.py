from collections import defaultdict
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backguide.catalogue.model import POSITIONS, RoutineItem
from backguide.session.compile import compile_timeline, order_by_position, single_exercise_routine
from backguide.session.errors import SessionError
from backguide.session.outline import is_work
from backguide.session.preferences import SessionPreferences
from backguide.session.timeline import START, Timeline
from tests.session.builders import catalogue, dose, exercise, part, plain, routine, timeline


def shape(line: Timeline) -> list[tuple[str, float, str | None, int, int]]:
    return [(step.kind, step.duration_s, step.side, step.set, step.repetition) for step in line.steps]


def seconds_per_side(line: Timeline) -> dict[str | None, float]:
    seconds: dict[str | None, float] = defaultdict(float)
    for step in line.steps:
        if is_work(step):
            seconds[step.side] += step.duration_s
    return dict(seconds)


def test_alternating_repetitions_go_right_left_right_left_and_count_per_side():
    line = timeline(exercise(sides="alternate", of=dose(repetitions=2)))

    assert shape(line) == [
        ("get_ready", 15, "right", 1, 0),
        *[("enter", 2, "right", 1, 1), ("hold", 6, "right", 1, 1), ("return", 3, "right", 1, 1)],
        *[("enter", 2, "left", 1, 1), ("hold", 6, "left", 1, 1), ("return", 3, "left", 1, 1)],
        *[("enter", 2, "right", 1, 2), ("hold", 6, "right", 1, 2), ("return", 3, "right", 1, 2)],
        *[("enter", 2, "left", 1, 2), ("hold", 6, "left", 1, 2), ("return", 3, "left", 1, 2)],
    ]
    assert line.duration_s == 15 + 4 * 11


def test_side_by_side_does_one_side_then_changes_in_every_set():
    line = timeline(exercise(sides="each", position="supine", of=dose(sets=2, repetitions=1)))

    assert shape(line) == [
        ("get_ready", 15, "right", 1, 0),
        *[("enter", 2, "right", 1, 1), ("hold", 6, "right", 1, 1), ("return", 3, "right", 1, 1)],
        ("switch_side", 5, "left", 1, 0),
        *[("enter", 2, "left", 1, 1), ("hold", 6, "left", 1, 1), ("return", 3, "left", 1, 1)],
        ("rest", 30, "right", 2, 0),
        ("get_ready", 5, "right", 2, 0),
        *[("enter", 2, "right", 2, 1), ("hold", 6, "right", 2, 1), ("return", 3, "right", 2, 1)],
        ("switch_side", 5, "left", 2, 0),
        *[("enter", 2, "left", 2, 1), ("hold", 6, "left", 2, 1), ("return", 3, "left", 2, 1)],
    ]


def test_flow_goes_from_the_last_part_to_the_first_and_returns_only_at_the_end_of_the_set():
    flowing = dose(part("Cow"), part("Cat"), sets=2, repetitions=2, rest_s=20, flow=True)
    line = timeline(exercise("cat-cow", "none", of=flowing))

    assert [
        (step.kind, step.set, step.repetition, step.part, step.came_from)
        for step in line.steps
        if is_work(step) and step.kind != "hold"
    ] == [
        entry
        for number in (1, 2)
        for entry in [
            ("enter", number, 1, 0, START),
            ("enter", number, 1, 1, 0),
            ("enter", number, 2, 0, 1),
            ("enter", number, 2, 1, 0),
            ("return", number, 2, 1, 1),
        ]
    ]
    assert {step.side for step in line.steps} == {None}


def test_without_flow_every_repetition_starts_from_the_start_position():
    line = timeline(exercise("cat-cow", "none", of=dose(part("Cow"), part("Cat"), repetitions=2)))

    entered = [(step.part, step.came_from) for step in line.steps if step.kind == "enter"]
    assert entered == [(0, START), (1, 0), (0, START), (1, 0)]
    assert [step.repetition for step in line.steps if step.kind == "return"] == [1, 2]


def test_flow_never_runs_on_from_one_side_into_the_other():
    for sides in ("alternate", "each"):
        line = timeline(exercise(sides=sides, of=dose(repetitions=3, flow=True)))
        for before, after in pairwise(line.steps):
            if is_work(before) and is_work(after) and before.side != after.side:
                assert before.kind == "return"
                assert after.came_from == START


def test_a_part_that_is_not_held_and_a_return_of_no_length_have_no_step():
    line = timeline(exercise(sides="none", of=dose(part(hold_s=0), return_s=0, sets=2, rest_s=0)))

    assert [step.kind for step in line.steps] == ["get_ready", "enter", "get_ready", "enter"]


def test_a_change_of_position_gets_more_time_than_a_change_of_exercise():
    line = timeline(
        exercise("bird-dog", "none"),
        exercise("cat-cow", "none"),
        exercise("dead-bug", "none", "supine"),
        exercise("windmill", "none", "standing"),
    )

    between = [(step.kind, step.duration_s, step.item, step.say) for step in line.steps if not is_work(step)]
    assert between == [
        ("get_ready", 15, 0, "On your hands and knees: bird dog."),
        ("get_ready", 10, 1, "Get ready: cat cow."),
        ("change_position", 15, 2, "Come onto your back."),
        ("get_ready", 5, 2, "Get ready: dead bug."),
        ("change_position", 15, 3, "Stand up slowly."),
        ("get_ready", 5, 3, "Get ready: windmill."),
    ]


def test_a_session_that_starts_standing_needs_no_time_to_get_down():
    first = timeline(exercise("windmill", "none", "standing")).steps[0]

    assert (first.kind, first.duration_s, first.say) == ("get_ready", 5, "Standing: windmill.")


def test_the_first_side_can_be_the_left():
    line = timeline(exercise(), preferences=SessionPreferences(first_side="left"))

    assert [step.side for step in line.steps if step.kind == "hold"] == ["left", "right"]
    assert line.steps[0].say == "Hands and knees: bird dog, left leg first."


def test_rolling_over_gets_the_time_of_a_change_of_exercise():
    line = timeline(exercise("clam", "each", "side-lying"))

    assert [step.duration_s for step in line.steps if step.kind == "switch_side"] == [10]


def test_the_numbers_of_a_routine_replace_those_of_the_variation():
    bird_dog = exercise(sides="none", of=dose(part("A"), part("B"), sets=1, repetitions=1))
    item = RoutineItem("bird-dog", "plain", sets=2, repetitions=3, hold_s=9.5)

    line = compile_timeline(routine(item), catalogue(bird_dog))

    holds = [step.duration_s for step in line.steps if step.kind == "hold"]
    assert holds == [9.5] * (2 * 3 * 2)


@pytest.mark.parametrize(
    "item",
    [
        RoutineItem("bird-dog", "plain", sets=0),
        RoutineItem("bird-dog", "plain", repetitions=0),
        RoutineItem("bird-dog", "plain", hold_s=-1),
        RoutineItem("bird-dog", "plain", hold_s=float("nan")),
        RoutineItem("bird-dog", "unheard-of"),
        RoutineItem("unheard-of", "plain"),
    ],
)
def test_what_cannot_be_done_is_refused_in_one_sentence(item):
    with pytest.raises(SessionError) as refused:
        compile_timeline(routine(item), catalogue(exercise()))

    assert str(refused.value).count(".") == 1


def test_a_routine_without_exercises_has_no_length():
    assert compile_timeline(routine(), catalogue()).duration_s == 0


def test_a_single_exercise_becomes_a_routine_of_its_own_dose():
    bird_dog = exercise(of=dose(repetitions=4))

    alone = single_exercise_routine(bird_dog, bird_dog.variation("harder"))

    line = compile_timeline(alone, catalogue(bird_dog))
    assert (alone.name, alone.counts_as) == ("Bird dog", {"mobility", "strength"})
    assert {(step.exercise, step.variation) for step in line.steps} == {("bird-dog", "harder")}
    assert max(step.repetition for step in line.steps) == 4


def test_ordering_by_position_gathers_positions_and_keeps_the_rest():
    known = [
        exercise("a", position="supine"),
        exercise("b", position="standing"),
        exercise("c", position="supine"),
        exercise("d", position="hands-and-knees"),
        exercise("e", position="standing"),
    ]

    ordered = order_by_position(plain(*known).items, catalogue(*known))

    assert [item.exercise for item in ordered] == ["a", "c", "b", "e", "d"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"get_ready_s": -1.0},
        {"switch_side_s": float("inf")},
        {"first_side": "both"},
        {"change_position_s": 5.0, "change_exercise_s": 10.0},
    ],
)
def test_preferences_that_make_no_sense_are_refused(wrong):
    with pytest.raises(ValueError, match=r"must"):
        SessionPreferences(**wrong)


seconds = st.floats(0, 90).map(lambda value: round(value, 1))
doses = st.builds(
    lambda parts, **numbers: dose(*parts, **numbers),
    st.lists(st.builds(part, enter_s=seconds, hold_s=seconds), min_size=1, max_size=3),
    sets=st.integers(1, 3),
    repetitions=st.integers(1, 4),
    return_s=seconds,
    rest_s=seconds,
    flow=st.booleans(),
)
exercises = st.lists(
    st.builds(
        exercise,
        sides=st.sampled_from(["none", "alternate", "each"]),
        position=st.sampled_from(POSITIONS),
        of=doses,
    ),
    min_size=1,
    max_size=4,
).map(lambda found: [replace(each, slug=f"e{index}") for index, each in enumerate(found)])


@given(exercises)
def test_every_routine_is_contiguous_true_and_fair_to_both_sides(found):
    line = timeline(*found)

    assert [step.index for step in line.steps] == list(range(len(line.steps)))
    assert line.steps[0].start_s == 0
    for before, after in pairwise(line.steps):
        assert after.start_s == before.end_s
    assert all(step.duration_s > 0 for step in line.steps)
    assert line.duration_s == pytest.approx(sum(step.duration_s for step in line.steps))
    for item, each in enumerate(found):
        sided = replace(line, steps=tuple(step for step in line.steps if step.item == item))
        done = seconds_per_side(sided)
        if each.variations[0].sides == "none":
            assert set(done) <= {None}
        else:
            assert done.get("left", 0) == pytest.approx(done.get("right", 0))
            assert None not in done


@given(exercises)
def test_every_moment_belongs_to_the_step_that_runs_then(found):
    line = timeline(*found)

    for step in line.steps:
        assert line.at(step.start_s) is step
        assert line.at((step.start_s + step.end_s) / 2) is step
