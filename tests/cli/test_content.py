import itertools
import shutil

import pytest

from backguide import assets
from backguide.catalogue.load import load_catalogue
from backguide.session.compile import compile_timeline
from backguide.session.preferences import SessionPreferences

CATALOGUE = load_catalogue(assets.folder())


def test_exercises_lists_every_exercise_with_its_variations(run):
    done = run("exercises", "--json")
    assert (done.status, done.err) == (0, "")
    assert [one["slug"] for one in done.json] == list(CATALOGUE.exercises)
    for told in done.json:
        exercise = CATALOGUE.exercises[told["slug"]]
        assert told["name"] == exercise.name
        assert told["kind"] in ("mobility", "strength", "both")
        assert told["sides"] in ("none", "alternate", "each")
        assert told["hold_s"] == max(part.hold_s for part in exercise.variation().dose.parts)
        assert [one["slug"] for one in told["variations"]] == [one.slug for one in exercise.variations]
        assert all({"slug", "name", "level"} <= set(one) for one in told["variations"])
        assert told["default"] in [one["slug"] for one in told["variations"]]


def test_routines_tell_their_compiled_length(run):
    done = run("routines", "--json")
    assert done.status == 0
    for told in done.json:
        routine = CATALOGUE.routines[told["slug"]]
        assert told["duration_s"] == pytest.approx(compile_timeline(routine, CATALOGUE).duration_s)
        assert told["exercises"] == [item.exercise for item in routine.items]
    assert len(done.json) == len(CATALOGUE.routines)


def test_a_timeline_has_every_step_without_gaps(run):
    done = run("timeline", "strength", "--json")
    assert done.status == 0
    told = done.json
    assert told["routine"] == "strength"
    steps = told["steps"]
    assert [step["index"] for step in steps] == list(range(len(steps)))
    for step, following in itertools.pairwise(steps):
        assert step["start_s"] + step["duration_s"] == pytest.approx(following["start_s"])
    assert sum(step["duration_s"] for step in steps) == pytest.approx(told["duration_s"])
    assert {step["side"] for step in steps} == {None, "left", "right"}
    expected = compile_timeline(CATALOGUE.routines["strength"], CATALOGUE).steps
    keys = ("kind", "exercise", "variation", "side", "set", "repetition")
    assert [[step[key] for key in keys] for step in steps] == [
        [getattr(step, key) for key in keys] for step in expected
    ]


def test_a_timeline_follows_the_preferences(run, data_dir):
    data_dir.mkdir()
    (data_dir / "preferences.json").write_text('{"get_ready_s": 21, "first_side": "left"}')
    wanted = SessionPreferences(get_ready_s=21, first_side="left")
    expected = compile_timeline(CATALOGUE.routines["strength"], CATALOGUE, wanted)
    assert run("timeline", "strength", "--json").json["duration_s"] == pytest.approx(expected.duration_s)


def test_a_bad_preference_is_told_beside_the_result(run, data_dir):
    data_dir.mkdir()
    (data_dir / "preferences.json").write_text('{"get_ready_s": -4}')
    done = run("timeline", "strength", "--json")
    assert done.status == 0
    assert "get_ready_s" in done.err
    assert done.json["steps"]


@pytest.mark.parametrize("words", [["exercises"], ["routines"], ["timeline", "morning-mobility"]])
def test_tables_for_people_have_a_heading_and_a_line_each(run, words):
    done = run(*words)
    lines = done.out.splitlines()
    assert done.status == 0
    assert len(lines) > 3
    assert not any(line != line.rstrip() for line in lines)


def test_an_unknown_routine_is_wrong_use_with_the_nearest_name(run):
    done = run("timeline", "morning")
    assert (done.status, done.out) == (2, "")
    assert done.err == "There is no routine named morning: did you mean morning-mobility?\n"


def test_a_broken_file_is_told_and_the_rest_is_listed(run, tmp_path, monkeypatch):
    folder = tmp_path / "assets"
    shutil.copytree(assets.folder(), folder)
    (folder / "exercises" / "bird-dog.toml").write_text("name = 3")
    monkeypatch.setattr(assets, "folder", lambda: folder)
    done = run("exercises", "--json")
    assert done.status == 0
    assert len(done.json) == len(CATALOGUE.exercises) - 1
    assert "bird-dog.toml" in done.err
