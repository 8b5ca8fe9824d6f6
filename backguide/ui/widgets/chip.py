"""Chips: to filter by, or to say a state in two words."""

from typing import Literal

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from backguide.ui.theme.appearance import appearance, colour
from backguide.ui.theme.icons import Icon, paint_icon
from backguide.ui.theme.tokens import Colour
from backguide.ui.theme.type import scaled, scaled_font
from backguide.ui.widgets.painting import paint_box, paint_words, smooth_painter
from backguide.ui.widgets.themed import ThemedButton, ThemedWidget

Tone = Literal["good", "warn", "pain", "accent", "danger", "neutral"]

_TONES: dict[Tone, tuple[Colour, Colour]] = {
    "good": ("good_soft", "good"),
    "warn": ("warn_soft", "warn"),
    "pain": ("pain_soft", "pain_text"),
    "accent": ("accent_soft", "accent_text"),
    "danger": ("danger_soft", "danger"),
    "neutral": ("sunken", "muted"),
}
_ICON_PX = 18
_ICON_GAP_PX = 6


class FilterChip(ThemedButton):
    """A choice among filters: outlined, filled when chosen. Checkable; put several into a QButtonGroup."""

    def __init__(self, text: str, *, icon: Icon | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setText(text)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for the words in their heavier weight, so that choosing moves nothing."""
        icon = scaled(_ICON_PX + _ICON_GAP_PX) if self._icon else 0
        words = QFontMetricsF(scaled_font(15, 600)).horizontalAdvance(self.text())
        return QSize(round(words + icon + scaled(30)), round(scaled(36)))

    def hitButton(self, pos: QPoint) -> bool:
        """Take clicks anywhere."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill and its words."""
        with smooth_painter(self) as painter:
            fill, line, ink = self._look()
            rect = QRectF(self.rect())
            paint_box(
                painter, rect, self.corner_radius(), fill=colour(fill), line=colour(line) if line else None
            )
            painter.setFont(scaled_font(15, 600 if self.isChecked() else 500))
            icon = scaled(_ICON_PX) if self._icon else 0
            gap = scaled(_ICON_GAP_PX) if self._icon else 0
            words = QFontMetricsF(painter.font()).horizontalAdvance(self.text())
            x = (self.width() - words - icon - gap) / 2
            if self._icon is not None:
                box = QRectF(x, (self.height() - icon) / 2, icon, icon)
                paint_icon(painter, self._icon, box, colour(ink))
            paint_words(painter, QPointF(x + icon + gap, self.height() / 2), self.text(), ink)

    def _look(self) -> tuple[Colour, Colour | None, Colour]:
        if not self.isEnabled():
            return "sunken", "line", "muted"
        if self.isChecked():
            return ("accent_hover" if self.is_hot else "accent"), None, "on_accent"
        return ("hover" if self.is_hot else "surface"), "line_strong", "text"


class StatusChip(ThemedWidget):
    """A state in two words on a soft fill, with an icon where the state matters."""

    def __init__(
        self,
        text: str,
        tone: Tone = "neutral",
        *,
        icon: Icon | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text = text
        self._tone: Tone = tone
        self._icon = icon
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """The words."""
        return self._text

    def show_status(self, text: str, tone: Tone, icon: Icon | None = None) -> None:
        """Say another state."""
        self._text, self._tone, self._icon = text, tone, icon
        self.setAccessibleName(text)
        self.restyle()

    def sizeHint(self) -> QSize:
        """Return room for icon and words."""
        icon = scaled(_ICON_PX + _ICON_GAP_PX - 2) if self._icon else 0
        words = QFontMetricsF(scaled_font(14, 500)).horizontalAdvance(self._text)
        return QSize(round(words + icon + scaled(22)), round(scaled(30)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill, its icon and its words."""
        with smooth_painter(self) as painter:
            fill, ink = _TONES[self._tone]
            line = colour(ink) if appearance().tokens.name == "contrast" else None
            paint_box(painter, QRectF(self.rect()), self.height() / 2, fill=colour(fill), line=line)
            x = scaled(11)
            if self._icon is not None:
                side = scaled(_ICON_PX)
                paint_icon(
                    painter, self._icon, QRectF(x - 2, (self.height() - side) / 2, side, side), colour(ink)
                )
                x += side + scaled(_ICON_GAP_PX - 2)
            painter.setFont(scaled_font(14, 500))
            paint_words(painter, QPointF(x, self.height() / 2), self._text, ink)
