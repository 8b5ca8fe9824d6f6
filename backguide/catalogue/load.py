"""The content folder into a Catalogue: what is sound is loaded, what is not is told in one sentence."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from backguide.catalogue.exercise_file import read_exercise
from backguide.catalogue.model import Catalogue, Exercise, Routine, WeekPlan
from backguide.catalogue.reader import SLUG, CatalogueError, Table
from backguide.catalogue.references import missing_item, missing_neighbour
from backguide.catalogue.routine_file import read_routine, read_week
from backguide.catalogue.toml_source import open_table

Content = TypeVar("Content")

NOTHING_PLANNED = WeekPlan(mobility=frozenset(), strength=frozenset())


def load_catalogue(folder: Path) -> Catalogue:
    """Read exercises/*.toml, routines/*.toml and week.toml below the folder. Never raises for a bad file.

    A file that cannot be used is left out and told in `problems`. An exercise whose neighbour could not be
    read loses that neighbour; a routine that contains such an exercise is left out as well. Without a
    usable week.toml nothing is planned.
    """
    problems: list[str] = []
    exercises = _load_exercises(folder, problems)
    routines = _load_routines(folder, exercises, problems)
    week = NOTHING_PLANNED
    try:
        week = read_week(open_table(folder / "week.toml", folder))
    except CatalogueError as error:
        problems.append(str(error))
    return Catalogue(exercises, routines, week, tuple(problems))


def _load_exercises(folder: Path, problems: list[str]) -> dict[str, Exercise]:
    read = _load_all(folder, "exercises", read_exercise, problems)
    unreadable = {path.stem for path in (folder / "exercises").glob("*.toml")} - set(read)
    read = {slug: _without_neighbours(exercise, unreadable) for slug, exercise in read.items()}
    sound: dict[str, Exercise] = {}
    for slug, exercise in read.items():
        wrong = missing_neighbour(exercise, read)
        if wrong is None:
            sound[slug] = exercise
        else:
            problems.append(str(CatalogueError(f"exercises/{slug}.toml", *wrong)))
    refused = set(read) - set(sound)
    return {slug: _without_neighbours(exercise, refused) for slug, exercise in sound.items()}


def _load_routines(
    folder: Path, exercises: Mapping[str, Exercise], problems: list[str]
) -> dict[str, Routine]:
    routines = _load_all(folder, "routines", read_routine, problems)
    for slug, routine in tuple(routines.items()):
        wrong = missing_item(routine, exercises)
        if wrong is not None:
            problems.append(str(CatalogueError(f"routines/{slug}.toml", *wrong)))
            del routines[slug]
    return routines


def _load_all(
    folder: Path, kind: str, read: Callable[[Table, str], Content], problems: list[str]
) -> dict[str, Content]:
    """Return what could be read from folder/kind/*.toml under the files' stems, in order of name."""
    found: dict[str, Content] = {}
    paths = sorted((folder / kind).glob("*.toml"))
    if not paths:
        problems.append(str(CatalogueError(kind, "", "holds no .toml file that can be seen")))
    for path in paths:
        try:
            found[path.stem] = read(open_table(path, folder), _slug_of(path, folder))
        except CatalogueError as error:
            problems.append(str(error))
    return found


def _slug_of(path: Path, folder: Path) -> str:
    if SLUG.fullmatch(path.stem) is None:
        file = path.relative_to(folder).as_posix()
        raise CatalogueError(file, "", "must be named in lower-case words joined by hyphens")
    return path.stem


def _without_neighbours(exercise: Exercise, gone: set[str]) -> Exercise:
    """Return the exercise without easier or harder neighbours among the slugs that are gone."""
    return replace(
        exercise,
        easier=_unless_gone(exercise.easier, gone),
        harder=_unless_gone(exercise.harder, gone),
    )


def _unless_gone(name: str | None, gone: set[str]) -> str | None:
    return None if name is not None and name.partition("/")[0] in gone else name
