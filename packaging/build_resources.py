"""Write resources.qrc from the asset folders and compile it.

python packaging/build_resources.py            compile into backguide/resources.rcc
python packaging/build_resources.py --list     write resources.qrc anew first, after adding or removing a file
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "resources.qrc"
COMPILED = ROOT / "backguide" / "resources.rcc"
FOLDERS = {"icons": "*.svg", "sounds": "*.wav"}
TEXTS = ("docs/numbers.md",)  # that are read in the program, too


def resource_list() -> str:
    """Return the text of resources.qrc for what lies in the asset folders now."""
    lines = ["<RCC>"]
    for folder, pattern in FOLDERS.items():
        files = sorted((ROOT / "assets" / folder).glob(pattern))
        lines.append(f'  <qresource prefix="/{folder}">')
        lines += [f'    <file alias="{file.name}">assets/{folder}/{file.name}</file>' for file in files]
        lines.append("  </qresource>")
    lines.append('  <qresource prefix="/texts">')
    lines += [f'    <file alias="{Path(text).name}">{text}</file>' for text in TEXTS]
    return "\n".join([*lines, "  </qresource>", "</RCC>", ""])


def main() -> int:
    """Do what the command line asks; 0 when done."""
    parser = argparse.ArgumentParser(description="Compile the icons and sounds.")
    parser.add_argument("--list", action="store_true", help="write resources.qrc anew first")
    arguments = parser.parse_args()
    if arguments.list:
        LIST.write_text(resource_list(), encoding="utf-8")
    sys.path.insert(0, str(ROOT))
    from backguide.ui.theme.resources import compile_resources  # noqa: PLC0415  needs the path above

    compile_resources(LIST, COMPILED)
    return 0


if __name__ == "__main__":
    sys.exit(main())
