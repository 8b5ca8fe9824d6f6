"""Pain, easier and harder, skipping and uneven sides, as a person meets them in the player."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from backguide.catalogue.model import Routine, RoutineItem
from backguide.desktop.preferences import Preferences
from backguide.ui.live_preferences import LivePreferences
from backguide.ui.pages.hurt_panel import HurtPanel
from backguide.ui.pages.player_prompts import STAYS_S
from backguide.ui.pages.steps_panel import StepsPanel
from tests.ui.session_helpers import Session, short_routine

Key = Qt.Key


def knees() -> Routine:
    """One held stretch on each side, then child's pose."""
    items = (RoutineItem("leg-swing", "part-way"), RoutineItem("childs-pose", "knees-wide", hold_s=12))
    return Routine("knees", "Knees", "", frozenset({"mobility"}), None, items)


def begin(session: Session, routine: Routine) -> None:
    session.flow.begin(routine)
    session.press(Key.Key_Return)


def hurt_in_a_hold(session: Session) -> HurtPanel:
    session.start()
    session.play_until("hold", 2.0)
    session.press(Key.Key_H)
    session.play(8)
    panel = session.player.prompts.panel
    assert isinstance(panel, HurtPanel)
    return panel


def press_in(panel: HurtPanel | StepsPanel, *keys: Qt.Key) -> None:
    for key in keys:
        text = chr(key) if Key.Key_0 <= key <= Key.Key_Z else ""
        QApplication.sendEvent(
            panel, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
        )


def answer(panel: HurtPanel, *rating: Qt.Key, moved: Qt.Key = Key.Key_N) -> None:
    press_in(panel, *rating, moved, Key.Key_Return)


# -- it hurts


def test_the_moment_is_stored_at_once_and_the_figure_eases_out(session, services):
    session.start()
    step = session.play_until("hold", 2.0)
    session.press(Key.Key_H)
    (mark,) = services.journal.hurt_marks(session.flow.run.recorder.session.id)
    assert (mark.exercise, mark.variation, mark.side) == (step.exercise, step.variation, step.side)
    assert mark.position_s == pytest.approx(step.start_s + 2, abs=0.25)
    assert mark.value is None
    assert session.player.phase.text() == "Ease out"
    assert session.player.caption.headline.text() == "Ease out of this slowly."
    assert session.step.duration_s == 2 * 3
    assert session.player.prompts.panel is None


def test_when_the_figure_is_out_two_questions_are_asked_and_time_stands_still(session):
    panel = hurt_in_a_hold(session)
    assert session.flow.run.state == "paused"
    assert panel.rating.value is None
    assert panel.leg.answer is None
    assert not panel.go_on.isEnabled()


def test_the_rating_can_be_left_out_the_other_question_cannot(session, services):
    panel = hurt_in_a_hold(session)
    press_in(panel, Key.Key_Return)
    assert not panel.offers
    answer(panel)
    assert list(panel.offers) == ["easier", "another", "carry_on", "stop"]
    (mark,) = services.journal.hurt_marks(session.flow.run.recorder.session.id)
    assert mark.value is None


@pytest.mark.parametrize(
    ("digit", "offers"),
    [
        (Key.Key_2, ["carry_on", "easier", "another", "stop"]),
        (Key.Key_5, ["easier", "another", "carry_on", "stop"]),
        (Key.Key_7, ["another", "skip", "stop"]),
    ],
)
def test_what_is_offered_follows_the_rating(session, services, digit, offers):
    panel = hurt_in_a_hold(session)
    answer(panel, digit)
    assert list(panel.offers) == offers
    (mark,) = services.journal.hurt_marks(session.flow.run.recorder.session.id)
    assert mark.value == digit - Key.Key_0


