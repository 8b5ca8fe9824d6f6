"""Silhouettes are closed polygons around the body, seen from anywhere."""

import numpy as np
import pytest

from backguide.figure.body import Body, build_body
from backguide.figure.camera import Camera
from backguide.figure.outline import Outliner, spread
from backguide.figure.picture import Toner, extent, project
from backguide.figure.shadow import ShadowCaster
from backguide.figure.skeleton import BONE_INDEX
from backguide.figure.view import ViewSpec
from tests.figure.body_postures import POSES, postures

SIDE = ViewSpec(azimuth_deg=0, elevation_deg=10)
VIEWS = (SIDE, ViewSpec(38, 16), ViewSpec(-120, 35))
JOINTS = {
    "Lthigh": "Lshank",
    "Rthigh": "Rshank",
    "Luarm": "Lfarm",
    "Rfarm": "Rfarm",
    "shirt": "tho1",
    "Lfoot": "Lfoot",
}


@pytest.fixture(scope="module")
def body() -> Body:
    return build_body()


def _polygons(outlines, piece):
    where = outlines.pieces[piece]
    return np.split(outlines.points[where], np.flatnonzero(outlines.first[where])[1:])


def _area(polygon):
    x, y = polygon.T
    return abs(x @ np.roll(y, -1) - y @ np.roll(x, -1)) / 2


def _winding(polygon, spot):
    angle = np.arctan2(*(polygon - spot).T[::-1])
    turn = (np.diff(np.append(angle, angle[0])) + np.pi) % (2 * np.pi) - np.pi
    return round(turn.sum() / (2 * np.pi))


def test_two_circles_give_the_stadium_around_both():
    centres = np.array([[0.0, 0.0], [40.0, 0.0]])
    spreads = np.array([[100.0, 0.0, 100.0], [100.0, 0.0, 100.0]])
    outlines = Outliner([np.array([[0, 1]])]).build(centres, spreads)
    (polygon,) = _polygons(outlines, 0)
    assert _area(polygon) == pytest.approx(40 * 20 + np.pi * 100, rel=0.02)
    assert np.allclose(np.linalg.norm(outlines.normals, axis=1), 1)
    assert polygon[:, 0].min() == pytest.approx(-10, abs=0.3)
    assert polygon[:, 0].max() == pytest.approx(50, abs=0.3)


def test_runs_never_cross_from_one_piece_into_the_next():
    centres = np.array([[0.0, 0.0], [20.0, 0.0], [40.0, 0.0]])
    spreads = np.tile((25.0, 0.0, 25.0), (3, 1))
    pieces = [np.array([[0, 1]]), np.empty((0, 2), int), np.array([[1, 2]])]
    outlines = Outliner(pieces).build(centres, spreads)
    assert [len(_polygons(outlines, i)[0]) > 0 for i in range(3)] == [True, False, True]
    assert outlines.points[outlines.pieces[0]][:, 0].max() < 26


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", POSES)
def test_every_part_has_a_silhouette_with_an_area(body, name, view):
    seen = project(body, postures()[name], Camera.of(view, (640, 480)))
    base = Toner(body).layers(seen).tone(0)
    assert np.isfinite(base.points).all()
    piece = 0
    for part in body.parts:
        areas = [_area(p) for i in range(len(part.pieces)) for p in _polygons(base, piece + i)]
        assert max(areas) > 4, part.name
        piece += len(part.pieces)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", POSES)
def test_silhouettes_hold_the_joints_of_their_limbs(body, name, view):
    posture = postures()[name]
    camera = Camera.of(view, (640, 480))
    base = Toner(body).layers(project(body, posture, camera)).tone(0)
    firsts = np.cumsum([0] + [len(part.pieces) for part in body.parts])
    for part, bone in JOINTS.items():
        index = body.part_index[part]
        spot = camera.project(posture.joints[BONE_INDEX[bone]])[0]
        pieces = range(firsts[index], firsts[index + 1])
        assert any(_winding(p, spot) for i in pieces for p in _polygons(base, i)), (part, bone)


@pytest.mark.parametrize("name", POSES)
def test_tones_stay_inside_the_silhouette(body, name):
    seen = project(body, postures()[name], Camera.of(SIDE, (640, 480)))
    layers = Toner(body).layers(seen)
    base = layers.tone(0)
    silhouette = base._replace(points=base.points + 0.3 * base.normals)  # far within the contour
    polygons = [p for i in range(len(silhouette.pieces)) for p in _polygons(silhouette, i)]
    for spot in layers.tone(3).points[::7]:
        assert any(_winding(p, spot) for p in polygons)


@pytest.mark.parametrize("size", [(800, 500), (259, 130), (104, 72), (300, 300), (120, 480)])
@pytest.mark.parametrize("name", POSES)
def test_a_fitted_camera_fills_any_picture_with_even_margins(body, name, size):
    posture = postures()[name]
    camera = Camera.fitted(SIDE, size, *extent(body, [posture]))
    points = Toner(body).layers(project(body, posture, camera)).tone(0).points
    low, high = points.min(0), points.max(0)
    share = (high - low) / size
    assert 0.78 < share.max() <= 0.92
    assert np.abs(low - (np.array(size) - high)).max() < 0.07 * max(size)


def test_the_camera_shows_the_target_in_the_middle_and_near_things_larger():
    camera = Camera.of(ViewSpec(30, 20, target=(0.1, 0.2, 0.5), width_m=2.0), (640, 480))
    spot, near, zoom = camera.project(np.array((0.1, 0.2, 0.5)))
    assert np.allclose(spot, (320, 240))
    assert (near, zoom) == (pytest.approx(0), pytest.approx(320))
    _, nearer, larger = camera.project(np.array((0.1, 0.2, 0.5)) + camera.view)
    assert nearer == pytest.approx(1)
    assert larger > zoom


def test_spread_is_the_matrix_of_the_projected_ellipse():
    axes = np.array([[3.0, 0.0, 0.0], [0.0, 2.0, 0.0]])
    assert spread(axes).tolist() == [9.0, 0.0, 4.0]


def test_only_what_is_near_the_floor_has_a_contact_shadow(body):
    caster = ShadowCaster(body)
    seen = project(body, postures()["standing"], Camera.of(SIDE, (640, 480)))
    shadow = caster.cast(seen)
    assert 0 < len(shadow.touching) < len(shadow.cast.pieces) / 2
    lying = caster.cast(project(body, postures()["on the back"], Camera.of(SIDE, (640, 480))))
    assert len(lying.touching) > len(shadow.touching)
