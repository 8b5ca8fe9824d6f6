"""The two panels of the history chart and their date axis, built on pyqtgraph's view boxes.

Both panels share one time axis, so a day has the same pixel columns in both. Only the x axis can be moved.
"""

from datetime import date
from typing import Any

import pyqtgraph as pg  # type: ignore[import-untyped]
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from backguide.journal.records import HIGHEST_PAIN, LOWEST_PAIN
from backguide.ui.charts.date_ticks import date_ticks
from backguide.ui.charts.history_data import HistoryData, Period, PeriodBar, column, day_of, period_bars
from backguide.ui.theme.appearance import colour, tokens
from backguide.ui.theme.type import role_font, scaled

SMALLEST_SPAN_DAYS = 7.0
NARROWEST_DAY_PX = 3.5  # below this the bars stand for weeks
NARROWEST_WEEK_PX = 7.0  # below this for months
PAIN_ROOM = 0.45  # above 10 and below 0, so that dots there stay whole
_BAR_SHARE = 0.72
_WIDEST_BAR_PX = 22.0
_LABEL_ROOM_PX = 30.0


class TimePanel(pg.ViewBox):  # type: ignore[misc]
    """A panel over days. Wheel and drag move and zoom its days; its height is fixed.

    It paints in its own pixels; `data` and `cursor` are shown as soon as they are set.
    """

    def __init__(self) -> None:
        super().__init__(enableMenu=False, defaultPadding=0.0)
        self.setMouseEnabled(x=True, y=False)
        self.data: HistoryData | None = None
        self.cursor: date | None = None
        self.sigXRangeChanged.connect(self._on_x_range_changed)

    def show_data(self, data: HistoryData | None) -> None:
        """Paint other data."""
        self.data = data
        self.update()

    def show_cursor(self, day: date | None) -> None:
        """Mark the column of a day, or none."""
        self.cursor = day
        self.update()

    def days_shown(self) -> tuple[float, float]:
        """Return both ends of the time axis."""
        low, high = self.viewRange()[0]
        return float(low), float(high)

    def day_width_px(self) -> float:
        """Return how wide a day is."""
        low, high = self.days_shown()
        return float(self.rect().width()) / max(high - low, 1e-6)

    def x_px(self, x: float) -> float:
        """Return where a place on the time axis lies in the panel."""
        return (x - self.days_shown()[0]) * self.day_width_px()

    def wheelEvent(self, event: Any, axis: int | None = None) -> None:  # noqa: ANN401 pyqtgraph's own
        """Zoom around the pointer; once all is shown, let the page scroll."""
        low, high = self.days_shown()
        widest = self.state["limits"]["xRange"][1]
        if event.delta() < 0 and widest is not None and high - low >= widest - 1e-6:
            event.ignore()
            return
        super().wheelEvent(event, axis)

    def mouseDragEvent(self, event: Any, axis: int | None = None) -> None:  # noqa: ANN401
        """Move the days with the left button; the others do nothing."""
        if event.button() == Qt.MouseButton.LeftButton:
            super().mouseDragEvent(event, axis)
        else:
            event.ignore()

    def paint(self, painter: QPainter, *_options: object) -> None:
        """Paint what lies behind the plotted items."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self.rect())
        if self.cursor is not None:
            self._paint_cursor(painter, self.cursor)
        self.paint_panel(painter, QRectF(self.rect()))
        painter.restore()

    def paint_panel(self, painter: QPainter, rect: QRectF) -> None:
        """Paint what is special to the panel."""

    def _paint_cursor(self, painter: QPainter, day: date) -> None:
        width = max(self.day_width_px(), 3.0)
        middle = self.x_px(column(day) + 0.5)
        painter.fillRect(QRectF(middle - width / 2, 0, width, self.rect().height()), colour("line", 0.7))
        if tokens().name == "contrast" or width < 6:
            painter.setPen(QPen(colour("muted"), 1))
            painter.drawLine(round(middle), 0, round(middle), round(self.rect().height()))

    def _on_x_range_changed(self, *_range: object) -> None:
        self.update()


class PainPanel(TimePanel):
    """Pain from 0 to 10: the grid and the names of the gaps; dots and median lie over it."""

    def __init__(self) -> None:
        super().__init__()
        low, high = LOWEST_PAIN - PAIN_ROOM, HIGHEST_PAIN + PAIN_ROOM
        self.setLimits(yMin=low, yMax=high)
        self.setYRange(low, high, padding=0)

    def y_px(self, value: float) -> float:
        """Return where a rating lies in the panel."""
        low, high = self.viewRange()[1]
        return float(self.rect().height() * (high - value) / (high - low))

    def paint_panel(self, painter: QPainter, rect: QRectF) -> None:
        """Paint grid lines and gaps."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        quiet = tokens().name == "contrast"
        painter.setPen(QPen(colour("line", 0.45 if quiet else 1.0), 1))
        for value in range(LOWEST_PAIN, HIGHEST_PAIN + 1, 2):
            y = round(self.y_px(value))
            painter.drawLine(0, y, round(rect.width()), y)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(role_font("small"))
        self._paint_gaps(painter)

    def _paint_gaps(self, painter: QPainter) -> None:
        words = QFontMetricsF(painter.font()).horizontalAdvance("not rated")
        y = self.y_px(0) - scaled(12)
        free_from = 0.0
        for gap in self.data.gaps if self.data is not None else ():
            left = max(self.x_px(column(gap.start)) + 2, 0.0)
            right = min(self.x_px(column(gap.end) + 1) - 2, float(self.rect().width()))
            if right <= left:
                continue
            painter.setPen(QPen(colour("line_strong"), 1.5))
            painter.drawLine(round(left), round(y), round(right), round(y))
            x = min(max((left + right - words) / 2, 0.0), self.rect().width() - words)
            if x >= free_from:
                painter.setPen(colour("muted"))
                painter.drawText(round(x), round(y - scaled(6)), "not rated")
                free_from = x + words + scaled(12)