def test_what_moves_down_the_leg_ends_the_session(session, services):
    panel = hurt_in_a_hold(session)
    answer(panel, Key.Key_1, moved=Key.Key_Y)
    assert list(panel.offers) == ["stop"]
    press_in(panel, Key.Key_X)
    assert session.rating.lines[0].doing == "eased"
    (kept,) = services.journal.sessions()
    assert kept.state == "stopped"


def test_an_answer_given_by_mistake_can_be_changed(session):
    panel = hurt_in_a_hold(session)
    answer(panel, Key.Key_1, moved=Key.Key_Y)
    press_in(panel, Key.Key_Escape)
    assert not panel.offers
    answer(panel)
    assert panel.rating.value == 1
    assert "carry_on" in panel.offers


def test_carrying_on_begins_the_repetition_again_after_a_get_ready(session):
    panel = hurt_in_a_hold(session)
    answer(panel, Key.Key_2)
    press_in(panel, Key.Key_C)
    assert session.flow.run.state == "running"
    assert (session.step.kind, session.step.variation) == ("get_ready", "arm-and-leg")
    session.play_to_the_end()
    assert session.rating.lines[0].doing == "eased"


def test_the_easier_way_is_one_key_away(session):
    panel = hurt_in_a_hold(session)
    answer(panel, Key.Key_5)
    press_in(panel, Key.Key_Return)
    assert session.player.prompts.panel is None
    assert (session.step.exercise, session.step.variation) == ("bird-dog", "arm-only")


def test_another_exercise_takes_the_place_of_the_one_that_hurt_and_has_its_own_line(session):
    panel = hurt_in_a_hold(session)
    answer(panel, Key.Key_8)
    name = panel.offers["another"].text()
    press_in(panel, Key.Key_A)
    assert session.step.item == 0
    assert session.step.exercise != "bird-dog"
    assert session.step.exercise.split("-")[0] in name
    session.play_to_the_end()
    assert [(line.item, line.doing) for line in session.rating.lines] == [
        (0, "eased"),
        (0, "done"),
        (1, "done"),
    ]


def test_who_starts_sore_is_offered_the_gentlest_alone(session):
    session.flow.begin(short_routine())
    session.press(Key.Key_7)
    session.press(Key.Key_1)
    session.press(Key.Key_Return)
    session.play_until("hold", 2.0)
    session.press(Key.Key_H)
    session.play(8)
    panel = session.player.prompts.panel
    answer(panel, Key.Key_8)
    assert panel.offers["another"].text() in {"Try child’s pose", "Try supine march"}


def test_in_the_last_way_back_there_is_still_time_to_ask(session):
    session.start()
    session.press(Key.Key_Right)
    session.player.strip.clear()
    session.play_until("return", 1.0)
    session.press(Key.Key_H)
    session.play(12)
    assert isinstance(session.player.prompts.panel, HurtPanel)
    answer(session.player.prompts.panel, Key.Key_1)
    press_in(session.player.prompts.panel, Key.Key_C)
    session.play(12)
    assert session.rating.lines[1].doing == "eased"


def test_no_key_goes_past_the_questions_to_the_player(session):
    panel = hurt_in_a_hold(session)
    press_in(panel, Key.Key_Space, Key.Key_Right, Key.Key_Escape, Key.Key_H)
    assert session.flow.run.state == "paused"
    assert session.player.dialog is None


def test_something_that_hurt_before_the_session_was_cut_off_is_remembered(session, services, qtbot):
    panel = hurt_in_a_hold(session)
    answer(panel, Key.Key_5)
    session.leave()
    again = Session(qtbot, services, session.clock)
    again.flow.resume_unfinished()
    assert again.step.exercise == "bird-dog"
    assert again.player.care._hurt == {"bird-dog"}
    again.leave()


def test_leaving_while_easing_out_asks_about_the_pain_and_not_why(session):
    session.start()
    session.play_until("hold", 2.0)
    session.press(Key.Key_H)
    session.play(1)
    session.press(Key.Key_Right)
    assert isinstance(session.player.prompts.panel, HurtPanel)
    assert session.player.strip.words == ""


