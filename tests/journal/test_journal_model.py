"""A person who does everything in any order, beside a plain model of what must be remembered."""

import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from backguide.desktop.clock import ManualClock
from backguide.journal.errors import JournalError
from backguide.journal.exchange import export_json, import_json
from backguide.journal.journal import Journal
from backguide.journal.recorder import SessionRecorder
from backguide.journal.records import DIARY_TAGS, SessionChange
from backguide.journal.values import local_date
from backguide.session.player import Player
from tests.journal.builders import ZONE, journal_at, timeline

SITES = st.sampled_from(["back", "leg"])
MOMENTS = st.sampled_from(["before", "after", "next_morning"])
PAIN = st.integers(0, 10)
ANSWER = st.none() | PAIN
DAYS_AGO = st.integers(0, 3)
TAGS = st.lists(st.sampled_from([*DIARY_TAGS, "own words"]), unique=True, max_size=3)
NOTE = st.sampled_from(["", "Walked.", "Slept „badly“ 🙂\nand long"])


class JournalMachine(RuleBasedStateMachine):
    @initialize()
    def open(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "journal.db"
        self.clock = ManualClock()
        self.journal = journal_at(self.path, self.clock)
        self.ratings = {}
        self.daily = {}
        self.diary = {}
        self.peg = {}
        self.notes = {}
        self.known = set()
        self.running = None
        self.deleted = []
        self.gone = set()

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
        self.bury(self.journal.unrate(rating.id))
        del self.ratings[key]

    @rule(days=DAYS_AGO, site=SITES, value=PAIN)
    def rate_day(self, days, site, value):
        at = self.clock.now() - timedelta(days=days)
        self.journal.rate(None, "daily", site, value, at)
        self.daily[local_date(at, ZONE), site] = value

    @rule(days=DAYS_AGO, note=NOTE, tags=TAGS)
    def note_day(self, days, note, tags):
        day = self.journal.today() - timedelta(days=days)
        if note or tags:
            self.journal.diary.write(day, note, tags)
            self.diary[day] = (note, tuple(tags))

    @rule(days=DAYS_AGO, pain=PAIN, enjoyment=ANSWER, activity=ANSWER)
    def answer_week(self, days, pain, enjoyment, activity):
        day = self.journal.today() - timedelta(days=days)
        self.journal.peg.answer(pain, enjoyment, activity, day)
        self.peg[day] = (pain, enjoyment, activity)

    @precondition(lambda self: self.diary)
    @rule(data=st.data())
    def delete_note(self, data):
        day = data.draw(st.sampled_from(sorted(self.diary)))
        [entry] = self.journal.diary_entries(day, day)
        self.bury(self.journal.diary.delete(entry.id))
        del self.diary[day]

    @precondition(lambda self: self.peg)
    @rule(data=st.data())
    def delete_answer(self, data):
        day = data.draw(st.sampled_from(sorted(self.peg)))
        [answer] = self.journal.peg_answers(day, day)
        self.bury(self.journal.peg.delete(answer.id))
        del self.peg[day]

    @precondition(lambda self: self.known - {self.running})
    @rule(data=st.data(), hours=st.integers(0, 48), note=NOTE, value=ANSWER, site=SITES, moment=MOMENTS)
    def correct(self, data, hours, note, value, site, moment):
        session = data.draw(st.sampled_from(sorted(self.known - {self.running})))
        began = self.clock.now() - timedelta(hours=hours)
        change = SessionChange(started_at=began, note=note)
        before = self.journal.contents()
        try:
            corrected = self.journal.correct_session(session, change, {(moment, site): value})
        except JournalError:
            assert moment == "next_morning"
            assert self.journal.contents() == before
            return
        assert (corrected.id, corrected.started_at) == (session, began)
        self.notes[session] = note
        self.ratings.pop((session, moment, site), None)
        self.gone |= {row.id for row in before.ratings} - {row.id for row in self.journal.ratings()}
        if value is not None:
            self.ratings[session, moment, site] = value

    @precondition(lambda self: self.known - {self.running})
    @rule(data=st.data())
    def delete(self, data):
        session = data.draw(st.sampled_from(sorted(self.known - {self.running})))
        self.bury(self.journal.delete_session(session))
        self.known.remove(session)
        self.ratings = {key: value for key, value in self.ratings.items() if key[0] != session}

    def bury(self, rows):
        self.deleted.append(rows)
        self.gone |= {row.id for row in (*rows.sessions, *rows.ratings, *rows.diary, *rows.peg)}

    @precondition(lambda self: self.deleted)
    @rule()
    def undo(self):
        rows = self.deleted.pop()
        before = self.journal.contents()
        try:
            self.journal.restore(rows)
        except JournalError:
            assert self.takes_a_place(rows)
            assert self.journal.contents() == before
            return
        self.gone -= {row.id for row in rows.in_order()}
        self.known |= {session.id for session in rows.sessions}
        self.notes |= {session.id: session.note for session in rows.sessions}
        self.ratings |= {(r.session, r.moment, r.site): r.value for r in rows.ratings}
        self.diary |= {entry.day: (entry.note, entry.tags) for entry in rows.diary}
        self.peg |= {answer.day: (answer.pain, answer.enjoyment, answer.activity) for answer in rows.peg}

    def takes_a_place(self, rows):
        """Whether something else is now where these rows were, or their session is gone."""
        return (
            any((r.session, r.moment, r.site) in self.ratings for r in rows.ratings)
            or any(r.session not in self.known for r in rows.ratings if not rows.sessions)
            or any(entry.day in self.diary for entry in rows.diary)
            or any(answer.day in self.peg for answer in rows.peg)
        )

    @rule()
    def carry_to_another(self):
        file = self.path.with_suffix(".json")
        export_json(self.journal, file)
        mine = self.journal.contents()
        with Journal.in_memory(self.clock.now, ZONE) as other:
            report = import_json(other, file)
            carried = other.contents()
            assert not report.refused
            assert replace(carried, sessions=()) == replace(mine, sessions=())
            assert {s.id for s in carried.sessions} == self.known
            assert self.running or carried == mine
        assert import_json(self.journal, file).added == 0
        assert self.journal.contents() == mine

    @precondition(lambda self: self.deleted)
    @rule(data=st.data())
    def meet_what_was_deleted(self, data):
        """Import an old file in which rows still are that have been deleted here."""
        rows = data.draw(st.sampled_from(self.deleted))
        before = self.journal.contents()
        assert "added" not in self.journal.merge(rows.in_order())
        assert self.journal.contents() == before

    @invariant()
    def remembers_exactly_what_was_rated(self):
        if hasattr(self, "journal"):
            of_sessions = [r for r in self.journal.ratings() if r.session]
            assert {(r.session, r.moment, r.site): r.value for r in of_sessions} == self.ratings
            of_days = [r for r in self.journal.ratings() if not r.session]
            assert {(local_date(r.rated_at, r.zone), r.site): r.value for r in of_days} == self.daily
            assert len(of_days) == len(self.daily)

    @invariant()
    def remembers_exactly_what_was_noted(self):
        if hasattr(self, "journal"):
            assert {e.day: (e.note, e.tags) for e in self.journal.diary_entries()} == self.diary
            answers = {a.day: (a.pain, a.enjoyment, a.activity) for a in self.journal.peg_answers()}
            assert answers == self.peg
            notes = {session.id: session.note for session in self.journal.sessions()}
            assert notes == {session: self.notes.get(session, "") for session in self.known}

    @invariant()
    def remembers_exactly_what_was_deleted(self):
        if hasattr(self, "journal"):
            assert {deletion.id for deletion in self.journal.deletions()} == self.gone

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
TestJournalModel.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)
