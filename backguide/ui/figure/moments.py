"""When a session's picture stands still, and where it stands when motion is reduced. Pure functions."""

from backguide.figure.motion import Motion
from backguide.session.timeline import Step


def stands_still(motion: Motion, step: Step, elapsed_s: float) -> bool:
    """Tell whether the figure keeps its posture around this moment of a step."""
    if step.kind in ("enter", "return"):
        return False
    return not _is_leaving(motion, step, elapsed_s) and not _is_arriving(motion, step, elapsed_s)


def stepped_s(motion: Motion, step: Step, elapsed_s: float) -> float:
    """Return the moment of the key pose that stands for a movement, for those who want no movement."""
    if step.kind in ("enter", "return") or _is_arriving(motion, step, elapsed_s):
        return step.duration_s
    return _set_up_s(motion, step) if _is_leaving(motion, step, elapsed_s) else elapsed_s


def _is_leaving(motion: Motion, step: Step, elapsed_s: float) -> bool:
    return step.kind in ("rest", "switch_side") and elapsed_s < _set_up_s(motion, step)


def _is_arriving(motion: Motion, step: Step, elapsed_s: float) -> bool:
    arriving = step.kind in ("get_ready", "switch_side")
    return arriving and elapsed_s > step.duration_s - _set_up_s(motion, step)


def _set_up_s(motion: Motion, step: Step) -> float:
    return min(motion.set_up_s, step.duration_s / 2)