# -- easier and harder


def test_easier_and_harder_on_the_fly_are_in_the_journal_at_once(session, services):
    session.start()
    session.play_until("hold", 2.0)
    session.press(Key.Key_E)
    assert (session.step.kind, session.step.variation) == ("get_ready", "arm-only")
    session.press(Key.Key_U)
    assert session.step.variation == "arm-and-leg"
    identifier = session.flow.run.recorder.session.id
    assert services.journal.unfinished_timeline(identifier) == session.flow.run.progress.timeline


def test_a_session_cut_off_after_easier_goes_on_with_the_easier_variation(session, services, qtbot):
    session.start()
    session.play_until("hold", 2.0)
    session.press(Key.Key_E)
    session.play_until("hold", 1.0)
    step = session.step
    session.leave()
    again = Session(qtbot, services, session.clock)
    again.flow.resume_unfinished()
    assert (again.step.variation, again.step.side) == (step.variation, step.side)
    again.leave()


def test_where_nothing_is_easier_the_button_sleeps(session):
    begin(session, replace(short_routine(), items=(RoutineItem("knee-to-chest", "other-bent"),)))
    assert not session.player.controls.easier.isEnabled()
    session.press(Key.Key_E)
    assert session.step.variation == "other-bent"
    session.press(Key.Key_U)
    assert session.step.variation == "other-long"
    assert session.player.controls.easier.isEnabled()


# -- skipping


@pytest.mark.parametrize("key", [Key.Key_S, Key.Key_Right, Key.Key_PageDown])
def test_leaving_an_exercise_goes_on_at_once_and_asks_why_for_a_while(session, services, key):
    session.start()
    session.play_until("hold", 1.0)
    session.press(key)
    assert session.step.exercise == "childs-pose"
    assert session.player.strip.words == "You left bird dog. Why?"
    session.play(STAYS_S + 0.4)
    assert session.player.strip.words == ""
    results = services.journal.results(session.flow.run.recorder.session.id)
    assert {result.skip_reason for result in results} == {None}


def test_a_reason_is_one_digit_away(session, services):
    session.start()
    session.play_until("hold", 1.0)
    session.press(Key.Key_S)
    session.press(Key.Key_3)
    assert session.player.strip.words == ""
    results = services.journal.results(session.flow.run.recorder.session.id)
    assert {result.skip_reason for result in results if result.item == 0} == {"tired"}
    assert session.flow.run.state == "running"


def test_a_skip_for_pain_asks_about_the_leg_alone(session, services):
    session.start()
    session.play_until("hold", 1.0)
    session.press(Key.Key_S)
    session.press(Key.Key_1)
    panel = session.player.prompts.panel
    assert not panel.rating.isVisible()
    answer(panel)
    assert list(panel.offers) == ["carry_on", "stop"]
    press_in(panel, Key.Key_C)
    assert (session.flow.run.state, session.step.exercise) == ("running", "childs-pose")
    results = services.journal.results(session.flow.run.recorder.session.id)
    assert {result.skip_reason for result in results if result.item == 0} == {"pain"}


def test_not_sure_how_shows_the_steps_and_leads_back_into_the_exercise(session):
    session.start()
    session.play_until("hold", 1.0)
    session.press(Key.Key_S)
    session.press(Key.Key_4)
    panel = session.player.prompts.panel
    assert isinstance(panel, StepsPanel)
    assert session.flow.run.state == "paused"
    press_in(panel, Key.Key_Return)
    assert (session.flow.run.state, session.step.exercise, session.step.kind) == (
        "running",
        "bird-dog",
        "get_ready",
    )


def test_again_begins_the_step_anew(session):
    session.start()
    step = session.play_until("hold", 3.0)
    session.press(Key.Key_R)
    assert session.flow.run.progress.position_s == step.start_s


