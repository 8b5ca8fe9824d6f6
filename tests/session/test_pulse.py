"""When something changes next: aimed at, every second and every sound of a session is met at its moment."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backguide.session.compile import compile_timeline
from backguide.session.events import Countdown, Halfway, StepStarted
from backguide.session.player import Player
from backguide.session.pulse import next_change_s
from tests.session.builders import HandClock, dose, exercise, part, timeline
from tests.session.test_speech_plan import CATALOGUE

HOUR_S = 3600.0


def aimed(player, clock, until_s=math.inf):
    """Play with an alarm set for each next change, and return each event with its lateness."""
    begun_s = clock.now_s
    player.start()
    lateness = [(event, 0.0) for event in player.advance()]
    while player.state == "running" and clock.now_s - begun_s < until_s:
        clock.move(next_change_s(player.progress))
        now_s = clock.now_s - begun_s
        lateness += [(event, now_s - event.at_s) for event in player.advance()]
    return lateness


@pytest.mark.parametrize("name", CATALOGUE.routines)
def test_every_step_and_every_sound_is_met(name):
    clock = HandClock()
    player = Player(compile_timeline(CATALOGUE.routines[name], CATALOGUE), clock)
    met = aimed(player, clock)
    assert sum(isinstance(event, StepStarted | Countdown | Halfway) for event, _ in met) > 100
    assert max(abs(late_s) for _, late_s in met) < 1e-3


def test_an_hour_does_not_drift():
    long = timeline(exercise(sides="none", of=dose(part(hold_s=7.3), repetitions=300)))
    assert long.duration_s > HOUR_S
    clock = HandClock()
    met = aimed(Player(long, clock), clock, HOUR_S)
    last = [late_s for event, late_s in met if isinstance(event, StepStarted)][-20:]
    assert max(abs(late_s) for late_s in last) < 1e-3


@given(st.floats(0.3, 90.0), st.floats(0.0, 1.0), st.floats(0.0, 6.0))
def test_the_next_change_is_near_and_ahead(hold_s, share, lead_in_s):
    line = timeline(exercise(sides="none", of=dose(part(hold_s=hold_s))))
    clock = HandClock()
    player = Player(line, clock, share * line.duration_s, lead_in_s)
    assert 0 < next_change_s(player.progress) <= 1.0 + 1e-6


def test_a_count_before_going_on_is_met():
    clock = HandClock()
    line = timeline(exercise())
    player = Player(line, clock, line.steps[2].start_s, lead_in_s=5.0)
    player.start()
    player.advance()
    moments = []
    while not any(isinstance(event, StepStarted) for event in player.advance()):
        clock.move(next_change_s(player.progress))
        moments.append(round(clock.now_s - 1000.0, 3))
    assert moments == [1.0, 2.0, 3.0, 4.0, 5.0]
