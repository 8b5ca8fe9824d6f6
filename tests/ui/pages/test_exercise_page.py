"""The page of one exercise as a person uses it: watched, scrubbed, paused, changed, read and tried."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from backguide.figure.library import MotionLibrary
from backguide.ui.pages.exercise_page import ExercisePage
from backguide.ui.services import Services
from backguide.ui.theme.theme import apply_theme

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot, services):
    return opened(qtbot, services, "bird-dog")


def opened(qtbot, services, slug, size=(1176, 800)):
    page = ExercisePage(services)
    qtbot.addWidget(page)
    page.show_exercise(slug)
    page.resize(*size)
    page.show()
    page.activateWindow()
    QApplication.processEvents()
    return page


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget):
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched, event):
        self.count += event.type() == QEvent.Type.Paint
        return False


def tick(page, clock, seconds):
    """Let time pass, and the timer notice it."""
    clock.move(seconds)
    page.motion.playback._timer.timeout.emit()
    QApplication.processEvents()


def stage(page):
    return page.motion.stage.figure.grab().toImage()


def pixels(page):
    image = stage(page).convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint8).astype(int)


def alike(one, other):
    """Whether two pictures differ by no more than the rounding of translucent edges."""
    return np.abs(one - other).max() <= 6


def position_s(page):
    playback = page.motion.playback
    return playback.scrub.position * playback._loop.duration_s


def pause(page):
    if page.motion.playback.is_playing:
        QTest.mouseClick(page.motion.playback.button, LEFT)


def choose_form(page, index):
    QTest.mouseClick(page.motion.choices.forms.track._segments[index], LEFT)


def choose_side(page, index):
    QTest.mouseClick(page.motion.choices.sides._segments[index], LEFT)


# -- the words
def test_the_page_tells_what_the_catalogue_knows(page, catalogue):
    exercise, details = catalogue.exercises["bird-dog"], page.details
    assert details.name.text() == "Bird dog"
    assert details.purpose.text() == exercise.purpose
    assert (details.kind.text, details.position.text) == ("Strength", "Hands and knees")
    assert details.breathing.label.text() == exercise.breathing
    said = " ".join(label.text() for label in details.findChildren(type(details.name)))
    for words in (*exercise.steps, "carpal tunnel", "Buttocks".lower(), "Folded towel".lower()):
        assert words in said


def test_a_dose_from_the_article_is_told_apart_from_a_typical_one(page):
    page.show_exercise("knee-to-chest")
    details = page.details
    assert (details.times.head.text(), details.times.sub.text()) == ("3 each side", "typical physio dose")
    assert (details.hold.head.text(), details.hold.sub.text()) == ("12 s hold", "from the article")


def test_what_to_leave_out_is_told_apart_from_what_to_adapt(page):
    assert not page.details.avoid.isVisible()
    page.show_exercise("side-plank-clamshell")
    assert "Shoulder trouble." in page.details.avoid.label.text()
    assert "Hip replacement." in page.details.adapt.label.text()


def test_every_exercise_in_every_form_can_be_shown(page, catalogue):
    for exercise in catalogue.exercises.values():
        for form in exercise.variations:
            page.show_exercise(exercise.slug, form.slug)
            assert page.details.name.text() == exercise.name
            assert page.motion.choices.difference.text() == form.difference


def test_an_unknown_exercise_is_a_key_error(page):
    with pytest.raises(KeyError):
        page.show_exercise("headstand")
    with pytest.raises(KeyError):
        page.show_exercise("bird-dog", "both-arms")


# -- the figure
def test_the_figure_moves_with_the_clock_and_not_without(page, clock):
    before, start_s = stage(page), position_s(page)
    tick(page, clock, 0.0)
    assert stage(page) == before
    tick(page, clock, 1.2)
    assert stage(page) != before
    assert position_s(page) == pytest.approx(start_s + 1.2, abs=0.02)


def test_the_motion_goes_round(page, clock):
    tick(page, clock, page.motion.playback._loop.duration_s + 0.5)
    assert position_s(page) == pytest.approx(0.5, abs=0.02)


def test_space_pauses_and_plays(page, clock):
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Space)
    assert not page.motion.playback.is_running
    assert page.motion.playback.button.accessibleName() == "Play"
    page.motion.playback.scrub.setFocus()
    QTest.keyClick(page.motion.playback.scrub, Key.Key_Space)
    assert page.motion.playback.is_running
    assert page.motion.playback.button.accessibleName() == "Pause"


def test_pausing_does_not_eat_time(page, clock):
    tick(page, clock, 1.0)
    pause(page)
    clock.move(60.0)
    QTest.mouseClick(page.motion.playback.button, LEFT)
    tick(page, clock, 0.5)
    assert position_s(page) == pytest.approx(1.5, abs=0.02)


def test_the_timer_lives_as_long_as_the_page_is_visible(page, clock):
    assert page.motion.playback.is_running
    page.hide()
    assert not page.motion.playback.is_running
    clock.move(30.0)
    page.show()
    assert page.motion.playback.is_running
    tick(page, clock, 0.4)
    assert position_s(page) == pytest.approx(0.4, abs=0.02)


def test_a_paused_page_that_comes_back_stays_paused(page):
    pause(page)
    page.hide()
    page.show()
    assert not page.motion.playback.is_running


def test_nothing_is_painted_while_paused_or_held(page, clock, qtbot):
    hold = next(one for one in page.motion.playback._loop.stretches if one.name == "Reach")
    tick(page, clock, hold.start_s + 0.1)
    paints = Paints(page.motion.stage.figure)
    tick(page, clock, hold.duration_s - 0.2)
    assert paints.count == 0
    tick(page, clock, 1.0)  # on the way back
    assert paints.count > 0
    pause(page)
    QApplication.processEvents()
    paints.count = 0
    clock.move(1.0)
    QApplication.processEvents()
    assert paints.count == 0


def test_scrubbing_moves_the_posture(page, clock):
    pause(page)
    before = stage(page)
    scrub = page.motion.playback.scrub
    QTest.mousePress(scrub, LEFT, pos=QPoint(10, 10))
    QTest.mouseRelease(scrub, LEFT, pos=QPoint(10, 10))
    start = stage(page)
    QTest.mouseClick(scrub, LEFT, pos=QPoint(scrub.width() // 10, 10))
    assert stage(page) not in (before, start)
    assert not page.motion.playback.is_playing


def test_time_waits_while_the_handle_is_held(page, clock):
    scrub = page.motion.playback.scrub
    QTest.mousePress(scrub, LEFT, pos=QPoint(scrub.width() // 2, 10))
    held_s = position_s(page)
    tick(page, clock, 3.0)
    assert position_s(page) == held_s
    QTest.mouseRelease(scrub, LEFT, pos=QPoint(scrub.width() // 2, 10))
    tick(page, clock, 0.5)
    assert position_s(page) == pytest.approx(held_s + 0.5, abs=0.02)


def test_the_stretches_are_named(page):
    names = [part.name for part in page.motion.playback.scrub._parts]
    assert names[-4:] == ["Move", "Reach", "Return", "Rest"]


def test_with_reduced_motion_the_figure_waits_in_the_hold_and_steps(qtbot, qapp, services, clock):
    apply_theme(qapp, "light", reduced_motion=True)
    page = opened(qtbot, services, "bird-dog")
    assert not page.motion.playback.is_running
    held = pixels(page)
    QTest.mouseClick(page.motion.playback.button, LEFT)
    assert page.motion.playback.is_running
    seen = []
    for _ in range(50):
        tick(page, clock, 0.25)
        if not any(alike(pixels(page), picture) for picture in seen):
            seen.append(pixels(page))
    assert any(alike(held, picture) for picture in seen)
    assert len(seen) == 2  # the start and the hold, nothing between


@pytest.fixture
def melting(qtbot, qapp, services, clock):
    """A page with reduced motion on its way from the hold to the next key pose, and the hold's picture."""
    apply_theme(qapp, "light", reduced_motion=True)
    page = opened(qtbot, services, "bird-dog")
    held = pixels(page)
    QTest.mouseClick(page.motion.playback.button, LEFT)
    while alike(pixels(page), held):
        tick(page, clock, 0.05)
    return page, held


