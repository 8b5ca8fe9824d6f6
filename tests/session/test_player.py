import math

import pytest

from backguide.session.errors import SessionError
from backguide.session.events import (
    Countdown,
    Finished,
    Halfway,
    Paused,
    Resumed,
    StepEnded,
    StepLengthened,
    StepStarted,
    Stopped,
)
from backguide.session.player import Player
from backguide.session.timeline import Timeline
from tests.session.builders import HandClock, dose, exercise, part, timeline

# get_ready 15 | enter 2, hold 12, return 3
ONE = timeline(exercise("bear-hold", "none", of=dose(part(hold_s=12))))
READY, ENTER, HOLD, RETURN = ONE.steps

# blocks: 0 get_ready, 4 switch_side, 8 change_position (supine)
TWO = timeline(exercise("leg-swing", "each"), exercise("child", "none", "supine"))


def player_of(line: Timeline = ONE, **settings) -> tuple[Player, HandClock]:
    clock = HandClock()
    return Player(line, clock, **settings), clock


def playing(line: Timeline = ONE, at_s: float = 0.0) -> tuple[Player, HandClock]:
    player, clock = player_of(line, start_at_s=at_s)
    player.start()
    player.advance()
    return player, clock


def walk(player: Player, clock: HandClock, seconds: float, stride_s: float = 0.25) -> list[object]:
    told: list[object] = []
    for _ in range(round(seconds / stride_s)):
        clock.move(stride_s)
        told += player.advance()
    return told


def current(player: Player) -> int:
    return player.progress.step.index


WHOLE_SESSION = [
    StepStarted(READY, 0),
    *(Countdown(READY, 15 - left, left) for left in (3, 2, 1)),
    StepEnded(READY, 15, 15, completed=True),
    StepStarted(ENTER, 15),
    StepEnded(ENTER, 17, 2, completed=True),
    StepStarted(HOLD, 17),
    Halfway(HOLD, 23),
    *(Countdown(HOLD, 29 - left, left) for left in (3, 2, 1)),
    StepEnded(HOLD, 29, 12, completed=True),
    StepStarted(RETURN, 29),
    StepEnded(RETURN, 32, 3, completed=True),
    Finished(32),
]


def test_a_whole_session_tells_every_step_and_cue_once_and_in_order():
    player, clock = player_of()
    player.start()

    told = [*player.advance(), *walk(player, clock, 40)]

    assert told == WHOLE_SESSION
    assert player.state == "finished"
    assert player.progress.position_s == ONE.duration_s == 32
    assert player.progress.remaining_total_s == 0


@pytest.mark.parametrize("stride_s", [0.016, 0.1, 0.4])
def test_the_stride_of_asking_changes_nothing(stride_s):
    player, clock = player_of()
    player.start()

    assert [*player.advance(), *walk(player, clock, 33, stride_s)] == WHOLE_SESSION


def test_one_very_late_ask_tells_all_steps_with_exact_times_but_no_stale_countdown():
    player, clock = player_of(suspend_gap_s=math.inf)
    player.start()
    clock.move(45)

    assert list(player.advance()) == [event for event in WHOLE_SESSION if not isinstance(event, Countdown)]
    assert (player.state, player.progress.position_s) == ("finished", 32)


def test_a_countdown_half_a_second_late_is_told_and_a_later_one_is_not():
    player, clock = playing(at_s=11)
    clock.move(1.5)
    assert player.advance() == (Countdown(READY, 12, 3),)
    clock.move(1.25)
    assert player.advance() == ()


def test_before_the_start_nothing_moves():
    player, clock = player_of()
    clock.move(100)
    player.next()
    player.pause()
    player.resume()
    player.add_s(10)

    assert player.advance() == ()
    assert (player.state, player.progress.position_s, current(player)) == ("idle", 0, 0)


def test_a_pause_does_not_eat_time():
    player, clock = playing(at_s=17)
    clock.move(4.5)
    player.pause()
    clock.move(3600)

    assert player.advance() == (Paused(21.5, "asked"),)
    assert player.progress.elapsed_in_step_s == 4.5
    assert player.progress.remaining_in_step_s == 7.5

    player.resume()
    clock.move(1)
    assert player.advance() == (Resumed(21.5),)
    assert player.progress.position_s == 22.5


