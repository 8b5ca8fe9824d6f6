import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from backguide.session.outline import is_work
from backguide.ui.session_words import length_words, minutes_seconds
from backguide.ui.widgets.button import Button
from backguide.ui.widgets.label import Label
from tests.ui.session_helpers import Session


def words_on(page):
    return [label.text() for label in page.findChildren(Label) if label.isVisible()]


@pytest.fixture
def finished(session) -> Session:
    session.start()
    session.play_to_the_end()
    return session


@pytest.fixture
def stopped(session) -> Session:
    session.start()
    session.play_until("return")
    session.play_until("return")
    session.press(Qt.Key.Key_Escape)
    session.player.dialog.confirmed.emit()
    return session


def test_a_finished_session_tells_its_length_and_every_exercise_with_its_time(finished):
    words = words_on(finished.rating)
    whole_s = finished.flow.run.progress.timeline.duration_s
    assert f"Session done, {length_words(whole_s)}" in words
    assert [(line.name, line.doing) for line in finished.rating.lines] == [
        ("Bird dog", "done"),
        ("Child’s pose", "done"),
    ]
    timeline = finished.flow.run.progress.timeline
    done_s = sum(s.duration_s for s in timeline.steps if s.item == 0 and is_work(s))
    assert finished.rating.lines[0].amount == minutes_seconds(done_s)


def test_a_session_ended_early_says_that_what_was_done_counts(stopped):
    words = words_on(stopped.rating)
    assert any(text.startswith("Ended early, after ") for text in words)
    assert "What you did counts. It is kept as partial, not as missed." in words
    assert [(line.doing, line.amount) for line in stopped.rating.lines] == [
        ("partial", "1 of 4"),
        ("skipped", "not done"),
    ]


def test_a_session_finished_by_skipping_says_so_too(session):
    session.start()
    session.press(Qt.Key.Key_Right)
    session.play_to_the_end()
    assert [line.doing for line in session.rating.lines] == ["skipped", "done"]
    assert "What you did counts. It is kept as partial, not as missed." in words_on(session.rating)


def test_skipped_exercises_are_not_told_as_time_spent(session):
    session.start()
    session.press(Qt.Key.Key_Right)
    session.play_to_the_end()
    done_s = session.flow.run.recorder.session.done_s
    assert 0 < done_s < 80
    assert f"Session ended, {length_words(done_s)} of practice" in words_on(session.rating)


def test_a_session_of_which_all_was_skipped_claims_nothing(session):
    session.start()
    while session.flow.run.state == "running":
        session.press(Qt.Key.Key_Right)
    words = words_on(session.rating)
    assert "Nothing done this time" in words
    assert "Your ratings count all the same." in words
    assert not any("What you did counts" in text or "Session done" in text for text in words)


def test_a_single_long_hold_that_was_left_is_told_in_time(session):
    session.start()
    session.press(Qt.Key.Key_Right)
    hold = session.play_until("hold", 6.0)
    entered_s = session.flow.run.progress.timeline.steps[hold.index - 1].duration_s
    session.press(Qt.Key.Key_Escape)
    session.player.dialog.confirmed.emit()
    done = minutes_seconds(entered_s + 6.0)
    assert session.rating.lines[1].amount.startswith(f"{done} of 0:")


def test_save_sleeps_until_something_is_rated_and_says_what_is_missing(finished):
    page = finished.rating
    assert not page.save_button.isEnabled()
    assert page.missing_sentence == "Rate your back or your leg to save"
    finished.press(Qt.Key.Key_3)
    assert page.save_button.isEnabled()
    assert page.missing_sentence == "Your leg stays a gap"
    finished.press(Qt.Key.Key_2)
    assert page.missing_sentence == ""


def test_enter_does_nothing_while_nothing_is_rated(finished):
    finished.press(Qt.Key.Key_Return)
    assert finished.ended == []


def test_saving_writes_what_was_rated_and_nothing_else(finished, services):
    finished.press(Qt.Key.Key_6)
    finished.rating.save_button.click()
    (rating,) = services.journal.ratings()
    assert (rating.moment, rating.site, rating.value) == ("after", "back", 6)


def test_leaving_unrated_writes_no_rating(finished, services):
    finished.press(Qt.Key.Key_6)
    leave = next(b for b in finished.rating.findChildren(Button) if b.text() == "Leave unrated")
    leave.click()
    assert services.journal.ratings() == ()
    assert len(finished.ended) == 1


def test_escape_leaves_unrated_but_not_once_something_is_rated(finished):
    finished.press(Qt.Key.Key_6)
    finished.press(Qt.Key.Key_Escape)
    assert finished.ended == []
    finished.rating.questions.back.set_value(None)
    finished.press(Qt.Key.Key_Escape)
    assert len(finished.ended) == 1


def test_the_exercise_lines_can_be_heard(stopped):
    names = [label.accessibleName() for label in stopped.rating.findChildren(Label)]
    assert "Bird dog: partly done, 1 of 4" in names


@pytest.mark.parametrize("size", [(960, 640), (1280, 800)])
def test_both_scales_are_in_sight_without_scrolling(finished, size):
    finished.place.resize(*size)
    QApplication.processEvents()
    page = finished.rating
    leg = page.questions.leg
    bottom = leg.mapTo(page, leg.rect().bottomLeft()).y()
    assert bottom < page.save_button.mapTo(page, page.save_button.rect().topLeft()).y()


def test_a_note_is_kept_with_the_session(finished, services, qtbot):
    field = finished.rating.note_field
    field.setFocus()
    qtbot.keyClicks(field, "3 easy ones first")
    assert finished.rating.ratings == {}
    assert finished.rating.save_button.isEnabled()
    assert finished.rating.missing_sentence == "Your back and your leg stay a gap"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    (session,) = services.journal.sessions()
    assert session.note == "3 easy ones first"
    assert services.journal.ratings() == ()


def test_escape_does_not_throw_a_note_away(finished, qtbot):
    finished.rating.note_field.setText("Felt fine")
    finished.press(Qt.Key.Key_Escape)
    assert finished.ended == []


def test_leaving_unrated_keeps_the_note(finished, services):
    finished.rating.note_field.setText("  Felt fine ")
    next(b for b in finished.rating.findChildren(Button) if b.text() == "Leave unrated").click()
    assert [one.note for one in services.journal.sessions()] == ["Felt fine"]


def test_the_question_of_tomorrow_is_told_where_it_will_be_asked(finished):
    assert "Tomorrow you are asked once how your back was in the morning." in words_on(finished.rating)


def test_of_a_session_in_which_nothing_was_done_no_question_is_told(session):
    session.start()
    while session.flow.run.state == "running":
        session.press(Qt.Key.Key_Right)
    assert not any("Tomorrow" in text for text in words_on(session.rating))
