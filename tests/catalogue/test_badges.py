"""What the side badge says against what the figure moves: a wrong side here would be a wrong exercise."""

import tomllib
from typing import Any

import pytest

from backguide import assets
from backguide.catalogue.load import load_catalogue
from backguide.catalogue.model import Catalogue

LIMB_WORDS = {"leg": ("leg", "knee", "foot"), "arm": ("arm", "hand")}

SIDED = [
    pytest.param(
        exercise.slug,
        variation.slug,
        variation.working["right"].lower(),
        id=f"{exercise.slug}/{variation.slug}",
    )
    for exercise in load_catalogue(assets.folder()).exercises.values()
    for variation in exercise.variations
    if variation.sides != "none" and exercise.slug != "lumbar-rotation"  # there both knees go to one side
]


def motion(slug: str) -> dict[str, Any]:
    return tomllib.loads((assets.folder() / "motions" / f"{slug}.toml").read_text(encoding="utf-8"))


def test_every_variation_has_a_motion_with_as_many_parts(content: Catalogue) -> None:
    for exercise in content.exercises.values():
        motions = motion(exercise.slug)["variations"]
        parts = {variation.slug: len(variation.dose.parts) for variation in exercise.variations}
        assert {slug: len(one["parts"]) for slug, one in motions.items()} == parts


@pytest.mark.parametrize(("exercise", "variation", "badge"), SIDED)
def test_the_badge_names_every_limb_that_moves_with_its_own_side(
    exercise: str, variation: str, badge: str
) -> None:
    for limb in motion(exercise)["variations"][variation]["working"]:
        side, _, kind = limb.partition("-")
        assert any(f"{side} {word}" in badge for word in LIMB_WORDS[kind]), f"{limb} is not in {badge!r}"
