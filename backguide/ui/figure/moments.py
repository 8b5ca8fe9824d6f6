"""When a session's picture stands still, and where it stands when motion is reduced. Pure functions."""

from backguide.figure.motion import Motion, breathes
from backguide.session.timeline import Step
from backguide.ui.figure.playback import set_up_within


def stands_still(motion: Motion, step: Step, elapsed_s: float) -> bool:
    """Tell whether the figure keeps its posture around this moment of a step, but for its breath."""
    if step.kind in ("enter", "return"):
        return False
    return not _is_leaving(motion, step, elapsed_s) and not _is_arriving(motion, step, elapsed_s)


def is_breathing(step: Step) -> bool:
    """Tell whether the figure is seen to breathe in a step, which is too slow to need many pictures."""
    return step.kind == "hold" and breathes(step.duration_s)


def stepped_s(motion: Motion, step: Step, elapsed_s: float) -> float:
    """Return the moment of the key pose that stands for a movement, for those who want no movement."""
    if step.kind == "hold":
        return 0.0
    if step.kind in ("enter", "return") or _is_arriving(motion, step, elapsed_s):
        return step.duration_s
    return set_up_within(motion, step) if _is_leaving(motion, step, elapsed_s) else elapsed_s


def _is_leaving(motion: Motion, step: Step, elapsed_s: float) -> bool:
    return step.kind in ("rest", "switch_side") and elapsed_s < set_up_within(motion, step)


def _is_arriving(motion: Motion, step: Step, elapsed_s: float) -> bool:
    arriving = step.kind in ("get_ready", "switch_side")
    return arriving and elapsed_s > step.duration_s - set_up_within(motion, step)
