"""When a session says what: laid out beforehand, so that nothing spoken covers a tone or other words.

Words take the place of the tones that would announce the same (get ready, change sides, halfway). The tones
that mark an exact moment stay and are never spoken over: the start of an exercise, the end of a long hold,
and the last three seconds of a hold. Before a start the announcement is chosen that leaves time for the
ticks. Where even the shortest one needs their time, those that it would cover are left out: somebody who does
not look needs to know the side more than the seconds.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from backguide.catalogue.model import Catalogue
from backguide.session import speech
from backguide.session.encouragement import Encouragement
from backguide.session.events import Countdown, Halfway
from backguide.session.moves import COUNTDOWN_FROM_S, COUNTDOWN_S, HALFWAY_FROM_S
from backguide.session.outline import is_work
from backguide.session.speech_wishes import SpeechLevel, Wish, lead_in_choices, wishes_of
from backguide.session.timeline import Step, StepKind, Timeline

LONG_HOLD_S = 5.0  # the end of a shorter hold is felt, not waited for, and has no tone
COUNTED: frozenset[StepKind] = frozenset({"hold", "get_ready", "switch_side"})  # whose last seconds tick
START_TONE_S, END_TONE_S = 0.70, 0.85
FINISHED_TONE_S = 1.20
BETWEEN_S = 0.15  # between two sentences, and between a tone and a sentence
SPOKEN_COUNT_FROM_S = 10.0  # a shorter hold is counted by ticks
SPOKEN_HALFWAY_FROM_S = 20.0
_PATIENCE = 0.5  # of a step: words that can only begin later come too late
_PATIENCE_S = 1.5

SecondsOf = Callable[[str], float | None]


@dataclass(frozen=True, slots=True)
class Utterance:
    """Sentences said one after another, `after_s` seconds from the moment that calls for them."""

    texts: tuple[str, ...]
    after_s: float
    seconds: float

    @property
    def encourages(self) -> bool:
        """Whether this tells nothing that is needed."""
        return self.texts[0] in speech.ENCOURAGEMENTS


class SpeechPlan:
    """What one session says at which step. What nobody can say (`seconds_of` is None) is not said."""

    def __init__(
        self,
        timeline: Timeline,
        catalogue: Catalogue,
        level: SpeechLevel,
        seconds_of: SecondsOf,
        turn: int = 0,
    ) -> None:
        """`turn` chooses the kind words, so that sessions differ; the same gives the same."""
        self._catalogue = catalogue
        self._level = level
        self._seconds_of = seconds_of
        layout = _Layout(timeline, catalogue, level, self._length_s)
        self._at_steps = layout.placed(Encouragement(turn) if level == "full" else None)

    def at_start_of(self, step: Step) -> Utterance | None:
        """Return what is said when this step begins."""
        return self._at_steps.get(step.index)

    def in_lead_in(self, step: Step, lead_in_s: float) -> Utterance | None:
        """Return what is said in the count before the session goes on with this step."""
        return _chosen(
            lead_in_choices(self._catalogue, step), self._length_s, 0.0, lead_in_s - COUNTDOWN_S[0]
        )

    def at_halfway(self, event: Halfway) -> Utterance | None:
        """Return what is said in the middle of a long hold."""
        if self._level != "full" or event.step.duration_s < SPOKEN_HALFWAY_FROM_S:
            return None
        return self._whole((speech.HALFWAY,))

    def at_count(self, event: Countdown) -> Utterance | None:
        """Return the number that is said near the end of a hold; ticks are for everything else."""
        spoken = event.step.kind == "hold" and event.step.duration_s >= SPOKEN_COUNT_FROM_S
        if self._level != "full" or event.lead_in or not spoken:
            return None
        return self._whole((speech.COUNTS[event.seconds_left],))

    def at_end(self) -> Utterance | None:
        """Return the closing words."""
        return self._whole((speech.FINISHED,), FINISHED_TONE_S + BETWEEN_S)

    def said_next(self, step: Step, count: int = 3) -> tuple[str, ...]:
        """Return the sentences of this step and of the next ones that say something."""
        later = sorted(index for index in self._at_steps if index >= step.index)[:count]
        return tuple(text for index in later for text in self._at_steps[index].texts)

    def _whole(self, texts: tuple[str, ...], after_s: float = 0.0) -> Utterance | None:
        length_s = self._length_s(texts)
        return None if length_s is None else Utterance(texts, after_s, length_s)

    def _length_s(self, texts: tuple[str, ...]) -> float | None:
        """Return how long it takes to say the sentences; None when one of them has no clip."""
        lengths = [self._seconds_of(text) for text in texts]
        known = [length for length in lengths if length is not None]
        return sum(known) + BETWEEN_S * (len(known) - 1) if len(known) == len(lengths) else None


class _Layout:
    """Places the wishes of a timeline, one after another."""

    def __init__(
        self,
        timeline: Timeline,
        catalogue: Catalogue,
        level: SpeechLevel,
        length_s: Callable[[tuple[str, ...]], float | None],
    ) -> None:
        self._timeline = timeline
        self._length_s = length_s
        self._wishes = wishes_of(timeline, catalogue, level)
        self._tones_s = _tone_lengths(timeline)
        self._fixed_s = sorted({*_fixed_moments(timeline, self._tones_s), *self._awaited_moments()})
        self._busy_until_s = -BETWEEN_S

    def placed(self, encouragement: Encouragement | None) -> Mapping[int, Utterance]:
        """Return what is said, by the index of the step at whose start it is due."""
        found: dict[int, Utterance] = {}
        for step in self._timeline.steps:
            wishes = self._wishes.get(step.index, ())
            if encouragement is not None:
                wishes = (*wishes, *encouragement.wishes(step))
            utterance = next((said for wish in wishes if (said := self._place(step, wish, found))), None)
            if utterance is not None:
                found[step.index] = utterance
                self._busy_until_s = step.start_s + utterance.after_s + utterance.seconds
                if encouragement is not None and utterance.encourages:
                    encouragement.said(step)
        return found

    def _place(self, step: Step, wish: Wish, found: Mapping[int, Utterance]) -> Utterance | None:
        if wish.unless_said_at is not None and wish.unless_said_at in found:
            return None
        tone_s = self._tones_s.get(step.index, 0.0)
        after_tone_s = tone_s + BETWEEN_S if tone_s else 0.0
        after_s = max(after_tone_s, self._busy_until_s + BETWEEN_S - step.start_s)
        if after_s - after_tone_s > min(_PATIENCE_S, _PATIENCE * step.duration_s):
            return None
        free_s = self._free_until(step.start_s + after_s) - step.start_s - BETWEEN_S
        if not wish.announces:
            return _chosen(wish.choices, self._length_s, after_s, free_s, or_shortest=False)
        before_ticks_s = min(free_s, _first_tick_s(step) - BETWEEN_S)
        said = _chosen(wish.choices, self._length_s, after_s, before_ticks_s)
        return said if said is not None and after_s + said.seconds <= free_s else None

    def _free_until(self, moment_s: float) -> float:
        index = bisect_right(self._fixed_s, moment_s)
        return self._fixed_s[index] if index < len(self._fixed_s) else self._timeline.duration_s

    def _awaited_moments(self) -> Iterable[float]:
        """Yield the starts at which something is said that must not be late."""
        steps = self._timeline.steps
        return [steps[index].start_s for index, wishes in self._wishes.items() if wishes[0].must_be_in_time]


def _chosen(
    choices: tuple[tuple[str, ...], ...],
    length_s: Callable[[tuple[str, ...]], float | None],
    after_s: float,
    until_s: float,
    *,
    or_shortest: bool = True,
) -> Utterance | None:
    """Return the first choice that fits, or else the shortest one if that is wanted."""
    lengths = [(texts, seconds) for texts in choices if (seconds := length_s(texts)) is not None]
    fitting = [(texts, seconds) for texts, seconds in lengths if after_s + seconds <= until_s]
    if not fitting and or_shortest:
        fitting = sorted(lengths, key=lambda entry: entry[1])
    return Utterance(fitting[0][0], after_s, fitting[0][1]) if fitting else None


def _tone_lengths(timeline: Timeline) -> dict[int, float]:
    """Return by step the length of the tone at its start that words do not replace."""
    lengths: dict[int, float] = {}
    preparing = True
    for step in timeline.steps:
        if is_work(step) and preparing:
            lengths[step.index] = START_TONE_S
        preparing = not is_work(step)
        if step.kind == "hold" and step.duration_s >= LONG_HOLD_S:
            lengths[step.index + 1] = END_TONE_S
    return lengths


def _fixed_moments(timeline: Timeline, tones_s: Mapping[int, float]) -> Iterable[float]:
    """Yield when a tone or a spoken number is due that nothing may cover; ticks before a start are not."""
    for step in timeline.steps:
        if step.index in tones_s:
            yield step.start_s
        if step.kind == "hold" and step.duration_s >= HALFWAY_FROM_S:
            yield step.start_s + step.duration_s / 2
        if step.kind == "hold" and step.duration_s >= COUNTDOWN_FROM_S:
            yield from (step.end_s - left for left in COUNTDOWN_S)


def _first_tick_s(step: Step) -> float:
    """Return the seconds from the start of the step to its first tick, or to its end without ticks."""
    ticks = step.kind in COUNTED and step.duration_s >= COUNTDOWN_FROM_S
    return step.duration_s - (COUNTDOWN_S[0] if ticks else 0)