def test_sleep_of_the_computer_pauses_where_it_last_was():
    player, clock = playing(at_s=17)
    walk(player, clock, 2)
    clock.move(5.5)

    assert player.advance() == (Paused(19, "suspended"),)
    assert player.state == "paused"

    player.resume()
    clock.move(3)
    player.advance()
    assert player.progress.position_s == 22


def test_a_command_after_sleep_does_not_run_through_either():
    player, clock = playing(at_s=17)
    clock.move(600)
    player.stop()

    assert player.advance() == (
        Paused(17, "suspended"),
        StepEnded(HOLD, 17, 0, completed=False),
        Stopped(17),
    )


def test_stopping_tells_what_was_done_and_is_final():
    player, clock = playing()
    clock.move(4)
    player.stop()
    player.start()
    player.resume()
    clock.move(10)

    assert player.advance() == (StepEnded(READY, 4, 4, completed=False), Stopped(4))
    assert (player.state, player.progress.position_s) == ("stopped", 4)


def test_next_goes_from_block_to_block_and_finishes_at_the_end():
    player, clock = playing(TWO)
    visited = [current(player)]
    for _ in range(2):
        clock.move(1)
        player.next()
        visited.append(current(player))
    assert [TWO.steps[index].kind for index in visited] == ["get_ready", "switch_side", "change_position"]
    player.advance()

    player.next()
    assert player.advance() == (
        StepEnded(TWO.steps[visited[-1]], TWO.steps[visited[-1]].start_s, 0, completed=False),
        Finished(TWO.duration_s),
    )
    assert player.state == "finished"


def test_previous_restarts_the_block_but_goes_one_back_from_its_first_seconds():
    switch = next(step for step in TWO.steps if step.kind == "switch_side")
    player, clock = playing(TWO, at_s=switch.start_s)
    clock.move(3.5)
    player.previous()
    assert current(player) == switch.index

    clock.move(1)
    player.previous()
    assert current(player) == 0
    player.previous()
    assert current(player) == 0


def test_skipping_and_restarting_a_step():
    player, clock = playing()
    clock.move(2)
    player.skip_step()
    clock.move(1)
    player.restart_step()

    assert player.advance() == (
        StepEnded(READY, 2, 2, completed=False),
        StepStarted(ENTER, 15),
        StepEnded(ENTER, 16, 1, completed=False),
        StepStarted(ENTER, 15),
    )
    assert player.progress.position_s == 15
    clock.move(2)
    assert player.advance() == (StepEnded(ENTER, 17, 2, completed=True), StepStarted(HOLD, 17))


def test_moving_about_while_paused_stays_paused():
    player, clock = playing()
    player.pause()
    player.skip_step()
    clock.move(50)
    player.advance()

    assert (player.state, player.progress.position_s) == ("paused", 15)


def test_ten_more_seconds_lengthen_the_hold_and_nothing_else():
    player, clock = playing(at_s=17)
    clock.move(2)
    player.add_s(10)
    (lengthened,) = player.advance()

    assert isinstance(lengthened, StepLengthened)
    assert (lengthened.step.duration_s, lengthened.at_s, lengthened.added_s) == (22, 19, 10)
    assert player.progress.remaining_total_s == 23
    told = walk(player, clock, 24)
    assert told[-1] == Finished(42)
    assert [event.at_s for event in told if isinstance(event, Countdown)] == [36, 37, 38]
    assert StepEnded(lengthened.step, 39, 22, completed=True) in told
    assert player.progress.timeline.duration_s == ONE.duration_s + 10


def test_only_a_hold_can_be_lengthened():
    player, _ = playing()
    player.add_s(10)

    assert player.advance() == ()
    assert player.progress.timeline == ONE


def test_what_is_done_of_a_step_entered_midway_is_what_was_done_now():
    player, clock = playing(at_s=20)

    ended = next(event for event in walk(player, clock, 10) if isinstance(event, StepEnded))
    assert (ended.step, ended.done_s, ended.completed) == (HOLD, 9, True)


def test_a_clock_that_goes_back_does_not_take_the_session_back():
    player, clock = playing(at_s=17)
    walk(player, clock, 2)
    clock.move(-1)

    assert player.advance() == ()
    assert player.progress.position_s == 19


def test_a_timeline_without_steps_cannot_be_played():
    with pytest.raises(SessionError, match="no exercises"):
        Player(Timeline("empty", "Empty", ()), HandClock())
