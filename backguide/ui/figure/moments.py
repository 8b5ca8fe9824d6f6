"""When a session's picture stands still, and where it stands when motion is reduced. Pure functions."""

from backguide.figure.motion import Motion, breathes
from backguide.session.timeline import Step
from backguide.ui.figure.playback import is_arriving, is_leaving, set_up_within

_MOVING = frozenset({"enter", "return", "ease_out"})


def stands_still(motion: Motion, step: Step, elapsed_s: float) -> bool:
    """Tell whether the figure keeps its posture around this moment of a step, but for its breath."""
    if step.kind in _MOVING:
        return False
    return not is_leaving(motion, step, elapsed_s) and not is_arriving(motion, step, elapsed_s)


def is_breathing(step: Step) -> bool:
    """Tell whether the figure is seen to breathe in a step, which is too slow to need many pictures."""
    return step.kind == "hold" and breathes(step.duration_s)


def stepped_s(motion: Motion, step: Step, elapsed_s: float) -> float:
    """Return the moment of the key pose that stands for a movement, for those who want no movement."""
    if step.kind == "hold":
        return 0.0
    if step.kind in _MOVING or is_arriving(motion, step, elapsed_s):
        return step.duration_s
    return set_up_within(motion, step) if is_leaving(motion, step, elapsed_s) else elapsed_s
