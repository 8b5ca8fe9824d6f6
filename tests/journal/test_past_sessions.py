"""Sessions that are over: added with all that was done, corrected, taken back and put back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from backguide.desktop.clock import ManualClock
from backguide.journal.errors import JournalError
from backguide.journal.recorder import SessionRecorder
from backguide.journal.records import DoneExercise, Rows, SessionChange
from tests.journal.builders import journal_at, timeline

DONE = (
    DoneExercise("cat-cow", "standard", None, 60.0),
    DoneExercise("bird-dog", "standard", "left", 30.0, planned_s=60.0, skip_reason="tired"),
    DoneExercise("bird-dog", "standard", "right", 0.0, planned_s=60.0, skip_reason="pain"),
    DoneExercise("cat-cow", "standard", None, 20.0),
)


@pytest.fixture
def logged(journal, clock):
    at = clock.now() - timedelta(days=2)
    ratings = {("before", "back"): 6, ("after", "back"): 4, ("next_morning", "leg"): 2}
    return journal.log_session(at, "short", "Short", 600, ratings)


def values(journal, session):
    return {(r.moment, r.site): (r.value, r.rated_at) for r in journal.ratings(session=session)}


def test_what_was_done_of_a_past_session_is_kept_by_exercise_side_and_set(journal, clock):
    at = clock.now() - timedelta(hours=3)
    session = journal.log_session(at, "short", "Short", note=" In the park. ", exercises=DONE)
    assert (session.done_s, session.planned_s, session.note) == (110.0, 200.0, "In the park.")
    assert session.ended_at == at + timedelta(seconds=110)
    kept = [
        (r.item, r.exercise, r.side, r.set, r.done_s, r.outcome, r.skip_reason)
        for r in journal.results(session.id)
    ]
    assert kept == [
        (0, "cat-cow", None, 1, 60.0, "done", None),
        (1, "bird-dog", "left", 1, 30.0, "partial", "tired"),
        (1, "bird-dog", "right", 1, 0.0, "skipped", "pain"),
        (0, "cat-cow", None, 2, 20.0, "done", None),
    ]
    assert journal.session(session.id) == session


def test_the_next_morning_counts_at_eight_of_the_next_day_there(journal, logged):
    assert values(journal, logged.id)["next_morning", "leg"] == (2, datetime(2026, 1, 4, 7, tzinfo=UTC))


def test_a_next_morning_before_eight_counts_now(path):
    clock = ManualClock(datetime(2026, 1, 5, 5, 30, tzinfo=UTC))
    with journal_at(path, clock) as journal:
        at = clock.now() - timedelta(hours=9)
        session = journal.log_session(at, "short", "Short", ratings={("next_morning", "back"): 1})
        assert values(journal, session.id)["next_morning", "back"] == (1, clock.now())


def test_a_daily_rating_told_with_a_session_belongs_to_its_day(journal, clock):
    ratings = {("daily", "back"): 3}
    began = clock.now() - timedelta(minutes=1)
    journal.log_session(began - timedelta(days=1), "short", "Short", 600, ratings)
    journal.log_session(began, "short", "Short", 600, ratings)  # as planned, it is not over yet
    kept = [(r.session, r.rated_at) for r in journal.ratings()]
    assert kept == [(None, began - timedelta(days=1) + timedelta(minutes=10)), (None, clock.now())]


def test_nothing_is_logged_when_one_rating_cannot_be(journal, clock):
    ratings = {("before", "back"): 3, ("next_morning", "back"): 3}
    with pytest.raises(JournalError, match="still to come"):
        journal.log_session(clock.now() - timedelta(hours=1), "short", "Short", 60, ratings, exercises=DONE)
    assert journal.contents() == Rows()


def test_a_correction_keeps_the_identifier_and_says_when_it_was_made(journal, clock, logged):
    change = SessionChange(routine="long", routine_name="Long", note="Outdoors")
    corrected = journal.correct_session(logged.id, change)
    expected = replace(logged, routine="long", routine_name="Long", note="Outdoors", changed_at=clock.now())
    assert corrected == journal.session(logged.id) == expected


def test_correcting_nothing_changes_nothing(journal, logged):
    before = journal.contents()
    same = SessionChange(logged.started_at, "short", "Short", 600, "")
    ratings = {("before", "back"): 6, ("before", "leg"): None}
    assert journal.correct_session(logged.id, same, ratings) == logged
    assert journal.contents() == before


def test_ratings_before_and_after_stay_with_start_and_end(journal, logged):
    before = values(journal, logged.id)
    began = logged.started_at - timedelta(hours=5)
    corrected = journal.correct_session(logged.id, SessionChange(started_at=began, done_s=900))
    assert (corrected.started_at, corrected.ended_at) == (began, began + timedelta(minutes=15))
    assert (corrected.planned_s, corrected.done_s, corrected.position_s) == (900, 900, 900)
    after = values(journal, logged.id)
    assert after["before", "back"] == (6, began)
    assert after["after", "back"] == (4, corrected.ended_at)
    assert after["next_morning", "leg"] == before["next_morning", "leg"]


def test_ratings_are_corrected_added_and_taken_back_with_the_session(journal, logged):
    given = {("before", "back"): 5, ("after", "back"): None, ("after", "leg"): 0, ("next_morning", "back"): 3}
    journal.correct_session(logged.id, SessionChange(), given)
    kept = {key: value for key, (value, _) in values(journal, logged.id).items()}
    assert kept == {
        ("before", "back"): 5,
        ("after", "leg"): 0,
        ("next_morning", "back"): 3,
        ("next_morning", "leg"): 2,
    }


def test_what_a_guided_session_planned_stays_when_its_seconds_are_corrected(journal, clock):
    session = SessionRecorder.begin(journal, timeline()).session
    clock.move(100)
    journal.close_session(session.id)
    corrected = journal.correct_session(session.id, SessionChange(done_s=45))
    assert (corrected.planned_s, corrected.done_s, corrected.ended_at) == (50, 45, session.started_at)


def test_what_exercises_had_planned_stays_when_the_seconds_are_corrected(journal, clock):
    session = journal.log_session(clock.now() - timedelta(hours=1), "short", "Short", exercises=DONE)
    corrected = journal.correct_session(session.id, SessionChange(done_s=150))
    assert (corrected.planned_s, corrected.done_s) == (200, 150)


def test_a_session_that_still_goes_on_is_not_corrected(journal):
    session = journal.begin_session(timeline())
    with pytest.raises(JournalError, match="still going on"):
        journal.correct_session(session.id, SessionChange(note="x"))
    assert journal.session(session.id) == session


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (SessionChange(started_at=datetime(2026, 1, 5, 7, 0, 1, tzinfo=UTC)), "has begun"),
        (SessionChange(note="x" * 5001), "at most 5000"),
        (SessionChange(note="a\0b"), "cannot be kept"),
    ],
)
def test_a_correction_is_whole_or_not_at_all(journal, logged, change, words):
    before = journal.contents()
    with pytest.raises(JournalError, match=words):
        journal.correct_session(logged.id, replace(change, routine="other"), {("before", "back"): 1})
    assert journal.contents() == before


@pytest.mark.parametrize("ratings", [{("before", "back"): 11}, {("next_morning", "back"): -1}])
def test_a_rating_off_the_scale_leaves_the_correction_undone(journal, logged, ratings):
    before = journal.contents()
    with pytest.raises(ValueError, match="0 to 10"):
        journal.correct_session(logged.id, SessionChange(note="x"), ratings)
    assert journal.contents() == before


@pytest.mark.parametrize("seconds", [-1.0, float("nan"), float("inf")])
def test_a_length_that_is_none_is_a_mistake_of_ours(journal, logged, seconds):
    with pytest.raises(ValueError, match="number of seconds"):
        journal.correct_session(logged.id, SessionChange(done_s=seconds))
    with pytest.raises(ValueError, match="number of seconds"):
        journal.log_session(logged.started_at, "short", "Short", seconds)


def test_correcting_an_unknown_session_is_a_key_error(journal):
    with pytest.raises(KeyError):
        journal.correct_session(journal.new_id(), SessionChange(note="x"))
