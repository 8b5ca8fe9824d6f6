"""Days and weeks: the diary and the three questions, ratings with another date, and what was deleted."""

from datetime import UTC, date, datetime, timedelta

import pytest

from backguide.desktop.clock import ManualClock
from backguide.journal.errors import JournalError
from backguide.journal.exchange import export_json, import_json
from backguide.journal.journal import Journal
from backguide.journal.recorder import SessionRecorder
from backguide.journal.records import DIARY_TAGS, DoneExercise, ExerciseSums, PegAnswer, Rows
from tests.journal.builders import ZONE, journal_at, timeline

TODAY = date(2026, 1, 5)
YESTERDAY = date(2026, 1, 4)
TOMORROW = date(2026, 1, 6)


def test_a_day_is_noted_with_words_of_ones_own(journal, clock):
    entry = journal.diary.write(note="  Carried boxes.\n", tags=["Flare-Up", " own   words ", "OWN WORDS"])
    assert (entry.day, entry.zone, entry.written_at) == (TODAY, ZONE, clock.now())
    assert (entry.note, entry.tags) == ("Carried boxes.", ("flare-up", "own words"))
    assert journal.diary_entries() == (entry,)


def test_the_tags_that_are_offered_are_kept_as_they_are(journal):
    assert journal.diary.write(tags=DIARY_TAGS).tags == DIARY_TAGS


def test_a_day_has_one_entry_and_correcting_it_leaves_what_is_not_named(journal, clock):
    first = journal.diary.write(YESTERDAY, "Walked", ["walking"])
    clock.move(60)
    second = journal.diary.write(YESTERDAY, tags=[])
    assert (second.id, second.written_at) == (first.id, first.written_at)
    assert (second.note, second.tags, second.changed_at) == ("Walked", (), clock.now())
    clock.move(60)
    assert journal.diary.write(YESTERDAY, "Walked") == second
    assert journal.diary_entries() == (second,)


def test_the_day_is_that_of_where_the_person_is(path):
    clock = ManualClock(datetime(2026, 1, 4, 23, 30, tzinfo=UTC))
    with journal_at(path, clock) as journal:
        assert (
            journal.today() == journal.diary.write(note="x").day == journal.peg.answer(1, 1, 1).day == TODAY
        )


@pytest.mark.parametrize(
    ("day", "note", "tags"),
    [
        (TOMORROW, "x", ()),
        (None, " ", ()),
        (None, "x", [""]),
        (None, "x", ["a\x07b"]),
        (None, "x", ["\ud800"]),
        (None, "x", [str(number) for number in range(21)]),
        (None, "x" * 5001, None),
    ],
)
def test_an_entry_that_cannot_be_is_told_and_leaves_the_day_as_it_was(journal, day, note, tags):
    before = journal.diary.write(note="before")
    with pytest.raises(JournalError):
        journal.diary.write(day, note, tags)
    assert journal.diary_entries() == (before,)


def test_the_answers_of_a_week_have_a_score_with_one_decimal(journal):
    assert journal.peg.answer(4, 5, 5).score == 4.7
    assert journal.peg.answer(0, 0, 0, YESTERDAY).score == 0.0
    assert [answer.day for answer in journal.peg_answers()] == [YESTERDAY, TODAY]


def test_a_missing_answer_leaves_no_score_and_a_correction_the_same_row(journal, clock):
    whole = journal.peg.answer(4, 5, 5)
    clock.move(60)
    partly = journal.peg.answer(4, None, 5)
    assert (partly.id, partly.score, partly.changed_at) == (whole.id, None, clock.now())
    assert journal.peg_answers() == (partly,)


@pytest.mark.parametrize("answers", [(11, 0, 0), (0, -1, 0), (0, 0, 99)])
def test_an_answer_off_the_scale_is_a_mistake_of_ours(journal, answers):
    with pytest.raises(ValueError, match="0 to 10"):
        journal.peg.answer(*answers)
    assert journal.contents() == Rows()


def test_no_answer_at_all_and_a_day_to_come_are_told(journal):
    with pytest.raises(JournalError, match="at least one"):
        journal.peg.answer(None, None, None)
    with pytest.raises(JournalError, match="still to come"):
        journal.peg.answer(1, 2, 3, TOMORROW)


def test_days_are_cut_out_of_diary_and_answers(journal):
    days = [TODAY - timedelta(days=number) for number in range(4)]
    for day in days:
        journal.diary.write(day, f"{day}")
        journal.peg.answer(1, 2, 3, day)
    for found in (journal.diary_entries(days[2], days[1]), journal.peg_answers(days[2], days[1])):
        assert [row.day for row in found] == [days[2], days[1]]


def test_a_rating_can_be_given_for_a_day_before(journal, clock):
    at = clock.now() - timedelta(days=3)
    past = journal.rate(None, "daily", "back", 3, at)
    today = journal.rate(None, "daily", "back", 5)
    corrected = journal.rate(None, "daily", "back", 4, at + timedelta(hours=1))
    assert (corrected.id, corrected.rated_at, corrected.changed_at) == (
        past.id,
        at + timedelta(hours=1),
        clock.now(),
    )
    assert journal.ratings() == (corrected, today)
    with pytest.raises(JournalError, match="has passed"):
        journal.rate(None, "daily", "back", 4, clock.now() + timedelta(hours=1))


