"""A session in windows as small as a phone, upright and on its side: nothing lies outside or on something."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QCheckBox

from backguide.ui.pages.player_layout import Needs, arrange
from backguide.ui.widgets.button import Button
from backguide.ui.widgets.pain_cell import PainCell
from backguide.ui.widgets.pain_scale import PainScale

SIZES = [(360, 640), (400, 800), (640, 360)]


@pytest.fixture(params=SIZES, ids=str)
def small(request, session):
    session.place.setMinimumSize(1, 1)
    session.place.resize(*request.param)
    return session


def settle():
    for _ in range(3):
        QApplication.processEvents()


def on_page(page, widget):
    return QRect(widget.mapTo(page, widget.rect().topLeft()), widget.size())


def stick_out(page, kinds):
    """Return the controls that reach beyond the left or right edge of the page."""
    controls = [found for kind in kinds for found in page.findChildren(kind) if found.isVisible()]
    assert controls
    return [
        found.accessibleName() or found.text()
        for found in controls
        if on_page(page, found).left() < 0 or on_page(page, found).right() >= page.width()
    ]


def test_before_a_session_everything_can_be_reached(small, catalogue):
    small.flow.begin(catalogue.routines["strength"])
    settle()
    assert stick_out(small.ready, (Button, PainCell, QCheckBox)) == []
    small.press(Qt.Key.Key_5)
    assert small.ready.ratings == {"back": 5}


def test_after_a_session_everything_can_be_reached(small):
    small.start()
    small.press(Qt.Key.Key_Right)
    small.press(Qt.Key.Key_Right)
    settle()
    assert stick_out(small.rating, (Button, PainCell)) == []
    assert small.rating.note_field.width() > 150


def test_while_it_runs_no_button_covers_another_and_no_words_are_cut(small):
    page = small.start()
    small.play_until("hold")
    settle()
    assert stick_out(page, (Button,)) == []
    rects = [on_page(page, button) for button in page.findChildren(Button) if button.isVisible()]
    assert not any(one.intersects(other) for i, one in enumerate(rects) for other in rects[i + 1 :])
    for label in (page.phase, page.header.left):
        assert label.width() >= label.sizeHint().width() - 1, label.text()
    headline = page.caption.headline
    assert headline.height() >= headline.heightForWidth(headline.width())
    assert page.controls.pause.accessibleName() or page.controls.pause.text()


def test_a_narrow_scale_stands_in_two_rows_all_of_which_can_be_seen(qtbot):
    scale = PainScale("Pain")
    qtbot.addWidget(scale)
    for width, rows in ((300, 2), (700, 1)):
        scale.resize(width, scale.heightForWidth(width))
        scale.show()
        cells = scale.findChildren(PainCell)
        assert len({cell.y() for cell in cells}) == rows
        assert all(scale.rect().contains(cell.geometry()) for cell in cells)
        assert all(cell.width() >= 36 for cell in cells)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_in_a_low_window_words_and_ring_stand_beside_the_stage(qtbot, scale):
    needs = Needs(round(48 * scale), round(72 * scale), 0, scale)
    height = round((48 + 72 + 150) * scale) + 48
    width = round(640 * scale)
    places = arrange(QRect(0, 0, width, height).size(), needs)
    assert places.stage.right() < places.caption.left()
    assert places.caption.right() < places.ring.left()
    assert places.ring.width() >= 100


def test_the_words_grow_in_a_large_window(session):
    sizes = []
    for size in ((1280, 800), (1920, 1080)):
        session.place.resize(*size)
        page = session.flow.page or session.start()
        settle()
        sizes.append(
            [label.role_font().pixelSize() for label in (page.phase, page.counts, page.caption.headline)]
        )
    small, large = sizes
    assert all(after > before for before, after in zip(small, large, strict=True))
