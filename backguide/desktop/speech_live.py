"""The computer's own voice, which may block or hang: it lives in a process that is killed when it does."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Slot

from backguide.desktop import speech_helper
from backguide.desktop.helper_process import HelperProcess

OPENING_LIMIT_MS = 20_000  # a healthy one took 2 s, on a busy computer 8 s
SILENCE_LIMIT_MS = 2_000  # from "be silent" to its answer; a healthy one took 40 ms


class LiveSpeech(QObject):
    """Says any text, one at a time. Never raises, never waits, and never speaks longer than it may.

    A helper that dies, does not answer in time or answers nonsense is killed, and none is started again.
    """

    def __init__(self, command: Sequence[str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._helper = HelperProcess(command or speech_helper.command(), self)
        self._helper.told.connect(self._on_helper_told)
        self._helper.lost.connect(self._give_up)
        self._given_up = False
        self._is_open = False
        self._number = 0  # of the text said last
        self._over = 0  # of the text that was over last
        self._volume = 0.8
        self._limit = QTimer(self, singleShot=True)
        self._limit.timeout.connect(self._give_up)
        self._slot = QTimer(self, singleShot=True)
        self._slot.timeout.connect(self.stop)

    @property
    def is_possible(self) -> bool:
        """Whether there may be a voice: as long as nothing speaks against it."""
        return not self._given_up

    @property
    def is_running(self) -> bool:
        """Whether there is a helper, able to speak or not."""
        return self._helper.is_running

    @property
    def is_ready(self) -> bool:
        """Whether what is said now is heard now."""
        return self._is_open and not self._given_up

    @property
    def is_speaking(self) -> bool:
        """Whether a text was begun that is not over."""
        return self._over < self._number

    def set_volume(self, volume: float) -> None:
        """Set the loudness of what is said next, 0 to 1 as the ear judges it."""
        self._volume = volume

    def start(self) -> None:
        """Start the helper, once. Returns at once; it can speak some seconds later."""
        if not self._given_up and not self._helper.is_running:
            self._limit.start(OPENING_LIMIT_MS)
            self._helper.start()

    def say(self, text: str, within_s: float) -> bool:
        """Say this in place of what is being said, and be silent after `within_s` seconds in any case.

        Returns False, and says nothing, when it is known that nothing would be heard.
        """
        if not self.is_ready:
            return False
        self._number += 1
        self._helper.tell(say=text, number=self._number, volume=self._volume * self._volume)
        self._limit.stop()
        self._slot.start(round(1000 * within_s))
        return True

    @Slot()
    def stop(self) -> None:
        """Be silent at once."""
        self._slot.stop()
        if self.is_ready and self.is_speaking and not self._limit.isActive():
            self._helper.tell(stop=True)
            self._limit.start(SILENCE_LIMIT_MS)

    def close(self) -> None:
        """End the helper; to be called before the program ends."""
        self._give_up()
        self._helper.close()

    @Slot(str)
    def _on_helper_told(self, answer: str) -> None:
        word, _, number = answer.partition(" ")
        if answer == "ready" and not self._is_open:
            self._is_open = True
            self._limit.stop()
        elif word == "done" and number.isdecimal() and self._over < int(number) <= self._number:
            self._over = int(number)
            if not self.is_speaking:
                self._limit.stop()
                self._slot.stop()
        else:
            self._give_up()

    @Slot()
    def _give_up(self) -> None:
        """Kill the helper and ask none again."""
        self._given_up = True
        self._over = self._number
        self._limit.stop()
        self._slot.stop()
        self._helper.end()
