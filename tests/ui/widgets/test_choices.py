"""Segmented control, rail, yes or no, and scrub bar: by keyboard, by mouse, by screen reader."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton

from backguide.ui.theme.icons import Icon
from backguide.ui.theme.theme import apply_theme
from backguide.ui.widgets.navigation_rail import NavigationRail, RailItem
from backguide.ui.widgets.scrub_bar import ScrubBar, ScrubPart
from backguide.ui.widgets.segmented import Segmented
from backguide.ui.widgets.yes_no import YesNo
from tests.ui.widgets.seen import description_of, name_of, role_of, seen

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def show(qtbot, widget, width=600):
    qtbot.addWidget(widget)
    widget.resize(width, widget.sizeHint().height())
    widget.show()
    widget.activateWindow()
    widget.setFocus()
    return widget


def press(widget, *keys):
    for key in keys:
        QTest.keyClick(widget.focusWidget() or widget, key)


def parts(widget):
    return widget.findChildren(QRadioButton)


@pytest.fixture
def segmented(qtbot):
    return show(qtbot, Segmented(["4 weeks", "12 weeks", "1 year", "All"], "Range", current=1))


def test_a_segment_is_chosen_by_click_and_told_once(segmented):
    heard = []
    segmented.current_changed.connect(heard.append)
    QTest.mouseClick(parts(segmented)[3], LEFT)
    QTest.mouseClick(parts(segmented)[3], LEFT)
    assert (segmented.current, heard) == (3, [3])


def test_arrows_home_and_end_move_the_choice_and_stop_at_the_ends(segmented):
    press(segmented, Key.Key_Right)
    assert segmented.current == 2
    press(segmented, Key.Key_End, Key.Key_Right)
    assert segmented.current == 3
    press(segmented, Key.Key_Home, Key.Key_Left)
    assert segmented.current == 0
    assert segmented.focusWidget() is parts(segmented)[0]


def test_segments_are_named_radio_buttons(segmented):
    assert name_of(segmented) == "Range"
    assert [name_of(part) for part in parts(segmented)] == ["4 weeks", "12 weeks", "1 year", "All"]
    assert {role_of(part) for part in parts(segmented)} == {QAccessible.Role.RadioButton}
    assert [seen(part).state().checked for part in parts(segmented)] == [0, 1, 0, 0]


def test_segments_fill_the_track_whatever_its_width(segmented):
    segmented.resize(520, 48)
    assert parts(segmented)[0].x() == 4
    assert parts(segmented)[-1].geometry().right() == 515


def test_a_segment_that_is_not_there_is_refused(segmented):
    with pytest.raises(IndexError):
        segmented.set_current(4)


def test_a_segmented_control_grows_with_the_text(segmented, qapp):
    before = segmented.sizeHint()
    apply_theme(qapp, "light", text_scale=1.5)
    assert segmented.sizeHint().width() > before.width() * 1.3
    assert segmented.sizeHint().height() == 72


@pytest.fixture
def rail(qtbot):
    items = [RailItem("today", "Today", Icon.HOUSE), RailItem("history", "History", Icon.BAR_CHART)]
    found = NavigationRail(items, RailItem("settings", "Settings", Icon.SETTINGS))
    qtbot.addWidget(found)
    found.resize(104, 640)
    found.set_current("today")
    found.show()
    found.activateWindow()
    found.setFocus()
    return found


def test_the_rail_asks_for_a_page_and_waits_to_be_told(rail):
    asked = []
    rail.page_requested.connect(asked.append)
    QTest.mouseClick(parts(rail)[1], LEFT)
    assert (asked, rail.current) == (["history"], "today")
    rail.set_current("history")
    assert rail.current == "history"


def test_arrows_walk_along_the_rail_and_enter_asks(rail):
    asked = []
    rail.page_requested.connect(asked.append)
    press(rail, Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert asked == ["settings"]
    press(rail, Key.Key_Down, Key.Key_Space)
    assert asked == ["settings", "today"]


def test_the_open_page_is_marked_for_screen_readers(rail):
    assert [(name_of(part), seen(part).state().checked) for part in parts(rail)] == [
        ("Today", 1),
        ("History", 0),
        ("Settings", 0),
    ]


def test_the_last_page_stands_at_the_foot(rail):
    assert parts(rail)[-1].geometry().bottom() > rail.height() - 40


def test_a_page_that_is_not_there_is_refused(rail):
    with pytest.raises(KeyError):
        rail.set_current("nowhere")


@pytest.fixture
def question(qtbot):
    return show(qtbot, YesNo("Chest pain together with the back pain?"))


def test_neither_yes_nor_no_is_chosen_beforehand(question):
    assert question.answer is None
    assert not any(part.isChecked() for part in parts(question))


@pytest.mark.parametrize(("key", "answer"), [(Key.Key_Y, True), (Key.Key_N, False)])
def test_letters_answer(question, qtbot, key, answer):
    with qtbot.waitSignal(question.answered) as heard:
        press(question, key)
    assert (heard.args, question.answer) == ([answer], answer)


def test_an_answer_can_be_changed(question):
    QTest.mouseClick(parts(question)[0], LEFT)
    press(question, Key.Key_Right, Key.Key_Space)
    assert question.answer is False
    assert [part.isChecked() for part in parts(question)] == [False, True]


def test_yes_and_no_carry_the_question_for_screen_readers(question):
    assert [name_of(part) for part in parts(question)] == ["Yes", "No"]
    assert description_of(parts(question)[0]) == "Chest pain together with the back pain?"


@pytest.fixture
def bar(qtbot):
    found = show(qtbot, ScrubBar())
    found.set_parts([ScrubPart("Reach", 1), ScrubPart("Hold 5 s", 2), ScrubPart("Return", 1)])
    return found


def test_dragging_tells_where_the_handle_is(bar):
    heard = []
    bar.position_changed.connect(heard.append)
    QTest.mousePress(bar, LEFT, pos=QPoint(300, 11))
    QTest.mouseMove(bar, QPoint(600, 11))
    QTest.mouseRelease(bar, LEFT, pos=QPoint(600, 11))
    assert heard[0] == pytest.approx(0.5, abs=0.01)
    assert heard[-1] == bar.position == 1.0


def test_arrows_home_and_end_move_the_handle(bar):
    press(bar, Key.Key_Right)
    assert bar.position == pytest.approx(0.02)
    press(bar, Key.Key_End)
    assert bar.position == 1.0
    press(bar, Key.Key_Home)
    assert bar.position == 0.0


def test_playing_moves_the_handle_without_a_word(bar):
    heard = []
    bar.position_changed.connect(heard.append)
    bar.show_position(0.5)
    assert (bar.position, heard) == (0.5, [])


def test_the_phase_is_told_to_screen_readers(bar):
    assert role_of(bar) == QAccessible.Role.Slider
    spoken = []
    for position in (0.1, 0.5, 0.9):
        bar.show_position(position)
        spoken.append(description_of(bar))
    assert spoken == ["Reach", "Hold 5 s", "Return"]
    assert seen(bar).valueInterface().currentValue() == 900


def test_a_phase_that_takes_no_time_is_left_out(bar):
    bar.set_parts([ScrubPart("Reach", 1), ScrubPart("Hold", 0)])
    assert not bar.grab().isNull()
