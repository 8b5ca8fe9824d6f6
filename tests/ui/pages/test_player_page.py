from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from backguide.catalogue.model import Routine, RoutineItem
from backguide.desktop.preferences import Preferences
from backguide.desktop.sound import Cue
from backguide.ui.figure.figure_view import FigureView
from backguide.ui.live_preferences import LivePreferences
from backguide.ui.pages.player_layout import Needs, arrange
from backguide.ui.pages.player_page import STANDING_MS
from backguide.ui.theme.theme import apply_theme
from tests.ui.session_helpers import RecordingPlayer, Session, short_routine

# -- what it says


def test_a_hold_shows_phase_count_side_and_seconds(session):
    page = session.start()
    session.play_until("hold", 2.2)
    assert page.phase.text() == "Hold"
    assert page.counts.text() == "Repetition 1 of 2"
    assert page.ring.number == "3"
    assert page.ring.fraction == pytest.approx(2.8 / 5, abs=0.05)
    assert page.stage.badge.letter == "R"
    assert page.stage.badge.accessibleName() == "Right leg and left arm"
    assert page.caption.headline.text() == session.step.say


def test_a_new_exercise_shows_its_name_large_and_counts_down(session):
    page = session.start()
    assert page.phase.text() == "Get ready"
    assert page.counts.text() == "Exercise 1 of 2"
    assert page.caption.headline.text() == "Bird dog"
    assert page.ring.number == "15"
    assert page.next_card.words == ("Bird dog", "2 × 5\u00a0s each side")


def test_the_next_card_tells_the_other_side_then_the_next_exercise_then_the_end(session):
    page = session.start()
    session.play_until("hold")
    assert page.next_card.words == ("Left leg and right arm", "then child’s pose")
    for _ in range(3):
        session.play_until("hold")
    assert page.next_card.words[0] == "Child’s pose"
    session.play_until("hold")
    assert page.next_card.words[0] == "That was the last one"


def test_the_time_left_and_the_line_of_the_session_go_on_together(session):
    page = session.start()
    total_s = session.flow.run.progress.timeline.duration_s
    session.play(20)
    minutes, seconds = divmod(round(total_s - 20), 60)
    assert page.header.left.text() == f"{minutes}:{seconds:02d} left"
    first, second = page.header.progress.done
    assert 0 < first < 1
    assert second == 0


@pytest.mark.parametrize(("side", "letter"), [("right", "R"), ("left", "L")])
def test_the_badge_stands_at_the_edge_of_its_side(session, side, letter):
    page = session.start()
    while True:
        session.play_until("hold", 1.0)
        if session.step.side == side:
            break
    badge = page.stage.badge
    assert badge.letter == letter
    left_gap, right_gap = badge.x(), page.stage.width() - badge.geometry().right() - 1
    assert (left_gap < right_gap) == (side == "left")


def test_the_badge_names_the_limbs_of_another_exercise_on_the_same_side(session):
    items = (RoutineItem("bird-dog", "arm-and-leg"), RoutineItem("side-plank-clamshell", "hips-lifted"))
    session.flow.begin(Routine("two", "Two", "", frozenset({"strength"}), None, items))
    session.press(Qt.Key.Key_Return)
    session.play_until("hold")
    session.press(Qt.Key.Key_Right)
    assert session.step.side == "right"
    assert session.player.stage.badge.accessibleName() == "Right leg on top"


def test_the_badge_slides_over_when_the_side_changes(session):
    page = session.start()
    session.play_until("return")
    at_right = page.stage.badge.x()
    session.play_until("enter", 0.2)
    between = page.stage.badge.x()
    session.play(0.6)
    assert page.stage.badge.x() < between < at_right


def test_while_sides_are_changed_the_badge_names_the_side_to_come(session):
    items = (RoutineItem("knee-to-chest", "other-bent"),)
    session.flow.begin(Routine("one", "One", "", frozenset({"mobility"}), None, items))
    session.press(Qt.Key.Key_Return)
    session.play_until("switch_side", 0.5)
    assert session.step.side == "left"
    assert session.player.stage.badge.letter == "L"
    assert session.player.caption.headline.text() == "Change sides: left knee."


def test_with_reduced_motion_the_badge_is_there_at_once(session, qapp):
    apply_theme(qapp, "light", reduced_motion=True)
    page = session.start()
    session.play_until("return")
    session.play_until("enter", 0.2)
    assert page.stage.badge.x() < page.stage.width() / 4


