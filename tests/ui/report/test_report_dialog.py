from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from backguide.journal.errors import JournalError
from backguide.sample_journal import fill_with_weeks
from backguide.ui.report.paper import PAPERS
from backguide.ui.report.printing import DesktopPageOutlet, PrintError
from backguide.ui.report.report_button import ReportButton
from backguide.ui.report.report_dialog import ReportDialog
from backguide.ui.widgets.button import Button

TODAY = datetime(2026, 3, 10, 19, 0, tzinfo=UTC)


class ScriptedOutlet:
    """Answers with one path; prints as it is told to."""

    def __init__(self, path: Path | None = None, prints: bool | PrintError = True) -> None:
        self.path = path
        self.prints = prints
        self.proposed = ""
        self.printed = []

    def new_pdf(self, _parent, name):
        self.proposed = name
        return self.path

    def print_page(self, _parent, content, _paper):
        if isinstance(self.prints, PrintError):
            raise self.prints
        self.printed.append(content)
        return self.prints


@pytest.fixture
def window(qtbot, services, clock):
    clock.move((TODAY - clock.now()).total_seconds())
    fill_with_weeks(services.journal, services.catalogue, TODAY.date(), weeks=20)
    window = QWidget()
    window.resize(1280, 800)
    QVBoxLayout(window).addWidget(Button("Under it"))
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def outlet(tmp_path):
    return ScriptedOutlet(tmp_path / "page.pdf")


@pytest.fixture
def dialog(window, services, outlet):
    dialog = ReportDialog(window, services, outlet, PAPERS["a4"])
    dialog.open()
    return dialog


def press(widget, key):
    QTest.keyClick(widget, key)


def test_the_dialog_covers_the_window_and_shows_twelve_weeks(dialog, window):
    assert dialog.geometry() == window.rect()
    window.resize(1000, 700)
    assert dialog.geometry() == window.rect()
    content = dialog.content
    assert (content.end - content.start).days <= 83
    assert content.end == TODAY.date()
    assert "planned days done" in dialog.preview.accessibleDescription()


def test_another_period_makes_another_page(dialog):
    sessions = []
    for index in (0, 1, 2, 3):
        dialog.choices.period.set_current(index)
        sessions.append(dialog.content.sessions)
    assert sessions == sorted(sessions)
    assert sessions[0] < sessions[1] < sessions[2] == sessions[3]


def test_what_is_let_go_of_leaves_the_page(dialog):
    dialog.choices.parts["notes"].click()
    assert dialog.content.without == {"notes"}
    assert dialog.content.notes == ()
    dialog.choices.parts["notes"].click()
    assert dialog.content.notes


def test_findings_cannot_be_chosen_without_pain(dialog):
    dialog.choices.parts["pain"].click()
    assert not dialog.choices.parts["findings"].isEnabled()
    dialog.choices.parts["pain"].click()
    assert dialog.choices.parts["findings"].isEnabled()


def test_a_name_goes_on_the_page_and_nowhere_else(dialog, window, services, outlet):
    dialog.choices.name.setText("Ann Example")
    assert dialog.content.name == "Ann Example"
    dialog.done.click()
    again = ReportDialog(window, services, outlet)
    again.open()
    assert again.content.name == ""
    again.done.click()


def test_the_preview_shows_what_is_chosen(dialog):
    before = dialog.preview.grab().toImage()
    dialog.choices.parts["exercises"].click()
    assert dialog.preview.grab().toImage() != before


def test_saving_writes_the_file_and_says_where(dialog, outlet):
    dialog.save.click()
    assert outlet.proposed == "backguide-2026-03-10.pdf"
    assert outlet.path.read_bytes().startswith(b"%PDF-")
    assert str(outlet.path) in dialog.message.text


def test_a_page_that_cannot_be_written_is_told(dialog, outlet, tmp_path):
    outlet.path = tmp_path / "nowhere" / "page.pdf"
    dialog.save.click()
    assert "cannot be written" in dialog.message.text


def test_thinking_better_of_it_writes_nothing(dialog, outlet):
    outlet.path = None
    dialog.save.click()
    assert dialog.message.text == ""


def test_the_page_is_printed_as_it_is_chosen(dialog, outlet):
    dialog.choices.parts["notes"].click()
    dialog.print_.click()
    assert [content.without for content in outlet.printed] == [{"notes"}]
    assert dialog.message.text == "The page is sent to the printer."


def test_a_printer_that_is_missing_is_told(dialog, outlet):
    outlet.prints = PrintError("No printer.")
    dialog.print_.click()
    assert dialog.message.text == "No printer."


def test_a_computer_without_printers_says_so(dialog, monkeypatch):
    monkeypatch.setattr("backguide.ui.report.printing.QPrinterInfo.availablePrinterNames", list)
    with pytest.raises(PrintError, match="No printer is set up"):
        DesktopPageOutlet().print_page(dialog, dialog.content, PAPERS["a4"])


def test_tab_stays_within_the_dialog_and_comes_round(dialog, window):
    window.activateWindow()
    seen = []
    for _ in range(16):
        seen.append(dialog.focusWidget())
        press(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert all(dialog.isAncestorOf(widget) for widget in seen)
    assert {dialog.choices.name, dialog.save, dialog.print_, dialog.done} <= set(seen)
    assert seen[0] in seen[1:]
    now = dialog.focusWidget()
    press(now, Qt.Key.Key_Tab)
    press(dialog.focusWidget(), Qt.Key.Key_Backtab)
    assert dialog.focusWidget() is now


def test_escape_closes_and_deletes_it(dialog, qtbot):
    with qtbot.waitSignal(dialog.destroyed):
        press(dialog, Qt.Key.Key_Escape)


def test_keys_do_not_reach_the_page_below(dialog):
    event = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(dialog, event)
    assert event.isAccepted()


def test_a_journal_that_cannot_be_read_is_told(window, services, outlet, monkeypatch):
    def fail(*_days):
        raise JournalError("The journal is in use by another program.")

    monkeypatch.setattr(type(services.journal), "sessions", fail)
    dialog = ReportDialog(window, services, outlet)
    dialog.open()
    assert dialog.message.text == "The journal is in use by another program."
    assert not dialog.save.isEnabled()
    dialog.done.click()


@pytest.mark.parametrize(("width", "is_beside"), [(1280, True), (960, True), (700, False)])
def test_the_page_stands_beside_the_choices_where_there_is_room(dialog, window, width, is_beside):
    window.resize(width, 700)
    QApplication.processEvents()
    choices, preview = dialog.choices.mapTo(dialog, dialog.choices.rect().topRight()), dialog.preview
    assert (preview.mapTo(dialog, preview.rect().topLeft()).x() > choices.x()) == is_beside
    assert preview.sheet().height() > 300


def test_the_button_opens_the_dialog_over_its_window(qtbot, window, services):
    button = ReportButton(services)
    window.layout().addWidget(button)
    button.click()
    dialog = window.findChild(ReportDialog)
    assert dialog.isVisible()
    assert (dialog.content.end - dialog.content.start) < timedelta(days=84)
    dialog.done.click()
