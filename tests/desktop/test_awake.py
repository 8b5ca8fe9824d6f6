import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from backguide.desktop.awake import Awake, NoAwake, WakepyAwake


@pytest.fixture
def no_bus(monkeypatch):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux needs a bus for this")
def test_without_a_bus_there_is_a_hint_and_no_error(no_bus):
    awake = WakepyAwake()
    awake.keep()
    awake.keep()
    assert awake.settle(10)
    assert awake.hint is not None
    assert "screen may go dark" in awake.hint
    awake.release()
    awake.release()
    assert awake.settle(10)


def test_when_the_platform_can_there_is_no_hint(monkeypatch):
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "1")
    awake = WakepyAwake()
    for _ in range(2):
        awake.keep()
        assert awake.settle(10)
        assert awake.hint is None
        awake.release()
    assert awake.settle(10)


def test_releasing_what_was_never_kept_does_nothing():
    WakepyAwake().release()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux needs a bus for this")
def test_a_bus_that_never_answers_does_not_hold_the_caller(tmp_path: Path, monkeypatch):
    with socket.socket(socket.AF_UNIX) as bus:
        bus.bind(str(tmp_path / "bus"))
        bus.listen()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'bus'}")
        awake = WakepyAwake()
        awake.keep()
        assert not awake.settle(0.05)
        assert awake.hint is None
    assert awake.settle(10)


def test_leaving_the_computer_alone_is_a_way_of_keeping_awake():
    nothing: Awake = NoAwake()
    nothing.keep()
    nothing.release()


def test_wakepy_is_not_loaded_before_it_is_needed():
    script = "import sys, backguide.desktop.awake; print('wakepy' in sys.modules)"
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=root
    )
    assert done.stdout.strip() == "False"


@pytest.fixture
def screensaver(monkeypatch):
    """Start a message bus of our own with a screen saver on it; return what that prints, line by line."""
    options = ["--session", "--nofork", "--nopidfile", "--print-address"]
    bus = subprocess.Popen(["dbus-daemon", *options], stdout=subprocess.PIPE, text=True)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.stdout.readline().strip())
    script = Path(__file__).with_name("fake_screensaver.py")
    service = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True)
    assert service.stdout.readline() == "ready\n"
    yield service.stdout
    for process in (service, bus):
        process.kill()
        process.wait()
        process.stdout.close()


@pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="there is no message bus here")
def test_the_desktops_screen_saver_is_held_back_and_let_go(screensaver):
    awake = WakepyAwake()
    awake.keep()
    assert screensaver.readline() == "Inhibit\n"
    assert awake.settle(10)
    assert awake.hint is None
    awake.release()
    assert screensaver.readline() == "UnInhibit 4711\n"
    assert awake.settle(10)
