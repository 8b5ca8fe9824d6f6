"""The movement that belongs to a step of a session."""

from backguide.figure.library import MotionLibrary
from backguide.figure.motion import Motion
from backguide.session.timeline import Step


def motion_of(motions: MotionLibrary, exercise: str, variation: str) -> Motion | None:
    """Return the motion; None when its file was refused, which was told at the start."""
    return motions.motion(exercise, variation) if (exercise, variation) in motions else None


def motion_of_step(motions: MotionLibrary, step: Step) -> Motion | None:
    """Return the motion of the step's exercise and variation, or None."""
    return motion_of(motions, step.exercise, step.variation)
