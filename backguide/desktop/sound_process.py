"""Sound that a session never depends on: another process makes it, and without it there is silence."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from backguide.desktop.helper_process import HelperProcess
from backguide.desktop.sound import Cue

OPENING_LIMIT_MS = 15_000  # to find the output; it takes less than a second, on a busy computer some
ANSWER_LIMIT_MS = 4_000
RESTART_MS = 2_000  # a sound service that was started anew needs as long
NO_ANSWER = "the sound service of this computer does not answer"
ENDED = "the sound service of this computer has ended"
_MOST_RESTARTS = 3  # between two sessions


class SoundProcess(QObject):
    """Plays tones, and is the way to the voice. Tells once why there is no sound, then stays silent.

    Nothing is started before the first sound (or `prepare`). An output that comes or goes later is noticed;
    a helper that crashes or hangs is replaced, a few times.
    """

    sound_unavailable = Signal(str)
    opened = Signal()  # what is played from now on is heard at once

    def __init__(self, command: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._helper = HelperProcess(command, self)
        self._helper.told.connect(self._on_helper_told)
        self._helper.lost.connect(self._on_helper_lost)
        self._volumes = {"tones": 0.7, "voice": 0.8}
        self._enabled = True
        self._ready = False
        self._told = False
        self._reason: str | None = None
        self._waiting: Cue | None = None
        self._number = 0  # of the line that was sent last
        self._restarts_left = _MOST_RESTARTS
        self._limit = QTimer(self, singleShot=True)
        self._limit.timeout.connect(self._on_limit_reached)
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self._start)

    @property
    def unavailable_reason(self) -> str | None:
        """Why nothing is heard, as a sentence; None while nothing is known to be wrong."""
        return self._reason

    @property
    def is_ready(self) -> bool:
        """Whether the next sound is heard at once."""
        return self._ready

    @property
    def is_starting(self) -> bool:
        """Whether an output is being looked for, or soon will be."""
        return self._again.isActive() or (self._helper.is_running and not self._ready)

    def set_volume(self, volume: float, of: str = "tones") -> None:
        """Set the loudness of the tones or the voice, 0 to 1 as the ear judges it."""
        self._volumes[of] = volume
        self.tell(**{of: volume})

    def set_enabled(self, enabled: bool) -> None:
        """Switch all tones on or off."""
        self._enabled = enabled

    def prepare(self) -> None:
        """Begin to look for an output, so that the first sound comes without delay. Returns at once.

        After a failure it looks again: call it before each session.
        """
        self._restarts_left = _MOST_RESTARTS
        if self._reason is not None:
            self._helper.end()
        if not self._helper.is_running:
            self._start()

    def play(self, cue: Cue) -> None:
        """Start this cue's sound from its beginning and return at once."""
        if not self._enabled:
            return
        if self._ready:
            self.tell(play=cue)
        elif self._reason is None:
            self._waiting = cue
            self.prepare()

    def expect_sound(self) -> None:
        """Look for an output anew, and tell why there is no sound even if that was told before."""
        self._told = False
        self.prepare()

    def tell(self, **line: object) -> None:
        """Send the helper a line, to be answered; without one nothing happens."""
        if self._ready:
            self._number += 1
            self._helper.tell(**line, number=self._number)
            if not self._limit.isActive():
                self._limit.start(ANSWER_LIMIT_MS)

    def close(self) -> None:
        """End the helper; to be called before the program ends."""
        self._forget()
        self._again.stop()
        self._helper.close()

    @Slot()
    def _start(self) -> None:
        self._again.stop()
        self._reason = None
        self._limit.start(OPENING_LIMIT_MS)
        self._helper.start()

    @Slot(str)
    def _on_helper_told(self, line: str) -> None:
        word, _, rest = line.partition(" ")
        if word == "heard":
            if rest == str(self._number):
                self._limit.stop()
        elif word == "open":
            self._open()
        else:
            self._forget()
            self._fail(rest)

    @Slot()
    def _on_helper_lost(self) -> None:
        """Go on in silence, and try another helper soon."""
        self._forget()
        self._restart()
        if self._reason is None:
            self._fail(ENDED)

    @Slot()
    def _on_limit_reached(self) -> None:
        self._helper.end()
        self._forget()
        self._restart()
        self._fail(NO_ANSWER)

    def _open(self) -> None:
        self._limit.stop()
        self._ready = True
        self._reason, self._told = None, False  # an output that goes later is told again
        for name, volume in self._volumes.items():
            self.tell(**{name: volume})
        self.opened.emit()
        cue, self._waiting = self._waiting, None
        if cue is not None:
            self.play(cue)

    def _restart(self) -> None:
        if self._restarts_left > 0:
            self._restarts_left -= 1
            self._again.start(RESTART_MS)

    def _forget(self) -> None:
        self._ready = False
        self._waiting = None
        self._limit.stop()

    def _fail(self, reason: str) -> None:
        self._reason = f"The session runs without sound: {reason}."
        if not self._told:
            self._told = True
            self.sound_unavailable.emit(self._reason)
