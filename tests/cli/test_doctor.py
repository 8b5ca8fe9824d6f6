import sys

import pytest

from backguide.desktop import doctor
from backguide.desktop.doctor import Check


@pytest.fixture(autouse=True)
def no_real_sound_server(monkeypatch):
    monkeypatch.setattr("backguide.desktop.sound_probe.command", lambda: [sys.executable, "-c", "pass"])


def test_the_doctor_tells_of_every_part(run):
    done = run("doctor", "--json")
    names = [check["name"] for check in done.json]
    assert {"Python", "PySide6", "Libraries", "Sound", "Folders", "Journal", "Content"} <= set(names)
    assert all({"name", "ok", "detail", "remedy", "needed"} == set(check) for check in done.json)
    failing = [check for check in done.json if check["needed"] and not check["ok"]]
    assert done.status == (1 if failing else 0)


def test_missing_sound_alone_is_no_failure(run, monkeypatch):
    monkeypatch.setattr(
        "backguide.commands.health.examine", lambda *_: [Check("Sound", False, "none", "Plug it.", False)]
    )
    done = run("doctor")
    assert done.status == 0
    assert "without  Sound: none" in done.out
    assert "Plug it." in done.out


def test_a_damaged_journal_is_found(run, data_dir):
    data_dir.mkdir()
    (data_dir / "journal.sqlite3").write_bytes(b"no database" * 50)
    done = run("doctor", "--json")
    [journal] = [check for check in done.json if check["name"] == "Journal"]
    assert not journal["ok"]
    assert done.status == 1


def test_a_sound_journal_is_counted(run):
    run("log", "--before", "1", "--after", "1")
    assert "1 session" in run("doctor").out


def test_a_missing_part_comes_with_its_remedy(run, monkeypatch):
    monkeypatch.setattr(doctor, "missing_libraries", lambda screen: {"libGL.so.1": "libgl1"})
    done = run("doctor")
    assert done.status == 1
    assert "MISSING  Libraries: missing: libGL.so.1 (package libgl1)" in done.out
    assert "apt-get install --no-install-recommends libgl1" in done.out
