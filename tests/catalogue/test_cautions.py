import pytest

from backguide.catalogue.conditions import CONDITIONS
from backguide.catalogue.model import Catalogue

COLUMNS = (
    "cat-cow", "bird-dog", "down-dog-up-dog", "knee-to-chest", "supine-march", "side-plank-clamshell",
    "childs-pose", "dead-bug", "leg-swing", "bear-hold", "windmill", "lumbar-rotation",
)  # fmt: skip

MATRIX = {
    # x avoid or ask first, o adapt, . usually fine; one sign an exercise, in the order of COLUMNS
    "wrists":            "o o x . . . . . . x . .",
    "shoulders":         ". o x . . x o o . o o .",
    "knees":             "o o o o . o x . . . o .",
    "ankles":            "o o o . . . o . . o . .",
    "pregnancy":         ". . o x x o o x x o o x",
    "osteoporosis":      "o . o o . . x . o . x o",
    "head-down":         ". . x . . . o . . . x .",
    "blood-pressure":    ". o o . o o . o . x . .",
    "dizziness":         "o . x . . . o . . . x .",
    "stenosis":          "o o x . . . . . . . o .",
    "spondylolisthesis": "o o x . . . . . o . x o",
    "disc":              "o . o o . . x . o . x o",
    "facet":             "o . x . . . . . . . . .",
    "hip-replacement":   ". . . x o o x o x . x o",
    "sacroiliac":        ". o . o o o . o x . o o",
    "abdominal":         ". . o . o o . x . x . .",
    "balance":           ". o . . . . . . . . x .",
    "sore-today":        "o o x . . x o o o x x .",
}  # fmt: skip

LEVELS = {"x": "avoid", "o": "adapt"}


@pytest.mark.parametrize("condition", MATRIX)
def test_a_condition_marks_exactly_the_exercises_it_should(content: Catalogue, condition: str) -> None:
    expected = {
        slug: LEVELS[sign]
        for slug, sign in zip(COLUMNS, MATRIX[condition].split(), strict=True)
        if sign != "."
    }
    found = {
        exercise.slug: caution.level
        for exercise in content.exercises.values()
        for caution in exercise.cautions
        if caution.condition == condition
    }
    assert found == expected


def test_every_condition_has_a_name_in_plain_words(content: Catalogue) -> None:
    assert set(CONDITIONS) == set(MATRIX)
    assert all(name[0].isupper() and len(name) <= 80 for name in CONDITIONS.values())


def test_a_very_sore_day_always_leaves_something_to_do(content: Catalogue) -> None:
    gentle = content.routines["gentle-day"]
    levels = {
        caution.condition: caution.level
        for item in gentle.items
        for caution in content.exercises[item.exercise].cautions
    }
    assert levels["sore-today"] == "adapt"
