"""The voice, as the program knows it: sentences that are recorded, said one after another."""

from collections.abc import Iterable, Sequence
from typing import Protocol


class SpeechPlayer(Protocol):
    """Says recorded sentences. Returns at once, never raises, never waits."""

    def seconds(self, text: str) -> float | None:
        """Return how long it takes to say this; None when it cannot be said."""

    def wake(self) -> None:
        """Begin to find out whether there is a sound output: some seconds before the first words."""

    def prepare(self, texts: Iterable[str]) -> None:
        """Load sentences that are said soon, so that they come without delay."""

    def say(self, texts: Sequence[str], after_s: float = 0.0) -> bool:
        """Say these in `after_s` seconds, in place of whatever is being said.

        Returns False, and says nothing, when it is known that nothing would be heard.
        """

    def stop(self) -> None:
        """Be silent at once."""


class SilentSpeech:
    """Has nothing to say: for silence by choice."""

    def seconds(self, text: str) -> None:
        """Return that nothing can be said."""

    def wake(self) -> None:
        """Do nothing."""

    def prepare(self, texts: Iterable[str]) -> None:
        """Do nothing."""

    def say(self, texts: Sequence[str], after_s: float = 0.0) -> bool:
        """Say nothing."""
        return False

    def stop(self) -> None:
        """Do nothing."""
