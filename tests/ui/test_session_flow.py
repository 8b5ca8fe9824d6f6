import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from backguide.figure.library import MotionLibrary
from backguide.journal.journal import Journal
from backguide.ui.theme.appearance import colour
from tests.ui.session_helpers import Session, short_routine


def ratings(services):
    return {(rating.moment, rating.site): rating.value for rating in services.journal.ratings()}


def test_a_session_from_start_to_rating_is_in_the_journal(session, services):
    session.flow.begin(short_routine())
    session.press(Qt.Key.Key_4)
    session.press(Qt.Key.Key_2)
    session.press(Qt.Key.Key_Return)
    planned_s = session.flow.run.progress.timeline.duration_s
    session.play_to_the_end()
    session.press(Qt.Key.Key_3)
    session.press(Qt.Key.Key_0)
    session.press(Qt.Key.Key_Return)
    (kept,) = services.journal.sessions()
    assert session.ended == [kept.id]
    assert kept.state == "finished"
    assert kept.position_s == planned_s
    assert kept.done_s == pytest.approx(kept.planned_s)
    assert {result.outcome for result in services.journal.results(kept.id)} == {"done"}
    assert ratings(services) == {
        ("before", "back"): 4,
        ("before", "leg"): 2,
        ("after", "back"): 3,
        ("after", "leg"): 0,
    }


def test_a_session_nobody_rates_leaves_gaps(session, services):
    session.start()
    session.play_to_the_end()
    session.rating.leave_requested.emit()
    (kept,) = services.journal.sessions()
    assert session.ended == [kept.id]
    assert ratings(services) == {}


def test_going_back_from_the_ready_page_leaves_no_session(session, services):
    session.flow.begin(short_routine())
    session.press(Qt.Key.Key_Escape)
    assert session.ended == [None]
    assert services.journal.sessions() == ()
    assert session.place.count() == 1


def test_pages_are_taken_out_of_the_place_when_the_session_is_over(session):
    session.start()
    session.play_to_the_end()
    session.rating.leave_requested.emit()
    assert session.place.count() == 1
    assert session.flow.page is None


def test_the_journal_knows_after_every_second_how_far_the_session_got(session, services):
    session.start()
    session.play_until("hold", 2.5)
    reached_s = session.flow.run.progress.position_s
    assert services.journal.open_session().position_s == pytest.approx(reached_s, abs=1.11)


def test_the_journal_is_written_about_once_a_second_and_not_at_every_tick(session, services):
    session.start()
    session.play_until("hold", 0.5)
    before = services.journal._connection.total_changes
    session.play(4)
    one_checkpoint = 2  # the session and the result of its exercise, side and set
    assert services.journal._connection.total_changes - before <= 5 * one_checkpoint


def test_a_session_ended_early_is_kept_as_far_as_it_got(session, services):
    session.start()
    session.play_until("return")
    session.press(Qt.Key.Key_Escape)
    session.player.dialog.confirmed.emit()
    (kept,) = services.journal.sessions()
    assert kept.state == "stopped"
    assert [line.doing for line in session.rating.lines] == ["partial", "skipped"]
    assert session.rating.lines[0].amount == "0 of 4"


def test_whole_repetitions_are_counted_in_what_was_done(session):
    session.start()
    session.play_until("return")
    session.play_until("return")
    session.press(Qt.Key.Key_Escape)
    session.player.dialog.confirmed.emit()
    assert session.rating.lines[0].amount == "1 of 4"


# -- cut off


def cut_off(session: Session) -> tuple[str, str]:
    """Play into the first hold of the second side and forget the flow; return exercise and side."""
    session.start()
    session.play_until("hold")
    session.play_until("hold", 2.0)
    step = session.step
    session.leave()
    return step.exercise, step.side


def test_a_session_that_was_cut_off_is_offered_and_resumed_at_its_exercise_and_side(session, services, qtbot):
    exercise, side = cut_off(session)
    again = Session(qtbot, services, session.clock)
    assert again.flow.offer_unfinished()
    assert "bird dog, left leg" in again.flow._unfinished.title
    again.flow.dialog.confirmed.emit()
    progress = again.flow.run.progress
    assert (progress.step.exercise, progress.step.side, progress.step.kind) == (exercise, side, "hold")
    assert progress.lead_in_s == 20.0  # to get down on the mat again
    assert again.player.phase.text() == "Get ready"
    again.play_to_the_end()
    again.play(21)
    again.rating.leave_requested.emit()
    (kept,) = services.journal.sessions()
    assert kept.state == "finished"
    assert kept.done_s == pytest.approx(kept.planned_s, abs=0.2)
    again.leave()


def test_a_session_that_was_cut_off_can_be_kept_as_it_is(session, services, qtbot):
    cut_off(session)
    again = Session(qtbot, services, session.clock)
    again.flow.offer_unfinished()
    again.flow.dialog.declined.emit()
    (kept,) = services.journal.sessions()
    assert kept.state == "stopped"
    assert kept.done_s > 0
    assert again.ended == [kept.id]
    assert not again.flow.offer_unfinished()
    again.leave()


