"""What a session is going to show is painted before its time, once, while it can be seen."""

from collections.abc import Iterator

import pytest

from backguide.session.compile import compile_timeline
from backguide.session.progress import Progress
from backguide.ui.figure.playback import FRAMES_PER_S, posture_at, side_shown
from backguide.ui.figure.scene import FigureScene
from backguide.ui.figure.upcoming import UpcomingFrames
from backguide.ui.pages.player_stage import PlayerStage
from tests.ui.session_helpers import short_routine

SECOND_EXERCISE = 1


@pytest.fixture
def timeline(catalogue):
    return compile_timeline(short_routine(), catalogue)


@pytest.fixture
def stage(qtbot, catalogue, motions) -> Iterator[PlayerStage]:
    stage = PlayerStage(catalogue, motions)
    qtbot.addWidget(stage)
    stage.resize(320, 240)
    stage.show()
    yield stage
    stage.hide()


@pytest.fixture
def painted(monkeypatch):
    """Count the figures that are really painted, not read from memory."""
    paint, count = FigureScene._paint_figure, []

    def counting(scene, painter, seen):
        count.append(scene)
        paint(scene, painter, seen)

    monkeypatch.setattr(FigureScene, "_paint_figure", counting)
    return count


def _show(stage, timeline, position_s):
    stage.show_moment(Progress(timeline, timeline.at(position_s), position_s, 0.0), position_s)
    stage.figure.grab()


def _finish(stage):
    while stage.figure.ahead.is_running:
        stage.figure.ahead.paint_one()


def test_after_getting_ready_ahead_a_session_paints_no_frame_live(stage, timeline, painted):
    _show(stage, timeline, 0.0)
    _finish(stage)
    painted.clear()
    ends_s = next(step.start_s for step in timeline.steps if step.item == SECOND_EXERCISE)
    for number in range(int(ends_s * FRAMES_PER_S)):
        _show(stage, timeline, number / FRAMES_PER_S)
    assert not painted
    assert stage.figure.kept_bytes < 44 << 20


def test_what_is_kept_is_not_painted_again(stage, timeline, motions, painted):
    _show(stage, timeline, 0.0)
    _finish(stage)
    painted.clear()
    stage.figure.expect(UpcomingFrames(motions.motion("bird-dog", "arm-and-leg"), None, timeline, 0))
    _finish(stage)
    assert not painted


def test_a_hidden_stage_stops_painting_ahead_and_keeps_nothing(stage, timeline):
    _show(stage, timeline, 0.0)
    stage.figure.ahead.paint_one()
    assert stage.figure.ahead.is_running
    stage.hide()
    assert not stage.figure.ahead.is_running
    assert stage.figure.kept_bytes == 0
    stage.show()
    assert stage.figure.ahead.is_running


def test_a_jump_begins_with_what_comes_next(stage, timeline, painted):
    _show(stage, timeline, 0.0)
    later = next(step for step in timeline.steps if step.item == SECOND_EXERCISE and step.kind == "enter")
    _show(stage, timeline, later.start_s)
    painted.clear()
    stage.figure.ahead.paint_one()
    _show(stage, timeline, later.start_s + 1 / FRAMES_PER_S)
    assert len(painted) == 1


def test_going_on_within_an_exercise_does_not_begin_again(stage, timeline):
    _show(stage, timeline, 0.0)
    _finish(stage)
    for step in timeline.steps[:4]:
        _show(stage, timeline, step.start_s)
        assert not stage.figure.ahead.is_running


def test_all_that_a_session_asks_for_is_upcoming(timeline, motions):
    motion = motions.motion("bird-dog", "arm-and-leg")
    frames = {(side, posture.joints.tobytes()) for side, posture in UpcomingFrames(motion, None, timeline, 0)}
    for step in timeline.steps:
        for number in range(int(step.duration_s * 100) if step.item == 0 else 0):
            asked = posture_at(motion, step, number / 100)
            assert (side_shown(step, number / 100), asked.joints.tobytes()) in frames


def test_the_next_motion_is_worked_out_in_pieces(timeline, motions):
    now = motions.motion("bird-dog", "arm-and-leg")
    coming = motions.motion("childs-pose", "knees-together")
    index = max(step.index for step in timeline.steps if step.item == 0)
    pieces = [piece for piece in UpcomingFrames(now, coming, timeline, index) if piece is None]
    assert 3 < len(pieces) < 10
