"""When the picture of a session changes next, so that whoever shows it can be there in time."""

import math

from backguide.session.moves import HALFWAY_FROM_S
from backguide.session.progress import Progress

_PASSED_S = 1e-6  # this near, a moment counts as passed


def next_change_s(progress: Progress) -> float:
    """Return the seconds to the next moment at which the number shown, the step or a sound changes.

    These are the whole seconds before the end of the step, or of the count that leads to it, and the middle
    of a long hold. Always more than 0, and at most 1.
    """
    left_s = progress.lead_in_s or progress.remaining_in_step_s
    step = progress.step
    to_second_s = left_s - (math.ceil(left_s - _PASSED_S) - 1)
    if progress.lead_in_s > 0 or step.kind != "hold" or step.duration_s < HALFWAY_FROM_S:
        return to_second_s
    to_half_s = step.duration_s / 2 - progress.elapsed_in_step_s
    return to_half_s if _PASSED_S < to_half_s < to_second_s else to_second_s
