"""The grammar, the exit statuses, and what an unexpected error looks like."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from backguide import __version__
from backguide.cli import main
from backguide.commands import content, window
from backguide.desktop import sound_probe, speech_helper

ROOT = Path(__file__).parents[2]
WINDOW = ("start", "tour", "doctor")
CONTENT = ("exercises", "routines", "timeline", "render")
JOURNAL = ("history", "log", "diary", "peg", "export", "import")
COMMANDS = WINDOW + CONTENT + JOURNAL


def in_a_process(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    surroundings = {**os.environ, **environment}
    return subprocess.run(
        [sys.executable, "-m", "backguide", *words],
        capture_output=True,
        cwd=ROOT,
        env=surroundings,
        check=False,
    )


def test_the_version_is_told(run):
    assert run("--version").out == f"Backguide {__version__}\n"


def test_help_names_every_command(run):
    done = run("--help")
    assert done.status == 0
    assert all(f"    {command} " in done.out for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(run, command):
    done = run(command, "--help")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith(f"usage: backguide {command}")


@pytest.mark.parametrize(
    "words",
    [["dance"], ["timeline"], ["exercises", "--jason"], ["--data-dir"], ["--data-dir", "", "history"]],
)
def test_wrong_use_is_one_sentence_and_status_2(run, words):
    done = run(*words)
    assert (done.status, done.out) == (2, "")
    assert len(done.err.splitlines()) == 1
    assert "--help" in done.err


def test_options_for_all_commands_may_stand_before_or_after(run, tmp_path):
    run("log", "--before", "1", "--after", "1", "--data-dir", str(tmp_path / "after"))
    assert len(run("history", "--json", "--data-dir", str(tmp_path / "after")).json) == 1
    assert run("history", "--json").json == []


def broken(*_anything: object) -> int:
    raise ZeroDivisionError("a mistake of ours")


def test_an_unexpected_error_is_a_sentence_and_the_details_are_written_down(run, monkeypatch, data_dir):
    monkeypatch.setattr(content, "exercises", broken)
    done = run("exercises")
    assert (done.status, done.out) == (1, "")
    assert len(done.err.splitlines()) == 1
    assert "a mistake of ours" in done.err
    assert "Traceback" in (data_dir / "backguide.log").read_text()


def test_debug_shows_an_unexpected_error(run, monkeypatch):
    monkeypatch.setattr(content, "exercises", broken)
    with pytest.raises(ZeroDivisionError):
        run("--debug", "exercises")


def test_a_log_that_cannot_be_written_is_no_second_error(run, monkeypatch, data_dir):
    data_dir.write_text("a file")
    monkeypatch.setattr(content, "exercises", broken)
    done = run("exercises")
    assert done.status == 1
    assert "--debug" in done.err


def test_json_is_utf_8_whatever_the_terminal_speaks():
    done = in_a_process("exercises", "--json", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert json.loads(done.stdout.decode("utf-8"))
    table = in_a_process("timeline", "all-twelve", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (table.returncode, table.stderr) == (0, b"")


def test_a_reader_that_goes_away_is_no_error():
    command = f"{sys.executable} -m backguide timeline all-twelve --json | head -n 1"
    done = subprocess.run(command, shell=True, capture_output=True, cwd=ROOT, check=False)
    assert done.stdout.strip() == b"{"
    assert done.stderr == b""


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["exercises"],
        ["routines", "--json"],
        ["timeline", "morning-mobility"],
        ["history"],
        ["log", "--before", "1", "--after", "1"],
        ["export", "{tmp}/out.json"],
        ["import", "{tmp}/in.json"],
    ],
    ids=lambda words: words[0],
)
def test_commands_that_draw_nothing_load_neither_qt_nor_numpy(words, run, data_dir, tmp_path):
    run("export", str(tmp_path / "in.json"))
    script = (
        "import sys; from backguide.cli import main; status = main(sys.argv[1:]);"
        "heavy = {'PySide6', 'numpy', 'pyqtgraph', 'wakepy'} & set(sys.modules);"
        "sys.exit(f'loaded {heavy}' if heavy else status)"
    )
    filled = [word.format(tmp=tmp_path) for word in words]
    command = [sys.executable, "-c", script, "--data-dir", str(data_dir), *filled]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_sound_probe_can_be_run_as_a_command():
    done = in_a_process(sound_probe.ARGUMENT)
    assert done.returncode in (0, 1)


def test_the_speech_helper_can_be_run_as_a_command(monkeypatch):
    monkeypatch.setattr(speech_helper, "main", lambda: 7)
    assert main([speech_helper.ARGUMENT]) == 7


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux may lack a screen")
@pytest.mark.parametrize("words", [[], ["start"], ["start", "morning-mobility"]])
def test_without_a_screen_the_window_says_what_to_do(run, monkeypatch, words):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    done = run(*words)
    assert (done.status, done.out) == (1, "")
    assert "backguide tour --out" in done.err


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux's libraries come one by one")
def test_missing_libraries_are_named_before_qt_ends_the_program(run, monkeypatch):
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(window, "missing_libraries", lambda screen: {"libxcb-cursor.so.0": "libxcb-cursor0"})
    done = run("start")
    assert done.status == 1
    assert "libxcb-cursor.so.0" in done.err
    assert "apt-get install libxcb-cursor0" in done.err


def test_start_with_an_unknown_routine_is_wrong_use(run):
    done = run("start", "evening")
    assert done.status == 2
    assert "evening-mobility" in done.err


def test_without_qt_the_drawing_commands_say_so(run, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "backguide.ui.figure.motion_scene", None)
    monkeypatch.delitem(sys.modules, "backguide.ui.figure.motion_scene")
    monkeypatch.delattr("backguide.ui.figure.motion_scene", raising=False)  # as another test may have left it

    class NoQt:
        def find_spec(self, name, path=None, target=None):
            if name == "backguide.ui.figure.motion_scene":
                raise ImportError("libGL.so.1: cannot open shared object file")

    monkeypatch.setattr(sys, "meta_path", [NoQt(), *sys.meta_path])
    done = run("render", "bird-dog", "-o", str(tmp_path / "x.png"))
    assert done.status == 1
    assert "libGL.so.1" in done.err
    assert "backguide doctor" in done.err
