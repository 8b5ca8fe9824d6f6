"""No hand or foot leaves the picture on its way."""

import numpy as np
import pytest

from backguide import assets
from backguide.catalogue.load import load_catalogue
from backguide.figure.library import load_motions
from backguide.figure.picture import project
from backguide.ui.figure.motion_scene import motion_scene
from backguide.ui.figure.playback import RepetitionLoop

MOTIONS = load_motions(assets.folder() / "motions")
CATALOGUE = load_catalogue(assets.folder())
SIZE = (640, 440)
MARGIN_PX = 8.0
STEP_S = 0.25


@pytest.mark.parametrize("key", MOTIONS.keys, ids=["/".join(key) for key in MOTIONS.keys])
def test_the_whole_body_stays_in_the_picture(key):
    motion, variation = MOTIONS.motion(*key), CATALOGUE.exercises[key[0]].variation(key[1])
    loop = RepetitionLoop(motion, variation.dose)
    for side in (None,) if variation.sides == "none" else ("right", "left"):
        scene = motion_scene(motion, side, SIZE, "light")
        for moment_s in np.arange(0, loop.duration_s, STEP_S):
            seen = project(scene.body, loop.posture(moment_s, side), scene.camera)
            low, high = seen.bounds(0.0)
            assert min(low.min(), (np.array(SIZE) - high).min()) > MARGIN_PX, (side, moment_s)
