"""The tables of the page. Each block knows its height before it is painted."""

from collections.abc import Sequence
from dataclasses import dataclass

from backguide.report.content import ExerciseRow, PainRow, ReportContent
from backguide.ui.report.page_words import (
    MOMENTS,
    QUESTIONS,
    SITES,
    counted_words,
    day_in,
    estimate_words,
    hours_words,
    kept_words,
    middle_words,
    peg_words,
    share_words,
    side_words,
    verdict_words,
)
from backguide.ui.report.pen import LINE_PT, PALE, Align, Pen, Style

HEADING_PT = 15.0
MOST_EXERCISES = 13
_ROW_PT = 12.5
_CELL_GAP_PT = 6.0


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, its part of the width, and where its words stand."""

    heading: str
    share: float
    align: Align = "right"
    style: Style = "body"


def paint_heading(pen: Pen, words: str, x: float, y: float, width: float, aside: str = "") -> float:
    """Write the heading of a block with a line under it; return where what follows begins."""
    used = pen.line(words, x, y + 9, width, "heading")
    if aside:
        pen.line(aside, x + used + 8, y + 9, width - used - 8, "quiet", "right")
    pen.rule(x, y + 12, width)
    return y + HEADING_PT


def paint_table(
    pen: Pen, columns: Sequence[Column], rows: Sequence[Sequence[str]], x: float, y: float, width: float
) -> float:
    """Write a table with its headings, hairlines between the rows; return where what follows begins."""
    has_headings = any(column.heading for column in columns)
    if has_headings:
        _paint_row(pen, columns, [column.heading for column in columns], x, y, width, "label")
        y += _ROW_PT
    for index, row in enumerate(rows):
        if index or has_headings:
            pen.rule(x, y, width, PALE, 0.4)
        _paint_row(pen, columns, row, x, y, width)
        y += _ROW_PT
    return y


def _paint_row(
    pen: Pen,
    columns: Sequence[Column],
    cells: Sequence[str],
    x: float,
    y: float,
    width: float,
    style: Style | None = None,
) -> None:
    whole = sum(column.share for column in columns)
    for column, words in zip(columns, cells, strict=True):
        cell = width * column.share / whole
        gap = _CELL_GAP_PT if column.align == "right" else 0.0
        pen.line(words, x + gap, y + 9.4, cell - _CELL_GAP_PT, style or column.style, column.align)
        x += cell


# -- practice, pain and the three questions
def summary_height(content: ReportContent) -> float:
    """Return how high the block of practice, pain and the three questions is."""
    left = len(_practice(content)) * LINE_PT + 1
    right = (len(content.pain) + 1) * _ROW_PT if content.shows("pain") else 0.0
    right += 2 * LINE_PT + 4 if content.shows("peg") else 0.0
    return HEADING_PT + max(left, right)


def paint_summary(pen: Pen, content: ReportContent, x: float, y: float, width: float) -> None:
    """Write practice at the left; pain and the three questions at the right."""
    left = width * 0.4
    below = paint_heading(pen, "Practice", x, y, left)
    for number, (name, value) in enumerate(_practice(content)):
        baseline = below + 9.4 + number * LINE_PT
        used = pen.line(value, x, baseline, left, "strong", "right")
        pen.line(name, x, baseline, left - used - 6)
    right = x + left + 20
    _paint_felt(pen, content, right, y, x + width - right)


def _practice(content: ReportContent) -> list[tuple[str, str]]:
    facts = [
        ("Planned days done", kept_words(content.kept.day)),
        ("Days of mobility", kept_words(content.kept.mobility)),
        ("Days of strength", kept_words(content.kept.strength)),
        ("Sessions", f"{content.sessions}, {hours_words(content.done_s)}"),
    ]
    if content.shows("pain"):
        days = (content.end - content.start).days + 1
        facts.append(("Days with the back rated", f"{content.rated_days} of {days}"))
    return facts


def _paint_felt(pen: Pen, content: ReportContent, x: float, y: float, width: float) -> None:
    if content.shows("pain"):
        y = paint_heading(pen, "Pain, 0 to 10", x, y, width, "median (number of ratings)")
        y = _paint_pain(pen, content.pain, x, y, width) + 4
    if content.shows("peg"):
        if not content.shows("pain"):
            y = paint_heading(pen, "Three questions about the week", x, y, width)
        pen.line("PEG score 0 to 10 (pain, enjoyment of life, general activity)", x, y + 9.4, width, "label")
        pen.line(_peg(content), x, y + 9.4 + LINE_PT, width)


def _paint_pain(pen: Pen, rows: Sequence[PainRow], x: float, y: float, width: float) -> float:
    if not rows:
        pen.line("No pain was rated.", x, y + 9.4, width, "quiet")
        return y + _ROW_PT
    moments = [moment for moment in MOMENTS if moment != "daily" or any(moment in row.at for row in rows)]
    columns = [Column("", 0.5, "left", "strong"), *(Column(MOMENTS[moment], 1.0) for moment in moments)]
    cells = [[SITES[row.site], *(middle_words(row.at.get(moment)) for moment in moments)] for row in rows]
    return paint_table(pen, columns, cells, x, y, width)


def _peg(content: ReportContent) -> str:
    span = content.peg
    if span is None:
        return "Not answered in full yet."
    year = content.end.year
    first = f"{peg_words(span.first)} on {day_in(span.first.day, year)}"
    if span.answers == 1:
        return f"Answered once: {first}"
    return f"First {first}; latest {peg_words(span.latest)} on {day_in(span.latest.day, year)}"


# -- what the ratings show
def findings_height(content: ReportContent) -> float:
    """Return how high the block of verdicts is; 0 where they are kept back."""
    return HEADING_PT + len(content.findings) * _ROW_PT if content.findings else 0.0


def paint_findings(pen: Pen, content: ReportContent, x: float, y: float, width: float) -> None:
    """Write a line for each verdict."""
    if not content.findings:
        return
    aside = "difference in points (where chance leaves it in 19 of 20 cases), below 0 is less pain"
    y = paint_heading(pen, "What the ratings show", x, y, width, aside)
    columns = [
        Column("", 1.68, "left"),
        Column("", 1.4, "left", "strong"),
        Column("", 1.75, "left"),
        Column("", 0.8, "right"),
    ]
    rows = [
        (QUESTIONS[one.name], verdict_words(one), estimate_words(one), counted_words(one))
        for one in content.findings
    ]
    paint_table(pen, columns, rows, x, y, width)


# -- exercises
_EXERCISE_COLUMNS = (
    Column("Exercise", 2.1, "left", "strong"),
    Column("Sessions", 1.3),
    Column("Minutes", 1.3),
    Column("Left, min", 1.2),
    Column("Right, min", 1.2),
    Column("Done", 0.7),
    Column("Left out", 0.95),
    Column("Eased", 0.75),
    Column("Hurt", 0.65),
    Column("Easier", 0.8),
    Column("Harder", 0.85),
)
_EXERCISE_KEY = "done of planned; sessions left out, eased for pain, done easier or harder; marks of hurt"


def exercises_height(content: ReportContent) -> float:
    """Return how high the block of exercises is; 0 where they are kept back or there are none."""
    rows = _exercise_rows(content.exercises)
    return HEADING_PT + (len(rows) + 1) * _ROW_PT if rows else 0.0


def paint_exercises(pen: Pen, content: ReportContent, x: float, y: float, width: float) -> None:
    """Write a line for each exercise, and one for those that have no room."""
    rows = _exercise_rows(content.exercises)
    if rows:
        y = paint_heading(pen, "Exercises", x, y, width, _EXERCISE_KEY)
        paint_table(pen, _EXERCISE_COLUMNS, rows, x, y, width)


def _exercise_rows(exercises: Sequence[ExerciseRow]) -> list[list[str]]:
    shown = exercises if len(exercises) <= MOST_EXERCISES else exercises[: MOST_EXERCISES - 1]
    rows = [_exercise_row(one) for one in shown]
    more = len(exercises) - len(shown)
    if more:
        rows.append([f"and {more} more", *[""] * (len(_EXERCISE_COLUMNS) - 1)])
    return rows


def _exercise_row(row: ExerciseRow) -> list[str]:
    counts = (row.skipped, row.eased, row.hurt, row.easier, row.harder)
    return [
        row.name,
        f"{row.done} of {row.planned}",
        *(side_words(row.sides, side) for side in (None, "left", "right")),
        share_words(row.sides),
        *(str(count) if count else "" for count in counts),
    ]
