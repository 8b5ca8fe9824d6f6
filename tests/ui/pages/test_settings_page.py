import json
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from backguide import __version__
from backguide.app import show_appearance
from backguide.desktop.preferences import Figure, Preferences
from backguide.desktop.sound import Cue
from backguide.desktop.speech import SilentSpeech
from backguide.journal.exchange import export_json
from backguide.journal.journal import Journal
from backguide.ui.figure.looks import LOOKS, figure_look, wear
from backguide.ui.live_preferences import LivePreferences
from backguide.ui.pages.settings_page import SettingsPage
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.segmented import Segmented
from tests.ui.widgets.seen import name_of


class ScriptedFiles:
    """Answers every question with one path."""

    def __init__(self, answer: Path | None = None, has_manager: bool = True) -> None:
        self.answer = answer
        self.has_manager = has_manager
        self.proposed = ""
        self.shown: list[Path] = []

    def new_file(self, _parent, _title, name):
        self.proposed = name
        return self.answer

    def existing_file(self, _parent, _title):
        return self.answer

    def show_folder(self, folder):
        self.shown.append(folder)
        return self.has_manager


class ListeningPlayer:
    def __init__(self) -> None:
        self.heard: list[Cue] = []
        self.expected = 0

    def play(self, cue: Cue) -> None:
        self.heard.append(cue)

    def expect_sound(self) -> None:
        self.expected += 1


class ListeningVoice(SilentSpeech):
    def __init__(self) -> None:
        self.heard: list[tuple[str, ...]] = []

    def say(self, texts, after_s=0.0):
        self.heard.append(tuple(texts))
        return True


@pytest.fixture
def sounds():
    return ListeningPlayer()


@pytest.fixture
def voice():
    return ListeningVoice()


@pytest.fixture
def files():
    return ScriptedFiles()


@pytest.fixture
def kept(services, clock, tmp_path, sounds, voice):
    """Services with a journal in a file."""
    with Journal.open(tmp_path / "journal.sqlite3", clock.now, "Europe/Berlin") as journal:
        yield replace(services, journal=journal, sounds=sounds, speech=voice)


@pytest.fixture
def page(qtbot, kept, files):
    shown = SettingsPage(kept, files=files)
    qtbot.addWidget(shown)
    shown.resize(1176, 800)
    shown.refresh()
    shown.show()
    return shown


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("theme", "dark"),
        ("theme", "contrast"),
        ("text_scale", 1.3),
        ("reduced_motion", "on"),
        ("sound_on", False),
        ("voice", "short"),
        ("voice", "beeps"),
        ("get_ready_s", 10.0),
        ("first_side", "left"),
        ("keep_awake", False),
    ],
)
def test_a_choice_is_in_force_at_once(page, kept, key, value):
    page.controls[key].choose(value)
    assert getattr(kept.preferences.values, key) == value


def test_the_controls_show_what_is_in_force_also_when_it_changes_elsewhere(page, kept):
    assert page.controls["first_side"].value == "right"
    kept.preferences.change(sound_on=False, first_side="left", sound_volume=0.2)
    assert page.controls["first_side"].value == "left"
    assert page.controls["sound_on"].value is False
    assert page.volume.position == pytest.approx(0.2)


def test_a_value_from_the_file_that_is_not_offered_is_shown_as_it_is(qtbot, kept):
    unusual = replace(kept, preferences=LivePreferences(Preferences(get_ready_s=7.0, text_scale=1.2)))
    page = SettingsPage(unusual, files=ScriptedFiles())
    qtbot.addWidget(page)
    assert page.controls["get_ready_s"].value == 7.0
    assert page.controls["text_scale"].value == 1.2
    assert unusual.preferences.values.get_ready_s == 7.0


def test_the_volume_is_set_by_keyboard_and_tried(page, kept, sounds, qtbot):
    qtbot.keyClick(page.volume, Qt.Key.Key_Home)
    assert kept.preferences.values.sound_volume == 0.0
    qtbot.keyClick(page.volume, Qt.Key.Key_End)
    assert kept.preferences.values.sound_volume == 1.0
    qtbot.mouseClick(page.try_sound, Qt.MouseButton.LeftButton)
    assert sounds.heard == [Cue.START]


def test_each_try_tells_why_nothing_is_heard(page, sounds, qtbot):
    for button in (page.try_sound, page.try_sound, page.try_voice):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert sounds.expected == 3


def test_the_voice_has_a_volume_of_its_own_and_is_tried(page, kept, voice, qtbot):
    qtbot.keyClick(page.voice_volume, Qt.Key.Key_Home)
    assert kept.preferences.values.voice_volume == 0.0
    assert kept.preferences.values.sound_volume == Preferences().sound_volume
    qtbot.mouseClick(page.try_voice, Qt.MouseButton.LeftButton)
    assert voice.heard == [("Halfway.",)]


