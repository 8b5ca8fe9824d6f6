"""The whole page: what stands where, so that everything always fits on one sheet."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from backguide.report.content import ReportContent
from backguide.ui.report import chart, lists, tables
from backguide.ui.report.page_words import day_words, days_words, length_words
from backguide.ui.report.paper import Paper
from backguide.ui.report.pen import BLACK, LINE_PT, Pen, wrapped

TITLE = "Back exercises and pain"
_MARGIN_PT = 40.0
_TOP_PT = 34.0
_HEAD_PT = 40.0
_FOOT_PT = 3 * LINE_PT + 2
_GAP_PT = 9.0
_LIST_SHARE = 0.45  # of the room that the tables leave
_MEANING = (
    "Pain is as rated by the person; days without a rating stay empty. Better and worse are beyond chance "
    "and the person’s own ups and downs. They do not show what made the difference; many backs get better "
    "by themselves."
)
_NOTHING = (
    "Nothing was practised, rated or noted in these days. After the first session with two numbers for the "
    "pain, this page shows practice and pain side by side."
)


def paint_page(painter: QPainter, content: ReportContent, paper: Paper) -> None:
    """Paint the page; the painter's unit is a point and its origin the corner of the sheet."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = Pen(painter)
    x, width = _MARGIN_PT, paper.width_pt - 2 * _MARGIN_PT
    foot = paper.height_pt - _TOP_PT - _FOOT_PT
    _paint_head(pen, content, x, _TOP_PT, width)
    top = _TOP_PT + _HEAD_PT + _GAP_PT
    if content.is_empty:
        _paint_nothing(pen, x, top, width)
    else:
        _paint_body(pen, content, QRectF(x, top, width, foot - top - _GAP_PT))
    _paint_foot(pen, content, x, foot, width)


def _paint_head(pen: Pen, content: ReportContent, x: float, y: float, width: float) -> None:
    pen.line(TITLE, x, y + 15, width * 0.55, "title")
    days = f"{days_words(content.start, content.end)} ({length_words(content.start, content.end)})"
    pen.line(days, x + width * 0.45, y + 15, width * 0.55, "strong", "right")
    used = pen.line("Name", x, y + 35, width, "label") + 6
    pen.rule(x + used, y + 37, width * 0.6 - used, BLACK)
    pen.line(content.name, x + used + 2, y + 35, width * 0.6 - used - 2, "strong")
    pen.line(f"Printed on {day_words(content.made_on)}", x, y + 35, width, "quiet", "right")


def _paint_body(pen: Pen, content: ReportContent, box: QRectF) -> None:
    """Place the blocks below each other. The tables take what they need, chart and lists share the rest."""
    summary, findings, exercises = (
        tables.summary_height(content),
        tables.findings_height(content),
        tables.exercises_height(content),
    )
    heights = [height for height in (summary, findings, exercises) if height]
    has_chart, has_lists = content.shows("chart"), lists.has_lists(content)
    gaps = _GAP_PT * (len(heights) - 1 + has_chart + has_lists)
    rest = box.height() - sum(heights) - gaps
    least, most = chart.heights(content)
    charted = min(max(rest * (1 - _LIST_SHARE) if has_lists else rest, least), most)
    x, y, width = box.left(), box.top(), box.width()
    tables.paint_summary(pen, content, x, y, width)
    y += summary + _GAP_PT
    if has_chart:
        chart.paint_chart(pen, content, QRectF(x, y, width, charted))
        y += charted + _GAP_PT
    if findings:
        tables.paint_findings(pen, content, x, y, width)
        y += findings + _GAP_PT
    if exercises:
        tables.paint_exercises(pen, content, x, y, width)
        y += exercises + _GAP_PT
    if has_lists:
        lists.paint_lists(pen, content, x, y, width, box.bottom() - y)


def _paint_nothing(pen: Pen, x: float, y: float, width: float) -> None:
    for number, line in enumerate(wrapped(_NOTHING, width, 3)):
        pen.line(line, x, y + 20 + number * LINE_PT, width)


def _paint_foot(pen: Pen, content: ReportContent, x: float, y: float, width: float) -> None:
    pen.rule(x, y, width)
    lines = wrapped(_MEANING, width, 2) if content.pain else []
    for number, line in enumerate([*lines, "Made by Backguide, not a diagnosis."]):
        pen.line(line, x, y + 11 + number * LINE_PT, width, "quiet")
