from collections.abc import Callable
from pathlib import Path

from backguide.catalogue.load import load_catalogue
from backguide.catalogue.model import Caution, RoutineItem
from tests.catalogue.folders import edit, the_problem


def test_a_sound_folder_is_read_completely(folder: Path) -> None:
    catalogue = load_catalogue(folder)

    assert catalogue.problems == ()
    exercise = catalogue.exercises["bird-dog"]
    assert (exercise.slug, exercise.kind, exercise.position) == ("bird-dog", "strength", "hands-and-knees")
    assert exercise.steps == ("Kneel.", "Reach.")
    assert (exercise.easier, exercise.harder) == (None, None)
    assert exercise.cautions == (Caution("wrists", "adapt", "Rest on your fists."),)
    assert exercise.variation().working == {"left": "Left leg", "right": "Right leg"}
    assert exercise.variation().dose.parts[0].hold_s == 5.5
    assert exercise.variation().dose.sources["hold_s"] == "article"
    assert catalogue.routines["short"].items == (RoutineItem("bird-dog", "leg-only", repetitions=3),)
    assert catalogue.routines["short"].minutes == 3
    assert catalogue.week.mobility == {0, 6}
    assert catalogue.week.strength == frozenset()


def test_a_variation_states_only_where_its_dose_differs(folder: Path) -> None:
    exercise = load_catalogue(folder).exercises["bird-dog"]

    assert exercise.variation("leg-only").dose.repetitions == 6
    assert exercise.variation("both").dose.repetitions == 4
    assert exercise.variation("both").dose.sets == 2


def test_a_routine_may_promise_no_length(folder: Path) -> None:
    edit(folder / "routines/short.toml", "minutes = 3\n", "")

    assert load_catalogue(folder).routines["short"].minutes is None


def test_a_byte_order_mark_does_no_harm(folder: Path) -> None:
    path = folder / "week.toml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())

    assert load_catalogue(folder).problems == ()


def test_a_file_that_cannot_be_read_is_told(folder: Path) -> None:
    (folder / "exercises/cat-cow.toml").mkdir()

    assert the_problem(folder).startswith("exercises/cat-cow.toml cannot be read (")


def test_a_missing_week_is_told(folder: Path) -> None:
    (folder / "week.toml").unlink()

    assert the_problem(folder) == "week.toml does not exist."


def test_a_missing_folder_is_told_and_not_raised(tmp_path: Path) -> None:
    catalogue = load_catalogue(tmp_path / "nowhere")

    assert catalogue.exercises == {}
    assert catalogue.problems == (
        "exercises holds no .toml file that can be seen.",
        "routines holds no .toml file that can be seen.",
        "week.toml does not exist.",
    )


def test_a_file_name_that_is_no_slug_is_refused(folder: Path) -> None:
    (folder / "routines/short.toml").rename(folder / "routines/My Routine.toml")

    assert (
        the_problem(folder) == "routines/My Routine.toml must be named in lower-case words joined by hyphens."
    )


def with_second_exercise(folder: Path, slug: str, change: Callable[[str], str]) -> None:
    text = (folder / "exercises/bird-dog.toml").read_text(encoding="utf-8")
    (folder / f"exercises/{slug}.toml").write_text(change(text), encoding="utf-8")


def test_an_exercise_outlives_a_neighbour_that_was_refused(folder: Path) -> None:
    with_second_exercise(folder, "plank", lambda text: text.replace("sets = 2", "sets = 0"))
    edit(folder / "exercises/bird-dog.toml", "[dose]", 'harder = "plank/both"\n[dose]')

    catalogue = load_catalogue(folder)

    assert [problem.split()[0] for problem in catalogue.problems] == ["exercises/plank.toml:"]
    assert catalogue.exercises["bird-dog"].harder is None


def test_an_exercise_outlives_a_neighbour_whose_reference_is_wrong(folder: Path) -> None:
    with_second_exercise(folder, "plank", lambda text: text.replace("[dose]", 'easier = "none"\n[dose]'))
    edit(folder / "exercises/bird-dog.toml", "[dose]", 'harder = "plank"\n[dose]')

    catalogue = load_catalogue(folder)

    assert [problem.split()[0] for problem in catalogue.problems] == ["exercises/plank.toml:"]
    assert catalogue.exercises["bird-dog"].harder is None


def test_a_neighbour_is_named_with_or_without_its_variation(folder: Path) -> None:
    with_second_exercise(folder, "plank", lambda text: text.replace("[dose]", 'easier = "bird-dog"\n[dose]'))
    edit(folder / "exercises/bird-dog.toml", "[dose]", 'harder = "plank/both"\n[dose]')

    catalogue = load_catalogue(folder)

    assert catalogue.problems == ()
    assert catalogue.exercises["bird-dog"].harder == "plank/both"
    assert catalogue.exercises["plank"].easier == "bird-dog"


def test_a_neighbours_variation_must_exist(folder: Path) -> None:
    with_second_exercise(
        folder, "plank", lambda text: text.replace("[dose]", 'easier = "bird-dog/arm"\n[dose]')
    )

    assert the_problem(folder) == (
        'exercises/plank.toml: easier names "arm", but bird-dog has only leg-only, both.'
    )


def test_a_routine_whose_exercise_was_refused_is_left_out_as_well(folder: Path) -> None:
    edit(folder / "exercises/bird-dog.toml", "sets = 2", "sets = 0")

    catalogue = load_catalogue(folder)

    assert catalogue.routines == {}
    assert [problem.split()[0] for problem in catalogue.problems] == [
        "exercises/bird-dog.toml:",
        "routines/short.toml:",
    ]
