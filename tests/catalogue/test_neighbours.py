import pytest

from backguide.catalogue.model import Catalogue
from backguide.catalogue.neighbours import easier, harder


def names(found: tuple | None) -> str | None:
    return None if found is None else f"{found[0].slug}/{found[1].slug}"


@pytest.mark.parametrize(
    ("exercise", "variation", "lower", "higher"),
    [
        ("bird-dog", "arm-only", "bird-dog/leg-only", "bird-dog/arm-and-leg"),
        ("bird-dog", "leg-only", "supine-march/one-foot", "bird-dog/arm-only"),
        ("bird-dog", "arm-and-leg", "bird-dog/arm-only", "bear-hold/low"),
        ("supine-march", "one-foot", None, "dead-bug/heel-tap"),
        ("windmill", "to-foot", "windmill/to-shin", None),
    ],
)
def test_the_next_variation_comes_before_the_neighbouring_exercise(
    content: Catalogue, exercise: str, variation: str, lower: str | None, higher: str | None
) -> None:
    assert names(easier(content, exercise, variation)) == lower
    assert names(harder(content, exercise, variation)) == higher


def test_easing_again_and_again_always_comes_to_an_end(content: Catalogue) -> None:
    for exercise in content.exercises.values():
        for variation in exercise.variations:
            seen = [(exercise, variation)]
            while (found := easier(content, seen[-1][0].slug, seen[-1][1].slug)) is not None:
                assert found not in seen, [names(step) for step in [*seen, found]]
                seen.append(found)


def test_an_unknown_name_is_a_bug_and_stays_loud(content: Catalogue) -> None:
    with pytest.raises(KeyError):
        easier(content, "bird-dog", "wings")
