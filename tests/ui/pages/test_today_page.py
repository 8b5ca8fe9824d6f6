from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from backguide.desktop.clock import ManualClock
from backguide.journal.recorder import SessionRecorder
from backguide.session.compile import compile_timeline
from backguide.session.player import Player
from backguide.ui.page_names import PageName
from backguide.ui.pages.today_page import TodayPage
from backguide.ui.widgets.button import Button

DAY_S = 24 * 3600


@pytest.fixture
def page(qtbot, services):
    shown = TodayPage(services)
    qtbot.addWidget(shown)
    shown.resize(1176, 800)
    shown.refresh()
    shown.show()
    return shown


def play(services, clock: ManualClock, slug: str, share: float = 1.0) -> str:
    """Do so much of a routine, for real, from now on."""
    catalogue = services.catalogue
    timeline = compile_timeline(catalogue.routines[slug], catalogue, services.session_preferences)
    recorder = SessionRecorder.begin(services.journal, timeline)
    player = Player(timeline, clock.monotonic_s)
    player.start()
    for _ in range(int(timeline.duration_s * share) + 1):
        clock.move(1)
        recorder.record(player.advance())
    if player.state == "running":
        player.stop()
        recorder.record(player.advance())
    return recorder.session.id


def marks(page):
    return [(mark.state, mark.words) for mark in page.week.strip._days]


def test_a_first_visit_is_greeted_told_how_it_goes_and_shown_no_numbers(page):
    assert page.heading.text() == "Good morning"
    assert page.lead.text() == "Monday 5 January"
    assert page.first.isVisible()
    assert not page.week.isVisible()
    assert not page.pain.isVisible()


@pytest.mark.parametrize(
    ("hours", "words"),
    [(0, "Good morning"), (5, "Good afternoon"), (10, "Good evening"), (19, "Good evening")],
)
def test_the_greeting_follows_the_clock_on_the_wall(page, clock, hours, words):
    clock.move(hours * 3600)  # it is 8 in Berlin when the clock starts
    page.refresh()
    assert page.heading.text() == words


def test_on_a_strength_day_the_strength_routine_is_offered_in_its_real_length(page):
    assert page.hero.name.text() == "Strength"
    assert [fact.text() for fact in page.hero.facts] == ["15 min", "7 exercises", "on the floor"]
    assert page.hero.purpose.text().endswith("Two changes of position.")
    assert page.hero.over.text() == "Today’s session"


def test_starting_asks_for_the_routine_that_is_shown(page, qtbot):
    with qtbot.waitSignal(page.session_requested) as asked:
        qtbot.mouseClick(page.hero.start, Qt.MouseButton.LeftButton)
    assert asked.args[0].slug == "strength"


def test_change_leads_to_the_routines_and_the_ratings_lead_to_the_history(page, services, qtbot):
    services.journal.rate(None, "daily", "back", 2)
    page.refresh()
    for button, name in ((page.hero.change, PageName.ROUTINES), (page.pain.more, PageName.HISTORY)):
        with qtbot.waitSignal(page.page_requested) as asked:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert asked.args == [name]


def test_the_last_ratings_are_shown_with_their_day_and_a_missing_one_is_a_gap(page, services, clock):
    session = play(services, clock, "morning-mobility")
    services.journal.rate(session, "before", "back", 5)
    services.journal.rate(session, "after", "back", 3)
    clock.move(DAY_S)
    page.refresh()
    back, leg = page.pain.ratings["back"], page.pain.ratings["leg"]
    assert (back.value.text(), back.words.text()) == ("3", "Yesterday, after Morning mobility")
    assert not back.gap.isVisible()
    assert leg.gap.isVisible()
    assert not leg.value.isVisible()


def test_a_sore_back_changes_the_offer(page, services):
    services.journal.rate(None, "daily", "back", 7)
    page.refresh()
    assert page.hero.name.text() == "Gentle day"
    assert page.hero.over.text() == "A gentle session for a sore day"


def test_the_week_tells_done_missed_and_planned_days_apart(page, services, clock):
    clock.move(DAY_S)
    play(services, clock, "morning-mobility")
    clock.move(DAY_S)
    play(services, clock, "strength")
    clock.move(2 * DAY_S)
    page.refresh()
    assert marks(page) == [
        ("free", ""),
        ("done", ""),
        ("done", ""),
        ("not_done", ""),
        ("planned", ""),
        ("planned", ""),
        ("planned", ""),
    ]
    assert page.week.kept.text() == "2 of 6 planned days"
    assert page.week.note.text() == ""


def test_a_session_stopped_early_is_told_by_its_exercises(page, services, clock):
    clock.move(DAY_S)
    play(services, clock, "morning-mobility", share=0.45)
    page.refresh()
    assert marks(page)[1] == ("partial", "1/4")
    assert page.week.note.text() == "Today you did 1 of 4 exercises so far."
    clock.move(DAY_S)
    page.refresh()
    assert page.week.note.text() == (
        "On Tuesday you did 1 of 4 exercises. That counts as partial, not as missed."
    )


def test_when_the_plan_is_done_more_is_offered_as_a_choice(page, services, clock):
    clock.move(DAY_S)
    play(services, clock, "morning-mobility")
    page.refresh()
    assert page.hero.over.text() == "Today’s plan is done. If you would like more"


def test_ratings_from_another_year_carry_their_year(page, services, clock):
    services.journal.rate(None, "daily", "back", 2, at=clock.now() - timedelta(days=30))
    page.refresh()
    assert page.pain.ratings["back"].words.text() == "6 December 2025"


def test_everything_that_can_be_pressed_has_a_name_and_is_reached_by_the_keyboard(page):
    buttons = [button for button in page.findChildren(Button) if button.isVisible()]
    assert buttons
    for button in buttons:
        assert button.accessibleName() or button.text()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize(("width", "height"), [(536, 560), (856, 640), (1176, 800), (1816, 1080)])
def test_nothing_is_wider_than_the_page(page, qapp, services, clock, width, height):
    play(services, clock, "morning-mobility", share=0.5)
    page.refresh()
    page.resize(width, height)
    qapp.processEvents()
    for card in (page.hero, page.pain, page.week):
        right = card.mapTo(page, card.rect().topRight()).x()
        assert right < width
    assert page.hero.start.isVisible()