class PracticePanel(TimePanel):
    """The practice strip: a bar for each planned day, or each week where days are too narrow to see."""

    def __init__(self) -> None:
        super().__init__()
        self._periods: dict[Period, tuple[PeriodBar, ...]] = {}
        self.setLimits(yMin=0, yMax=1)
        self.setYRange(0, 1, padding=0)

    @property
    def period(self) -> Period | None:
        """What a bar stands for now where it is not a day."""
        if self.day_width_px() >= NARROWEST_DAY_PX:
            return None
        return "week" if 7 * self.day_width_px() >= NARROWEST_WEEK_PX else "month"

    def show_data(self, data: HistoryData | None) -> None:
        """Paint other data."""
        periods: tuple[Period, ...] = ("week", "month") if data is not None else ()
        self._periods = {p: period_bars(data.bars, data.end, p) for p in periods if data is not None}
        super().show_data(data)

    def paint_panel(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the bars that are in sight."""
        low, high = self.days_shown()
        if self.period is not None:
            for many in self._periods.get(self.period, ()):
                at, width = column(many.start), float(many.length_days)
                if at + width > low and at < high:
                    self._paint_bar(painter, rect, (at, width), many.done_share, many.planned > 0)
            return
        for bar in self.data.bars if self.data is not None else ():
            at = column(bar.day)
            if at + 1 > low and at < high:
                self._paint_bar(painter, rect, (at, 1.0), min(bar.done_share, 1.0), bar.planned)

    def _paint_bar(
        self, painter: QPainter, rect: QRectF, days: tuple[float, float], share: float, planned: bool
    ) -> None:
        room = days[1] * self.day_width_px()
        width = min(max(room * _BAR_SHARE, 2.0), _WIDEST_BAR_PX)
        middle = self.x_px(days[0] + days[1] / 2)
        box = QRectF(middle - width / 2, 1.0, width, rect.height() - 1.0)
        radius = min(2.5, width / 3)
        fill = QRectF(box)
        fill.setTop(box.bottom() - box.height() * share)
        if not planned:
            if share > 0:  # practice on a day without a plan: a thin tick
                _fill(painter, QRectF(middle - 1, fill.y(), 2.0, fill.height()), 1.0, colour("bar"))
            return
        if share < 1:
            painter.setPen(QPen(colour("line_strong"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0, -0.5, 0), radius, radius)
        if share > 0:
            _fill(painter, fill, radius, colour("bar"))


class DateAxis(pg.AxisItem):  # type: ignore[misc]
    """Days below the panels; as many words as there is room for."""

    def __init__(self) -> None:
        super().__init__("bottom")
        self.setStyle(tickLength=5, autoExpandTextSpace=False, tickTextOffset=8)

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:  # noqa: N802
        """Mark the middle of the days that are named."""
        words = QFontMetricsF(role_font("small")).horizontalAdvance("28 Sep")
        ticks = date_ticks(day_of(low), day_of(high - 1e-6), int(size / (words + scaled(_LABEL_ROOM_PX))))
        self._words = {column(day) + 0.5: text for day, text in ticks}
        edge = words / 2 * (high - low) / max(size, 1.0)  # no mark without room for its word
        return [(1.0, [place for place in self._words if low + edge <= place <= high - edge])]

    def tickStrings(self, values: list[float], _scale: float, _spacing: float) -> list[str]:
        """Return the words of the marked days."""
        return [self._words.get(value, "") for value in values]


class StripHeading(pg.GraphicsWidget):  # type: ignore[misc]
    """The line between the panels that names the strip and what its bars mean."""

    def __init__(self) -> None:
        super().__init__()
        self._period: Period | None = None
        self.restyle()

    def show_period(self, period: Period | None) -> None:
        """Say whether a bar stands for a day or for something longer."""
        if period != self._period:
            self._period = period
            self.update()

    @property
    def title(self) -> str:
        """What the strip shows."""
        return f"Planned days done, by {self._period}" if self._period else "Planned days done"

    def restyle(self) -> None:
        """Take the room that the text needs now."""
        self.setFixedHeight(round(scaled(40)))
        self.update()

    def paint(self, painter: QPainter, *_options: object) -> None:
        """Paint the title left, and the key to the bars right where there is room."""
        rect = QRectF(self.rect()).adjusted(0, 0, 0, -scaled(6))
        painter.setFont(role_font("label"))
        painter.setPen(colour("text"))
        flags = Qt.AlignmentFlag.AlignBottom
        painter.drawText(rect, flags | Qt.AlignmentFlag.AlignLeft, self.title)
        used = QFontMetricsF(painter.font()).horizontalAdvance(self.title)
        painter.setFont(role_font("small"))
        key = "filled: done    outline: planned, not done"
        if used + QFontMetricsF(painter.font()).horizontalAdvance(key) + scaled(20) <= rect.width():
            painter.setPen(colour("muted"))
            painter.drawText(rect, flags | Qt.AlignmentFlag.AlignRight, key)


def _fill(painter: QPainter, box: QRectF, radius: float, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawRoundedRect(box, min(radius, box.height() / 2), min(radius, box.height() / 2))
