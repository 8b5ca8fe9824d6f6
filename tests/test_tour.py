"""The tour is run once: it is the whole program in small."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from backguide.commands.output import Output
from backguide.tour import _RATED, Tour, run_tour

NAMES = (
    "today-empty",
    "exercises",
    "exercise",
    "routines",
    "history-empty",
    "settings",
    "ready",
    "player-get-ready",
    "player-hold",
    "player-paused",
    "player-change",
    "player-left",
    "rating",
    "today",
    "history",
    "session",
    "today-week",
    "today-day",
    "notes",
    "add-entry",
)


def test_the_tour_plays_a_session_and_saves_every_page_light_and_dark(qapp, tmp_path: Path, capsys):
    out = tmp_path / "pictures"
    out.mkdir()
    assert run_tour(out) == 0
    expected = {f"{name}-{theme}.png" for name in NAMES for theme in ("light", "dark")}
    assert {path.name for path in out.iterdir()} == expected
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(expected) + 1
    assert lines[-1] == f"{len(expected)} pictures are in {out}."
    pixels = set()
    for name in expected:
        image = QImage(str(out / name))
        assert (image.width(), image.height()) == (1280, 800)
        brightness = image.pixelColor(1258, 8).lightness()
        assert (brightness > 200) == ("light" in name), name
        pixels.add(bytes(image.constBits()))
    assert len(pixels) == len(expected), "two pictures are the same"


def test_a_tour_that_finds_something_wrong_says_so_and_fails(qapp, tmp_path: Path, capsys, monkeypatch):
    monkeypatch.setitem(_RATED, ("after", "back"), 9)  # it types another number than it then finds
    monkeypatch.setattr(Tour, "_show_pages", lambda _: None)
    monkeypatch.setattr(Tour, "_save", lambda *_: None)
    monkeypatch.setattr(Tour, "_rate", lambda *_: None)
    assert run_tour(tmp_path, Output()) == 1
    assert "The tour failed: the journal holds the ratings {}" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_to_fails_the_tour(qapp, tmp_path: Path, capsys):
    assert run_tour(tmp_path / "missing") == 1
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_pictures_of_the_documentation_are_there(theme):
    folder = Path(__file__).parents[1] / "docs" / "screenshots"
    for name in ("today", "player", "history"):
        assert (folder / f"{name}-{theme}.png").stat().st_size > 10_000
