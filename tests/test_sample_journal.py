"""The made-up weeks that pictures and tests are filled with."""

from datetime import UTC, date, datetime

import pytest

from backguide import assets
from backguide.catalogue.load import load_catalogue
from backguide.catalogue.model import Catalogue
from backguide.journal.journal import Journal
from backguide.journal.values import local_date
from backguide.sample_journal import fill_with_weeks

END = date(2026, 11, 22)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(assets.folder())


def new_journal() -> Journal:
    return Journal.in_memory(lambda: datetime(2026, 11, 22, 22, tzinfo=UTC), "Europe/Berlin")


def test_the_weeks_end_on_the_day_that_was_asked_for(catalogue):
    with new_journal() as journal:
        made = fill_with_weeks(journal, catalogue, END, weeks=3)
        assert len(journal.sessions()) == len(made) > 10
        days = {local_date(session.started_at, session.zone) for session in made}
        assert max(days) <= END
        assert min(days) > date(2026, 11, 1)


def test_the_same_seed_gives_the_same_story_and_another_one_another(catalogue):
    stories = []
    for seed in (1, 1, 2):
        with new_journal() as journal:
            fill_with_weeks(journal, catalogue, END, weeks=2, seed=seed)
            ratings = [(r.rated_at, r.site, r.moment, r.value) for r in journal.ratings()]
            notes = [(entry.day, entry.note, entry.tags) for entry in journal.diary_entries()]
            weeks = [(answer.day, answer.score) for answer in journal.peg_answers()]
            stories.append((ratings, notes, weeks))
    assert stories[0] == stories[1] != stories[2]


def test_twelve_weeks_hold_everything_a_picture_needs(catalogue):
    with new_journal() as journal:
        fill_with_weeks(journal, catalogue, END)
        held = journal.contents()
    assert {session.state for session in held.sessions} == {"finished", "stopped"}
    assert {result.outcome for result in held.results} == {"done", "skipped", "eased"}
    assert {rating.site for rating in held.ratings} == {"back", "leg"}
    assert {rating.moment for rating in held.ratings} == {"before", "after", "next_morning"}
    assert {result.skip_reason for result in held.results} >= {"time", "tired", "unsure", "pain"}
    assert 5 <= len(held.hurt_marks) <= 20
    assert 15 <= len(held.diary) <= 50
    assert {"flare-up", "poor sleep", "walking"} <= {tag for entry in held.diary for tag in entry.tags}
    assert 9 <= len(held.peg) <= 12
    assert {answer.day.weekday() for answer in held.peg} == {6}
    assert held.peg[0].score > held.peg[-1].score
    rated = {rating.session for rating in held.ratings}
    assert any(session.id not in rated for session in held.sessions), "some sessions are not rated"


def test_done_and_planned_seconds_of_a_session_are_those_of_its_exercises(catalogue):
    with new_journal() as journal:
        fill_with_weeks(journal, catalogue, END, weeks=2)
        for session in journal.sessions():
            results = journal.results(session.id)
            assert session.done_s == pytest.approx(sum(result.done_s for result in results))
            assert session.planned_s == pytest.approx(sum(result.planned_s for result in results))


def test_nothing_is_told_of_days_after_the_end(catalogue):
    with new_journal() as journal:
        fill_with_weeks(journal, catalogue, END)
        assert max(local_date(rating.rated_at, rating.zone) for rating in journal.ratings()) <= END
        assert max(entry.day for entry in journal.diary_entries()) <= END
