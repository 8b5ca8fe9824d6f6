"""Buttons: pressed by mouse, Space and Enter, named, and as large as their words need."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from backguide.ui.theme.appearance import tokens
from backguide.ui.theme.focus_ring import FocusRing
from backguide.ui.theme.icons import Icon
from backguide.ui.theme.theme import apply_theme
from backguide.ui.widgets.button import Button
from backguide.ui.widgets.card import CardButton
from backguide.ui.widgets.chip import FilterChip, StatusChip
from backguide.ui.widgets.label import Label
from tests.ui.widgets.seen import name_of, role_of

KINDS = ["primary", "secondary", "quiet", "pain", "soft", "plain"]
THEMES = ["light", "dark", "contrast"]

# in high contrast a bare button has no second colour to fall asleep with
SLEEPING = [(kind, theme) for kind in KINDS for theme in THEMES if (kind, theme) != ("plain", "contrast")]


@pytest.fixture
def window(qtbot, qapp):
    apply_theme(qapp, "light")
    found = QWidget()
    QVBoxLayout(found)
    qtbot.addWidget(found)
    return found


def shown(window, *widgets):
    for widget in widgets:
        window.layout().addWidget(widget)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    return widgets[0]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("make", [lambda: Button("Save"), lambda: CardButton("Cat cow")])
def test_the_keyboard_presses(window, qtbot, make, key):
    button = shown(window, make())
    with qtbot.waitSignal(button.clicked, timeout=1000):
        QTest.keyClick(button, key)


def test_a_disabled_button_is_not_pressed(window):
    button = shown(window, Button("Save"))
    button.setEnabled(False)
    presses = []
    button.clicked.connect(presses.append)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert presses == []


def test_an_icon_alone_needs_a_name():
    with pytest.raises(ValueError, match="name"):
        Button(icon=Icon.NEXT)


def test_an_icon_alone_is_named_for_screen_readers_and_by_a_tooltip(window):
    button = shown(window, Button(icon=Icon.NEXT, name="Next exercise"))
    assert name_of(button) == "Next exercise"
    assert role_of(button) == QAccessible.Role.Button
    assert button.toolTip() == "Next exercise"
    assert button.sizeHint().width() == button.sizeHint().height()


def test_words_are_the_name_where_there_is_no_other(window):
    button = shown(window, Button("Start session"))
    assert name_of(button) == "Start session"


@pytest.mark.parametrize(("size", "height"), [("xl", 72), ("lg", 60), ("md", 48), ("sm", 40)])
def test_every_size_has_its_height_and_grows_with_the_text(qtbot, qapp, size, height):
    button = Button("Start session", size=size)
    qtbot.addWidget(button)
    narrow = button.sizeHint()
    apply_theme(qapp, "light", text_scale=1.5)
    assert narrow.height() == height
    assert button.sizeHint().height() == round(height * 1.5)
    assert button.sizeHint().width() > narrow.width() * 1.3


def test_longer_words_and_an_icon_need_more_room(qtbot):
    short, long, iconic = Button("End"), Button("Make it easier"), Button("End", icon=Icon.CLOSE)
    for button in (short, long, iconic):
        qtbot.addWidget(button)
    assert short.sizeHint().width() < iconic.sizeHint().width() < long.sizeHint().width()


@pytest.mark.parametrize(("kind", "theme"), SLEEPING)
def test_a_sleeping_button_looks_different_from_one_awake(window, qapp, kind, theme):
    button = shown(window, Button("Save", kind))
    apply_theme(qapp, theme)
    awake = button.grab().toImage()
    button.setEnabled(False)
    assert button.grab().toImage() != awake


@pytest.mark.parametrize("kind", KINDS)
def test_the_pointer_and_a_press_are_answered(window, qapp, kind):
    button = shown(window, Button("Save", kind))
    resting = button.grab().toImage()
    QTest.mouseMove(button, QPoint(30, 20))
    button.setDown(True)
    assert button.grab().toImage() != resting or kind == "pain"


def test_the_primary_is_filled_with_the_accent_of_the_theme(window, qapp):
    button = shown(window, Button("Save"))
    for theme in ("light", "dark"):
        apply_theme(qapp, theme)
        assert button.grab().toImage().pixelColor(40, 5) == QColor(tokens().accent)


def test_flush_words_start_at_the_left_edge(qtbot):
    flush, padded = Button("Not today", "quiet", flush=True), Button("Not today", "quiet")
    for button in (flush, padded):
        qtbot.addWidget(button)
    assert padded.sizeHint().width() - flush.sizeHint().width() == 40


def rings(window):
    return [ring for ring in window.findChildren(FocusRing) if ring.isVisible()]


def test_the_tab_key_shows_a_ring_5_px_around_the_control(window):
    first, second = Button("One"), Button("Two")
    shown(window, first, second)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    (ring,) = rings(window)
    assert ring.geometry() == second.geometry().adjusted(-5, -5, 5, 5)


def test_a_click_shows_no_ring(window):
    first, second = Button("One"), Button("Two")
    shown(window, first, second)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert rings(window) == []


def test_the_ring_keeps_to_a_control_that_moves(window):
    first, second = Button("One"), Button("Two")
    shown(window, first, second)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    second.move(second.x() + 30, second.y() + 9)
    (ring,) = rings(window)
    assert ring.geometry().center() == second.geometry().center()


def test_the_ring_goes_with_a_control_that_is_deleted(window, qapp):
    first, second = Button("One"), Button("Two")
    shown(window, first, second)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    second.hide()
    second.setParent(None)
    second.deleteLater()
    qapp.processEvents()
    assert all(ring.geometry().center() == first.geometry().center() for ring in rings(window))


def test_the_ring_scrolls_with_the_page(qtbot, qapp):
    apply_theme(qapp, "light")
    area, content = QScrollArea(), QWidget()
    column = QVBoxLayout(content)
    buttons = [Button(f"Number {number}") for number in range(20)]
    for button in buttons:
        column.addWidget(button)
    area.setWidget(content)
    area.setWidgetResizable(True)
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    area.activateWindow()
    qapp.processEvents()
    buttons[0].setFocus()
    QTest.keyClick(buttons[0], Qt.Key.Key_Tab)
    (ring,) = rings(area)
    assert ring.parent() is content


def test_a_filter_is_chosen_and_says_so(window):
    chip = shown(window, FilterChip("Mobility"))
    assert not chip.isChecked()
    resting = chip.sizeHint()
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chip.isChecked()
    assert chip.sizeHint() == resting
    assert role_of(chip) == QAccessible.Role.CheckBox


def test_a_status_is_named_and_can_change(qtbot):
    chip = StatusChip("Due", "pain")
    qtbot.addWidget(chip)
    chip.show_status("Better than at the start", "good", Icon.TRENDING_DOWN)
    assert (chip.text, name_of(chip)) == ("Better than at the start",) * 2
    assert chip.sizeHint().width() > 150


def test_a_card_that_is_pressed_is_pressed_through_its_words(window, qtbot):
    card = CardButton("Cat cow", padding=16)
    words = Label("Cat cow")
    card.add_widget(words)
    shown(window, card)
    with qtbot.waitSignal(card.clicked, timeout=1000):
        QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=words.geometry().center())
    assert card.childAt(words.geometry().center()) is None


def test_a_row_of_buttons_keeps_them_whole(qtbot):
    window = QWidget()
    row = QHBoxLayout(window)
    button = Button("Make it easier")
    row.addWidget(button)
    qtbot.addWidget(window)
    window.resize(60, 60)
    assert button.minimumSizeHint() == button.sizeHint()
