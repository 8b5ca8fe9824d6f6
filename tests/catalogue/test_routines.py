import pytest

from backguide.catalogue.model import Catalogue
from backguide.session.compile import compile_timeline
from backguide.session.outline import position_changes

MINUTES = {
    "morning-mobility": 5,
    "evening-mobility": 20,
    "strength": 15,
    "stiffness-relief": 10,
    "gentle-day": 8,
    "all-twelve": 25,
}


def exercises(catalogue: Catalogue, routine: str) -> set[str]:
    return {item.exercise for item in catalogue.routines[routine].items}


def test_there_are_these_six_routines_with_these_promises(content: Catalogue) -> None:
    assert {slug: routine.minutes for slug, routine in content.routines.items()} == MINUTES


@pytest.mark.parametrize("slug", MINUTES)
def test_a_routine_lasts_as_long_as_it_promises(content: Catalogue, slug: str) -> None:
    routine = content.routines[slug]
    assert routine.minutes is not None
    assert compile_timeline(routine, content).duration_s == pytest.approx(routine.minutes * 60, rel=0.05)


@pytest.mark.parametrize("slug", MINUTES)
def test_a_routine_changes_position_as_rarely_as_possible(content: Catalogue, slug: str) -> None:
    routine = content.routines[slug]
    positions = {content.exercises[item.exercise].position for item in routine.items}
    assert position_changes(compile_timeline(routine, content)) == len(positions) - 1


@pytest.mark.parametrize("slug", MINUTES)
def test_a_routine_does_no_exercise_twice(content: Catalogue, slug: str) -> None:
    assert len(exercises(content, slug)) == len(content.routines[slug].items)


def test_stiffness_relief_is_the_articles_list(content: Catalogue) -> None:
    assert exercises(content, "stiffness-relief") == {
        "windmill", "bear-hold", "leg-swing", "dead-bug", "cat-cow", "down-dog-up-dog",
    }  # fmt: skip


def test_gentle_day_holds_only_the_gentlest_exercises_in_their_easiest_form(content: Catalogue) -> None:
    items = content.routines["gentle-day"].items
    assert {item.exercise for item in items} == {
        "knee-to-chest", "lumbar-rotation", "supine-march", "childs-pose",
    }  # fmt: skip
    for item in items:
        assert content.exercises[item.exercise].variation(item.variation).level == 1


def test_the_mobility_routines_hold_no_pure_strength_exercise(content: Catalogue) -> None:
    for slug in ("morning-mobility", "evening-mobility"):
        assert "strength" not in {content.exercises[name].kind for name in exercises(content, slug)}
        assert content.routines[slug].counts_as == {"mobility"}


def test_strength_holds_all_strength_exercises(content: Catalogue) -> None:
    strong = {slug for slug, exercise in content.exercises.items() if exercise.kind != "mobility"}
    assert strong <= exercises(content, "strength")
    assert content.routines["strength"].counts_as == {"strength"}


def test_all_twelve_is_all_twelve(content: Catalogue) -> None:
    assert exercises(content, "all-twelve") == set(content.exercises)
    assert content.routines["all-twelve"].counts_as == {"mobility", "strength"}


def test_the_default_week_is_mobility_daily_and_strength_on_three_days_with_rest_between(
    content: Catalogue,
) -> None:
    assert content.week.mobility == set(range(7))
    assert content.week.strength == {0, 2, 4}
