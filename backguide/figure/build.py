"""How a person is built: shares of the neutral body's breadths. The skeleton is the same for everybody."""

from dataclasses import dataclass

import numpy as np

from backguide.figure.sculpt import Profile

_HIPS_M, _WAIST_M, _CHEST_M = 0.945, 1.085, 1.290  # where on the trunk each share holds in full
_DEPTH = 0.6  # how much of a change in breadth the depth takes part in


@dataclass(frozen=True)
class Build:
    """Breadths of hips, waist and chest beside the neutral ones, and whether long hair is worn in a bun."""

    hips: float = 1.0
    waist: float = 1.0
    chest: float = 1.0
    bun: bool = True

    def trunk(self, neutral: Profile) -> Profile:
        """Return a trunk in this build."""
        share = np.interp(
            neutral.heights, (_HIPS_M, _WAIST_M, _CHEST_M), (self.hips, self.waist, self.chest)
        )[:, None]
        rows = neutral.rows.copy()
        rows[:, 2:] *= 1 + (share - 1) * np.array((_DEPTH, 1.0))
        return Profile(neutral.heights, rows)


NEUTRAL = Build()
STRAIGHT = Build(hips=0.97, waist=1.15, chest=1.06, bun=False)
"""Little waist, a broader chest, short hair."""