def test_a_step_is_announced_with_its_side(session):
    page = session.start()
    session.play_until("enter")
    assert page.announced.startswith("Move in. Right leg and left arm. ")
    session.press(Qt.Key.Key_Space)
    assert page.announced.startswith("Paused.")


def test_two_sets_and_their_rest_are_told(session, services):
    items = (RoutineItem("childs-pose", "knees-together", sets=2, hold_s=6),)
    session.flow.begin(Routine("sets", "Sets", "", frozenset({"mobility"}), None, items))
    session.press(Qt.Key.Key_Return)
    session.play_until("hold")
    assert session.player.counts.text() == "Set 1 of 2"
    assert session.player.next_card.words[0] == "Set 2 of 2"


# -- keys


def test_space_pauses_and_goes_on_and_time_stands_still_between(session):
    page = session.start()
    session.play_until("hold", 2.0)
    session.press(Qt.Key.Key_Space)
    at_s = session.flow.run.progress.position_s
    assert (session.flow.run.state, page.phase.text()) == ("paused", "Paused")
    assert page.stage.veil.isVisible()
    assert page.controls.pause.text() == "Go on"
    session.clock.move(100)
    session.press(Qt.Key.Key_Space)
    assert session.flow.run.progress.position_s == pytest.approx(at_s)
    assert not page.stage.veil.isVisible()
    assert page.ring.number == "3"
    session.play(3.2)
    assert session.flow.run.progress.position_s == pytest.approx(at_s + 0.2)
    assert page.phase.text() == "Hold"


@pytest.mark.parametrize("key", [Qt.Key.Key_MediaPlay, Qt.Key.Key_MediaTogglePlayPause])
def test_the_play_key_of_a_keyboard_pauses_and_goes_on(session, key):
    session.start()
    session.press(key)
    assert session.flow.run.state == "paused"
    session.press(key)
    assert session.flow.run.state == "running"


def test_the_pause_key_of_a_keyboard_only_pauses(session):
    session.start()
    session.press(Qt.Key.Key_MediaPause)
    session.press(Qt.Key.Key_MediaPause)
    assert session.flow.run.state == "paused"


@pytest.mark.parametrize("key", [Qt.Key.Key_Right, Qt.Key.Key_MediaNext])
def test_right_goes_to_the_next_exercise(session, key):
    session.start()
    session.press(key)
    assert session.step.exercise == "childs-pose"


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_MediaPrevious])
def test_left_goes_back_to_the_beginning_of_the_exercise(session, key):
    session.start()
    session.play_until("hold")
    session.press(key)
    assert (session.step.exercise, session.step.kind) == ("bird-dog", "get_ready")


def test_space_pauses_even_while_a_button_has_the_focus_and_enter_presses_it(session):
    page = session.start()
    page.controls.next.setFocus()
    QTest.keyClick(page.controls.next, Qt.Key.Key_Space)
    assert session.flow.run.state == "paused"
    QTest.keyClick(page.controls.next, Qt.Key.Key_Return)
    assert session.step.exercise == "childs-pose"


def test_a_key_held_down_counts_once(session):
    page = session.start()
    for repeated in (False, True, True):
        none = Qt.KeyboardModifier.NoModifier
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, none, " ", repeated)
        QApplication.sendEvent(page, event)
    assert session.flow.run.state == "paused"


def test_ten_seconds_more_are_offered_in_a_hold_only(session):
    page = session.start()
    assert not page.controls.longer.isEnabled()
    session.play_until("hold", 1.0)
    left_s = session.flow.run.progress.remaining_in_step_s
    page.controls.longer.click()
    assert session.flow.run.progress.remaining_in_step_s == pytest.approx(left_s + 10)


def test_m_turns_the_sound_off_and_on(session, services):
    page = session.start()
    session.press(Qt.Key.Key_M)
    assert not services.preferences.values.sound_on
    assert page.header.mute.accessibleName() == "Sound on"
    session.press(Qt.Key.Key_M)
    assert services.preferences.values.sound_on


@pytest.mark.parametrize("key", [Qt.Key.Key_F, Qt.Key.Key_F11])
def test_f_asks_for_full_screen(session, qtbot, key):
    page = session.start()
    with qtbot.waitSignal(page.full_screen_requested, timeout=100):
        session.press(key)


