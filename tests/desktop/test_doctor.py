import subprocess
import sys
from pathlib import Path

import pytest

from backguide.desktop import doctor
from backguide.desktop.doctor import Check
from backguide.desktop.paths import paths_in

ROOT = Path(__file__).parents[2]


def test_every_finding_is_named_and_a_bad_one_says_what_to_do(tmp_path: Path):
    checks = doctor.examine(
        paths_in(tmp_path), [lambda: Check("Journal", False, "damaged", "Restore a backup.")]
    )
    assert [check.name for check in checks][-2:] == ["Folders", "Journal"]
    assert len({check.name for check in checks}) == len(checks)
    assert all(check.remedy for check in checks if not check.ok)
    assert all(check.detail for check in checks)


def test_an_old_python_is_refused():
    assert not doctor.check_python((3, 10, 12)).ok
    assert doctor.check_python((3, 11, 0)).ok


@pytest.mark.parametrize(
    ("version", "ok"),
    [
        ("6.11.3", True),
        ("6.11.4", True),
        ("6.11.2", False),
        ("6.12.0", False),
        ("6.9.0", False),
        ("7", False),
    ],
)
def test_only_tried_versions_of_qt_pass(version: str, ok: bool):
    assert doctor.judge_qt_version(version).ok is ok


def test_missing_libraries_are_named_with_their_packages_and_one_line_to_install_them():
    check = doctor.check_libraries({"libGL.so.1": "libgl1", "libEGL.so.1": "libegl1"})
    assert not check.ok
    assert check.needed
    assert "libGL.so.1 (package libgl1)" in check.detail
    assert check.remedy.endswith("install --no-install-recommends libgl1 libegl1")


def test_a_library_for_sound_alone_is_not_needed():
    assert not doctor.check_libraries({"libpulse.so.0": "libpulse0"}).needed


@pytest.mark.parametrize(
    ("script", "detail"),
    [
        ("print('Loudspeaker', end='')", "Loudspeaker"),
        ("pass", "this computer has no sound output"),
        (
            "import sys; sys.stderr.write('libpulse.so.0 is missing\\n'); sys.exit(1)",
            "libpulse.so.0 is missing",
        ),
    ],
)
def test_the_sound_output_is_told(script: str, detail: str):
    check = doctor.check_sound([sys.executable, "-c", script])
    assert check.detail == detail
    assert check.ok == (detail == "Loudspeaker")
    assert check.ok or not check.needed


def test_a_sound_server_that_never_answers_is_told(monkeypatch):
    monkeypatch.setattr("backguide.desktop.sound_probe.TIMEOUT_MS", 50)
    check = doctor.check_sound([sys.executable, "-c", "import time; time.sleep(600)"])
    assert "does not answer" in check.detail


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux needs a bus")
def test_a_missing_bus_is_told_but_not_needed(monkeypatch):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    check = doctor.check_bus()
    assert not check.ok
    assert not check.needed
    assert check.detail == "no session bus: DBUS_SESSION_BUS_ADDRESS is not set"


def test_folders_without_rights_are_told(tmp_path: Path):
    (tmp_path / "taken").write_text("")
    check = doctor.check_folders(paths_in(tmp_path / "taken"))
    assert not check.ok
    assert str(tmp_path / "taken") in check.detail
    assert "--data-dir" in check.remedy


def test_without_qt_the_doctor_still_works(tmp_path: Path):
    script = (
        "import sys\n"
        "class NoQt:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.partition('.')[0] in ('PySide6', 'shiboken6'):\n"
        "            raise ImportError('libGL.so.1: cannot open shared object file')\n"
        "sys.meta_path.insert(0, NoQt())\n"
        "from pathlib import Path\n"
        "from backguide.desktop.doctor import examine\n"
        "from backguide.desktop.paths import paths_in\n"
        "for check in examine(paths_in(Path(sys.argv[1]))): print(check.name, check.ok, check.detail)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert "PySide6 False cannot be imported: libGL.so.1" in done.stdout
    assert "Folders True" in done.stdout
