"""The session on the screen: readable from three metres, and by ear alone where nobody looks."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHideEvent,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from backguide.session.events import Event, LeadInStarted, Paused, Resumed, StepStarted
from backguide.session.walk import Progress
from backguide.ui import session_words
from backguide.ui.motion_lookup import motion_of_step
from backguide.ui.pages.end_dialog import EndDialog
from backguide.ui.pages.player_header import PlayerHeader
from backguide.ui.pages.player_layout import Needs, arrange, is_narrow
from backguide.ui.pages.player_parts import NextCard, PlayerCaption, PlayerControls
from backguide.ui.pages.player_stage import PlayerStage
from backguide.ui.services import Services
from backguide.ui.session_run import LEAD_IN_S, SessionRun
from backguide.ui.theme.appearance import appearance
from backguide.ui.widgets.countdown_ring import CountdownRing
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.message_bar import MessageBar

MOVING_MS = 33
STANDING_MS = 100
_LARGE_RING_PX = 400  # a ring this large is seen from further away, and so are the words above it
_ASLEEP = "The computer was asleep, so time stood still."
_HIDDEN = "The window was hidden, so time stood still."


class PlayerPage(QWidget):
    """Shows what a run is at, tick by tick, and passes keys and buttons on to it.

    The timer runs while the session does and the page can be seen: 30 times a second while something
    moves, 10 times while the figure stands. A page that is hidden pauses the session.
    """

    full_screen_requested = Signal()

    def __init__(self, services: Services, run: SessionRun, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._run = run
        self._shown_step: tuple[object, int] | None = None
        self._pause_reason = ""
        self._dialog: EndDialog | None = None
        self._resume_after_dialog = False
        self.announced = ""
        self.timer = QTimer(self)
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._build()
        self._connect_signals()
        self._keys = self._make_keys()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"Session: {run.progress.timeline.name}")
        self._on_preferences_changed()
        self._show()

    def _build(self) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        self.header = PlayerHeader(self)
        self.message = MessageBar(self)
        self.stage = PlayerStage(self._services.catalogue, self._services.motions, self)
        self.caption = PlayerCaption(self)
        self.phase = Label("", "phase", align=centre, elide=True, parent=self)
        self.counts = Label("", "lead", "muted", align=centre, elide=True, tabular=True, parent=self)
        self.ring = CountdownRing(smallest_px=80, parent=self)
        self.next_card = NextCard(self)
        self.controls = PlayerControls(self)

    def _connect_signals(self) -> None:
        run, controls, header = self._run, self.controls, self.header
        self.timer.timeout.connect(run.advance)
        run.advanced.connect(self._on_run_advanced)
        run.trouble_told.connect(self.tell)
        controls.previous_requested.connect(run.go_previous)
        controls.pause_requested.connect(run.toggle_pause)
        controls.next_requested.connect(run.go_next)
        controls.longer_requested.connect(run.lengthen)
        header.end_requested.connect(self.ask_to_end)
        header.mute_requested.connect(self._on_header_mute_requested)
        header.full_screen_requested.connect(self.full_screen_requested)
        self.message.closed.connect(self._on_message_closed)
        self._services.preferences.changed.connect(self._on_preferences_changed)

    def _make_keys(self) -> Mapping[int, Callable[[], None]]:
        run, key = self._run, Qt.Key
        return {
            key.Key_Space: run.toggle_pause,
            key.Key_MediaPlay: run.toggle_pause,
            key.Key_MediaTogglePlayPause: run.toggle_pause,
            key.Key_MediaPause: run.pause,
            key.Key_Right: run.go_next,
            key.Key_MediaNext: run.go_next,
            key.Key_Left: run.go_previous,
            key.Key_MediaPrevious: run.go_previous,
            key.Key_Plus: run.lengthen,
            key.Key_Escape: self.ask_to_end,
            key.Key_MediaStop: self.ask_to_end,
            key.Key_M: self._on_header_mute_requested,
            key.Key_F: self.full_screen_requested.emit,
            key.Key_F11: self.full_screen_requested.emit,
        }

    # -- what others may ask for
    @Slot(str)
    def tell(self, sentence: str) -> None:
        """Show a calm sentence above the stage until it is closed."""
        self.message.show_message(sentence, "warn")
        self._arrange()

    @Slot()
    def ask_to_end(self) -> None:
        """Pause, and ask whether to end here."""
        if self._dialog is not None or self._run.state not in ("running", "paused"):
            return
        self._resume_after_dialog = self._run.state == "running"
        self._run.pause()
        dialog = EndDialog(self)
        dialog.confirmed.connect(self._on_dialog_confirmed)
        dialog.declined.connect(self._on_dialog_declined)
        self._dialog = dialog
        self.stage.veil.card.hide()  # the question says enough
        dialog.ask()

    @property
    def dialog(self) -> EndDialog | None:
        """The question whether to end, while it is asked."""
        return self._dialog

    def refresh(self) -> None:
        """Nothing here is read from the journal."""

    # -- Qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the player's keys, held down or not, once."""
        action = self._keys.get(event.key())
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if action is None or not (plain or event.key() == Qt.Key.Key_Plus):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            action()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys and go with the time."""
        super().showEvent(event)
        self.setFocus()
        self.header.show_full_screen(full=self.window().isFullScreen())
        self._set_timer()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let time stand still while nobody can see it."""
        super().hideEvent(event)
        self.timer.stop()
        if self._run.state == "running":
            self._pause_reason = _HIDDEN
            self._run.pause()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the parts anew."""
        super().resizeEvent(event)
        self._arrange()
        self.header.show_full_screen(full=self.window().isFullScreen())

    def changeEvent(self, event: QEvent) -> None:
        """Arrange the parts anew when the text size changes."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._arrange()

    # -- slots
    @Slot(object)
    def _on_run_advanced(self, events: tuple[Event, ...]) -> None:
        for event in events:
            if isinstance(event, Paused) and event.cause == "suspended":
                self._pause_reason = _ASLEEP
            elif isinstance(event, Resumed):
                self._pause_reason = ""
        self._show()
        if any(isinstance(event, StepStarted | LeadInStarted) for event in events):
            self._announce(session_words.spoken_step(self._services.catalogue, self._run.progress))
        elif any(isinstance(event, Paused) for event in events):
            self._announce(f"Paused. {self._pause_reason}".strip())

    @Slot()
    def _on_header_mute_requested(self) -> None:
        preferences = self._services.preferences
        preferences.change(sound_on=not preferences.values.sound_on)

    @Slot()
    def _on_preferences_changed(self) -> None:
        self.header.show_sound(on=self._services.preferences.values.sound_on)

    @Slot()
    def _on_message_closed(self) -> None:
        self._arrange()
        self.setFocus()

    @Slot()
    def _on_dialog_confirmed(self) -> None:
        self._dialog = None
        self._run.stop()

    @Slot()
    def _on_dialog_declined(self) -> None:
        self._dialog = None
        self.stage.veil.card.show()
        self.setFocus()
        if self._resume_after_dialog:
            self._run.resume()

    # -- showing
    def _show(self) -> None:
        progress, paused = self._run.progress, self._run.state == "paused"
        exercise = session_words.exercise_name(self._services.catalogue, progress.step)
        now_s = self._services.clock.monotonic_s()
        self.stage.show_moment(progress, now_s, at_once=self._run.state != "running")
        self.header.show_progress(progress, exercise)
        self._show_ring(progress)
        if (progress.timeline, progress.step.index) != self._shown_step:
            self._shown_step = (progress.timeline, progress.step.index)
            self._show_step(progress, exercise)
        self.phase.setText("Paused" if paused else session_words.phase_word(progress))
        self.ring.setEnabled(not paused)
        holding = progress.step.kind == "hold" and not progress.lead_in_s
        self.controls.show_state(paused=paused, holding=holding)
        self.stage.show_paused(self._pause_reason if paused else None)
        self._set_timer()

    def _show_step(self, progress: Progress, exercise: str) -> None:
        timeline, step = progress.timeline, progress.step
        self.counts.setText(session_words.counts_line(timeline, step))
        introducing = step.kind in session_words.INTRODUCING
        self.caption.show_instruction(step.say, exercise if introducing else "")
        coming = session_words.next_words(self._services.catalogue, timeline, step)
        motion = motion_of_step(self._services.motions, coming.step) if coming is not None else None
        self.next_card.show_next(coming, motion)

    def _show_ring(self, progress: Progress) -> None:
        left_s = session_words.seconds_shown(progress)
        whole_s = LEAD_IN_S if progress.lead_in_s > 0 else progress.step.duration_s
        if appearance().reduced_motion:
            left_s = float(session_words.whole_seconds_left(left_s))
        self.ring.show_left(left_s / whole_s if whole_s else 0.0, *session_words.ring_words(left_s))

    def _set_timer(self) -> None:
        if self._run.state != "running" or not self.isVisible():
            self.timer.stop()
            return
        interval = MOVING_MS if self.stage.is_moving else STANDING_MS
        if not self.timer.isActive() or self.timer.interval() != interval:
            self.timer.start(interval)

    def _announce(self, sentence: str) -> None:
        self.announced = sentence
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _arrange(self) -> None:
        scale = appearance().text_scale
        narrow = is_narrow(self.size(), scale)
        self.header.set_narrow(narrow=narrow)
        self.controls.set_narrow(narrow=narrow or self.width() < 1100 * scale)
        message_px = self.message.sizeHint().height() if self.message.text else 0
        header_px, controls_px = self.header.sizeHint().height(), self.controls.sizeHint().height()
        places = arrange(self.size(), Needs(header_px, controls_px, message_px, scale))
        side = Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignHCenter
        for label in (self.phase, self.counts):
            label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self.phase.set_role("figure" if places.ring.width() > _LARGE_RING_PX else "phase")
        self.caption.set_centred(centred=places.caption_centred)
        for name in ("header", "message", "stage", "caption", "phase", "counts", "ring", "next_card"):
            getattr(self, name).setGeometry(getattr(places, name))
        self.controls.setGeometry(places.controls)
        self.next_card.setVisible(not places.next_card.isEmpty())
