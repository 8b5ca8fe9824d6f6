"""The figure's widget paints what changed, when it is seen."""

import numpy as np
import pytest
from PySide6.QtGui import QPaintEvent

from backguide import assets
from backguide.figure.library import load_motions
from backguide.ui.figure.figure_view import FigureView


@pytest.fixture(scope="module")
def motion():
    return load_motions(assets.folder() / "motions").motion("bird-dog", "arm-and-leg")


class CountingView(FigureView):
    """Counts its paintings."""

    def __init__(self):
        super().__init__()
        self.paintings = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.paintings += 1
        super().paintEvent(event)


@pytest.fixture
def view(qtbot):
    view = CountingView()
    qtbot.addWidget(view)
    view.resize(320, 240)
    return view


def _shown(view, qapp):
    view.show()
    qapp.processEvents()
    view.paintings = 0


def test_the_same_posture_again_paints_nothing(view, motion, qapp):
    view.show_posture(motion, "right", motion.ready("right"))
    _shown(view, qapp)
    view.show_posture(motion, "right", motion.ready("right"))
    qapp.processEvents()
    assert view.paintings == 0
    view.show_posture(motion, "right", motion.holding(0, "right"))
    qapp.processEvents()
    assert view.paintings == 1


def test_several_postures_before_a_painting_are_painted_once(view, motion, qapp):
    _shown(view, qapp)
    for share in np.linspace(0.2, 0.8, 5):
        view.show_posture(motion, "right", motion.entering(0, -1, share, "right"))
    qapp.processEvents()
    assert view.paintings == 1


def test_a_hidden_figure_is_not_painted(view, motion, qapp):
    view.show_posture(motion, "right", motion.ready("right"))
    _shown(view, qapp)
    view.hide()
    view.show_posture(motion, "right", motion.holding(0, "right"))
    qapp.processEvents()
    assert view.paintings == 0


def test_the_other_side_is_another_picture_and_the_first_comes_back(view, motion, qapp):
    view.show_posture(motion, "right", motion.holding(0, "right"))
    _shown(view, qapp)
    right = view.grab().toImage()
    view.show_posture(motion, "left", motion.holding(0, "left"))
    left = view.grab().toImage()
    view.show_posture(motion, "right", motion.holding(0, "right"))
    assert left != right
    assert view.grab().toImage() == right