# -- ending


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_MediaStop])
def test_escape_pauses_and_asks_and_keeping_on_goes_on(session, key):
    page = session.start()
    session.press(key)
    assert session.flow.run.state == "paused"
    assert page.dialog is not None
    QTest.keyClick(page.dialog, Qt.Key.Key_Escape)
    assert page.dialog is None
    assert session.flow.run.state == "running"


def test_space_at_the_question_keeps_going_and_enter_ends(session):
    page = session.start()
    session.press(Qt.Key.Key_Escape)
    end = page.dialog.focusWidget()
    QTest.keyClick(end, Qt.Key.Key_Space)
    assert page.dialog is None
    assert session.flow.run.state == "running"
    session.press(Qt.Key.Key_Escape)
    QTest.keyClick(page.dialog.focusWidget(), Qt.Key.Key_Return)
    assert session.flow.run.state == "stopped"


def test_declining_to_end_a_paused_session_leaves_it_paused(session):
    page = session.start()
    session.press(Qt.Key.Key_Space)
    session.press(Qt.Key.Key_Escape)
    QTest.keyClick(page.dialog, Qt.Key.Key_Escape)
    assert session.flow.run.state == "paused"


def test_ending_leads_to_the_rating(session):
    page = session.start()
    session.play_until("hold")
    page.header.end.click()
    page.dialog.confirmed.emit()
    assert session.rating.lines


# -- time and painting


def test_a_computer_that_slept_pauses_the_session_and_says_so(session):
    page = session.start()
    session.play_until("hold", 1.0)
    session.clock.move(3600)
    page.timer.timeout.emit()
    assert session.flow.run.state == "paused"
    assert "asleep" in page.stage.veil.reason
    session.press(Qt.Key.Key_Space)
    assert session.flow.run.progress.remaining_in_step_s > 3
    session.press(Qt.Key.Key_Space)
    assert page.stage.veil.reason == ""


def test_a_hidden_window_pauses_the_session_and_says_so(session):
    page = session.start()
    session.place.hide()
    assert session.flow.run.state == "paused"
    assert not page.timer.isActive()
    session.place.show()
    assert "hidden" in page.stage.veil.reason


def test_the_timer_is_fast_while_something_moves_slow_in_a_hold_and_off_in_a_pause(session):
    page = session.start()
    assert page.timer.interval() == STANDING_MS
    session.play_until("enter")
    assert 16 <= page.timer.interval() <= 50  # 33 on the frame, up to half of it more or less beside it
    session.play_until("hold", 1.0)
    assert page.timer.interval() == STANDING_MS
    session.press(Qt.Key.Key_Space)
    assert not page.timer.isActive()


@pytest.fixture
def painted(monkeypatch):
    """Count how often the figure is painted."""
    paint, count = FigureView.paintEvent, []

    def counting(view: FigureView, event: QPaintEvent) -> None:
        count.append(view)
        paint(view, event)

    monkeypatch.setattr(FigureView, "paintEvent", counting)
    return count


def test_a_tick_paints_the_figure_once_at_most(session, painted):
    page = session.start()
    session.play_until("enter", 0.2)
    session.play(1.0)
    QApplication.processEvents()
    page.timer.blockSignals(True)
    for _ in range(20):
        painted.clear()
        session.clock.move(0.1)
        session.flow.run.advance()
        QApplication.processEvents()
        assert len(painted) <= 1


def _painted_in(session, painted, ticks):
    painted.clear()
    for _ in range(ticks):
        session.clock.move(0.2)
        session.flow.run.advance()
        QApplication.processEvents()
    return len(painted)


def test_a_pause_paints_nothing_and_a_hold_no_more_than_a_breath(session, painted):
    page = session.start()
    session.play_until("hold", 1.0)
    QApplication.processEvents()
    page.timer.blockSignals(True)
    assert _painted_in(session, painted, 10) <= 10
    session.press(Qt.Key.Key_Space)
    QApplication.processEvents()
    assert _painted_in(session, painted, 5) == 0


def test_reduced_motion_shows_no_breath(session, painted, qapp):
    apply_theme(qapp, "light", reduced_motion=True)
    page = session.start()
    session.play_until("hold", 1.0)
    QApplication.processEvents()
    page.timer.blockSignals(True)
    assert _painted_in(session, painted, 10) == 0


