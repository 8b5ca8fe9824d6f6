"""A change that takes a moment, for widgets that are told the time and have no timer."""


class Passage:
    """Knows how far a change has come. Whoever shows it asks again and again until it is over."""

    def __init__(self) -> None:
        self._began_s: float | None = None
        self._whole_s = 0.0

    @property
    def is_on(self) -> bool:
        """Whether it goes on, as of the last question."""
        return self._began_s is not None

    def begin(self, now_s: float, duration_ms: int) -> None:
        """Begin anew; with 0 ms it is over at once."""
        self._whole_s = duration_ms / 1000
        self._began_s = now_s if duration_ms else None

    def end(self) -> None:
        """Be over at once."""
        self._began_s = None

    def share(self, now_s: float) -> float:
        """Return how much of it is over, 0 to 1; at 1 it is."""
        if self._began_s is None:
            return 1.0
        share = max(0.0, (now_s - self._began_s) / self._whole_s)
        if share >= 1.0:
            self.end()
        return min(1.0, share)
