"""The main job done by a screen reader: a routine started, heard, ended and rated through AT-SPI."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from backguide.desktop.paths import paths_in
from backguide.desktop.system_libraries import missing_libraries
from backguide.journal.journal import Journal

SYSTEM_PYTHON = "/usr/bin/python3"
HAS_ATSPI = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
ROOT = Path(__file__).parents[2]


def lacks() -> str:
    """Say what is missing for a screen of our own and a reader on it; empty where all is there."""
    tools = [name for name in ("xvfb-run", "xauth", "dbus-run-session") if not shutil.which(name)]
    if tools:
        return ", ".join(tools)
    if not shutil.which("at-spi2-registryd", path="/usr/libexec:/usr/lib/at-spi2-core"):
        return "at-spi2-core"
    if subprocess.run([SYSTEM_PYTHON, "-c", HAS_ATSPI], capture_output=True, check=False).returncode:
        return "python3-gi and gir1.2-atspi-2.0"
    return ", ".join(missing_libraries(screen=True))


pytestmark = pytest.mark.skipif(bool(lacks()), reason=f"needed to read the screen: {lacks()}")


@pytest.fixture
def environment(tmp_path):
    """A screen, a bus and folders of our own, and nothing of the desktop that the tests run on."""
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    ours = {
        "XDG_RUNTIME_DIR": str(runtime),
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }
    taken_away = {"DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS"}
    taken_away |= {"QT_ACCESSIBILITY", "PYTHONPATH"}
    return {name: value for name, value in os.environ.items() if name not in taken_away} | ours


def test_a_session_is_started_heard_ended_and_rated_by_a_screen_reader(environment, tmp_path):
    folder = tmp_path / "data"
    program = [sys.executable, "-m", "backguide", "--data-dir", str(folder)]
    reader = [SYSTEM_PYTHON, str(Path(__file__).with_name("read_session.py")), *program]
    done = subprocess.run(
        ["xvfb-run", "-a", "dbus-run-session", "--", *reader],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    heard = [line.removeprefix("heard ") for line in done.stdout.splitlines() if line.startswith("heard ")]
    assert heard[0].startswith("Get ready. ")
    assert len([sentence for sentence in heard if sentence.startswith("Get ready")]) == 3
    assert heard[-1].startswith("Paused.")
    with Journal.open(paths_in(folder).journal, lambda: None, "UTC") as journal:
        (session,) = journal.sessions()
        ratings = {(one.moment, one.site): one.value for one in journal.ratings()}
    assert session.state == "stopped"
    assert ratings == {("before", "back"): 4, ("after", "back"): 3}
