"""Sessions of the exercises and routines that the program comes with."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backguide import assets
from backguide.catalogue.load import load_catalogue
from backguide.catalogue.model import Routine
from backguide.session.compile import compile_timeline, single_exercise_routine
from backguide.session.events import Finished, StepEnded, StepStarted
from backguide.session.outline import block_starts, is_work, item_spans, planned_work_s
from backguide.session.player import Player
from backguide.session.preferences import SessionPreferences
from backguide.session.wording import LONGEST_SENTENCE
from tests.session.builders import HandClock

CATALOGUE = load_catalogue(assets.folder())
ROUTINES: dict[str, Routine] = {
    **{f"routine {slug}": routine for slug, routine in CATALOGUE.routines.items()},
    **{
        f"{exercise.slug}/{variation.slug}": single_exercise_routine(exercise, variation)
        for exercise in CATALOGUE.exercises.values()
        for variation in exercise.variations
    },
}


@pytest.fixture(params=ROUTINES.values(), ids=ROUTINES.keys())
def line(request):
    return compile_timeline(request.param, CATALOGUE)


def test_there_is_something_to_do():
    assert len(CATALOGUE.exercises) >= 12


def test_both_sides_get_equal_seconds_in_every_set(line):
    planned = planned_work_s(line)

    for portion, seconds in planned.items():
        if portion.side is not None:
            other = portion._replace(side="left" if portion.side == "right" else "right")
            assert planned[other] == pytest.approx(seconds)


def test_the_steps_and_the_exercises_touch(line):
    spans = item_spans(line)

    assert all(after.start_s == before.end_s for before, after in pairwise(line.steps))
    assert all(after.start_s == before.end_s for before, after in pairwise(spans))
    assert (spans[0].start_s, spans[-1].end_s) == (0, line.duration_s)


def test_every_sentence_fits_the_stage(line):
    assert {step.say for step in line.steps if not 0 < len(step.say) <= LONGEST_SENTENCE} == set()


def test_the_body_never_jumps_from_one_part_to_another(line):
    """What a step comes from is what the step before it left the body in."""
    pose = -1
    for step in line.steps:
        if step.kind == "enter":
            assert step.came_from == pose
            pose = step.part
        elif step.kind == "return":
            assert step.part == pose
            pose = -1
        elif step.kind != "hold":
            assert pose == -1


def test_a_player_passes_every_step_to_the_end(line):
    clock = HandClock()
    player = Player(line, clock)
    player.start()
    told = list(player.advance())
    while player.state == "running":
        clock.move(0.7)
        told += player.advance()

    started = [event.step for event in told if isinstance(event, StepStarted)]
    ended = [event for event in told if isinstance(event, StepEnded)]
    assert started == [event.step for event in ended] == list(line.steps)
    assert all(event.completed for event in ended)
    assert sum(event.done_s for event in ended) == pytest.approx(line.duration_s)
    assert told[-1] == Finished(line.duration_s)


def test_next_visits_every_block_and_ends(line):
    player = Player(line, HandClock())
    player.start()
    visited = []
    while player.state == "running":
        visited.append(player.progress.step.index)
        player.next()

    assert tuple(visited) == block_starts(line)


SECONDS = st.floats(1, 30)


@given(
    routine=st.sampled_from(sorted(CATALOGUE.routines)),
    first=st.sampled_from(["left", "right"]),
    seconds=st.tuples(SECONDS, SECONDS, SECONDS, SECONDS),
)
def test_both_sides_get_equal_seconds_whatever_is_preferred(routine, first, seconds):
    ready_s, exercise_s, position_s, switch_s = seconds
    preferences = SessionPreferences(ready_s, exercise_s, exercise_s + position_s, switch_s, first)
    line = compile_timeline(CATALOGUE.routines[routine], CATALOGUE, preferences)
    holds: dict[tuple[object, ...], float] = {}
    for step in line.steps:
        if is_work(step):
            key = (step.item, step.set, step.kind, step.side)
            holds[key] = holds.get(key, 0.0) + step.duration_s
    for (item, number, kind, side), total_s in holds.items():
        if side is not None:
            other = "left" if side == "right" else "right"
            assert holds[item, number, kind, other] == pytest.approx(total_s)
    switches = [step for step in line.steps if step.kind == "switch_side"]
    assert all(step.duration_s >= switch_s for step in switches)
