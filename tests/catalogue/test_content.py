import pytest

from backguide.catalogue.exercise_file import LONGEST_INSTRUCTION
from backguide.catalogue.model import Catalogue, Exercise, Variation

VARIATIONS = {
    "cat-cow": ["moderate", "full"],
    "bird-dog": ["leg-only", "arm-only", "arm-and-leg"],
    "down-dog-up-dog": ["hips-down", "soft-knees", "straight-legs"],
    "knee-to-chest": ["other-bent", "other-long"],
    "supine-march": ["one-foot"],
    "side-plank-clamshell": ["on-the-mat", "hips-lifted", "on-the-feet"],
    "childs-pose": ["knees-wide", "knees-together"],
    "dead-bug": ["heel-tap", "long-leg", "arm-and-leg"],
    "leg-swing": ["part-way", "deep"],
    "bear-hold": ["low", "high"],
    "windmill": ["to-shin", "to-foot"],
    "lumbar-rotation": ["small", "full"],
}

NATURE = {
    # exercise: kind, start position, sides
    "cat-cow": ("mobility", "hands-and-knees", "none"),
    "bird-dog": ("strength", "hands-and-knees", "alternate"),
    "down-dog-up-dog": ("mobility", "hands-and-knees", "none"),
    "knee-to-chest": ("mobility", "supine", "each"),
    "supine-march": ("strength", "supine", "alternate"),
    "side-plank-clamshell": ("strength", "side-lying", "each"),
    "childs-pose": ("mobility", "hands-and-knees", "none"),
    "dead-bug": ("strength", "supine", "alternate"),
    "leg-swing": ("mobility", "supine", "each"),
    "bear-hold": ("both", "hands-and-knees", "none"),
    "windmill": ("mobility", "standing", "alternate"),
    "lumbar-rotation": ("mobility", "supine", "alternate"),
}

ARTICLE_HOLDS_S = {
    # the seconds that the source article gives; where it is silent, the dose is a typical one
    "cat-cow": (2, 5),
    "down-dog-up-dog": (5, 5),
    "knee-to-chest": (10, 15),
    "childs-pose": (60, 120),
    "leg-swing": (30, 30),
    "bear-hold": (15, 30),
}


def variations(catalogue: Catalogue) -> list[tuple[Exercise, Variation]]:
    return [
        (exercise, variation)
        for exercise in catalogue.exercises.values()
        for variation in exercise.variations
    ]


def sentences(catalogue: Catalogue) -> list[str]:
    found = [routine.purpose for routine in catalogue.routines.values()]
    for exercise in catalogue.exercises.values():
        found += [exercise.purpose, exercise.breathing, *exercise.steps, *exercise.faults]
        found += [caution.advice for caution in exercise.cautions]
    for _, variation in variations(catalogue):
        found += [variation.difference, *instructions(variation)]
    return found


def instructions(variation: Variation) -> list[str]:
    said = [variation.dose.return_say]
    for part in variation.dose.parts:
        said += [part.enter_say, part.hold_say]
    return said


def test_all_content_loads_without_a_problem(content: Catalogue) -> None:
    assert content.problems == ()


def test_every_exercise_and_variation_of_the_article_is_there_easiest_first(content: Catalogue) -> None:
    found = {
        slug: [variation.slug for variation in exercise.variations]
        for slug, exercise in content.exercises.items()
    }
    assert found == VARIATIONS


@pytest.mark.parametrize("slug", NATURE)
def test_an_exercise_is_of_the_kind_position_and_sides_it_should_be(content: Catalogue, slug: str) -> None:
    exercise = content.exercises[slug]
    sides = {variation.sides for variation in exercise.variations}
    assert (exercise.kind, exercise.position, *sides) == NATURE[slug]


@pytest.mark.parametrize("slug", VARIATIONS)
def test_an_exercise_is_described_completely(content: Catalogue, slug: str) -> None:
    exercise = content.exercises[slug]
    assert 3 <= len(exercise.steps) <= 5
    assert exercise.faults
    assert exercise.muscles
    assert exercise.secondary_muscles
    assert exercise.equipment
    assert exercise.cautions
    assert exercise.breathing


