import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backguide import assets
from backguide.catalogue.load import load_catalogue
from backguide.desktop.clock import ManualClock
from backguide.insight.verdict import Verdict
from backguide.journal.journal import Journal
from backguide.journal.records import PegAnswer
from backguide.report.build import report_content
from backguide.report.content import (
    ExerciseRow,
    HurtLine,
    Middle,
    NoteLine,
    PainRow,
    PegSpan,
    ReportContent,
    ReportRequest,
    SideSeconds,
    SkipCount,
)
from backguide.report.parts import PARTS
from backguide.sample_journal import fill_with_weeks
from backguide.ui.report.paper import PAPERS
from tests.report.builders import NOW, TODAY, Book
from tests.ui.report.recording import written_on

MARGIN_PT = 30.0
SMALLEST_PT = 8.5
LONG = "Extraordinarily long words " * 12
SHEETS = pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)

pytestmark = pytest.mark.usefixtures("qapp")


def sample_page(weeks: int) -> ReportContent:
    catalogue = load_catalogue(assets.folder())
    with Journal.in_memory(ManualClock(NOW).now, "Europe/Berlin") as journal:
        fill_with_weeks(journal, catalogue, TODAY, weeks)
        return report_content(journal, catalogue, ReportRequest(), TODAY)


def crowded(page: ReportContent, much: int = 40, name: str = LONG) -> ReportContent:
    """Return the page with more of everything than anybody has."""
    sides = tuple(SideSeconds(side, 999_000.0, 888_000.0) for side in (None, "left", "right"))
    row = ExerciseRow("x", name, 9999, 9998, 999, 999, 999, 999, 999, sides)
    middles = {moment: Middle(9.5, 9999) for moment in ("before", "after", "next_morning", "daily")}
    answer = PegAnswer("x", date(2023, 9, 30), "UTC", NOW, 10, 10, 10)
    reasons = ("pain", "time", "tired", "unsure", None)
    return replace(
        page,
        name=name,
        pain=tuple(PainRow(site, middles) for site in ("back", "leg")),
        findings=tuple(
            Verdict(one.name, "within_usual", 9999, 1, -10.25, (-10.25, 10.25), "") for one in page.findings
        ),
        peg=PegSpan(answer, replace(answer, day=date(2024, 9, 30)), 99),
        exercises=(row,) * much,
        hurt=tuple(HurtLine(date(2025, 9, 30), name, "right", 10) for _ in range(much)),
        skipped=tuple(SkipCount(reason, 9999) for reason in reasons),
        notes=tuple(NoteLine(date(2025, 9, 30), name * 9) for _ in range(much)),
        tags=tuple((f"{name} {number}"[:40], 999) for number in range(20)),
    )


def check_fits(written, paper):
    """Nothing leaves the sheet, nothing lies on something else, nothing is too small to read."""
    for one in written:
        assert one.size_pt >= SMALLEST_PT
        assert one.box.left() >= MARGIN_PT, one
        assert one.box.right() <= paper.width_pt - MARGIN_PT, one
        assert one.box.top() >= MARGIN_PT, one
        assert one.box.bottom() <= paper.height_pt - MARGIN_PT, one
    for one, other in combinations(written, 2):
        shared = one.box.intersected(other.box)
        assert shared.width() <= 1 or shared.height() <= 1, (one, other)


def words_of(written):
    return [one.words for one in written]


@SHEETS
@pytest.mark.parametrize("weeks", [0, 1, 2, 12, 30, 156])
def test_any_length_of_practice_fits_on_one_sheet(paper, weeks):
    written = written_on(paper, sample_page(weeks))
    check_fits(written, paper)
    assert words_of(written)[-1] == "Made by Backguide, not a diagnosis."


@SHEETS
@pytest.mark.parametrize("name", [LONG, "W" * 400], ids=["words", "one word"])
def test_too_much_of_everything_fits_and_says_what_is_missing(paper, name):
    written = written_on(paper, crowded(sample_page(12), name=name))
    check_fits(written, paper)
    words = words_of(written)
    assert "and 28 more" in words  # exercises
    assert sum(bool(re.fullmatch(r"and \d+ earlier", one)) for one in words) == 2  # marks and notes
    assert any(one.endswith("\N{HORIZONTAL ELLIPSIS}") for one in words)


@SHEETS
@given(kept_back=st.sets(st.sampled_from(PARTS)), much=st.integers(0, 20))
def test_whatever_is_kept_back_the_rest_fits(paper, kept_back, much):
    book = Book()
    for days in range(1, 10):
        book.rate(book.session(TODAY - timedelta(days=days)), {("before", "back"): days})
    page = crowded(book.page(), much)
    blank = {"pain": (), "findings": (), "exercises": (), "hurt": (), "skipped": (), "notes": (), "tags": ()}
    gone = {name: value for name, value in blank.items() if name in kept_back}
    check_fits(written_on(paper, replace(page, without=frozenset(kept_back), **gone)), paper)


def test_an_empty_page_says_so_kindly():
    words = " ".join(words_of(written_on(PAPERS["a4"], Book().page())))
    assert "Nothing was practised, rated or noted in these days." in words


def test_the_page_says_what_was_done_and_felt():
    book = Book()
    for days in (3, 2, 1):
        session = book.session(TODAY - timedelta(days=days))
        book.result(session, "bird-dog", 20.0, side="left")
        book.result(session, "bird-dog", 10.0, side="right", outcome="eased", reason="pain")
        book.hurt(session, side="right", value=6)
        book.rate(session, {("before", "back"): 5, ("after", "back"): 4, ("before", "leg"): 1})
    book.peg(TODAY, 5, 4, 3)
    book.note(TODAY, "Carried boxes.", "stress")
    words = words_of(written_on(PAPERS["a4"], book.page(ReportRequest(name="Ann Example"))))
    assert {
        "Ann Example",
        "7 Mar to 10 Mar 2026 (4 days)",
        "5 (3)",
        "4 (3)",
        "not rated",
        "Answered once: 4.0 (5, 4, 3) on 10 Mar",
        "Bird dog",
        "3 of 3",
        "1.0 of 1.0",
        "0.5 of 1.0",
        "75%",
        "Bird dog, right",
        "6 of 10",
        "3 marks",
        "10 Mar: Carried boxes.",
        "Days with stress 1",
    } <= set(words)


def test_without_a_name_the_line_is_left_free():
    words = words_of(written_on(PAPERS["a4"], sample_page(2)))
    assert words[2] == "Name"
    assert words[3].startswith("Printed on ")


def test_a_verdict_stands_with_its_number_and_where_chance_leaves_it():
    page = sample_page(2)
    better = Verdict("change_since_start", "better", 84, 28, -3.04, (-4.8, -1.25), "")
    early = Verdict("trend", "not_enough_data", 3, 8, None, None, "")
    together = Verdict("pain_and_adherence", "better", 14, 12, -0.4, (-0.7, -0.1), "")
    words = words_of(written_on(PAPERS["a4"], replace(page, findings=(better, early, together))))
    minus = "\N{MINUS SIGN}"
    assert {"better", f"{minus}3.0 ({minus}4.8 to {minus}1.2)", "84 days"} <= set(words)
    assert {"not enough data yet", "3 of 8 weeks"} <= set(words)
    assert "less with more practice" in words
