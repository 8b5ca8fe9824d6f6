"""A soft note: a caution, a reading, a word about a rating. No border, no shadow."""

from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from backguide.ui.theme.appearance import colour, tokens
from backguide.ui.theme.icons import Icon
from backguide.ui.theme.metrics import RADIUS_CONTROL
from backguide.ui.theme.tokens import Colour
from backguide.ui.theme.type import Role
from backguide.ui.widgets.icon_view import IconView
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.painting import paint_box, smooth_painter
from backguide.ui.widgets.themed import ThemedWidget

NoteTone = Literal["neutral", "warn", "pain", "good", "danger", "accent"]
# fill, icon, words: the words of a caution stay in the text colour
_TONES: dict[NoteTone, tuple[Colour, Colour, Colour]] = {
    "neutral": ("sunken", "accent_text", "text"),
    "warn": ("warn_soft", "warn", "text"),
    "pain": ("pain_soft", "pain_text", "pain_text"),
    "good": ("good_soft", "good", "text"),
    "danger": ("danger_soft", "danger", "text"),
    "accent": ("accent_soft", "accent_text", "accent_text"),
}


class Note(ThemedWidget):
    """A sentence or two on a soft fill, with an icon where it helps. `<b>` marks the point."""

    def __init__(
        self,
        text: str,
        tone: NoteTone = "neutral",
        *,
        icon: Icon | None = None,
        role: Role = "body",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone: NoteTone = tone
        _, icon_ink, ink = _TONES[tone]
        self.label = Label(text, role, ink, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 14, 18, 14)
        row.setSpacing(12)
        if icon is not None:
            row.addWidget(IconView(icon, 22, icon_ink), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)

    def set_text(self, text: str) -> None:
        """Say something else."""
        self.label.setText(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the fill; in high contrast with an outline."""
        with smooth_painter(self) as painter:
            fill, ink, _ = _TONES[self._tone]
            line = colour(ink) if tokens().name == "contrast" else None
            paint_box(painter, QRectF(self.rect()), RADIUS_CONTROL, fill=colour(fill), line=line)