def test_with_reduced_motion_one_key_pose_melts_into_the_next(melting, clock):
    page, held = melting
    between = pixels(page)
    tick(page, clock, 0.2)
    after = pixels(page)
    assert not alike(between, after)
    low, high = np.minimum(held, after) - 6, np.maximum(held, after) + 6
    assert ((low <= between) & (between <= high)).all()


def test_pausing_ends_a_fade_at_once(melting, clock):
    page, _ = melting
    QTest.mouseClick(page.motion.playback.button, LEFT)
    paused = pixels(page)
    QTest.mouseClick(page.motion.playback.button, LEFT)
    tick(page, clock, 0.2)
    assert alike(paused, pixels(page))


def test_motion_that_becomes_reduced_stops(page, qapp):
    apply_theme(qapp, "light", reduced_motion=True)
    assert not page.motion.playback.is_running


def test_a_motion_that_could_not_be_read_leaves_the_words(qtbot, services):
    without = Services(
        services.catalogue,
        MotionLibrary({}),
        services.journal,
        services.clock,
        services.sounds,
        services.awake,
        services.preferences,
    )
    page = opened(qtbot, without, "bird-dog")
    assert page.motion.stage.missing.isVisible()
    assert not page.motion.playback.is_running
    assert not page.motion.playback.isEnabled()
    assert page.details.name.text() == "Bird dog"
    QTest.keyClick(page, Key.Key_Space)
    assert not page.motion.playback.is_running


