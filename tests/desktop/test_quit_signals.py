import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

OPEN_A_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
import backguide.app
from backguide.desktop.paths import paths_in
from backguide.options import WindowOptions

app = backguide.app.make_application()
QTimer.singleShot(0, lambda: print("open", flush=True))
sys.exit(backguide.app.run_window(WindowOptions(paths_in(Path(sys.argv[1])))))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals for programs with a window")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_closes_the_program_as_its_window_does(tmp_path: Path, number):
    command = [sys.executable, "-c", OPEN_A_WINDOW, str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "open\n"
        program.send_signal(number)
        assert program.wait(timeout=30) == 0
    assert (tmp_path / "window").exists(), "the place of the window was not kept"
    assert not (tmp_path / "journal.sqlite3-wal").exists(), "the journal was not closed"
