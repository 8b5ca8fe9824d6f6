from datetime import date, timedelta

import pytest

from backguide.report.content import (
    Middle,
    NoteLine,
    PainRow,
    ReportRequest,
    SideSeconds,
    SkipCount,
    WeekKept,
)
from backguide.report.parts import PARTS
from tests.report.builders import TODAY, Book


@pytest.fixture
def book():
    return Book()


def back(days):
    return TODAY - timedelta(days=days)


def test_an_empty_journal_makes_an_empty_page(book):
    page = book.page(ReportRequest(start=back(27)))
    assert page.is_empty
    assert (page.start, page.end, page.sessions, page.pain, page.exercises) == (back(27), TODAY, 0, (), ())


def test_an_exercise_is_planned_against_done_side_by_side(book):
    first, second = book.session(back(2)), book.session(back(1))
    for session in (first, second):
        book.result(session, "bird-dog", 20.0, side="left")
    book.result(first, "bird-dog", 20.0, side="right")
    book.result(second, "bird-dog", 0.0, side="right", outcome="skipped", reason="time")
    [row] = book.page().exercises
    assert (row.name, row.planned, row.done, row.skipped) == ("Bird dog", 2, 2, 1)
    assert row.sides == (SideSeconds("left", 40.0, 40.0), SideSeconds("right", 40.0, 20.0))


def test_easier_and_harder_are_told_against_what_the_routine_asks_for(book):
    for days, form in enumerate(("plain", "harder", "harder", "plain"), start=1):
        session = book.session(back(days))
        book.result(session, "plank", 20.0, form=form)
        book.result(session, "bird-dog", 20.0 if days < 4 else 0.0, form=form, item=1)
    rows = {row.slug: row for row in book.page().exercises}
    assert (rows["plank"].easier, rows["plank"].harder) == (2, 0)
    assert (rows["bird-dog"].easier, rows["bird-dog"].harder) == (0, 2)


def test_what_was_eased_and_what_hurt_is_counted_by_exercise(book):
    session = book.session(back(1))
    book.result(session, "bird-dog", 8.0, side="right", outcome="eased", reason="pain")
    book.hurt(session, side="right", value=6)
    book.hurt(session, side="left")
    page = book.page()
    assert [(row.eased, row.hurt, row.skipped) for row in page.exercises] == [(1, 2, 0)]
    assert {(mark.exercise, mark.side, mark.value) for mark in page.hurt} == {
        ("Bird dog", "right", 6),
        ("Bird dog", "left", None),
    }


def test_the_latest_hurt_mark_comes_first(book):
    for days in (5, 1, 3):
        book.hurt(book.session(back(days)))
    assert [mark.day for mark in book.page().hurt] == [back(1), back(3), back(5)]


def test_pain_is_told_by_moment_back_and_leg_apart(book):
    for days, (before, after, leg) in enumerate([(6, 4, 2), (5, 5, 2), (3, 2, 5)], start=1):
        session = book.session(back(days + 1))
        book.rate(session, {("before", "back"): before, ("after", "back"): after, ("before", "leg"): leg})
    book.rate(book.session(back(9)), {("next_morning", "back"): 7})
    back_row, leg_row = book.page().pain
    assert back_row == PainRow(
        "back", {"before": Middle(5.0, 3), "after": Middle(4.0, 3), "next_morning": Middle(7.0, 1)}
    )
    assert leg_row == PainRow("leg", {"before": Middle(2.0, 3)})


def test_reasons_count_exercises_of_sessions_not_their_sides(book):
    session = book.session(back(1))
    for side in ("left", "right"):
        book.result(session, "bird-dog", 0.0, side=side, outcome="skipped", reason="tired")
    book.result(session, "plank", 0.0, outcome="skipped", item=1)
    other = book.session(back(2))
    book.result(other, "plank", 0.0, outcome="skipped", reason="tired")
    assert book.page().skipped == (SkipCount("tired", 2), SkipCount(None, 1))


def test_only_complete_answers_to_the_three_questions_count(book):
    book.peg(back(21), 6, 5, 7)
    book.peg(back(14), 5, 5, 5)
    book.peg(back(7), 4, None, 4)
    peg = book.page().peg
    assert (peg.first.score, peg.latest.score, peg.answers) == (6.0, 5.0, 2)


