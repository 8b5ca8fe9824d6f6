import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backguide import assets
from backguide.catalogue.load import load_catalogue
from backguide.catalogue.model import Routine, RoutineItem
from backguide.session.choice import SessionChoice, choose, saves_changes
from backguide.session.compile import compile_timeline
from backguide.session.errors import SessionError
from backguide.session.fit import fit_to_minutes, lengths_for, whole_minutes, written_out
from backguide.session.outline import planned_work_s, position_changes
from backguide.session.preferences import SessionPreferences

CATALOGUE = load_catalogue(assets.folder())
PREFERENCES = SessionPreferences()
ROUTINES = sorted(CATALOGUE.routines)


def made(*items):
    return Routine("made", "Made", "For tests.", frozenset({"strength"}), None, items)


def minutes_of(routine, items=None):
    routine = made(*items) if items is not None else routine
    return whole_minutes(compile_timeline(routine, CATALOGUE, PREFERENCES))


def kinds_of(items):
    kinds = {CATALOGUE.exercises[item.exercise].kind for item in items}
    return {"mobility", "strength"} if "both" in kinds else kinds


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(ROUTINES), st.integers(1, 30))
def test_what_is_left_fits_and_keeps_what_matters(slug, minutes):
    routine = CATALOGUE.routines[slug]
    fitted = fit_to_minutes(routine, CATALOGUE, PREFERENCES, minutes)
    if fitted is None:
        assert minutes < 5
        return
    items = [one.item for one in fitted]
    assert minutes_of(routine, items) <= minutes
    assert kinds_of(items) == kinds_of(routine.items)
    assert [one.place for one in fitted] == sorted({one.place for one in fitted})
    for one in fitted:
        asked = written_out(routine.items[one.place], CATALOGUE)
        assert (one.item.exercise, one.item.hold_s) == (asked.exercise, asked.hold_s)
        assert 1 <= one.item.sets <= asked.sets
        assert asked.repetitions / 2 <= one.item.repetitions <= asked.repetitions
        assert ("sets" in one.losses) == (one.item.sets < asked.sets)
        assert ("repetitions" in one.losses) == (one.item.repetitions < asked.repetitions)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(ROUTINES), st.integers(3, 20))
def test_both_sides_stay_equal(slug, minutes):
    fitted = fit_to_minutes(CATALOGUE.routines[slug], CATALOGUE, PREFERENCES, minutes)
    if fitted is None:
        return
    planned = planned_work_s(compile_timeline(made(*(one.item for one in fitted)), CATALOGUE, PREFERENCES))
    for portion, seconds in planned.items():
        if portion.side is not None:
            other = portion._replace(side="left" if portion.side == "right" else "right")
            assert planned[other] == pytest.approx(seconds)


def test_a_routine_that_fits_already_is_left_alone():
    routine = CATALOGUE.routines["strength"]
    fitted = fit_to_minutes(routine, CATALOGUE, PREFERENCES, 20)
    assert [one.item for one in fitted] == [written_out(item, CATALOGUE) for item in routine.items]
    assert not any(one.losses for one in fitted)


def test_sets_go_before_repetitions_and_repetitions_before_exercises():
    routine = CATALOGUE.routines["strength"]
    seen = []
    for minutes in (14, 8, 5):
        fitted = fit_to_minutes(routine, CATALOGUE, PREFERENCES, minutes)
        losses = frozenset().union(*(one.losses for one in fitted))
        seen.append((losses, len(fitted) < len(routine.items)))
    assert seen[0] == ({"sets"}, False)
    assert seen[1] == ({"sets", "repetitions"}, False)
    assert seen[2][1]


def test_what_is_to_be_kept_stays():
    routine = CATALOGUE.routines["strength"]
    without = fit_to_minutes(routine, CATALOGUE, PREFERENCES, 5)
    gone = min(set(range(len(routine.items))) - {one.place for one in without})
    kept = fit_to_minutes(routine, CATALOGUE, PREFERENCES, 5, keep=frozenset({gone}))
    assert gone in {one.place for one in kept}
    assert fit_to_minutes(routine, CATALOGUE, PREFERENCES, 5, keep=frozenset(range(7))) is None


def test_whole_exercises_that_go_give_room_back_to_the_others():
    hold = RoutineItem("childs-pose", "knees-together", hold_s=240)
    routine = made(RoutineItem("cat-cow", "moderate", repetitions=8), hold)
    fitted = fit_to_minutes(routine, CATALOGUE, PREFERENCES, 3)
    assert [(one.place, one.item.repetitions) for one in fitted] == [(0, 8)]


def test_only_lengths_that_shorten_are_offered():
    offered = {slug: lengths_for(CATALOGUE.routines[slug], CATALOGUE, PREFERENCES) for slug in ROUTINES}
    assert offered["morning-mobility"] == ()
    assert offered["strength"] == (10, 5)
    assert offered["all-twelve"] == (20, 15, 10, 5)


def test_a_routine_with_an_unknown_exercise_is_refused():
    with pytest.raises(SessionError):
        fit_to_minutes(made(RoutineItem("nothing", "at-all")), CATALOGUE, PREFERENCES, 5)


def test_a_choice_leaves_out_what_is_skipped():
    routine = CATALOGUE.routines["strength"]
    chosen = choose(routine, CATALOGUE, PREFERENCES, SessionChoice(skipped=frozenset({0, 3})))
    assert [one.place for one in chosen.items] == [1, 2, 4, 5, 6]
    assert chosen.routine.slug == "strength"
    assert minutes_of(chosen.routine) < minutes_of(routine)


def test_a_choice_can_keep_what_time_would_leave_out():
    routine = CATALOGUE.routines["strength"]
    short = SessionChoice(minutes=5)
    gone = choose(routine, CATALOGUE, PREFERENCES, short).left_out(short, 7)
    assert gone
    kept = SessionChoice(minutes=5, kept=frozenset({min(gone)}))
    assert min(gone) not in choose(routine, CATALOGUE, PREFERENCES, kept).left_out(kept, 7)


def test_a_choice_that_cannot_be_that_short_says_so():
    chosen = choose(
        CATALOGUE.routines["strength"],
        CATALOGUE,
        PREFERENCES,
        SessionChoice(minutes=5, kept=frozenset(range(7))),
    )
    assert not chosen.fits
    assert len(chosen.items) == 7


def test_an_order_by_position_saves_changes_where_it_can():
    mixed = made(
        RoutineItem("windmill", "to-shin"),
        RoutineItem("dead-bug", "heel-tap"),
        RoutineItem("cat-cow", "moderate"),
        RoutineItem("supine-march", "one-foot"),
    )
    assert saves_changes(mixed, CATALOGUE, PREFERENCES)
    chosen = choose(mixed, CATALOGUE, PREFERENCES, SessionChoice(by_position=True))
    assert [one.place for one in chosen.items] == [0, 1, 3, 2]
    before, after = (
        position_changes(compile_timeline(one, CATALOGUE, PREFERENCES)) for one in (mixed, chosen.routine)
    )
    assert after < before
    assert not any(saves_changes(one, CATALOGUE, PREFERENCES) for one in CATALOGUE.routines.values())