# -- sounds


def test_each_thing_that_happens_has_its_sound_and_never_two_at_once(qtbot, services, clock):
    sounds = RecordingPlayer(clock)
    session = Session(qtbot, replace(services, sounds=sounds), clock)
    session.start()
    session.play_to_the_end()
    cues = [cue for _, cue in sounds.cues]
    moments = [at_s for at_s, _ in sounds.cues]
    assert len(set(moments)) == len(moments)
    counting = [Cue.COUNT] * 3
    assert cues[:6] == [Cue.GET_READY, *counting, Cue.START, Cue.COUNT]
    assert cues.count(Cue.START) == 2
    assert cues.count(Cue.END) == 5
    assert cues.count(Cue.HALFWAY) == 1
    assert cues[-1] == Cue.FINISHED
    session.leave()


def test_a_change_of_sides_has_a_sound_of_its_own(qtbot, services, clock):
    sounds = RecordingPlayer(clock)
    session = Session(qtbot, replace(services, sounds=sounds), clock)
    items = (RoutineItem("knee-to-chest", "other-bent", repetitions=1, hold_s=6),)
    session.flow.begin(Routine("sides", "Sides", "", frozenset({"mobility"}), None, items))
    session.press(Qt.Key.Key_Return)
    session.play_to_the_end()
    cues = [cue for _, cue in sounds.cues]
    switch = cues.index(Cue.SWITCH_SIDE)
    assert cues[switch + 1 : switch + 5] == [Cue.COUNT, Cue.COUNT, Cue.COUNT, Cue.START]
    session.leave()


def test_silence_is_kept_where_the_person_wants_it(qtbot, services, clock):
    sounds = RecordingPlayer(clock)
    quiet = LivePreferences(Preferences(sound_on=False))
    session = Session(qtbot, replace(services, sounds=sounds, preferences=quiet), clock)
    session.start()
    session.play_to_the_end()
    assert sounds.cues == []
    session.leave()


# -- room


PARTS = ("header", "stage", "caption", "phase", "counts", "ring", "next_card", "controls")


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("size", [(960, 640), (1280, 800), (1920, 1080), (640, 960), (720, 1280)])
def test_nothing_overlaps_and_all_lies_within_the_window(size, scale):
    needs = Needs(round(48 * scale), round(72 * scale), 0, scale)
    places = arrange(QSize(*size), needs)
    rects = {name: getattr(places, name) for name in PARTS if not getattr(places, name).isEmpty()}
    for name, rect in rects.items():
        assert 0 <= rect.left() <= rect.right() < size[0], name
        assert 0 <= rect.top() <= rect.bottom() < size[1], name
        others = [other for other in rects if other != name and rects[other].intersects(rect)]
        assert others == [], name
    assert rects["ring"].width() == rects["ring"].height() >= 200
    assert rects["stage"].height() >= 180


def test_what_comes_next_makes_room_for_a_countdown_that_would_get_too_small():
    assert not arrange(QSize(960, 640), Needs(48, 72, 0, 1.0)).next_card.isEmpty()
    assert arrange(QSize(960, 640), Needs(72, 108, 0, 1.5)).next_card.isEmpty()


def test_the_countdown_grows_with_the_window():
    needs = Needs(48, 72, 0, 1.0)
    sizes = [QSize(960, 640), QSize(1280, 800), QSize(1920, 1080)]
    rings = [arrange(size, needs).ring.width() for size in sizes]
    assert rings == sorted(rings)
    assert rings[0] >= 240
    assert rings[-1] > 1.8 * rings[0]


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("size", [(960, 640), (640, 960), (1280, 800)])
def test_no_words_are_cut(session, qapp, size, scale):
    apply_theme(qapp, "light", text_scale=scale)
    session.place.resize(*size)
    page = session.start()
    QApplication.processEvents()
    page.timer.timeout.emit()
    QApplication.processEvents()
    page.timer.stop()
    for label in (page.phase, page.counts, page.header.left, page.header._exercise):
        assert label.width() >= label.sizeHint().width() - 1
    assert short_routine().name == page.header._routine.text()
    needed = page.caption.headline.heightForWidth(page.caption.width())
    assert page.caption.headline.height() >= needed
