"""The desktop entry and the AppStream metadata: valid, in step with each other and with the program."""

import configparser
import shutil
import subprocess
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
APP_ID = "io.github.backguide.Backguide"
ENTRY = ROOT / "packaging" / f"{APP_ID}.desktop"
METAINFO = ROOT / "packaging" / f"{APP_ID}.metainfo.xml"


@pytest.fixture(scope="module")
def entry():
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",), strict=True)
    parser.optionxform = str
    parser.read_string(ENTRY.read_text(encoding="utf-8"))
    return parser


@pytest.fixture(scope="module")
def component():
    return ET.fromstring(METAINFO.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("tool", "arguments", "file"),
    [
        ("desktop-file-validate", ["--warn-kde"], ENTRY),
        ("appstreamcli", ["validate", "--no-net", "--strict"], METAINFO),
    ],
)
def test_the_validators_of_the_distributions_are_content(tool, arguments, file):
    program = shutil.which(tool)
    if program is None:
        pytest.skip(f"{tool} is not on this computer; the checks below still ran")
    done = subprocess.run([program, *arguments, str(file)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_entry_starts_the_installed_program(entry):
    main = entry["Desktop Entry"]
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    assert (main["Type"], main["Terminal"]) == ("Application", "false")
    assert main["Exec"] in scripts
    assert main["Icon"] == APP_ID


def test_every_action_is_declared_and_starts_a_routine_that_exists(entry):
    actions = [name for name in entry["Desktop Entry"]["Actions"].split(";") if name]
    assert [name for name in entry.sections() if name != "Desktop Entry"] == [
        f"Desktop Action {a}" for a in actions
    ]
    for action in actions:
        section = entry[f"Desktop Action {action}"]
        program, command, routine = section["Exec"].split()
        assert (program, command) == (entry["Desktop Entry"]["Exec"], "start")
        content = tomllib.loads(
            (ROOT / "assets" / "routines" / f"{routine}.toml").read_text(encoding="utf-8")
        )
        assert section["Name"].casefold() == f"Start {content['name']}".casefold()


def test_the_metadata_belongs_to_the_entry(entry, component):
    assert component.attrib == {"type": "desktop-application"}
    assert component.findtext("id") == APP_ID
    assert component.findtext("launchable") == ENTRY.name
    assert component.findtext("name") == entry["Desktop Entry"]["Name"]
    assert component.findtext("provides/binary") == entry["Desktop Entry"]["Exec"]


def test_the_metadata_tells_the_program_s_version_and_licence(component):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert component.find("releases/release").attrib["version"] == project["version"]
    assert component.findtext("project_license") == project["license"]


def test_the_metadata_s_texts_fit_a_software_centre(component):
    summary = component.findtext("summary")
    assert len(summary) <= 80
    assert not summary.endswith(".")
    assert "no medical advice" in " ".join("".join(component.find("description").itertext()).split())


def test_the_window_is_known_to_belong_to_the_entry(entry):
    source = (ROOT / "backguide" / "app.py").read_text(encoding="utf-8")
    assert f'setDesktopFileName("{APP_ID}")' in source, "Wayland goes by this name"
    assert f'setApplicationName("{entry["Desktop Entry"]["StartupWMClass"]}")' in source, (
        "X11 goes by this one"
    )
