"""What can be noted from the command line: single ratings, days, weeks."""

from datetime import UTC, datetime

import pytest

from backguide.journal.journal import Journal


def history(run, kind):
    return [entry for entry in run("history", "--json").json if entry["kind"] == kind]


def test_one_rating_is_enough_to_log_a_session(run):
    logged = run(
        "log", "--leg-after", "3", "--at", "2026-03-09T20:00", "--note", "In the park.", "--json"
    ).json
    assert logged["ratings"]["after"] == {"back": None, "leg": 3}
    assert logged["ratings"]["before"] == {"back": None, "leg": None}
    assert logged["note"] == "In the park."
    assert history(run, "session") == [logged]


def test_the_next_morning_of_a_past_session_can_be_rated(run):
    words = ("log", "--next-morning", "2", "--leg-next-morning", "0", "--minutes", "10", "--json")
    logged = run(*words, "--at", "2026-03-08T20:00").json
    assert logged["ratings"]["next_morning"] == {"back": 2, "leg": 0}
    refused = run(*words, "--at", "2026-03-10T07:00")
    assert (refused.status, refused.out) == (1, "")
    assert refused.err == "The morning after this session is still to come; rate it then.\n"
    assert len(history(run, "session")) == 1


def test_daily_ratings_alone_add_no_session(run):
    kept = run("log", "--daily", "4", "--leg-daily", "0", "--at", "2026-03-09T21:00", "--json").json
    assert [(one["site"], one["value"]) for one in kept] == [("back", 4), ("leg", 0)]
    assert kept[0]["rated_at"] == "2026-03-09T20:00:00+00:00"
    assert history(run, "session") == []
    assert {entry["id"] for entry in history(run, "rating")} == {one["id"] for one in kept}


def test_a_daily_rating_beside_a_session_belongs_to_its_day(run):
    run("log", "--before", "5", "--daily", "4", "--at", "2026-03-07T09:00")
    [session], [rating] = history(run, "session"), history(run, "rating")
    assert session["ratings"]["before"]["back"] == 5
    assert rating["rated_at"].startswith("2026-03-07")


@pytest.mark.parametrize("words", [["--routine", "strength"], ["--minutes", "5"], ["--at", "2026-03-01"]])
def test_a_session_can_be_logged_without_any_rating(run, words):
    assert run("log", *words).status == 0
    [session] = history(run, "session")
    assert session["ratings"]["before"] == {"back": None, "leg": None}


def test_a_day_is_noted_corrected_and_shown(run):
    assert "no diary entry" in run("diary").out
    assert run("diary", "--json").json is None
    first = run("diary", "--note", "Slept badly.", "--tag", "Poor sleep", "gardening", "--json").json
    assert (first["day"], first["tags"]) == ("2026-03-10", ["poor sleep", "gardening"])
    again = run("diary", "--tag", "stress", "--at", "2026-03-10", "--json").json
    assert (again["id"], again["note"], again["tags"]) == (first["id"], "Slept badly.", ["stress"])
    assert run("diary").out == "2026-03-10  diary  Slept badly. [stress]\n"
    assert history(run, "diary") == [again]


def test_the_week_is_answered_and_scored_only_whole(run):
    assert run("peg", "4", "5", "5", "--json").json["score"] == 4.7
    assert run("peg", "4", "-", "5").out == "2026-03-10  PEG  pain 4, enjoyment -, activity 5\n"
    [answer] = history(run, "peg")
    assert (answer["enjoyment"], answer["score"]) == (None, None)


@pytest.mark.parametrize(
    "words",
    [
        ["diary", "--note", "  "],
        ["diary", "--tag", ""],
        ["diary", "--tag", "x" * 41],
        ["diary", "--note", "x" * 5001],
        ["diary", "--note", "\udcff"],
        ["diary", "--note", "x", "--at", "2026-03-11"],
        ["log", "--before", "3", "--note", "\udcff"],
        ["log", "--daily", "3", "--at", "2026-03-11T07:00"],
        ["peg", "-", "-", "-"],
        ["peg", "1", "2", "3", "--at", "2026-03-11"],
    ],
)
def test_what_cannot_be_noted_is_told_in_a_sentence_and_changes_nothing(run, words):
    done = run(*words)
    assert (done.status, done.out) == (1, "")
    assert len(done.err.splitlines()) == 1
    assert "unexpected" not in done.err
    assert run("history", "--json").json == []


def test_the_history_tells_all_kinds_newest_first_and_of_the_days_asked_for(run):
    run("log", "--before", "4", "--after", "2", "--at", "2026-03-08T08:00")
    run("diary", "--note", "A long\nwalk", "--at", "2026-03-09")
    run("peg", "1", "2", "3", "--at", "2026-03-08")
    run("log", "--daily", "3", "--at", "2026-03-07T20:00")
    kinds = [entry["kind"] for entry in run("history", "--json").json]
    assert kinds == ["diary", "peg", "session", "rating"]
    cut = run("history", "--json", "--from", "2026-03-08", "--to", "2026-03-08").json
    assert [entry["kind"] for entry in cut] == ["peg", "session"]
    told = run("history").out
    assert told.splitlines()[2:] == [
        "day         what   noted",
        "2026-03-09  diary  A long walk",
        "2026-03-08  PEG    2.0 (pain 1, enjoyment 2, activity 3)",
        "2026-03-07  rated  back 3",
    ]


def test_an_export_tells_what_it_holds_and_keeps_a_file_that_is_there(run, tmp_path):
    run("diary", "--note", "x")
    run("peg", "1", "2", "3")
    file = tmp_path / "all.json"
    file.write_text("mine")
    refused = run("export", str(file))
    assert (refused.status, file.read_text()) == (1, "mine")
    assert refused.err == f"{file} is there already; choose another name, or write over it with --force.\n"
    told = run("export", str(file), "--force").out
    assert told == f"Exported 0 sessions, 0 ratings, 1 diary entry and 1 PEG answer to {file}.\n"


def test_what_was_deleted_comes_back_only_when_asked(run, data_dir, tmp_path):
    entry = run("diary", "--note", "x", "--json").json
    file = str(tmp_path / "all.json")
    run("export", file)
    with Journal.open(
        data_dir / "journal.sqlite3", lambda: datetime(2026, 3, 10, 19, tzinfo=UTC), "UTC"
    ) as journal:
        journal.diary.delete(entry["id"])
    assert run("import", file, "--json").json == {
        "added": 0,
        "already_there": 0,
        "refused": [{"line": "diary[0]", "reason": "was deleted here"}],
    }
    assert run("import", file, "--undelete").out.startswith("Added 1 entry")
    assert run("diary", "--json").json == entry
