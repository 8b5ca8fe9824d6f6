import json
from dataclasses import asdict, fields, replace
from pathlib import Path

import pytest

from backguide.desktop.errors import DesktopError
from backguide.desktop.preferences import RULES, PreferenceFile, Preferences

CHANGED = Preferences(
    theme="contrast",
    text_scale=1.25,
    reduced_motion="on",
    sound_on=False,
    sound_volume=0.0,
    voice="short",
    voice_volume=0.3,
    figure="plum",
    keep_awake=False,
    first_side="left",
    week_declined_on="2026-01-04",
    morning_declined_on="2026-01-06",
    get_ready_s=12,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "preferences.json"


def test_without_a_file_the_defaults_hold_and_nothing_is_written(file: Path):
    loaded = PreferenceFile(file).load()
    assert loaded.preferences == Preferences()
    assert loaded.problems == ()
    assert not file.parent.exists()


def test_what_is_saved_comes_back(file: Path):
    assert all(getattr(CHANGED, one.name) != getattr(Preferences(), one.name) for one in fields(Preferences))
    PreferenceFile(file).save(CHANGED)
    assert PreferenceFile(file).load().preferences == CHANGED
    assert [path.name for path in file.parent.iterdir()] == ["preferences.json"]


def test_every_choice_has_a_rule_and_a_default_within_it():
    assert set(RULES) == {option.name for option in fields(Preferences)}
    assert all(RULES[name].accepts(value) for name, value in asdict(Preferences()).items())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "pink"),
        ("theme", None),
        ("theme", ["light"]),
        ("text_scale", 0.79),
        ("text_scale", "1"),
        ("sound_on", 1),
        ("sound_volume", 1.01),
        ("sound_volume", True),
        ("sound_volume", float("nan")),
        ("get_ready_s", -1),
        ("first_side", "both"),
    ],
)
def test_a_value_outside_its_rule_is_replaced_and_told_and_the_others_stay(
    file: Path, name: str, value: object
):
    file.parent.mkdir()
    file.write_text(json.dumps(asdict(CHANGED) | {name: value}))
    loaded = PreferenceFile(file).load()
    assert loaded.preferences == replace(CHANGED, **{name: getattr(Preferences(), name)})
    [problem] = loaded.problems
    assert name in problem
    assert RULES[name].wording in problem
    with pytest.raises(ValueError, match=name):
        replace(CHANGED, **{name: value})


def test_keys_of_a_newer_version_survive_a_change(file: Path):
    file.parent.mkdir()
    file.write_text('{"theme": "dark", "singing": {"name": "calm"}}')
    store = PreferenceFile(file)
    store.save(replace(store.load().preferences, theme="light"))
    stored = json.loads(file.read_text())
    assert stored["singing"] == {"name": "calm"}
    assert stored["theme"] == "light"


@pytest.mark.parametrize("damage", [b"", b"{", b"[1]", b"\xff\xfe", b'{"theme": "dark"'])
def test_a_damaged_file_is_told_and_kept_when_the_next_change_is_saved(file: Path, damage: bytes):
    file.parent.mkdir()
    file.write_bytes(damage)
    (file.parent / "preferences.damaged-1.json").write_text("an older one")
    store = PreferenceFile(file)
    loaded = store.load()
    assert loaded.preferences == Preferences()
    assert str(file) in loaded.problems[0]
    assert file.read_bytes() == damage
    store.save(CHANGED)
    assert (file.parent / "preferences.damaged-2.json").read_bytes() == damage
    assert (file.parent / "preferences.damaged-1.json").read_text() == "an older one"
    assert store.load().preferences == CHANGED


def test_a_folder_that_cannot_be_written_to_is_a_sentence(tmp_path: Path):
    (tmp_path / "taken").write_text("")
    with pytest.raises(DesktopError, match="could not be saved"):
        PreferenceFile(tmp_path / "taken" / "preferences.json").save(CHANGED)


def test_a_write_that_fails_leaves_the_old_file_whole(file: Path, monkeypatch):
    store = PreferenceFile(file)
    store.save(CHANGED)
    before = file.read_bytes()

    def full_disk(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("backguide.desktop.files.os.fsync", full_disk)
    with pytest.raises(DesktopError, match="No space left"):
        store.save(Preferences())
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == ["preferences.json"]
