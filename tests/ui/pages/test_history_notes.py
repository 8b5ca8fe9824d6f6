"""History, Notes: the list of all entries, adding to it, correcting and deleting."""

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget

from backguide.journal.errors import JournalError
from backguide.ui.pages.history_page import SECTION_NAMES, HistoryPage
from backguide.ui.widgets.confirm_dialog import ConfirmDialog

TODAY = date(2026, 1, 5)  # where the test's clock stands, at eight in Berlin
NOTES = SECTION_NAMES.index("Notes")
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot, services):
    made = HistoryPage(services)
    qtbot.addWidget(made)
    made.resize(1176, 800)
    made.sections.set_current(NOTES)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def form(page):
    """The form for a new entry."""
    page.editing.add()
    return page.editing.page


def log(services, days_ago, note="", **ratings):
    at = datetime(2026, 1, 5, 6, tzinfo=UTC) - timedelta(days=days_ago)
    given = {(moment, "back"): value for moment, value in ratings.items()}
    return services.journal.log_session(at, "", "Walk", 600, given, note=note)


def lines(page):
    model = page.section.list.lines
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    return [
        model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())
    ]


def open_row(qtbot, page, row):
    view = page.section.list
    view.setCurrentIndex(view.lines.index(row))
    qtbot.keyClick(view, Qt.Key.Key_Return)


def write(qtbot, field, text):
    field.selectAll()
    qtbot.keyClicks(field, text)


def test_an_empty_journal_invites_to_add_an_entry(qtbot, page):
    assert page.section.empty.isVisible()
    qtbot.mouseClick(page.section.empty.action, Qt.MouseButton.LeftButton)
    assert page.editing.page.isVisible()


def test_all_entries_stand_by_day_with_the_newest_first(page, services):
    log(services, 1, before=4, after=2, note="In the\npark")
    log(services, 300)
    services.journal.diary.keep_day(TODAY, "Slept well", ["walking"], {"back": 2, "leg": 0})
    services.journal.diary.keep_day(date(2026, 1, 4), "", [], {"leg": 1})
    services.journal.peg.answer(4, 3, 3, date(2026, 1, 4))
    page.refresh()
    assert lines(page) == [
        "Day, Mon 5 Jan, Back 2; leg 0, walking · Slept well",
        "Past week, Sun 4 Jan, PEG 3.3 of 10",
        "Day, Sun 4 Jan, Leg 1",
        "Walk, Sun 4 Jan, 7:00, 10 min, Back 4 before, 2 after, In the park",
        "Walk, Tue 11 Mar 2025, 7:00, 10 min",
    ]


@pytest.mark.parametrize(("index", "first"), [(0, "Past week"), (1, "Walk"), (2, "Day"), (3, "Past week")])
def test_the_list_is_filtered_by_kind(page, services, index, first):
    log(services, 0)
    services.journal.diary.write(note="x")
    services.journal.peg.answer(1, 1, 1)
    page.refresh()
    page.section.filters.set_current(index)
    told = lines(page)
    assert told[0].startswith(first)
    assert len(told) == (1 if index else 3)


def test_a_kind_without_entries_says_so_and_the_filter_stays(page, services):
    log(services, 0)
    page.refresh()
    page.section.filters.set_current(3)
    assert page.section.nothing.isVisible()
    assert page.section.filters.isVisible()
    assert not page.section.list.isVisible()


def test_every_entry_comes_once_however_long_the_silence(page, services):
    days = [0, 91, 92, 93, 500, 501, 4000, 20_000]
    for ago in days:
        log(services, ago)
        services.journal.diary.write(TODAY - timedelta(days=ago), "x")
    page.refresh()
    told = lines(page)
    assert len(told) == len(set(told)) == 2 * len(days)


def test_old_entries_are_only_read_when_they_are_looked_for(page, services):
    for ago in range(0, 1000, 5):
        log(services, ago)
    page.refresh()
    assert 0 < page.section.list.lines.rowCount() < 40
    assert len(lines(page)) == 200


def test_ratings_of_the_next_morning_stand_with_their_session(page, services):
    log(services, 93, before=4, next_morning=3)
    page.refresh()
    assert lines(page)[0].endswith("Back 4 before, 3 next morning")


def test_a_journal_that_cannot_be_read_further_is_told_once(page, services, monkeypatch):
    log(services, 0)
    log(services, 300)
    page.refresh()

    def refuse(*_, **__):
        raise JournalError("The journal is in use by another program.")

    monkeypatch.setattr(services.journal, "sessions", refuse)
    model = page.section.list.lines
    model.fetchMore(QModelIndex())
    assert page.message.text == "The journal is in use by another program."
    assert not model.canFetchMore(QModelIndex())
    assert model.rowCount() == 1


