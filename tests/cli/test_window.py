"""What the command line asks of the window and the tour; both are tested for themselves elsewhere."""

import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

from backguide.desktop.paths import paths_in
from backguide.options import WindowOptions


@pytest.fixture
def opened(monkeypatch) -> list[WindowOptions]:
    """Put a recorder in place of the window; it ends with status 7."""
    asked: list[WindowOptions] = []

    def run_window(options: WindowOptions) -> int:
        asked.append(options)
        return 7

    app = ModuleType("backguide.app")
    app.run_window = run_window
    monkeypatch.setitem(sys.modules, "backguide.app", app)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return asked


def test_no_command_opens_the_window(run, opened, data_dir: Path):
    assert run().status == 7
    assert opened == [WindowOptions(paths_in(data_dir))]
    assert opened[0].arguments == []


def test_start_goes_straight_to_the_player(run, opened, data_dir: Path):
    assert run("start").status == 7
    assert opened == [WindowOptions(paths_in(data_dir), starts_session=True)]
    assert opened[0].arguments == ["start"]


def test_start_takes_a_routine(run, opened, data_dir: Path):
    assert run("start", "evening-mobility").status == 7
    assert opened == [WindowOptions(paths_in(data_dir), "evening-mobility", starts_session=True)]
    assert opened[0].arguments == ["start", "evening-mobility"]


def test_the_tour_needs_no_screen_and_makes_its_folder(run, monkeypatch, tmp_path: Path, data_dir: Path):
    toured: list[tuple[Path, str]] = []

    def run_tour(out: Path) -> int:
        toured.append((out, os.environ["QT_QPA_PLATFORM"]))
        return 0

    tour = ModuleType("backguide.tour")
    tour.run_tour = run_tour
    monkeypatch.setitem(sys.modules, "backguide.tour", tour)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert run("tour", "--out", str(tmp_path / "a" / "b")).status == 0
    assert toured == [(tmp_path / "a" / "b", "offscreen")]
    assert (tmp_path / "a" / "b").is_dir()
    assert not data_dir.exists()


def test_a_tour_that_cannot_save_says_so(run, tmp_path: Path):
    (tmp_path / "file").write_text("")
    done = run("tour", "--out", str(tmp_path / "file" / "pictures"))
    assert (done.status, done.out) == (1, "")
    assert "cannot be saved" in done.err
