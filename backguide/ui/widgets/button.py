"""The button, in its kinds and sizes."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from backguide.ui.theme.appearance import colour
from backguide.ui.theme.icons import STROKE_STRONG, Icon, paint_icon
from backguide.ui.theme.tokens import Colour
from backguide.ui.theme.type import scaled, scaled_font
from backguide.ui.widgets.painting import paint_box, paint_words, smooth_painter
from backguide.ui.widgets.themed import ThemedButton

ButtonKind = Literal["primary", "secondary", "quiet", "pain", "soft", "plain"]
ButtonSize = Literal["xl", "lg", "md", "sm"]


@dataclass(frozen=True, slots=True)
class _Size:
    height_px: int
    text_px: int
    side_px: int
    icon_px: int


@dataclass(frozen=True, slots=True)
class _Look:
    fill: Colour | None
    hover: Colour | None
    press: Colour | None
    line: Colour | None
    ink: Colour


_SIZES: dict[ButtonSize, _Size] = {
    "xl": _Size(72, 22, 28, 28),
    "lg": _Size(60, 19, 26, 24),
    "md": _Size(48, 16, 20, 20),
    "sm": _Size(40, 15, 16, 18),
}
_LOOKS: dict[ButtonKind, _Look] = {
    "primary": _Look("accent", "accent_hover", "accent_press", None, "on_accent"),
    "secondary": _Look("surface", "hover", "sunken", "line_strong", "text"),
    "quiet": _Look(None, "hover", "accent_soft", None, "accent_text"),
    "pain": _Look("pain_soft", "pain_soft", "pain_soft", "pain", "pain_text"),
    "soft": _Look("accent_soft", "hover", "sunken", None, "accent_text"),
    "plain": _Look(None, "hover", "sunken", None, "muted"),
}
_ICON_GAP_PX = 10


class Button(ThemedButton):
    """Something to press. Give one that shows only an icon an accessible name, it is its tooltip too.

    `flush` drops the side padding of a quiet button, so that its words line up with the words above it.
    """

    def __init__(
        self,
        text: str = "",
        kind: ButtonKind = "primary",
        size: ButtonSize = "md",
        *,
        icon: Icon | None = None,
        trailing: Icon | None = None,
        name: str = "",
        flush: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        if not text and not name:
            raise ValueError("a button with only an icon needs a name")
        self._kind: ButtonKind = kind
        self._size = _SIZES[size]
        self._icon = icon
        self._trailing = trailing
        self._flush = flush
        self.setText(text)
        self.set_name(name)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        """Set what screen readers say where it differs from the words; an icon alone shows it as tooltip."""
        self.setAccessibleName(name)
        self.setToolTip(name if not self.text() else "")

    def set_icon(self, icon: Icon | None) -> None:
        """Show another icon, or none."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: ButtonKind) -> None:
        """Take another kind."""
        self._kind = kind
        self.update()

    def setText(self, text: str) -> None:  # noqa: N802  Qt's own name
        """Show other words."""
        super().setText(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room its words and icons need."""
        height = round(scaled(self._size.height_px))
        if not self.text():
            return QSize(height, height)
        return QSize(round(self._content_px() + 2 * self._side_px()), height)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a button is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter as well as on Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def focus_outline(self) -> tuple[QRectF, float]:
        """Return the pill; a flush button's ring keeps a little room beside its words."""
        room = 8 if self._flush else 0
        return QRectF(self.rect()).adjusted(-room, 0, room, 0), self.corner_radius()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill, then icon, words and trailing icon, centred together."""
        with smooth_painter(self) as painter:
            look = _LOOKS[self._kind]
            self._paint_pill(painter, look)
            self._paint_content(painter, look.ink if self.isEnabled() else self._sleeping_ink())

    def _paint_pill(self, painter: QPainter, look: _Look) -> None:
        bare = look.fill is None and look.line is None
        fill, line = self._fill(look), look.line
        if not self.isEnabled():
            fill, line = (None, None) if bare else ("sunken", "line")
        if (fill is None and line is None) or (self._flush and bare):
            return
        paint_box(
            painter,
            QRectF(self.rect()),
            self.corner_radius(),
            fill=colour(fill) if fill else None,
            line=colour(line) if line else None,
            width=2.5 if self._kind == "pain" and self.is_hot else 1.5,
        )

    def _sleeping_ink(self) -> Colour:
        return "line_strong" if self._kind == "plain" else "muted"

    def _fill(self, look: _Look) -> Colour | None:
        if self.isDown() and self.isEnabled():
            return look.press
        return look.hover if self.is_hot else look.fill

    def _paint_content(self, painter: QPainter, ink: Colour) -> None:
        icon_px, gap = scaled(self._size.icon_px), scaled(_ICON_GAP_PX)
        x, middle = (self.width() - self._content_px()) / 2, self.height() / 2
        if self._icon is not None:
            self._paint_icon(painter, self._icon, x, ink)
            x += icon_px + gap
        font = self._font()
        if self._flush and self.is_hot:
            font.setUnderline(True)
        painter.setFont(font)
        x += paint_words(painter, QPointF(x, middle), self.text(), ink)
        if self._trailing is not None:
            self._paint_icon(painter, self._trailing, x + gap, ink)

    def _paint_icon(self, painter: QPainter, icon: Icon, x: float, ink: Colour) -> None:
        side = scaled(self._size.icon_px)
        box = QRectF(x, (self.height() - side) / 2, side, side)
        paint_icon(painter, icon, box, colour(ink), STROKE_STRONG)

    def _font(self) -> QFont:
        return scaled_font(self._size.text_px, 600)

    def _content_px(self) -> float:
        icon = scaled(self._size.icon_px)
        gap = scaled(_ICON_GAP_PX) if self.text() else 0
        icons = sum(icon + gap for found in (self._icon, self._trailing) if found is not None)
        return icons + QFontMetricsF(self._font()).horizontalAdvance(self.text())

    def _side_px(self) -> float:
        return 0.0 if self._flush else scaled(self._size.side_px)