def delete_rating(journal):
    return journal.unrate(journal.rate(None, "daily", "back", 3).id)


def delete_diary(journal):
    return journal.diary.delete(journal.diary.write(note="x", tags=["stress"]).id)


def delete_peg(journal):
    return journal.peg.delete(journal.peg.answer(1, None, 3).id)


def delete_session(journal):
    ratings = {("before", "back"): 3}
    exercises = [DoneExercise("cat-cow", "standard", None, 30.0)]
    session = journal.log_session(journal.now(), "short", "Short", ratings=ratings, exercises=exercises)
    return journal.delete_session(session.id)


DELETIONS = [delete_rating, delete_diary, delete_peg, delete_session]


@pytest.mark.parametrize("delete", DELETIONS)
def test_what_is_deleted_is_remembered_as_deleted_until_it_is_put_back(delete, journal, clock):
    rows = delete(journal)
    deleted = journal.deletions()
    assert {one.id for one in deleted} == {
        row.id for row in rows.in_order() if row not in (*rows.results, *rows.hurt_marks)
    }
    assert {one.deleted_at for one in deleted} == {clock.now()}
    assert journal.contents() == Rows()
    clock.move(60)
    journal.restore(rows)
    assert journal.deletions() == ()
    put_back = journal.contents().in_order()
    assert {row.id for row in put_back} == {row.id for row in rows.in_order()}
    assert {row.changed_at for row in put_back if hasattr(row, "changed_at")} == {clock.now()}


@pytest.mark.parametrize("delete", DELETIONS)
def test_an_import_brings_nothing_back_that_was_deleted_unless_asked(delete, path, clock, tmp_path):
    file = tmp_path / "export.json"
    with journal_at(path, clock) as journal:
        rows = delete(journal)
        with journal_at(tmp_path / "other.db", clock) as other:
            other.restore(rows)
            export_json(other, file)
        refused = import_json(journal, file)
        assert (refused.added, len(refused.refused)) == (0, len(rows.in_order()))
        assert {entry.reason for entry in refused.refused} <= {
            "was deleted here",
            "its session was deleted here",
        }
        assert journal.contents() == Rows()

        assert import_json(journal, file, undelete=True).added == len(rows.in_order())
        assert journal.deletions() == ()
        assert len(journal.contents().in_order()) == len(rows.in_order())


@pytest.mark.parametrize("delete", DELETIONS[:3])
def test_what_took_the_place_of_something_deleted_stays_and_is_told(delete, journal):
    rows = delete(journal)
    journal.rate(None, "daily", "back", 9)
    journal.diary.write(note="new")
    journal.peg.answer(9, 9, 9)
    before = journal.contents()
    with pytest.raises(JournalError, match="cannot be put back: the"):
        journal.restore(rows)
    assert journal.contents() == before


@pytest.mark.parametrize("delete", DELETIONS[:3])
def test_that_it_was_deleted_is_the_reason_even_where_something_took_its_place(delete, journal):
    [row] = delete(journal).in_order()
    journal.rate(None, "daily", "back", 9)
    journal.diary.write(note="new")
    journal.peg.answer(9, 9, 9)
    [outcome] = journal.merge([row])
    assert outcome.reason == "was deleted here"


@pytest.mark.parametrize("kind", ["unrate", "delete_session"])
def test_deleting_what_is_not_there_is_a_key_error(journal, kind):
    for delete in (getattr(journal, kind), journal.diary.delete, journal.peg.delete):
        with pytest.raises(KeyError):
            delete(journal.new_id())


def test_a_second_answer_for_a_day_is_refused_when_it_comes_from_elsewhere(journal, clock):
    mine = journal.peg.answer(1, 2, 3)
    theirs = PegAnswer(journal.new_id(), TODAY, ZONE, clock.now(), 4, 5, 6)
    [outcome] = journal.merge([theirs])
    assert outcome.reason == "the journal already has answers for this day"
    assert journal.peg_answers() == (mine,)


def test_sums_tell_of_every_exercise_what_became_of_it(journal, clock):
    at = clock.now() - timedelta(days=1)
    done = [
        DoneExercise("bird-dog", "standard", "left", 30.0),
        DoneExercise("bird-dog", "standard", "right", 20.0),
        DoneExercise("bird-dog", "standard", "right", 0.0, 20.0, "tired"),
        DoneExercise("cat-cow", "standard", None, 0.0, 60.0, "tired"),
    ]
    journal.log_session(at, "short", "Short", exercises=done)
    journal.log_session(at, "short", "Short", exercises=done[:2])
    assert journal.exercise_sums(YESTERDAY, YESTERDAY) == (
        ExerciseSums("bird-dog", 2, 0, 0, {"tired": 1}, {"left": 60.0, "right": 40.0}, YESTERDAY),
        ExerciseSums("cat-cow", 0, 0, 0, {"tired": 1}, {None: 0.0}, None),
    )
    assert journal.exercise_sums(TODAY, TODAY) == ()


