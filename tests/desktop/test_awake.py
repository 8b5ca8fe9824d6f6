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
    assert awake.hint is not None
    assert "screen may go dark" in awake.hint
    awake.release()
    awake.release()


def test_when_the_platform_can_there_is_no_hint(monkeypatch):
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "1")
    awake = WakepyAwake()
    awake.keep()
    assert awake.hint is None
    awake.release()
    awake.keep()
    assert awake.hint is None
    awake.release()


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
