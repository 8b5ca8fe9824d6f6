"""The history page: what it shows of a journal, and how sessions are opened, deleted and put back."""

import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from backguide.journal.errors import JournalError
from backguide.journal.recorder import SessionRecorder
from backguide.sample_journal import fill_with_weeks
from backguide.session.compile import compile_timeline
from backguide.session.player import Player
from backguide.ui.pages.history_page import HistoryPage
from backguide.ui.theme.theme import apply_theme
from backguide.ui.widgets.confirm_dialog import ConfirmDialog
from backguide.ui.widgets.label import Label
from tests.ui.widgets.seen import name_of

TODAY = date(2026, 1, 5)  # where the test's clock stands


@pytest.fixture
def page(qtbot: QtBot, services) -> HistoryPage:
    made = HistoryPage(services)
    qtbot.addWidget(made)
    made.resize(1176, 800)
    made.refresh()
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def filled(services):
    fill_with_weeks(services.journal, services.catalogue, TODAY - timedelta(days=1), weeks=12)
    return services


def do_session(services, clock, slug="morning-mobility", seconds=None):
    """Play a session on the test's clock, wholly or only for so long, and rate it."""
    timeline = compile_timeline(services.catalogue.routines[slug], services.catalogue)
    recorder = SessionRecorder.begin(services.journal, timeline)
    player = Player(timeline, clock.monotonic_s)
    player.start()
    recorder.record(player.advance())
    for _ in range(round(timeline.duration_s if seconds is None else seconds) + 1):
        clock.move(1)
        recorder.record(player.advance())
    if seconds is not None:
        player.stop()
        recorder.record(player.advance())
    session = recorder.session.id
    services.journal.rate(session, "before", "back", 5)
    services.journal.rate(session, "before", "leg", 1)
    services.journal.rate(session, "after", "back", 3)
    return session


def lines(page):
    model = page.overview.sessions_card.list.lines
    return [model.line(row) for row in range(model.rowCount())]


def open_row(qtbot, page, row=0):
    view = page.overview.sessions_card.list
    view.setCurrentIndex(view.lines.index(row))
    qtbot.keyClick(view, Qt.Key.Key_Return)


def words_of(widget):
    QApplication.processEvents()  # what a layout has just been given is shown with the next event
    return [label.text() for label in widget.findChildren(Label) if label.isVisible()]


def confirm(page):
    (question,) = page.window().findChildren(ConfirmDialog)
    question.confirmed.emit()
    question.close()


def test_an_empty_history_says_what_to_do_next(qtbot, page):
    assert page.overview.empty.isVisible()
    assert not page.overview.ranges.isVisible()
    with qtbot.waitSignal(page.page_requested) as asked:
        qtbot.mouseClick(page.overview.empty.action, Qt.MouseButton.LeftButton)
    assert asked.args == ["today"]


def test_a_session_appears_as_a_row_dots_and_a_bar_once_the_page_is_read_anew(page, services, clock):
    do_session(services, clock)
    assert lines(page) == []
    page.refresh()
    (line,) = lines(page)
    assert (line.title, line.when, line.amount) == ("Morning mobility", "Mon 5 Jan, 8:00", "5 min")
    assert (line.before, line.after) == ("5", "3")
    assert [(dot.day, dot.value, dot.moment) for dot in page.chart.dots()] == [
        (TODAY, 5, "before"),
        (TODAY, 3, "after"),
    ]
    (bar,) = page.chart.bars()
    assert bar.planned
    assert bar.done_share == pytest.approx(1.0)  # one of the two kinds of a Monday is enough


def test_a_session_left_early_says_how_many_exercises_were_done(page, services, clock):
    do_session(services, clock, seconds=100)
    page.refresh()
    (line,) = lines(page)
    assert line.amount == "1 of 4"


def test_what_was_not_rated_is_a_dash_and_no_dot(page, services, clock):
    session = do_session(services, clock)
    (after,) = [rating for rating in services.journal.ratings(session=session) if rating.moment == "after"]
    services.journal.unrate(after.id)
    page.refresh()
    (line,) = lines(page)
    assert (line.before, line.after) == ("5", "–")
    assert line.sentence.endswith("back pain 5 before, not rated after")
    assert [dot.value for dot in page.chart.dots()] == [5]


