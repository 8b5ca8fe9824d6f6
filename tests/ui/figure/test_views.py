"""Every motion from both its places: inside the picture, and one side the mirror image of the other."""

import numpy as np
import pytest

from backguide import assets
from backguide.figure.library import load_motions
from backguide.figure.picture import extent
from backguide.ui.figure.motion_scene import motion_scene, shared_body
from backguide.ui.figure.render import joint_positions, render_image

pytestmark = pytest.mark.usefixtures("qapp")
SIZE = (640, 480)
MOTIONS = load_motions(assets.folder() / "motions")
SEEN = [(*key, seen) for key in MOTIONS.keys for seen in MOTIONS.motion(*key).views]
views = pytest.mark.parametrize("key", SEEN, ids="/".join)
sides = pytest.mark.parametrize("side", ["right", "left"])


def on_the_way(motion, side):
    """Postures between those that the camera is fitted to, and these."""
    parts = range(len(motion.spec.parts))
    yield from (motion.setting_up(share, side) for share in (0.0, 0.5, 1.0))
    yield from (motion.entering(part, part - 1, share, side) for part in parts for share in (0.3, 0.6, 1.0))
    yield motion.returning(parts[-1], 0.5, side)


@sides
@views
def test_the_body_stays_inside_the_picture(key, side):
    slug, variation, seen = key
    motion = MOTIONS.motion(slug, variation)
    scene = motion_scene(motion, side, SIZE, "light", seen)
    centres, radii = extent(shared_body(), list(on_the_way(motion, side)))
    spots, _, zoom = scene.camera.project(centres)
    reach = (radii * zoom)[:, None]
    assert (spots - reach).min() > 0
    assert (spots + reach).max(0)[0] < SIZE[0]
    assert (spots + reach).max(0)[1] < SIZE[1]


def mirrors(motion, seen):
    """Whether both sides look alike in a mirror: seen along the middle, or each from its own side."""
    view = motion.view("right", seen)
    return view.flip or view.azimuth % 180 == 90


@pytest.mark.parametrize("key", [k for k in SEEN if mirrors(MOTIONS.motion(*k[:2]), k[2])], ids="/".join)
def test_the_two_sides_are_seen_as_mirror_images(key):
    slug, variation, seen = key
    motion = MOTIONS.motion(slug, variation)
    right, left = (
        joint_positions(motion_scene(motion, side, SIZE, "light", seen), motion.holding(0, side))
        for side in ("right", "left")
    )
    for name, mark in right.items():
        one, _, rest = name.partition("_")
        twin = left[f"{'right' if one == 'left' else 'left'}_{rest}" if rest else name]
        assert np.allclose((SIZE[0] - mark.x_px, mark.y_px), (twin.x_px, twin.y_px), atol=0.01), name
        assert mark.visible == twin.visible, name


@pytest.mark.parametrize("key", [k for k in SEEN if k[2] == "second"], ids="/".join)
def test_the_second_view_is_another_picture_and_has_another_name(key):
    motion = MOTIONS.motion(*key[:2])
    first, second = (
        render_image(motion_scene(motion, "right", (160, 120), "light", seen), motion.holding(0, "right"))
        for seen in ("first", "second")
    )
    assert first != second
    assert motion.view("right", "first").name != motion.view("right", "second").name


@sides
def test_an_arrow_leads_to_the_limb_from_wherever_it_is_seen(side):
    motion = MOTIONS.motion("leg-swing", "deep")
    for seen in motion.views:
        scene = motion_scene(motion, side, SIZE, "light", seen)
        head = scene._arrow.head.boundingRect().center()
        foot = joint_positions(scene, motion.holding(0, side))[f"{side}_ankle"]
        assert np.hypot(head.x() - foot.x_px, head.y() - foot.y_px) < 0.25 * scene.camera.scale, seen
