from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from backguide.session.compile import compile_timeline
from backguide.ui.pages.ready_page import equipment, needs_sentence, summary
from backguide.ui.pages.still_picture import StillPicture
from backguide.ui.widgets.button import Button
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.pain_cell import PainCell
from tests.ui.session_helpers import short_routine


def words_on(page):
    return [label.text() for label in page.findChildren(Label) if label.isVisible()]


def button(page, text):
    return next(found for found in page.findChildren(Button) if found.text() == text)


@pytest.fixture
def page(session):
    session.flow.begin(short_routine())
    return session.ready


def test_it_tells_what_the_session_is_and_what_it_needs(page):
    words = words_on(page)
    assert "Short one" in words
    assert any(text.endswith(" min, 2 exercises, all in one position") for text in words)
    assert "Bird dog" in words
    assert "Child’s pose" in words
    assert any(text.startswith("Mat. If you like: folded towel under the knees") for text in words)
    assert len(page.findChildren(StillPicture)) == 2


def test_nothing_is_preselected_and_it_can_be_started_at_once(page, session):
    assert page.ratings == {}
    assert page.gap_sentence == "Not rated: stays a gap"
    button(page, "Start").click()
    assert session.flow.run.state == "running"


def test_digits_go_to_the_back_and_then_to_the_leg(page, session):
    session.press(Qt.Key.Key_5)
    assert page.ratings == {"back": 5}
    assert page.gap_sentence == "Leg not rated: stays a gap"
    session.press(Qt.Key.Key_0)
    assert page.ratings == {"back": 5, "leg": 0}
    assert page.gap_sentence == ""
    session.press(Qt.Key.Key_7)
    assert page.ratings == {"back": 5, "leg": 0}


def test_one_and_then_nought_make_ten_for_the_back(page, session):
    session.press(Qt.Key.Key_1)
    session.clock.move(0.4)
    session.press(Qt.Key.Key_0)
    assert page.ratings == {"back": 10}


def test_a_nought_that_comes_later_is_the_legs_own(page, session):
    session.press(Qt.Key.Key_1)
    session.clock.move(2.0)
    session.press(Qt.Key.Key_0)
    assert page.ratings == {"back": 1, "leg": 0}


def test_backspace_takes_the_ratings_back_one_by_one(page, session):
    session.press(Qt.Key.Key_4)
    session.press(Qt.Key.Key_2)
    session.press(Qt.Key.Key_Backspace)
    assert page.ratings == {"back": 4}
    session.press(Qt.Key.Key_Backspace)
    assert page.ratings == {}
    session.press(Qt.Key.Key_Backspace)
    session.press(Qt.Key.Key_6)
    assert page.ratings == {"back": 6}


def test_enter_starts_also_when_the_focus_is_on_the_chosen_number(page, session, qtbot):
    qtbot.mouseClick(page.questions.back.scale.findChildren(PainCell)[3], Qt.MouseButton.LeftButton)
    qtbot.keyClick(page.questions.back.scale.findChildren(PainCell)[3], Qt.Key.Key_Return)
    assert session.flow.run.state == "running"


def test_not_now_leaves_a_gap_and_sends_the_digits_on(page, session):
    page.questions.back._decline.click()
    assert page.questions.back.status == "Not rated: stays a gap"
    session.press(Qt.Key.Key_2)
    assert page.ratings == {"leg": 2}


def test_not_now_takes_a_rating_back(page, session):
    session.press(Qt.Key.Key_4)
    page.questions.back._decline.click()
    assert page.ratings == {}


def test_back_leads_out(page, session):
    button(page, "Back").click()
    assert session.ended == [None]


@pytest.mark.parametrize("size", [(960, 640), (1280, 800), (1920, 1080)])
def test_both_scales_are_in_sight_without_scrolling(session, size):
    session.place.resize(*size)
    session.flow.begin(short_routine())
    QApplication.processEvents()
    leg = session.ready.questions.leg
    bottom = leg.mapTo(session.ready, leg.rect().bottomLeft()).y()
    foot = button(session.ready, "Start")
    assert bottom < foot.mapTo(session.ready, foot.rect().topLeft()).y()


def test_a_summary_counts_the_changes_of_position(catalogue):
    timeline = compile_timeline(catalogue.routines["strength"], catalogue)
    minutes = round(timeline.duration_s / 60)
    assert summary(timeline) == f"{minutes} min, 7 exercises, 2 changes of position"


