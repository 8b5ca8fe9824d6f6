"""Every pair of colours that is used together can be told apart, in all three themes."""

from dataclasses import fields

import pytest
from PySide6.QtGui import QColor

from backguide.ui.theme.tokens import CONTRAST, DARK, LIGHT, contrast_ratio, mixed, rating_dot

THEMES = [LIGHT, DARK, CONTRAST]
WORDS, SHAPES = 4.5, 3.0
PAIRS = [
    *((ink, ground, WORDS) for ink in ("text", "muted") for ground in ("bg", "rail", "surface", "sunken")),
    *(("text", ground, WORDS) for ground in ("hover", "thumb", "stage0", "stage1")),
    *(("text", f"{tone}_soft", WORDS) for tone in ("warn", "good", "danger", "accent", "pain")),
    *(("on_accent", ground, WORDS) for ground in ("accent", "accent_hover", "accent_press")),
    *(("accent_text", ground, WORDS) for ground in ("bg", "surface", "accent_soft", "sunken", "hover")),
    ("on_pain", "pain", WORDS),
    ("pain_text", "pain_soft", WORDS),
    ("pain_text", "surface", WORDS),
    ("good", "good_soft", WORDS),
    ("good", "bg", WORDS),
    ("warn", "warn_soft", WORDS),
    ("danger", "surface", WORDS),
    ("danger", "danger_soft", WORDS),
    *(("accent", ground, SHAPES) for ground in ("bg", "surface", "stage0", "ring_track")),
    *((line, ground, SHAPES) for line in ("line_strong", "focus") for ground in ("surface", "bg")),
    ("pain", "surface", SHAPES),
    ("bar", "surface", SHAPES),
]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("ink", "ground", "needs"), PAIRS)
def test_a_pair_has_enough_contrast(theme, ink, ground, needs):
    assert contrast_ratio(theme.hex(ink), theme.hex(ground)) >= needs


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_a_rating_dot_stands_out_from_its_card(theme):
    assert contrast_ratio(rating_dot(theme), theme.surface) >= SHAPES


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_colour_can_be_read(theme):
    names = [field.name for field in fields(theme) if field.name not in {"name", "shadow_alpha"}]
    assert all(QColor(getattr(theme, name)).isValid() for name in names)


def test_the_contrast_ratio_is_that_of_wcag():
    assert contrast_ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast_ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_mixing_goes_from_one_colour_to_the_other():
    assert mixed("#FF0000", "#0000FF", 1) == "#FF0000"
    assert mixed("#FF0000", "#0000FF", 0) == "#0000FF"
    assert mixed("#FFFFFF", "#000000", 0.5) == "#808080"


def test_only_the_light_theme_is_light():
    assert [theme.is_dark for theme in THEMES] == [False, True, True]
