"""The pain scale: nothing chosen beforehand, every way of choosing, and taking it back."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QColor, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest

from backguide.desktop.clock import ManualClock
from backguide.ui.theme.appearance import tokens
from backguide.ui.theme.theme import apply_theme
from backguide.ui.widgets.button import Button
from backguide.ui.widgets.pain_cell import PainCell
from backguide.ui.widgets.pain_question import PainQuestion
from backguide.ui.widgets.pain_scale import PainScale
from tests.ui.widgets.seen import description_of, name_of, role_of, seen

Key = Qt.Key


@pytest.fixture
def clock():
    return ManualClock()


@pytest.fixture
def scale(qtbot, clock):
    found = PainScale("Back pain now", clock=clock)
    qtbot.addWidget(found)
    found.resize(660, found.sizeHint().height())
    found.show()
    found.activateWindow()
    found.setFocus()
    return found


@pytest.fixture
def heard(scale):
    values = []
    scale.value_changed.connect(values.append)
    return values


def cells(scale):
    return scale.findChildren(PainCell)


def press(scale, *keys):
    for key in keys:
        QTest.keyClick(scale.focusWidget() or scale, key)


def test_nothing_is_chosen_beforehand(scale):
    assert scale.value is None
    assert not any(cell.isChecked() for cell in cells(scale))
    assert description_of(scale) == "Not rated yet"


def test_there_is_a_cell_for_every_number_from_0_to_10(scale):
    assert [cell.number for cell in cells(scale)] == list(range(11))
    assert all(cell.width() >= 44 and cell.height() >= 44 for cell in cells(scale))


def test_a_click_chooses(scale, heard):
    QTest.mouseClick(cells(scale)[7], Qt.MouseButton.LeftButton)
    assert (scale.value, heard) == (7, [7])
    assert [cell.number for cell in cells(scale) if cell.isChecked()] == [7]


def test_a_second_click_on_the_same_number_keeps_it(scale, heard):
    for _ in range(2):
        QTest.mouseClick(cells(scale)[7], Qt.MouseButton.LeftButton)
    assert (scale.value, heard) == (7, [7])


@pytest.mark.parametrize("digit", range(10))
def test_a_digit_chooses(scale, digit):
    press(scale, Key(Key.Key_0 + digit))
    assert scale.value == digit


def test_one_and_nought_in_quick_succession_make_ten(scale, clock, heard):
    press(scale, Key.Key_1)
    clock.move(0.8)
    press(scale, Key.Key_0)
    assert heard == [1, 10]


def test_one_and_nought_with_a_pause_are_one_and_then_nought(scale, clock, heard):
    press(scale, Key.Key_1)
    clock.move(0.81)
    press(scale, Key.Key_0)
    assert heard == [1, 0]


def test_nought_after_another_number_is_nought(scale):
    press(scale, Key.Key_1, Key.Key_2, Key.Key_0)
    assert scale.value == 0


def test_a_one_that_was_clicked_is_not_the_start_of_a_ten(scale):
    press(scale, Key.Key_1)
    QTest.mouseClick(cells(scale)[1], Qt.MouseButton.LeftButton)
    press(scale, Key.Key_0)
    assert scale.value == 0


@pytest.mark.parametrize("key", [Key.Key_Backspace, Key.Key_Delete])
def test_a_rating_can_be_taken_back(scale, heard, key):
    press(scale, Key.Key_4, key)
    assert scale.value is None
    assert heard == [4, None]
    assert not any(cell.isChecked() for cell in cells(scale))


def test_arrows_step_and_stop_at_the_ends(scale):
    scale.set_value(9)
    press(scale, Key.Key_Right, Key.Key_Up)
    assert scale.value == 10
    press(scale, Key.Key_Home, Key.Key_Left, Key.Key_Down)
    assert scale.value == 0
    press(scale, Key.Key_End)
    assert scale.value == 10


@pytest.mark.parametrize(("key", "first"), [(Key.Key_Right, 0), (Key.Key_Left, 10)])
def test_the_first_arrow_starts_at_an_end(scale, key, first):
    press(scale, key)
    assert scale.value == first


def test_space_chooses_the_number_that_has_the_focus(scale):
    press(scale, Key.Key_Space)
    assert scale.value == 0


def test_the_focus_goes_with_the_choice_and_the_scale_is_one_stop_for_tab(scale):
    press(scale, Key.Key_6)
    assert scale.focusWidget() is cells(scale)[6]
    stops = [cell.number for cell in cells(scale) if cell.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [6]


def test_keys_with_a_modifier_are_left_to_the_page(scale):
    QTest.keyClick(scale.focusWidget(), Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert scale.value is None


def test_setting_the_same_value_again_says_nothing(scale, heard):
    scale.set_value(3)
    scale.set_value(3)
    assert heard == [3]


@pytest.mark.parametrize("value", [-1, 11])
def test_a_value_outside_the_scale_is_refused(scale, value):
    with pytest.raises(ValueError, match="0 to 10"):
        scale.set_value(value)


def test_a_screen_reader_hears_scale_numbers_and_ends(scale):
    scale.set_value(10)
    assert name_of(scale) == "Back pain now"
    assert description_of(scale) == "10 out of 10"
    assert name_of(cells(scale)[0]) == "Back pain now 0, no pain"
    assert name_of(cells(scale)[10]) == "Back pain now 10, worst imaginable"
    assert {role_of(cell) for cell in cells(scale)} == {QAccessible.Role.RadioButton}
    assert seen(cells(scale)[10]).state().checked == 1


def test_a_disabled_scale_takes_no_clicks(scale):
    scale.setEnabled(False)
    QTest.mouseClick(cells(scale)[7], Qt.MouseButton.LeftButton)
    assert scale.value is None


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_chosen_number_is_plum_in_every_theme(scale, qapp, theme):
    scale.set_value(5)
    apply_theme(qapp, theme)
    image = cells(scale)[5].grab().toImage()
    assert image.pixelColor(image.width() // 2, 8) == QColor(tokens().pain)
    other = cells(scale)[6].grab().toImage()
    assert other.pixelColor(other.width() // 2, 8) == QColor(tokens().surface)


def test_the_cells_grow_with_the_text(scale, qapp):
    before = scale.sizeHint().height()
    apply_theme(qapp, "light", text_scale=1.5)
    assert scale.sizeHint().height() > before * 1.3


def test_the_question_says_that_it_is_not_answered_until_it_is(qtbot):
    question = PainQuestion("leg", "Your leg, right now", "Below the buttock.")
    qtbot.addWidget(question)
    assert (question.value, question.status) == (None, "Not rated yet")
    with qtbot.waitSignal(question.value_changed) as heard:
        question.set_value(4)
    assert heard.args == [4]
    assert question.status == "4 of 10"
    question.set_value(None)
    assert question.status == "Not rated yet"


def test_a_question_can_be_left_unrated_on_purpose_and_answered_after_all(qtbot):
    question = PainQuestion("back", "Your back, right now", "Low back and buttocks.", declinable=True)
    qtbot.addWidget(question)
    question.show()
    question.set_value(6)
    (not_now,) = question.findChildren(Button)
    with qtbot.waitSignal(question.declined, timeout=1000):
        not_now.click()
    assert (question.value, question.is_answered, question.status) == (None, True, "Not rated: stays a gap")
    assert name_of(not_now) == "Your back, right now: not now"
    question.set_value(2)
    assert (question.is_answered, question.status) == (True, "2 of 10")


def test_not_now_is_offered_only_where_it_makes_sense(qtbot):
    question = PainQuestion("back", "Your back, right now", "Low back and buttocks.")
    qtbot.addWidget(question)
    question.show()
    assert not question.is_answered
    assert [button.isVisible() for button in question.findChildren(Button)] == [False]


def test_enter_on_the_chosen_number_goes_to_the_page(scale, heard):
    QTest.mouseClick(cells(scale)[4], Qt.MouseButton.LeftButton)
    enter = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(cells(scale)[4], enter)
    assert not enter.isAccepted()
    QTest.keyClick(cells(scale)[7], Key.Key_Return)
    assert heard == [4, 7]


def test_the_second_click_of_a_double_click_that_opened_the_page_rates_nothing(scale, heard):
    at = cells(scale)[2].rect().center().toPointF()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
        QCoreApplication.sendEvent(cells(scale)[2], QMouseEvent(kind, at, at, left, left, none))
    assert heard == []


def test_a_screen_reader_that_toggles_a_number_chooses_it_once(scale, qtbot):
    told = []
    scale.value_changed.connect(told.append)
    cell = scale.findChildren(PainCell)[3]
    cell.toggle()
    assert (scale.value, told) == (3, [3])
    qtbot.mouseClick(scale.findChildren(PainCell)[5], Qt.MouseButton.LeftButton)
    assert told == [3, 5]