# -- form and side
def test_another_form_changes_picture_words_and_routine(page):
    pause(page)
    before = stage(page)
    choose_form(page, 2)
    assert stage(page) != before
    assert "opposite arm" in page.motion.choices.difference.text()
    assert page.routine.items[0].variation == "arm-and-leg"
    assert not page.motion.playback.is_playing


def test_the_badge_names_the_limb_at_the_edge_of_its_side(page):
    badge, width = page.motion.stage.badge, page.motion.stage.width()
    assert (badge.letter, badge.accessibleName()) == ("R", "Right leg")
    assert badge.geometry().right() > width - 20
    page.show_exercise("bird-dog", "arm-and-leg")
    assert badge.accessibleName() == "Right leg and left arm"


def test_the_other_side_mirrors_picture_and_badge(qtbot, qapp, services):
    apply_theme(qapp, "light", reduced_motion=True)
    page = opened(qtbot, services, "bird-dog")
    before = stage(page)
    choose_side(page, 0)
    badge = page.motion.stage.badge
    assert (badge.letter, badge.accessibleName()) == ("L", "Left leg")
    assert badge.x() < 20
    assert stage(page) != before
    choose_side(page, 1)
    assert stage(page) == before


def test_the_badge_slides_to_the_other_side(page, qtbot):
    choose_side(page, 0)
    badge = page.motion.stage.badge
    assert badge.x() > 20
    qtbot.waitUntil(lambda: badge.x() < 20, timeout=2000)


def test_the_badge_does_not_cover_the_figure_on_a_low_stage(qtbot, services):
    page = opened(qtbot, services, "bird-dog", (856, 640))
    badge, figure = page.motion.stage.badge.geometry(), page.motion.stage.figure.geometry()
    assert not badge.intersects(figure)


def test_an_exercise_without_sides_offers_none(page):
    page.show_exercise("cat-cow")
    assert not page.motion.choices.sides.isVisible()
    assert not page.motion.stage.badge.isVisible()


def test_a_single_form_needs_no_choice(page):
    page.show_exercise("supine-march")
    assert not page.motion.choices.forms.isVisible()
    assert page.motion.choices.sides.isVisible()


def choose_view(page, index):
    QTest.mouseClick(page.motion.choices.views.track._segments[index], LEFT)


def test_the_other_view_is_another_picture_and_the_first_comes_back(page):
    pause(page)
    before = stage(page)
    choose_view(page, 1)
    assert stage(page) != before
    choose_view(page, 0)
    assert stage(page) == before


def test_the_view_stays_for_other_forms_and_sides_but_not_for_another_exercise(page):
    choices = page.motion.choices
    choose_view(page, 1)
    choose_form(page, 2)
    choose_side(page, 0)
    assert choices.views.track.current == 1
    page.show_exercise("dead-bug")
    assert choices.views.track.current == 0
    page.show_exercise("bird-dog")
    assert choices.views.track.current == 0


