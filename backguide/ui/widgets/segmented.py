"""One choice out of a few, side by side on a track."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from backguide.ui.theme.appearance import colour, tokens
from backguide.ui.theme.type import scaled, scaled_font
from backguide.ui.widgets.painting import paint_box, smooth_painter
from backguide.ui.widgets.themed import ThemedChoice, ThemedWidget

_INSET_PX = 4
_SIDE_PX = 18
_LEAST_SIDE_PX = 4  # where there is little room
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}

if TYPE_CHECKING:
    from backguide.ui.theme.tokens import Colour


class Segmented(ThemedWidget):
    """A track with one of its segments chosen. Arrow keys, Home and End move the choice; one stop for Tab."""

    current_changed = Signal(int)

    def __init__(
        self,
        labels: Sequence[str],
        name: str,
        *,
        current: int = 0,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._small = small
        self._current = current
        self._segments = [_Segment(label, self) for label in labels]
        for segment in self._segments:
            segment.clicked.connect(self._on_segment_clicked)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._show_current()

    @property
    def current(self) -> int:
        """The index of the chosen segment."""
        return self._current

    def set_current(self, index: int) -> None:
        """Choose a segment. Raises IndexError for one that is not there."""
        if not 0 <= index < len(self._segments):
            raise IndexError(index)
        if index != self._current:
            self._current = index
            self._show_current()
            self.current_changed.emit(index)

    def sizeHint(self) -> QSize:
        """Return room for every label."""
        return self._size(_SIDE_PX)

    def minimumSizeHint(self) -> QSize:
        """Return room for every label, close together: labels are never cut."""
        return self._size(_LEAST_SIDE_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the choice and the focus with it."""
        target = self._target(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
            return
        self.set_current(target)
        self._segments[target].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the width in proportion to the labels."""
        super().resizeEvent(event)
        self._place()

    def restyle(self) -> None:
        """Take over theme and text size."""
        super().restyle()
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the track; in high contrast with an outline."""
        with smooth_painter(self) as painter:
            line = colour("line_strong") if tokens().name == "contrast" else None
            paint_box(painter, QRectF(self.rect()), self.height() / 2, fill=colour("sunken"), line=line)

    def _on_segment_clicked(self) -> None:
        segment = self.sender()
        assert isinstance(segment, _Segment)
        self.set_current(self._segments.index(segment))

    def _target(self, key: Qt.Key) -> int | None:
        if key in _STEPS:
            return min(len(self._segments) - 1, max(0, self._current + _STEPS[key]))
        if key == Qt.Key.Key_Home:
            return 0
        return len(self._segments) - 1 if key == Qt.Key.Key_End else None

    def _show_current(self) -> None:
        for index, segment in enumerate(self._segments):
            chosen = index == self._current
            segment.set_chosen(chosen)
            segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)
            if chosen:
                self.setFocusProxy(segment)

    def _place(self) -> None:
        """Give every segment its label and an equal share of the room that is left."""
        labels = [segment.label_px() for segment in self._segments]
        share = (self.width() - 2 * _INSET_PX - sum(labels)) / max(1, len(labels))
        left = float(_INSET_PX)
        for segment, label in zip(self._segments, labels, strict=True):
            right = left + label + share
            segment.setGeometry(
                round(left), _INSET_PX, round(right) - round(left), self.height() - 2 * _INSET_PX
            )
            left = right

    def _size(self, side_px: int) -> QSize:
        width = sum(segment.label_px() + 2 * scaled(side_px) for segment in self._segments) + 2 * _INSET_PX
        return QSize(math.ceil(width), self._height_px())

    def _height_px(self) -> int:
        return round(scaled(44 if self._small else 48))


class _Segment(ThemedChoice):
    def __init__(self, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._label = label
        self.setAccessibleName(label)

    def label_px(self) -> float:
        return QFontMetricsF(scaled_font(15, 600)).horizontalAdvance(self._label)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with smooth_painter(self) as painter:
            if self.isChecked():
                line: Colour = "line" if tokens().name == "light" else "line_strong"
                paint_box(
                    painter, QRectF(self.rect()), self.height() / 2, fill=colour("thumb"), line=colour(line)
                )
            painter.setFont(scaled_font(15, 600 if self.isChecked() else 500))
            live = self.isEnabled() and (self.isChecked() or self.underMouse())
            painter.setPen(colour("text" if live else "muted"))
            painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self._label)