def test_the_leg_has_its_own_dots_and_its_own_numbers_in_the_list(page, services, clock):
    do_session(services, clock)
    page.refresh()
    page.overview.chart_card.sites.set_current(1)
    assert [(dot.value, dot.moment) for dot in page.chart.dots()] == [(1, "before")]
    (line,) = lines(page)
    assert (line.before, line.after) == ("1", "–")
    assert page.overview.summary.rated.text() == "1 rating of leg pain."


@pytest.mark.parametrize(("index", "days"), [(0, 28), (1, 84), (2, 365)])
def test_a_range_shows_its_days_up_to_today(filled, page, index, days):
    page.overview.ranges.set_current(index)
    assert page.chart.visible_days() == (TODAY - timedelta(days=days - 1), TODAY)


def test_all_shows_everything_from_the_first_session_on(filled, page):
    page.overview.ranges.set_current(3)
    first = min(dot.day for dot in page.chart.dots())
    assert page.chart.visible_days() == (min(first, page.chart.bars()[0].day), TODAY)


def test_the_numbers_are_those_of_the_range(filled, page):
    summary = page.overview.summary
    texts = []
    for index in (0, 1):
        page.overview.ranges.set_current(index)
        texts.append((summary.days.text(), summary.kinds.text(), summary.rated.text()))
    assert texts[0][0].endswith("of 27")  # today is not over yet
    assert texts[1][0].endswith("of 83")
    assert "Mobility" in texts[0][1]
    assert "Strength" in texts[0][1]
    assert texts[0] != texts[1]


def test_moving_away_offers_the_way_back(qtbot, filled, page):
    button = page.overview.chart_card.to_range
    assert not button.isVisible()
    qtbot.keyClicks(page.chart, "+")
    assert button.isVisible()
    assert button.text() == "Show 12 weeks"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.chart.visible_days() == (TODAY - timedelta(days=83), TODAY)
    assert not button.isVisible()


def test_every_session_is_in_the_list_newest_first(filled, page):
    assert [line.session for line in lines(page)] == [s.id for s in filled.journal.sessions()]
    assert page.overview.sessions_card.count.text() == str(len(lines(page)))


def test_a_row_says_everything_to_a_screen_reader(page, services, clock):
    do_session(services, clock)
    page.refresh()
    index = page.overview.sessions_card.list.lines.index(0)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Morning mobility, Mon 5 Jan, 8:00, 5 min, back pain 5 before, 3 after"