def test_nothing_is_offered_where_nothing_was_cut_off(session):
    assert not session.flow.offer_unfinished()
    assert session.flow.dialog is None


def test_a_session_of_exercises_that_are_gone_is_closed_as_it_is(session, services, qtbot):
    cut_off(session)
    known = {slug: e for slug, e in services.catalogue.exercises.items() if slug != "bird-dog"}
    poorer = replace(services, catalogue=replace(services.catalogue, exercises=known))
    again = Session(qtbot, poorer, session.clock)
    assert not again.flow.offer_unfinished()
    assert services.journal.open_session() is None
    again.leave()


def test_a_lengthened_hold_is_resumed_where_it_was(session, services, qtbot):
    session.start()
    session.play_until("hold", 1.0)
    session.press(Qt.Key.Key_Plus)
    session.play_until("hold", 1.0)
    step = session.step
    session.leave()
    again = Session(qtbot, services, session.clock)
    again.flow.resume_unfinished()
    assert again.step.index == step.index
    assert again.flow.run.progress.position_s == step.start_s
    again.leave()


# -- the outside world


@pytest.fixture
def locked_disk(tmp_path: Path, services, clock):
    """Services whose journal lies in a file that can be made unwritable by another's lock."""
    path = tmp_path / "journal.db"
    with Journal.open(path, clock.now, "Europe/Berlin") as journal:
        journal._connection.execute("PRAGMA busy_timeout = 0")
        other = sqlite3.connect(path, isolation_level=None)
        yield replace(services, journal=journal), other
        other.close()


def test_a_journal_that_cannot_be_written_is_told_once_and_the_session_goes_on(qtbot, locked_disk, clock):
    services, other = locked_disk
    session = Session(qtbot, services, clock)
    session.start()
    other.execute("BEGIN IMMEDIATE")
    session.play_until("hold")
    message = session.player.message
    assert "in use by another program" in message.text
    assert message.text.endswith("The session goes on.")
    message.clear()
    session.play(3)
    assert message.text == ""
    other.execute("ROLLBACK")
    session.play_to_the_end()
    session.press(Qt.Key.Key_5)
    session.press(Qt.Key.Key_Return)
    (kept,) = services.journal.sessions()
    assert kept.state == "finished"
    assert kept.done_s == pytest.approx(kept.planned_s)
    session.leave()


def test_a_rating_that_cannot_be_written_stays_on_the_page_until_it_can(qtbot, locked_disk, clock):
    services, other = locked_disk
    session = Session(qtbot, services, clock)
    session.start()
    session.play_to_the_end()
    other.execute("BEGIN IMMEDIATE")
    session.press(Qt.Key.Key_5)
    session.press(Qt.Key.Key_Return)
    assert "What you rated is still here." in session.rating.message.text
    other.execute("ROLLBACK")
    session.press(Qt.Key.Key_Return)
    assert ratings(services) == {("after", "back"): 5}
    assert len(session.ended) == 1
    session.leave()


def test_a_session_that_cannot_be_begun_in_the_journal_can_be_done_all_the_same(qtbot, locked_disk, clock):
    services, other = locked_disk
    session = Session(qtbot, services, clock)
    other.execute("BEGIN IMMEDIATE")
    session.start()
    assert "it will not be kept" in session.player.message.text
    session.play_to_the_end()
    assert session.ended == [None]
    other.execute("ROLLBACK")
    session.leave()


def test_an_exercise_whose_motion_was_refused_is_done_before_an_empty_stage(qtbot, services, clock):
    keys = [key for key in services.motions.keys if key[0] != "childs-pose"]
    fewer = MotionLibrary({key: services.motions.motion(*key) for key in keys})
    session = Session(qtbot, replace(services, motions=fewer), clock)
    player = session.start()
    session.press(Qt.Key.Key_Right)
    QApplication.processEvents()
    player.timer.stop()
    empty = player.stage.figure.grab().toImage()
    assert empty.pixelColor(300, 250) == empty.pixelColor(500, 250) == colour("stage1")
    session.flow.run.advance()
    session.play_to_the_end()
    assert session.rating.lines[1].doing == "done"
    session.leave()


def test_a_routine_that_names_an_unknown_exercise_is_told_and_not_begun(session):
    routine = short_routine()
    broken = replace(routine, items=(replace(routine.items[0], exercise="handstand"),))
    session.flow.begin(broken)
    assert session.flow.page is None
    assert "handstand" in session.told[0]


def test_a_second_begin_during_a_session_changes_nothing(session):
    player = session.start()
    session.flow.begin(short_routine())
    assert session.flow.page is player


def test_full_screen_is_left_when_the_session_is_over(qtbot, services, clock):
    session = Session(qtbot, services, clock)
    session.start()
    session.press(Qt.Key.Key_F)
    assert session.place.isFullScreen()
    session.play_to_the_end()
    assert not session.place.isFullScreen()
    session.leave()
