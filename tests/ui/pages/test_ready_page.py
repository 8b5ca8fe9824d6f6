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
