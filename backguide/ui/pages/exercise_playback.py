"""Play, pause and scrub: the moment of a repetition that is on show."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from backguide.desktop.clock import Clock
from backguide.ui.figure.playback import RepetitionLoop, Stretch
from backguide.ui.theme.appearance import appearance
from backguide.ui.theme.icons import Icon
from backguide.ui.widgets.button import Button
from backguide.ui.widgets.scrub_bar import ScrubBar, ScrubPart

_FRAME_MS = 33
_STEP_MS = 40  # with reduced motion only the beginning of each stretch is shown, but one fades into the next


class ExercisePlayback(QWidget):
    """Runs a loop against the clock, only while it is visible and playing.

    It plays by itself unless motion is reduced; then it waits in the first held position, and when played
    goes from key pose to key pose. `moment_changed` tells the second of the loop to show.
    """

    moment_changed = Signal(float)

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._loop: RepetitionLoop | None = None
        self._hold_s = 0.0
        self._moment_s = 0.0
        self._last_s = 0.0
        self._choice: bool | None = None  # what the person pressed for this exercise
        self.button = Button(kind="soft", size="md", icon=Icon.PAUSE, name="Pause")
        self.scrub = ScrubBar()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._build()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.button)
        row.addWidget(self.scrub, 1)
        self.button.clicked.connect(self.toggle)
        self.scrub.position_changed.connect(self._on_scrub_position_changed)
        self._timer.timeout.connect(self._on_timer_timeout)

    @property
    def is_playing(self) -> bool:
        """Whether time moves the figure, or would if it were visible."""
        if self._loop is None:
            return False
        return not appearance().reduced_motion if self._choice is None else self._choice

    @property
    def is_running(self) -> bool:
        """Whether the timer runs now."""
        return self._timer.isActive()

    def show_loop(self, loop: RepetitionLoop | None, hold: str, *, afresh: bool) -> None:
        """Take a loop: played from its beginning, or when paused shown in the stretch named `hold`.

        `afresh` forgets that the person paused or played; None means that there is nothing to play.
        """
        self._loop = loop
        self._choice = None if afresh else self._choice
        self.setEnabled(loop is not None)
        stretches = loop.stretches if loop is not None else ()
        self._hold_s = next((stretch.start_s for stretch in stretches if stretch.name == hold), 0.0)
        self.scrub.set_parts([ScrubPart(stretch.name, stretch.duration_s) for stretch in stretches])
        self._go_to(0.0 if self.is_playing else self._hold_s)
        self._take_state()

    @Slot()
    def toggle(self) -> None:
        """Play or pause."""
        if self._loop is not None:
            self._choice = not self.is_playing
            self._take_state()
            self._go_to(self._moment_s)

    def showEvent(self, event: QShowEvent) -> None:
        """Go on where it was left."""
        super().showEvent(event)
        self._take_state()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let no timer run behind the scenes."""
        super().hideEvent(event)
        self._timer.stop()

    def changeEvent(self, event: QEvent) -> None:
        """Take over whether motion is reduced."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._take_state()

    @Slot()
    def _on_timer_timeout(self) -> None:
        now_s = self._clock.monotonic_s()
        passed_s, self._last_s = now_s - self._last_s, now_s
        if self._loop is not None and not self.scrub.isSliderDown():
            self._go_to((self._moment_s + passed_s) % self._loop.duration_s)

    @Slot(float)
    def _on_scrub_position_changed(self, position: float) -> None:
        if self._loop is not None:
            self._moment_s = position * self._loop.duration_s
            self.moment_changed.emit(self._moment_s)

    def _go_to(self, moment_s: float) -> None:
        self._moment_s = moment_s
        if self._loop is None:
            return
        shown_s = _stretch_at(self._loop, moment_s).start_s if appearance().reduced_motion else moment_s
        self.scrub.show_position(shown_s / self._loop.duration_s)
        self.moment_changed.emit(shown_s)

    def _take_state(self) -> None:
        playing = self.is_playing
        self.button.set_icon(Icon.PAUSE if playing else Icon.PLAY)
        self.button.set_name("Pause" if playing else "Play")
        self._timer.setInterval(_STEP_MS if appearance().reduced_motion else _FRAME_MS)
        if not (playing and self.isVisible()):
            self._timer.stop()
        elif not self._timer.isActive():
            self._last_s = self._clock.monotonic_s()
            self._timer.start()


def _stretch_at(loop: RepetitionLoop, moment_s: float) -> Stretch:
    begun = [stretch for stretch in loop.stretches if stretch.start_s <= moment_s]
    return begun[-1]
