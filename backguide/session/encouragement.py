"""A kind word now and then: rarely enough to be heard, never where the person still has to listen."""

from backguide.session import speech
from backguide.session.speech_wishes import Wish
from backguide.session.timeline import Step

EVERY_S = 240.0  # at the most; the first comes no earlier than this, either


class Encouragement:
    """Offers a sentence for the holds of later repetitions. The same `turn` gives the same sentences.

    They take turns, so that none is said twice in a row.
    """

    def __init__(self, turn: int) -> None:
        """`turn` chooses the sentence that comes first."""
        self._turn = turn
        self._last_s = 0.0

    def wishes(self, step: Step) -> tuple[Wish, ...]:
        """Return what could be said at this step, which may be nothing; none of it has to be."""
        if step.kind != "hold" or step.repetition < 2 or step.start_s - self._last_s < EVERY_S:
            return ()
        return (Wish(((speech.ENCOURAGEMENTS[self._turn % len(speech.ENCOURAGEMENTS)],),)),)

    def said(self, step: Step) -> None:
        """Note that it was said there."""
        self._turn += 1
        self._last_s = step.start_s
