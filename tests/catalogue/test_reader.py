import copy
import re
import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backguide.catalogue.exercise_file import read_exercise
from backguide.catalogue.model import Exercise
from backguide.catalogue.reader import CatalogueError, Table
from tests.catalogue.folders import EXERCISE

SOUND = tomllib.loads(EXERCISE)

Path = tuple[str | int, ...]

scalars = st.one_of(
    st.booleans(), st.integers(), st.floats(), st.text(max_size=60), st.dates(), st.datetimes(), st.times()
)
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3)
)


def paths(value: Any, path: Path = ()) -> list[Path]:
    """Every place in the exercise at which something stands."""
    children = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    below = [place for key, child in children for place in paths(child, (*path, key))]
    return [path, *below] if path else below


def spoilt(path: Path, value: Any) -> dict[str, Any]:
    exercise = copy.deepcopy(SOUND)
    target: Any = exercise
    for key in path[:-1]:
        target = target[key]
    target[path[-1]] = value
    return exercise


def read_or_error(exercise: dict[str, Any]) -> Exercise | CatalogueError:
    try:
        return read_exercise(Table(exercise, "exercises/x.toml"), "x")
    except CatalogueError as error:
        return error


def written(path: Path) -> str:
    words = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path)
    return words.removeprefix(".")


@given(path=st.sampled_from(paths(SOUND)), value=values)
def test_whatever_stands_in_a_file_it_is_used_or_refused_at_its_place(path: Path, value: Any) -> None:
    outcome = read_or_error(spoilt(path, value))

    if isinstance(outcome, CatalogueError):
        assert str(outcome).startswith("exercises/x.toml: ")
        assert str(outcome).endswith(".")
        assert str(outcome).isprintable()
        assert re.split(r"[.\[]", outcome.key)[0] in {path[0], "default", "variations"}
    else:
        assert outcome.variation()
        assert all(variation.dose.repetitions >= 1 for variation in outcome.variations)


@pytest.mark.parametrize("path", [path for path in paths(SOUND) if isinstance(path[-1], str)], ids=written)
def test_no_key_can_be_left_out_but_the_optional_ones(path: Path) -> None:
    exercise = copy.deepcopy(SOUND)
    target: Any = exercise
    for key in path[:-1]:
        target = target[key]
    del target[path[-1]]
    table = Table(exercise, "x.toml")

    if path[:3] == ("variations", 1, "dose"):  # what a variation leaves out, the common dose has
        assert read_exercise(table, "x").variation("both").dose.repetitions == 6
        return
    with pytest.raises(CatalogueError) as caught:
        read_exercise(table, "x")
    assert (caught.value.key, caught.value.reason) == (written(path), "is missing")


def test_a_table_over_another_answers_from_both_and_names_the_place_of_either() -> None:
    common = Table({"sets": 0, "rest_s": 5}, "x.toml", "dose")
    own = Table({"rest_s": -5}, "x.toml", "variations[1].dose").over(common)

    with pytest.raises(CatalogueError, match=r"x\.toml: dose\.sets must be"):
        own.whole("sets", 1, 10)
    with pytest.raises(CatalogueError, match=r"x\.toml: variations\[1\]\.dose\.rest_s must be"):
        own.number("rest_s", 0, 10)
