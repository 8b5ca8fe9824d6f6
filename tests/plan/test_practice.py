from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backguide.catalogue.model import Catalogue, Routine, WeekPlan
from backguide.journal.records import ExerciseResult, SessionRecord
from backguide.plan.practice import Practice, counts_as, done_share, is_done, practices
from tests.session.builders import exercise

SESSION = SessionRecord(
    id=str(UUID(int=1)),
    started_at=datetime(2026, 1, 5, 23, 30, tzinfo=UTC),
    zone="Europe/Berlin",
    routine="morning",
    routine_name="Morning",
    state="stopped",
    origin="guided",
    planned_s=100,
    done_s=40,
    position_s=60,
)


def result(item, planned_s, done_s, outcome="partial", side=None, reason=None):
    identifier = str(UUID(int=100 + item))
    return ExerciseResult(
        identifier, SESSION.id, item, "cat-cow", "standard", side, 1, planned_s, done_s, outcome, reason
    )


def test_a_session_is_the_mean_of_its_exercises_not_of_its_seconds():
    assert done_share(SESSION, [result(0, 10, 10, "done"), result(1, 90, 0, "skipped")]) == 0.5


def test_four_of_five_exercises_are_four_fifths():
    results = [result(item, 30, 29.6, "done") for item in range(4)]
    assert done_share(SESSION, [*results, result(4, 30, 0, "skipped")]) == 0.8


def test_four_fifths_of_every_exercise_count_as_done_despite_rounding():
    assert is_done(done_share(SESSION, [result(item, 30, 24) for item in range(6)]))


def test_more_on_one_side_does_not_make_up_for_the_other():
    results = [result(0, 20, 40, "done", "left"), result(0, 20, 0, "skipped", "right")]
    assert done_share(SESSION, results) == 0.5


def test_what_was_eased_or_skipped_for_pain_is_left_out():
    done, eased = result(0, 20, 20, "done"), result(1, 20, 5, "eased")
    skipped = result(2, 20, 0, "skipped", reason="pain")
    assert done_share(SESSION, [done, eased, skipped]) == 1
    assert done_share(SESSION, [eased, skipped]) is None
    assert done_share(SESSION, [done, result(1, 20, 0, "skipped", reason="time")]) == 0.5


def test_a_session_without_results_is_judged_by_its_seconds():
    assert done_share(SESSION, []) == 0.4
    assert done_share(replace(SESSION, planned_s=0, done_s=0), []) == 0
    assert done_share(replace(SESSION, planned_s=0, done_s=0, state="finished"), []) == 1


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 200)), min_size=1, max_size=8))
def test_a_share_lies_between_nothing_and_everything(seconds):
    share = done_share(SESSION, [result(i, planned, done) for i, (planned, done) in enumerate(seconds)])
    assert share is None or 0 <= share <= 1


def plain_catalogue():
    routine = Routine("morning", "Morning", "Wakes the back.", frozenset({"mobility"}), 5, ())
    bird_dog = replace(exercise(), slug="bird-dog", kind="both")
    clams = replace(exercise(), slug="clams", kind="strength")
    exercises = {"bird-dog": bird_dog, "clams": clams}
    return Catalogue(exercises, {"morning": routine}, WeekPlan(frozenset(), frozenset()))


@pytest.mark.parametrize(
    ("routine", "exercises", "kinds"),
    [
        ("morning", ["clams"], {"mobility"}),
        ("clams", [], {"strength"}),
        ("my-own", ["clams"], {"strength"}),
        ("my-own", ["clams", "bird-dog"], {"mobility", "strength"}),
        ("a walk", [], {"mobility"}),
    ],
)
def test_a_session_counts_as_its_routine_says_or_else_its_exercises(routine, exercises, kinds):
    session = replace(SESSION, routine=routine)
    results = [replace(result(0, 10, 10), exercise=slug) for slug in exercises]
    assert counts_as(session, results, plain_catalogue()) == kinds


def test_practice_falls_on_the_day_where_the_person_was():
    [practice] = practices([SESSION], {SESSION.id: (result(0, 20, 10),)}, plain_catalogue())
    assert practice == Practice(date(2026, 1, 6), frozenset({"mobility"}), 0.5)


def test_an_exercise_by_itself_is_as_much_as_its_time_is_of_the_shortest_routine():
    alone = replace(SESSION, routine="bird-dog", planned_s=60, done_s=60, position_s=75)
    longer = replace(alone, position_s=400)
    done = (result(0, 60, 60, "done"),)
    shares = [p.done_share for p in practices([alone, longer], {SESSION.id: done}, plain_catalogue())]
    assert shares == [0.25, 1.0]
