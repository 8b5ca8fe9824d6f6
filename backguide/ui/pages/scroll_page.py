"""The frame of a page that scrolls as a whole: a heading, a line under it, and a column of content."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backguide.ui.pages.exercise_scroll import CalmScrollArea
from backguide.ui.theme.metrics import CARD_GAP, NARROW_MARGIN, PAGE_MARGIN
from backguide.ui.widgets.label import Label

_NARROW_PX = 700
_LOW_PX = 700


class ScrollPage(QWidget):
    """Put content into `column`; `heading` and `lead` are above it. Never wider than `widest_px`."""

    def __init__(self, title: str, *, widest_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widest_px = widest_px
        self.heading = Label(title, "h1", wrap=True)
        self.lead = Label("", "body", "muted", wrap=True)
        self.lead.hide()
        self.column = QVBoxLayout()
        self.column.setSpacing(CARD_GAP)
        self._inside = _Inside()
        self._outer = QVBoxLayout(self._inside)
        self._outer.setSpacing(0)
        self._outer.addWidget(self.heading)
        self._outer.addWidget(self.lead)
        self._outer.addSpacing(16)
        self._outer.addLayout(self.column, 1)
        self._area = CalmScrollArea(self._inside, name=title)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    def say(self, lead: str) -> None:
        """Show a line under the heading; none when it is empty."""
        self.lead.setText(lead)
        self.lead.setVisible(bool(lead))

    def scroll_to_top(self) -> None:
        """Show the page from its beginning."""
        self._area.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the margins that fit the window."""
        super().resizeEvent(event)
        side = PAGE_MARGIN if self.width() >= _NARROW_PX else NARROW_MARGIN
        top = 28 if self.height() >= _LOW_PX else 18
        right = max(side, self.width() - side - self._widest_px)
        self._outer.setContentsMargins(side, top, right, top)
        self._area.set_right(right)


class _Inside(QWidget):
    def minimumSizeHint(self) -> QSize:
        """Return the height that the words need at the width there is, and not at their narrowest."""
        least = super().minimumSizeHint()
        return QSize(least.width(), self.heightForWidth(max(self.width(), least.width())))