def test_a_click_on_a_row_opens_its_session(qtbot, filled, page):
    view = page.overview.sessions_card.list
    place = view.visualRect(view.lines.index(1)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.shows_details
    assert page.details.session_id == lines(page)[1].session


def test_the_details_tell_every_side_and_set_and_what_hurt(qtbot, page, services, clock):
    do_session(services, clock, seconds=100)
    page.refresh()
    open_row(qtbot, page)
    words = words_of(page.details)
    assert "Morning mobility" in words
    assert "Stopped early" in words
    assert "Cat cow" in words
    assert {"Done", "Not reached"} <= set(words)
    assert {"5", "3", "1", "–"} <= set(words)
    assert any(word.endswith(" min") and " of " in word for word in words)


def test_a_session_without_exercises_shows_its_note_and_that_nothing_else_is_known(page, services, clock):
    journal = services.journal
    logged = journal.log_session(clock.now(), "walk", "A walk", 1200)
    noted = replace(logged, id=journal.new_id(), note="Slept badly.", origin="imported")
    journal.merge([noted])
    page.show_session(noted.id)
    words = words_of(page.details)
    assert {"A walk", "Imported", "Slept badly."} <= set(words)
    assert "Nothing was noted about single exercises." in words
    page.show_session(logged.id)
    assert "Added by hand" in words_of(page.details)


def test_a_session_that_is_gone_by_now_leads_back_to_the_list_as_it_is(page, services, clock):
    session = do_session(services, clock)
    page.refresh()
    services.journal.delete_session(session)
    page.show_session(session)
    assert not page.shows_details
    assert lines(page) == []


def test_the_details_name_the_moment_in_which_it_hurt(qtbot, filled, page):
    marked = next(s.id for s in filled.journal.sessions() if filled.journal.hurt_marks(s.id))
    page.show_session(marked)
    assert any(word.startswith("It hurt at ") for word in words_of(page.details))
    assert "Eased, it hurt" in words_of(page.details)


def test_going_back_from_the_details_by_button_and_by_escape(qtbot, filled, page):
    open_row(qtbot, page)
    qtbot.mouseClick(page.details.back, Qt.MouseButton.LeftButton)
    assert not page.shows_details
    open_row(qtbot, page, 2)
    qtbot.keyClick(page.details, Qt.Key.Key_Escape)
    assert not page.shows_details


def test_a_session_is_deleted_only_after_a_question(qtbot, page, services, clock):
    do_session(services, clock)
    page.refresh()
    open_row(qtbot, page)
    qtbot.mouseClick(page.details.delete, Qt.MouseButton.LeftButton)
    (question,) = page.window().findChildren(ConfirmDialog)
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert len(services.journal.sessions()) == 1
    assert page.shows_details


def test_a_deleted_session_can_be_put_back_whole(qtbot, filled, page):
    before = filled.journal.contents()
    chosen = lines(page)[4].session
    open_row(qtbot, page, 4)
    qtbot.mouseClick(page.details.delete, Qt.MouseButton.LeftButton)
    confirm(page)
    assert not page.shows_details
    assert chosen not in [line.session for line in lines(page)]
    assert chosen not in {dot.session for dot in page.chart.dots()}
    assert "is deleted" in page.message.text
    page.message.action_requested.emit()
    assert page.message.text == ""
    assert lines(page)[4].session == chosen
    after = filled.journal.contents()
    assert {row.id for row in after.sessions} == {row.id for row in before.sessions}
    assert {replace(rating, changed_at=None) for rating in after.ratings} == set(before.ratings)
    assert set(after.results) == set(before.results)


def test_deleting_the_only_session_leads_to_the_empty_page_with_undo(qtbot, page, services, clock):
    do_session(services, clock)
    page.refresh()
    open_row(qtbot, page)
    page.details.deletion_requested.emit(page.details.session_id)
    assert page.overview.empty.isVisible()
    assert page.message.isVisible()
    page.message.action_requested.emit()
    assert len(lines(page)) == 1


class UnreadableJournal:
    """A journal whose file went away."""

    def sessions(self):
        raise JournalError("The journal cannot be read; try again.")


def test_an_unreadable_journal_is_said_calmly_in_the_page(qtbot, services):
    page = HistoryPage(replace(services, journal=UnreadableJournal()))
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    assert page.overview.problem.isVisible()
    assert page.overview.problem.sentence.text() == "The journal cannot be read; try again."


@pytest.mark.parametrize("width", [536, 856, 1176, 1816])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut_at_any_width(qtbot, filled, page, width, scale):
    apply_theme(QApplication.instance(), "light", text_scale=scale)
    page.resize(width, 640)
    for _ in range(4):
        QApplication.processEvents()
    room = max(page.width(), page.minimumSizeHint().width())
    assert room == width or scale > 1
    for label in page.overview.findChildren(Label):
        if label.isVisible() and not label.wordWrap():
            assert label.width() >= label.minimumSizeHint().width(), label.text()
    right = page.overview.sessions_card.mapTo(page, page.overview.sessions_card.rect().topRight()).x()
    assert right < page.width()


def test_everything_that_can_be_reached_has_a_name(filled, page):
    reached = [
        child
        for child in page.findChildren(QWidget)
        if child.isVisible() and child.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(reached) >= 4
    assert [type(child).__name__ for child in reached if not name_of(child)] == []


def test_the_window_starts_without_the_plotting_library():
    code = (
        "import sys; import backguide.ui.services, backguide.ui.page_names, backguide.ui.main_window; "
        "sys.exit('pyqtgraph' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0
