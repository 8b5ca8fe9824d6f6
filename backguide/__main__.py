"""`python -m backguide` is the command line."""

import sys

from backguide.cli import main

sys.exit(main())
