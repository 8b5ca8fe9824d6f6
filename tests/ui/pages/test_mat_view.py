import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QApplication

from backguide.ui.pages.mat_layout import arrange_sheet
from backguide.ui.widgets.button import Button


def pressed_t(session, times):
    for _ in range(times):
        session.press(Qt.Key.Key_T)
    QApplication.processEvents()
    return session.player.mat


def test_t_turns_the_picture_one_way_then_the_other_and_back(session):
    player = session.start()
    turns = []
    for _ in range(3):
        session.press(Qt.Key.Key_T)
        turns.append(player.mat.turn)
        assert player.mat.isVisible() == (player.mat.turn != "none")
        assert player.stage.isVisible() == player.ring.isVisible() == (player.mat.turn == "none")
    assert turns == ["clockwise", "counter-clockwise", "none"]


def test_a_quiet_button_does_the_same_and_says_what_it_will_do(session):
    player = session.start()
    names = []
    for _ in range(3):
        names.append(player.header.turn.accessibleName())
        player.header.turn.click()
    assert names == [
        "Turn for lying on your right side",
        "Turn for lying on your left side",
        "Turn upright",
    ]
    assert player.mat.turn == "none"


def test_the_sheet_says_what_the_upright_page_says(session):
    player = session.start()
    mat = pressed_t(session, 1)
    step = session.play_until("hold")
    assert mat.phase.text() == "Hold"
    assert mat.caption.headline.text() == step.say
    assert (mat.ring.number, mat.ring.fraction) == (player.ring.number, player.ring.fraction)
    assert mat.stage.badge.letter == ("L" if step.side == "left" else "R")
    session.press(Qt.Key.Key_Space)
    assert mat.phase.text() == "Paused"


def test_turned_upright_again_the_page_shows_the_moment_it_is(session):
    player = session.start()
    pressed_t(session, 1)
    session.play_until("hold")
    pressed_t(session, 2)
    session.press(Qt.Key.Key_Space)
    assert not player.stage.veil.isHidden()
    assert player.stage.badge.letter == player.mat.stage.badge.letter


def test_keys_and_buttons_stay_as_they_are(session):
    player = session.start()
    pressed_t(session, 1)
    session.press(Qt.Key.Key_Space)
    assert session.flow.run.state == "paused"
    pause = player.controls.pause
    assert player.childAt(pause.mapTo(player, pause.rect().center())) is pause
    pause.click()
    assert session.flow.run.state == "running"
    session.press(Qt.Key.Key_Right)
    assert player.mat.turn == "clockwise"


def test_the_turn_is_kept_through_steps_and_sizes(session):
    player = session.start()
    mat = pressed_t(session, 2)
    session.place.resize(960, 640)
    session.play(20)
    assert mat.turn == "counter-clockwise"
    assert mat.geometry().bottom() < player.controls.y()
    assert mat.geometry().top() > player.header.geometry().bottom()


def test_both_turns_paint_the_same_sheet_from_opposite_sides(session):
    session.start()
    session.play_until("hold")
    mat = pressed_t(session, 1)
    clockwise = mat.grab().toImage()
    assert clockwise.copy(10, 10, 40, 40) != clockwise.copy(clockwise.width() - 90, 90, 40, 40)
    session.press(Qt.Key.Key_T)
    turned_over = mat.grab().toImage().transformed(QTransform().rotate(180))
    assert turned_over.size() == clockwise.size()
    step = 7
    points = [(x, y) for x in range(0, clockwise.width(), step) for y in range(0, clockwise.height(), step)]
    alike = sum(clockwise.pixel(*point) == turned_over.pixel(*point) for point in points)
    assert alike > 0.97 * len(points)


def test_the_sheet_is_larger_to_read_than_the_page(session):
    player = session.start()
    session.play_until("hold")
    upright_px = player.ring.width()
    mat = pressed_t(session, 1)
    mat.grab()  # what is not on the screen takes its sizes when it is painted
    assert mat.ring.width() > upright_px
    assert mat.caption.headline.role_font().pixelSize() > player.caption.headline.role_font().pixelSize()


@given(
    st.integers(160, 2160),
    st.integers(160, 3840),
    st.sampled_from([1.0, 1.5, 2.0]),
)
def test_nothing_on_a_sheet_overlaps_or_leaves_it(width, height, scale):
    places = arrange_sheet(QSize(width, height), scale)
    for index, place in enumerate(places):
        assert place.width() > 0
        assert place.height() > 0
        assert place.x() >= 0
        assert place.y() >= 0
        assert place.right() < width
        assert place.bottom() < height
        assert not any(place.intersects(other) for other in places[index + 1 :])


@pytest.mark.parametrize("size", [(360, 640), (400, 800), (640, 360), (960, 640), (1920, 1080)])
def test_every_button_can_be_hit_while_it_is_turned(session, size):
    session.place.setMinimumSize(1, 1)
    session.place.resize(*size)
    player = session.start()
    pressed_t(session, 1)
    for button in player.findChildren(Button):
        if button.isVisible():
            assert player.childAt(button.mapTo(player, button.rect().center())) is button, button.text()


def test_the_other_view_stays_chosen_when_the_picture_is_turned_and_no_button_is_painted(session):
    player = session.start()
    session.press(Qt.Key.Key_V)
    chosen = player.stage.view.seen
    mat = pressed_t(session, 1)
    session.play(0.4)
    assert mat.stage.view.seen == chosen
    session.press(Qt.Key.Key_V)
    assert player.stage.view.seen == mat.stage.view.seen
    assert mat.stage.view.size().isEmpty()
