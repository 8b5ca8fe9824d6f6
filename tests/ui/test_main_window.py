from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea

from backguide.journal.errors import JournalError
from backguide.journal.journal import Journal
from backguide.ui.main_window import MainWindow
from backguide.ui.page_names import PageName
from backguide.ui.pages.exercise_page import ExercisePage
from backguide.ui.pages.exercises_page import ExercisesPage
from backguide.ui.pages.history_page import HistoryPage
from backguide.ui.pages.player_page import PlayerPage
from backguide.ui.pages.rating_page import RatingPage
from backguide.ui.pages.ready_page import ReadyPage
from backguide.ui.pages.routines_page import RoutinesPage
from backguide.ui.pages.settings_page import SettingsPage
from backguide.ui.pages.today_page import TodayPage
from backguide.ui.theme.focus_ring import FocusRing
from tests.ui.session_helpers import short_routine

PAGES = {
    PageName.TODAY: TodayPage,
    PageName.EXERCISES: ExercisesPage,
    PageName.ROUTINES: RoutinesPage,
    PageName.HISTORY: HistoryPage,
    PageName.SETTINGS: SettingsPage,
}
TICK_S = 0.5


@pytest.fixture
def open_window(qtbot):
    """Open windows as the program does, and close them in the end."""
    opened: list[MainWindow] = []

    def open_one(services) -> MainWindow:
        window = MainWindow(services)
        qtbot.addWidget(window)
        opened.append(window)
        window.show()
        return window

    yield open_one
    for window in opened:
        window.close()


@pytest.fixture
def window(open_window, services):
    return open_window(services)


def press(widget, key: Qt.Key) -> None:
    text = chr(key) if Qt.Key.Key_Space <= key <= Qt.Key.Key_9 else ""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


def play(window, clock, seconds: float) -> None:
    for _ in range(round(seconds / TICK_S)):
        clock.move(TICK_S)
        if window.flow.run is not None and window.flow.run.state == "running":
            window.flow.run.advance()


def named(window, name: str) -> QAbstractButton:
    return next(
        b for b in window.findChildren(QAbstractButton) if b.accessibleName() == name and b.isVisible()
    )


def test_the_window_opens_on_today(window):
    assert isinstance(window.page, TodayPage)
    assert window.rail.current == PageName.TODAY
    assert window.message == ""


@pytest.mark.parametrize("name", PageName)
def test_the_rail_leads_to_every_page_and_marks_it(window, qtbot, name):
    qtbot.mouseClick(named(window.rail, name.value.capitalize()), Qt.MouseButton.LeftButton)
    assert isinstance(window.page, PAGES[name])
    assert window.rail.current == name


def test_control_and_a_digit_lead_to_every_page(window, qtbot):
    window.activateWindow()
    for number, name in enumerate(PageName, start=1):
        qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        assert isinstance(window.page, PAGES[name])


def rings(window) -> list[FocusRing]:
    return [ring for ring in window.findChildren(FocusRing) if ring.isVisible()]


