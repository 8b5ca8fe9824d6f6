"""What the session says about itself on its pages, in words. Pure functions."""

import math
import re
from dataclasses import dataclass, replace

from backguide.catalogue.model import Catalogue, Side, Variation
from backguide.session.outline import counts_at, is_work, item_count, next_exercise, next_up, portion_of
from backguide.session.progress import Progress
from backguide.session.timeline import Step, StepKind, Timeline
from backguide.ui.wording import dose_words

PHASES: dict[StepKind, str] = {
    "get_ready": "Get ready",
    "enter": "Move in",
    "hold": "Hold",
    "return": "Come back",
    "rest": "Rest",
    "switch_side": "Change sides",
    "change_position": "New position",
    "ease_out": "Ease out",
}
INTRODUCING: frozenset[StepKind] = frozenset({"get_ready", "change_position"})
_UNIT = re.compile(r"(\d) s\b")  # a line never ends before its unit
_LARGEST_PLAIN_S = 99
_SAME_INSTANT_S = 1e-6  # sums of floats; without it a fresh 5 s step would count from 6


@dataclass(frozen=True, slots=True)
class NextWords:
    """What comes next, in two lines, and the step whose picture shows it."""

    step: Step
    title: str
    sub: str


def whole_seconds_left(seconds: float) -> int:
    """Return the seconds as a countdown says them: 3 until the second in which 2 are left."""
    return max(0, math.ceil(seconds - _SAME_INSTANT_S))


def minutes_seconds(seconds: float) -> str:
    """Return a length as on a clock, such as "8:20"."""
    minutes, rest = divmod(whole_seconds_left(seconds), 60)
    return f"{minutes}:{rest:02d}"


def length_words(seconds: float) -> str:
    """Return a length in words, such as "11 min 40 s"."""
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return f"{rest} s"
    return f"{minutes} min {rest} s" if rest else f"{minutes} min"


def ring_words(seconds: float) -> tuple[int | str, str]:
    """Return the number in the ring and its unit; long steps are told as on a clock."""
    left = whole_seconds_left(seconds)
    if left > _LARGEST_PLAIN_S:
        return minutes_seconds(left), "minutes"
    return left, "second" if left == 1 else "seconds"


def seconds_shown(progress: Progress) -> float:
    """Return what is counted down now: the lead-in, or else the step."""
    return progress.lead_in_s if progress.lead_in_s > 0 else progress.remaining_in_step_s


def phase_word(progress: Progress) -> str:
    """Name what is going on in one or two words."""
    return PHASES["get_ready"] if progress.lead_in_s > 0 else PHASES[progress.step.kind]


def counts_line(timeline: Timeline, step: Step) -> str:
    """Tell repetition and set, or which exercise of how many; empty where there is one of each."""
    counts = counts_at(timeline, step)
    sets = f"set {counts.set} of {counts.sets}" if counts.sets > 1 and counts.set else ""
    if step.kind in INTRODUCING and counts.set <= 1:
        return exercise_number(timeline, step)
    if is_work(step) and counts.repetitions > 1:
        repetition = f"Repetition {counts.repetition} of {counts.repetitions}"
        return f"{repetition}, {sets}" if sets else repetition
    if not sets and not is_work(step):
        return exercise_number(timeline, step)
    return sets[:1].upper() + sets[1:]


def exercise_number(timeline: Timeline, step: Step) -> str:
    """Return "Exercise 2 of 5"."""
    return f"Exercise {step.item + 1} of {item_count(timeline)}"


def exercise_name(catalogue: Catalogue, step: Step) -> str:
    """Return the exercise's name as the catalogue writes it."""
    return catalogue.exercises[step.exercise].name


def small(name: str) -> str:
    """Return a name as it stands within a sentence."""
    return name[:1].lower() + name[1:]


def limb_words(variation: Variation, side: Side) -> tuple[str, str]:
    """Return what works on this side as title and addition: "Right leg", "and left arm"."""
    words = variation.working.get(side, f"{side.capitalize()} side")
    title, _, rest = words.partition(", ")
    return title, f"and {small(rest)}" if rest else ""


def spoken_step(catalogue: Catalogue, progress: Progress) -> str:
    """Return what a screen reader says when a step begins: phase, side, instruction."""
    step = progress.step
    limbs = ""
    if step.side is not None and step.kind in ("enter", "switch_side"):
        variation = catalogue.exercises[step.exercise].variation(step.variation)
        limbs = " ".join(limb_words(variation, step.side)).strip() + ". "
    phase = phase_word(progress)
    said_already = not limbs and step.say.startswith(phase)
    return step.say if said_already else f"{phase}. {limbs}{step.say}"


def next_words(catalogue: Catalogue, timeline: Timeline, step: Step) -> NextWords | None:
    """Tell what comes after the portion that is being done; None when that is the end."""
    coming = next_up(timeline, step)
    if coming is None:
        return None
    introducing = step.kind in INTRODUCING and step.set <= 1
    if coming.item != step.item or introducing:
        return NextWords(coming, exercise_name(catalogue, coming), dose_of(catalogue, timeline, coming))
    after = next_exercise(timeline, step)
    then = f"then {small(exercise_name(catalogue, after))}" if after else "then you are done"
    return NextWords(coming, _same_exercise(catalogue, timeline, step, coming), then)


def dose_of(catalogue: Catalogue, timeline: Timeline, step: Step) -> str:
    """Tell how often and how long this session has the exercise of this step, worded as elsewhere."""
    variation = catalogue.exercises[step.exercise].variation(step.variation)
    counts = counts_at(timeline, step)
    holds_s = {s.part: s.duration_s for s in timeline.steps if s.item == step.item and s.kind == "hold"}
    parts = tuple(
        replace(part, hold_s=holds_s.get(index, part.hold_s))
        for index, part in enumerate(variation.dose.parts)
    )
    dose = replace(variation.dose, sets=counts.sets, repetitions=counts.repetitions, parts=parts)
    return _UNIT.sub("\\1\u00a0s", dose_words(replace(variation, dose=dose)))


def _same_exercise(catalogue: Catalogue, timeline: Timeline, step: Step, coming: Step) -> str:
    counts = counts_at(timeline, coming)
    if coming.set != step.set or step.kind in ("rest", "get_ready"):
        return f"Set {coming.set} of {counts.sets}"
    if coming.side is None:
        return exercise_name(catalogue, coming)
    variation = catalogue.exercises[coming.exercise].variation(coming.variation)
    limbs = " ".join(limb_words(variation, coming.side)).strip()
    times = sum(
        other.kind == "enter" and other.part == 0 and portion_of(other) == portion_of(coming)
        for other in timeline.steps[coming.index :]
    )
    alternating = variation.sides == "alternate"
    return limbs if alternating or times < 2 else f"{limbs}, {times} times"
