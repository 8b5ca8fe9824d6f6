import sqlite3
from functools import partial

import pytest

from backguide import assets
from backguide.catalogue.load import load_catalogue
from backguide.desktop.clock import ManualClock
from backguide.journal.errors import JournalError
from backguide.journal.journal import Journal
from backguide.journal.planned import portion_of_result
from backguide.journal.recorder import SessionRecorder
from backguide.session.changes import made_up, varied
from backguide.session.compile import compile_timeline, single_exercise_routine
from backguide.session.moves import resume_position
from backguide.session.player import Player
from backguide.session.preferences import SessionPreferences
from backguide.session.sides import side_gap
from tests.journal.builders import PRACTICE_S, WHOLE_S, Faults, journal_at, timeline


class Guided:
    """A player and a recorder on one clock, asked once a second as the window does."""

    def __init__(self, journal: Journal, clock: ManualClock, recorder: SessionRecorder | None = None) -> None:
        self.clock = clock
        self.recorder = recorder or SessionRecorder.begin(journal, timeline())
        start_s = resume_position(self.recorder.timeline, self.recorder.session.position_s)
        self.player = Player(self.recorder.timeline, clock.monotonic_s, start_s)
        self.player.start()
        self.tell()

    def tell(self) -> None:
        self.recorder.record(self.player.advance())

    def run(self, seconds: int) -> None:
        for _ in range(seconds):
            self.clock.move(1)
            self.tell()
            if self.player.state == "running":
                self.recorder.checkpoint(self.player.progress.position_s)


@pytest.fixture
def guided(journal, clock):
    return Guided(journal, clock)


def outcomes(journal, guided):
    return [(r.done_s, r.outcome) for r in journal.results(guided.recorder.session.id)]


def test_a_whole_session_is_done_and_its_rests_are_not_practice(journal, guided):
    guided.run(80)

    session = journal.session(guided.recorder.session.id)
    assert (session.state, session.done_s, session.planned_s) == ("finished", PRACTICE_S, PRACTICE_S)
    assert session.position_s == WHOLE_S
    assert outcomes(journal, guided) == [(10, "done"), (20, "done"), (20, "done")]
    assert journal.open_session() is None


def test_what_was_done_is_in_the_journal_every_second(journal, guided):
    guided.run(4)
    assert outcomes(journal, guided)[0] == (0, "skipped")
    guided.run(4)
    assert outcomes(journal, guided)[0] == (3, "partial")
    assert journal.open_session().position_s == 8
    assert journal.open_session().done_s == 3


def test_a_stopped_session_keeps_the_part_that_was_done(journal, guided, clock):
    guided.run(40)
    guided.player.stop()
    guided.tell()

    session = journal.session(guided.recorder.session.id)
    assert (session.state, session.done_s, session.position_s) == ("stopped", 20, 40)
    assert session.ended_at == clock.now()
    assert outcomes(journal, guided) == [(10, "done"), (10, "partial"), (0, "skipped")]


def test_a_pause_is_not_practice(journal, guided):
    guided.run(10)
    guided.player.pause()
    guided.tell()
    guided.run(60)
    guided.player.resume()
    guided.tell()
    guided.run(10)
    assert outcomes(journal, guided)[0] == (10, "done")


def test_going_back_adds_to_what_was_done(journal, guided):
    guided.run(14)
    guided.player.previous()
    guided.tell()
    guided.run(15)
    assert outcomes(journal, guided)[0] == (19, "done")


def test_a_longer_hold_is_more_than_planned_and_resumes_at_the_right_place(journal, guided):
    guided.run(8)
    guided.player.add_s(10)
    guided.tell()
    guided.run(40)

    assert journal.results(guided.recorder.session.id)[0].planned_s == 10
    assert outcomes(journal, guided)[:2] == [(20, "done"), (8, "partial")]
    kept = journal.unfinished_timeline(guided.recorder.session.id)
    assert kept == guided.recorder.timeline == guided.player.progress.timeline
    assert kept.at(journal.open_session().position_s).side == "right"


