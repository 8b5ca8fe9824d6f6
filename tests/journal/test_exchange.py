import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backguide.desktop.clock import ManualClock
from backguide.journal.errors import JournalError
from backguide.journal.exchange import export_json, import_json
from backguide.journal.journal import Journal
from backguide.journal.recorder import SessionRecorder
from tests.journal.builders import ZONE, journal_at, timeline


@pytest.fixture
def file(tmp_path):
    return tmp_path / "export.json"


@pytest.fixture
def filled(journal):
    recorder = SessionRecorder.begin(journal, timeline())
    recorder.hurt(timeline().steps[2], 8.0, 6)
    recorder.skip("time", item=1)
    journal.rate(recorder.session.id, "before", "back", 4)
    journal.close_session(recorder.session.id)
    journal.log_session(journal.now(), "kurz", "Kürzer & „besser“ 🙂", 60, {("after", "leg"): 0})
    journal.rate(None, "daily", "back", 3)
    journal.diary.write(note="Trug „schwer“ 🙂", tags=["stress", "eigenes Wort"])
    journal.peg.answer(4, None, 0)
    return journal


@pytest.fixture
def empty(tmp_path, clock):
    with journal_at(tmp_path / "other" / "journal.db", clock) as opened:
        yield opened


def rows(journal):
    return journal.contents().in_order()


def test_what_is_exported_comes_back_whole(filled, empty, file):
    export_json(filled, file)
    report = import_json(empty, file)

    assert empty.contents() == filled.contents()
    assert (report.added, report.already_there, report.refused) == (len(rows(filled)), 0, ())


def test_importing_twice_adds_nothing(filled, file):
    before = filled.contents()
    export_json(filled, file)
    report = import_json(filled, file)

    assert filled.contents() == before
    assert (report.added, report.already_there, report.refused) == (0, len(rows(filled)), ())


def test_an_import_never_overwrites_what_is_here(filled, file):
    export_json(filled, file)
    corrected = filled.rate(None, "daily", "back", 9)
    import_json(filled, file)
    assert corrected in filled.ratings()


def test_an_unfinished_session_arrives_as_stopped(journal, empty, file):
    session = journal.begin_session(timeline())
    export_json(journal, file)
    import_json(empty, file)
    assert empty.session(session.id) == replace(session, state="stopped")
    assert empty.open_session() is None


def change(file, kind, index, **fields):
    written = json.loads(file.read_text())
    written[kind][index].update(fields)
    file.write_text(json.dumps(written))


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("value", 11, "value must be a whole number from 0 to 10"),
        ("value", 3.5, "value must be a whole number from 0 to 10"),
        ("value", True, "value must be a whole number from 0 to 10"),
        ("value", None, "value must be a whole number from 0 to 10"),
        ("site", "neck", "site must be one of back, leg"),
        ("rated_at", "yesterday", "rated_at must be a date and time with its offset from UTC"),
        ("rated_at", "2026-01-05T07:00:00", "rated_at must be a date and time with its offset from UTC"),
        ("rated_at", "0001-01-01T00:00:00+14:00", "rated_at is out of range"),
        ("id", "1", "id is malformed"),
        ("zone", 7, "zone must be text"),
        ("zone", "", "a value is outside what is allowed"),
        ("zone", "\ud800", "zone is malformed"),
        ("session", "019b8cf4-9d80-7003-be4d-47def84962e7", "its session is not in the journal"),
    ],
)
def test_a_bad_row_is_refused_with_its_place_and_reason_and_the_rest_added(
    filled, empty, file, field, value, reason
):
    export_json(filled, file)
    change(file, "ratings", 1, **{field: value})
    report = import_json(empty, file)

    assert [(entry.line, entry.reason) for entry in report.refused] == [("ratings[1]", reason)]
    assert report.added == len(rows(filled)) - 1
    assert len(empty.ratings()) == len(filled.ratings()) - 1


@pytest.mark.parametrize(
    ("kind", "field", "value", "reason"),
    [
        ("diary", "tags", ["a\nb"], "tags must be words of 1 to 40 characters"),
        ("diary", "tags", ["fine", ""], "tags must be words of 1 to 40 characters"),
        ("diary", "tags", ["x" * 41], "tags must be words of 1 to 40 characters"),
        ("diary", "tags", "stress", "tags must be a list of at most 20 words"),
        ("diary", "tags", ["x"] * 21, "tags must be a list of at most 20 words"),
        ("diary", "tags", [3], "tags must be text"),
        ("diary", "day", "5.1.2026", "day must be a day such as 2026-01-31"),
        ("diary", "note", "x" * 5001, "a value is outside what is allowed"),
        ("peg", "activity", 11, "activity must be a whole number from 0 to 10"),
        ("peg", "pain", None, "a value is outside what is allowed"),
    ],
)
def test_a_bad_day_is_refused_with_its_reason(filled, empty, file, kind, field, value, reason):
    export_json(filled, file)
    change(file, "peg", 0, activity=None)
    change(file, kind, 0, **{field: value})
    [refused] = import_json(empty, file).refused
    assert (refused.line, refused.reason) == (f"{kind}[0]", reason)


