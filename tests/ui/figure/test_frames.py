"""What was painted once is shown again from memory: the same picture, in bounded memory."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from backguide.figure.body import build_body
from backguide.figure.pose import posture
from backguide.figure.view import ViewSpec
from backguide.ui.figure.frames import Budget, Frame, FrameStore
from backguide.ui.figure.ground_shadow import SoftShadow
from backguide.ui.figure.scene import FigureScene
from backguide.ui.figure.style import LIGHT
from tests.figure.body_postures import ALL_FOURS, POSES, REACHING

SIZE = (320, 240)
VIEW = ViewSpec(38, 16, (0, 0, 0.4), working=frozenset({"Lleg"}), muscles=("back",))


@pytest.fixture(scope="module")
def body():
    return build_body()


def _painted(scene, there, ratio=1.0):
    image = QImage(round(SIZE[0] * ratio), round(SIZE[1] * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    scene.paint(painter, there)
    painter.end()
    data = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width())
    return data.view(np.uint8).reshape(*data.shape, 4)[..., :3].astype(int)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("name", ["all fours", "reaching", "on the back"])
def test_a_kept_frame_looks_like_a_painted_one(body, name, ratio):
    there = posture(POSES[name])
    plain = _painted(FigureScene(VIEW, SIZE, LIGHT, body), there, ratio)
    playing = FigureScene(VIEW, SIZE, LIGHT, body, keep=Budget(1 << 24))
    for _ in range(2):
        apart = np.abs(_painted(playing, there, ratio) - plain).max(-1)
        assert apart.max() <= 6  # rounding of translucent edges


def test_kept_frames_do_not_mix(body):
    playing = FigureScene(VIEW, SIZE, LIGHT, body, keep=Budget(1 << 24))
    first = _painted(playing, posture(ALL_FOURS))
    other = _painted(playing, posture(REACHING))
    assert np.array_equal(first, _painted(playing, posture(ALL_FOURS)))
    assert np.array_equal(other, _painted(playing, posture(REACHING)))
    assert (first != other).any()


def test_another_device_pixel_ratio_paints_anew(body):
    playing = FigureScene(VIEW, SIZE, LIGHT, body, keep=Budget(1 << 24))
    first = _painted(playing, posture(REACHING))
    fine = _painted(playing, posture(REACHING), 2.0)
    assert fine.shape == (480, 640, 3)
    assert np.abs(fine.reshape(240, 2, 320, 2, 3).mean((1, 3)) - first).mean() < 2


def test_a_full_store_keeps_what_it_has_and_takes_no_more():
    budget = Budget(100_000)
    store, other = FrameStore(budget), FrameStore(budget)
    noise = np.random.default_rng(1).integers(0, 2**32, (40, 60), np.uint32)
    layer = QImage(noise.tobytes(), 60, 40, QImage.Format.Format_ARGB32_Premultiplied)
    shadow = SoftShadow(QRectF(), np.zeros((20, 20), np.uint8))
    frame = Frame.lifted(shadow, layer, layer.rect())
    poses = [posture(POSES["standing"] + np.full_like(POSES["standing"], step)) for step in range(60)]
    for there in poses:
        store.keep(there, frame)
    assert 0 < len(store) < len(poses)
    assert budget.used_bytes <= 100_000
    assert budget.is_spent
    assert store.find(poses[0]) is frame
    assert store.find(poses[-1]) is None
    other.keep(poses[0], frame)
    assert len(other) == 0
    store.clear()
    assert budget.used_bytes == 0
    other.keep(poses[0], frame)
    assert len(other) == 1


def test_the_picture_behind_the_frames_counts_too(body):
    budget = Budget(1 << 24)
    scene = FigureScene(VIEW, SIZE, LIGHT, body, keep=budget)
    assert scene.paint_ahead(posture(REACHING), 2.0)
    assert not scene.paint_ahead(posture(REACHING), 2.0)
    stage_bytes = 4 * 4 * SIZE[0] * SIZE[1]
    assert stage_bytes < budget.used_bytes < stage_bytes + 200_000


def test_without_room_frames_are_painted_all_the_same(body):
    budget = Budget(1)
    scene = FigureScene(VIEW, SIZE, LIGHT, body, keep=budget)
    assert not scene.paint_ahead(posture(REACHING), 1.0)
    plain = _painted(FigureScene(VIEW, SIZE, LIGHT, body), posture(REACHING))
    assert np.array_equal(_painted(scene, posture(REACHING)), plain)
