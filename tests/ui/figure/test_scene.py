"""The painted picture: sharp, mirrored exactly, quiet, and cheap enough."""

import gc
import sys
from collections import Counter
from itertools import pairwise
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from backguide.figure.body import Body, build_body
from backguide.figure.picture import extent
from backguide.figure.pose import posture
from backguide.figure.view import ViewSpec
from backguide.ui.figure.render import RenderError, joint_positions, render_image, render_svg
from backguide.ui.figure.scene import FigureScene
from backguide.ui.figure.style import LIGHT, STYLES
from tests.figure.body_postures import ALL_FOURS, POSES, REACHING, other_side, postures

VIEW = ViewSpec(38, 16, (0, 0, 0.4), working=frozenset({"Lleg", "Rarm"}), muscles=("Lglute", "back"))
SIZE = (320, 240)
PATHS_AT_MOST = 220  # small ones: what overlaps is painted faster apart


@pytest.fixture(scope="module")
def body() -> Body:
    return build_body()


def _scene(body, view=VIEW, size=SIZE, style=LIGHT, **more):
    return FigureScene(view, size, style, body, **more)


def _pixels(image):
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    data = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return data[:, : 4 * image.width()].reshape(image.height(), image.width(), 4)[..., :3].astype(int)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", POSES)
def test_every_style_shows_the_figure_against_its_stage(body, name, style):
    view = ViewSpec(10, 10, (0, 0, 0.6), 3.0)
    scene = _scene(body, view, style=STYLES[style])
    there = postures()[name]
    whole, elsewhere = (
        _pixels(render_image(scene, there)),
        _pixels(render_image(scene, postures()["standing"])),
    )
    if name != "standing":
        assert (np.abs(whole - elsewhere).max(-1) > 40).mean() > 0.02
    assert len(np.unique(whole.reshape(-1, 3), axis=0)) > 60


@pytest.mark.parametrize("name", POSES)
def test_mirrored_body_and_view_make_the_mirrored_picture(body, name):
    one = _pixels(render_image(_scene(body), posture(POSES[name])))
    other = _pixels(render_image(_scene(body, VIEW.other_side()), other_side(POSES[name])))
    apart = np.abs(one - other[:, ::-1]).max(-1)
    assert apart.mean() < 0.1
    assert apart.max() < 40


def test_painting_again_gives_the_same_picture(body):
    scene = _scene(body)
    first = _pixels(render_image(scene, posture(REACHING)))
    render_image(scene, posture(ALL_FOURS))
    assert np.array_equal(first, _pixels(render_image(scene, posture(REACHING))))


def test_twice_the_device_pixels_show_the_same_picture_more_finely(body):
    scene = _scene(body)
    fine = render_image(scene, posture(REACHING), ratio=2.0)
    assert (fine.width(), fine.height()) == (640, 480)
    halved = _pixels(fine).reshape(240, 2, 320, 2, 3).mean((1, 3))
    assert np.abs(halved - _pixels(render_image(scene, posture(REACHING)))).mean() < 2


class CountingPainter(QPainter):
    """Counts what a scene asks of it."""

    def __init__(self, device):
        super().__init__(device)
        self.calls = Counter()

    def fillPath(self, path, brush):  # noqa: N802  Qt's name
        self.calls["path"] += 1
        super().fillPath(path, brush)


@pytest.mark.parametrize("name", POSES)
def test_a_frame_needs_few_paths(body, name):
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    painter = CountingPainter(image)
    _scene(body).paint(painter, postures()[name])
    painter.end()
    assert 60 < painter.calls["path"] <= PATHS_AT_MOST


def test_ten_thousand_paint_calls_leave_the_count_of_none_alone(body):
    """A binding that loses a reference to None per call ends the program in seconds (so 6.12 is shut out)."""
    scene = _scene(body, size=(64, 48))
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    gc.collect()  # or what earlier tests left behind is counted while it goes
    there, before, calls = posture(REACHING), sys.getrefcount(None), 0
    while calls < 10_000:
        painter = CountingPainter(image)
        scene.paint(painter, there)
        painter.end()
        calls += painter.calls["path"]
    assert sys.getrefcount(None) > before - 500


