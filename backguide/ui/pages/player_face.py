"""What the player shows: its parts, where they stand, and what of a session each of them tells."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from backguide.session.player import PlayerState
from backguide.session.progress import Progress
from backguide.ui import session_words
from backguide.ui.motion_lookup import motion_of_step
from backguide.ui.pages.mat_view import MatView, next_turn
from backguide.ui.pages.player_controls import PlayerControls
from backguide.ui.pages.player_header import PlayerHeader
from backguide.ui.pages.player_layout import Needs, arrange, is_narrow
from backguide.ui.pages.player_parts import NextCard, PlayerCaption
from backguide.ui.pages.player_stage import PlayerStage
from backguide.ui.pages.player_strip import PlayerStrip
from backguide.ui.services import Services
from backguide.ui.theme.appearance import appearance
from backguide.ui.widgets.countdown_ring import CountdownRing
from backguide.ui.widgets.fading_label import FadingLabel, WordFade
from backguide.ui.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from backguide.figure.motion_view import Seen
    from backguide.session.timeline import Timeline

_STRIP_INSET_PX = 16


class PlayerFace(QWidget):
    """Shows a moment of a session in a window of any size. It asks nobody and changes nothing."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._shown_step: tuple[Timeline, int] | None = None
        centre = Qt.AlignmentFlag.AlignHCenter
        self.header = PlayerHeader(self)
        self.message = MessageBar(self)
        self.stage = PlayerStage(services.catalogue, services.motions, self)
        self.caption = PlayerCaption(self)
        self.phase = FadingLabel("", "phase", align=centre, elide=True, parent=self)
        self.counts = FadingLabel("", "lead", "muted", align=centre, elide=True, tabular=True, parent=self)
        self.ring = CountdownRing(smallest_px=80, parent=self)
        self.next_card = NextCard(self)
        self.strip = PlayerStrip(self)
        self.controls = PlayerControls(self)
        self._words = WordFade(self.phase, self.counts, self.caption.headline, self.caption.sentence)
        self.mat = MatView(services.catalogue, services.motions, self)
        seen: dict[str, Seen] = {}
        for stage in (self.stage, self.mat.stage):
            stage.view.choose_into(seen)

    @property
    def seen_stage(self) -> PlayerStage:
        """The stage that can be seen: the upright one, or the one on the turned sheet."""
        return self.mat.stage if self.mat.is_turned else self.stage

    def turn_picture(self) -> None:
        """Turn picture and words by a quarter: clockwise, counter-clockwise, and upright again."""
        self.mat.set_turn(next_turn(self.mat.turn))
        self.header.show_turn(self.mat.turn)
        self.arrange()

    def show_moment(self, progress: Progress, state: PlayerState, pause_reason: str) -> None:
        """Show where the session stands; `pause_reason` says why it is paused beyond being asked to."""
        paused = state == "paused"
        exercise = session_words.exercise_name(self._services.catalogue, progress.step)
        now_s = self._services.clock.monotonic_s()
        self.seen_stage.show_moment(progress, now_s, at_once=state != "running")
        self.header.show_progress(progress, exercise)
        self._show_ring(progress)
        phase, step = session_words.phase_word(progress), (progress.timeline, progress.step.index)
        phase = "Paused" if paused else phase
        if step != self._shown_step or phase != self.phase.text():
            self._words.begin(now_s)
        if step != self._shown_step:
            self._shown_step = step
            self._show_step(progress, exercise)
        self.phase.setText(phase)
        self._words.go_on(now_s, at_once=state != "running")
        self.ring.set_counting_in(counting_in=progress.lead_in_s > 0)
        self.ring.setEnabled(not paused)
        self.mat.show_phase(phase, paused=paused)
        holding = progress.step.kind == "hold" and not progress.lead_in_s
        self.controls.show_state(paused=paused, holding=holding)
        self.seen_stage.show_paused(pause_reason if paused else None)

    @property
    def is_moving(self) -> bool:
        """Whether the next moment looks different from the one shown, by more than a breath."""
        return self.seen_stage.is_moving or self._words.is_on

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the parts anew."""
        super().resizeEvent(event)
        self.arrange()
        self.header.show_full_screen(full=self.window().isFullScreen())

    def changeEvent(self, event: QEvent) -> None:
        """Arrange the parts anew when the text size changes."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self.arrange()

    def arrange(self) -> None:
        """Give every part its place in the window."""
        scale = appearance().text_scale
        narrow = is_narrow(self.size(), scale)
        self.header.set_narrow(narrow=narrow)
        message_px = self.message.sizeHint().height() if self.message.text else 0
        header_px, controls_px = self.header.sizeHint().height(), self.controls.sizeHint().height()
        places = arrange(self.size(), Needs(header_px, controls_px, message_px, scale))
        side = Qt.AlignmentFlag.AlignHCenter if places.words_centred else Qt.AlignmentFlag.AlignLeft
        for label in (self.phase, self.counts):
            label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self.phase.set_role("far" if places.far else "phase")
        self.counts.set_role("lead_far" if places.far else "lead")
        self.caption.set_centred(centred=places.words_centred)
        for name in ("header", "message", "stage", "caption", "phase", "counts", "ring", "next_card"):
            getattr(self, name).setGeometry(getattr(places, name))
        self.controls.setGeometry(places.controls)
        self.controls.fit(places.controls.width())
        self.mat.setGeometry(places.middle)
        for part in (self.stage, self.caption, self.phase, self.counts, self.ring):
            part.setVisible(not self.mat.is_turned)
        self.next_card.setVisible(not self.mat.is_turned and not places.next_card.isEmpty())
        self.place_strip()

    def place_strip(self) -> None:
        """Put the question that need not be answered at the foot of the stage."""
        stage = self.mat.geometry() if self.mat.is_turned else self.stage.geometry()
        width = stage.width() - 2 * _STRIP_INSET_PX
        height = max(self.strip.heightForWidth(width), self.strip.sizeHint().height())
        top = stage.bottom() + 1 - _STRIP_INSET_PX - height
        self.strip.setGeometry(stage.x() + _STRIP_INSET_PX, top, width, height)

    def _show_step(self, progress: Progress, exercise: str) -> None:
        timeline, step = progress.timeline, progress.step
        self.counts.setText(session_words.counts_line(timeline, step))
        introducing = step.kind in session_words.INTRODUCING
        for caption in (self.caption, self.mat.caption):
            caption.show_instruction(step.say, exercise if introducing else "")
        coming = session_words.next_words(self._services.catalogue, timeline, step)
        motion = motion_of_step(self._services.motions, coming.step) if coming is not None else None
        self.next_card.show_next(coming, motion)

    def _show_ring(self, progress: Progress) -> None:
        left_s = session_words.seconds_shown(progress)
        whole_s = progress.lead_in_whole_s if progress.lead_in_s > 0 else progress.step.duration_s
        if appearance().reduced_motion:
            left_s = float(session_words.whole_seconds_left(left_s))
        for ring in (self.ring, self.mat.ring):
            ring.show_left(left_s / whole_s if whole_s else 0.0, *session_words.ring_words(left_s))
