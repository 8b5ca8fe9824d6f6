"""Where the frozen program starts; `python -m backguide` of a checkout does the same."""

import sys

from backguide.cli import main

if __name__ == "__main__":
    sys.exit(main())