def test_equipment_is_told_once_and_what_is_not_needed_apart(catalogue):
    timeline = compile_timeline(catalogue.routines["all-twelve"], catalogue)
    things = equipment(catalogue, timeline)
    assert len(set(things)) == len(things)
    assert "Mat" not in things
    sentence = needs_sentence(things)
    assert "Mat that does not slip" in sentence
    assert ". If you like: " in sentence
    assert needs_sentence(()) == "Nothing."


@pytest.fixture
def strength(session, catalogue):
    session.flow.begin(catalogue.routines["strength"])
    return session.ready


def length_chip(page, text):
    return next(chip for chip in page.options.chips if chip.text() == text)


def test_a_shorter_length_is_laid_out_at_once_and_says_what_it_leaves_out(strength):
    assert [chip.text() for chip in strength.options.chips] == ["15 min", "10 min", "5 min"]
    whole_s = strength.timeline.duration_s
    length_chip(strength, "5 min").click()
    assert strength.timeline.duration_s < whole_s / 2
    assert strength.summary.startswith("5 min, ")
    assert strength.shorter_sentence.startswith("2 exercises left out, fewer sets or repetitions of ")
    out = [row for row in strength.list.rows if not row.tick.isChecked()]
    assert [row.dose.text() for row in out] == ["Left out to save time"] * 2
    length_chip(strength, "15 min").click()
    assert strength.timeline.duration_s == whole_s
    assert strength.shorter_sentence == ""


def test_an_exercise_can_be_taken_out_and_put_back(strength):
    whole = strength.summary
    row = strength.list.rows[1]
    row.tick.click()
    assert "6 exercises" in strength.summary
    assert row.dose.text() == "Not this time"
    assert "bird-dog" not in {step.exercise for step in strength.timeline.steps}
    row.tick.click()
    assert strength.summary == whole


def test_what_time_left_out_can_be_put_back(strength):
    length_chip(strength, "5 min").click()
    row = next(row for row in strength.list.rows if not row.tick.isChecked())
    row.tick.click()
    assert row.tick.isChecked()
    assert strength.summary.startswith("5 min, ")


def test_the_last_exercise_cannot_be_taken_out(page):
    page.list.rows[0].tick.click()
    assert not page.list.rows[1].tick.isEnabled()
    page.list.rows[0].tick.click()
    assert page.list.rows[1].tick.isEnabled()


def test_the_session_that_starts_is_the_one_that_was_chosen(strength, session, services):
    length_chip(strength, "10 min").click()
    strength.list.rows[0].tick.click()
    chosen = strength.timeline
    session.press(Qt.Key.Key_Return)
    assert session.flow.run.progress.timeline == chosen
    (kept,) = services.journal.sessions()
    assert kept.routine == "strength"


def test_an_order_with_fewer_changes_is_offered_where_there_is_one(session, catalogue, strength):
    assert not strength.options.order.isVisible()
    strength.back_requested.emit()
    items = catalogue.routines["strength"].items
    mixed = replace(short_routine(), items=(items[0], items[5], items[1], items[4]))
    session.flow.begin(mixed)
    page = session.ready
    before = page.summary
    assert page.options.order.isVisible()
    page.options.order.click()
    assert before.endswith("3 changes of position")
    assert page.summary.endswith("1 change of position")
    QApplication.processEvents()
    places = sorted(page.list.rows, key=lambda row: row.y())
    assert [row.place for row in places] == [0, 2, 1, 3]


def test_all_of_it_can_be_chosen_by_keyboard(strength, qtbot):
    chip = length_chip(strength, "10 min")
    chip.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert strength.summary.startswith("10 min, ")
    tick = strength.list.rows[2].tick
    tick.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert "6 exercises" in strength.summary
    assert tick.accessibleName() == "Bear hold"
    qtbot.keyClick(tick, Qt.Key.Key_3)
    assert strength.ratings == {"back": 3}


@pytest.mark.parametrize("size", [(960, 640), (400, 800), (1280, 800)])
def test_no_exercise_name_is_cut(session, catalogue, size):
    session.place.setMinimumSize(1, 1)
    session.place.resize(*size)
    session.flow.begin(catalogue.routines["all-twelve"])
    for _ in range(3):
        QApplication.processEvents()
    for row in session.ready.list.rows:
        assert row.name.height() >= row.name.heightForWidth(row.name.width()), row.name.text()
        assert row.name.minimumSizeHint().width() <= row.name.width(), row.name.text()
