import json
from pathlib import Path

import pytest


def test_a_new_journal_has_no_history(run):
    assert run("history", "--json").json == []
    assert "no session yet" in run("history").out


def test_a_logged_session_is_in_the_history_with_gaps_for_what_was_not_rated(run):
    logged = run(
        "log", "--before", "4", "--after", "-", "--leg-after", "1", "--at", "2026-03-09T07:15",
        "--routine", "morning-mobility", "--json",
    )  # fmt: skip
    assert (logged.status, logged.err) == (0, "")
    [session] = run("history", "--json").json
    assert session == logged.json
    assert session["started_at"] == "2026-03-09T06:15:00+00:00"
    assert session["zone"] == "Europe/Berlin"
    assert session["routine"] == "morning-mobility"
    assert session["origin"] == "logged"
    assert session["ratings"]["before"] == {"back": 4, "leg": None}
    assert session["ratings"]["after"] == {"back": None, "leg": 1}
    assert session["ratings"]["next_morning"] == {"back": None, "leg": None}
    assert 120 < session["done_s"] < 300  # the practice of a routine of five minutes


def test_a_session_without_a_time_ends_now(run):
    run("log", "--before", "0", "--after", "10", "--minutes", "12")
    [session] = run("history", "--json").json
    assert session["started_at"] == "2026-03-10T18:18:00+00:00"
    assert session["ended_at"] == "2026-03-10T18:30:00+00:00"
    assert session["done_s"] == 720
    assert session["ratings"]["before"]["back"] == 0
    assert session["ratings"]["after"]["back"] == 10


def test_a_day_alone_means_noon(run):
    run("log", "--before", "1", "--after", "1", "--at", "2026-03-01")
    assert run("history", "--json").json[0]["started_at"] == "2026-03-01T11:00:00+00:00"


def test_the_history_can_be_cut_to_days_of_the_persons_own_calendar(run):
    for at in ("2026-03-01T23:59", "2026-03-02T00:01", "2026-03-03T12:00"):
        run("log", "--before", "1", "--after", "1", "--at", at)
    cut = run("history", "--json", "--from", "2026-03-02", "--to", "2026-03-02").json
    assert [session["started_at"] for session in cut] == ["2026-03-01T23:01:00+00:00"]
    newest_first = [session["started_at"] for session in run("history", "--json").json]
    assert newest_first == sorted(newest_first, reverse=True)
    assert "no session in these days" in run("history", "--to", "2020-01-01").out


def test_the_history_for_people_shows_numbers_and_gaps(run):
    run("log", "--before", "4", "--after", "2", "--at", "2026-03-09T07:15")
    heading, line = run("history").out.splitlines()
    assert heading.split()[0] == "began"
    assert line.startswith("2026-03-09 07:15")
    assert line.endswith("4 to 2")


@pytest.mark.parametrize(
    "words",
    [
        ["log", "--before", "11", "--after", "2"],
        ["log", "--before", "3.5", "--after", "2"],
        ["log", "--before", "-1", "--after", "2"],
        ["log"],
        ["log", "--daily", "11"],
        ["log", "--leg-next-morning", "x"],
        ["diary", "--at", "yesterday", "--note", "x"],
        ["diary", "--tag"],
        ["peg", "3", "4"],
        ["peg", "3", "4", "11"],
        ["peg", "3", "4", "5", "--at", "now"],
        ["log", "--before", "3", "--after", "2", "--at", "yesterday"],
        ["log", "--before", "3", "--after", "2", "--at", "0001-01-01"],
        ["log", "--before", "3", "--after", "2", "--minutes", "nan"],
        ["log", "--before", "3", "--after", "2", "--routine", "yoga"],
        ["history", "--from", "1.3.2026"],
        ["history", "--from", "2026-03-02", "--to", "2026-03-01"],
        ["export", "journal.txt"],
        ["import", "journal.xml"],
    ],
)
def test_wrong_use_is_one_sentence_and_changes_nothing(run, words):
    done = run(*words)
    assert (done.status, done.out) == (2, "")
    assert len(done.err.splitlines()) == 1
    assert run("history", "--json").json == []


def test_a_session_in_the_future_is_refused(run):
    done = run("log", "--before", "3", "--after", "2", "--at", "2026-03-11T07:00")
    assert (done.status, done.out) == (1, "")
    assert len(done.err.splitlines()) == 1


def test_what_is_exported_can_be_imported_elsewhere_and_twice(run, tmp_path: Path):
    run("log", "--before", "4", "--after", "2", "--leg-before", "1")
    file = tmp_path / "all.json"
    assert run("export", str(file)).out == f"Exported 1 session and 3 ratings to {file}.\n"
    assert run("export", str(file)).status == 1
    assert run("export", str(file), "--force").status == 0
    before = run("history", "--json").json
    elsewhere = ("--data-dir", str(tmp_path / "elsewhere"))
    first = run(*elsewhere, "import", str(file), "--json")
    assert first.json == {"added": 4, "already_there": 0, "refused": []}
    again = run(*elsewhere, "import", str(file), "--json")
    assert again.json == {"added": 0, "already_there": 4, "refused": []}
    assert run(*elsewhere, "history", "--json").json == before


def test_bad_entries_of_an_import_are_named_and_the_good_ones_added(run, tmp_path: Path):
    run("log", "--before", "4", "--after", "2")
    file = tmp_path / "all.json"
    run("export", str(file))
    content = json.loads(file.read_text())
    content["ratings"][0]["value"] = 99
    file.write_text(json.dumps(content))
    done = run("import", str(file), "--json", "--data-dir", str(tmp_path / "elsewhere"))
    assert done.status == 0
    assert done.json["added"] == 2
    [refused] = done.json["refused"]
    assert refused["line"] == "ratings[0]"
    assert refused["reason"]
    spoken = run("import", str(file), "--data-dir", str(tmp_path / "third"))
    assert "1 refused" in spoken.out
    assert "ratings[0]" in spoken.err


@pytest.mark.parametrize("content", [None, "", "{", "[1, 2]", '{"format": "something else"}'])
def test_an_import_that_is_not_ours_fails_with_one_sentence(run, tmp_path: Path, content):
    file = tmp_path / "theirs.json"
    if content is not None:
        file.write_text(content)
    done = run("import", str(file))
    assert (done.status, done.out) == (1, "")
    assert len(done.err.splitlines()) == 1
    assert "theirs.json" in done.err


def test_a_damaged_journal_is_told_and_left_as_it_was(run, data_dir: Path):
    data_dir.mkdir()
    journal = data_dir / "journal.sqlite3"
    journal.write_bytes(b"this is no database at all" * 100)
    before = journal.read_bytes()
    done = run("history", "--json")
    assert (done.status, done.out) == (1, "")
    assert len(done.err.splitlines()) == 1
    assert journal.read_bytes() == before


def test_a_folder_that_cannot_be_used_is_told(run, data_dir: Path):
    data_dir.write_text("a file")
    done = run("history")
    assert (done.status, done.out) == (1, "")
    assert "--data-dir" in done.err
    assert data_dir.read_text() == "a file"


def test_an_export_that_cannot_be_written_is_told(run, tmp_path: Path):
    done = run("export", str(tmp_path / "no" / "such" / "folder" / "out.json"))
    assert done.status in (0, 1)
    assert done.status == 0 or len(done.err.splitlines()) == 1
