"""Every icon can be painted, in its colour and at its size; only play and pause are filled."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from backguide.ui.theme.icons import Icon, app_icon, icon_pixmap, paint_icon, read_icon

SIDE = 96


def painted(icon, colour="#0B7A6B", stroke=1.9):
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    paint_icon(painter, icon, QRectF(0, 0, SIDE, SIDE), QColor(colour), stroke)
    painter.end()
    return image


def inked(image):
    return [(x, y) for x in range(SIDE) for y in range(SIDE) if image.pixelColor(x, y).alpha() > 128]


@pytest.mark.parametrize("icon", Icon, ids=lambda icon: icon.value)
def test_an_icon_lies_within_its_square_with_air_around_it(qapp, icon):
    points = inked(painted(icon))
    assert len(points) > 60
    assert min(min(point) for point in points) >= 4
    assert max(max(point) for point in points) < SIDE - 4


@pytest.mark.parametrize("icon", Icon, ids=lambda icon: icon.value)
def test_an_icon_is_drawn_in_one_round_line(icon):
    text = read_icon(icon)
    assert 'viewBox="0 0 24 24"' in text
    assert 'stroke-linecap="round"' in text
    filled = 'fill="currentColor"' in text
    assert filled == (icon in {Icon.PLAY, Icon.PAUSE})


def test_an_icon_takes_the_colour_asked_for(qapp):
    image = painted(Icon.CHECK, "#6B2A86")
    inks = [image.pixelColor(x, y) for x, y in inked(image)]
    assert {ink.name() for ink in inks if ink.alpha() == 255} == {"#6b2a86"}


def test_a_wider_stroke_lays_more_ink(qapp):
    assert len(inked(painted(Icon.HOUSE, stroke=2.6))) > len(inked(painted(Icon.HOUSE))) * 1.2


def test_a_pixmap_is_sharp_on_a_dense_screen(qapp):
    pixmap = icon_pixmap(Icon.PLAY, 24, QColor("black"), ratio=2.0)
    assert (pixmap.width(), pixmap.deviceIndependentSize().width()) == (48, 24)


def test_the_program_has_an_icon_of_its_own(qapp):
    assert not app_icon().pixmap(64, 64).isNull()
