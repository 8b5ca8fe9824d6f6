"""The player's stage: the figure, the badge of the side that works, and the veil of a pause."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, Qt, Slot
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from backguide.catalogue.model import Catalogue, Side
from backguide.figure.library import MotionLibrary
from backguide.figure.motion import Motion
from backguide.session.outline import next_exercise
from backguide.session.progress import Progress
from backguide.session.timeline import Step, Timeline
from backguide.ui.figure.figure_view import FigureView
from backguide.ui.figure.key_pose_fade import KeyPoseFade
from backguide.ui.figure.moments import is_breathing, stands_still, stepped_s
from backguide.ui.figure.playback import posture_at, side_shown
from backguide.ui.figure.upcoming import UpcomingFrames
from backguide.ui.motion_lookup import motion_of_step
from backguide.ui.pages.player_keys import HINT
from backguide.ui.pages.view_button import ViewButton
from backguide.ui.passage import Passage
from backguide.ui.session_words import limb_words
from backguide.ui.theme.appearance import appearance, colour, motion_ms
from backguide.ui.theme.metrics import RADIUS_STAGE
from backguide.ui.theme.type import scaled
from backguide.ui.widgets.card import Card
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.painting import paint_box, smooth_painter
from backguide.ui.widgets.side_badge import SideBadge
from backguide.ui.widgets.themed import ThemedWidget

_BADGE_INSET_PX = 20
_VIEW_INSET_PX = 12
_LOW_PX = 460  # on a lower stage the words for the other view would cover the figure
_VIEW_WORDS_PX = 190  # its words in any view; where there is less, they go
_BADGE_SIZES = ((700, 72), (520, 60), (0, 52))  # from this width of the stage, this disc
_VEIL = 0.7
_FRAMING_MARGIN = 0.03  # of its height a picture leaves free above the figure anyway
_MOST_HEADROOM = 0.3  # of its height: rather a badge before the figure than a figure nobody can see


class _Picture(NamedTuple):
    """What the figure shows; `moment_s` is None while it stands still and does not breathe."""

    motion: Motion
    side: Side | None
    step: int
    moment_s: float | None


class PlayerStage(QWidget):
    """Shows a moment of a session, and has the rest of its exercise painted ahead.

    The same moment twice paints nothing.
    """

    def __init__(self, catalogue: Catalogue, motions: MotionLibrary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._motions = motions
        self.figure = FigureView(parent=self)
        self.badge = SideBadge(parent=self)
        self.badge.hide()
        self.veil = PausedVeil(self)
        self.veil.hide()
        self.view = ViewButton(self)
        self.view.turned.connect(self._on_view_turned)
        self._picture: _Picture | None = None
        self._viewed: Motion | None = None
        self._before: tuple[Timeline, Step] | None = None
        self._is_still = True
        self._side: Side | None = None
        self._named: tuple[str, str, Side] | None = None
        self._slide = Passage()
        self._fade = KeyPoseFade(self.figure)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def is_moving(self) -> bool:
        """Whether the next moment looks different from the one shown, by more than a breath."""
        moving = self._picture is not None and not self._is_still
        return (moving and not appearance().reduced_motion) or self._slide.is_on or self._fade.is_on

    def show_moment(self, progress: Progress, now_s: float, *, at_once: bool = False) -> None:
        """Show figure and side; the badge slides over, or with `at_once` is there already.

        While sides are changed the figure still comes out of the old one; the badge names the new one at
        once, as the instruction does.
        """
        step, elapsed_s = progress.step, progress.elapsed_in_step_s
        self._show_figure(
            step, elapsed_s, side_shown(step, elapsed_s), now_s, at_lead_in=progress.lead_in_s > 0
        )
        self._fade.go_on(None if at_once else now_s)
        self._expect(progress)
        self._show_side(step, step.side, now_s, at_once=at_once)

    def show_paused(self, reason: str | None) -> None:
        """Dim the stage and say why; None takes the veil away."""
        self.veil.setVisible(reason is not None)
        if reason is not None:
            self.veil.set_reason(reason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let everything fill the stage, and give the badge the size that suits it."""
        super().resizeEvent(event)
        self.figure.setGeometry(self.rect())
        self.veil.setGeometry(self.rect())
        self.badge.set_size(next(size for width, size in _BADGE_SIZES if self.width() >= width))
        self._place_badge(1.0)
        self._place_view()

    def changeEvent(self, event: QEvent) -> None:
        """Give the words on the stage the room that another text size needs."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._place_view()

    @Slot()
    def _on_view_turned(self) -> None:
        self.figure.look_from(self.view.seen)
        self._place_view()

    def _show_figure(
        self, step: Step, elapsed_s: float, side: Side | None, now_s: float, *, at_lead_in: bool
    ) -> None:
        motion = motion_of_step(self._motions, step)
        self._show_view(step.exercise, motion)
        if motion is None:
            self._picture = None
            self.figure.show_nothing()
            return
        self._is_still = at_lead_in or stands_still(motion, step, elapsed_s)
        breathing = is_breathing(step) and not at_lead_in
        if appearance().reduced_motion and (breathing or not self._is_still):
            elapsed_s = stepped_s(motion, step, elapsed_s)
        standing = self._is_still and not breathing
        picture = _Picture(motion, side, step.index, None if standing else elapsed_s)
        if picture != self._picture:
            self._picture = picture
            name = self._catalogue.exercises[step.exercise].name
            self.figure.setAccessibleName(f"{name}, {side} side" if side else name)
            posture = posture_at(motion, step, elapsed_s)
            self._fade.show_posture(motion, side, posture, self.view.seen, now_s)

    def _show_view(self, exercise: str, motion: Motion | None) -> None:
        if motion is not self._viewed:
            self._viewed = motion
            self.view.show_motion(exercise, motion)
            self._place_view()

    def _place_view(self) -> None:
        """Put the turning of the camera above the figure, between the badge's places, or in a corner."""
        room_px = self.width()
        if self._side is not None:
            room_px -= 2 * (_BADGE_INSET_PX + self.badge.sizeHint().width())
        self.view.set_compact(compact=self.height() < scaled(_LOW_PX) or room_px < scaled(_VIEW_WORDS_PX))
        size = self.view.sizeHint()
        x, y = self.width() - _VIEW_INSET_PX - size.width(), _BADGE_INSET_PX
        if self._side is not None and size.width() <= room_px:
            x = (self.width() - size.width()) // 2
        elif self._side is not None:
            y = self.height() - _VIEW_INSET_PX - size.height()
        self.view.setGeometry(x, y, size.width(), size.height())

    def _expect(self, progress: Progress) -> None:
        """Tell the figure what comes: once per exercise, and again when the session jumps."""
        timeline, step = progress.timeline, progress.step
        before, self._before = self._before, (timeline, step) if self._picture is not None else None
        if self._picture is None or appearance().reduced_motion:
            return
        goes_on = before is not None and before[0] is timeline and before[1].item == step.item
        if not goes_on or before is None or not 0 <= step.index - before[1].index <= 1:
            coming = next_exercise(timeline, step)
            next_motion = motion_of_step(self._motions, coming) if coming is not None else None
            self.figure.expect(UpcomingFrames(self._picture.motion, next_motion, timeline, step.index))

    def _show_side(self, step: Step, side: Side | None, now_s: float, *, at_once: bool) -> None:
        if side is None:
            self.badge.hide()
            self.figure.set_headroom(0)
        elif self._side is not None and side != self._side and not at_once:
            self._slide.begin(now_s, motion_ms("side"))
        self._side = side
        if at_once or side is None:
            self._slide.end()
        if side is not None:
            self._name_side(step, side)
            self._place_badge(self._slide.share(now_s))
        self._place_view()

    def _name_side(self, step: Step, side: Side) -> None:
        if (named := (step.exercise, step.variation, side)) != self._named:
            self._named = named
            variation = self._catalogue.exercises[step.exercise].variation(step.variation)
            self.badge.show_side("L" if side == "left" else "R", *limb_words(variation, side))
        self.badge.show()

    def _place_badge(self, share: float) -> None:
        """Put the badge this far on its way to its own edge."""
        size = self.badge.sizeHint()
        inset = max(0, min(_BADGE_INSET_PX, (self.width() - size.width()) // 2))
        left, right = inset, self.width() - inset - size.width()
        start, end = (right, left) if self._side == "left" else (left, right)
        eased = share * share * (3 - 2 * share)
        self.badge.setGeometry(
            round(start + (end - start) * eased), _BADGE_INSET_PX, size.width(), size.height()
        )
        if self._side is not None:
            free_px = self.height() * _FRAMING_MARGIN
            below_px = min(_BADGE_INSET_PX + size.height() - free_px, self.height() * _MOST_HEADROOM)
            self.figure.set_headroom(max(0, round(below_px)))


class PausedVeil(ThemedWidget):
    """Dims the stage and says that time stands still, why, and how to go on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._reason = Label("", "body", "muted", wrap=True, align=centre)
        self.card = Card(shadow=False)
        self.card.set_padding(40, 24, 40, 24)
        self.card.body.addWidget(Label("Paused", "display", align=centre))
        self.card.body.addWidget(self._reason)
        self.card.body.addWidget(Label("Space to go on", "body", "muted", align=centre))
        self.card.body.addSpacing(8)
        self.card.body.addWidget(Label(HINT, "small", "muted", wrap=True, align=centre))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self.card, 0, Qt.AlignmentFlag.AlignCenter)

    @property
    def reason(self) -> str:
        """Why, beyond that it was asked for."""
        return self._reason.text()

    def set_reason(self, reason: str) -> None:
        """Say why; nothing where the person asked for it."""
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the veil."""
        with smooth_painter(self) as painter:
            paint_box(
                painter, QRectF(self.rect()), RADIUS_STAGE, fill=colour("bg", _VEIL), line=colour("line")
            )
