"""The second view in a session: turned by hand, kept for the exercise, and never turned by itself."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from backguide.catalogue.model import Routine, RoutineItem
from backguide.session.compile import compile_timeline
from backguide.session.progress import Progress
from backguide.ui.figure.render import joint_positions
from backguide.ui.pages.player_stage import PlayerStage

KEY_V = Qt.Key.Key_V


def begin(session, *slugs):
    items = tuple(RoutineItem(*slug.split("/"), repetitions=1) for slug in slugs)
    session.flow.begin(Routine("some", "Some", "", frozenset({"strength"}), None, items))
    session.press(Qt.Key.Key_Return)
    return session.player


def picture(page):
    return page.stage.figure.grab().toImage()


def test_v_turns_the_camera_and_turns_it_back(session):
    page = session.start()
    session.play_until("hold", 1.0)
    before = picture(page)
    assert page.stage.view.text() == "From behind"
    assert page.stage.view.accessibleName() == "Show the figure from behind"
    session.press(KEY_V)
    assert page.stage.view.text() == "From the side"
    assert picture(page) != before
    session.press(KEY_V)
    assert picture(page) == before


def test_the_button_turns_it_too_by_mouse_and_by_keyboard(session):
    page = session.start()
    QTest.mouseClick(page.stage.view, Qt.MouseButton.LeftButton)
    assert page.stage.view.seen == "second"
    QTest.keyClick(page.stage.view, Qt.Key.Key_Return)
    assert page.stage.view.seen == "first"


def test_it_can_be_turned_in_a_pause(session):
    page = session.start()
    session.play_until("hold", 1.0)
    session.press(Qt.Key.Key_Space)
    before = picture(page)
    QTest.mouseClick(page.stage.view, Qt.MouseButton.LeftButton)
    assert picture(page) != before
    assert session.flow.run.state == "paused"


def test_an_exercise_with_one_view_offers_none_and_v_does_nothing(session):
    page = begin(session, "cat-cow/moderate")
    session.play_until("hold", 1.0)
    before = picture(page)
    session.press(KEY_V)
    assert not page.stage.view.isVisible()
    assert picture(page) == before


def test_what_was_chosen_stays_with_the_exercise_through_its_sides_and_when_it_comes_back(session):
    page = begin(session, "bird-dog/leg-only", "dead-bug/heel-tap", "bird-dog/arm-only")
    session.press(KEY_V)
    seen = {}
    for step in session.flow.run.progress.timeline.steps:
        if step.kind == "hold":
            session.play_until("hold")
            seen[session.step.item, session.step.side] = page.stage.view.seen
    assert seen[0, "right"] == seen[0, "left"] == "second"
    assert seen[1, "right"] == seen[1, "left"] == "first"
    assert seen[2, "right"] == seen[2, "left"] == "second"


def test_a_new_session_begins_with_the_first_view(session):
    session.start()
    session.press(KEY_V)
    session.press(Qt.Key.Key_Escape)
    session.player.dialog.confirmed.emit()
    session.rating.leave_requested.emit()
    page = session.start()
    assert page.stage.view.seen == "first"


@pytest.mark.parametrize("seen", ["first", "second"])
@pytest.mark.parametrize("size", [(820, 510), (590, 380), (1260, 800)])
def test_nothing_on_the_stage_covers_a_joint_of_the_figure(qtbot, services, size, seen):
    stage = PlayerStage(services.catalogue, services.motions)
    qtbot.addWidget(stage)
    stage.resize(*size)
    stage.show()
    timeline = compile_timeline(services.catalogue.routines["all-twelve"], services.catalogue)
    holds = {(s.exercise, s.side, s.part): s for s in timeline.steps if s.kind == "hold"}
    covered = []
    for step in holds.values():
        stage.show_moment(Progress(timeline, step, step.start_s, 0.0), 0.0, at_once=True)
        if stage.view.isVisible() and stage.view.seen != seen:
            stage.view.turn()
        motion = services.motions.motion(step.exercise, step.variation)
        scene = stage.figure._ready_scene(motion, stage.figure._side)
        above = [part.geometry() for part in (stage.badge, stage.view) if part.isVisible()]
        for name, at in joint_positions(scene, motion.holding(step.part, step.side)).items():
            x, y = round(at.x_px), round(at.y_px) + stage.figure._headroom_px
            if any(place.contains(x, y) for place in above):
                covered.append((step.exercise, step.side, name))
    assert covered == []
