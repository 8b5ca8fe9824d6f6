"""The list of resources names exactly the files that there are."""

import runpy
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_list_is_what_lies_in_the_asset_folders():
    build = runpy.run_path(str(ROOT / "packaging" / "build_resources.py"))
    current = (ROOT / "resources.qrc").read_text(encoding="utf-8")
    assert current == build["resource_list"](), "python packaging/build_resources.py --list writes it anew"
    assert all(f'<file alias="{name}">' in current for name in ("play.svg", "start.wav"))