def test_a_session_that_was_cut_off_goes_on_and_counts_the_repeated_seconds_once(path, clock):
    with journal_at(path, clock) as journal:
        Guided(journal, clock).run(9)
    clock.move(3600)

    with journal_at(path, clock) as journal:
        recorder = SessionRecorder.resume(journal, journal.open_session().id)
        resumed = Guided(journal, clock, recorder)
        assert resumed.player.progress.position_s == 7  # a short hold begins again
        resumed.run(70)

        assert outcomes(journal, resumed) == [(10, "done"), (20, "done"), (20, "done")]
        assert journal.session(recorder.session.id).state == "finished"


def test_a_long_hold_that_was_cut_off_is_gone_on_with_at_the_very_second(path, clock):
    with journal_at(path, clock) as journal:
        Guided(journal, clock).run(42)
    with journal_at(path, clock) as journal:
        resumed = Guided(journal, clock, SessionRecorder.resume(journal, journal.open_session().id))
        assert resumed.player.progress.step.side == "right"
        assert resumed.player.progress.position_s == 42
        resumed.run(40)
        assert outcomes(journal, resumed) == [(10, "done"), (20, "done"), (20, "done")]


def test_going_back_after_a_resumed_step_adds_to_it_again(path, clock):
    with journal_at(path, clock) as journal:
        Guided(journal, clock).run(9)
    with journal_at(path, clock) as journal:
        resumed = Guided(journal, clock, SessionRecorder.resume(journal, journal.open_session().id))
        resumed.run(5)
        resumed.player.previous()
        resumed.tell()
        resumed.run(16)  # the way into it is given again
        assert outcomes(journal, resumed)[0] == (17, "done")


def test_a_pause_is_written_to_the_second(journal, guided, clock):
    guided.run(8)
    clock.move(0.5)
    guided.player.pause()
    guided.tell()
    assert journal.open_session().position_s == 8.5
    assert outcomes(journal, guided)[0] == (3.5, "partial")


def test_a_session_whose_steps_are_not_known_any_more_cannot_be_resumed(journal, guided):
    journal.close_session(guided.recorder.session.id)
    with pytest.raises(KeyError):
        SessionRecorder.resume(journal, guided.recorder.session.id)


@pytest.mark.parametrize("other_steps", ['{"steps":[{"kind":"hold"}]}', "[]", "{}", "torn"])
def test_steps_of_another_version_of_the_program_are_not_gone_on_with(path, clock, other_steps):
    faults = Faults()
    with journal_at(path, clock, connect=faults.connect) as journal:
        session = SessionRecorder.begin(journal, timeline()).session
        faults.connection.execute("UPDATE unfinished SET timeline = ?", (other_steps,))
        assert journal.unfinished_timeline(session.id) is None
        with pytest.raises(KeyError):
            SessionRecorder.resume(journal, session.id)
        assert journal.close_session(session.id).state == "stopped"


def test_what_hurts_is_marked_and_the_rest_of_the_exercise_is_eased(journal, guided):
    guided.run(35)
    mark = guided.recorder.hurt(guided.player.progress.step, 35.0, 6)
    guided.run(1)

    assert journal.hurt_marks(guided.recorder.session.id) == (mark,)
    assert (mark.exercise, mark.side, mark.position_s, mark.value) == ("knee-to-chest", "right", 35, 6)
    assert outcomes(journal, guided) == [(10, "done"), (6, "eased"), (0, "eased")]


def test_a_reason_for_skipping_is_kept_only_where_something_is_left(journal, guided):
    guided.run(35)
    guided.recorder.skip("tired", item=1)
    guided.recorder.skip("time")

    results = journal.results(guided.recorder.session.id)
    assert [result.skip_reason for result in results] == [None, "time", "time"]
    guided.run(40)
    results = journal.results(guided.recorder.session.id)
    assert [(result.outcome, result.skip_reason) for result in results] == [("done", None)] * 3


def test_nothing_is_lost_when_writing_fails_for_a_while(path, clock):
    faults = Faults()
    with journal_at(path, clock, connect=faults.connect) as journal:
        guided = Guided(journal, clock)
        faults.fail("BEGIN", sqlite3.SQLITE_FULL)
        for _ in range(20):
            with pytest.raises(JournalError, match="no room left"):
                guided.run(1)
        faults.heal()
        guided.run(60)
        assert outcomes(journal, guided) == [(10, "done"), (20, "done"), (20, "done")]


