"""A sheet of paper that remembers which words were written on it, where, and how large."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPaintDevice, QPaintEngine, QPainter

from backguide.report.content import ReportContent
from backguide.ui.report.page import paint_page
from backguide.ui.report.paper import Paper


@dataclass(frozen=True)
class Written:
    """Words, the box around them in points, and the size of their font."""

    words: str
    box: QRectF
    size_pt: int


class _Engine(QPaintEngine):
    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.written: list[Written] = []

    def begin(self, _device):
        return True

    def end(self):
        return True

    def updateState(self, _state):  # noqa: N802
        pass

    def type(self):
        return QPaintEngine.Type.User

    def drawTextItem(self, at, item):  # noqa: N802
        around = QFontMetricsF(item.font()).tightBoundingRect(item.text())
        box = around.translated(at)
        self.written.append(Written(item.text(), box, item.font().pixelSize()))

    def drawPath(self, _path):  # noqa: N802
        pass

    def drawPolygon(self, *_polygon):  # noqa: N802
        pass

    def drawPixmap(self, *_pixmap):  # noqa: N802
        pass


class RecordingSheet(QPaintDevice):
    def __init__(self, paper: Paper) -> None:
        super().__init__()
        self._paper = paper
        self._engine = _Engine()

    @property
    def written(self) -> list[Written]:
        return self._engine.written

    def paintEngine(self):  # noqa: N802
        return self._engine

    def metric(self, metric):
        kinds = QPaintDevice.PaintDeviceMetric
        return {
            kinds.PdmWidth: round(self._paper.width_pt),
            kinds.PdmHeight: round(self._paper.height_pt),
            kinds.PdmDepth: 32,
            kinds.PdmNumColors: 1 << 24,
            kinds.PdmDevicePixelRatio: 1,
            kinds.PdmDevicePixelRatioScaled: 65536,
        }.get(metric, 72)


def written_on(paper: Paper, content: ReportContent) -> list[Written]:
    """Return all words of the page in the order in which they were written."""
    sheet = RecordingSheet(paper)
    with QPainter(sheet) as painter:
        paint_page(painter, content, paper)
    return sheet.written
