"""The resource list, the asset folders and the icon names agree, and the compiled file is up to date."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QFile

from backguide.ui.theme import resources
from backguide.ui.theme.icons import Icon
from backguide.ui.theme.resources import ResourcesError, compile_resources, load_resources
from backguide.ui.theme.style_sheet import make_style_sheet
from backguide.ui.theme.tokens import CONTRAST, DARK, LIGHT

ROOT = Path(__file__).parent.parent
LISTED = re.findall(r">(assets/[^<]+)</file>", (ROOT / "resources.qrc").read_text(encoding="utf-8"))
NOT_LINE_ICONS = {"backguide"}  # besides the parts of native fields, which the style sheet names itself
HINT = "run: python packaging/build_resources.py --list"


@pytest.mark.parametrize(("folder", "pattern"), [("icons", "*.svg"), ("sounds", "*.wav")])
def test_the_list_names_every_file_of_a_folder(folder, pattern):
    there = {f"assets/{folder}/{file.name}" for file in (ROOT / "assets" / folder).glob(pattern)}
    assert {name for name in LISTED if name.startswith(f"assets/{folder}/")} == there, HINT


def test_every_icon_has_its_drawing_and_every_drawing_its_icon():
    drawn = {file.stem for file in (ROOT / "assets" / "icons").glob("*.svg")}
    line_icons = {name for name in drawn - NOT_LINE_ICONS if not name.startswith("field-")}
    assert {icon.value for icon in Icon} == line_icons


def test_names_and_values_of_icons_agree():
    assert all(icon.name == icon.value.upper().replace("-", "_") for icon in Icon)


def test_every_listed_file_can_be_read_from_the_compiled_resources():
    load_resources()
    missing = [name for name in LISTED if not QFile.exists(":/" + name.removeprefix("assets/"))]
    assert missing == []


def test_drawings_hold_nothing_but_shapes():
    for file in (ROOT / "assets" / "icons").glob("*.svg"):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"<(image|script|style|text)|href|<!--", text), file.name


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A small checkout with one icon and no compiled resources yet."""
    (tmp_path / "assets" / "icons").mkdir(parents=True)
    shutil.copy(ROOT / "assets" / "icons" / "check.svg", tmp_path / "assets" / "icons")
    listed = '<file alias="check.svg">assets/icons/check.svg</file>'
    (tmp_path / "resources.qrc").write_text(f'<RCC><qresource prefix="/icons">{listed}</qresource></RCC>')
    (tmp_path / "backguide").mkdir()
    monkeypatch.setattr(resources, "_LIST", tmp_path / "resources.qrc")
    monkeypatch.setattr(resources, "_COMPILED", tmp_path / "backguide" / "resources.rcc")
    return tmp_path


def test_missing_resources_are_compiled(checkout):
    assert resources._up_to_date() == checkout / "backguide" / "resources.rcc"
    assert (checkout / "backguide" / "resources.rcc").stat().st_size > 0


def test_resources_older_than_a_drawing_are_compiled_again(checkout):
    compiled = resources._up_to_date()
    os.utime(compiled, (1, 1))
    resources._up_to_date()
    assert compiled.stat().st_mtime > 1


def test_fresh_resources_are_left_alone(checkout):
    compiled = resources._up_to_date()
    newest = compiled.stat().st_mtime + 60
    os.utime(compiled, (newest, newest))
    resources._up_to_date()
    assert compiled.stat().st_mtime == newest


def test_an_installed_program_uses_the_file_it_came_with(checkout):
    (checkout / "resources.qrc").unlink()
    assert resources._up_to_date() == checkout / "backguide" / "resources.rcc"


def test_a_list_that_names_a_missing_file_is_refused_with_a_sentence(checkout):
    (checkout / "assets" / "icons" / "check.svg").unlink()
    with pytest.raises(ResourcesError, match="cannot be compiled"):
        compile_resources(checkout / "resources.qrc", checkout / "backguide" / "resources.rcc")
    assert list((checkout / "backguide").iterdir()) == []


def test_the_build_script_writes_the_list_that_is_kept(tmp_path):
    script = ROOT / "packaging" / "build_resources.py"
    code = f"import runpy; print(runpy.run_path({str(script)!r})['resource_list'](), end='')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == (ROOT / "resources.qrc").read_text(encoding="utf-8"), HINT


@pytest.mark.parametrize("tokens", [LIGHT, DARK, CONTRAST], ids=lambda tokens: tokens.name)
def test_every_picture_the_style_sheet_names_is_there(tokens):
    load_resources()
    named = re.findall(r"url\(([^)]+)\)", make_style_sheet(tokens))
    assert named
    assert [name for name in named if not QFile.exists(name)] == []
