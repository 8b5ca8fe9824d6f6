"""The commands that tell what can be done: exercises, routines, timeline."""

import argparse
from typing import TYPE_CHECKING, Any

from backguide.commands.context import Context, routine_named
from backguide.commands.output import clock_time

if TYPE_CHECKING:
    from backguide.catalogue.model import Dose, Exercise, Routine, Variation
    from backguide.session.timeline import Step


def exercises(options: argparse.Namespace, context: Context) -> int:
    """List all exercises."""
    found = context.catalogue().exercises.values()
    if options.json:
        context.output.json([_exercise_json(exercise) for exercise in found])
        return 0
    rows = [
        (one.slug, one.name, one.kind, one.position, ", ".join(v.slug for v in one.variations))
        for one in found
    ]
    context.output.table(("exercise", "name", "kind", "position", "variations"), rows)
    return 0


def routines(options: argparse.Namespace, context: Context) -> int:
    """List all routines with their compiled lengths."""
    catalogue = context.catalogue()
    lengths = {
        slug: context.timeline(routine, catalogue).duration_s for slug, routine in catalogue.routines.items()
    }
    if options.json:
        context.output.json(
            [_routine_json(routine, lengths[slug]) for slug, routine in catalogue.routines.items()]
        )
        return 0
    rows = [
        (slug, one.name, clock_time(lengths[slug]), str(len(one.items)), one.purpose)
        for slug, one in catalogue.routines.items()
    ]
    context.output.table(("routine", "name", "length", "exercises", "for"), rows)
    return 0


def timeline(options: argparse.Namespace, context: Context) -> int:
    """Print every step of a routine."""
    catalogue = context.catalogue()
    laid_out = context.timeline(routine_named(catalogue, options.routine), catalogue)
    if options.json:
        steps = [_step_json(step) for step in laid_out.steps]
        context.output.json({"routine": laid_out.routine, "duration_s": laid_out.duration_s, "steps": steps})
        return 0
    context.output.line(f"{laid_out.name}, {clock_time(laid_out.duration_s)}")
    context.output.table(
        ("at", "seconds", "step", "exercise", "side", "set", "repetition", "what to do"),
        [_step_row(step) for step in laid_out.steps],
    )
    return 0


def _exercise_json(exercise: "Exercise") -> dict[str, Any]:
    usual = exercise.variation()
    return {
        "slug": exercise.slug,
        "name": exercise.name,
        "purpose": exercise.purpose,
        "kind": exercise.kind,
        "position": exercise.position,
        "sides": usual.sides,
        "hold_s": _longest_hold_s(usual.dose),
        "default": exercise.default,
        "variations": [_variation_json(variation) for variation in exercise.variations],
        "steps": list(exercise.steps),
        "breathing": exercise.breathing,
        "faults": list(exercise.faults),
        "muscles": list(exercise.muscles),
        "secondary_muscles": list(exercise.secondary_muscles),
        "equipment": list(exercise.equipment),
        "cautions": [
            {"condition": one.condition, "level": one.level, "advice": one.advice}
            for one in exercise.cautions
        ],
        "easier": exercise.easier,
        "harder": exercise.harder,
    }


def _variation_json(variation: "Variation") -> dict[str, Any]:
    dose = variation.dose
    return {
        "slug": variation.slug,
        "name": variation.name,
        "level": variation.level,
        "sides": variation.sides,
        "difference": variation.difference,
        "hold_s": _longest_hold_s(dose),
        "sets": dose.sets,
        "repetitions": dose.repetitions,
        "rest_s": dose.rest_s,
        "return_s": dose.return_s,
        "flow": dose.flow,
        "parts": [{"name": part.name, "enter_s": part.enter_s, "hold_s": part.hold_s} for part in dose.parts],
        "sources": dict(dose.sources),
    }


def _longest_hold_s(dose: "Dose") -> float:
    return max((part.hold_s for part in dose.parts), default=0.0)


def _routine_json(routine: "Routine", duration_s: float) -> dict[str, Any]:
    return {
        "slug": routine.slug,
        "name": routine.name,
        "purpose": routine.purpose,
        "counts_as": sorted(routine.counts_as),
        "minutes": routine.minutes,
        "duration_s": duration_s,
        "exercises": [item.exercise for item in routine.items],
        "variations": [item.variation for item in routine.items],
    }


def _step_json(step: "Step") -> dict[str, Any]:
    return {
        "index": step.index,
        "kind": step.kind,
        "start_s": step.start_s,
        "duration_s": step.duration_s,
        "item": step.item,
        "exercise": step.exercise,
        "variation": step.variation,
        "side": step.side,
        "set": step.set,
        "repetition": step.repetition,
        "part": step.part,
        "say": step.say,
    }


def _step_row(step: "Step") -> tuple[str, ...]:
    return (
        clock_time(step.start_s),
        f"{step.duration_s:g}",
        step.kind.replace("_", " "),
        f"{step.exercise}/{step.variation}",
        step.side or "",
        str(step.set or ""),
        str(step.repetition or ""),
        step.say,
    )
