"""The page as it will be on paper, in small."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from backguide.report.content import ReportContent
from backguide.ui.report.page import paint_page
from backguide.ui.report.page_words import summary_words
from backguide.ui.report.paper import Paper
from backguide.ui.theme.appearance import colour
from backguide.ui.widgets.painting import smooth_painter
from backguide.ui.widgets.themed import ThemedWidget

_LEAST_PX = QSize(240, 320)
_USUAL_PX = QSize(560, 320)


class ReportPreview(ThemedWidget):
    """Paints the page as large as there is room, white in every theme, as paper is."""

    def __init__(self, paper: Paper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper = paper
        self._content: ReportContent | None = None
        self.setAccessibleName("Preview of the page")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_content(self, content: ReportContent | None) -> None:
        """Show another page; None for a blank sheet."""
        self._content = content
        self.setAccessibleDescription("" if content is None else summary_words(content))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for little height: the page grows into the room there is."""
        return _USUAL_PX

    def minimumSizeHint(self) -> QSize:
        """Return a sheet on which one sees what is where."""
        return _LEAST_PX

    def height_for(self, width: int) -> int:
        """Return how high a sheet of that width is."""
        return round(width * self._paper.height_pt / self._paper.width_pt)

    def sheet(self) -> QRectF:
        """Return where the sheet lies in this widget."""
        scale = self._scale()
        width, height = self._paper.width_pt * scale, self._paper.height_pt * scale
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sheet and what is on it."""
        with smooth_painter(self) as painter:
            sheet = self.sheet()
            painter.fillRect(sheet, "white")
            painter.setPen(colour("line_strong"))
            painter.drawRect(sheet.adjusted(0.5, 0.5, -0.5, -0.5))
            if self._content is not None:
                painter.translate(sheet.topLeft())
                painter.scale(self._scale(), self._scale())
                paint_page(painter, self._content, self._paper)

    def _scale(self) -> float:
        return min(self.width() / self._paper.width_pt, self.height() / self._paper.height_pt)
