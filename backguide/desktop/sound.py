"""The short sounds that tell a person who is not looking what happens now."""

from enum import StrEnum
from typing import Protocol


class Cue(StrEnum):
    """One sound each; the value is the name of its file without the suffix."""

    GET_READY = "get_ready"
    START = "start"
    COUNT = "count"
    END = "end"
    SWITCH_SIDE = "switch_side"
    HALFWAY = "halfway"
    FINISHED = "finished"


class SoundPlayer(Protocol):
    """Plays a cue at once and returns at once. Never raises, never waits."""

    def play(self, cue: Cue) -> None:
        """Start the sound of this cue, if there is any way to."""

    def expect_sound(self) -> None:
        """Note that somebody asks to hear something: why nothing is heard is told, even if it was before."""


class SilentPlayer:
    """Plays nothing: for silence by choice."""

    def play(self, cue: Cue) -> None:
        """Do nothing."""

    def expect_sound(self) -> None:
        """Do nothing."""
