from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from backguide.desktop.clock import ManualClock
from backguide.journal.errors import JournalError
from backguide.journal.journal import Journal
from backguide.journal.recorder import SessionRecorder
from backguide.journal.records import Rows
from tests.journal.builders import PRACTICE_S, ZONE, journal_at, timeline


def unchanged(rows):
    """The same rows as if none had been changed or put back."""
    return [replace(row, changed_at=None) if hasattr(row, "changed_at") else row for row in rows.in_order()]


def test_a_session_is_there_with_its_plan_as_soon_as_it_begins(journal):
    session = journal.begin_session(timeline())

    assert journal.open_session() == session
    assert (session.routine, session.routine_name, session.zone) == ("short", "A short one", ZONE)
    assert session.planned_s == PRACTICE_S
    planned = [(result.exercise, result.side, result.planned_s) for result in journal.results(session.id)]
    assert planned == [
        ("cat-cow", None, 10.0),
        ("knee-to-chest", "right", 20.0),
        ("knee-to-chest", "left", 20.0),
    ]
    assert {(r.done_s, r.outcome, r.skip_reason) for r in journal.results(session.id)} == {
        (0, "skipped", None)
    }
    assert journal.unfinished_timeline(session.id) == timeline()


def test_what_was_written_is_there_when_the_file_is_opened_again(path, clock):
    with journal_at(path, clock) as journal:
        session = journal.begin_session(timeline(), "My morning")
        rating = journal.rate(session.id, "before", "back", 4)
        results = journal.results(session.id)

    with journal_at(path, clock) as journal:
        assert journal.sessions() == (session,)
        assert journal.ratings() == (rating,)
        assert journal.results(session.id) == results


def test_closing_an_unfinished_session_keeps_what_was_done(journal, clock):
    recorder = SessionRecorder.begin(journal, timeline())
    clock.move(7)
    recorder.checkpoint(7.0)

    closed = journal.close_session(recorder.session.id)

    assert journal.open_session() is None
    assert journal.session(closed.id) == closed
    assert (closed.state, closed.position_s, closed.ended_at) == ("stopped", 7.0, clock.now())
    assert journal.unfinished_timeline(closed.id) is None


def test_beginning_a_session_closes_the_one_that_was_unfinished(journal):
    first = journal.begin_session(timeline())
    second = journal.begin_session(timeline())

    assert journal.session(first.id).state == "stopped"
    assert journal.open_session() == second
    assert journal.unfinished_timeline(first.id) is None


def test_sessions_come_newest_first_and_by_the_day_where_the_person_was(path):
    clock = ManualClock(datetime(2026, 1, 4, 23, 30, tzinfo=UTC))  # the 5th already in Berlin
    with journal_at(path, clock, "Europe/Berlin") as journal:
        in_berlin = journal.log_session(clock.now(), "short", "Short")
    with journal_at(path, clock, "America/New_York") as journal:
        in_new_york = journal.log_session(clock.now() - timedelta(minutes=1), "short", "Short")

        assert journal.sessions() == (in_berlin, in_new_york)
        assert journal.sessions(start=date(2026, 1, 5)) == (in_berlin,)
        assert journal.sessions(end=date(2026, 1, 4)) == (in_new_york,)
        assert journal.sessions(date(2026, 1, 6), date(2026, 1, 9)) == ()


def test_results_of_many_sessions_come_by_session(journal):
    first = journal.begin_session(timeline())
    second = journal.begin_session(timeline())
    logged = journal.log_session(journal.now(), "short", "Short")

    assert journal.results_between() == {
        first.id: journal.results(first.id),
        second.id: journal.results(second.id),
        logged.id: (),
    }
    assert journal.results_between(end=date(2025, 12, 31)) == {}


def test_an_unknown_session_is_a_key_error(journal):
    nobody = journal.new_id()
    for ask in (journal.session, journal.close_session, journal.delete_session):
        with pytest.raises(KeyError):
            ask(nobody)


def test_what_is_not_rated_has_no_record(journal):
    session = journal.begin_session(timeline())
    journal.rate(session.id, "before", "back", 0)

    assert [(r.moment, r.site, r.value) for r in journal.ratings(session=session.id)] == [
        ("before", "back", 0)
    ]


def test_back_and_leg_and_the_moments_are_kept_apart(journal):
    session = journal.begin_session(timeline())
    for moment in ("before", "after", "next_morning"):
        for site in ("back", "leg"):
            journal.rate(session.id, moment, site, 3)

    assert len(journal.ratings(session=session.id)) == 6
    assert {rating.site for rating in journal.ratings(site="leg")} == {"leg"}


def test_rating_again_replaces_and_keeps_the_time(journal, clock):
    session = journal.begin_session(timeline())
    first = journal.rate(session.id, "after", "back", 6)
    clock.move(60)
    second = journal.rate(session.id, "after", "back", 2)

    assert journal.ratings() == (second,)
    assert (second.id, second.value, second.rated_at) == (first.id, 2, first.rated_at)