def test_the_whole_movement_stays_inside_a_thumbnail(body):
    moves = [posture(ALL_FOURS), posture(REACHING)]
    for size in ((104, 72), (259, 130), (200, 200)):
        scene = _scene(body, size=size, framing=extent(body, moves))
        for there in moves:
            for mark in joint_positions(scene, there).values():
                assert 0 < mark.x_px < size[0]
                assert 0 < mark.y_px < size[1]


def test_the_arrow_never_hides_the_body(body):
    there = posture(ALL_FOURS)
    path = np.stack([np.linspace(-0.6, 0.9, 30), np.full(30, -0.5), np.full(30, 0.45)], 1)
    plain, marked = (_pixels(render_image(_scene(body, arrow=arrow), there)) for arrow in (None, path))
    bare = _pixels(render_image(_scene(body, arrow=path), posture(POSES["standing"])))
    assert (np.abs(marked - plain).max(-1) > 30).sum() > 40
    shoulder = joint_positions(_scene(body), there)["right_shoulder"]
    x, y = round(shoulder.x_px), round(shoulder.y_px)
    assert np.array_equal(plain[y, x], marked[y, x])
    assert bare.shape == plain.shape


def test_a_path_too_short_for_an_arrow_gets_none(body):
    there = posture(ALL_FOURS)
    still = np.tile((0.1, 0.0, 0.9), (5, 1))
    plain, marked = (_pixels(render_image(_scene(body, arrow=arrow), there)) for arrow in (None, still))
    assert np.array_equal(plain, marked)


def test_a_ghost_hints_at_the_other_posture(body):
    plain, hinted = (
        _pixels(render_image(_scene(body, ghost=ghost), posture(ALL_FOURS)))
        for ghost in (None, posture(REACHING))
    )
    changed = np.abs(plain - hinted).max(-1)
    assert (changed > 5).mean() > 0.005
    assert changed.max() < 120


def test_svg_holds_vectors_only(body, tmp_path):
    target = tmp_path / "figure.svg"
    render_svg(target, _scene(body), posture(REACHING), "Bird dog")
    tags = Counter(element.tag.rpartition("}")[2] for element in ElementTree.parse(target).iter())
    assert tags["image"] == 0
    assert tags["path"] > 100


def test_an_svg_that_cannot_be_written_says_so(body, tmp_path):
    with pytest.raises(RenderError, match=r"cannot be written"):
        render_svg(tmp_path / "nowhere" / "figure.svg", _scene(body), posture(REACHING))


def test_landmarks_are_true_to_the_painted_picture(body):
    """The knee of the coral leg is coral where the landmark says it is, and it is seen."""
    view = ViewSpec(0, 10, (0, 0, 0.4), working=frozenset({"Rleg"}))
    scene = _scene(body, view)
    picture = _pixels(render_image(scene, posture(ALL_FOURS)))
    knee = joint_positions(scene, posture(ALL_FOURS))["right_knee"]
    blue, green, red = picture[round(knee.y_px), round(knee.x_px)]
    assert knee.visible
    assert red > green + 60
    assert red > blue + 60


@pytest.mark.parametrize(("start", "end"), [("all fours", "reaching"), ("on the back", "all fours")])
def test_nothing_pops_when_limbs_cross(body, start, end):
    """Between close postures the picture changes as little as between their neighbours."""
    scene = _scene(body, ViewSpec(20, 14, (0, 0, 0.4)), size=(160, 120))
    ways = np.linspace(0, 1, 41)[:, None] * (POSES[end] - POSES[start]) + POSES[start]
    frames = [_pixels(render_image(scene, posture(way))) for way in ways]
    changed = np.array([(np.abs(b - a).max(-1) > 60).sum() for a, b in pairwise(frames)])
    usual = np.maximum(np.roll(changed, 1), np.roll(changed, -1))[1:-1]
    assert (changed[1:-1] <= 1.6 * usual + 60).all()
