import errno
import sys
import tempfile
from pathlib import Path

import pytest

from backguide.desktop.errors import DesktopError
from backguide.desktop.paths import Paths, choose_paths, make_ready, paths_in, standard_paths


def test_a_chosen_folder_keeps_everything_in_it(tmp_path: Path):
    paths = choose_paths(tmp_path / "mine")
    files = (paths.journal, paths.backups, paths.log, paths.preferences)
    assert all(file.parent == tmp_path / "mine" for file in files)
    assert len(set(files)) == 4


def test_without_a_choice_the_platform_decides(monkeypatch, tmp_path: Path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    paths = choose_paths(None)
    assert paths == standard_paths()
    if sys.platform == "linux":
        assert paths.journal == tmp_path / "data" / "backguide" / "journal.sqlite3"
        assert paths.preferences == tmp_path / "config" / "backguide" / "preferences.json"


def test_a_relative_folder_stays_the_same_when_the_working_folder_changes(monkeypatch, tmp_path: Path):
    monkeypatch.chdir(tmp_path)
    paths = paths_in(Path("here"))
    monkeypatch.chdir("/")
    assert paths.data == tmp_path / "here"


def test_making_ready_creates_the_folders_and_leaves_nothing_in_them(tmp_path: Path):
    paths = paths_in(tmp_path / "a" / "b")
    make_ready(paths)
    make_ready(paths)
    assert list(paths.data.iterdir()) == []


def test_a_file_in_the_way_is_told_with_a_way_out(tmp_path: Path):
    (tmp_path / "taken").write_text("I am a file")
    with pytest.raises(DesktopError) as caught:
        make_ready(paths_in(tmp_path / "taken"))
    sentence = str(caught.value)
    assert str(tmp_path / "taken") in sentence
    assert "--data-dir" in sentence
    assert (tmp_path / "taken").read_text() == "I am a file"


@pytest.mark.skipif(sys.platform != "linux", reason="/proc takes no files, from nobody")
def test_a_folder_that_takes_no_files_is_refused_even_to_the_administrator():
    with pytest.raises(DesktopError, match="cannot be written to"):
        make_ready(paths_in(Path("/proc")))


def test_a_folder_for_the_preferences_that_takes_nothing_does_not_keep_the_journal_away(tmp_path: Path):
    (tmp_path / "taken").write_text("I am a file")
    make_ready(Paths(tmp_path / "data", tmp_path / "taken"))
    assert (tmp_path / "data").is_dir()


def test_a_full_disk_is_told_as_such(tmp_path: Path, monkeypatch):
    def no_room(**_options):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "TemporaryFile", no_room)
    with pytest.raises(DesktopError, match=r"has no room left .* Make some room"):
        make_ready(paths_in(tmp_path))
