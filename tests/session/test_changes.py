"""A session changed under way: what is done stays, what is left is done otherwise, and time goes on."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backguide import assets
from backguide.catalogue.load import load_catalogue
from backguide.catalogue.neighbours import easier, harder
from backguide.session.changes import Change, eased_out, made_up, varied
from backguide.session.compile import compile_timeline
from backguide.session.outline import is_work, planned_work_s, portion_of
from backguide.session.preferences import SessionPreferences
from backguide.session.progress import Progress
from backguide.session.sides import side_gap
from backguide.session.timeline import Timeline
from tests.session.builders import catalogue, dose, exercise, part, timeline

BIRD_DOG = exercise("bird-dog", "alternate", of=dose(repetitions=3))
LEG_SWING = exercise("leg-swing", "each", "supine", of=dose(part(hold_s=30), repetitions=2, sets=2))
CHILD = exercise("child", "none")
KNOWN = catalogue(BIRD_DOG, LEG_SWING, CHILD)
LINE = timeline(BIRD_DOG, LEG_SWING, CHILD)
PREFERENCES = SessionPreferences()
REAL = load_catalogue(assets.folder())


def at(line: Timeline, position_s: float) -> Progress:
    return Progress(line, line.at(position_s), position_s, 0.0)


def moment(line: Timeline, into_s: float = 1.0, **wanted: object) -> Progress:
    step = next(s for s in line.steps if all(getattr(s, name) == value for name, value in wanted.items()))
    return at(line, step.start_s + into_s)


def harder_of(progress: Progress) -> Change:
    now = KNOWN.exercises[progress.step.exercise]
    return varied(progress, KNOWN, PREFERENCES, (now, now.variation("harder")))


def repetitions(line: Timeline, **wanted: object) -> list[tuple[object, ...]]:
    return [
        (s.variation, s.side, s.set, s.repetition)
        for s in line.steps
        if s.kind == "hold" and all(getattr(s, name) == value for name, value in wanted.items())
    ]


def assert_sound(line: Timeline) -> None:
    assert [step.index for step in line.steps] == list(range(len(line.steps)))
    assert line.steps[0].start_s == 0
    assert all(step.duration_s > 0 for step in line.steps)
    assert all(before.end_s == step.start_s for before, step in pairwise(line.steps))


def test_what_is_left_of_alternating_repetitions_is_done_in_the_other_variation():
    change = harder_of(moment(LINE, kind="hold", repetition=2, side="left"))

    assert repetitions(change.timeline, item=0) == [
        ("plain", "right", 1, 1),
        ("plain", "left", 1, 1),
        ("plain", "right", 1, 2),
        ("plain", "left", 1, 2),  # cut off
        ("harder", "left", 1, 1),
        ("harder", "right", 1, 1),
        ("harder", "left", 1, 2),
    ]
    went_on = change.timeline.steps[change.go_on_at]
    assert (went_on.kind, went_on.variation, went_on.duration_s) == ("get_ready", "harder", 5)
    assert_sound(change.timeline)


def test_a_repetition_on_its_way_back_is_done():
    change = harder_of(moment(LINE, kind="return", repetition=2, side="left"))

    assert [entry[:2] for entry in repetitions(change.timeline, variation="harder")] == [
        ("harder", "right"),
        ("harder", "left"),
    ]


def test_sides_one_after_the_other_and_further_sets_are_kept():
    change = harder_of(moment(LINE, item=1, kind="hold", set=1, side="right", repetition=2))

    assert repetitions(change.timeline, item=1, variation="harder") == [
        ("harder", "right", 1, 1),
        ("harder", "left", 1, 1),
        ("harder", "left", 1, 2),
        ("harder", "right", 2, 1),
        ("harder", "right", 2, 2),
        ("harder", "left", 2, 1),
        ("harder", "left", 2, 2),
    ]
    kinds = [step.kind for step in change.timeline.steps[change.go_on_at :] if not is_work(step)]
    assert kinds[:5] == ["get_ready", "switch_side", "rest", "get_ready", "switch_side"]


def test_what_lies_behind_and_what_comes_after_the_exercise_stay_as_they_were():
    now = moment(LINE, item=1, kind="hold")
    change = harder_of(now)

    assert change.timeline.steps[: now.step.index] == LINE.steps[: now.step.index]
    assert change.timeline.at(now.position_s - 0.1) == replace(now.step, duration_s=1.0)
    tail = [(s.kind, s.duration_s) for s in change.timeline.steps if s.item == 2]
    assert tail == [(s.kind, s.duration_s) for s in LINE.steps if s.item == 2]
    assert change.replanned == 1


def test_at_the_very_start_of_a_step_nothing_of_it_is_left_behind():
    change = harder_of(moment(LINE, 0.0, item=1, kind="hold"))
    assert_sound(change.timeline)
    assert change.timeline.steps[change.go_on_at].variation == "harder"


def test_after_the_last_hold_there_is_nothing_to_change():
    now = moment(LINE, item=2, kind="return")
    assert harder_of(now) == Change(LINE)


def test_a_hold_keeps_the_length_that_the_routine_gave_it():
    knee = REAL.exercises["knee-to-chest"]
    line = compile_timeline(REAL.routines["all-twelve"], REAL)
    now = moment(line, exercise="knee-to-chest", kind="hold")
    other = next(v for v in knee.variations if v.slug != now.step.variation)
    change = varied(now, REAL, PREFERENCES, (knee, other))
    holds = [s.duration_s for s in change.timeline.steps if s.exercise == knee.slug and s.kind == "hold"]
    assert set(holds[1:]) == {now.step.duration_s}


def test_another_exercise_is_done_in_its_own_dose_with_the_way_to_its_position():
    change = varied(moment(LINE, kind="hold"), KNOWN, PREFERENCES, (LEG_SWING, LEG_SWING.variations[0]))

    new = [s for s in change.timeline.steps if s.item == 0 and s.exercise == "leg-swing"]
    assert [step.kind for step in new[:2]] == ["change_position", "get_ready"]
    assert sum(step.kind == "hold" for step in new) == 8
    assert_sound(change.timeline)


# -- coming out


def test_back_in_the_exercise_that_was_replaced_only_its_own_sides_count():
    replaced = varied(moment(LINE, item=1, kind="hold"), KNOWN, PREFERENCES, (CHILD, CHILD.variation()))
    back = moment(replaced.timeline, item=1, exercise="leg-swing", kind="enter")
    change = eased_out(back, KNOWN, PREFERENCES)
    assert {(s.exercise, s.side) for s in change.timeline.steps if s.item == 1} == {("leg-swing", "right")}
    assert_sound(change.timeline)


def test_out_of_a_hold_the_way_in_is_taken_backwards_at_half_speed():
    now = moment(LINE, kind="hold", side="left")
    change = eased_out(now, KNOWN, PREFERENCES)
    out = change.timeline.steps[change.go_on_at]

    assert (out.kind, out.side, out.part, out.came_from, out.from_share) == ("ease_out", "left", 0, -1, 1.0)
    assert out.duration_s == 2 * 2.0
    assert out.say == "Ease out of this slowly."
    assert change.timeline.steps[out.index + 1].kind == "get_ready"
    assert repetitions(change.timeline, item=0)[-5:] == [
        ("plain", "left", 1, 1),
        ("plain", "right", 1, 1),
        ("plain", "left", 1, 2),
        ("plain", "right", 1, 2),
        ("plain", "left", 1, 3),
    ]


def test_half_way_in_only_half_the_way_is_taken_back():
    change = eased_out(moment(LINE, 1.0, kind="enter"), KNOWN, PREFERENCES)
    out = change.timeline.steps[change.go_on_at]
    assert (out.from_share, out.duration_s) == (0.5, 2.0)


def test_on_the_way_back_the_rest_of_it_is_taken_slower():
    change = eased_out(moment(LINE, 1.0, kind="return"), KNOWN, PREFERENCES)
    out = change.timeline.steps[change.go_on_at]
    assert (out.from_share, out.duration_s) == (pytest.approx(2 / 3), 4.0)


def test_between_two_parts_the_way_out_leads_over_both():
    cat_cow = exercise("cat-cow", "none", of=dose(part("Cow"), part("Cat"), repetitions=2, flow=True))
    line = timeline(cat_cow)
    change = eased_out(moment(line, 1.0, kind="enter", part=1), catalogue(cat_cow), PREFERENCES)
    outs = [s for s in change.timeline.steps if s.kind == "ease_out"]
    assert [(s.part, s.came_from, s.from_share) for s in outs] == [(1, 0, 0.5), (0, -1, 1.0)]


def test_where_nothing_is_done_there_is_nothing_to_come_out_of():
    change = eased_out(moment(LINE, kind="get_ready"), KNOWN, PREFERENCES)
    assert [s for s in change.timeline.steps if s.kind == "ease_out"] == []
    assert change.timeline.steps[change.go_on_at].kind == "get_ready"


def test_after_the_last_repetition_there_is_a_moment_of_rest():
    change = eased_out(moment(LINE, item=2, kind="return"), KNOWN, PREFERENCES)
    assert [s.kind for s in change.timeline.steps[change.go_on_at :]] == ["ease_out", "rest"]


# -- sides


def done_of(line: Timeline, until_s: float, *without: str) -> dict[object, float]:
    """Return the seconds of work up to a moment, all of it but what these sides had."""
    done: dict[object, float] = {}
    for step in line.steps:
        if is_work(step) and step.side not in without:
            here_s = min(max(until_s - step.start_s, 0.0), step.duration_s)
            done[portion_of(step)] = done.get(portion_of(step), 0.0) + here_s
    return done


def test_a_second_side_cut_short_is_short_of_the_seconds_it_missed():
    one_hold = exercise("leg-swing", "each", "supine", of=dose(part(hold_s=30)))
    line = timeline(one_hold)
    now = moment(line, 18.0, kind="hold", side="left")
    gap = side_gap(line, 0, done_of(line, now.position_s))

    assert (gap.side, gap.missing_s, gap.repetitions) == ("left", 12, 0)
    assert [(s.kind, s.duration_s) for s in gap.missing] == [("enter", 2), ("hold", 12), ("return", 3)]


def test_whole_repetitions_are_counted():
    now = moment(LINE, 0.0, kind="enter", side="left", repetition=2)
    gap = side_gap(LINE, 0, {**done_of(LINE, now.position_s)})
    assert (gap.side, gap.missing_s, gap.repetitions) == ("left", 6, 1)
    assert {step.repetition for step in gap.missing} == {2}


def test_equal_sides_have_no_gap_and_neither_has_what_has_no_sides():
    whole = done_of(LINE, LINE.duration_s)
    assert [side_gap(LINE, item, whole) for item in range(3)] == [None, None, None]
    assert side_gap(LINE, 1, {}) is None


def test_a_side_is_made_up_after_its_exercise_and_then_both_are_even():
    now = moment(LINE, item=1, kind="hold", side="right", set=1)
    line = harder_of(now).timeline  # a variation changed before does not matter
    last = max(step.index for step in line.steps if step.item == 1)
    done = done_of(line, line.duration_s, "left")
    gap = side_gap(line, 1, done)
    change = made_up(at(line, line.steps[last].start_s), KNOWN, PREFERENCES, gap, at_end=False)

    assert change.go_on_at is None
    added = change.timeline.steps[last + 1 : last + 2 + len(gap.missing)]
    assert added[0].kind == "get_ready"
    assert added[0].say == "Once more: left leg."
    for step in added[1:]:
        done[portion_of(step)] = done.get(portion_of(step), 0.0) + step.duration_s
    assert side_gap(change.timeline, 1, done) is None
    assert_sound(change.timeline)


def test_before_the_next_exercise_has_begun_a_side_is_made_up_at_once():
    line = LINE
    gap = side_gap(line, 1, done_of(line, line.duration_s, "right"))
    now = moment(line, 4.0, item=2)
    change = made_up(now, KNOWN, PREFERENCES, gap, at_end=False)

    coming = change.timeline.steps[change.go_on_at :]
    assert (coming[0].item, coming[0].kind, coming[0].side) == (1, "get_ready", "right")
    assert [s.kind for s in coming if s.item == 2] == [s.kind for s in line.steps if s.item == 2]
    assert_sound(change.timeline)


def test_at_the_end_the_way_back_to_its_position_comes_before():
    gap = side_gap(LINE, 1, done_of(LINE, LINE.duration_s, "right"))
    change = made_up(moment(LINE, item=2, kind="hold"), KNOWN, PREFERENCES, gap, at_end=True)
    added = change.timeline.steps[len(LINE.steps) :]
    assert [step.kind for step in added[:2]] == ["change_position", "get_ready"]
    assert change.timeline.steps[: len(LINE.steps)] == LINE.steps


# -- anything, anywhere, with the real exercises

STRETCHES = [compile_timeline(routine, REAL) for routine in REAL.routines.values()]


@given(line=st.sampled_from(STRETCHES), share=st.floats(0, 0.999), again=st.floats(0, 1), data=st.data())
def test_changes_on_changes_keep_the_timeline_sound_and_the_sides_equal(line, share, again, data):
    now = at(line, share * line.duration_s)
    for _ in range(3):
        how = data.draw(st.sampled_from([easier, harder, None]))
        to = how(REAL, now.step.exercise, now.step.variation) if how else None
        change = varied(now, REAL, PREFERENCES, to) if to else eased_out(now, REAL, PREFERENCES)
        assert_sound(change.timeline)
        assert change.timeline.duration_s >= now.position_s
        index = now.step.index if change.go_on_at is None else change.go_on_at
        if index >= len(change.timeline.steps):
            break
        step = change.timeline.steps[index]
        assert step.start_s == pytest.approx(now.position_s) or change.go_on_at is None
        assert {s.item for s in change.timeline.steps} == {s.item for s in line.steps}
        now = at(change.timeline, step.start_s + again * step.duration_s)
    untouched = [s for s in now.timeline.steps if s.item != now.step.item]
    work = planned_work_s(replace(now.timeline, steps=tuple(untouched)))
    for portion, seconds in work.items():
        if portion.side == "left":
            assert work[portion._replace(side="right")] == pytest.approx(seconds)
