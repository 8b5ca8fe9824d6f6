"""python -m devtools.voice: bring the clips up to date. With --recognise: let a recogniser hear them all."""

import argparse
import sys

from backguide import assets
from devtools.process import SetupError
from devtools.voice.render import update


def main() -> int:
    """Do what the command line asks; 0 when done, 1 with one sentence when that cannot be."""
    parser = argparse.ArgumentParser(prog="python -m devtools.voice", description=__doc__)
    parser.add_argument("--recognise", action="store_true", help="also write assets/cues/recognised.json")
    arguments = parser.parse_args()
    folder = assets.folder() / "cues"
    try:
        made, removed = update(folder)
        print(f"{made} clips made, {removed} removed.")
        if arguments.recognise:
            from devtools.voice.recognise import listen_to_all  # noqa: PLC0415 - needs the recogniser

            print(listen_to_all(folder))
    except SetupError as error:
        print(f"voice: {error}", file=sys.stderr)
        return 1
    except ModuleNotFoundError as error:
        print(f"voice: {error.name} is missing; install the group voice.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
