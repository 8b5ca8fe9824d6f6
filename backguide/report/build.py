"""Making the page out of a journal."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from backguide.catalogue.model import Catalogue, WeekPlan
from backguide.insight.days import day_pain
from backguide.insight.pain import PainDot, pain_series
from backguide.insight.verdict import Verdict
from backguide.insight.verdicts import insight
from backguide.journal.queries import JournalQueries
from backguide.journal.records import DiaryEntry, PegAnswer
from backguide.journal.values import local_date
from backguide.plan.adherence import adherence, adherence_by_week
from backguide.report.content import (
    ChartSeries,
    HurtLine,
    NoteLine,
    PegSpan,
    ReportContent,
    ReportRequest,
    WeekKept,
)
from backguide.report.entries import Entries, read_entries
from backguide.report.exercise_rows import exercise_rows, name_of, skip_counts
from backguide.report.pain_rows import pain_rows, site_medians
from backguide.report.parts import Part

FLARE_TAG = "flare-up"
_RESTING_ON_PAIN: tuple[Part, ...] = ("findings",)


def report_content(
    journal: JournalQueries, catalogue: Catalogue, request: ReportRequest, today: date
) -> ReportContent:
    """Return the page for the days asked for, at most up to today.

    It begins with the first entry where the days asked for begin earlier. JournalError when the journal
    cannot be read.
    """
    end = min(request.end or today, today)
    entries = read_entries(journal, catalogue, request.start, end)
    without = request.without.union(_RESTING_ON_PAIN if "pain" in request.without else ())
    dots = () if "pain" in without else pain_series(entries.ratings, "back")
    return ReportContent(
        name=" ".join(request.name.split()),
        start=entries.start,
        end=end,
        made_on=today,
        without=without,
        first_entry=entries.first,
        sessions=len(entries.sessions),
        done_s=sum(session.done_s for session in entries.sessions),
        kept=adherence(catalogue.week, entries.practised, entries.start, end, today, entries.began),
        rated_days=len(day_pain(dots)),
        pain=() if "pain" in without else pain_rows(entries.ratings),
        findings=() if "findings" in without else _findings(entries, dots, catalogue.week, today),
        peg=None if "peg" in without else _peg(entries.peg),
        exercises=() if "exercises" in without else exercise_rows(entries, catalogue),
        hurt=() if "hurt" in without else _hurt(entries, catalogue, is_rated="pain" not in without),
        skipped=() if "skipped" in without else skip_counts(entries.results),
        notes=() if "notes" in without else _notes(entries),
        tags=() if "tags" in without else _tags(entries.diary),
        chart=ChartSeries() if "chart" in without else _chart(entries, dots, catalogue.week, today, without),
    )


def _findings(entries: Entries, dots: Sequence[PainDot], week: WeekPlan, today: date) -> tuple[Verdict, ...]:
    """Return every verdict as of the last day, told from these days alone."""
    kept = adherence_by_week(week, entries.practised, entries.start, entries.end, today, entries.began)
    shares = {monday: of_week.day.share for monday, of_week in kept.items()}
    practised = {practice.day for practice in entries.practised if practice.done_share}
    return insight(dots, practised, shares, entries.peg, entries.end).verdicts


def _chart(
    entries: Entries, dots: Sequence[PainDot], week: WeekPlan, today: date, without: frozenset[Part]
) -> ChartSeries:
    kept = adherence_by_week(week, entries.practised, entries.start, entries.end, today, entries.began)
    return ChartSeries(
        tuple(dots),
        {} if "pain" in without else site_medians(entries.earlier_too, entries.start, entries.end),
        tuple(WeekKept(monday, one.day.planned, one.day.done) for monday, one in kept.items()),
        () if "tags" in without else tuple(entry.day for entry in entries.diary if FLARE_TAG in entry.tags),
    )


def _peg(answers: Sequence[PegAnswer]) -> PegSpan | None:
    complete = [answer for answer in answers if answer.score is not None]
    return PegSpan(complete[0], complete[-1], len(complete)) if complete else None


def _hurt(entries: Entries, catalogue: Catalogue, *, is_rated: bool) -> tuple[HurtLine, ...]:
    day_of = {one.id: local_date(one.started_at, one.zone) for one in entries.sessions}
    return tuple(
        HurtLine(
            day_of[mark.session],
            name_of(mark.exercise, catalogue),
            mark.side,
            mark.value if is_rated else None,
        )
        for mark in entries.marks
    )


def _notes(entries: Entries) -> tuple[NoteLine, ...]:
    """Return what was noted about days and sessions, the latest first, each on one line."""
    noted = [(entry.day, entry.note) for entry in entries.diary]
    noted += [(local_date(one.started_at, one.zone), one.note) for one in entries.sessions]
    lines = [NoteLine(day, " ".join(note.split())) for day, note in noted if note]
    return tuple(sorted(lines, key=lambda line: line.day, reverse=True))


def _tags(diary: Sequence[DiaryEntry]) -> tuple[tuple[str, int], ...]:
    """Return the tags with the number of their days, the commonest first."""
    return tuple(Counter(tag for entry in diary for tag in entry.tags).most_common())
