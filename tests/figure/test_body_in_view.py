"""What hides what, and where the joints are in the picture."""

import numpy as np
import pytest

from backguide.figure.body import Body, build_body
from backguide.figure.camera import Camera
from backguide.figure.depth import DepthSorter
from backguide.figure.face import face_lines
from backguide.figure.landmarks import PLACES, joint_positions
from backguide.figure.picture import project
from backguide.figure.pose import posture
from backguide.figure.skeleton import BONE_INDEX
from backguide.figure.view import ViewSpec
from tests.figure.body_postures import ALL_FOURS, POSES, STANDING, other_side, postures

SIZE = (640, 480)
FROM_THE_RIGHT = ViewSpec(0, 10)
FROM_THE_FRONT = ViewSpec(90, 8, target=(0, 0, 0.9), width_m=3)


@pytest.fixture(scope="module")
def body() -> Body:
    return build_body()


@pytest.mark.parametrize("name", POSES)
def test_every_part_is_painted_once(body, name):
    seen = project(body, postures()[name], Camera.of(FROM_THE_RIGHT, SIZE))
    order = DepthSorter(body).order(seen)
    joints = {"Lknee", "Rknee", "Lelbow", "Relbow", "Lcrease", "Rcrease"}
    assert len(order) == len(set(order))
    assert set(order) | joints == {part.name for part in body.parts}


def test_a_bent_knee_is_painted_under_thigh_and_shank_and_a_straight_one_not_at_all(body):
    seen = project(body, postures()["reaching"], Camera.of(FROM_THE_RIGHT, SIZE))
    order = DepthSorter(body).order(seen)
    assert order.index("Rknee") < min(order.index("Rthigh"), order.index("Rshank"))
    assert "Lknee" not in order


def test_the_near_limbs_are_painted_over_the_trunk_and_the_far_ones_under_it(body):
    order = DepthSorter(body).order(project(body, posture(ALL_FOURS), Camera.of(FROM_THE_RIGHT, SIZE)))
    assert order.index("Luarm") < order.index("shirt") < order.index("Ruarm")
    assert order.index("Lthigh") < order.index("Rthigh")


def test_the_painting_order_is_mirrored_with_the_body(body):
    sorter = DepthSorter(body)
    one = sorter.order(project(body, posture(ALL_FOURS), Camera.of(FROM_THE_RIGHT, SIZE)))
    view = FROM_THE_RIGHT.other_side()
    other = sorter.order(project(body, other_side(ALL_FOURS), Camera.of(view, SIZE)))
    swap = {"L": "R", "R": "L"}
    assert [swap[n[0]] + n[1:] if n[0] in "LR" else n for n in one] == other


def test_the_face_is_drawn_from_the_front_only(body):
    there = posture(STANDING)
    front = face_lines(there, Camera.of(FROM_THE_FRONT, SIZE))
    assert (len(front.eyes), len(front.strokes)) == (2, 4)
    side = face_lines(there, Camera.of(FROM_THE_RIGHT, SIZE))
    assert len(side.eyes) == 1
    behind = face_lines(there, Camera.of(ViewSpec(-90, 8), SIZE))
    assert behind.eyes == behind.strokes == ()


def test_landmarks_have_the_movers_own_left_and_right(body):
    found = joint_positions(posture(STANDING), Camera.of(FROM_THE_FRONT, SIZE), body)
    assert set(found) == set(PLACES)
    assert len(found) == 19
    for name in ("ear", "shoulder", "elbow", "wrist", "hip", "knee", "ankle"):
        assert found[f"left_{name}"].x_px > found[f"right_{name}"].x_px, name


def test_from_the_front_a_standing_person_shows_every_joint_but_the_heels(body):
    found = joint_positions(posture(STANDING), Camera.of(FROM_THE_FRONT, SIZE), body)
    hidden = {name for name, mark in found.items() if not mark.visible}
    assert hidden <= {"left_heel", "right_heel"}


def test_from_the_side_the_far_shoulder_hip_and_ear_are_hidden(body):
    found = joint_positions(posture(ALL_FOURS), Camera.of(FROM_THE_RIGHT, SIZE), body)
    for name in ("shoulder", "hip", "elbow", "knee", "ear"):
        assert found[f"right_{name}"].visible, name
    for name in ("shoulder", "hip", "ear"):
        assert not found[f"left_{name}"].visible, name


def test_other_side_of_a_view_twice_is_the_view():
    view = ViewSpec(38, 16, (0.1, 0.2, 0.3), 2.0, (-1, 1, -0.2, 0.4), frozenset({"Lleg", "spine"}), ("Lobl",))
    assert view.other_side().working == {"Rleg", "spine"}
    assert view.other_side().muscles == ("Robl",)
    assert view.other_side().other_side() == view
    assert view.other_side(keep_camera=True).azimuth_deg == 38


def test_mirrored_landmarks_are_mirrored_pixels(body):
    one = joint_positions(posture(ALL_FOURS), Camera.of(FROM_THE_RIGHT, SIZE), body)
    view = FROM_THE_RIGHT.other_side()
    other = joint_positions(other_side(ALL_FOURS), Camera.of(view, SIZE), body)
    for name, mark in one.items():
        side, _, rest = name.partition("_")
        twin = other[f"{'right' if side == 'left' else 'left'}_{rest}" if rest else name]
        assert np.allclose((SIZE[0] - mark.x_px, mark.y_px), (twin.x_px, twin.y_px))
        assert mark.visible == twin.visible


@pytest.mark.parametrize("azimuth", range(-80, 81, 20))
@pytest.mark.parametrize("name", POSES)
def test_a_thigh_is_never_hidden_by_its_own_buttock_unless_it_points_away(body, name, azimuth):
    seen = project(body, postures()[name], Camera.of(ViewSpec(azimuth, 12), SIZE))
    order = DepthSorter(body).order(seen)
    for side in "LR":
        away = seen.posture.rotations[BONE_INDEX[side + "thigh"]][:, 2] @ seen.camera.view
        if away < 0.6:
            assert order.index("hips") < order.index(side + "hip") < order.index(side + "thigh")