def test_without_sounds_there_is_nothing_to_try(page):
    page.controls["sound_on"].choose(False)
    for part in (page.try_sound, page.volume, page.try_voice, page.voice_volume, page.controls["voice"]):
        assert not part.isEnabled()


def test_without_a_voice_only_the_tones_can_be_tried(page):
    page.controls["voice"].choose("beeps")
    assert page.try_sound.isEnabled()
    assert not page.try_voice.isEnabled()
    assert not page.voice_volume.isEnabled()


def test_the_file_of_the_journal_is_named_and_its_folder_opens(page, kept, files, qtbot):
    assert page.data.path.text() == str(kept.journal.path)
    qtbot.mouseClick(page.data.folder, Qt.MouseButton.LeftButton)
    assert files.shown == [kept.journal.path.parent]
    assert page.data.report.text == ""


def test_without_a_file_manager_the_folder_is_told(page, kept, files, qtbot):
    files.has_manager = False
    qtbot.mouseClick(page.data.folder, Qt.MouseButton.LeftButton)
    assert str(kept.journal.path.parent) in page.data.report.text


def test_a_journal_that_is_not_kept_names_no_file(qtbot, services):
    page = SettingsPage(services, files=ScriptedFiles())
    qtbot.addWidget(page)
    page.show()
    assert not page.data.path.isVisible()
    assert any("Nothing can be kept" in label.text() for label in page.data.findChildren(Label))


def test_export_writes_everything_and_says_where(page, kept, files, qtbot, tmp_path):
    kept.journal.rate(None, "daily", "back", 3)
    files.answer = tmp_path / "copy.json"
    qtbot.mouseClick(page.data.export, Qt.MouseButton.LeftButton)
    assert files.proposed == "backguide-2026-01-05.json"
    assert len(json.loads(files.answer.read_text(encoding="utf-8"))["ratings"]) == 1
    assert page.data.report.text == f"Everything is written to {files.answer}."


def test_import_tells_what_was_added_there_already_and_refused(page, kept, files, clock, qtbot, tmp_path):
    files.answer = tmp_path / "other.json"
    with Journal.in_memory(clock.now, "UTC") as other:
        other.rate(None, "daily", "back", 3)
        other.rate(None, "daily", "leg", 1)
        export_json(other, files.answer)
    qtbot.mouseClick(page.data.import_, Qt.MouseButton.LeftButton)
    assert page.data.report.text == "2 entries were added, 0 were here already."
    written = json.loads(files.answer.read_text(encoding="utf-8"))
    written["ratings"].append({"id": "nonsense"})
    files.answer.write_text(json.dumps(written), encoding="utf-8")
    qtbot.mouseClick(page.data.import_, Qt.MouseButton.LeftButton)
    assert page.data.report.text.startswith(
        "0 entries were added, 2 were here already. 1 could not be read: ratings[2]"
    )
    assert len(kept.journal.ratings()) == 2


def test_a_file_that_is_none_of_ours_and_a_folder_without_rights_become_sentences(
    page, files, qtbot, tmp_path
):
    files.answer = tmp_path / "letter.json"
    files.answer.write_text("Dear aunt", encoding="utf-8")
    qtbot.mouseClick(page.data.import_, Qt.MouseButton.LeftButton)
    assert "is not an export of a Backguide journal" in page.data.report.text
    files.answer = tmp_path / "missing" / "folder" / "copy.json"
    qtbot.mouseClick(page.data.export, Qt.MouseButton.LeftButton)
    assert "cannot be written" in page.data.report.text


def test_thinking_better_of_it_changes_nothing(page, files, qtbot):
    files.answer = None
    for button in (page.data.import_, page.data.export):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.data.report.text == ""


def test_about_names_version_licence_and_that_it_is_no_medical_advice(page):
    words = " ".join(label.text() for label in page.findChildren(Label))
    assert __version__ in words
    assert "MIT licence" in words
    assert "not medical advice" in words


def test_every_choice_has_a_name(page):
    for control in page.findChildren(Segmented):
        assert name_of(control)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut_in_a_small_window(page, qapp, scale):
    from backguide.ui.theme.theme import apply_theme  # noqa: PLC0415

    apply_theme(qapp, "light", text_scale=scale)
    page.resize(856, 640)
    page.grab()
    for control in page.controls.values():
        assert control.width() >= control.minimumSizeHint().width()
        assert control.mapTo(page, control.rect().topRight()).x() < 856


def test_every_figure_can_be_chosen_and_is_worn_at_once(qtbot, services):
    assert get_args(Figure) == tuple(LOOKS)
    page = SettingsPage(services)
    qtbot.addWidget(page)
    for slug in LOOKS:
        page.controls["figure"].choose(slug)
        assert services.preferences.values.figure == slug
        show_appearance(QApplication.instance(), services.preferences.values)
        assert figure_look().slug == slug
    wear("slate")
