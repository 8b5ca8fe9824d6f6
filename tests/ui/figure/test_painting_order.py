"""A limb that passes before another changes places with it in the painting order without a visible pop."""

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtGui import QImage

from backguide import assets
from backguide.catalogue.load import load_catalogue
from backguide.figure.depth import DepthSorter
from backguide.figure.library import load_motions
from backguide.figure.picture import project
from backguide.ui.figure.motion_scene import motion_scene
from backguide.ui.figure.render import render_image

MOTIONS = load_motions(assets.folder() / "motions")
CATALOGUE = load_catalogue(assets.folder())
SIZE = (320, 240)
POP_PX = 60  # of a picture of this size that may change at once: a hand's breadth squared
PLAIN = 30  # by how much a colour has to change to be seen

# Deep bends at the hip, a hand that comes to lie on the trunk, a trunk that tips towards the viewer.
DEMANDING = [
    ("cat-cow", "full"),
    ("childs-pose", "knees-together"),
    ("dead-bug", "arm-and-leg"),
    ("side-plank-clamshell", "on-the-feet"),
    ("windmill", "to-foot"),
]


def _ways(motion, side):
    """The ways into the start pose and into the first part, as functions of a share."""
    if motion.set_up_s:
        yield lambda share: motion.setting_up(share, side)
    yield lambda share: motion.entering(0, -1, share, side)


def _around_swap(order, low, high):
    """Return the shares right before and right after the order changes for the first time."""
    before = order(low)
    for _ in range(12):
        middle = (low + high) / 2
        low, high = (middle, high) if order(middle) == before else (low, middle)
    return low, high


def _changed(one, other):
    """How many pixels differ plainly, without thin lines."""
    data = []
    for picture in (one, other):
        image = picture.convertToFormat(QImage.Format.Format_RGB32)
        rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
        data.append(rows[..., :3].astype(int))
    plain = np.abs(data[0] - data[1]).max(-1) > PLAIN
    across = plain[1:-1, 1:-1] & plain[1:-1, :-2] & plain[1:-1, 2:]
    return int((across & plain[:-2, 1:-1] & plain[2:, 1:-1]).sum())


@pytest.mark.parametrize("key", DEMANDING, ids=["/".join(key) for key in DEMANDING])
def test_nothing_pops_when_the_painting_order_changes(key):
    motion = MOTIONS.motion(*key)
    side = None if CATALOGUE.exercises[key[0]].variation(key[1]).sides == "none" else "right"
    scene = motion_scene(motion, side, SIZE, "light")
    sorter = DepthSorter(scene.body)
    swaps = 0
    for posture in _ways(motion, side):

        def order(share, posture=posture):
            return sorter.order(project(scene.body, posture(share), scene.camera))

        for low, high in pairwise(np.linspace(0, 1, 25)):
            if order(low) != order(high):
                swaps += 1
                ends = [render_image(scene, posture(at)) for at in _around_swap(order, low, high)]
                assert _changed(*ends) < POP_PX, (low, high)
    assert swaps, "a motion in which nothing changes places tests nothing"