def test_a_rating_added_later_counts_at_the_start_or_end_of_its_session(journal, clock):
    began = clock.now()
    session = journal.log_session(began, "short", "Short", done_s=300)
    clock.move(7 * 24 * 3600)

    assert journal.rate(session.id, "before", "back", 5).rated_at == began
    assert journal.rate(session.id, "after", "back", 4).rated_at == began + timedelta(minutes=5)
    assert journal.rate(session.id, "next_morning", "back", 4).rated_at == clock.now()


def test_one_daily_rating_a_day_for_each_site(journal, clock):
    journal.rate(None, "daily", "back", 3)
    clock.move(3600)
    corrected = journal.rate(None, "daily", "back", 4)
    leg = journal.rate(None, "daily", "leg", 1)
    clock.move(24 * 3600)
    tomorrow = journal.rate(None, "daily", "back", 5)

    assert set(journal.ratings()) == {corrected, leg, tomorrow}


def test_a_rating_taken_back_is_a_gap(journal):
    rating = journal.rate(None, "daily", "back", 3)
    journal.unrate(rating.id)
    assert journal.ratings() == ()


@pytest.mark.parametrize("value", [-1, 11])
def test_a_rating_off_the_scale_is_a_mistake_of_ours(journal, value):
    with pytest.raises(ValueError, match="0 to 10"):
        journal.rate(None, "daily", "back", value)
    with pytest.raises(ValueError, match="0 to 10"):
        journal.log_session(journal.now(), "short", "Short", ratings={("before", "back"): value})
    assert journal.contents() == Rows()


def test_a_rating_of_a_session_that_is_not_there_is_a_mistake_of_ours(journal):
    with pytest.raises(KeyError):
        journal.rate(journal.new_id(), "before", "back", 3)


def test_a_logged_session_has_only_the_ratings_that_were_given(journal, clock):
    at = clock.now() - timedelta(hours=2)
    session = journal.log_session(at, "short", "Short", 600, {("before", "back"): 5, ("after", "leg"): 0})

    assert (session.origin, session.state, session.started_at) == ("logged", "finished", at)
    kept = [(r.moment, r.site, r.value, r.rated_at) for r in journal.ratings(session=session.id)]
    assert kept == [
        ("before", "back", 5, at),
        ("after", "leg", 0, at + timedelta(minutes=10)),
    ]


def test_a_session_in_the_future_is_not_logged(journal, clock):
    with pytest.raises(JournalError, match="has begun"):
        journal.log_session(clock.now() + timedelta(seconds=1), "short", "Short")


def test_a_time_without_a_zone_is_a_mistake_of_ours(journal):
    with pytest.raises(ValueError, match="no time zone"):
        journal.log_session(datetime(2026, 1, 1), "short", "Short")


def test_deleting_takes_everything_of_a_session_and_undo_brings_it_back(journal):
    recorder = SessionRecorder.begin(journal, timeline())
    recorder.hurt(timeline().steps[2], 8.0, 6)
    journal.rate(recorder.session.id, "before", "back", 4)
    journal.close_session(recorder.session.id)
    other = journal.log_session(journal.now(), "other", "Other", ratings={("before", "back"): 1})
    before = journal.contents()

    deleted = journal.delete_session(recorder.session.id)

    assert journal.sessions() == (other,)
    assert len(journal.ratings()) == 1
    assert (journal.contents().results, journal.contents().hurt_marks) == ((), ())
    journal.restore(deleted)
    assert unchanged(journal.contents()) == unchanged(before)


def test_identifiers_sort_by_time_even_when_the_clock_goes_back(path):
    moments = iter([datetime(2026, 1, 2, tzinfo=UTC), *[datetime(2026, 1, 1, tzinfo=UTC)] * 5000])
    with Journal.in_memory(lambda: next(moments), ZONE) as journal:
        made = [journal.new_id() for _ in range(5000)]
    assert made == sorted(set(made))
    assert {identifier[14] for identifier in made} == {"7"}


def test_the_zone_may_change_while_travelling(path, clock):
    zones = iter(["Europe/Berlin", "Asia/Tokyo"])
    with Journal.open(path, clock.now, lambda: next(zones)) as journal:
        journal.log_session(clock.now(), "short", "Short")
        journal.log_session(clock.now(), "short", "Short")
        assert [session.zone for session in reversed(journal.sessions())] == ["Europe/Berlin", "Asia/Tokyo"]


def test_a_zone_that_is_unknown_here_counts_as_utc(path, clock):
    with journal_at(path, clock, "Mars/Olympus") as journal:
        session = journal.log_session(clock.now(), "short", "Short")
        assert journal.sessions(date(2026, 1, 5), date(2026, 1, 5)) == (session,)
