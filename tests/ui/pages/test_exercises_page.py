"""The exercises page as a person uses it: by eye, search, chips, mouse and arrow keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from backguide.ui.pages.exercises_page import ExercisesPage
from backguide.ui.services import Services
from backguide.ui.theme.theme import apply_theme
from backguide.ui.widgets.chip import FilterChip

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot, services):
    page = ExercisesPage(services)
    qtbot.addWidget(page)
    page.resize(1176, 800)
    page.show()
    page.activateWindow()
    return page


def shown(page):
    return [card.exercise.slug for card in page.grid.shown]


def press(page, *texts):
    chips = {chip.text(): chip for chip in page.findChildren(FilterChip)}
    for text in texts:
        QTest.mouseClick(chips[text], LEFT)


def chosen(page):
    return [chip.text() for chip in page.findChildren(FilterChip) if chip.isChecked()]


def test_all_exercises_are_there_in_the_order_of_their_names(page):
    names = [card.exercise.name for card in page.grid.shown]
    assert len(names) == 12
    assert names == sorted(names)
    assert chosen(page) == ["All 12"]


def test_a_card_says_name_kind_and_dose(page):
    card = next(card for card in page.grid.cards if card.exercise.slug == "bird-dog")
    assert card.accessibleName() == "Bird dog, Strength, 6 × 5 s each side"


def test_exercises_for_both_match_either_kind(page):
    press(page, "Mobility")
    mobility = set(shown(page))
    press(page, "Strength")
    strength = set(shown(page))
    assert mobility & strength == {"bear-hold"}
    assert mobility | strength == {card.exercise.slug for card in page.grid.cards}


def test_kind_and_position_combine_and_all_lets_go_of_both(page):
    press(page, "Strength", "On your back")
    assert shown(page) == ["dead-bug", "supine-march"]
    assert chosen(page) == ["Strength", "On your back"]
    press(page, "All 12")
    assert len(shown(page)) == 12
    assert chosen(page) == ["All 12"]


def test_pressing_a_chosen_chip_lets_go_of_it(page):
    press(page, "Standing")
    assert shown(page) == ["windmill"]
    press(page, "Standing")
    assert chosen(page) == ["All 12"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("BIRD", ["bird-dog"]),
        ("bïrd dög", ["bird-dog"]),
        ("childs", ["childs-pose"]),
        ("child’s pose", ["childs-pose"]),
        ("Calves", ["down-dog-up-dog"]),
        ("pelvic", ["supine-march"]),
        ("twist slow stretches", ["leg-swing", "windmill"]),
        ("  ", None),
    ],
)
def test_the_search_looks_at_names_purposes_and_muscles(page, words, found):
    QTest.keyClicks(page.search, words) if words.isascii() else page.search.setText(words)
    assert shown(page) == (found or [card.exercise.slug for card in page.grid.cards])


def test_nothing_found_is_said_and_can_be_undone(page):
    press(page, "Standing")
    QTest.keyClicks(page.search, "calves")
    assert page.nothing.isVisible()
    assert page.nothing.title.text() == "No exercise matches"
    QTest.mouseClick(page.nothing.action, LEFT)
    assert not page.nothing.isVisible()
    assert len(shown(page)) == 12
    assert (page.search.text(), chosen(page)) == ("", ["All 12"])


def test_control_f_goes_to_the_search_and_escape_empties_it(page, qtbot):
    page.grid.cards[0].setFocus()
    QTest.keyClick(page.grid.cards[0], Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.hasFocus()
    QTest.keyClicks(page.search, "dog")
    assert len(shown(page)) == 2
    QTest.keyClick(page.search, Key.Key_Escape)
    assert len(shown(page)) == 12
    page.search.setText("dog")
    QTest.keyClick(page.grid.shown[0], Key.Key_Escape)
    assert page.search.text() == ""


def test_arrow_keys_walk_the_cards_row_by_row(page):
    cards = page.grid.cards
    cards[0].setFocus()

    def walk(*keys):
        for key in keys:
            QTest.keyClick(QApplication.focusWidget(), key)
        return cards.index(QApplication.focusWidget())

    assert walk(Key.Key_Right) == 1
    assert walk(Key.Key_Down) == 5
    assert walk(Key.Key_Left) == 4
    assert walk(Key.Key_Up, Key.Key_Up) == 0
    assert walk(Key.Key_End) == 11
    assert walk(Key.Key_Right) == 11
    assert walk(Key.Key_Home) == 0


def test_a_card_opens_by_click_by_enter_and_by_space(page):
    asked = []
    page.exercise_requested.connect(asked.append)
    press(page, "Standing")
    card = page.grid.shown[0]
    QTest.mouseClick(card, LEFT)
    QTest.keyClick(card, Key.Key_Return)
    QTest.keyClick(card, Key.Key_Space)
    assert asked == ["windmill"] * 3


@pytest.mark.parametrize(("width", "columns"), [(856, 3), (1176, 4), (1816, 5), (536, 2)])
def test_cards_of_one_size_fill_the_width(page, width, columns):
    page.resize(width, 900)
    QApplication.processEvents()
    cards = page.grid.cards
    first_row = [card for card in cards if card.y() == cards[0].y()]
    assert len(first_row) == columns
    widths = {card.width() for card in cards}
    assert max(widths) - min(widths) <= 1
    assert len({card.height() for card in cards}) == 1
    assert cards[0].picture.height() == round(cards[0].picture.width() / 2)
    left = cards[0].mapTo(page, cards[0].rect().topLeft()).x()
    right = first_row[-1].mapTo(page, first_row[-1].rect().topRight()).x()
    assert left == page.width() - 1 - right


def test_few_cards_are_no_wider_than_many(page):
    QApplication.processEvents()
    width = page.grid.cards[0].width()
    press(page, "Standing")
    QApplication.processEvents()
    assert page.grid.shown[0].width() in (width, width - 1, width + 1)


def test_the_page_is_there_before_its_pictures(qtbot, services):
    page = ExercisesPage(services)
    qtbot.addWidget(page)
    page.show()
    page.grab()
    assert not any(card.picture.is_filled for card in page.grid.cards)
    qtbot.waitUntil(lambda: all(card.picture.is_current for card in page.grid.cards))
    before = page.grid.cards[0].picture.grab().toImage()
    assert len({before.pixelColor(x, 40).name() for x in range(0, before.width(), 4)}) > 5


def test_pictures_wait_until_the_page_is_shown(qtbot, services):
    page = ExercisesPage(services)
    qtbot.addWidget(page)
    QApplication.processEvents()
    assert not any(card.picture.is_filled for card in page.grid.cards)


def test_pictures_follow_the_theme(page, qtbot, qapp):
    qtbot.waitUntil(lambda: all(card.picture.is_current for card in page.grid.cards))
    apply_theme(qapp, "dark")
    assert not page.grid.cards[0].picture.is_current
    qtbot.waitUntil(lambda: all(card.picture.is_current for card in page.grid.cards))


def test_without_readable_exercises_the_page_says_so(qtbot, services, catalogue):
    empty = type(catalogue)({}, {}, catalogue.week)
    page = ExercisesPage(
        Services(
            empty,
            services.motions,
            services.journal,
            services.clock,
            services.sounds,
            services.awake,
            services.preferences,
        )
    )
    qtbot.addWidget(page)
    page.show()
    assert page.nothing.isVisible()
    assert "could not be read" in page.nothing.title.text()
