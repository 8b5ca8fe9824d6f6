"""The wheel carries what an installed program needs and runs without the checkout."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES, FOLDERS = ["pyproject.toml", "LICENSE", "README.md", "resources.qrc"], ["assets", "docs", "packaging"]
NEEDED = [*FILES, *FOLDERS, "backguide"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Build the wheel from a copy of the sources, so that the checkout's own resources stay as they are."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    source.mkdir()
    for name in NEEDED:
        origin = ROOT / name
        if origin.is_dir():
            shutil.copytree(origin, source / name, ignore=shutil.ignore_patterns("__pycache__", "*.rcc"))
        else:
            shutil.copy2(origin, source / name)
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, cwd=source, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel):
    """Unpack the wheel, which is all that installing a pure one does; gives the folder."""
    target = wheel.parent / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    return target


def test_the_wheel_carries_all_content_inside_the_package(installed):
    def files(folder):
        return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}

    assert files(installed / "backguide" / "assets") == files(ROOT / "assets")


def test_the_wheel_holds_the_package_and_nothing_beside_it(installed):
    assert {path.name.partition("-")[0] for path in installed.iterdir()} == {"backguide"}


def run_installed(installed, code):
    command = [sys.executable, "-P", "-c", code]
    environment = {"PYTHONPATH": str(installed), "QT_QPA_PLATFORM": "offscreen", "PATH": ""}
    done = subprocess.run(
        command, cwd=installed, env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_the_installed_program_finds_its_own_content(installed):
    code = "import backguide.assets as a; print(a.__file__); print(a.folder())"
    module, folder = run_installed(installed, code)
    assert Path(module).is_relative_to(installed)
    assert Path(folder) == installed / "backguide" / "assets"


def test_the_installed_program_reads_its_compiled_resources(installed):
    code = (
        "from PySide6.QtCore import QDir, QFile; from backguide.ui.theme.resources import load_resources;"
        "load_resources(); print(QFile.exists(':/icons/play.svg')); print(len(QDir(':/sounds').entryList()))"
    )
    play, sounds = run_installed(installed, code)
    assert play == "True"
    assert int(sounds) > 0