def test_a_session_done_elsewhere_is_added_by_keyboard(qtbot, page, form, services):
    form.kinds.set_current(0)
    session = form.forms[0]
    write(qtbot, form.day.edit, "yesterday")
    write(qtbot, session.began, "18:30")
    write(qtbot, session.minutes, "45")
    write(qtbot, session.own_words, "Yoga class")
    qtbot.keyClick(session.pain["before"].scales["back"].focusProxy(), Qt.Key.Key_5)
    qtbot.keyClick(session.pain["after"].scales["leg"].focusProxy(), Qt.Key.Key_2)
    qtbot.keyClick(session.pain["next_morning"].scales["back"].focusProxy(), Qt.Key.Key_3)
    qtbot.keyClicks(session.note, "Warm room")
    qtbot.keyClick(session.note, Qt.Key.Key_Return, CONTROL)
    (kept,) = services.journal.sessions()
    assert kept.started_at == datetime(2026, 1, 4, 17, 30, tzinfo=UTC)
    assert (kept.routine, kept.routine_name, kept.done_s, kept.note) == ("", "Yoga class", 2700, "Warm room")
    ratings = {(r.moment, r.site): r.value for r in services.journal.ratings(session=kept.id)}
    assert ratings == {("before", "back"): 5, ("after", "leg"): 2, ("next_morning", "back"): 3}
    assert not form.isVisible()
    assert lines(page)[0].startswith("Yoga class, Sun 4 Jan, 18:30")


def test_a_routine_without_minutes_counts_whole_and_without_a_time_has_ended_now(form, services, clock):
    form.kinds.set_current(0)
    session = form.forms[0]
    row = next(row for row in range(session.routine.count()) if session.routine.itemText(row) == "Strength")
    session.routine.setCurrentIndex(row)
    assert not session.own_words.isVisible()
    assert session.pain["next_morning"].isHidden()
    form.save.click()
    (kept,) = services.journal.sessions()
    assert kept.routine == "strength"
    assert kept.done_s > 300
    assert kept.ended_at == clock.now()