def test_the_keyboard_keeps_its_ring_when_the_page_changes(window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.page.hero.change.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert len(rings(window)) == 1
    for number in (3, 5, 1):  # the exercises begin with the search field, which shows the focus by itself
        qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        assert window.page.isAncestorOf(QApplication.focusWidget())
        assert len(rings(window)) == 1


def test_the_mouse_shows_no_ring_when_the_page_changes(window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.mouseClick(named(window.rail, "Settings"), Qt.MouseButton.LeftButton)
    assert not rings(window)


def test_the_focus_in_the_rail_goes_along_with_the_page(window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_page(PageName.EXERCISES)
    assert named(window.rail, "Exercises").hasFocus()
    assert not rings(window), "nobody has used the keyboard yet"
    qtbot.keyClick(named(window.rail, "Exercises"), Qt.Key.Key_Down)
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert named(window.rail, "Routines").hasFocus()
    assert len(rings(window)) == 1


def test_tab_stops_at_a_page_only_when_there_is_something_to_scroll(window, qapp):
    area = window.page.findChild(QScrollArea)
    window.resize(1280, 1000)
    qapp.processEvents()
    assert area.focusPolicy() == Qt.FocusPolicy.NoFocus
    window.resize(640, 560)
    qapp.processEvents()
    assert area.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_a_page_is_made_once_and_read_anew_each_time(window, services):
    today = window.page
    window.show_page(PageName.SETTINGS)
    services.journal.rate(None, "daily", "back", 8)
    window.show_page(PageName.TODAY)
    assert window.page is today
    assert today.hero.name.text() == "Gentle day"


def test_today_leads_to_the_routines(window):
    window.page.hero.change.click()
    assert isinstance(window.page, RoutinesPage)


def test_back_from_an_exercise_leads_to_where_it_was_opened(window):
    window.show_page(PageName.ROUTINES)
    window.page.details.rows[0].click()
    assert isinstance(window.page, ExercisePage)
    assert window.rail.current == PageName.EXERCISES
    window.page.exercise_requested.emit("bird-dog")
    window.page.back_requested.emit()
    assert isinstance(window.page, RoutinesPage)
    window.show_page(PageName.EXERCISES)
    window.show_exercise("cat-cow")
    window.page.back_requested.emit()
    assert isinstance(window.page, ExercisesPage)


def test_a_session_begun_on_today_takes_the_window_and_gives_it_back(window, services, clock):
    window.page.hero.start.click()
    assert window.in_session
    assert not window.rail.isVisible()
    ready = window.flow.page
    assert isinstance(ready, ReadyPage)
    press(ready, Qt.Key.Key_4)
    press(ready, Qt.Key.Key_Return)
    assert isinstance(window.flow.page, PlayerPage)
    play(window, clock, window.flow.run.progress.timeline.duration_s + 1)
    rating = window.flow.page
    assert isinstance(rating, RatingPage)
    press(rating, Qt.Key.Key_2)
    rating.save_requested.emit()
    assert not window.in_session
    assert window.rail.isVisible()
    assert window.page.pain.ratings["back"].value.text() == "2"
    (kept,) = services.journal.sessions()
    assert (kept.routine, kept.state) == ("strength", "finished")


def test_sounds_can_be_made_ready_while_the_ratings_are_given(window, qtbot):
    with qtbot.waitSignal(window.session_opened):
        window.page.hero.start.click()


def test_nothing_interrupts_a_session(window, services):
    window.begin(short_routine())
    ready = window.flow.page
    window.begin(services.catalogue.routines["strength"])
    window.show_page(PageName.SETTINGS)
    window.show_exercise("cat-cow")
    assert window.flow.page is ready
    assert window.in_session
    press(ready, Qt.Key.Key_Escape)
    assert isinstance(window.page, TodayPage)


def test_a_session_from_an_exercise_page_works_too(window):
    window.show_exercise("bird-dog")
    window.page.session_requested.emit(short_routine())
    assert window.in_session


def test_closing_during_a_session_keeps_it_and_the_next_window_offers_to_go_on(open_window, services, clock):
    first = open_window(services)
    first.begin(short_routine())
    press(first.flow.page, Qt.Key.Key_Return)
    play(first, clock, 30)
    first.close()
    kept = services.journal.open_session()
    assert kept is not None
    assert kept.position_s == pytest.approx(30, abs=1.5)
    second = open_window(services)
    assert second.flow.dialog is not None
    second.flow.dialog.confirmed.emit()
    assert second.in_session
    assert second.flow.run.progress.position_s == pytest.approx(kept.position_s, abs=5)


def test_an_unfinished_session_can_be_left_and_a_wish_waits_for_the_answer(open_window, services, clock):
    first = open_window(services)
    first.begin(short_routine())
    press(first.flow.page, Qt.Key.Key_Return)
    play(first, clock, 20)
    first.close()
    second = open_window(services)
    second.begin(services.catalogue.routines["gentle-day"])
    assert not second.in_session
    second.flow.dialog.declined.emit()
    assert isinstance(second.flow.page, ReadyPage)
    (kept,) = services.journal.sessions()
    assert kept.state == "stopped"


def test_a_wish_is_forgotten_when_the_unfinished_session_goes_on(open_window, services, clock):
    first = open_window(services)
    first.begin(short_routine())
    press(first.flow.page, Qt.Key.Key_Return)
    play(first, clock, 20)
    first.close()
    second = open_window(services)
    second.begin(services.catalogue.routines["gentle-day"])
    second.flow.dialog.confirmed.emit()
    second.flow.run.stop()
    second.flow.page.leave_requested.emit()
    assert not second.in_session


def test_notices_are_shown_one_after_the_other_until_they_are_closed(open_window, services):
    window = open_window(replace(services, notices=("First.", "Second.")))
    assert window.message == "First."
    window.tell("First.")
    close = named(window, "Close this message")
    close.click()
    assert window.message == "Second."
    close.click()
    assert window.message == ""
    assert not close.isVisible()


def test_what_is_told_during_a_session_is_shown_on_its_page(window):
    window.begin(short_routine())
    window.tell("There is no sound.")
    assert window.flow.page.message.text == "There is no sound."
    assert window.message == ""


def test_a_choice_that_cannot_be_saved_is_told(window, services):
    services.preferences.not_saved.emit("The preferences could not be saved.")
    assert window.message == "The preferences could not be saved."


def test_a_journal_that_cannot_be_read_leaves_the_page_and_says_so(window, services, monkeypatch):
    def fail(*_arguments):
        raise JournalError("The journal is in use by another program.")

    monkeypatch.setattr(Journal, "sessions", fail)
    window.show_page(PageName.SETTINGS)
    window.show_page(PageName.TODAY)
    assert isinstance(window.page, TodayPage)
    assert window.message == "The journal is in use by another program."


def test_the_details_of_a_session_can_be_opened(window, services, clock):
    session = services.journal.log_session(clock.now(), "strength", "Strength", 600)
    window.show_session(session.id)
    assert isinstance(window.page, HistoryPage)
    assert window.page.shows_details
    assert window.rail.current == PageName.HISTORY


def test_the_window_can_be_small(window, qapp):
    window.resize(640, 560)
    for name in PageName:
        window.show_page(name)
        qapp.processEvents()
        assert window.width() == 640, name


def test_a_session_may_take_a_window_as_small_as_a_phone_and_gives_back_one_for_the_pages(window, catalogue):
    window.begin(catalogue.routines["strength"])
    window.resize(360, 640)
    assert window.width() == 360
    window.flow.page.back_requested.emit()
    assert window.width() >= 640
