import pytest
from PySide6.QtCore import Qt

from backguide.session.compile import compile_timeline
from backguide.session.outline import item_spans
from backguide.ui.pages.routines_page import RoutinesPage
from backguide.ui.session_words import dose_of
from tests.ui.widgets.seen import name_of


@pytest.fixture
def page(qtbot, services):
    shown = RoutinesPage(services)
    qtbot.addWidget(shown)
    shown.resize(1176, 800)
    shown.refresh()
    shown.show()
    return shown


def row_of(page, slug):
    return next(row for row in page.rows if row.routine.slug == slug)


def test_all_routines_are_listed_shortest_first_with_their_real_length(page, services):
    assert [row.routine.slug for row in page.rows] == [
        "morning-mobility",
        "gentle-day",
        "stiffness-relief",
        "strength",
        "evening-mobility",
        "all-twelve",
    ]
    for row in page.rows:
        minutes = round(row.timeline.duration_s / 60)
        assert name_of(row) == f"{row.routine.name}, {minutes} min"


def test_the_first_routine_is_open_from_the_start(page):
    assert page.chosen == "morning-mobility"
    assert page.details.name.text() == "Morning mobility"


def test_choosing_shows_the_exercises_in_the_order_of_the_session(page, qtbot, services):
    qtbot.mouseClick(row_of(page, "strength"), Qt.MouseButton.LeftButton)
    routine = services.catalogue.routines["strength"]
    timeline = compile_timeline(routine, services.catalogue, services.session_preferences)
    assert page.chosen == "strength"
    assert [row.slug for row in page.details.rows] == [span.exercise for span in item_spans(timeline)]
    bird_dog = next(step for step in timeline.steps if step.exercise == "bird-dog")
    dose = dose_of(services.catalogue, timeline, bird_dog)
    assert name_of(page.details.rows[1]) == f"Bird dog, {dose}"


def test_start_asks_for_the_chosen_routine(page, qtbot):
    page.choose("gentle-day")
    with qtbot.waitSignal(page.session_requested) as asked:
        qtbot.mouseClick(page.details.start, Qt.MouseButton.LeftButton)
    assert asked.args[0].slug == "gentle-day"


def test_an_exercise_of_the_list_opens_by_click_and_by_enter(page, qtbot):
    row = page.details.rows[0]
    with qtbot.waitSignal(page.exercise_requested) as clicked:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.exercise_requested) as pressed:
        qtbot.keyClick(row, Qt.Key.Key_Return)
    assert clicked.args == pressed.args == [row.slug]


def test_other_pauses_give_other_lengths(page, services):
    before_s = row_of(page, "strength").timeline.duration_s
    page.choose("strength")
    services.preferences.change(get_ready_s=15.0)
    page.refresh()
    assert row_of(page, "strength").timeline.duration_s > before_s
    assert page.chosen == "strength"


def test_in_a_narrow_window_list_and_details_take_turns(page, qtbot):
    page.resize(536, 560)
    assert page.rows[0].isVisible()
    assert not page.details.isVisible()
    qtbot.mouseClick(row_of(page, "strength"), Qt.MouseButton.LeftButton)
    assert page.details.isVisible()
    assert not page.rows[0].isVisible()
    qtbot.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert page.rows[0].isVisible()
    assert not page.details.isVisible()
    page.resize(1176, 800)
    assert page.rows[0].isVisible()
    assert page.details.isVisible()


@pytest.mark.parametrize("width", [536, 856, 1176])
def test_no_row_is_cut_at_its_side(page, width):
    page.resize(width, 640)
    page.grab()
    viewport = page._area.viewport()
    for row in page.rows:
        assert row.mapTo(viewport, row.rect().topRight()).x() <= viewport.width()
        assert row.height() >= row.heightForWidth(row.width())
