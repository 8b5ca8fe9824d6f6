"""Films, pages and contact sheets from the command line."""

import json
import re
import sys
import zlib
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QImage

pytestmark = pytest.mark.usefixtures("qapp")


def frames_of(file: Path) -> tuple[list[int], int]:
    """The durations of a film's frames in milliseconds, and how often it plays (0 is for ever)."""
    with Image.open(file) as film:
        durations = []
        for index in range(film.n_frames):
            film.seek(index)
            film.load()
            durations.append(film.info["duration"])
        return durations, film.info["loop"]


@pytest.mark.parametrize(("name", "frame_ms"), [("x.gif", 50), ("x.webp", 40)])
def test_a_film_is_one_smooth_repetition_of_both_sides_that_plays_for_ever(run, tmp_path, name, frame_ms):
    file = tmp_path / name
    assert run("render", "supine-march", "-o", str(file), "--size", "96x72").status == 0
    durations, loop = frames_of(file)
    assert loop == 0
    assert sum(durations) == pytest.approx(2 * 5_800, abs=2 * frame_ms)
    assert min(durations) == frame_ms
    moving = durations.count(frame_ms)
    assert moving > 2 * 4_000 / frame_ms * 0.7  # four seconds a side are on the way
    with Image.open(file) as film:
        assert film.size == (96, 72)


def test_one_side_can_be_asked_for(run, tmp_path: Path):
    file = tmp_path / "left.gif"
    assert run("render", "supine-march", "-o", str(file), "--size", "64x48", "--side", "left").status == 0
    assert sum(frames_of(file)[0]) == pytest.approx(5_800, abs=50)


@pytest.mark.parametrize("name", ["x.gif", "x.webp"])
def test_a_film_has_joints_for_every_frame(run, tmp_path: Path, name):
    file, joints = tmp_path / name, tmp_path / "x.json"
    words = ["render", "supine-march", "-o", str(file), "--size", "96x72", "--joints", str(joints)]
    assert run(*words).status == 0
    found = json.loads(joints.read_text())
    assert len(found) == len(frames_of(file)[0])
    knees = [frame["right_knee"][:2] for frame in found]
    lifted = min(range(len(knees)), key=lambda index: knees[index][1])
    assert 0 < lifted < len(found) / 2  # the right side works first
    assert len(found[0]) == 19


def test_a_film_is_light_enough_for_a_message(run, tmp_path: Path):
    file = tmp_path / "x.webp"
    assert run("render", "lumbar-rotation", "-o", str(file), "--size", "240x180").status == 0
    assert file.stat().st_size < 1_500_000 / 4


def vector_streams(file: Path) -> bytes:
    data = file.read_bytes()
    return b"\n".join(
        zlib.decompress(stream)
        for stream in re.findall(rb"/FlateDecode\s*>>\s*stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)
    )


@pytest.mark.parametrize(("words", "points"), [([], (842, 595)), (["--size", "800x400"], (600, 300))])
def test_a_page_holds_paths_and_no_pixels_on_a4_or_the_size_asked_for(run, tmp_path, words, points):
    file = tmp_path / "x.pdf"
    assert run("render", "cat-cow", "-o", str(file), *words).status == 0
    data = file.read_bytes()
    assert data.startswith(b"%PDF-")
    box = re.search(rb"/MediaBox \[([^]]*)\]", data)
    assert [round(float(number)) for number in box[1].split()] == [0, 0, *points]
    assert not re.search(rb"/Subtype\s*/Image\b", data)
    drawn = vector_streams(file)
    assert not re.search(rb"\bBI\b[\s\S]{0,200}\bID\b", drawn)  # no picture inside the drawing either
    assert len(re.findall(rb"^[-\d. ]+ c$", drawn, re.MULTILINE)) + drawn.count(b" l\n") > 500


def test_a_contact_sheet_shows_both_sides_and_says_that_all_is_well(run, tmp_path: Path):
    sheet, one_side = tmp_path / "sheet.png", tmp_path / "one.png"
    done = run("render", "bird-dog/leg-only", "--contact-sheet", str(sheet))
    assert (done.status, done.err) == (0, "")
    assert done.out == "Nothing is wrong with this motion.\n"
    run("render", "bird-dog/leg-only", "--contact-sheet", str(one_side), "--side", "left")
    assert QImage(str(sheet)).width() == QImage(str(one_side)).width() > 1600
    assert QImage(str(sheet)).height() > QImage(str(one_side)).height() > 600


def test_films_and_contact_sheets_show_the_second_view_too(run, tmp_path: Path):
    seen = {"first": [], "second": []}
    for view, made in seen.items():
        film, sheet = tmp_path / f"{view}.gif", tmp_path / f"{view}.png"
        words = ["--view", view, "--size", "48x36", "-o", str(film), "--contact-sheet", str(sheet)]
        assert run("render", "supine-march", *words).status == 0
        made += [film.read_bytes(), sheet.read_bytes()]
    assert all(one != other for one, other in zip(*seen.values(), strict=True))


def test_pillow_that_is_missing_is_told_with_the_way_to_get_it(run, tmp_path: Path, monkeypatch):
    monkeypatch.setitem(sys.modules, "PIL", None)
    monkeypatch.delitem(sys.modules, "backguide.ui.figure.film_file", raising=False)
    done = run("render", "supine-march", "-o", str(tmp_path / "x.gif"), "--size", "64x48")
    assert (done.status, done.out) == (1, "")
    assert len(done.err.splitlines()) == 1
    assert "pip install pillow" in done.err


@pytest.mark.parametrize("name", ["x.png", "x.svg", "x.pdf", "x.gif", "x.webp"])
@pytest.mark.parametrize("where", ["nowhere", "a-file"])
def test_a_folder_that_does_not_exist_is_told_at_once(run, tmp_path: Path, name, where):
    (tmp_path / "a-file").write_text("")
    done = run("render", "supine-march", "-o", str(tmp_path / where / name), "--size", "64x48")
    assert (done.status, done.out) == (1, "")
    assert len(done.err.splitlines()) == 1
    assert name in done.err


def test_a_folder_where_the_file_should_be_is_told(run, tmp_path: Path):
    (tmp_path / "x.pdf").mkdir()
    done = run("render", "cat-cow", "-o", str(tmp_path / "x.pdf"))
    assert done.status == 1
    assert len(done.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["-o", "x"], "not x"),
        (["-o", "x.mp4"], ".gif"),
        (["-o", "x.gif", "--phase", "0.5"], "--phase"),
        (["-o", "x.webp", "--size", "4000x3000"], "1280"),
        (["-o", "x.pdf", "--size", "0x0"], "16 to 8192"),
        (["-o", "x.gif", "--size", "100000x100000"], "16 to 8192"),
        (["--contact-sheet", "x.pdf"], ".png"),
        (["--joints", "x.json", "--contact-sheet", "x.png"], "-o FILE"),
        ([], "-o FILE"),
    ],
)
def test_wrong_use_is_told_and_nothing_written(run, tmp_path: Path, monkeypatch, words, told):
    monkeypatch.chdir(tmp_path)
    done = run("render", "bird-dog", *words)
    assert (done.status, done.out) == (2, "")
    assert len(done.err.splitlines()) == 1
    assert told in done.err
    assert not list(tmp_path.glob("x*"))