def test_a_second_rating_for_the_same_moment_is_refused(filled, empty, file):
    export_json(filled, file)
    session = filled.contents().ratings[0].session
    change(file, "ratings", 1, session=session, moment="before", site="back")
    [refused] = import_json(empty, file).refused
    assert refused.reason == "the session already has a rating for this moment and site"


def test_what_belongs_to_a_refused_session_is_refused_too(filled, empty, file):
    export_json(filled, file)
    change(file, "sessions", 0, done_s="a lot")
    refused = import_json(empty, file).refused
    assert refused[0].reason == "done_s must be a number"
    assert {entry.reason for entry in refused[1:]} == {"its session is not in the journal"}
    assert len(empty.sessions()) == 1


@pytest.mark.parametrize("number", ["NaN", "1e999", "-1", "1e300"])
def test_a_number_that_is_none_is_refused(filled, empty, file, number):
    export_json(filled, file)
    file.write_text(file.read_text().replace('"done_s": 60.0', f'"done_s": {number}'))
    assert import_json(empty, file).refused[0].line == "sessions[1]"


def test_a_missing_field_is_named_and_one_with_a_default_is_not_needed(filled, empty, file):
    export_json(filled, file)
    written = json.loads(file.read_text())
    del written["sessions"][0]["note"]
    del written["ratings"][0]["value"]
    written["ratings"].append("not a rating")
    file.write_text(json.dumps(written))
    refused = import_json(empty, file).refused
    assert [(entry.line, entry.reason) for entry in refused] == [
        ("ratings[0]", "value is missing"),
        ("ratings[3]", "not an object"),
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"pain,date\n3,2026-01-05\n",
        b"[]",
        b"[" * 100_000,
        b'{"format": "something-else", "version": 1}',
        b"\xff\xfe\x00",
        b'{"sessions": []}',
    ],
)
def test_a_file_that_is_not_ours_is_refused_whole(journal, file, content):
    file.write_bytes(content)
    with pytest.raises(JournalError, match=r"export\.json is not an export of a Backguide journal"):
        import_json(journal, file)


def test_an_export_of_a_newer_version_is_refused(journal, file):
    export_json(journal, file)
    file.write_text(file.read_text().replace('"version": 2', '"version": 3'))
    with pytest.raises(JournalError, match="newer Backguide"):
        import_json(journal, file)


def test_a_list_that_is_none_is_refused_and_the_rest_added(filled, empty, file):
    export_json(filled, file)
    written = json.loads(file.read_text()) | {"hurt_marks": 3}
    file.write_text(json.dumps(written))
    assert [(e.line, e.reason) for e in import_json(empty, file).refused] == [("hurt_marks", "not a list")]
    assert empty.sessions() == filled.sessions()


def test_a_file_that_is_not_there_is_told(journal, tmp_path):
    with pytest.raises(JournalError, match="cannot be read"):
        import_json(journal, tmp_path / "nowhere.json")


def test_a_place_that_cannot_be_written_is_told_and_leaves_nothing_behind(journal, tmp_path):
    target = tmp_path / "folder"
    target.mkdir()
    before = sorted(tmp_path.iterdir())
    with pytest.raises(JournalError, match="cannot be written"):
        export_json(journal, target)
    with pytest.raises(JournalError, match="cannot be written"):
        export_json(journal, tmp_path / "nowhere" / "export.json")
    assert sorted(tmp_path.iterdir()) == before


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@given(st.sampled_from(["sessions", "results", "hurt_marks", "ratings", "diary", "peg"]), st.data())
def test_whatever_stands_in_a_field_is_added_or_refused(tmp_path_factory, kind, data):
    file = tmp_path_factory.mktemp("any") / "export.json"
    clock = ManualClock()
    with Journal.in_memory(clock.now, ZONE) as source, Journal.in_memory(clock.now, ZONE) as target:
        recorder = SessionRecorder.begin(source, timeline())
        recorder.hurt(timeline().steps[2], 8.0, 6)
        source.rate(recorder.session.id, "before", "back", 3)
        source.diary.write(note="Tired", tags=["stress"])
        source.peg.answer(4, 5, 6)
        export_json(source, file)
        written = json.loads(file.read_text())
        field = data.draw(st.sampled_from(sorted(written[kind][0])))
        written[kind][0][field] = data.draw(JSON)
        file.write_text(json.dumps(written))

        report = import_json(target, file)

        assert report.added + report.already_there + len(report.refused) == len(rows(source))
