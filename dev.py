#!/usr/bin/env python3
"""Backguide's commands for people with a checkout: python3 dev.py run, python3 dev.py test.

Needs Python 3.11 or newer and nothing else. This file alone is written so that any Python can read it and
say that it is too old.
"""

import sys

TOO_OLD = "dev.py: Backguide needs Python 3.11 or newer and this is %d.%d; for instance: python3.11 dev.py run"
if sys.version_info < (3, 11):
    sys.exit(TOO_OLD % sys.version_info[:2])

from devtools.commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
