"""A session lives by the monotonic clock: the clock on the wall and the time zone may do as they like."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from backguide.journal.journal import Journal
from backguide.journal.recorder import SessionRecorder
from backguide.session.compile import compile_timeline
from backguide.session.events import Finished, StepStarted
from backguide.ui.session_run import SessionRun

FRAME_S = 0.1
ASLEEP_S = 3600.0


class TwoHands:
    """A clock whose hands move apart: one for durations, one on the wall."""

    def __init__(self):
        self.elapsed_s = 50.0
        self.wall = datetime(2026, 10, 25, 0, 58, tzinfo=UTC)

    def monotonic_s(self):
        return self.elapsed_s

    def now(self):
        return self.wall

    def move(self, seconds):
        self.elapsed_s += seconds
        self.wall += timedelta(seconds=seconds)


class World:
    """A session that is played with things happening to the clock on the way."""

    def __init__(self, services):
        self.clock = TwoHands()
        self.zone = "Europe/Berlin"
        self.journal = Journal.in_memory(self.clock.now, lambda: self.zone)
        self.services = replace(services, clock=self.clock, journal=self.journal)
        line = compile_timeline(services.catalogue.routines["gentle-day"], services.catalogue)
        self.run = SessionRun(self.services, line, SessionRecorder.begin(self.journal, line))
        self.told = []
        self.run.advanced.connect(self._on_run_advanced)
        self.run.start()

    def _on_run_advanced(self, events):
        self.told += events

    def play(self, seconds=float("inf")):
        passed_s = 0.0
        while self.run.state == "running" and passed_s < seconds:
            self.clock.move(FRAME_S)
            passed_s += FRAME_S
            self.run.advance()

    @property
    def done_s(self):
        recorder = self.run.recorder
        return [(result.exercise, result.side, round(result.done_s, 3)) for result in recorder.results]


@pytest.fixture
def world(qapp, services):
    made = []

    def make():
        made.append(World(services))
        return made[-1]

    yield make
    for one in made:
        one.run.put_down()
        one.journal.close()


def wall_back(world):
    world.clock.wall -= timedelta(hours=1)


def wall_far_ahead(world):
    world.clock.wall += timedelta(days=400)


def other_zone(world):
    world.zone = "Pacific/Auckland"


@pytest.mark.parametrize("happening", [wall_back, wall_far_ahead, other_zone])
def test_clock_and_zone_changes_do_no_harm(world, happening):
    plain, changed = world(), world()
    plain.play()
    changed.play(100)
    happening(changed)
    changed.play()
    assert [type(event) for event in changed.told] == [type(event) for event in plain.told]
    assert any(isinstance(event, Finished) for event in changed.told)
    assert changed.done_s == plain.done_s
    started = [event.at_s for event in changed.told if isinstance(event, StepStarted)]
    assert started == [event.at_s for event in plain.told if isinstance(event, StepStarted)]


def test_a_computer_that_slept_finds_the_session_where_it_was(world):
    plain, slept = world(), world()
    plain.play()
    slept.play(100)
    at_s = slept.run.progress.position_s
    slept.clock.move(ASLEEP_S)
    slept.run.advance()
    assert slept.run.state == "paused"
    assert slept.run.progress.position_s == pytest.approx(at_s, abs=FRAME_S)
    slept.run.resume()
    slept.play()
    assert slept.done_s == plain.done_s


def test_the_next_change_is_told_from_now_on(world):
    run = world().run
    clock = run._services.clock
    assert run.next_change_s() == pytest.approx(1.0)
    clock.move(0.25)
    assert run.next_change_s() == pytest.approx(0.75)
    clock.move(1.0)
    assert run.next_change_s() < 0
    run.advance()
    assert run.next_change_s() == pytest.approx(0.75)
