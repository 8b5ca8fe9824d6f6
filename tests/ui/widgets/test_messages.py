"""Messages, questions and searching: what can be answered from the keyboard, and where the focus goes."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backguide.ui.theme.theme import apply_theme
from backguide.ui.widgets.button import Button
from backguide.ui.widgets.confirm_dialog import ConfirmDialog
from backguide.ui.widgets.message_bar import MessageBar
from backguide.ui.widgets.search_field import SearchField
from tests.ui.widgets.seen import description_of, name_of

Key = Qt.Key


@pytest.fixture
def window(qtbot, qapp):
    apply_theme(qapp, "light")
    found = QWidget()
    column = QVBoxLayout(found)
    column.addWidget(Button("End session"))
    qtbot.addWidget(found)
    found.resize(800, 600)
    found.show()
    found.activateWindow()
    qapp.processEvents()
    found.findChild(Button).setFocus()
    return found


@pytest.fixture
def dialog(window):
    found = ConfirmDialog(
        window, "End this session?", "What you did is kept.", confirm="End session", decline="Go on"
    )
    found.ask()
    return found


@pytest.fixture
def answers(dialog):
    heard = []
    dialog.confirmed.connect(lambda: heard.append("yes"))
    dialog.declined.connect(lambda: heard.append("no"))
    return heard


def test_a_question_covers_the_window_and_follows_its_size(window, dialog):
    assert dialog.geometry() == window.rect()
    window.resize(900, 500)
    assert dialog.geometry() == window.rect()


def test_enter_confirms_and_the_focus_goes_back(window, dialog, answers):
    QTest.keyClick(window.focusWidget(), Key.Key_Return)
    assert answers == ["yes"]
    assert window.focusWidget().text() == "End session"
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChild(ConfirmDialog) is None


def test_escape_declines(window, dialog, answers):
    QTest.keyClick(window.focusWidget(), Key.Key_Escape)
    assert answers == ["no"]


def test_a_click_beside_the_card_declines_and_one_on_it_does_not(window, dialog, answers):
    QTest.mouseClick(dialog, Qt.MouseButton.LeftButton, pos=QPoint(400, 215))
    assert answers == []
    QTest.mouseClick(dialog, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert answers == ["no"]


def test_tab_stays_within_the_question(window, dialog):
    walked = []
    for _ in range(3):
        walked.append(window.focusWidget().text())
        QTest.keyClick(window.focusWidget(), Key.Key_Tab)
    assert walked == ["End session", "Go on", "End session"]
    assert dialog.isAncestorOf(window.focusWidget())


def test_no_key_reaches_the_page_behind(window, dialog):
    heard = []
    window.keyPressEvent = lambda event: heard.append(event.key())
    QTest.keyClick(window.focusWidget(), Key.Key_5)
    assert heard == []


def test_a_screen_reader_hears_question_and_consequence(dialog):
    assert (name_of(dialog), description_of(dialog)) == ("End this session?", "What you did is kept.")


@pytest.fixture
def bar(qtbot):
    found = MessageBar()
    qtbot.addWidget(found)
    return found


def buttons(bar):
    return {button.text() or button.accessibleName(): button for button in bar.findChildren(Button)}


def test_there_is_no_bar_without_a_message(bar):
    assert not bar.isVisible()
    assert bar.text == ""


def test_a_message_shows_what_can_be_done(bar, qtbot):
    bar.show_message("There is no sound device.", "warn", "Try again")
    assert bar.isVisible()
    assert name_of(bar) == "There is no sound device."
    with qtbot.waitSignal(bar.action_requested, timeout=1000):
        buttons(bar)["Try again"].click()


def test_a_message_without_an_action_offers_only_closing(bar):
    bar.show_message("Saved.", "good")
    assert [name for name, button in buttons(bar).items() if button.isVisible()] == ["Close this message"]


def test_closing_takes_the_message_away_and_says_so(bar, qtbot):
    bar.show_message("Saved.")
    with qtbot.waitSignal(bar.closed, timeout=1000):
        buttons(bar)["Close this message"].click()
    assert not bar.isVisible()


def test_escape_empties_the_search_and_is_then_left_to_the_page(qtbot):
    page = QWidget()
    field = SearchField("Search name or muscle", "Search exercises")
    QVBoxLayout(page).addWidget(field)
    qtbot.addWidget(page)
    page.show()
    heard = []
    page.keyPressEvent = lambda event: heard.append(event.key())
    QTest.keyClicks(field, "bird")
    QTest.keyClick(field, Key.Key_Escape)
    assert (field.text(), heard) == ("", [])
    QTest.keyClick(field, Key.Key_Escape)
    assert heard == [Key.Key_Escape]
    assert name_of(field) == "Search exercises"
    assert field.height() >= 44


def test_an_answer_is_taken_even_when_the_page_behind_has_gone(window, dialog, answers):
    button = window.findChildren(Button)[0]
    button.setParent(None)
    button.deleteLater()
    QCoreApplication.sendPostedEvents(button, QEvent.Type.DeferredDelete)
    QTest.keyClick(window.focusWidget(), Key.Key_Escape)
    assert answers == ["no"]


def test_the_cross_is_there_while_there_is_something_to_clear(qtbot):
    field = SearchField("Search name or muscle", "Search exercises")
    qtbot.addWidget(field)
    field.show()
    (cross,) = field.actions()
    assert not cross.isVisible()
    field.setText("dog")
    assert cross.isVisible()
    cross.trigger()
    assert field.text() == ""
    assert not cross.isVisible()
