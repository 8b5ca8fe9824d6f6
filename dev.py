#!/usr/bin/env python3
"""Backguide's commands for people with a checkout: python3 dev.py run, python3 dev.py test.

Needs Python 3.11 or newer and nothing else. This file alone is written so that any Python can read it and
say that it is too old.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036
    here = "%d.%d" % sys.version_info[:2]  # noqa: UP031
    sys.exit(
        "dev.py: Backguide needs Python 3.11 or newer and this is " + here + "; try: python3.11 dev.py run"
    )

from devtools.commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
