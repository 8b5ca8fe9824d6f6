"""What a start of the window is asked for, from the command line to the composition root."""

from dataclasses import dataclass

from backguide.desktop.paths import Paths


@dataclass(frozen=True, slots=True)
class WindowOptions:
    """Where things are kept, and whether to go straight to the player: with a routine, or today's."""

    paths: Paths
    routine: str | None = None
    starts_session: bool = False
    debug: bool = False

    @property
    def arguments(self) -> list[str]:
        """The words that ask a running program for the same, such as ["start", "morning-mobility"]."""
        words = ["start"] if self.starts_session else []
        return words if self.routine is None else [*words, self.routine]
