"""Random users at the player: whatever they press, and however time goes, its books are right."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from backguide.session.changes import eased_out, made_up, varied
from backguide.session.events import (
    Countdown,
    Finished,
    Halfway,
    StepEnded,
    StepLengthened,
    StepStarted,
    Stopped,
    TimelineChanged,
)
from backguide.session.outline import is_work, planned_work_s, portion_of
from backguide.session.player import SUSPEND_GAP_S, Player
from backguide.session.preferences import SessionPreferences
from backguide.session.sides import side_gap
from tests.session.builders import HandClock, catalogue, dose, exercise, part, timeline

EXERCISES = (
    exercise("cat-cow", "none", of=dose(part("Cow"), part("Cat"), repetitions=2, flow=True)),
    exercise("bird-dog", "alternate", of=dose(part(hold_s=12), sets=2, rest_s=10)),
    exercise("leg-swing", "each", "supine"),
)
LINE = timeline(*EXERCISES)
KNOWN = catalogue(*EXERCISES)
PREFERENCES = SessionPreferences()
ROUNDING_S = 1e-6


def _shape(step):
    return replace(step, index=0, start_s=0.0)


SHAPES = {_shape(step) for step in LINE.steps}


class PlayerUser(RuleBasedStateMachine):
    @initialize(start_at_s=st.sampled_from([0.0, 20.0, 61.3]), lead_in_s=st.sampled_from([0.0, 5.0]))
    def open(self, start_at_s, lead_in_s):
        self.clock = HandClock()
        self.player = Player(LINE, self.clock, start_at_s, lead_in_s)
        self.lead_in_s = lead_in_s  # all that was waited for so far, at most
        self.work_s = {}
        self.running_s = self.done_s = self.entered_s = 0.0
        self.inside = None
        self.changed = set()  # exercises of the session
        self.over = False

    @rule(seconds=st.one_of(st.floats(0, 1), st.floats(0, SUSPEND_GAP_S - 0.01), st.floats(5.01, 5000)))
    def time_goes_by(self, seconds):
        self.clock.move(seconds)
        if self.player.state == "running" and seconds < SUSPEND_GAP_S:
            self.running_s += seconds
        self.check(self.player.advance())

    @rule()
    def start(self):
        self.press(self.player.start)

    @rule()
    def pause(self):
        self.press(self.player.pause)

    @rule(count_in_s=st.sampled_from([0.0, 3.0]))
    def resume(self, count_in_s):
        if self.player.state == "paused":
            self.lead_in_s += count_in_s
        self.press(lambda: self.player.resume(count_in_s))

    @rule()
    def next_exercise(self):
        self.press(self.player.next_exercise)

    @rule(item=st.integers(0, 2))
    def go_to_exercise(self, item):
        self.press(lambda: self.player.go_to_exercise(item))

    @rule(exercise_wanted=st.sampled_from(EXERCISES), slug=st.sampled_from(["plain", "harder"]))
    def vary(self, exercise_wanted, slug):
        now = KNOWN.exercises[self.player.progress.step.exercise]
        to = exercise_wanted if slug == "plain" else now
        self.change(lambda at: varied(at, KNOWN, PREFERENCES, (to, to.variation(slug))))

    @rule()
    def hurt(self):
        self.change(lambda at: eased_out(at, KNOWN, PREFERENCES))

    @rule(at_end=st.booleans(), item=st.integers(0, 2))
    def make_up(self, at_end, item):
        gap = side_gap(self.player.progress.timeline, item, self.work_s)
        if gap is not None:
            self.change(lambda at: made_up(at, KNOWN, PREFERENCES, gap, at_end=at_end))

    def change(self, plan):
        if len(self.player.progress.timeline.steps) < 200:  # so that no test takes all day
            made = []
            self.changed.add(self.player.progress.step.item)
            self.press(lambda: self.player.change(lambda at: made.append(plan(at)) or made[0]))
            if made and made[0].go_on_at is not None and self.player.state != "finished":
                assert self.player.progress.step.index == made[0].go_on_at

    @rule()
    def next(self):
        self.press(self.player.next)

    @rule()
    def previous(self):
        self.press(self.player.previous)

    @rule()
    def skip_step(self):
        self.press(self.player.skip_step)

    @rule()
    def restart_step(self):
        self.press(self.player.restart_step)

    @rule(seconds=st.sampled_from([10.0, 2.5]))
    def add_s(self, seconds):
        self.press(lambda: self.player.add_s(seconds))

    @precondition(lambda self: self.running_s > 20)
    @rule()
    def stop(self):
        self.press(self.player.stop)

    def press(self, command):
        command()
        self.check(self.player.advance())

    def check(self, events):
        for event in events:
            assert not self.over, "nothing is told after the end"
            match event:
                case StepStarted(step=step):
                    assert self.inside is None
                    self.inside = step.index
                    self.entered_s = event.at_s
                case StepEnded(step=step):
                    assert self.inside == step.index
                    assert 0 <= event.done_s <= step.duration_s + ROUNDING_S
                    assert not event.completed or event.at_s == step.end_s
                    self.done_s += event.done_s
                    portion = portion_of(step)
                    if is_work(step):
                        self.work_s[portion] = self.work_s.get(portion, 0.0) + event.done_s
                    self.inside = None
                case TimelineChanged(timeline=changed):
                    assert changed.duration_s >= event.at_s - ROUNDING_S
                    assert changed == self.player.progress.timeline
                case Countdown(step=step, lead_in=lead_in):
                    assert self.inside in (None, step.index) if lead_in else self.inside == step.index
                case Halfway(step=step) | StepLengthened(step=step):
                    assert self.inside == step.index
                case Finished() | Stopped():
                    assert self.inside is None
                    self.over = True

    @invariant()
    def the_position_stays_within_the_session(self):
        progress = self.player.progress
        assert 0 <= progress.position_s <= progress.timeline.duration_s
        assert 0 <= progress.elapsed_in_step_s <= progress.step.duration_s
        assert 0 <= progress.lead_in_s <= progress.lead_in_whole_s <= 5
        left_s = progress.timeline.duration_s - progress.position_s
        assert progress.remaining_total_s == left_s

    @invariant()
    def every_second_that_ran_went_to_a_step_or_to_the_lead_in(self):
        in_step_s = 0.0 if self.inside is None else self.player.progress.position_s - self.entered_s
        accounted_s = self.done_s + in_step_s
        assert accounted_s <= self.running_s + ROUNDING_S
        assert self.running_s <= self.clock.now_s - 1000.0 + ROUNDING_S
        if self.player.state != "finished":
            assert self.running_s - accounted_s <= self.lead_in_s + ROUNDING_S

    @invariant()
    def time_stands_still_unless_running(self):
        state = self.player.state
        assert self.over == (state in ("finished", "stopped"))
        if state == "paused":
            before = self.player.progress
            self.clock.move(7)
            assert self.player.advance() == ()
            assert self.player.progress == before

    @invariant()
    def the_step_told_last_is_the_step_shown(self):
        if self.inside is not None:
            assert self.player.progress.step.index == self.inside

    @invariant()
    def the_timeline_is_without_gaps(self):
        steps = self.player.progress.timeline.steps
        assert all(before.end_s == step.start_s for before, step in pairwise(steps))
        assert all(step.duration_s > 0 for step in steps)
        assert [step.index for step in steps] == list(range(len(steps)))

    @invariant()
    def sides_are_equal_in_what_was_neither_cut_nor_changed(self):
        planned = planned_work_s(self.player.progress.timeline)
        steps = self.player.progress.timeline.steps
        touched = self.changed | {step.item for step in steps if _shape(step) not in SHAPES}
        for portion, seconds in planned.items():
            if portion.side == "left" and portion.item not in touched:
                other = planned[portion._replace(side="right")]
                assert abs(other - seconds) < ROUNDING_S


TestPlayerUser = PlayerUser.TestCase
TestPlayerUser.settings = settings(max_examples=100, stateful_step_count=40, deadline=None)