@pytest.mark.parametrize("slug", VARIATIONS)
def test_a_hold_from_the_article_is_the_articles_and_any_other_is_called_typical(
    content: Catalogue, slug: str
) -> None:
    for variation in content.exercises[slug].variations:
        sources = variation.dose.sources
        assert sources["repetitions"] == sources["sets"] == "typical"
        assert sources["hold_s"] == ("article" if slug in ARTICLE_HOLDS_S else "typical")
        if slug in ARTICLE_HOLDS_S:
            shortest_s, longest_s = ARTICLE_HOLDS_S[slug]
            assert all(shortest_s <= part.hold_s <= longest_s for part in variation.dose.parts)


def test_no_routine_leaves_the_holds_that_the_article_gives(content: Catalogue) -> None:
    for routine in content.routines.values():
        for item in routine.items:
            if item.hold_s is not None and item.exercise in ARTICLE_HOLDS_S:
                shortest_s, longest_s = ARTICLE_HOLDS_S[item.exercise]
                assert shortest_s <= item.hold_s <= longest_s, (routine.slug, item)


def test_only_the_flowing_exercises_have_two_parts_and_flow(content: Catalogue) -> None:
    flowing = {
        (exercise.slug, tuple(part.name for part in variation.dose.parts))
        for exercise, variation in variations(content)
        if variation.dose.flow or len(variation.dose.parts) > 1
    }
    assert flowing == {("cat-cow", ("Cow", "Cat")), ("down-dog-up-dog", ("Down dog", "Up dog"))}


def test_every_reference_resolves(content: Catalogue) -> None:
    for exercise in content.exercises.values():
        for name in filter(None, (exercise.easier, exercise.harder)):
            slug, _, variation = name.partition("/")
            assert content.exercises[slug].variation(variation or None)
    for routine in content.routines.values():
        for item in routine.items:
            assert content.exercises[item.exercise].variation(item.variation)


def test_going_easier_never_runs_in_a_circle(content: Catalogue) -> None:
    for exercise in content.exercises.values():
        seen = [exercise.slug]
        while (easier := content.exercises[seen[-1]].easier) is not None:
            slug = easier.partition("/")[0]
            assert slug not in seen, [*seen, slug]
            seen.append(slug)


def test_an_instruction_is_one_sentence_that_fits_on_the_stage(content: Catalogue) -> None:
    for exercise, variation in variations(content):
        for said in instructions(variation):
            assert len(said) <= LONGEST_INSTRUCTION, (exercise.slug, said)
            assert said[0].isupper(), said
            assert said.find(".") == len(said) - 1, said
            assert not {"left", "right"} & set(said.lower().strip(".").split()), said


def test_what_is_said_in_a_short_hold_can_be_read_in_it(content: Catalogue) -> None:
    for _, variation in variations(content):
        for part in variation.dose.parts:
            if part.hold_s < 3:
                assert len(part.hold_say) <= 20, part.hold_say


def test_the_side_badge_begins_with_its_own_side_and_is_the_mirror_of_the_other(content: Catalogue) -> None:
    swapped = {"left": "right", "right": "left", "Left": "Right", "Right": "Left"}
    for exercise, variation in variations(content):
        if variation.sides == "none":
            continue
        left, right = variation.working["left"], variation.working["right"]
        assert " ".join(swapped.get(word, word) for word in left.split(" ")) == right
        if exercise.slug != "lumbar-rotation":
            assert right.startswith("Right ")


def test_the_texts_are_calm_sentences_in_our_own_voice(content: Catalogue) -> None:
    for sentence in sentences(content):
        assert sentence.endswith((".", "?")), sentence
        assert "!" not in sentence
        assert "  " not in sentence
        assert " - " not in sentence
        assert sentence[0].isupper(), sentence
