from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer

from backguide.desktop.preferences import Preferences
from backguide.ui.live_preferences import LivePreferences
from backguide.ui.session_awake import SLEEP_AFTER_PAUSE_MS, SessionAwake
from tests.ui.session_helpers import RecordingAwake, Session, short_routine

HINT = "The screen may go dark."


def pause_timer(session: Session) -> QTimer:
    (awake,) = session.flow.run.findChildren(SessionAwake)
    (timer,) = awake.findChildren(QTimer)
    return timer


def test_awake_is_kept_while_the_session_runs_and_given_back_at_its_end(qtbot, services, clock):
    awake = RecordingAwake()
    session = Session(qtbot, replace(services, awake=awake), clock)
    session.flow.begin(short_routine())
    assert not awake.kept
    session.press(Qt.Key.Key_Return)
    assert awake.kept
    session.play_to_the_end()
    assert not awake.kept
    session.leave()


def test_a_long_pause_lets_the_computer_sleep_and_going_on_keeps_it_awake_again(qtbot, services, clock):
    awake = RecordingAwake()
    session = Session(qtbot, replace(services, awake=awake), clock)
    session.start()
    session.press(Qt.Key.Key_Space)
    assert awake.kept
    assert pause_timer(session).isSingleShot()
    assert pause_timer(session).remainingTime() > 0.99 * SLEEP_AFTER_PAUSE_MS
    pause_timer(session).timeout.emit()
    assert not awake.kept
    session.press(Qt.Key.Key_Space)
    assert awake.kept
    session.leave()


def test_awake_is_left_alone_where_the_person_does_not_want_it(qtbot, services, clock):
    awake = RecordingAwake()
    choice = LivePreferences(Preferences(keep_awake=False))
    session = Session(qtbot, replace(services, awake=awake, preferences=choice), clock)
    session.start()
    assert not awake.kept
    session.leave()


def test_a_session_left_in_a_pause_leaves_no_timer_behind(qtbot, services, clock):
    awake = RecordingAwake()
    session = Session(qtbot, replace(services, awake=awake), clock)
    session.start()
    session.press(Qt.Key.Key_Space)
    assert pause_timer(session).isActive()
    session.leave()
    assert not pause_timer(session).isActive()
    assert not awake.kept


@pytest.fixture
def hinted(qtbot, services, clock):
    session = Session(qtbot, replace(services, awake=RecordingAwake(HINT)), clock)
    yield session
    session.leave()


def test_that_the_screen_may_go_dark_is_told_quietly_and_goes_away_by_itself(hinted):
    player = hinted.start()
    assert player.message.text == HINT
    assert player.message._tone == "info"
    assert hinted.flow.run.state == "running"
    hinted.press(Qt.Key.Key_Right)
    hinted.play(0.4)
    assert player.message.text == ""


def test_it_is_told_once(hinted):
    player = hinted.start()
    player.message.findChildren(type(player.header.end).__base__)[-1].click()
    assert player.message.text == ""
    hinted.press(Qt.Key.Key_Space)
    hinted.press(Qt.Key.Key_Space)
    hinted.play(5)
    assert player.message.text == ""


def test_a_hint_does_not_take_a_trouble_away(hinted):
    player = hinted.start()
    player.tell("The disk is full.")
    hinted.press(Qt.Key.Key_Right)
    hinted.play(0.4)
    assert player.message.text == "The disk is full."


def test_nothing_is_told_to_those_who_did_not_ask_for_it(qtbot, services, clock):
    choice = LivePreferences(Preferences(keep_awake=False))
    services = replace(services, awake=RecordingAwake(HINT), preferences=choice)
    session = Session(qtbot, services, clock)
    assert session.start().message.text == ""
    session.leave()
