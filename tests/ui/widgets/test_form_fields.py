"""The parts of forms: tags, days, notes, and fields with their labels."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from backguide.ui.widgets.day_field import DayField
from backguide.ui.widgets.field import Field
from backguide.ui.widgets.note_field import NoteField
from backguide.ui.widgets.tag_choice import TagChoice
from tests.ui.widgets.seen import description_of, name_of

TODAY = date(2026, 3, 10)


@pytest.fixture
def tags(qtbot):
    made = TagChoice(("poor sleep", "stress"), "Tags", 40)
    qtbot.addWidget(made)
    made.show()
    return made


def stops(widget):
    """Return the names of what Tab stops at, in order."""
    names, at = [], widget
    while (at := at.nextInFocusChain()) is not widget:
        tab = at.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        if tab and at.isVisibleTo(widget) and widget.isAncestorOf(at):
            names.append(name_of(at))
    return names


def test_tags_are_chosen_by_keyboard_and_told(qtbot, tags):
    chip = next(chip for chip in tags.findChildren(QWidget) if name_of(chip) == "stress")
    with qtbot.waitSignal(tags.changed):
        qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert tags.tags == ("stress",)


def test_a_word_of_ones_own_becomes_a_chip_and_the_same_word_does_not_twice(qtbot, tags):
    for word in (" heavy   bags ", "Heavy Bags", "STRESS"):
        qtbot.keyClicks(tags.own, word)
        qtbot.keyClick(tags.own, Qt.Key.Key_Return)
    assert tags.tags == ("stress", "heavy bags")
    assert tags.own.text() == ""


def test_other_tags_replace_those_before(tags):
    tags.show_tags(("stress", "driving"))
    tags.show_tags(("gardening",))
    assert tags.tags == ("gardening",)
    tags.show_tags(())
    assert tags.tags == ()


def test_tab_goes_through_the_chips_to_the_word_of_ones_own(tags):
    tags.show_tags(("driving", "gardening"))
    own = "Tags: a word of your own, added with Enter"
    assert stops(tags) == ["poor sleep", "stress", "driving", "gardening", own]


def test_what_is_wrong_stands_below_the_field_and_is_told_of_it(qtbot):
    edit = QLineEdit()
    field = Field("Began at", edit, "On the 24-hour clock")
    qtbot.addWidget(field)
    assert (name_of(edit), description_of(edit), field.problem) == ("Began at", "On the 24-hour clock", "")
    field.show_problem("That is no time.")
    assert (description_of(edit), field.problem) == ("That is no time.", "That is no time.")
    field.show_problem("")
    assert (description_of(edit), field.problem) == ("On the 24-hour clock", "")


def test_tab_leaves_a_note(qtbot):
    both = QWidget()
    column = QVBoxLayout(both)
    note, after = NoteField("A line", "Note"), QLineEdit()
    column.addWidget(note)
    column.addWidget(after)
    qtbot.addWidget(both)
    qtbot.keyClick(note, Qt.Key.Key_Tab)
    assert note.text == ""


def test_a_day_is_shown_in_its_word_and_read_back(qtbot):
    field = DayField("Day")
    qtbot.addWidget(field)
    field.show_day(TODAY, TODAY)
    assert (field.edit.text(), field.day()) == ("Today", TODAY)
    field.edit.setText("2026-03-11")
    with pytest.raises(ValueError, match="still to come"):
        field.day()
