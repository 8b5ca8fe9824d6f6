"""The font comes from its package, at every weight, with steady figures; without it the system's is used."""

import importlib.util

import pytest
from PySide6.QtGui import QFontInfo, QFontMetricsF

from backguide.ui.theme import fonts
from backguide.ui.theme.appearance import Appearance, keep
from backguide.ui.theme.type import ROLES, role_font


def width(font, words):
    return QFontMetricsF(font).horizontalAdvance(words)


def test_figtree_is_there(qapp):
    assert fonts.load_fonts()
    assert QFontInfo(fonts.make_font(16)).family() == "Figtree"


def test_the_font_package_brings_its_open_licence():
    licence = fonts.font_file().parent.parent / "LICENSE"
    assert "SIL Open Font License, Version 1.1" in licence.read_text()


def test_every_weight_has_a_drawing_of_its_own(qapp):
    widths = [
        width(fonts.make_font(32, weight), "Hold and keep breathing") for weight in (400, 500, 600, 700)
    ]
    assert widths == sorted(widths)
    assert len(set(widths)) == 4


def test_tabular_figures_are_all_of_one_width(qapp):
    font = fonts.make_font(32, 600, tabular=True)
    assert len({width(font, figure) for figure in "0123456789"}) == 1
    assert width(fonts.make_font(32, 600), "1") < width(fonts.make_font(32, 600), "8")


def test_without_the_package_the_system_font_keeps_size_and_weight(qapp, monkeypatch):
    fonts._load.cache_clear()
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    try:
        font = fonts.make_font(32, 600)
        assert not fonts.load_fonts()
        assert (font.pixelSize(), font.weight()) == (32, 600)
        assert "Figtree" not in font.families()
    finally:
        monkeypatch.undo()
        fonts._load.cache_clear()


@pytest.mark.parametrize("role", ROLES)
def test_every_role_has_its_size_and_nothing_is_under_14_px(qapp, role):
    assert role_font(role).pixelSize() == ROLES[role].size_px >= 14


def test_fonts_grow_with_the_text_size(qapp):
    keep(Appearance(text_scale=1.5))
    assert role_font("body").pixelSize() == 24
