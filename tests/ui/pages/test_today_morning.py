import pytest
from PySide6.QtCore import Qt

from backguide.desktop.preferences import PreferenceFile, Preferences
from backguide.journal.errors import JournalError
from backguide.ui.live_preferences import LivePreferences
from backguide.ui.pages.today_page import TodayPage
from tests.ui.pages.test_today_page import DAY_S, play


@pytest.fixture
def page(qtbot, services, clock):
    """Today on the morning after a session."""
    play(services, clock, "morning-mobility")
    shown = TodayPage(services)
    qtbot.addWidget(shown)
    shown.resize(1176, 800)
    clock.move(DAY_S)
    shown.refresh()
    shown.show()
    return shown


def kept(services):
    return [(one.moment, one.site, one.value) for one in services.journal.ratings()]


def test_on_the_day_itself_nothing_is_asked(qtbot, services, clock):
    play(services, clock, "morning-mobility")
    page = TodayPage(services)
    qtbot.addWidget(page)
    page.refresh()
    page.show()
    assert not page.morning.isVisible()


def test_it_asks_with_nothing_chosen_and_saves_what_is_rated(page, services, qtbot):
    assert page.morning.isVisible()
    assert page.morning.sub.text() == "The morning after Morning mobility."
    assert page.morning.ratings == {}
    assert not page.morning.save.isEnabled()
    qtbot.keyClick(page.morning.scales["back"].focusProxy(), Qt.Key.Key_4)
    page.morning.save.click()
    assert kept(services) == [("next_morning", "back", 4)]
    assert not page.morning.isVisible()
    assert page.pain.ratings["back"].value.text() == "4"


def test_it_is_asked_once(page, services, qtbot):
    page.morning.scales["leg"].set_value(0)
    page.morning.save.click()
    again = TodayPage(services)
    qtbot.addWidget(again)
    again.refresh()
    again.show()
    assert not again.morning.isVisible()


def test_not_today_is_heard_and_outlives_the_program(qtbot, page, services, tmp_path):
    page.morning.not_today.click()
    assert not page.morning.isVisible()
    page.refresh()
    assert not page.morning.isVisible()
    assert kept(services) == []
    file = PreferenceFile(tmp_path / "preferences.json")
    live = LivePreferences(Preferences(), file)
    live.change(morning_declined_on=services.preferences.values.morning_declined_on)
    assert file.load().preferences.morning_declined_on == "2026-01-06"


def test_after_another_session_it_is_asked_again(page, services, clock):
    page.morning.not_today.click()
    play(services, clock, "morning-mobility")
    clock.move(DAY_S)
    page.refresh()
    assert page.morning.isVisible()


def test_when_it_cannot_be_kept_that_is_said_and_the_numbers_stay(page, services, monkeypatch):
    def refuse(*_):
        raise JournalError("The journal cannot be written.")

    page.morning.scales["back"].set_value(5)
    monkeypatch.setattr(type(services.journal), "rate", refuse)
    page.morning.save.click()
    assert page.morning.trouble.text() == "The journal cannot be written."
    assert page.morning.isVisible()
    assert page.morning.ratings == {"back": 5}
