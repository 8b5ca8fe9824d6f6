"""What was painted once is shown again from memory: the same picture, in bounded memory."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from backguide.figure.body import build_body
from backguide.figure.pose import posture
from backguide.figure.view import ViewSpec
from backguide.ui.figure.frames import Frame, FrameStore
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
    playing = FigureScene(VIEW, SIZE, LIGHT, body, keep_bytes=1 << 24)
    for _ in range(2):
        apart = np.abs(_painted(playing, there, ratio) - plain).max(-1)
        assert apart.max() <= 6  # rounding of translucent edges


def test_kept_frames_do_not_mix(body):
    playing = FigureScene(VIEW, SIZE, LIGHT, body, keep_bytes=1 << 24)
    first = _painted(playing, posture(ALL_FOURS))
    other = _painted(playing, posture(REACHING))
    assert np.array_equal(first, _painted(playing, posture(ALL_FOURS)))
    assert np.array_equal(other, _painted(playing, posture(REACHING)))
    assert (first != other).any()


def test_another_device_pixel_ratio_paints_anew(body):
    playing = FigureScene(VIEW, SIZE, LIGHT, body, keep_bytes=1 << 24)
    first = _painted(playing, posture(REACHING))
    fine = _painted(playing, posture(REACHING), 2.0)
    assert fine.shape == (480, 640, 3)
    assert np.abs(fine.reshape(240, 2, 320, 2, 3).mean((1, 3)) - first).mean() < 2


def test_a_full_store_keeps_what_it_has_and_takes_no_more():
    store = FrameStore(100_000)
    layer = QImage(*SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    layer.fill(0)
    shadow = SoftShadow(QRectF(), np.zeros((20, 20), np.uint8))
    frame = Frame.lifted(shadow, layer, layer.rect())
    poses = [posture(POSES["standing"] + np.full_like(POSES["standing"], step)) for step in range(60)]
    for there in poses:
        store.keep(there, frame)
    assert 0 < len(store) < len(poses)
    assert store.size_bytes <= 100_000
    assert store.find(poses[0]) is frame
    assert store.find(poses[-1]) is None
