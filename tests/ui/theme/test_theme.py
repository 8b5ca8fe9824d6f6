"""Putting an appearance in force: palette, fields, widgets on screen, and following the desktop."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from backguide.ui.theme.appearance import Appearance, appearance, colour, keep, motion_ms, tokens
from backguide.ui.theme.theme import apply_theme, tokens_for
from backguide.ui.theme.tokens import CONTRAST, DARK, LIGHT
from backguide.ui.widgets.card import Card
from backguide.ui.widgets.label import Label

Scheme, Contrast = Qt.ColorScheme, Qt.ContrastPreference


@pytest.mark.parametrize(("choice", "expected"), [("light", LIGHT), ("dark", DARK), ("contrast", CONTRAST)])
def test_a_choice_is_in_force_at_once(qapp, choice, expected):
    theme = apply_theme(qapp, choice)
    assert tokens() is expected
    assert theme.choice == choice
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(expected.bg)
    assert colour("accent").name().upper() == expected.accent


@pytest.mark.parametrize(
    ("scheme", "contrast", "expected"),
    [
        (Scheme.Light, Contrast.NoPreference, LIGHT),
        (Scheme.Unknown, Contrast.NoPreference, LIGHT),
        (Scheme.Dark, Contrast.NoPreference, DARK),
        (Scheme.Light, Contrast.HighContrast, CONTRAST),
        (Scheme.Dark, Contrast.HighContrast, CONTRAST),
    ],
)
def test_system_goes_by_the_desktop(scheme, contrast, expected):
    assert tokens_for("system", scheme, contrast) is expected


@pytest.mark.parametrize("scheme", [Scheme.Light, Scheme.Dark])
def test_a_choice_of_ones_own_does_not_follow_the_desktop(scheme):
    assert tokens_for("light", scheme, Contrast.HighContrast) is LIGHT


def test_a_change_of_the_desktop_leaves_a_choice_of_ones_own_alone(qapp):
    apply_theme(qapp, "dark")
    qapp.styleHints().colorSchemeChanged.emit(Scheme.Light)
    assert tokens() is DARK


def test_a_change_of_the_desktop_is_followed_on_system(qapp):
    apply_theme(qapp, "system", text_scale=1.25)
    keep(Appearance(DARK, text_scale=1.25))  # as if the desktop had been dark until now
    qapp.styleHints().colorSchemeChanged.emit(Scheme.Light)
    assert appearance() == Appearance(LIGHT, text_scale=1.25)


def test_there_is_one_keeper_however_often_a_theme_is_applied(qapp):
    assert apply_theme(qapp, "dark") is apply_theme(qapp, "light")


def test_what_is_on_screen_changes_its_colours(qtbot):
    card = Card(shadow=False)
    qtbot.addWidget(card)
    card.resize(200, 120)
    apply_theme(_app(), "light")
    card.show()
    assert card.grab().toImage().pixelColor(100, 60) == QColor(LIGHT.surface)
    apply_theme(_app(), "dark")
    assert card.grab().toImage().pixelColor(100, 60) == QColor(DARK.surface)


def test_pages_hear_of_a_change_of_text_size_and_words_grow(qtbot):
    label = Label("Hold and keep breathing")
    qtbot.addWidget(label)
    apply_theme(_app(), "light")
    before = label.sizeHint()
    apply_theme(_app(), "light", text_scale=1.5)
    assert label.sizeHint().width() == pytest.approx(before.width() * 1.5, rel=0.03)
    assert label.sizeHint().height() == pytest.approx(before.height() * 1.5, rel=0.05)


def test_the_keeper_says_that_it_has_changed(qtbot):
    theme = apply_theme(_app(), "light")
    with qtbot.waitSignal(theme.changed, timeout=1000):
        apply_theme(_app(), "contrast")


def test_native_fields_are_at_least_44_px_high(qtbot):
    apply_theme(_app(), "light")
    window = QWidget()
    field = QLineEdit(window)
    qtbot.addWidget(window)
    window.show()
    assert field.sizeHint().height() >= 44


def test_reduced_motion_stills_every_movement(qapp):
    apply_theme(qapp, "light")
    assert motion_ms("page") == 180
    apply_theme(qapp, "light", reduced_motion=True)
    assert motion_ms("page") == 0


def _app():
    return QApplication.instance()


def test_only_a_change_of_colours_or_size_polishes_the_widgets_again(qapp, qtbot):
    class Polished(QWidget):
        times = 0

        def changeEvent(self, event):
            self.times += event.type() == QEvent.Type.StyleChange
            super().changeEvent(event)

    apply_theme(qapp, "light")
    widget = Polished()
    qtbot.addWidget(widget)
    apply_theme(qapp, "light", reduced_motion=True)
    assert widget.times == 0
    apply_theme(qapp, "dark")
    assert widget.times > 0
