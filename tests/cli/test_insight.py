from datetime import date, timedelta

import pytest

WORDS = {"better", "worse", "within_usual", "not_enough_data"}
NAMES = ["session_effect", "next_morning", "trend", "change_since_start", "pain_and_adherence", "peg"]


def log_weeks(run, weeks, end=date(2026, 3, 10)):
    """Log a whole routine four days a week, with pain that falls by a point right after."""
    days = [end - timedelta(days=back) for back in range(7 * weeks)]
    for day in (day for day in days if day.weekday() < 4):
        before = str(4 + day.toordinal() % 3)
        after = str(3 + day.toordinal() % 3)
        words = (
            "--before",
            before,
            "--after",
            after,
            "--at",
            f"{day}T07:15",
            "--routine",
            "morning-mobility",
        )
        assert run("log", *words).status == 0


def by_name(said):
    return {verdict["name"]: verdict for verdict in said["verdicts"]}


def test_an_empty_journal_says_what_it_lacks(run):
    said = run("insight", "--json")
    assert (said.status, said.err) == (0, "")
    assert [verdict["name"] for verdict in said.json["verdicts"]] == NAMES
    for verdict in said.json["verdicts"]:
        assert verdict["verdict"] == "not_enough_data"
        assert (verdict["n"], verdict["estimate"], verdict["interval"]) == (0, None, None)
        assert verdict["needs"] > 0
        assert "more" in verdict["sentence"] or "rate" in verdict["sentence"]
    assert said.json["adherence"]["planned_days"] == 0
    assert said.json["adherence"]["share"] is None
    assert "No planned day is over yet." in run("insight").out


def test_logged_sessions_become_verdicts_and_adherence(run):
    log_weeks(run, 3)
    said = run("insight", "--json").json
    effect = by_name(said)["session_effect"]
    assert effect == {
        "name": "session_effect",
        "verdict": "better",
        "n": 12,
        "needs": 10,
        "estimate": -1,
        "interval": [-1, -1],
        "sentence": effect["sentence"],
    }
    assert by_name(said)["trend"]["sentence"].startswith("Not enough data yet")
    kept = said["adherence"]
    assert (kept["start"], kept["end"]) == ("2026-02-18", "2026-03-10")
    assert (kept["planned_days"], kept["done_days"]) == (21, 12)
    assert kept["share"] == pytest.approx(12 / 21)
    assert kept["mobility"] == {"planned": 21, "done": 12, "share": pytest.approx(12 / 21)}
    assert kept["strength"]["done"] == 0
    assert kept["rated"] == {"days": 21, "rated": 12, "share": pytest.approx(12 / 21)}
    assert [week["rated_days"] for week in kept["weeks"]] == [2, 4, 4, 2]
    assert [week["share"] for week in kept["weeks"]] == pytest.approx([2 / 5, 4 / 7, 4 / 7, 1])


def test_a_day_can_be_asked_for_as_if_it_were_today(run):
    log_weeks(run, 3)
    then = run("insight", "--json", "--at", "2026-02-20").json
    assert then["adherence"]["end"] == "2026-02-20"
    assert by_name(then)["session_effect"]["n"] == 2
    assert run("insight", "--json", "--at", "2026-03-10").json == run("insight", "--json").json


def test_for_people_it_is_sentences(run):
    log_weeks(run, 3)
    lines = run("insight").out.splitlines()
    assert lines[0] == "Since 2026-02-18: 12 of 21 (57%) planned days done."
    assert lines[1] == "Mobility 12 of 21 (57%); strength 0 of 9 (0%)."
    assert lines[2] == "Pain rated on 12 of 21 (57%) days."
    assert "Right after a session: better" in lines
    assert any("  In your last 12 sessions" in line for line in lines)
    assert sum("not enough data yet" in line for line in lines) == 5


def test_wrong_days_are_told(run):
    said = run("insight", "--at", "yesterday")
    assert (said.status, said.out) == (2, "")
    assert "yesterday" in said.err


def test_the_three_questions_of_the_journal_are_told(run):
    for week in range(5):
        told = ("4", "3", "3") if week == 0 else ("2", "1", "1")
        assert run("peg", *told, "--at", str(date(2026, 1, 6) + timedelta(weeks=week))).status == 0
    said = by_name(run("insight", "--json").json)["peg"]
    assert said["n"] == 5
