"""Cards and soft notes: the surfaces content lies on."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backguide.ui.theme.appearance import colour, tokens
from backguide.ui.theme.metrics import CARD_PADDING, RADIUS_CARD
from backguide.ui.theme.tokens import Colour
from backguide.ui.theme.type import scaled
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.painting import SHADOW_DEPTH_PX, paint_box, paint_shadow, smooth_painter
from backguide.ui.widgets.themed import ThemedButton, ThemedWidget

_HEADER_PX = 30  # a chip's height, so that headers of neighbouring cards stand on one line


class Card(ThemedWidget):
    """A surface with a hairline and a soft shadow. Put things into `body`, a vertical layout.

    The shadow's 4 px below the surface belong to the widget; `surface_rect` is the surface alone.
    """

    def __init__(
        self,
        *,
        padding: int = CARD_PADDING,
        radius: float = RADIUS_CARD,
        fill: Colour = "surface",
        shadow: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._radius = radius
        self._fill: Colour = fill
        self._shadow = shadow
        self.body = QVBoxLayout(self)
        self.body.setSpacing(0)
        self.set_padding(padding, padding, padding, padding)

    def set_padding(self, left: int, top: int, right: int, bottom: int) -> None:
        """Set the room between surface and content in px."""
        self.body.setContentsMargins(left, top, right, bottom + self._depth_px())

    def add_header(self, title: str, trailing: QWidget | None = None, *, gap: int = 16) -> Label:
        """Add the title with one thing to its right, and return the title's label."""
        row = QHBoxLayout()
        row.setSpacing(12)
        heading = Label(title, "h3", elide=True)
        heading.setMinimumHeight(round(scaled(_HEADER_PX)))
        row.addWidget(heading, 1)
        if trailing is not None:
            row.addWidget(trailing, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)
        self.body.addSpacing(gap)
        return heading

    def surface_rect(self) -> QRectF:
        """Return the surface in the card's own coordinates."""
        return QRectF(self.rect()).adjusted(0, 0, 0, -self._depth_px())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint shadow, surface and hairline."""
        with smooth_painter(self) as painter:
            rect = self.surface_rect()
            if self._shadow:
                paint_shadow(painter, rect.adjusted(0.5, 0.5, -0.5, -0.5), self._radius)
            paint_box(painter, rect, self._radius, fill=colour(self._fill), line=colour("line"))

    def _depth_px(self) -> int:
        return SHADOW_DEPTH_PX if self._shadow else 0


class CardButton(ThemedButton):
    """A card that can be pressed as a whole. Put things into `body`; they let the mouse through."""

    def __init__(
        self, name: str, *, padding: int = 0, radius: float = RADIUS_CARD, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._radius = radius
        self.setAccessibleName(name)
        self.body = QVBoxLayout(self)
        self.body.setSpacing(0)
        self.body.setContentsMargins(padding, padding, padding, padding + SHADOW_DEPTH_PX)

    def add_widget(self, widget: QWidget, stretch: int = 0) -> None:
        """Add a part that shows something and takes no clicks of its own."""
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.body.addWidget(widget, stretch)

    def sizeHint(self) -> QSize:
        """Return the size of what lies in it."""
        return self.body.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size of what lies in it."""
        return self.body.minimumSize()

    def corner_radius(self) -> float:
        """Return the card's corner radius."""
        return self._radius

    def surface_rect(self) -> QRectF:
        """Return the surface without its shadow."""
        return QRectF(self.rect()).adjusted(0, 0, 0, -SHADOW_DEPTH_PX)

    def focus_outline(self) -> tuple[QRectF, float]:
        """Return the surface."""
        return self.surface_rect(), self._radius

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter as well as on Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the surface; its line grows stronger under the pointer."""
        with smooth_painter(self) as painter:
            rect = self.surface_rect()
            paint_shadow(painter, rect.adjusted(0.5, 0.5, -0.5, -0.5), self._radius)
            fill: Colour = "hover" if self.isDown() else "surface"
            line: Colour = "accent" if self.is_hot else "line"
            width = 1.5 if self.is_hot and tokens().name != "contrast" else 1.0
            paint_box(painter, rect, self._radius, fill=colour(fill), line=colour(line), width=width)
