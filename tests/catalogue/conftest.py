from pathlib import Path

import pytest

from backguide import assets
from backguide.catalogue.load import load_catalogue
from backguide.catalogue.model import Catalogue

EXERCISE = """\
name = "Bird dog"
purpose = "Steadies the trunk."
kind = "strength"
position = "hands-and-knees"
default = "leg-only"
steps = ["Kneel.", "Reach."]
breathing = "Breathe out as you reach."
faults = ["Looking up."]
muscles = ["Deep back muscles"]
secondary_muscles = []
equipment = ["Mat"]

[dose]
sets = 2
repetitions = 6
return_s = 3
return_say = "Come back slowly."
rest_s = 30
flow = false
sources = { hold_s = "article", repetitions = "typical", sets = "typical" }

[[variations]]
slug = "leg-only"
name = "Leg only"
level = 1
sides = "alternate"
difference = "Only the leg moves."
working = { left = "Left leg", right = "Right leg" }

[[variations.parts]]
name = "Reach"
enter_say = "Slide one foot back."
hold_say = "Reach long."
enter_s = 2
hold_s = 5.5

[[variations]]
slug = "both"
name = "Arm and leg"
level = 3
sides = "none"
difference = "Arm and leg move."
dose = { repetitions = 4 }

[[variations.parts]]
name = "Reach"
enter_say = "Reach both ways."
hold_say = "Hold on."
enter_s = 2
hold_s = 5

[[cautions]]
condition = "wrists"
level = "adapt"
advice = "Rest on your fists."
"""

ROUTINE = """\
name = "Short"
purpose = "A short session."
counts_as = ["strength"]
minutes = 3

[[items]]
exercise = "bird-dog"
variation = "leg-only"
repetitions = 3
"""

WEEK = """\
mobility = ["monday", "sunday"]
strength = []
"""


@pytest.fixture(scope="session")
def content() -> Catalogue:
    """The catalogue that is shipped."""
    return load_catalogue(assets.folder())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A content folder of one sound exercise, one sound routine and a sound week."""
    for place, text in (
        ("exercises/bird-dog.toml", EXERCISE),
        ("routines/short.toml", ROUTINE),
        ("week.toml", WEEK),
    ):
        path = tmp_path / place
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path
