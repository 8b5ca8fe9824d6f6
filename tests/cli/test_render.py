import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_picture_has_the_size_and_colours_that_were_asked_for(run, tmp_path: Path):
    light, dark = tmp_path / "light.png", tmp_path / "dark.png"
    assert run("render", "cat-cow", "-o", str(light), "--size", "320x200").status == 0
    assert run("render", "cat-cow", "-o", str(dark), "--size", "320x200", "--theme", "dark").status == 0
    pictures = [QImage(str(path)) for path in (light, dark)]
    assert [(one.width(), one.height()) for one in pictures] == [(320, 200)] * 2
    assert pictures[0].pixelColor(3, 3).lightness() > 200
    assert pictures[1].pixelColor(3, 3).lightness() < 80


def test_side_phase_and_variation_change_the_picture(run, tmp_path: Path):
    seen = set()
    for index, words in enumerate(
        (
            ["bird-dog/leg-only"],
            ["bird-dog/arm-and-leg"],
            ["bird-dog/leg-only", "--side", "left"],
            ["bird-dog/leg-only", "--phase", "0"],
            ["bird-dog/leg-only", "--view", "second"],
        )
    ):
        file = tmp_path / f"{index}.png"
        assert run("render", *words, "-o", str(file), "--size", "160x120").status == 0
        seen.add(file.read_bytes())
    assert len(seen) == 5


def test_the_beginning_and_the_end_of_a_repetition_are_one(run, tmp_path: Path):
    for phase in ("0", "1"):
        run("render", "cat-cow", "-o", str(tmp_path / f"{phase}.png"), "--phase", phase, "--size", "160x120")
    assert (tmp_path / "0.png").read_bytes() == (tmp_path / "1.png").read_bytes()


def test_a_vector_picture_holds_paths_and_no_pixels(run, tmp_path: Path):
    file = tmp_path / "cat.svg"
    assert run("render", "cat-cow", "-o", str(file), "--size", "640x480").status == 0
    tags = [element.tag.rpartition("}")[2] for element in ET.parse(file).iter()]
    assert tags.count("path") > 20
    assert "image" not in tags
    assert 'font-size="-1"' not in file.read_text()


def test_joints_lie_in_the_picture_and_on_the_mover(run, tmp_path: Path):
    picture, joints = tmp_path / "x.png", tmp_path / "x.json"
    assert run("render", "bird-dog", "-o", str(picture), "--joints", str(joints)).status == 0
    found = json.loads(joints.read_text())
    assert {"nose", "left_knee", "right_knee", "left_wrist", "right_toe_tip"} <= set(found)
    empty = QColor(QImage(str(picture)).pixel(2, 240))
    for x, y, visible in found.values():
        assert 0 <= x < 640
        assert 0 <= y < 480
        assert visible in (True, False)
    knee_x, knee_y, _ = found["right_knee"]
    assert QColor(QImage(str(picture)).pixel(round(knee_x), round(knee_y))) != empty


def test_joints_are_those_of_the_view_that_was_asked_for(run, tmp_path: Path):
    words = ["render", "bird-dog", "-o", str(tmp_path / "x.png"), "--view", "second", "--joints"]
    assert run(*words, str(tmp_path / "x.json")).status == 0
    found = json.loads((tmp_path / "x.json").read_text())
    assert found["left_hip"][0] < 320 < found["right_hip"][0]  # from behind, left is left
    assert found["left_hip"][1] == pytest.approx(found["right_hip"][1], abs=3)  # and the hips are level


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["bird-dog", "-o", "x.jpg"], "x.jpg"),
        (["bird-dig", "-o", "x.png"], "did you mean bird-dog?"),
        (["bird-dog/leg", "-o", "x.png"], "did you mean leg-only?"),
        (["bird-dog", "-o", "x.png", "--phase", "2"], "0 to 1"),
        (["bird-dog", "-o", "x.png", "--size", "640"], "640x480"),
        (["bird-dog", "-o", "x.png", "--size", "9x9"], "16 to 8192"),
        (["bird-dog", "-o", "x.png", "--side", "up"], "up"),
        (["bird-dog", "-o", "x.png", "--view", "third"], "third"),
        (["cat-cow", "-o", "x.png", "--view", "second"], "cat-cow/moderate has no second view"),
        (["bird-dog"], "-o"),
    ],
)
def test_wrong_use_is_told(run, tmp_path: Path, monkeypatch, words, told):
    monkeypatch.chdir(tmp_path)
    done = run("render", *words)
    assert (done.status, done.out) == (2, "")
    assert told in done.err
    assert not list(tmp_path.glob("x.*"))


@pytest.mark.parametrize("name", ["x.png", "x.svg"])
def test_a_file_that_cannot_be_written_is_told(run, tmp_path: Path, name):
    done = run("render", "cat-cow", "-o", str(tmp_path / "nowhere" / name))
    assert (done.status, done.out) == (1, "")
    assert len(done.err.splitlines()) == 1
    assert name in done.err
