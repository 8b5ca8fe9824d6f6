"""Out of an exercise that hurts the figure goes the way it came, half as fast."""

import numpy as np
import pytest

from backguide.session.changes import eased_out
from backguide.session.compile import compile_timeline
from backguide.session.preferences import SessionPreferences
from backguide.session.progress import Progress
from backguide.ui.figure.moments import stands_still
from backguide.ui.figure.playback import posture_at


@pytest.mark.parametrize("routine", ["strength", "morning-mobility"])
def test_the_way_out_is_the_way_in_backwards_at_half_speed(catalogue, motions, routine):
    line = compile_timeline(catalogue.routines[routine], catalogue)
    for step in line.steps:
        if step.kind != "enter" or step.came_from >= 0:
            continue
        at = Progress(line, step, step.start_s + 0.6 * step.duration_s, 0.0)
        change = eased_out(at, catalogue, SessionPreferences())
        out = change.timeline.steps[change.go_on_at]
        motion = motions.motion(step.exercise, step.variation)
        assert out.duration_s == pytest.approx(2 * 0.6 * step.duration_s)
        for back_s in (0.0, 0.5, 1.0):
            there = posture_at(motion, out, 2 * back_s).joints
            was = posture_at(motion, step, 0.6 * step.duration_s - back_s).joints
            assert np.abs(there - was).max() < 0.01  # metres; moments are rounded to a sixtieth
        assert not stands_still(motion, out, 0.5)


def test_out_of_a_hold_nothing_jumps(catalogue, motions):
    line = compile_timeline(catalogue.routines["all-twelve"], catalogue)
    for item in {step.item for step in line.steps}:
        hold = next(step for step in line.steps if step.item == item and step.kind == "hold")
        at = Progress(line, hold, hold.start_s, 0.0)
        change = eased_out(at, catalogue, SessionPreferences())
        out = change.timeline.steps[change.go_on_at]
        motion = motions.motion(hold.exercise, hold.variation)
        held = posture_at(motion, hold, 0.0).joints
        assert np.abs(posture_at(motion, out, 0.0).joints - held).max() < 1e-4  # metres
