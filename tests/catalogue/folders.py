"""Sound content files, ways to spoil them, and what the loader says then."""

from pathlib import Path

from backguide.catalogue.load import load_catalogue

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


def edit(path: Path, old: str, new: str) -> None:
    """Replace the first occurrence; a case whose `old` is not in the file would test nothing."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def the_problem(folder: Path) -> str:
    problems = load_catalogue(folder).problems
    assert len(problems) == 1, problems
    return problems[0]
