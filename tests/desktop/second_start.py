"""A second start of the program, in a process of its own: prints how its claim ended."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from backguide.desktop import single_instance
from backguide.desktop.errors import DesktopError
from backguide.desktop.single_instance import SingleInstance

if "--impatient" in sys.argv:
    single_instance._ANSWER_MS = 200
instance = SingleInstance(Path(sys.argv[1]))
try:
    sys.stdout.write(instance.claim(sys.argv[2:]).name)
    sys.stdout.flush()
    if "--die" in sys.argv:
        os._exit(9)
except DesktopError as error:
    sys.stdout.write(str(error))
