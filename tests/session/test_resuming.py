from dataclasses import replace

import pytest

from backguide.session import moves
from backguide.session.events import Countdown, LeadInStarted, StepStarted, Stopped
from backguide.session.player import Player
from tests.session.builders import HandClock, dose, exercise, part, timeline

# get_ready 15 | enter 2, hold 12, return 3
ONE = timeline(exercise("bear-hold", "none", of=dose(part(hold_s=12))))
HOLD, RETURN = ONE.steps[2:]


def counting_in() -> tuple[Player, HandClock]:
    clock = HandClock()
    player = Player(ONE, clock, start_at_s=17, lead_in_s=5)
    player.start()
    return player, clock


def test_a_session_is_gone_on_with_after_a_count():
    player, clock = counting_in()
    assert player.advance() == (LeadInStarted(HOLD, 17, 5),)

    clock.move(1)
    player.advance()
    assert (player.progress.position_s, player.progress.lead_in_s) == (17, 4)
    player.pause()
    player.resume()
    player.advance()

    told: list[object] = []
    for _ in range(20):
        clock.move(0.25)
        told += player.advance()
    assert told == [
        *(Countdown(HOLD, 17, left, lead_in=True) for left in (3, 2, 1)),
        StepStarted(HOLD, 17),
    ]
    assert (player.progress.position_s, player.progress.lead_in_s) == (18, 0)


def test_a_session_stopped_during_the_count_has_done_nothing():
    player, clock = counting_in()
    clock.move(1)
    player.stop()

    assert player.advance() == (LeadInStarted(HOLD, 17, 5), Stopped(17))


def test_a_jump_during_the_count_ends_it():
    player, _ = counting_in()
    player.skip_step()

    assert player.advance()[1:] == (StepStarted(RETURN, 29),)
    assert player.progress.lead_in_s == 0


@pytest.mark.parametrize(
    ("saved_s", "goes_on_s"), [(0, 0), (16.9, 15), (17, 17), (28.5, 28.5), (31, 29), (99, 29), (-4, 0)]
)
def test_a_killed_session_goes_on_within_a_long_hold_and_else_at_the_start_of_its_step(saved_s, goes_on_s):
    assert moves.resume_position(ONE, saved_s) == goes_on_s


def test_a_position_in_a_lengthened_session_has_its_place_in_the_planned_one():
    longer = moves.lengthened(ONE, HOLD.index, 10)

    assert moves.same_place(40, longer, ONE) == 30
    assert moves.same_place(38, longer, ONE) == 29
    assert moves.same_place(18, longer, ONE) == 18


def test_a_short_hold_is_done_again_and_of_easing_out_nothing_is_left():
    short = timeline(exercise("bear-hold", "none", of=dose(part(hold_s=9))))
    assert moves.resume_position(short, 25) == 17
    out = replace(HOLD, kind="ease_out")
    line = replace(ONE, steps=(*ONE.steps[:2], out, RETURN))
    assert moves.resume_position(line, 20) == 29


def test_whoever_has_to_lie_down_again_gets_the_time_for_it():
    assert moves.resume_lead_in_s(HOLD, 15) == 20
    assert moves.resume_lead_in_s(ONE.steps[0], 15) == 5


# -- going on after a pause


def test_a_pause_is_left_by_a_count_in_which_time_stands_still():
    clock = HandClock()
    player = Player(ONE, clock, start_at_s=19)
    player.start()
    player.pause()
    player.resume(3.0)
    player.advance()
    told = []
    for _ in range(16):
        clock.move(0.25)
        told += player.advance()

    assert told == [Countdown(HOLD, 19, left, lead_in=True) for left in (2, 1)]
    assert (player.progress.position_s, player.progress.lead_in_s) == (20, 0)


def test_a_pause_within_the_count_begins_it_anew():
    clock = HandClock()
    player = Player(ONE, clock, start_at_s=19)
    player.start()
    player.pause()
    player.resume(3.0)
    clock.move(2)
    player.pause()
    clock.move(60)
    player.resume(3.0)
    clock.move(1)
    player.advance()
    assert (player.progress.position_s, player.progress.lead_in_s) == (19, 2)
    assert player.progress.lead_in_whole_s == 3


def test_going_on_after_a_pause_tells_the_step_no_second_time():
    clock = HandClock()
    player = Player(ONE, clock, start_at_s=19)
    player.start()
    player.pause()
    player.resume(3.0)
    player.advance()
    clock.move(4.5)
    clock.move(0)
    assert not any(isinstance(event, StepStarted) for event in player.advance())