def test_sums_count_what_hurt_and_what_was_not_reached(journal):
    recorder = SessionRecorder.begin(journal, timeline())
    recorder.hurt(timeline().steps[2], 8.0, 6)
    knee, cat = sorted(journal.exercise_sums(), key=lambda sums: sums.hurt_marks)
    assert (cat.exercise, cat.eased, cat.hurt_marks, cat.skipped) == ("cat-cow", 1, 1, {})
    assert (knee.exercise, knee.skipped) == ("knee-to-chest", {None: 1})


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Asia/Tokyo", "Mars/Olympus"])
def test_sums_cut_days_where_the_person_was(path, zone):
    clock = ManualClock(datetime(2026, 4, 1, tzinfo=UTC))
    exercises = [DoneExercise("cat-cow", "standard", None, 1.0)]
    first = datetime(2026, 3, 27, tzinfo=UTC)  # daylight saving time begins in Berlin on the 29th
    with journal_at(path, clock, zone) as journal:
        for hour in range(0, 4 * 24):
            journal.log_session(first + timedelta(hours=hour), "short", "Short", exercises=exercises)
        for day in (date(2026, 3, 28), date(2026, 3, 29)):
            [sums] = journal.exercise_sums(day, day)
            assert sums.done == len(journal.sessions(day, day))
        [sums] = journal.exercise_sums(None, date(2026, 3, 28))
        assert sums.done == len(journal.sessions(None, date(2026, 3, 28)))
        assert journal.exercise_sums(date.min, date.max) == journal.exercise_sums()


def daily(journal):
    return {(r.rated_at, r.site): r.value for r in journal.ratings() if r.moment == "daily"}


def test_a_day_is_kept_as_a_whole_with_its_ratings(journal, clock):
    journal.diary.keep_day(TODAY, "Sat all day", ["long sitting"], {"back": 4, "leg": None})
    (entry,) = journal.diary_entries()
    assert (entry.day, entry.note, entry.tags) == (TODAY, "Sat all day", ("long sitting",))
    assert daily(journal) == {(clock.now(), "back"): 4}


def test_a_past_day_is_rated_for_its_evening_and_corrected_there(journal, clock):
    journal.diary.keep_day(YESTERDAY, "", [], {"back": 4, "leg": 1})
    assert journal.diary_entries() == ()
    evening = datetime(2026, 1, 4, 19, tzinfo=UTC)  # eight in Berlin
    assert daily(journal) == {(evening, "back"): 4, (evening, "leg"): 1}
    clock.move(60)
    journal.diary.keep_day(YESTERDAY, "Better at night", [], {"back": 3, "leg": None})
    assert daily(journal) == {(evening, "back"): 3}
    assert journal.ratings()[0].changed_at == clock.now()


def test_what_is_emptied_is_taken_away_and_known_as_deleted(journal):
    journal.diary.keep_day(TODAY, "A note", ["stress"], {"back": 4})
    journal.diary.keep_day(TODAY, "", [], {"back": 4})
    assert journal.diary_entries() == ()
    assert [deletion.kind for deletion in journal.deletions()] == ["diary"]
    assert list(daily(journal).values()) == [4]


def test_a_day_of_nothing_or_to_come_is_refused_and_changes_nothing(journal):
    journal.diary.keep_day(TODAY, "A note", [], {"back": 4})
    before = journal.contents()
    with pytest.raises(JournalError, match="Give a number"):
        journal.diary.keep_day(TODAY, " ", [], {"back": None, "leg": None})
    with pytest.raises(JournalError, match="still to come"):
        journal.diary.keep_day(TOMORROW, "x", [], {})
    with pytest.raises(JournalError, match="tag"):
        journal.diary.keep_day(TODAY, "Another", ["x" * 41], {"back": 1})
    assert journal.contents() == before


def test_a_rating_from_another_zone_is_corrected_and_not_doubled(path):
    clock = ManualClock(datetime(2026, 1, 5, 22, 30, tzinfo=UTC))
    zones = ["Europe/London", "Asia/Tokyo"]
    with Journal.open(path, clock.now, lambda: zones[0]) as journal:
        journal.diary.keep_day(TODAY, "", [], {"back": 4})
        zones.pop(0)
        journal.diary.keep_day(TODAY, "", [], {"back": 2})
        assert daily(journal) == {(clock.now(), "back"): 2}


def test_a_day_is_deleted_whole_and_put_back(journal):
    session = journal.log_session(
        datetime(2026, 1, 4, 9, tzinfo=UTC), "", "Walk", 600, {("before", "back"): 5}
    )
    journal.diary.keep_day(YESTERDAY, "A note", ["stress"], {"back": 4, "leg": 2})
    before = journal.contents()
    gone = journal.diary.delete_day(YESTERDAY)
    assert journal.diary_entries() == ()
    assert [rating.session for rating in journal.ratings()] == [session.id]
    with pytest.raises(KeyError):
        journal.diary.delete_day(YESTERDAY)
    journal.restore(gone)
    assert {r.id for r in journal.contents().ratings} == {r.id for r in before.ratings}
    assert journal.diary_entries()[0].note == "A note"
