"""Keeping the screen on while someone lies on the mat and cannot touch the computer."""

from contextlib import ExitStack
from queue import SimpleQueue
from threading import Event, Thread
from typing import Protocol

_HINT = "The screen may go dark during a session: this desktop offers no way to keep it on."
_RELEASE_S = 0.3


class Awake(Protocol):
    """Keeps the computer awake between `keep` and `release`. Never raises."""

    @property
    def hint(self) -> str | None:
        """A quiet sentence when the last `keep` found no way to keep the screen on."""

    def keep(self) -> None:
        """Ask for the screen to stay on; asking twice is asking once."""

    def release(self) -> None:
        """Let the computer sleep again; without a `keep` this does nothing."""


class NoAwake:
    """Leaves the computer alone: for those who switched it off, for the tour and for tests."""

    hint: str | None = None

    def keep(self) -> None:
        """Do nothing."""

    def release(self) -> None:
        """Do nothing."""


class WakepyAwake:
    """Keeps awake through the platform's own way, on a thread of its own.

    The desktop's message bus may take seconds to answer, or never do so: neither holds the caller. wakepy
    wants to be left on the thread on which it was entered, and its import takes 50 ms.
    """

    def __init__(self) -> None:
        self._wishes: SimpleQueue[tuple[bool, Event]] = SimpleQueue()
        self._settled = Event()
        self._settled.set()
        self._thread: Thread | None = None
        self._wanted = False
        self._hint: str | None = None

    @property
    def hint(self) -> str | None:
        """A quiet sentence when the last `keep` found no way to keep the screen on."""
        return self._hint

    def keep(self) -> None:
        """Ask for the screen to stay on. Without D-Bus or a service for it, `hint` says so soon after."""
        if self._thread is None:
            self._thread = Thread(target=self._work, name="keep-awake", daemon=True)
            self._thread.start()
        self._wish(True)

    def release(self) -> None:
        """Let the computer sleep again; waits for it for a moment, as the program may be about to end."""
        if self._thread is not None:
            self._wish(False)
            self.settle(_RELEASE_S)

    def settle(self, limit_s: float) -> bool:
        """Wait until the last wish is granted or refused; return whether it is within the limit."""
        return self._settled.wait(limit_s)

    def _wish(self, wanted: bool) -> None:
        if wanted is not self._wanted:
            self._wanted = wanted
            self._settled = Event()
            self._wishes.put((wanted, self._settled))

    def _work(self) -> None:
        """Follow the wishes one by one, for as long as the program runs."""
        with ExitStack() as stack:
            while True:
                wanted, settled = self._wishes.get()
                if wanted:
                    self._hint = _enter(stack)
                else:
                    stack.close()
                settled.set()


def _enter(stack: ExitStack) -> str | None:
    """Keep awake until the stack is closed; return a hint when there is no way to."""
    from wakepy import keep  # noqa: PLC0415

    mode = stack.enter_context(keep.presenting(on_fail="pass"))
    return None if mode.active else _HINT