# -- the timeline changed

CATALOGUE = load_catalogue(assets.folder())
PREFERENCES = SessionPreferences()


@pytest.fixture
def knee(journal, clock):
    """Knee to chest on both sides, three times 12 s: right from 15 s, left from 86 s."""
    exercise = CATALOGUE.exercises["knee-to-chest"]
    routine = single_exercise_routine(exercise, exercise.variation("other-long"))
    recorder = SessionRecorder.begin(journal, compile_timeline(routine, CATALOGUE))
    return Guided(journal, clock, recorder)


def vary(guided, to=("knee-to-chest", "other-bent")):
    exercise = CATALOGUE.exercises[to[0]]
    plan = partial(
        varied, catalogue=CATALOGUE, preferences=PREFERENCES, to=(exercise, exercise.variation(to[1]))
    )
    guided.player.change(plan)
    guided.tell()


def rows(journal, guided):
    kept = journal.results(guided.recorder.session.id)
    return {(r.exercise, r.variation, r.side): (r.planned_s, r.done_s, r.outcome) for r in kept}


def test_another_variation_has_results_of_its_own_from_that_moment_on(journal, knee):
    knee.run(15 + 22 + 10)  # one repetition, and half of the second
    vary(knee)

    assert rows(journal, knee) == {
        ("knee-to-chest", "other-long", "right"): (32, 32, "done"),
        ("knee-to-chest", "other-bent", "right"): (44, 0, "skipped"),
        ("knee-to-chest", "other-bent", "left"): (66, 0, "skipped"),
    }
    session = journal.open_session()
    assert (session.planned_s, session.done_s) == (142, 32)
    assert journal.unfinished_timeline(session.id) == knee.player.progress.timeline
    knee.run(150)
    assert {outcome for _, _, outcome in rows(journal, knee).values()} == {"done"}


def test_what_was_left_because_it_hurt_stays_planned_and_eased(journal, knee):
    knee.run(15 + 22 + 10)
    knee.recorder.hurt(knee.player.progress.step, knee.player.progress.position_s)
    vary(knee, ("lumbar-rotation", "small"))

    kept = rows(journal, knee)
    assert kept["knee-to-chest", "other-long", "right"] == (66, 32, "eased")
    assert kept["knee-to-chest", "other-long", "left"] == (66, 0, "eased")
    assert kept["lumbar-rotation", "small", "left"][1:] == (0, "skipped")


def test_a_rating_given_after_easing_out_belongs_to_the_moment_it_hurt(journal, guided):
    guided.run(35)
    mark = guided.recorder.hurt(guided.player.progress.step, 35.0)
    guided.run(5)
    guided.recorder.rate_hurt(mark, 7)
    (kept,) = journal.hurt_marks(guided.recorder.session.id)
    assert (kept.id, kept.position_s, kept.value) == (mark.id, 35, 7)


def test_a_side_made_up_counts_for_the_side_that_was_short(journal, knee):
    knee.run(15 + 22 + 10)
    knee.player.next()
    knee.tell()
    knee.run(5 + 63)  # into the last way back of the left side
    done_s = {portion_of_result(result): result.done_s for result in knee.recorder.results}
    gap = side_gap(knee.recorder.timeline, 0, done_s)
    assert (gap.side, gap.missing_s) == ("right", 12 * 3 - 12 - 5)
    knee.player.change(partial(made_up, catalogue=CATALOGUE, preferences=PREFERENCES, gap=gap, at_end=False))
    knee.run(100)

    kept = rows(journal, knee)
    assert kept["knee-to-chest", "other-long", "right"][0] == 66
    assert {outcome for _, _, outcome in kept.values()} == {"done"}
    assert journal.session(knee.recorder.session.id).state == "finished"


def test_the_side_that_started_last_time_is_known(journal, clock, knee):
    assert journal.last_first_side() is None
    knee.run(30)
    assert journal.last_first_side() == "right"
    clock.move(3600)
    Guided(journal, clock).run(12)  # cat cow has no sides
    assert journal.last_first_side() == "right"