def test_notes_of_days_and_sessions_come_latest_first_on_one_line(book):
    book.session(back(2), note="Stiff\nat first.")
    book.note(back(1), "Slept badly.", "poor sleep")
    book.note(back(3), "", "poor sleep", "stress")
    page = book.page()
    assert page.notes == (NoteLine(back(1), "Slept badly."), NoteLine(back(2), "Stiff at first."))
    assert page.tags == (("poor sleep", 2), ("stress", 1))


def test_a_page_keeps_to_the_days_asked_for_and_begins_with_its_first_entry(book):
    for days in (40, 20, 10, 1):
        book.rate(book.session(back(days)), {("before", "back"): days // 5})
    page = book.page(ReportRequest(start=back(30), end=back(5)))
    assert (page.start, page.end, page.sessions) == (back(20), back(5), 2)
    assert [dot.value for dot in page.chart.dots] == [4, 2]
    assert page.chart.weeks[0] == WeekKept(date(2026, 2, 16), planned=5, done=1)  # from Wednesday on


def test_a_page_never_reaches_into_the_future(book):
    book.session(back(1))
    assert book.page(ReportRequest(end=TODAY + timedelta(days=30))).end == TODAY


def test_findings_are_told_from_the_days_of_the_page_alone(book):
    for days in range(40):
        pain = {("before", "back"): 5, ("after", "back"): 3}
        book.rate(book.session(back(days)), pain)
    whole = {one.name: one.n for one in book.page().findings}
    week = {one.name: one.n for one in book.page(ReportRequest(start=back(6))).findings}
    assert (whole["session_effect"], week["session_effect"]) == (30, 7)
    assert (whole["change_since_start"], week["change_since_start"]) == (40, 7)


def test_a_long_time_without_ratings_leaves_the_line_open(book):
    for days in (*range(20, 13, -1), *range(6, 0, -1)):
        book.rate(book.session(back(days)), {("before", "back"): 4})
    known = {median.day: median.middle for median in book.page().chart.medians["back"]}
    assert known[back(14)] == 4.0
    assert all(known[back(days)] is None for days in range(13, 6, -1))
    assert known[back(3)] == 4.0


def test_ratings_before_the_page_count_in_the_first_median_only(book):
    for days in range(12, 7, -1):
        book.rate(book.session(back(days)), {("before", "back"): 4})
    page = book.page(ReportRequest(start=back(9)))
    assert page.chart.medians["back"][0].middle == 4.0
    assert len(page.chart.dots) == 2


def full(book):
    session = book.session(back(1), note="A note.")
    book.result(session, "bird-dog", 0.0, side="left", outcome="skipped", reason="time")
    book.hurt(session, value=5)
    book.rate(session, {("before", "back"): 5, ("before", "leg"): 2})
    book.note(back(1), "Another.", "flare-up")
    book.peg(back(1), 5, 5, 5)


PLACES = {
    "pain": "pain",
    "findings": "findings",
    "exercises": "exercises",
    "hurt": "hurt",
    "skipped": "skipped",
    "peg": "peg",
    "notes": "notes",
    "tags": "tags",
}


@pytest.mark.parametrize("part", PARTS)
def test_what_is_kept_back_is_not_in_the_content(book, part):
    full(book)
    everything, page = book.page(), book.page(ReportRequest(without=frozenset({part})))
    for name, place in PLACES.items():
        is_gone = name == part or (part == "pain" and name == "findings")
        assert bool(getattr(everything, place))
        assert bool(getattr(page, place)) == (not is_gone), name
    assert page.shows(part) is False


def test_without_pain_no_number_of_pain_is_left(book):
    full(book)
    page = book.page(ReportRequest(without=frozenset({"pain"})))
    assert (page.chart.dots, dict(page.chart.medians), page.rated_days) == ((), {}, 0)
    assert [mark.value for mark in page.hurt] == [None]


def test_flare_ups_are_tags_and_stay_away_with_them(book):
    full(book)
    assert book.page().chart.flares == (back(1),)
    assert book.page(ReportRequest(without=frozenset({"tags"}))).chart.flares == ()


def test_an_exercise_whose_file_is_gone_keeps_its_row(book):
    book.result(book.session(back(1)), "side-bend", 20.0)
    assert [row.name for row in book.page().exercises] == ["Side bend"]
