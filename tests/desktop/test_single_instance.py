import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtNetwork import QLocalSocket

from backguide.desktop.single_instance import Claim, SingleInstance

SECOND_START = Path(__file__).with_name("second_start.py")


@pytest.fixture
def first(qapp, tmp_path: Path):
    instance = SingleInstance(tmp_path)
    yield instance
    instance.release()


def start_again(folder: Path, *arguments: str) -> QProcess:
    process = QProcess()
    process.start(sys.executable, [str(SECOND_START), str(folder), *arguments])
    return process


def output_of(process: QProcess) -> str:
    return process.readAllStandardOutput().data().decode().strip()


def test_a_second_start_hands_its_wish_to_the_first(first, qtbot, tmp_path: Path):
    assert first.claim([]) is Claim.FIRST
    heard: list[list[str]] = []
    first.start_requested.connect(heard.append)
    second = start_again(tmp_path, "start", "morning-mobility")
    with qtbot.waitSignals([first.start_requested, second.finished]):
        pass
    assert heard == [["start", "morning-mobility"]]
    assert output_of(second) == "HANDED_OVER"


def test_the_first_hears_every_later_start(first, qtbot, tmp_path: Path):
    first.claim([])
    heard: list[list[str]] = []
    first.start_requested.connect(heard.append)
    for word in ("one", "zwölf"):
        later = start_again(tmp_path, word)
        with qtbot.waitSignal(later.finished):
            pass
    assert heard == [["one"], ["zwölf"]]


def test_the_token_that_lets_a_window_come_forward_is_passed_on(first, qtbot, tmp_path: Path, monkeypatch):
    first.claim([])
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "token-of-the-launcher")
    later = start_again(tmp_path)
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
    with qtbot.waitSignals([first.start_requested, later.finished]):
        pass
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "token-of-the-launcher"


def test_another_data_folder_is_another_program(first, tmp_path: Path):
    first.claim([])
    other_folder = tmp_path / "other"
    other_folder.mkdir()
    other = SingleInstance(other_folder)
    assert other.claim([]) is Claim.FIRST
    other.release()


def test_after_the_first_is_gone_the_next_is_first(first, tmp_path: Path):
    assert first.claim([]) is Claim.FIRST
    first.release()
    following = SingleInstance(tmp_path)
    assert following.claim([]) is Claim.FIRST
    following.release()


def test_the_lock_of_a_program_that_died_is_taken_over(first, tmp_path: Path):
    died = subprocess.run(
        [sys.executable, str(SECOND_START), str(tmp_path), "--die"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert died.stdout.strip() == "FIRST"
    assert died.returncode == 9
    assert (tmp_path / "backguide.lock").exists()
    assert first.claim([]) is Claim.FIRST


def test_a_lock_whose_process_number_now_belongs_to_a_stranger_is_taken_over(
    first, tmp_path, qapp, monkeypatch
):
    monkeypatch.setattr("backguide.desktop.single_instance._PAUSE_MS", 1)
    stranger = SingleInstance(tmp_path)
    stranger.claim([])
    lock = (tmp_path / "backguide.lock").read_bytes()  # names this process, which is alive
    stranger.release()
    (tmp_path / "backguide.lock").write_bytes(lock)
    assert first.claim([]) is Claim.FIRST


def test_a_first_that_hangs_is_named_with_its_process(first, tmp_path: Path):
    first.claim([])  # nothing runs this process's event loop while the second start asks
    second = subprocess.run(
        [sys.executable, str(SECOND_START), str(tmp_path), "--impatient"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert f"process {os.getpid()}" in second.stdout
    assert "does not answer" in second.stdout


def test_without_a_folder_to_lock_the_program_goes_on(first, tmp_path: Path):
    (tmp_path / "file").write_text("")
    nowhere = SingleInstance(tmp_path / "file" / "there")
    assert nowhere.claim(["start"]) is Claim.UNGUARDED
    nowhere.release()


@pytest.mark.parametrize("message", [b"hello\n", b"[]\n", b'{"arguments": 3}\n', b"\xff\n", b"x" * 70_000])
def test_a_message_that_is_not_ours_is_ignored(first, qtbot, message: bytes):
    first.claim([])
    heard: list[list[str]] = []
    first.start_requested.connect(heard.append)
    stranger = QLocalSocket()
    stranger.connectToServer(first.server_name)
    with qtbot.waitSignal(stranger.disconnected):
        stranger.write(message)
    assert heard == []
