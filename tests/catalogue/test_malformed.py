from pathlib import Path

import pytest

from backguide.catalogue.load import load_catalogue
from tests.catalogue.folders import edit, the_problem

Case = tuple[str, str, str, str]

SECOND_CAUTION = """\
"Rest on your fists."

[[cautions]]
condition = "wrists"
level = "avoid"
advice = "Leave it out."
"""

EXERCISE_CASES: list[Case] = [
    # what is in the file, what it becomes, key, reason
    ('name = "Bird dog"\n', "", "name", "is missing"),
    ('name = "Bird dog"', "name = 3", "name", "must be a text, not 3"),
    ('name = "Bird dog"', 'name = "  "', "name", "must be a text of one line without spaces around it"),
    (
        'name = "Bird dog"',
        'name = "Bird\\ndog"',
        "name",
        "must be a text of one line without spaces around it",
    ),
    ('name = "Bird dog"', f'name = "{"b" * 41}"', "name", "must have at most 40 characters, not 41"),
    ('kind = "strength"', 'kind = "power"', "kind", 'must be one of mobility, strength, both, not "power"'),
    ('kind = "strength"', "kind = true", "kind", "must be one of mobility, strength, both, not true"),
    ('purpose = "S', 'porpose = "S', "purpose", "is missing"),
    ("[dose]", "easyer = 1\n[dose]", "easyer", "is not a known key (the nearest is easier)"),
    ("[dose]", "colour = 1\n[dose]", "colour", "is not a known key"),
    ('default = "leg-only"', 'default = "arm"', "default", 'must be one of leg-only, both, not "arm"'),
    ('steps = ["Kneel.", "Reach."]', "steps = []", "steps", "must hold at least 1, not 0"),
    ('"Kneel.", "Reach."', '"Kneel.", 2', "steps[1]", "must be a text, not 2"),
    ('steps = ["Kneel.", "Reach."]', 'steps = "Kneel."', "steps", 'must be a list, not "Kneel."'),
    ('faults = ["Looking up."]', 'faults = [""]', "faults[0]", "must be a text of one line"),
    ('"Looking up."', '" Looking up."', "faults[0]", "must be a text of one line without spaces around it"),
    ('"Looking up."', f'"{"u" * 401}"', "faults[0]", "must have at most 400 characters, not 401"),
    ("flow = false", f'flow = "{"f" * 41}"', "dose.flow", "must be true or false, not a long text"),
    ('"Rest on your fists."', SECOND_CAUTION, "cautions[1].condition", 'is "wrists" for a second time'),
    ("[dose]", "[does]", "dose", "is missing"),
    ("sets = 2", "sets = 0", "dose.sets", "must be a whole number from 1 to 10, not 0"),
    ("sets = 2", "sets = 2.0", "dose.sets", "must be a whole number from 1 to 10, not 2.0"),
    ("sets = 2", "sets = true", "dose.sets", "must be a whole number from 1 to 10, not true"),
    ("repetitions = 6", "repetitions = 0", "dose.repetitions", "must be a whole number from 1 to 50, not 0"),
    ("repetitions = 6", "repititions = 6", "dose.repetitions", "is missing"),
    ("repetitions = 4", "repetitions = 0", "variations[1].dose.repetitions", "must be a whole number"),
    ("repetitions = 4", "hold_s = 4", "variations[1].dose.hold_s", "is not a known key"),
    ("return_s = 3", "return_s = -3", "dose.return_s", "must be a number from 0.5 to 60, not -3"),
    ("rest_s = 30", "rest_s = nan", "dose.rest_s", "must be a number from 0 to 600, not nan"),
    ("rest_s = 30", "rest_s = inf", "dose.rest_s", "must be a number from 0 to 600, not inf"),
    ("rest_s = 30", 'rest_s = "30"', "dose.rest_s", 'must be a number from 0 to 600, not "30"'),
    ("flow = false", "flow = 0", "dose.flow", "must be true or false, not 0"),
    ('"Come back slowly."', f'"{"c" * 46}"', "dose.return_say", "must have at most 45 characters, not 46"),
    ('hold_s = "article"', 'hold_s = "me"', "dose.sources.hold_s", "must be one of article, typical"),
    (', sets = "typical"', "", "dose.sources.sets", "is missing"),
    (', sets = "typical"', ', sets = "typical", a = 1', "dose.sources.a", "is not a known key"),
    ('slug = "both"', 'slug = "leg-only"', "variations[1].slug", 'is "leg-only" for a second time'),
    ('slug = "both"', 'slug = "Both"', "variations[1].slug", "must be lower-case words joined by hyphens"),
    ("level = 3", "level = 0", "variations[1].level", "must be a whole number from 1 to 9, not 0"),
    ("level = 1", "level = 4", "variations[1].level", "must not be lower than the one before"),
    ('sides = "none"', 'sides = "both"', "variations[1].sides", "must be one of none, alternate, each"),
    ('sides = "none"', 'sides = "each"', "variations[1].working", "is missing"),
    ('sides = "alternate"', 'sides = "none"', "variations[0].working", "must be left out where sides is"),
    ("rest_s = 30", f"rest_s = 0x1{'0' * 9999}", "dose.rest_s", "must be a number from 0 to 600, not a huge"),
    ("rest_s = 30", "rest_s = 2026-01-01", "dose.rest_s", "must be a number from 0 to 600, not 2026-01-01"),
    ("[dose]", '"a\\nb" = 1\n[dose]', "a?b", "is not a known key"),
    (', right = "Right leg"', "", "variations[0].working.right", "is missing"),
    ('right = "Right leg"', 'right = "R", up = "U"', "variations[0].working.up", "is not a known key"),
    (
        "hold_s = 5.5",
        "hold_s = 0",
        "variations[0].parts[0].hold_s",
        "must be a number from 0.5 to 600, not 0",
    ),
    (
        "hold_s = 5.5",
        "hold_s = 5.5\nhold = 1",
        "variations[0].parts[0].hold",
        "is not a known key (the nearest is hold_s)",
    ),
    ('"Reach long."', f'"{"r" * 46}"', "variations[0].parts[0].hold_say", "must have at most 45 characters"),
    ("[[variations.parts]]", "[variations.parts]", "variations[0].parts", "must be a list, not a table"),
    (
        'condition = "wrists"',
        'condition = "wirsts"',
        "cautions[0].condition",
        "must be one of wrists, shoulders",
    ),
    ('level = "adapt"', 'level = "mind"', "cautions[0].level", 'must be one of avoid, adapt, not "mind"'),
    ("[[cautions]]", "[cautions]", "cautions", "must be a list, not a table"),
    (
        "[dose]",
        'harder = "plank"\n[dose]',
        "harder",
        'names "plank", which is no exercise that could be read',
    ),
    ("[dose]", 'easier = "bird-dog/both"\n[dose]', "easier", "names the exercise itself"),
]


