import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from shiboken6 import isValid

from backguide.app import Program, make_application, open_journal
from backguide.desktop.clock import ManualClock
from backguide.desktop.paths import paths_in
from backguide.journal.journal import Journal
from backguide.options import WindowOptions
from backguide.ui.page_names import PageName
from backguide.ui.pages.ready_page import ReadyPage
from backguide.ui.pages.today_page import TodayPage
from backguide.ui.theme.appearance import appearance
from backguide.ui.theme.theme import apply_theme


@pytest.fixture
def paths(tmp_path: Path):
    return paths_in(tmp_path / "data")


@pytest.fixture
def start(qapp, paths):
    """Start the program as often as a test wants; all of it is closed in the end."""
    running: list[Program] = []

    def start_one(*, debug: bool = True) -> Program:
        program = Program(make_application(), paths, ManualClock(), debug=debug)
        running.append(program)
        return program

    yield start_one
    for program in running:
        if isValid(program):
            quit_program(program)


def quit_program(program: Program) -> None:
    program.close()
    program.window.deleteLater()
    program.setParent(None)
    program.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_program_opens_on_today_and_keeps_its_journal(start, paths):
    program = start()
    program.open(WindowOptions(paths))
    assert program.window.isVisible()
    assert isinstance(program.window.page, TodayPage)
    assert program.window.message == ""
    assert paths.journal.exists()


def test_start_goes_straight_to_the_ready_page(start, paths):
    program = start()
    program.open(WindowOptions(paths, "gentle-day", starts_session=True))
    assert isinstance(program.window.flow.page, ReadyPage)
    assert program.window.flow.page.ratings == {}


def test_start_without_a_routine_takes_the_one_of_today(start, paths):
    program = start()
    program.open(WindowOptions(paths, starts_session=True))
    assert program.window.flow.page._timeline.routine == "strength"


@pytest.mark.qt_log_ignore(r"This plugin does not support raise\(\)")
def test_a_second_start_brings_the_window_forward_and_may_begin_a_session(start, paths):
    program = start()
    program.open(WindowOptions(paths))
    program.window.showMinimized()
    program.raise_window([])
    assert program.window.isVisible()
    assert not program.window.isMinimized()
    assert not program.window.in_session
    program.raise_window(["start", "morning-mobility"])
    assert program.window.in_session
    program.raise_window(["start", "no-such-routine"])
    assert program.window.in_session


def test_a_choice_changes_the_look_at_once_and_is_there_the_next_time(qapp, start, paths):
    first = start()
    first.open(WindowOptions(paths))
    first.window.show_page(PageName.SETTINGS)
    first.window.page.controls["theme"].choose("dark")
    first.window.page.controls["reduced_motion"].choose("on")
    assert (appearance().tokens.name, appearance().reduced_motion) == ("dark", True)
    quit_program(first)
    apply_theme(qapp, "light")
    start()
    assert (appearance().tokens.name, appearance().reduced_motion) == ("dark", True)


def test_the_window_opens_where_it_was(start, paths):
    first = start()
    first.open(WindowOptions(paths))
    first.window.resize(780, 690)
    quit_program(first)
    second = start()
    assert (second.window.width(), second.window.height()) == (780, 690)


@pytest.mark.parametrize("content", ["", "nonsense", "AAAA", "é"])
def test_a_place_that_cannot_be_read_is_no_hindrance(start, paths, content):
    paths.config.mkdir(parents=True)
    (paths.config / "window").write_text(content, encoding="utf-8")
    window = start().window
    assert window.width() == min(1280, window.screen().availableGeometry().width())


def test_a_damaged_journal_is_told_left_alone_and_replaced_for_now(start, paths):
    paths.data.mkdir(parents=True)
    paths.journal.write_bytes(b"This is no journal." * 99)
    program = start()
    program.open(WindowOptions(paths))
    assert program.window.isVisible()
    assert "is damaged or is not a Backguide journal" in program.window.message
    assert paths.journal.read_bytes() == b"This is no journal." * 99


def test_a_folder_that_cannot_be_written_to_leaves_the_program_usable(start, paths):
    paths.data.parent.mkdir(parents=True, exist_ok=True)
    paths.data.write_text("a file where the folder should be", encoding="utf-8")
    program = start()
    program.open(WindowOptions(paths, "gentle-day", starts_session=True))
    assert isinstance(program.window.flow.page, ReadyPage)
    program.window.flow.page.back_requested.emit()
    assert "cannot be written to" in program.window.message
    assert "not kept" in program.window.message


def test_a_journal_of_its_own_is_opened_in_the_zone_that_is_asked_for(paths):
    journal, notices = open_journal(paths, ManualClock(datetime(2026, 1, 5, tzinfo=UTC)), "Asia/Tokyo")
    with journal:
        assert notices == ()
        assert journal.zone() == "Asia/Tokyo"


def test_a_mistake_in_a_slot_is_written_down_and_told_and_the_program_goes_on(start, paths):
    before = sys.excepthook
    program = start(debug=False)
    program.open(WindowOptions(paths))
    assert sys.excepthook != before
    sys.excepthook(RuntimeError, RuntimeError("a mistake of ours"), None)
    assert "you can go on" in program.window.message
    assert "a mistake of ours" in paths.log.read_text(encoding="utf-8")
    quit_program(program)
    assert sys.excepthook == before


def test_closing_gives_back_the_journal(start, paths):
    program = start()
    program.open(WindowOptions(paths))
    program.close()
    assert not program.window.isVisible()
    with Journal.open(paths.journal, ManualClock().now, "UTC") as journal:
        assert journal.sessions() == ()