@pytest.mark.parametrize(
    ("day", "began", "minutes", "field", "words"),
    [
        ("2026-01-06", "", "", "day", "still to come"),
        ("someday", "", "", "day", "today, yesterday"),
        ("yesterday", "", "", "began", "about when it began"),
        ("today", "25:00", "", "began", "24-hour clock"),
        ("today", "", "forty", "minutes", "how many minutes"),
        ("today", "", "601", "minutes", "how many minutes"),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_nothing_is_lost(
    qtbot, form, services, day, began, minutes, field, words
):
    form.kinds.set_current(0)
    session = form.forms[0]
    write(qtbot, form.day.edit, day)
    write(qtbot, session.began, began)
    write(qtbot, session.minutes, minutes)
    qtbot.keyClicks(session.note, "Warm room")
    form.save.click()
    fields = {"day": form.day_field, "began": session.began_field, "minutes": session.minutes_field}
    assert words in fields.pop(field).problem
    assert all(not other.problem for other in fields.values())
    assert services.journal.sessions() == ()
    assert session.note.text == "Warm room"
    assert form.isVisible()


def test_a_session_later_today_is_refused_above_the_form(qtbot, form, services):
    form.kinds.set_current(0)
    write(qtbot, form.forms[0].began, "23:00")
    form.save.click()
    assert form.message.text.startswith("A session can only be logged once it has begun")
    assert services.journal.sessions() == ()


def test_a_past_day_and_a_past_week_are_added(qtbot, page, form, services):
    write(qtbot, form.day.edit, "2026-01-02")
    form.forms[1].pain.scales["back"].set_value(6)
    form.save.click()
    assert [(r.moment, r.value) for r in services.journal.ratings()] == [("daily", 6)]
    page.editing.add()
    form.kinds.set_current(2)
    write(qtbot, form.day.edit, "2026-01-02")
    form.forms[2].scales[0].set_value(6)
    form.save.click()
    assert [answer.day for answer in services.journal.peg_answers()] == [date(2026, 1, 2)]


@pytest.mark.parametrize("kind", [1, 2])
def test_a_day_that_has_an_entry_is_not_written_over(form, services, kind):
    services.journal.diary.write(note="First")
    services.journal.peg.answer(1, 1, 1)
    form.kinds.set_current(kind)
    form.forms[1].note.set_text("Second")
    form.forms[2].scales[0].set_value(9)
    form.save.click()
    assert form.day_field.problem.startswith("There is an entry of this kind for Monday 5 January 2026")
    assert services.journal.diary_entries()[0].note == "First"
    assert services.journal.peg_answers()[0].pain == 1


def test_a_day_is_corrected_from_the_list(qtbot, page, services):
    services.journal.diary.keep_day(date(2026, 1, 3), "Snow", ["walking"], {"back": 2})
    page.refresh()
    open_row(qtbot, page, 0)
    form = page.editing.page
    assert form.lead.text() == "Saturday 3 January 2026"
    assert form.day_field.isHidden()
    assert (form.forms[1].note.text, form.forms[1].tags.tags) == ("Snow", ("walking",))
    form.forms[1].note.set_text("Ice")
    form.forms[1].pain.scales["back"].set_value(None)
    form.save.click()
    assert services.journal.diary_entries()[0].note == "Ice"
    assert services.journal.ratings() == ()
    assert lines(page) == ["Day, Sat 3 Jan, walking · Ice"]


def test_answers_are_corrected_from_the_list(qtbot, page, services):
    services.journal.peg.answer(4, 3, None)
    page.refresh()
    assert lines(page) == ["Past week, Mon 5 Jan, PEG not complete"]
    open_row(qtbot, page, 0)
    page.editing.page.forms[2].scales[2].set_value(2)
    page.editing.page.save.click()
    assert lines(page) == ["Past week, Mon 5 Jan, PEG 3.0 of 10"]


def test_a_session_is_corrected_from_its_details(qtbot, page, services):
    session = log(services, 1, before=4, after=2, note="Old")
    page.refresh()
    open_row(qtbot, page, 0)
    page.details.correct.click()
    form, parts = page.editing.page, page.editing.page.forms[0]
    assert (form.day.edit.text(), parts.began.text(), parts.minutes.text()) == ("Yesterday", "7:00", "10")
    write(qtbot, form.day.edit, "2026-01-03")
    write(qtbot, parts.began, "9:15")
    write(qtbot, parts.own_words, "Long walk")
    write(qtbot, parts.minutes, "30")
    parts.note.set_text("New")
    parts.pain["before"].scales["back"].set_value(None)
    parts.pain["after"].scales["back"].set_value(3)
    form.save.click()
    kept = services.journal.session(session.id)
    assert kept.started_at == datetime(2026, 1, 3, 8, 15, tzinfo=UTC)
    assert (kept.routine_name, kept.done_s, kept.note) == ("Long walk", 1800, "New")
    ratings = services.journal.ratings(session=session.id)
    assert [(r.moment, r.value) for r in ratings] == [("after", 3)]
    assert page.shows_details
    assert page.details.title.text() == "Long walk"


def test_saving_a_session_as_it_is_changes_nothing(qtbot, page, services):
    session = log(services, 1, before=4)
    before = services.journal.contents()
    page.editing.correct_session(session.id)
    page.editing.page.save.click()
    assert services.journal.contents() == before


def test_a_day_is_deleted_whole_and_put_back_with_undo(qtbot, page, services):
    services.journal.diary.keep_day(TODAY, "Snow", ["walking"], {"back": 2, "leg": 1})
    page.refresh()
    before = lines(page)
    open_row(qtbot, page, 0)
    page.editing.page.delete.click()
    assert page.section.empty.isVisible()
    assert services.journal.ratings() == ()
    assert page.message.text == "What was noted on Mon 5 Jan is deleted."
    page.message.action_requested.emit()
    assert lines(page) == before
    assert page.message.text == ""


def test_answers_are_deleted_and_put_back_with_undo(qtbot, page, services):
    services.journal.peg.answer(4, 3, 3)
    page.refresh()
    before = lines(page)
    open_row(qtbot, page, 0)
    page.editing.page.delete.click()
    assert services.journal.peg_answers() == ()
    page.message.action_requested.emit()
    assert lines(page) == before


def test_undo_ends_with_the_next_change_and_with_leaving_the_page(qtbot, page, services):
    for leave in (page.hide, page.editing.page.saved.emit):
        page.show()
        services.journal.diary.write(note="x")
        page.refresh()
        open_row(qtbot, page, 0)
        page.editing.page.delete.click()
        assert page.message.text
        leave()
        assert page.message.text == ""
        page.message.action_requested.emit()
        assert services.journal.diary_entries() == ()


def test_what_is_written_stays_while_another_page_is_looked_at(page, form):
    form.forms[1].note.set_text("Half a sent")
    page.refresh()
    assert form.isVisible()
    assert form.forms[1].note.text == "Half a sent"


def test_leaving_a_form_with_words_in_it_asks_first(qtbot, page, form):
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()
    page.editing.add()
    form.forms[1].note.set_text("Half a sent")
    qtbot.keyClick(form.forms[1].note, Qt.Key.Key_Escape)
    (question,) = page.window().findChildren(ConfirmDialog)
    assert form.isVisible()
    question.confirmed.emit()
    question.close()
    assert not form.isVisible()


def test_a_day_is_picked_from_the_calendar_and_days_to_come_are_not_there(qtbot, form):
    qtbot.keyClick(form.day.edit, Qt.Key.Key_Down)
    calendar = form.day.popup.findChild(QCalendarWidget)
    assert calendar.maximumDate().toPython() == TODAY
    assert calendar.selectedDate().toPython() == TODAY
    calendar.setSelectedDate(calendar.selectedDate().addDays(-4))
    calendar.activated.emit(calendar.selectedDate())
    QApplication.processEvents()
    assert form.day.edit.text() == "2026-01-01"
    assert not form.day.popup.isVisible()


def test_an_entry_that_is_gone_meanwhile_is_told_and_what_was_typed_stays(page, services):
    session = log(services, 1)
    page.editing.correct_session(session.id)
    services.journal.delete_session(session.id)
    form = page.editing.page
    form.forms[0].note.set_text("New")
    form.save.click()
    assert form.message.text.startswith("This entry was taken out elsewhere")
    assert form.forms[0].note.text == "New"
