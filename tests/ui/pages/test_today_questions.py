"""What Today asks about the day and the past week."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from backguide.journal.errors import JournalError
from backguide.ui.pages.today_page import TodayPage
from backguide.ui.widgets.label import Label
from tests.ui.pages.test_today_page import DAY_S, play

TODAY = date(2026, 1, 5)  # where the test's clock stands


@pytest.fixture
def page(qtbot, services, clock):
    """Today after a first session."""
    play(services, clock, "morning-mobility")
    shown = TodayPage(services)
    qtbot.addWidget(shown)
    shown.resize(1176, 800)
    shown.refresh()
    shown.show()
    return shown


@pytest.fixture
def day(page, services):
    """The line about the day, with the week answered already."""
    services.journal.peg.answer(1, 1, 1)
    page.refresh()
    return page.questions.day


def key(qtbot, scale, digit):
    qtbot.keyClick(scale.focusProxy(), digit)


def daily(services):
    return {r.site: r.value for r in services.journal.ratings() if r.moment == "daily"}


def test_on_the_first_visit_nothing_is_asked(qtbot, services):
    page = TodayPage(services)
    qtbot.addWidget(page)
    page.refresh()
    page.show()
    assert not page.questions.isVisible()


def test_the_week_comes_before_the_day_and_only_one_of_them_is_there(page):
    assert page.questions.week.isVisible()
    assert not page.questions.day.isVisible()
    assert not page.questions.week.is_open


def test_the_question_of_the_morning_comes_before_both(page, clock):
    clock.move(DAY_S)
    page.refresh()
    assert page.morning.isVisible()
    assert not page.questions.isVisible()
    page.morning.not_today.click()
    assert page.questions.isVisible()
    assert page.questions.week.isVisible()


def test_the_week_is_asked_in_its_authors_words_with_nothing_chosen_and_told_as_one_number(
    page, services, qtbot
):
    week, form = page.questions.week, page.questions.week_form
    week.ask.click()
    assert form.values == (None, None, None)
    words = [label.text().replace("<b>", "").replace("</b>", "") for label in form.findChildren(Label)]
    assert "What number best describes your pain on average in the past week?" in words
    assert any("Krebs" in text and "2009;24:733-738" in text for text in words)
    for scale, digit in zip(form.scales, (Qt.Key.Key_4, Qt.Key.Key_3, Qt.Key.Key_3), strict=True):
        key(qtbot, scale, digit)
    week.save.click()
    (answer,) = services.journal.peg_answers()
    assert (answer.day, answer.pain, answer.enjoyment, answer.activity) == (TODAY, 4, 3, 3)
    assert week.title.text() == "Past week: 3.3 of 10"
    assert not week.leave_out.isVisible()
    week.ask.click()
    assert page.questions.day.isVisible()
    assert not week.isVisible()


def test_the_next_score_stands_beside_the_last_one(page, services, clock, qtbot):
    services.journal.peg.answer(5, 5, 4)
    clock.move(7 * DAY_S)
    page.refresh()
    page.questions.week.ask.click()
    for scale in page.questions.week_form.scales:
        scale.set_value(2)
    page.questions.week.save.click()
    assert page.questions.week.title.text() == "Past week: 2.0 of 10"
    assert page.questions.week.sub.text() == "Last time, Monday 5 January: 4.7. Lower means less pain."


def test_two_of_three_answers_are_kept_without_a_score(page, services):
    page.questions.week.ask.click()
    page.questions.week_form.scales[0].set_value(2)
    page.questions.week.save.click()
    assert services.journal.peg_answers()[0].score is None
    assert page.questions.week.sub.text() == "A score needs all three numbers."


def test_the_week_left_out_is_asked_again_a_week_later(page, services, clock):
    page.questions.week.leave_out.click()
    assert page.questions.day.isVisible()
    clock.move(6 * DAY_S)
    page.refresh()
    assert page.questions.day.isVisible()
    clock.move(DAY_S)
    page.refresh()
    assert page.questions.week.isVisible()
    assert services.journal.peg_answers() == ()


def test_a_day_is_written_by_keyboard_and_corrected(page, day, services, qtbot):
    day.ask.setFocus()
    qtbot.keyClick(day.ask, Qt.Key.Key_Return)
    form = page.questions.day_form
    assert form.pain.values == {"back": None, "leg": None}
    key(qtbot, form.pain.scales["back"], Qt.Key.Key_4)
    qtbot.keyClicks(form.tags.own, "  garden   work ")
    qtbot.keyClick(form.tags.own, Qt.Key.Key_Return)
    qtbot.keyClicks(form.note, "Dug for an hour")
    qtbot.keyClick(form.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not day.is_open
    (entry,) = services.journal.diary_entries()
    assert (entry.day, entry.note, entry.tags) == (TODAY, "Dug for an hour", ("garden work",))
    assert daily(services) == {"back": 4}
    assert day.sub.text() == "Back 4 · garden work · Dug for an hour"
    day.ask.click()
    assert (form.note.text, form.tags.tags) == ("Dug for an hour", ("garden work",))
    form.pain.scales["back"].set_value(None)
    form.pain.scales["leg"].set_value(0)
    day.save.click()
    assert daily(services) == {"leg": 0}
    assert len(services.journal.diary_entries()) == 1


def test_a_word_still_in_its_field_is_saved_too(page, day, services, qtbot):
    day.ask.click()
    qtbot.keyClicks(page.questions.day_form.tags.own, "driving")
    day.save.click()
    assert services.journal.diary_entries()[0].tags == ("driving",)


def test_an_empty_day_is_refused_with_a_sentence_and_the_form_stays(page, day):
    day.ask.click()
    day.save.click()
    assert day.is_open
    assert day.trouble.label.text() == "Give a number, choose a tag or write a note first."
    assert day.trouble.isVisible()


def test_what_was_typed_stays_when_the_journal_cannot_be_written(page, day, services, monkeypatch):
    day.ask.click()
    page.questions.day_form.note.set_text("Dug for an hour")

    def refuse(*_):
        raise JournalError("There is no room left on the disk.")

    monkeypatch.setattr(services.journal.diary, "keep_day", refuse)
    day.save.click()
    assert day.trouble.label.text() == "There is no room left on the disk."
    assert page.questions.day_form.note.text == "Dug for an hour"
    assert day.is_open


def test_an_open_form_comes_first_keeps_its_words_over_other_pages_and_closes_on_escape(page, day, qtbot):
    day.ask.click()
    QApplication.processEvents()
    assert page.questions.y() < page.hero.y()
    page.questions.day_form.note.set_text("Half a sent")
    page.refresh()
    assert page.questions.day_form.note.text == "Half a sent"
    qtbot.keyClick(page.questions.day_form.note, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert not day.is_open
    assert page.questions.y() > page.hero.y()


def test_an_entry_begun_before_midnight_stays_one_of_its_day(page, day, services, clock):
    day.ask.click()
    page.questions.day_form.note.set_text("Late")
    clock.move(DAY_S)
    day.save.click()
    assert [entry.day for entry in services.journal.diary_entries()] == [TODAY]
    assert services.journal.today() == TODAY + timedelta(days=1)


def test_a_screen_reader_hears_what_each_control_is_for(page, day):
    day.ask.click()
    form = page.questions.day_form
    assert form.pain.scales["back"].accessibleName().startswith("Back. How bad was your pain on average")
    assert form.note.accessibleName() == "Note of the day"
    assert day.ask.accessibleName() == "Write: How was today?"


def test_tab_goes_through_the_form_in_reading_order(page, day):
    day.ask.click()
    page.questions.day_form.tags.show_tags(("gardening",))
    names, at = [], day
    while (at := at.nextInFocusChain()) is not day:
        tab = at.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        if tab and at.isVisibleTo(day) and day.isAncestorOf(at):
            names.append(at.accessibleName() or at.text())
    assert [name.split(".")[0].split(":")[0] for name in names] == [
        "Back",
        "Leg",
        *("poor sleep", "stress", "long sitting", "heavy work", "walking", "medication", "flare-up"),
        "gardening",
        "What was going on",
        "Note of the day",
        "Save",
        "Cancel",
    ]