@pytest.mark.parametrize("key", [Key.Key_B, Key.Key_Period, Key.Key_F5])
def test_the_keys_of_a_presenter_pause(session, key):
    session.start()
    session.press(key)
    assert session.flow.run.state == "paused"


def test_page_up_goes_back(session):
    session.start()
    session.press(Key.Key_PageDown)
    session.press(Key.Key_PageUp)
    assert session.step.exercise == "bird-dog"


# -- sides


def cut_the_left_side_short(session: Session) -> None:
    """Leave the second side of the leg swing after 10 of its 30 seconds."""
    begin(session, knees())
    session.play_until("hold")
    session.play_until("hold", 10.0)
    session.press(Key.Key_S)
    session.press(Key.Key_5)


def test_a_side_that_was_cut_short_is_told_and_made_up_at_once(session, services):
    cut_the_left_side_short(session)
    assert session.player.strip.words == "Left side 20 s short."
    session.press(Key.Key_1)
    assert (session.step.exercise, session.step.side, session.step.kind) == ("leg-swing", "left", "get_ready")
    session.play_to_the_end()
    assert [line.doing for line in session.rating.lines] == ["done", "done"]
    assert session.rating.gaps == ()


def test_a_side_can_be_made_up_at_the_end_of_the_session(session):
    cut_the_left_side_short(session)
    session.press(Key.Key_2)
    last = session.flow.run.progress.timeline.steps[-1]
    assert (last.exercise, last.side) == ("leg-swing", "left")
    assert len(session.player.header.progress.done) == 3  # the side made up is a stretch of its own
    session.play_to_the_end()
    assert session.rating.gaps == ()


def test_a_side_that_is_left_short_is_told_after_the_session(session):
    cut_the_left_side_short(session)
    session.press(Key.Key_3)
    session.play_to_the_end()
    assert session.rating.gaps == ("Left side 20 s short",)


def test_going_back_is_not_leaving_a_side_short(session):
    begin(session, replace(knees(), items=(knees().items[1], knees().items[0])))
    session.play_until("hold")
    session.play_until("hold", 10.0)
    session.press(Key.Key_Left)
    session.press(Key.Key_Left)
    assert session.step.exercise == "childs-pose"
    assert session.player.strip.words == ""


def test_the_last_exercise_waits_before_it_ends_uneven(session):
    begin(session, replace(knees(), items=knees().items[:1]))
    session.play_until("hold")
    session.play_until("hold", 10.0)
    session.press(Key.Key_Right)
    assert session.flow.run.state == "paused"
    assert session.player.strip.words == "Left side 20 s short."
    session.press(Key.Key_1)
    assert (session.flow.run.state, session.step.kind, session.step.side) == ("running", "get_ready", "left")
    session.play_to_the_end()
    assert session.rating.gaps == ()


def test_a_second_press_ends_it_all_the_same(session):
    begin(session, replace(knees(), items=knees().items[:1]))
    session.play_until("hold")
    session.play_until("hold", 10.0)
    session.press(Key.Key_Right)
    session.press(Key.Key_Right)
    assert session.rating.gaps == ("Left side 20 s short",)


def test_the_first_side_takes_turns_from_session_to_session(qtbot, services, clock):
    turns = replace(services, preferences=LivePreferences(Preferences(first_side="alternate")))
    sides = []
    for _ in range(3):
        session = Session(qtbot, turns, clock)
        session.start()
        sides.append(session.step.side)
        session.play_until("hold", 1.0)
        session.flow.run.stop()
        session.rating.leave_requested.emit()
        session.leave()
        clock.move(60)
    assert sides == ["right", "left", "right"]


# -- ending


def test_ending_early_tells_in_a_sentence_what_was_done(session):
    session.start()
    session.play_until("hold", 4.0)
    session.press(Key.Key_Escape)
    session.player.dialog.confirmed.emit()
    assert session.rating.hint.startswith("You did bird dog: ")
    assert "kept" in session.rating.hint