def test_views_are_named_and_reached_by_arrow_keys(page):
    segments = page.motion.choices.views.track._segments
    assert [segment.accessibleName() for segment in segments] == ["From the side", "From behind"]
    before = stage(page)
    segments[0].setFocus()
    QTest.keyClick(segments[0], Key.Key_Right)
    assert stage(page) != before


def test_an_exercise_with_one_view_offers_no_choice_of_views(page):
    choose_view(page, 1)
    page.show_exercise("cat-cow")
    assert not page.motion.choices.views.isVisible()
    assert not stage(page).isNull()


def test_forms_that_do_not_fit_side_by_side_become_chips(qtbot, qapp, services):
    apply_theme(qapp, "light", text_scale=2.0)
    page = opened(qtbot, services, "bird-dog", (640, 700))
    forms = page.motion.choices.forms
    qtbot.waitUntil(lambda: not forms.track.isVisible())
    page._scroll.ensureWidgetVisible(forms)
    QTest.mouseClick(forms.chips.button(1), LEFT)
    assert page.routine.items[0].variation == "arm-only"
    assert forms.chips.button(1).isChecked()


def test_tab_goes_from_the_motion_to_its_choices_and_then_to_the_words(page):
    page.show_exercise("knee-to-chest")
    page.show_exercise("bird-dog")
    page.back.setFocus()
    reached = []
    for _ in range(9):
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert reached == [
        page.motion.playback.button,
        page.motion.playback.scrub,
        page.motion.choices.forms.track._segments[0],
        page.motion.choices.views.track._segments[0],
        page.motion.choices.sides._segments[1],
        page._scroll,
        page.neighbours.easier,
        page.neighbours.harder,
        page.start,
    ]


# -- the ways out
def test_try_it_now_asks_for_a_routine_of_what_is_on_show(page):
    asked = []
    page.session_requested.connect(asked.append)
    choose_form(page, 1)
    QTest.mouseClick(page.start, LEFT)
    assert [(item.exercise, item.variation) for item in asked[0].items] == [("bird-dog", "arm-only")]
    assert asked[0].name == "Bird dog"


@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Key.Key_Escape, Qt.KeyboardModifier.NoModifier), (Key.Key_Left, Qt.KeyboardModifier.AltModifier)],
)
def test_keys_lead_back(page, qtbot, key, modifier):
    with qtbot.waitSignal(page.back_requested, timeout=1000):
        QTest.keyClick(QApplication.focusWidget(), key, modifier)


def test_the_button_leads_back(page, qtbot):
    with qtbot.waitSignal(page.back_requested, timeout=1000):
        QTest.mouseClick(page.back, LEFT)


def test_a_harder_form_of_the_same_exercise_is_shown_at_once(page):
    page.neighbours.harder.click()
    assert page.routine.items[0].variation == "arm-only"
    assert page.motion.choices.forms.track.current == 1
    assert page.neighbours.easier.text() == "Easier: leg only"


def test_a_neighbouring_exercise_is_asked_for_with_its_form(page):
    asked = []
    page.exercise_requested.connect(asked.append)
    assert page.neighbours.easier.text() == "Easier: supine march"
    page.neighbours.easier.click()
    page.show_exercise("bird-dog", "arm-and-leg")
    page.neighbours.harder.click()
    assert asked == ["supine-march", "bear-hold/low"]
    page.show_exercise(asked[1])
    assert page.routine.items[0].variation == "low"


def test_where_nothing_is_easier_the_page_says_so(page):
    page.show_exercise("lumbar-rotation", "small")
    assert not page.neighbours.easier.isVisible()
    assert page.neighbours.nothing.text() == "There is nothing easier here."


# -- the room there is
@pytest.mark.parametrize("size", [(856, 640), (1176, 800), (1816, 1080), (536, 560)])
def test_the_button_to_try_stays_in_sight_and_nothing_sticks_out(qtbot, services, size):
    page = opened(qtbot, services, "side-plank-clamshell", size)
    assert (page.width(), page.height()) == size
    corner = page.start.mapTo(page, page.start.rect().bottomRight())
    assert page.rect().contains(corner)
    assert not page.start.visibleRegion().isEmpty()
    assert page._scroll.horizontalScrollBar().maximum() == 0
    assert page._scroll.verticalScrollBar().maximum() > 0
