"""What is heavy waits until it is needed, so that the window is there at once."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

OPEN_THE_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from backguide.app import Program, make_application
from backguide.desktop.paths import choose_paths
from backguide.options import WindowOptions

app = make_application()
paths = choose_paths(Path(sys.argv[1]))
program = Program(app, paths)
program.open(WindowOptions(paths))
assert program.window.isVisible()
QTimer.singleShot(0, app.quit)
app.exec()
print(*sys.modules)
program.close()
"""


def loaded_modules(code: str, *arguments: str) -> set[str]:
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_the_first_window_loads_no_chart_sound_or_power_library(tmp_path):
    loaded = loaded_modules(OPEN_THE_WINDOW, str(tmp_path))
    assert "PySide6.QtWidgets" in loaded
    assert (
        loaded & {"pyqtgraph", "PySide6.QtMultimedia", "PySide6.QtOpenGLWidgets", "wakepy", "jeepney"}
        == set()
    )


def test_a_command_of_the_command_line_loads_neither_qt_nor_numpy():
    loaded = loaded_modules(
        "import sys; from backguide.cli import main; main(['routines']); print(*sys.modules)"
    )
    assert "backguide.catalogue.load" in loaded
    assert loaded & {"PySide6", "PySide6.QtCore", "numpy", "pyqtgraph", "wakepy"} == set()
