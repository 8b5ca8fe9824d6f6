"""Nothing is lost: a session changed at random and killed at any moment is found as it was."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from backguide.desktop.clock import ManualClock
from backguide.journal.recorder import SessionRecorder
from backguide.session.moves import resume_lead_in_s, resume_position
from backguide.session.player import Player
from tests.journal.builders import journal_at

FOLDER = Path(__file__).parents[2]


@pytest.mark.parametrize("seed", range(12))
def test_a_session_killed_at_a_random_moment_goes_on_where_it_was(path, seed):
    ran = subprocess.run(
        [sys.executable, "-m", "tests.journal.killed_session", str(path), str(seed)],
        cwd=FOLDER,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stderr == ""
    told = json.loads(ran.stdout.splitlines()[-1])

    clock = ManualClock()
    with journal_at(path, clock) as journal:
        (kept,) = journal.sessions()
        results, marks = journal.results(kept.id), journal.hurt_marks(kept.id)
        assert kept.state == told["state"]
        assert kept.position_s == pytest.approx(told["position_s"])
        assert sum(result.done_s for result in results) == pytest.approx(told["done_s"])
        assert kept.done_s == pytest.approx(told["done_s"])
        assert kept.planned_s == pytest.approx(told["planned_s"])
        assert sorted(result.id for result in results) == told["results"]
        assert all(mark.value is not None for mark in marks)
        if kept.state == "running":
            goes_on_to_the_end(SessionRecorder.resume(journal, kept.id), clock, told)


def goes_on_to_the_end(recorder, clock, told):
    position_s = recorder.session.position_s
    line = recorder.timeline
    assert line.duration_s == pytest.approx(told["timeline_s"])
    step = line.at(position_s)
    assert [step.exercise, step.variation, step.side] == told["step"]
    start_s = resume_position(line, position_s)
    again = line.at(start_s)
    assert again.item == step.item or step.kind == "ease_out"
    player = Player(line, clock.monotonic_s, start_s, resume_lead_in_s(again, 15))
    player.start()
    while player.state == "running":
        clock.move(1)
        recorder.record(player.advance())
    assert recorder.session.state == "finished"
    assert recorder.session.done_s >= told["done_s"] - 1e-6
