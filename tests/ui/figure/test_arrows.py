"""The arrow tells a movement only if the figure, which is painted over it, leaves enough of it to be seen."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QImage

from backguide import assets
from backguide.catalogue.load import load_catalogue
from backguide.figure.library import load_motions
from backguide.figure.motion import Motion
from backguide.figure.skeleton import Posture
from backguide.ui.figure.motion_scene import motion_scene
from backguide.ui.figure.render import render_image

MOTIONS = load_motions(assets.folder() / "motions")
CATALOGUE = load_catalogue(assets.folder())
SIZE = (480, 360)
SEEN = 0.5  # share of the arrow that is to be seen in the position it leads to
SMALLEST_PX = 60
AWAY = np.array((0.0, 0.0, -50.0))


def _sides():
    for exercise, form in MOTIONS.keys:
        if MOTIONS.motion(exercise, form).spec.arrow is not None:
            alike = CATALOGUE.exercises[exercise].variation(form).sides == "none"
            for side in (None,) if alike else ("right", "left"):
                yield pytest.param((exercise, form), side, id=f"{exercise}/{form}/{side}")


def _pixels(scene, posture):
    image = render_image(scene, posture).convertToFormat(QImage.Format.Format_RGB32)
    data = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return data[..., :3].astype(int)


@pytest.mark.parametrize(("key", "side"), list(_sides()))
def test_half_of_an_arrow_is_seen_where_it_leads_to(key, side):
    motion = MOTIONS.motion(*key)
    without = Motion(replace(motion.spec, arrow=None))
    scene, plain = (motion_scene(each, side, SIZE, "light") for each in (motion, without))
    held = motion.holding(0, side)
    gone = Posture(held.rotations, held.joints + AWAY)

    def drawn(posture):
        return int((np.abs(_pixels(scene, posture) - _pixels(plain, posture)).max(-1) > 12).sum())

    whole = drawn(gone)
    if motion.spec.arrow not in motion.spec.working:
        assert whole > SMALLEST_PX, "the motion names an arrow, and its way is too short for one"
    assert drawn(held) >= SEEN * whole
