"""The cards of all exercises: filtered, walked by arrow keys, and given their pictures one by one."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from backguide.catalogue.model import Exercise
from backguide.figure.library import MotionLibrary
from backguide.ui.motion_lookup import motion_of
from backguide.ui.pages.exercise_card import ExerciseCard
from backguide.ui.pages.exercise_grid_layout import CardGridLayout
from backguide.ui.theme.metrics import CARD_GAP, FOCUS_ROOM

_LEAST_CARD_PX = 232
_ROW_GAP_PX = 13  # with the 4 px of shadow below each card
_SETTLED_MS = 120  # while a window is being resized the pictures are stretched, then made anew


class ExerciseGrid(QWidget):
    """One card an exercise. Pictures are made while it is visible, one an event-loop turn."""

    exercise_requested = Signal(str)
    card_focused = Signal(QWidget)

    def __init__(
        self, exercises: Iterable[Exercise], motions: MotionLibrary, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._grid = CardGridLayout(self, least_px=_LEAST_CARD_PX, gap_px=CARD_GAP, row_gap_px=_ROW_GAP_PX)
        self.cards: list[ExerciseCard] = []
        self._filling = QTimer(self)
        self._filling.setSingleShot(True)
        self._filling.timeout.connect(self._on_filling_timeout)
        for exercise in exercises:
            variation = exercise.variation()
            card = ExerciseCard(exercise, motion_of(motions, exercise.slug, variation.slug))
            card.clicked.connect(self._on_card_clicked)
            self.cards.append(card)
            self._grid.addWidget(card)

    @property
    def shown(self) -> list[ExerciseCard]:
        """The cards that are not filtered away, in reading order."""
        return [card for card in self.cards if not card.isHidden()]

    def set_margins(self, left: int, right: int, bottom: int) -> None:
        """Set the room around the cards in px; above them there is just the focus ring's."""
        self._grid.setContentsMargins(left, FOCUS_ROOM, right, bottom)

    def show_only(self, slugs: Iterable[str]) -> None:
        """Show the cards of these exercises."""
        wanted = set(slugs)
        for card in self.cards:
            card.setVisible(card.exercise.slug in wanted)
        self._fill_soon(0)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to make the pictures that are missing."""
        super().showEvent(event)
        self._fill_soon(0)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop making pictures."""
        super().hideEvent(event)
        self._filling.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the pictures anew once the size has settled."""
        super().resizeEvent(event)
        missing = any(not card.picture.is_filled for card in self.shown)
        self._fill_soon(0 if missing else _SETTLED_MS)

    def changeEvent(self, event: QEvent) -> None:
        """Make the pictures anew in other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._grid.invalidate()
            self._fill_soon(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the focus between the cards."""
        target = self._target(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
            return
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.card_focused.emit(target)

    def _target(self, key: Qt.Key) -> ExerciseCard | None:
        shown = self.shown
        here = next((index for index, card in enumerate(shown) if card.hasFocus()), None)
        if here is None:
            return None
        margins = self._grid.contentsMargins()
        columns = self._grid.columns_at(self.width() - margins.left() - margins.right())
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -columns,
            Qt.Key.Key_Down: columns,
            Qt.Key.Key_Home: -here,
            Qt.Key.Key_End: len(shown) - 1 - here,
        }
        there = here + steps.get(key, len(shown))
        return shown[there] if 0 <= there < len(shown) else None

    @Slot()
    def _on_card_clicked(self) -> None:
        card = self.sender()
        assert isinstance(card, ExerciseCard)
        self.exercise_requested.emit(card.exercise.slug)

    @Slot()
    def _on_filling_timeout(self) -> None:
        stale = [card.picture for card in self.shown if not card.picture.is_current]
        if stale:
            stale[0].fill()
        if len(stale) > 1:
            self._fill_soon(0)

    def _fill_soon(self, wait_ms: int) -> None:
        if self.isVisible():
            self._filling.start(wait_ms)
