"""The session on the screen: readable from three metres, and by ear alone where nobody looks."""

import math
from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from backguide.session.events import Event, LeadInStarted, Paused, Resumed, StepStarted
from backguide.ui import session_words
from backguide.ui.announce import announce
from backguide.ui.figure.playback import to_next_frame_s
from backguide.ui.pages.end_dialog import EndDialog
from backguide.ui.pages.player_face import PlayerFace
from backguide.ui.pages.player_keys import PlayerCommand, command_for
from backguide.ui.pages.player_prompts import PlayerPrompts
from backguide.ui.services import Services
from backguide.ui.session_care import SessionCare
from backguide.ui.session_run import SessionRun

STANDING_MS = 100
_ASLEEP = "The computer was asleep, so time stood still."
_DIGITS = "123456789"
_HIDDEN = "The window was hidden, so time stood still."


class PlayerPage(PlayerFace):
    """Shows what a run is at, tick by tick, and passes keys and buttons on to it.

    The timer runs while the session does and the page can be seen: 30 times a second while something
    moves, 10 times while the figure stands, and always at the moment at which something is due. A page that
    is hidden pauses the session.
    """

    full_screen_requested = Signal()

    def __init__(self, services: Services, run: SessionRun, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._run = run
        self._pause_reason = ""
        self._dialog: EndDialog | None = None
        self._resume_after_dialog = False
        self._hint, self._hint_item = "", 0
        self.announced = ""
        self.timer = QTimer(self)
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.care = SessionCare(services, run, self)
        self.prompts = PlayerPrompts(services, run, self.care, self.strip, self)
        self._connect_signals()
        self._actions = self._make_actions()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"Session: {run.progress.timeline.name}")
        self._on_preferences_changed()
        self._show()

    def _connect_signals(self) -> None:
        run, care, controls, header = self._run, self.care, self.controls, self.header
        self.timer.timeout.connect(run.advance)
        run.advanced.connect(self._on_run_advanced)
        run.trouble_told.connect(self.tell)
        run.hint_told.connect(self._on_run_hint_told)
        controls.previous_requested.connect(run.go_previous)
        controls.pause_requested.connect(run.toggle_pause)
        controls.next_requested.connect(care.go_next)
        controls.longer_requested.connect(run.lengthen)
        controls.hurt_requested.connect(care.hurt)
        controls.easier_requested.connect(care.make_easier)
        controls.harder_requested.connect(care.make_harder)
        controls.repeat_requested.connect(run.repeat)
        controls.skip_requested.connect(care.skip)
        self.prompts.asking_changed.connect(self._on_prompts_asking_changed)
        header.end_requested.connect(self.ask_to_end)
        header.mute_requested.connect(self._on_header_mute_requested)
        header.full_screen_requested.connect(self.full_screen_requested)
        header.turn_requested.connect(self._on_header_turn_requested)
        self.message.closed.connect(self._on_message_closed)
        self._services.preferences.changed.connect(self._on_preferences_changed)

    def _make_actions(self) -> Mapping[PlayerCommand, Callable[[], None]]:
        run, care = self._run, self.care
        return {
            "toggle_pause": run.toggle_pause,
            "pause": run.pause,
            "next": care.go_next,
            "previous": run.go_previous,
            "repeat": run.repeat,
            "skip": care.skip,
            "longer": run.lengthen,
            "easier": care.make_easier,
            "harder": care.make_harder,
            "hurt": care.hurt,
            "end": self.ask_to_end,
            "mute": self._on_header_mute_requested,
            "turn_view": self._turn_view,
            "turn": self._on_header_turn_requested,
            "full_screen": self.full_screen_requested.emit,
        }

    # -- what others may ask for
    @Slot(str)
    def tell(self, sentence: str) -> None:
        """Show a calm sentence above the stage until it is closed."""
        self.message.show_message(sentence, "warn")
        self.arrange()

    @Slot()
    def ask_to_end(self) -> None:
        """Pause, and ask whether to end here."""
        asking = self._dialog is not None or self.prompts.panel is not None
        if asking or self._run.state not in ("running", "paused"):
            return
        self._resume_after_dialog = self._run.state == "running"
        self._run.pause()
        dialog = EndDialog(self)
        dialog.confirmed.connect(self._on_dialog_confirmed)
        dialog.declined.connect(self._on_dialog_declined)
        self._dialog = dialog
        self.seen_stage.veil.card.hide()  # the question says enough
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
        command = command_for(event)
        if self.strip.words and event.text() and event.text() in _DIGITS:
            self.prompts.answer(int(event.text()) - 1)
        elif command is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._actions[command]()

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

    # -- slots
    @Slot(str)
    def _on_run_hint_told(self, sentence: str) -> None:
        self._hint, self._hint_item = sentence, self._run.progress.step.item
        self.message.show_message(sentence)
        self.arrange()

    @Slot(object)
    def _on_run_advanced(self, events: tuple[Event, ...]) -> None:
        for event in events:
            if isinstance(event, Paused) and event.cause == "suspended":
                self._pause_reason = _ASLEEP
            elif isinstance(event, Resumed):
                self._pause_reason = ""
        self._drop_hint()
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
    def _on_header_turn_requested(self) -> None:
        self.turn_picture()
        self._show()

    def _turn_view(self) -> None:
        self.seen_stage.view.turn()
        self._show()

    @Slot()
    def _on_preferences_changed(self) -> None:
        self.header.show_sound(on=self._services.preferences.values.sound_on)

    @Slot()
    def _on_message_closed(self) -> None:
        self.arrange()
        self.setFocus()

    @Slot()
    def _on_prompts_asking_changed(self) -> None:
        self.seen_stage.veil.card.setVisible(self.prompts.panel is None and not self.strip.words)
        self.place_strip()
        if self.strip.words:
            self._announce(self.strip.words)
        if self.prompts.panel is None:
            self.setFocus()

    @Slot()
    def _on_dialog_confirmed(self) -> None:
        self._dialog = None
        self._run.stop()

    @Slot()
    def _on_dialog_declined(self) -> None:
        self._dialog = None
        self.seen_stage.veil.card.show()
        self.setFocus()
        if self._resume_after_dialog:
            self._run.resume()

    # -- showing
    def _show(self) -> None:
        self.show_moment(self._run.progress, self._run.state, self._pause_reason)
        self.controls.show_choices(easier=self.care.easier is not None, harder=self.care.harder is not None)
        self._set_timer()

    def _drop_hint(self) -> None:
        """Take a hint away by itself with the next exercise; nobody gets up to close it."""
        if self._hint and self._run.progress.step.item != self._hint_item:
            if self.message.text == self._hint:
                self.message.clear()
                self.arrange()
            self._hint = ""

    def _set_timer(self) -> None:
        if self._run.state != "running" or not self.isVisible():
            self.timer.stop()
            return
        frame_ms = self._to_next_frame_ms() if self.is_moving else STANDING_MS
        due_ms = math.ceil(1000 * self._run.next_change_s())
        self.timer.start(max(1, min(frame_ms, due_ms)))

    def _to_next_frame_ms(self) -> int:
        """Keep to the grid of the frames: none is shown twice as long as its neighbours."""
        return round(1000 * to_next_frame_s(self._run.progress.elapsed_in_step_s))

    def _announce(self, sentence: str) -> None:
        self.announced = sentence
        announce(self, sentence)
