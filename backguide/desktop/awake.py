"""Keeping the screen on while someone lies on the mat and cannot touch the computer."""

from contextlib import ExitStack
from typing import Protocol

_HINT = "The screen may go dark during a session: this desktop offers no way to keep it on."


class Awake(Protocol):
    """Keeps the computer awake between `keep` and `release`. Never raises."""

    def keep(self) -> None:
        """Ask for the screen to stay on; asking twice is asking once."""

    def release(self) -> None:
        """Let the computer sleep again; without a `keep` this does nothing."""


class NoAwake:
    """Leaves the computer alone: for those who switched it off, for the tour and for tests."""

    def keep(self) -> None:
        """Do nothing."""

    def release(self) -> None:
        """Do nothing."""


class WakepyAwake:
    """Keeps awake through the platform's own way. Call it from one thread only.

    wakepy is imported with the first `keep`: it costs the start of the program 50 ms.
    """

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._kept = False
        self._hint: str | None = None

    @property
    def hint(self) -> str | None:
        """A quiet sentence when the last `keep` found no way to keep the screen on."""
        return self._hint

    def keep(self) -> None:
        """Ask for the screen to stay on. Without D-Bus or a service for it, `hint` says so."""
        if self._kept:
            return
        from wakepy import keep  # noqa: PLC0415

        mode = self._stack.enter_context(keep.presenting(on_fail="pass"))
        self._kept = True
        self._hint = None if mode.active else _HINT

    def release(self) -> None:
        """Let the computer sleep again."""
        self._stack.close()
        self._kept = False
