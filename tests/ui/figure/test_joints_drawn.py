"""Joints written beside a picture are true to what is painted: measured on pictures with dyed limbs."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QImage

from backguide import assets
from backguide.figure.library import load_motions
from backguide.figure.pose import posture
from backguide.figure.view import ViewSpec
from backguide.ui.figure.motion_scene import motion_scene, shared_body
from backguide.ui.figure.render import joint_positions, render_image
from backguide.ui.figure.scene import FigureScene
from backguide.ui.figure.style import LIGHT, Tones
from tests.figure.body_postures import STANDING

pytestmark = pytest.mark.usefixtures("qapp")
TRUE_PX = 2
SIZE = (640, 480)
MOTIONS = load_motions(assets.folder() / "motions")
SEEN = [(*key, seen) for key in MOTIONS.keys for seen in MOTIONS.motion(*key).views]
DYES = {"skin": "#00FF00", "shirt": "#FF00FF", "legging": "#FF0000", "accent": "#0000FF", "hair": "#00FFFF"}
STYLE = replace(
    LIGHT.dressed(**{material: Tones(*[dye] * 5) for material, dye in DYES.items()}),
    face_line="#00FF00",
    outline="#FFFFFF",
    outline_m=0.0001,
)


def painted(scene, there):
    image = render_image(scene, there).convertToFormat(QImage.Format.Format_RGB32)
    data = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return data[..., 2::-1].astype(int)


def dyed(pixels, *materials):
    """Where the picture has the dye of one of the materials, (height, width)."""
    wanted = np.array([[int(DYES[m][i : i + 2], 16) for i in (1, 3, 5)] for m in materials])
    return (np.abs(pixels[:, :, None] - wanted).max(-1) < 90).any(-1)


def near(mask, at):
    x, y = round(at.x_px), round(at.y_px)
    return mask[max(0, y - TRUE_PX) : y + TRUE_PX + 1, max(0, x - TRUE_PX) : x + TRUE_PX + 1].any()


def scene_of(motion, side, working, seen="first"):
    there = motion_scene(motion, side, SIZE, "light", seen).view
    view = replace(there, muscles=(), working=frozenset(working), width_m=3.4)
    return FigureScene(view, SIZE, STYLE, shared_body())


@pytest.mark.parametrize("side", ["right", "left"])
@pytest.mark.parametrize("key", SEEN, ids="/".join)
def test_what_can_be_seen_is_painted_where_the_joints_say(key, side):
    slug, variation, seen = key
    motion = MOTIONS.motion(slug, variation)
    there, letter = motion.holding(0, side), side[0].upper()
    scene = scene_of(motion, side, {f"{letter}leg"}, seen)
    pixels = painted(scene, there)
    joints = joint_positions(scene, there)
    expected = {
        **{
            f"{one}_{joint}": ("skin",)
            for one in ("left", "right")
            for joint in ("wrist", "ankle", "toe_tip")
        },
        f"{side}_knee": ("accent",),
        f"{'left' if side == 'right' else 'right'}_knee": ("legging",),
        **{f"{one}_heel": ("skin",) for one in ("left", "right")},
        **{f"{one}_elbow": ("skin", "shirt") for one in ("left", "right")},
        "nose": ("skin",),
    }
    wrong = [
        name
        for name, materials in expected.items()
        if joints[name].visible and not near(dyed(pixels, *materials), joints[name])
    ]
    assert not wrong


def test_tips_lie_on_the_painted_edge():
    """Seen from the side, nose, heel and toes are where the silhouette ends."""
    scene = FigureScene(ViewSpec(0, 0, (0, 0, 0.85), 2.4), SIZE, STYLE, shared_body())
    there = posture(STANDING)
    skin, joints = dyed(painted(scene, there), "skin"), joint_positions(scene, there)
    for name, end in (("nose", np.max), ("right_toe_tip", np.max), ("right_heel", np.min)):
        at = joints[name]
        rows = skin[round(at.y_px) - 5 : round(at.y_px) + 6].any(0)
        assert end(np.flatnonzero(rows)) == pytest.approx(at.x_px, abs=TRUE_PX), name


def test_a_knee_lies_in_the_middle_of_the_painted_leg():
    scene = FigureScene(
        ViewSpec(0, 0, (0, 0, 0.85), 2.4, working=frozenset({"Rleg"})), SIZE, STYLE, shared_body()
    )
    there = posture(STANDING)
    leg, knee = dyed(painted(scene, there), "accent"), joint_positions(scene, there)["right_knee"]
    row = np.flatnonzero(leg[round(knee.y_px)])
    assert (row.min() + row.max()) / 2 == pytest.approx(knee.x_px, abs=TRUE_PX + 1)


def test_joints_of_the_other_leg_do_not_pass_as_this_ones():
    """The test is able to fail: with left and right exchanged the dye is another."""
    motion = MOTIONS.motion("bird-dog", "leg-only")
    scene, there = scene_of(motion, "right", {"Rleg"}), motion.holding(0, "right")
    joints = joint_positions(scene, there)
    assert joints["left_knee"].visible
    assert not near(dyed(painted(scene, there), "accent"), joints["left_knee"])
