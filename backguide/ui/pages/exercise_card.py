"""The card of one exercise: its picture, its name, and kind and dose in words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QLinearGradient, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from backguide.catalogue.model import Exercise, Side, Variation
from backguide.figure.motion import Motion
from backguide.ui.figure.figure_view import still
from backguide.ui.theme.appearance import colour, tokens
from backguide.ui.theme.metrics import RADIUS_CARD
from backguide.ui.widgets.card import CardButton
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.painting import SHADOW_DEPTH_PX, rounded_path, smooth_painter
from backguide.ui.widgets.themed import ThemedWidget
from backguide.ui.wording import KINDS, dose_words

_ARROWS = {
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}
_LINE_PX = 1
_WORDS_PX = 15  # room around the words


class ExerciseCard(CardButton):
    """Pressed to open its exercise. Arrow keys are left to the grid around it."""

    def __init__(self, exercise: Exercise, motion: Motion | None, parent: QWidget | None = None) -> None:
        variation = exercise.variation()
        meta = f"{KINDS[exercise.kind]}  ·  {dose_words(variation)}"
        super().__init__(f"{exercise.name}, {KINDS[exercise.kind]}, {dose_words(variation)}", parent=parent)
        self.exercise = exercise
        self.picture = ExercisePicture(motion, side_pictured(variation))
        self.setAccessibleDescription(exercise.purpose)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.body.setContentsMargins(_LINE_PX, _LINE_PX, _LINE_PX, _LINE_PX + SHADOW_DEPTH_PX)
        self.add_widget(self.picture)
        self.add_widget(_words(exercise.name, meta))
        self.body.addStretch(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter and Space; let the grid move the focus."""
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class ExercisePicture(ThemedWidget):
    """The still of a movement above a card's words. It shows an empty stage until `fill` is called.

    Making a still takes some hundredths of a second, so the page decides when.
    """

    def __init__(self, motion: Motion | None, side: Side | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._motion = motion
        self._side: Side | None = side
        self._pixmap: QPixmap | None = None
        self._theme = ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def is_filled(self) -> bool:
        """Whether there is a picture, if perhaps not of the size and the colours in force."""
        return self._pixmap is not None

    @property
    def is_current(self) -> bool:
        """Whether nothing is left to do: the picture fits, or there is none to be had."""
        if self._motion is None:
            return True
        if self._pixmap is None or self._theme != tokens().name:
            return False
        ratio = self._pixmap.devicePixelRatio()
        fits = self._pixmap.deviceIndependentSize().toSize() == self.size()
        return fits and ratio == self.devicePixelRatioF()

    def fill(self) -> None:
        """Make the picture for the size and the colours in force."""
        if self._motion is not None and not self.size().isEmpty():
            self._pixmap = still(self._motion, self._side, self.size(), self.devicePixelRatioF())
            self._theme = tokens().name
            self.update()

    def hasHeightForWidth(self) -> bool:
        """Return that the picture keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return half the width."""
        return round(width / 2)

    def sizeHint(self) -> QSize:
        """Return a small picture."""
        return QSize(240, 120)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture, or the empty stage, flush with the card's upper corners."""
        with smooth_painter(self) as painter:
            frame = QRectF(self.rect())
            painter.setClipPath(rounded_path(frame, RADIUS_CARD - _LINE_PX, "top"))
            if self._pixmap is not None and self._theme == tokens().name:
                painter.drawPixmap(self.rect(), self._pixmap)
            else:
                stage = QLinearGradient(frame.topLeft(), frame.bottomLeft())
                stage.setColorAt(0, colour("stage0"))
                stage.setColorAt(1, colour("stage1"))
                painter.fillRect(frame, stage)


def side_pictured(variation: Variation) -> Side | None:
    """Return the side that pictures show: the right one where there are sides."""
    return None if variation.sides == "none" else "right"


def _words(name: str, meta: str) -> QWidget:
    words = QWidget()
    column = QVBoxLayout(words)
    column.setContentsMargins(_WORDS_PX, 9, _WORDS_PX, 9)
    column.setSpacing(1)
    column.addWidget(Label(name, "strong", wrap=True))
    column.addWidget(Label(meta, "small", "muted", wrap=True))
    return words
