"""Changes take a moment and hold nobody up: pages rise, words cross-fade, key poses melt into each other."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from backguide.catalogue.model import Routine, RoutineItem
from backguide.ui.pages.player_page import STANDING_MS
from backguide.ui.passage import Passage
from backguide.ui.theme.theme import apply_theme
from backguide.ui.widgets.page_rise import PageRise


def pixels(widget):
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint8).astype(int)


# -- a passage of time
def test_a_passage_goes_from_nothing_to_all_and_is_over():
    passage = Passage()
    assert passage.share(3.0) == 1.0
    passage.begin(10.0, 200)
    assert [round(passage.share(at_s), 3) for at_s in (10.0, 10.1, 10.15)] == [0.0, 0.5, 0.75]
    assert passage.is_on
    assert passage.share(10.25) == 1.0
    assert not passage.is_on


def test_a_passage_of_no_time_is_over_before_it_begins():
    passage = Passage()
    passage.begin(10.0, 0)
    assert not passage.is_on


# -- pages
class Bright(QWidget):
    """A page with one button all over it."""

    def __init__(self):
        super().__init__()
        self.pressed = 0
        self.button = QPushButton("Here")
        self.button.clicked.connect(self._on_button_clicked)
        QVBoxLayout(self).addWidget(self.button)

    def _on_button_clicked(self):
        self.pressed += 1


class Spared(Bright):
    """A page that comes without."""


@pytest.fixture
def stack(qtbot, qapp):
    apply_theme(qapp, "light")
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    for page in (Bright(), Bright(), Spared()):
        stack.addWidget(page)
    stack.rise = PageRise(stack, spared=(Spared,))
    stack.resize(300, 200)
    stack.show()
    qapp.processEvents()
    return stack


def test_a_page_rises_for_a_moment_and_is_then_as_it_is(stack, qtbot):
    stack.setCurrentIndex(1)
    assert stack.rise.isVisible()
    early = pixels(stack)
    qtbot.waitUntil(lambda: not stack.rise.isVisible(), timeout=2000)
    assert (early != pixels(stack)).any()


def test_a_page_that_rises_takes_every_click(stack, qtbot):
    stack.setCurrentIndex(1)
    page = stack.currentWidget()
    there = page.button.mapTo(stack, page.button.rect().center())
    assert stack.childAt(there) is page.button
    QTest.mouseClick(page.button, Qt.MouseButton.LeftButton)
    assert page.pressed == 1


def test_spared_pages_reduced_motion_and_hidden_windows_change_at_once(stack, qapp):
    stack.setCurrentIndex(2)
    assert not stack.rise.isVisible()
    apply_theme(qapp, "light", reduced_motion=True)
    stack.setCurrentIndex(0)
    assert not stack.rise.isVisible()
    apply_theme(qapp, "light")
    stack.hide()
    stack.setCurrentIndex(1)
    assert not stack.rise.isVisibleTo(stack)


def test_a_window_that_closes_stops_the_rise(stack):
    stack.setCurrentIndex(1)
    stack.close()
    assert stack.rise._animation.state() == stack.rise._animation.State.Stopped


# -- words of the player
def begin_hold(session, seconds_in):
    page = session.start()
    session.play_until("enter")
    progress = session.flow.run.progress
    session.clock.move(progress.remaining_in_step_s + 0.001)
    page.timer.timeout.emit()
    session.clock.move(seconds_in)
    page.timer.timeout.emit()
    return page


def test_words_of_a_phase_cross_fade_while_the_timer_is_fast(session):
    page = begin_hold(session, 0.12)
    assert page.phase.text() == "Hold"
    between = pixels(page.phase)
    assert 16 <= page.timer.interval() <= 50
    session.clock.move(0.2)
    page.timer.timeout.emit()
    assert (pixels(page.phase) != between).any()
    assert page.timer.interval() == STANDING_MS
    final = pixels(page.phase)
    session.clock.move(0.2)
    page.timer.timeout.emit()
    assert (pixels(page.phase) == final).all()


def test_words_that_stay_do_not_flicker(session):
    page = session.start()
    session.play_until("enter")
    before = pixels(page.counts)
    session.clock.move(session.flow.run.progress.remaining_in_step_s + 0.001)
    page.timer.timeout.emit()
    session.clock.move(0.12)
    page.timer.timeout.emit()
    assert (pixels(page.counts) == before).all()


def test_a_pause_shows_its_words_at_once(session):
    page = begin_hold(session, 0.12)
    session.press(Qt.Key.Key_Space)
    paused = pixels(page.phase)
    page.phase.fade(1.0)
    assert (pixels(page.phase) == paused).all()


def test_with_reduced_motion_words_change_at_once(session, qapp):
    apply_theme(qapp, "light", reduced_motion=True)
    page = begin_hold(session, 0.02)
    early = pixels(page.phase)
    session.clock.move(0.3)
    page.timer.timeout.emit()
    assert (pixels(page.phase) == early).all()


# -- the figure of the player where motion is reduced
def test_with_reduced_motion_a_session_melts_from_key_pose_to_key_pose(session, qapp):
    apply_theme(qapp, "light", reduced_motion=True)
    page = session.start()
    session.play_until("hold", 1.0)
    held = pixels(page.stage.figure)
    session.clock.move(session.flow.run.progress.remaining_in_step_s + 0.001)
    page.timer.timeout.emit()
    session.clock.move(0.08)
    page.timer.timeout.emit()
    between = pixels(page.stage.figure)
    assert 16 <= page.timer.interval() <= 50
    session.clock.move(0.1)
    page.timer.timeout.emit()
    after = pixels(page.stage.figure)
    assert page.timer.interval() == STANDING_MS
    assert min(np.abs(between - held).max(), np.abs(between - after).max()) > 20
    low, high = np.minimum(held, after) - 6, np.maximum(held, after) + 6
    assert ((low <= between) & (between <= high)).all()


def test_what_fades_out_is_painted_as_it_was_seen(session, qapp):
    """An exercise with one view gives way to one that is seen from its second."""
    apply_theme(qapp, "light", reduced_motion=True)
    items = tuple(RoutineItem(*slug.split("/")) for slug in ("bird-dog/leg-only", "cat-cow/moderate"))
    session.flow.begin(Routine("some", "Some", "", frozenset({"strength"}), None, items))
    session.press(Qt.Key.Key_Return)
    session.press(Qt.Key.Key_V)
    session.press(Qt.Key.Key_Right)
    session.play(1.0)
    cat_cow = pixels(session.player.stage.figure)
    session.press(Qt.Key.Key_Left)
    session.press(Qt.Key.Key_Left)
    assert session.player.stage.view.seen == "second"
    assert np.abs(pixels(session.player.stage.figure) - cat_cow).max() <= 6  # fading has only begun
