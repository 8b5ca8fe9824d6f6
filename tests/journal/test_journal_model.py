"""A person who does everything in any order, beside a plain model of what must be remembered."""

import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from backguide.desktop.clock import ManualClock
from backguide.journal.exchange import export_json, import_json
from backguide.journal.journal import Journal
from backguide.journal.recorder import SessionRecorder
from backguide.session.player import Player
from tests.journal.builders import ZONE, journal_at, timeline

SITES = st.sampled_from(["back", "leg"])
MOMENTS = st.sampled_from(["before", "after", "next_morning"])
PAIN = st.integers(0, 10)


class JournalMachine(RuleBasedStateMachine):
    @initialize()
    def open(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "journal.db"
        self.clock = ManualClock()
        self.journal = journal_at(self.path, self.clock)
        self.ratings = {}
        self.known = set()
        self.running = None
        self.deleted = []

    def teardown(self):
        if hasattr(self, "journal"):
            self.journal.close()
            self.folder.cleanup()

    def any_session(self, data):
        return data.draw(st.sampled_from(sorted(self.known)))

    @rule()
    def begin(self):
        self.recorder = SessionRecorder.begin(self.journal, timeline())
        self.player = Player(timeline(), self.clock.monotonic_s)
        self.player.start()
        self.running = self.recorder.session.id
        self.known.add(self.running)

    @precondition(lambda self: self.running)
    @rule(
        seconds=st.integers(1, 4),
        command=st.sampled_from(["", "next", "previous", "pause", "resume", "add_s"]),
    )
    def go_on(self, seconds, command):
        for _ in range(seconds):
            self.clock.move(1)
            self.recorder.record(self.player.advance())
        if command:
            getattr(self.player, command)()
        self.recorder.record(self.player.advance())
        self.recorder.checkpoint(self.player.progress.position_s)
        if self.player.state == "finished":
            self.running = None

    @precondition(lambda self: self.running)
    @rule()
    def stop(self):
        self.player.stop()
        self.recorder.record(self.player.advance())
        self.running = None

    @precondition(lambda self: self.running)
    @rule()
    def lose_power(self):
        """Open the file a second time, as it would be found, and go on with the session."""
        before = self.journal.contents()
        self.journal.close()
        self.journal = journal_at(self.path, self.clock)
        assert self.journal.contents() == before
        self.recorder = SessionRecorder.resume(self.journal, self.running)
        position_s = self.recorder.session.position_s
        self.player = Player(self.recorder.timeline, self.clock.monotonic_s, position_s)
        self.player.start()

    @rule(hours=st.integers(0, 48), value=PAIN, site=SITES)
    def log(self, hours, value, site):
        at = self.clock.now() - timedelta(hours=hours)
        session = self.journal.log_session(at, "other", "Other", 60, {("before", site): value})
        self.known.add(session.id)
        self.ratings[session.id, "before", site] = value

    @precondition(lambda self: self.known)
    @rule(data=st.data(), moment=MOMENTS, site=SITES, value=PAIN)
    def rate(self, data, moment, site, value):
        session = self.any_session(data)
        self.journal.rate(session, moment, site, value)
        self.ratings[session, moment, site] = value

    @precondition(lambda self: self.ratings)
    @rule(data=st.data())
    def unrate(self, data):
        key = data.draw(st.sampled_from(sorted(self.ratings)))
        [rating] = [r for r in self.journal.ratings(session=key[0]) if (r.moment, r.site) == key[1:]]
        self.journal.unrate(rating.id)
        del self.ratings[key]

    @precondition(lambda self: self.known - {self.running})
    @rule(data=st.data())
    def delete(self, data):
        session = data.draw(st.sampled_from(sorted(self.known - {self.running})))
        self.deleted.append(self.journal.delete_session(session))
        self.known.remove(session)
        self.ratings = {key: value for key, value in self.ratings.items() if key[0] != session}

    @precondition(lambda self: self.deleted)
    @rule()
    def undo(self):
        rows = self.deleted.pop()
        self.journal.restore(rows)
        self.known |= {session.id for session in rows.sessions}
        self.ratings |= {(r.session, r.moment, r.site): r.value for r in rows.ratings}

    @rule()
    def carry_to_another(self):
        file = self.path.with_suffix(".json")
        export_json(self.journal, file)
        mine = self.journal.contents()
        with Journal.in_memory(self.clock.now, ZONE) as other:
            report = import_json(other, file)
            carried = other.contents()
            assert not report.refused
            assert (carried.results, carried.hurt_marks) == (mine.results, mine.hurt_marks)
            assert carried.ratings == mine.ratings
            assert {s.id for s in carried.sessions} == self.known
        assert import_json(self.journal, file).added == 0
        assert self.journal.contents() == mine

    @invariant()
    def remembers_exactly_what_was_rated(self):
        if hasattr(self, "journal"):
            kept = {(r.session, r.moment, r.site): r.value for r in self.journal.ratings()}
            assert kept == self.ratings

    @invariant()
    def holds_together(self):
        if hasattr(self, "journal"):
            assert {session.id for session in self.journal.sessions()} == self.known
            left = self.journal.open_session()
            assert (left.id if left else None) == self.running
            for session in self.journal.sessions():
                results = self.journal.results(session.id)
                assert not results or session.done_s == sum(result.done_s for result in results)
                assert session.done_s <= self.clock.monotonic_s() or session.origin == "logged"


TestJournalModel = JournalMachine.TestCase
TestJournalModel.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
