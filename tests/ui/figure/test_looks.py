"""There is a choice of figures, and they differ in colours and build but not in what they do."""

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtGui import QColor

from backguide.figure.body import build_body
from backguide.figure.pose import posture
from backguide.figure.view import ViewSpec
from backguide.ui.figure.looks import LOOKS, figure_look, wear
from backguide.ui.figure.render import joint_positions, render_image
from backguide.ui.figure.scene import FigureScene
from backguide.ui.figure.style import HIGH_CONTRAST, LIGHT, STYLES
from tests.figure.body_postures import ALL_FOURS

SLUGS = tuple(LOOKS)
VIEW = ViewSpec(38, 16, (0, 0, 0.4), working=frozenset({"Lleg"}))


@pytest.fixture
def chosen(qapp):
    """Let tests choose, and put the default back."""
    yield wear
    wear(SLUGS[0])


def _scene(slug, style=LIGHT):
    look = LOOKS[slug]
    return FigureScene(VIEW, (320, 240), look.dress(style), build_body(look.build))


def test_there_are_at_least_four_figures_in_two_builds_and_the_first_is_the_neutral_one():
    assert len(LOOKS) >= 4
    assert len({look.build for look in LOOKS.values()}) == 2
    assert not LOOKS[SLUGS[0]].materials


@pytest.mark.parametrize("pair", list(combinations(SLUGS, 2)))
def test_every_figure_looks_different(pair):
    one, other = (render_image(_scene(slug), posture(ALL_FOURS)) for slug in pair)
    assert one != other


@pytest.mark.parametrize("slug", SLUGS)
def test_joints_are_where_they_are_for_everybody(slug):
    places, neutral = (joint_positions(_scene(s), posture(ALL_FOURS)) for s in (slug, SLUGS[0]))
    for name, place in places.items():
        assert np.allclose(place[:2], neutral[name][:2])


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("style", STYLES)
def test_what_works_stands_out_from_the_clothes(slug, style):
    """The accent's hue is far from that of legs and shirt, or those have hardly any colour."""
    materials = LOOKS[slug].dress(STYLES[style]).materials
    accent = QColor(materials["accent"].middle)
    for name in ("legging", "shirt"):
        worn = QColor(materials[name].middle)
        apart = abs(worn.hslHue() - accent.hslHue()) % 360
        assert min(apart, 360 - apart) > 30 or worn.hslSaturation() < 60


def test_high_contrast_keeps_its_own_clothes():
    for look in LOOKS.values():
        worn = look.dress(HIGH_CONTRAST).materials
        assert worn["legging"] == HIGH_CONTRAST.materials["legging"]


def test_the_chosen_figure_is_in_force(chosen):
    assert figure_look() is LOOKS[SLUGS[0]]
    chosen(SLUGS[2])
    assert figure_look() is LOOKS[SLUGS[2]]


def test_an_unknown_figure_is_the_default(chosen):
    chosen("of a newer version")
    assert figure_look() is LOOKS[SLUGS[0]]