@pytest.mark.parametrize(("old", "new", "key", "reason"), EXERCISE_CASES)
def test_a_malformed_exercise_is_refused_with_file_key_and_reason(
    folder: Path, old: str, new: str, key: str, reason: str
) -> None:
    (folder / "routines/short.toml").write_text(SOUND_ELSEWHERE, encoding="utf-8")
    (folder / "exercises/other.toml").write_text(
        (folder / "exercises/bird-dog.toml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    edit(folder / "exercises/bird-dog.toml", old, new)

    catalogue = load_catalogue(folder)

    assert len(catalogue.problems) == 1, catalogue.problems
    assert catalogue.problems[0].startswith(f"exercises/bird-dog.toml: {key} {reason}")
    assert catalogue.problems[0].endswith(".")
    assert set(catalogue.exercises) == {"other"}
    assert set(catalogue.routines) == {"short"}
    assert catalogue.week.mobility == {0, 6}


SOUND_ELSEWHERE = """\
name = "Short"
purpose = "A short session."
counts_as = ["strength"]

[[items]]
exercise = "other"
variation = "both"
"""

ROUTINE_CASES: list[Case] = [
    ('name = "Short"\n', "", "name", "is missing"),
    ('["strength"]', "[]", "counts_as", "must hold at least 1, not 0"),
    ('["strength"]', '["rest"]', "counts_as[0]", 'must be one of mobility, strength, not "rest"'),
    ('["strength"]', '["strength", "strength"]', "counts_as[1]", 'names "strength" a second time'),
    ("minutes = 3", "minutes = 0", "minutes", "must be a number from 1 to 180, not 0"),
    ("minutes = 3", "minuets = 3", "minuets", "is not a known key (the nearest is minutes)"),
    ("[[items]]", "[[itmes]]", "items", "is missing"),
    ('exercise = "bird-dog"', 'exercise = "bird"', "items[0].exercise", 'names "bird", which is no exercise'),
    ('"leg-only"', '"leg"', "items[0].variation", 'names "leg", but bird-dog has only leg-only, both'),
    ('variation = "leg-only"\n', "", "items[0].variation", "is missing"),
    ("repetitions = 3", "repetitions = 0", "items[0].repetitions", "must be a whole number from 1 to 50"),
    ("repetitions = 3", "sets = -1", "items[0].sets", "must be a whole number from 1 to 10, not -1"),
    ("repetitions = 3", "hold_s = -1", "items[0].hold_s", "must be a number from 0.5 to 600, not -1"),
    ("repetitions = 3", "reps = 3", "items[0].reps", "is not a known key"),
]


@pytest.mark.parametrize(("old", "new", "key", "reason"), ROUTINE_CASES)
def test_a_malformed_routine_is_refused_with_file_key_and_reason(
    folder: Path, old: str, new: str, key: str, reason: str
) -> None:
    edit(folder / "routines/short.toml", old, new)

    catalogue = load_catalogue(folder)

    assert len(catalogue.problems) == 1, catalogue.problems
    assert catalogue.problems[0].startswith(f"routines/short.toml: {key} {reason}")
    assert catalogue.routines == {}
    assert set(catalogue.exercises) == {"bird-dog"}


@pytest.mark.parametrize(
    ("old", "new", "key", "reason"),
    [
        ('"sunday"', '"funday"', "mobility[1]", "must be one of monday"),
        ("strength = []", "", "strength", "is missing"),
        ("strength = []", "strength = 3", "strength", "must be a list, not 3"),
        ("strength = []", "strength = []\nyoga = []", "yoga", "is not a known key"),
    ],
)
def test_a_malformed_week_plans_nothing_and_says_why(
    folder: Path, old: str, new: str, key: str, reason: str
) -> None:
    edit(folder / "week.toml", old, new)

    catalogue = load_catalogue(folder)

    assert len(catalogue.problems) == 1
    assert catalogue.problems[0].startswith(f"week.toml: {key} {reason}")
    assert catalogue.week.mobility == catalogue.week.strength == frozenset()
    assert set(catalogue.routines) == {"short"}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"name = \n", "week.toml: line 1 is not valid TOML: Invalid value."),
        (b"\n\nmobility = [\n", "week.toml: line 3 is not valid TOML: Invalid value."),
        (b"a = 1\na = 2\n\n", "week.toml: line 2 is not valid TOML: Cannot overwrite a value."),
        (b"a = 1\nb = '\xff'\n", "week.toml: line 2 is not UTF-8 text."),
        (b"a = " + b"1" * 5000, "week.toml holds a number that is too long to be read."),
        (b"a = " + b"[" * 5000, "week.toml is nested too deeply to be read."),
    ],
)
def test_a_file_that_is_no_toml_is_refused_with_the_line(folder: Path, content: bytes, sentence: str) -> None:
    (folder / "week.toml").write_bytes(content)

    assert the_problem(folder) == sentence
