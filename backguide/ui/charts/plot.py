"""The plot itself: both panels, their axes, dots and the median line, laid out by pyqtgraph."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import numpy as np
import pyqtgraph as pg  # type: ignore[import-untyped]
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from backguide.insight.pain import DayMedian, PainDot
from backguide.journal.records import HIGHEST_PAIN, LOWEST_PAIN
from backguide.ui.charts.history_data import HistoryData, column, day_of, median_runs
from backguide.ui.charts.time_panel import (
    NARROWEST_DAY_PX,
    SMALLEST_SPAN_DAYS,
    DateAxis,
    PainPanel,
    PracticePanel,
    StripHeading,
)
from backguide.ui.theme.appearance import colour, tokens
from backguide.ui.theme.tokens import rating_dot
from backguide.ui.theme.type import role_font, scaled

_STRIP_PX = 58
_LEFT_PX = 34
_AXIS_PX = 34
_DOT_PX = 8.0
_SMALLEST_DOT_PX = 4.5
_RING_EXTRA_PX = 4.0
_LINE_PX = 3.0
_THIN_LINE_PX = 2.2  # where weeks lie close together

pg.setConfigOption(
    "mouseRateLimit", 0
)  # else it drops moves that come within 10 ms, and a quick drag with them


class HistoryPlot(pg.GraphicsLayoutWidget):  # type: ignore[misc]
    """Two panels over one time axis. It shows data and a range; it decides nothing."""

    day_hovered = Signal(object)
    range_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        for widget in (self, self.viewport()):
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Plot")
        self.pain = PainPanel()
        self.strip = PracticePanel()
        self._heading = StripHeading()
        self._left = pg.AxisItem("left")
        self._dates = DateAxis()
        self._after = pg.ScatterPlotItem(pxMode=True, antialias=True)
        self._before = pg.ScatterPlotItem(pxMode=True, antialias=True)
        self._median = pg.PlotCurveItem(antialias=True)
        self._lay_out()
        self._connect_signals()
        self.restyle()

    def show_data(self, data: HistoryData) -> None:
        """Show other data; the range stays."""
        self.pain.show_data(data)
        self.strip.show_data(data)
        _plot_dots(self._before, (dot for dot in data.dots if dot.moment != "after"))
        _plot_dots(self._after, (dot for dot in data.dots if dot.moment == "after"))
        _plot_median(self._median, data.medians)

    def set_limits(self, low: float, high: float) -> None:
        """Set the places on the time axis beyond which nothing can be moved."""
        limits = {
            "xMin": low,
            "xMax": high,
            "minXRange": min(SMALLEST_SPAN_DAYS, high - low),
            "maxXRange": high - low,
        }
        for panel in (self.pain, self.strip):
            panel.setLimits(**limits)

    def show_span(self, low: float, high: float) -> None:
        """Show these places of the time axis."""
        self.pain.setXRange(low, high, padding=0)

    def show_cursor(self, day: date | None) -> None:
        """Mark a day in both panels."""
        self.pain.show_cursor(day)
        self.strip.show_cursor(day)

    def column_px(self, day: date) -> tuple[float, float]:
        """Return left and right of the column of a day, in px of this widget."""
        left = self.pain.mapToScene(QPointF(self.pain.x_px(column(day)), 0)).x()
        return left, left + self.pain.day_width_px()

    def pain_rect(self) -> QRectF:
        """Return where the pain panel lies in this widget."""
        found: QRectF = self.pain.mapRectToScene(QRectF(self.pain.rect()))
        return found

    def restyle(self) -> None:
        """Take over colours and text size."""
        self.setBackground(colour("surface"))
        font = role_font("small", tabular=True)
        for axis in (self._left, self._dates):
            axis.setStyle(tickFont=font)
            axis.setTextPen(colour("muted"))
        self._left.setPen(QPen(Qt.PenStyle.NoPen))
        self._left.setTickPen(QPen(Qt.PenStyle.NoPen))
        self._dates.setPen(QPen(colour("line_strong"), 1))
        self._left.setWidth(round(scaled(_LEFT_PX)))
        self._dates.setHeight(round(scaled(_AXIS_PX)))
        self._heading.restyle()
        self._size_marks()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say which day the pointer is over. pyqtgraph's own signal leaves out quick movements."""
        super().mouseMoveEvent(event)
        inside = self.pain.mapFromScene(self.mapToScene(event.position().toPoint()))
        over = 0 <= inside.x() < self.pain.rect().width()
        low, _ = self.pain.days_shown()
        self.day_hovered.emit(day_of(low + inside.x() / self.pain.day_width_px()) if over else None)

    def _lay_out(self) -> None:
        layout = self.ci
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addItem(self._left, 0, 0)
        layout.addItem(self.pain, 0, 1)
        layout.addItem(self._heading, 1, 1)
        layout.addItem(self.strip, 2, 1)
        layout.addItem(self._dates, 3, 1)
        layout.layout.setRowFixedHeight(2, _STRIP_PX)
        layout.layout.setRowStretchFactor(0, 1)
        self._left.linkToView(self.pain)
        self._left.setStyle(tickLength=0, tickAlpha=0, autoExpandTextSpace=False, tickTextOffset=10)
        self._left.setTicks([[(v, str(v)) for v in range(LOWEST_PAIN, HIGHEST_PAIN + 1, 2)]])
        self._dates.linkToView(self.strip)
        self.strip.setXLink(self.pain)
        for item in (self._after, self._before, self._median):
            self.pain.addItem(item, ignoreBounds=True)

    def _connect_signals(self) -> None:
        self.pain.sigXRangeChanged.connect(self._on_x_range_changed)
        self.pain.sigResized.connect(self._on_x_range_changed)

    def _on_x_range_changed(self, *_range: object) -> None:
        self._size_marks()
        self._heading.show_period(self.strip.period)
        self.range_changed.emit()

    def _size_marks(self) -> None:
        width = self.pain.day_width_px()
        self._median.setPen(
            _cosmetic_pen(colour("pain"), _LINE_PX if width > NARROWEST_DAY_PX else _THIN_LINE_PX)
        )
        size = max(_SMALLEST_DOT_PX, min(_DOT_PX, width * 1.1))
        ink, paper = QColor(rating_dot(tokens())), colour("surface")
        self._before.setSize(size)
        self._before.setPen(None)
        self._before.setBrush(ink)
        self._after.setSize(size + _RING_EXTRA_PX * size / _DOT_PX)
        self._after.setPen(_cosmetic_pen(ink, 1.8 * size / _DOT_PX))
        self._after.setBrush(paper)


def _plot_dots(item: Any, dots: Iterable[PainDot]) -> None:  # noqa: ANN401 pyqtgraph has no types
    kept = list(dots)
    item.setData(x=[column(dot.day) + 0.5 for dot in kept], y=[dot.value for dot in kept])


def _plot_median(item: Any, medians: Iterable[DayMedian]) -> None:  # noqa: ANN401
    """Plot the runs as one curve whose points know whether they go on; a lone day becomes a dash."""
    xs: list[float] = []
    ys: list[float] = []
    goes_on: list[int] = []
    for run in median_runs(medians):
        points = [(column(day) + 0.5, value) for day, value in run]
        if len(points) == 1:
            x, value = points[0]
            points = [(x - 0.5, value), (x + 0.5, value)]
        xs += [x for x, _ in points]
        ys += [value for _, value in points]
        goes_on += [1] * (len(points) - 1) + [0]
    item.setData(x=np.array(xs), y=np.array(ys), connect=np.array(goes_on, dtype=np.int32))


def _cosmetic_pen(ink: QColor, width_px: float) -> QPen:
    pen = QPen(ink, width_px)
    pen.setCosmetic(True)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
