"""The columns at the foot of the page: what hurt, was left out, was noted. What has no room is counted."""

from backguide.report.content import HurtLine, ReportContent
from backguide.ui.report.page_words import REASONS, count_words, day_in
from backguide.ui.report.pen import LINE_PT, Pen, width_of, wrapped
from backguide.ui.report.tables import HEADING_PT, paint_heading

LEAST_PT = HEADING_PT + 4 * LINE_PT
_COLUMN_GAP_PT = 18.0
_NOTE_LINES = 2  # of one note
_SHARES = {"hurt": 1.35, "skipped": 0.75, "noted": 1.4}


def has_lists(content: ReportContent) -> bool:
    """Tell whether any of the columns is wanted."""
    return bool(_columns(content))


def paint_lists(pen: Pen, content: ReportContent, x: float, y: float, width: float, height: float) -> None:
    """Write the columns that are wanted side by side."""
    names = _columns(content)
    free = width - _COLUMN_GAP_PT * (len(names) - 1)
    for name in names:
        column = free * _SHARES[name] / sum(_SHARES[one] for one in names)
        _PAINT[name](pen, content, x, y, column, height)
        x += column + _COLUMN_GAP_PT


def _columns(content: ReportContent) -> list[str]:
    wanted = {
        "hurt": content.shows("hurt"),
        "skipped": content.shows("skipped"),
        "noted": content.shows("notes") or content.shows("tags"),
    }
    return [name for name, is_wanted in wanted.items() if is_wanted]


def _paint_hurt(pen: Pen, content: ReportContent, x: float, y: float, width: float, height: float) -> None:
    room = _lines_in(height)
    below = paint_heading(
        pen, "It hurt", x, y, width, count_words(len(content.hurt), "mark") if content.hurt else ""
    )
    if not content.hurt:
        pen.line("Nothing was marked.", x, below + 9.4, width, "quiet")
    shown = content.hurt if len(content.hurt) <= room else content.hurt[: room - 1]
    for number, mark in enumerate(shown):
        _paint_mark(pen, mark, content.end.year, x, below + 9.4 + number * LINE_PT, width)
    _paint_more(pen, len(content.hurt) - len(shown), x, below + 9.4 + len(shown) * LINE_PT, width)


def _paint_mark(pen: Pen, mark: HurtLine, year: int, x: float, baseline: float, width: float) -> None:
    value = "" if mark.value is None else f"{mark.value} of 10"
    used = pen.line(value, x, baseline, width, "strong", "right")
    where = mark.exercise if mark.side is None else f"{mark.exercise}, {mark.side}"
    day = width_of("30 Sep" if mark.day.year == year else "30 Sep 2026") + 6
    pen.line(day_in(mark.day, year), x, baseline, day)
    pen.line(where, x + day, baseline, width - day - used - 6)


def _paint_skipped(
    pen: Pen, content: ReportContent, x: float, y: float, width: float, _height: float
) -> None:
    below = paint_heading(pen, "Left out", x, y, width, "times")
    if not content.skipped:
        pen.line("Nothing was left out.", x, below + 9.4, width, "quiet")
    for number, skip in enumerate(content.skipped):
        baseline = below + 9.4 + number * LINE_PT
        pen.line(REASONS[skip.reason], x, baseline, width)
        pen.line(str(skip.count), x, baseline, width, "strong", "right")


def _paint_noted(pen: Pen, content: ReportContent, x: float, y: float, width: float, height: float) -> None:
    room = _lines_in(height)
    baseline = paint_heading(pen, "Notes", x, y, width) + 9.4
    if content.tags:
        words = ", ".join(f"{tag} {days}" for tag, days in content.tags)
        for line in wrapped(f"Days with {words}", width, 1 if room < 6 else 2):
            pen.line(line, x, baseline, width, "quiet")
            baseline += LINE_PT
            room -= 1
    _paint_notes(pen, content, x, baseline, width, room)


def _paint_notes(
    pen: Pen, content: ReportContent, x: float, baseline: float, width: float, room: int
) -> None:
    left = len(content.notes)
    for note in content.notes:
        lines = wrapped(f"{day_in(note.day, content.end.year)}: {note.text}", width, _NOTE_LINES)
        if len(lines) + (left > 1) > room:
            break
        for line in lines:
            pen.line(line, x, baseline, width)
            baseline += LINE_PT
        room -= len(lines)
        left -= 1
    _paint_more(pen, left, x, baseline, width)
    if not content.notes and not content.tags:
        pen.line("Nothing was noted.", x, baseline, width, "quiet")


def _paint_more(pen: Pen, more: int, x: float, baseline: float, width: float) -> None:
    if more:
        pen.line(f"and {more} earlier", x, baseline, width, "quiet")


def _lines_in(height: float) -> int:
    return max(int((height - HEADING_PT) / LINE_PT), 1)


_PAINT = {"hurt": _paint_hurt, "skipped": _paint_skipped, "noted": _paint_noted}
