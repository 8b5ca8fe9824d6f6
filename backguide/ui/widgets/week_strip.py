"""Seven days at a glance: done, partly done, planned, free, today."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from backguide.ui.theme.appearance import colour
from backguide.ui.theme.icons import Icon, paint_icon
from backguide.ui.theme.type import scaled, scaled_font
from backguide.ui.widgets.painting import paint_box, smooth_painter
from backguide.ui.widgets.themed import ThemedWidget

DayState = Literal["done", "partial", "not_done", "planned", "free"]
_SPOKEN: dict[DayState, str] = {
    "done": "done",
    "partial": "partly done",
    "not_done": "planned, not done",
    "planned": "planned",
    "free": "nothing planned",
}


@dataclass(frozen=True, slots=True)
class DayMark:
    """A day: its letter, its spoken name, how it went; `share` and `words` ("3/5") of a partial one."""

    letter: str
    name: str
    state: DayState
    is_today: bool = False
    share: float = 0.0
    words: str = ""


class WeekStrip(ThemedWidget):
    """Seven discs of 38 px: a check is done, an arc partly, a dash free, an open ring planned."""

    def __init__(self, days: Sequence[DayMark] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[DayMark, ...] = ()
        self.setAccessibleName("This week")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_days(days)

    def show_days(self, days: Sequence[DayMark]) -> None:
        """Show these days, in their order."""
        self._days = tuple(days)
        self.setAccessibleDescription("; ".join(_spoken(day) for day in self._days))
        self.update()

    def sizeHint(self) -> QSize:
        """Return seven discs with air between them."""
        return QSize(round(scaled(7 * 52)), round(scaled(66)))

    def minimumSizeHint(self) -> QSize:
        """Return seven discs side by side."""
        return QSize(round(scaled(7 * 42)), round(scaled(66)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint letters and discs."""
        with smooth_painter(self) as painter:
            column = self.width() / max(1, len(self._days))
            radius = scaled(19)
            for index, day in enumerate(self._days):
                middle = column * (index + 0.5)
                painter.setFont(scaled_font(14, 600 if day.is_today else 500))
                painter.setPen(colour("text" if day.is_today else "muted"))
                row = QRectF(middle - column / 2, 0, column, scaled(20))
                painter.drawText(row, Qt.AlignmentFlag.AlignCenter, day.letter)
                _paint_day(painter, day, QRectF(middle - radius, scaled(27), 2 * radius, 2 * radius))


def _paint_day(painter: QPainter, day: DayMark, disc: QRectF) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if day.state == "done":
        paint_box(painter, disc, disc.width() / 2, fill=colour("accent"))
        side = disc.width() * 0.54
        box = QRectF(disc.center().x() - side / 2, disc.center().y() - side / 2, side, side)
        paint_icon(painter, Icon.CHECK, box, colour("on_accent"), 2.6)
    elif day.state == "partial":
        _paint_partial(painter, day, disc)
    elif day.is_today and day.state == "planned":
        _paint_today(painter, disc)
    elif day.state == "free":
        _paint_dash(painter, disc)
    else:
        width = 1.5
        painter.setPen(QPen(colour("line_strong"), width, Qt.PenStyle.SolidLine))
        inset = width / 2
        painter.drawEllipse(disc.adjusted(inset, inset, -inset, -inset))
        if day.state == "not_done":
            _paint_dash(painter, disc)


def _paint_partial(painter: QPainter, day: DayMark, disc: QRectF) -> None:
    stroke = disc.width() * 0.105
    ring = disc.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
    painter.setPen(QPen(colour("ring_track"), stroke))
    painter.drawEllipse(ring)
    painter.setPen(QPen(colour("accent"), stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawArc(ring, 90 * 16, round(-day.share * 360 * 16))
    painter.setPen(colour("text"))
    painter.setFont(scaled_font(14, 600, tabular=True))
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, day.words)


def _paint_today(painter: QPainter, disc: QRectF) -> None:
    painter.setPen(QPen(colour("accent"), 2))
    painter.drawEllipse(disc.adjusted(1, 1, -1, -1))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("accent"))
    dot = disc.width() * 0.105
    painter.drawEllipse(disc.center(), dot, dot)


def _paint_dash(painter: QPainter, disc: QRectF) -> None:
    half = disc.width() * 0.13
    middle = disc.center()
    painter.setPen(QPen(colour("line_strong"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(middle.x() - half, middle.y()), QPointF(middle.x() + half, middle.y()))


def _spoken(day: DayMark) -> str:
    share = f" {day.words.replace('/', ' of ')}" if day.state == "partial" and day.words else ""
    return f"{day.name}{' (today)' if day.is_today else ''}: {_SPOKEN[day.state]}{share}"
