"""The stage of the exercise page: the figure, and the badge that says which side works."""

from PySide6.QtCore import QEvent, QPoint, QPropertyAnimation, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from backguide.catalogue.model import Side, Variation
from backguide.figure.motion import Motion
from backguide.figure.motion_view import Seen
from backguide.figure.skeleton import Posture
from backguide.ui.figure.figure_view import FigureView
from backguide.ui.figure.key_pose_fade import KeyPoseFade
from backguide.ui.session_words import limb_words
from backguide.ui.theme.appearance import motion_ms
from backguide.ui.theme.icons import Icon
from backguide.ui.theme.type import scaled
from backguide.ui.widgets.empty_state import EmptyState
from backguide.ui.widgets.side_badge import SideBadge

_EDGE_PX = 16
_BADGE_PX = 48
_LOW_PX = 400  # on a lower stage the badge stands above the figure, not in its corner
_LOW_BADGE_PX = 32
_BELOW_BADGE_PX = 8


class ExerciseStage(QWidget):
    """Shows postures, and the side in words: at the left edge for the left side, at the right for the right.

    A posture that is on show already is not painted again.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figure = FigureView()
        self.badge = SideBadge(size_px=_BADGE_PX, parent=self)
        self.missing = EmptyState(
            Icon.ALERT_TRIANGLE,
            "No picture",
            "The file of this movement could not be read. The words beside it still hold.",
        )
        self._fade = KeyPoseFade(self.figure)
        self._seen: Seen = "first"
        self._variation: Variation | None = None
        self._side: Side | None = None
        self._slide = QPropertyAnimation(self.badge, b"pos", self)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.figure)
        self._column.addWidget(self.missing)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.missing.hide()
        self.badge.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_variation(self, motion: Motion | None, variation: Variation, side: Side | None) -> None:
        """Get ready for a motion and name its side; without a motion say that there is none."""
        self.figure.setVisible(motion is not None)
        self.missing.setVisible(motion is None)
        self.badge.setVisible(side is not None and motion is not None)
        self.badge.raise_()
        glide = None not in (self._side, side) and side != self._side
        self._variation, self._side = variation, side
        self._make_room()
        self._move_badge(glide=glide)

    def show_posture(
        self, motion: Motion, side: Side | None, posture: Posture, now_s: float | None = None
    ) -> None:
        """Show a posture; at a time, where it is one of many that follow each other."""
        self._fade.show_posture(motion, side, posture, self._seen, now_s)
        self._fade.go_on(now_s)

    @Slot(str)
    def look_from(self, seen: Seen) -> None:
        """Look from another place."""
        self._seen = seen
        self.figure.look_from(seen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the badge in its corner."""
        super().resizeEvent(event)
        self._make_room()
        self._move_badge(glide=False)

    def changeEvent(self, event: QEvent) -> None:
        """Make room for a badge with larger words."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._make_room()
            self._move_badge(glide=False)

    def hideEvent(self, event: QHideEvent) -> None:
        """Bring the badge to its place at once."""
        super().hideEvent(event)
        self._move_badge(glide=False)

    @property
    def _is_low(self) -> bool:
        """Whether a badge within the stage would cover the figure."""
        return self.height() < scaled(_LOW_PX)

    def _make_room(self) -> None:
        """Put the badge above the figure where the stage is low, and all its words into one line."""
        if self._variation is not None and self._side is not None:
            title, addition = limb_words(self._variation, self._side)
            words = (f"{title} {addition}".strip(), "") if self._is_low else (title, addition)
            self.badge.show_side("L" if self._side == "left" else "R", *words)
        self.badge.set_size(_LOW_BADGE_PX if self._is_low else _BADGE_PX)
        above = self._is_low and self._side is not None and not self.figure.isHidden()
        room = self.badge.sizeHint().height() + _BELOW_BADGE_PX if above else 0
        self._column.setContentsMargins(0, room, 0, 0)

    def _move_badge(self, *, glide: bool) -> None:
        self._slide.stop()
        size, edge = self.badge.sizeHint(), 0 if self._is_low else _EDGE_PX
        self.badge.resize(size)
        goal = QPoint(edge if self.badge.letter == "L" else self.width() - size.width() - edge, edge)
        duration_ms = motion_ms("side") if glide and self.isVisible() else 0
        if not duration_ms:
            self.badge.move(goal)
            return
        self._slide.setDuration(duration_ms)
        self._slide.setStartValue(self.badge.pos())
        self._slide.setEndValue(goal)
        self._slide.start()
