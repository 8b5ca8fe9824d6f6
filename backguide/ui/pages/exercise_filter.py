"""Which exercises a person wants to see. Pure, and blind to case, accents and punctuation."""

import unicodedata
from dataclasses import dataclass
from typing import Literal

from backguide.catalogue.model import Exercise, Position

WantedKind = Literal["mobility", "strength"]


@dataclass(frozen=True, slots=True)
class ExerciseFilter:
    """Words, a kind and a position; what is empty or None lets everything through, the rest combines."""

    words: str = ""
    kind: WantedKind | None = None
    position: Position | None = None

    def matches(self, exercise: Exercise) -> bool:
        """Tell whether the exercise has the kind and the position, and every word somewhere in its texts."""
        if self.kind is not None and exercise.kind not in (self.kind, "both"):
            return False
        if self.position is not None and exercise.position != self.position:
            return False
        text = _folded(" ".join(_searched(exercise)))
        return all(word in text for word in _folded(self.words).split())


def _searched(exercise: Exercise) -> tuple[str, ...]:
    return (exercise.name, exercise.purpose, *exercise.muscles, *exercise.secondary_muscles)


def _folded(text: str) -> str:
    """Return the text without case, accents and punctuation; apostrophes vanish, hyphens part words."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(mark for mark in plain if not unicodedata.combining(mark) and mark not in "'’")
    return "".join(mark if mark.isalnum() else " " for mark in kept)
