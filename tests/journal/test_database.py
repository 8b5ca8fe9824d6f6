import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from shutil import copyfile

import pytest

from backguide.desktop.clock import ManualClock
from backguide.journal.database import open_database
from backguide.journal.errors import DamagedJournalError, JournalError, NewerJournalError
from backguide.journal.exchange import export_json, import_json
from backguide.journal.journal import Journal
from backguide.journal.opening import open_or_stand_in
from backguide.journal.schema import MIGRATIONS
from tests.journal.builders import ZONE, Faults, journal_at, timeline

FIXTURES = Path(__file__).parent / "fixtures"
VERSIONS = range(1, len(MIGRATIONS) + 1)


def schema_of(path):
    with closing(sqlite3.connect(path)) as connection:
        return sorted(connection.execute("SELECT type, name, sql FROM sqlite_schema").fetchall())


def pragma(path, name):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]


def test_every_released_version_has_a_fixture():
    assert [path.stem for path in sorted(FIXTURES.glob("*.db"))] == [f"v{version}" for version in VERSIONS]


@pytest.mark.parametrize("version", VERSIONS)
def test_an_old_journal_is_brought_up_to_date_with_all_it_holds(version, path, clock, tmp_path):
    path.parent.mkdir()
    copyfile(FIXTURES / f"v{version}.db", path)
    fresh = tmp_path / "fresh.db"
    journal_at(fresh, clock).close()

    with journal_at(path, clock) as journal, Journal.in_memory(clock.now, ZONE) as told:
        report = import_json(told, FIXTURES / f"v{version}.json")
        assert not report.refused
        assert journal.contents() == told.contents()
        assert len(journal.contents().in_order()) == report.added > 0
    assert schema_of(path) == schema_of(fresh)
    assert pragma(path, "user_version") == len(MIGRATIONS)


def test_an_export_looks_as_it_did_when_its_version_was_released(path, clock, tmp_path):
    path.parent.mkdir()
    newest = FIXTURES / f"v{len(MIGRATIONS)}.db"
    copyfile(newest, path)
    with journal_at(path, clock) as journal:
        export_json(journal, tmp_path / "now.json")
    assert (tmp_path / "now.json").read_text() == newest.with_suffix(".json").read_text()


def add_mood(connection):
    connection.execute("CREATE TABLE mood (id BLOB PRIMARY KEY) STRICT, WITHOUT ROWID")


def test_an_old_journal_is_copied_before_it_is_changed(path, clock):
    with journal_at(path, clock) as journal:
        session = journal.begin_session(timeline())

    open_database(path, clock.now, migrations=(*MIGRATIONS, add_mood)).close()

    assert pragma(path, "user_version") == len(MIGRATIONS) + 1
    copy = path.with_name(f"journal-v{len(MIGRATIONS)}-20260105T070000Z.db")
    with journal_at(copy, clock) as journal:
        assert journal.sessions() == (session,)


def test_a_migration_that_fails_leaves_the_old_journal(path, clock):
    journal_at(path, clock).close()
    before = schema_of(path)

    def fail(connection):
        add_mood(connection)
        connection.execute("INSERT INTO nowhere VALUES (1)")

    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        open_database(path, clock.now, migrations=(*MIGRATIONS, fail))
    assert schema_of(path) == before
    assert pragma(path, "user_version") == len(MIGRATIONS)


def test_the_file_is_set_up_for_safe_and_quick_writing(path, clock):
    with closing(open_database(path, clock.now)) as connection:
        asked = ("journal_mode", "synchronous", "foreign_keys")
        assert [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in asked] == ["wal", 1, 1]
        tables = connection.execute("PRAGMA table_list").fetchall()
        assert all(strict for schema, name, *_, strict in tables if not name.startswith("sqlite_"))


def test_a_newer_journal_is_refused_and_left_alone(path, clock):
    journal_at(path, clock).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = path.read_bytes()

    with pytest.raises(NewerJournalError, match="newer version of Backguide"):
        journal_at(path, clock)
    assert path.read_bytes() == before


def damaged_inside(path, clock):
    with journal_at(path, clock) as journal:
        for _ in range(50):
            journal.begin_session(timeline())
    content = bytearray(path.read_bytes())
    content[4096 : len(content) // 2] = b"\xff" * (len(content) // 2 - 4096)
    path.write_bytes(content)


def not_a_database(path, _clock):
    path.parent.mkdir()
    path.write_text("Dear diary, today my back was stiff.")


def cut_short(path, clock):
    journal_at(path, clock).close()
    path.write_bytes(path.read_bytes()[:5000])


def of_another_program(path, _clock):
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")


DAMAGES = [damaged_inside, not_a_database, cut_short, of_another_program]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_journal_is_named_in_one_sentence_and_left_untouched(damage, path, clock):
    damage(path, clock)
    before = path.read_bytes()

    with pytest.raises(DamagedJournalError) as told:
        journal_at(path, clock)

    assert str(path) in str(told.value)
    assert "\n" not in str(told.value)
    assert path.read_bytes() == before


@pytest.mark.parametrize("damage", DAMAGES)
def test_with_a_damaged_journal_a_fresh_one_beside_it_is_used_from_start_to_start(damage, path, clock):
    damage(path, clock)
    before = path.read_bytes()

    opened = open_or_stand_in(path, clock.now, ZONE)
    with opened.journal as journal:
        session = journal.log_session(clock.now(), "short", "Short")
    again = open_or_stand_in(path, clock.now, ZONE)

    assert opened.problem is not None
    assert str(path.with_name("journal-fresh.db")) in opened.problem
    with again.journal as journal:
        assert journal.sessions() == (session,)
    assert path.read_bytes() == before


def test_a_healthy_journal_is_opened_without_a_word(path, clock):
    opened = open_or_stand_in(path, clock.now, ZONE)
    with opened.journal as journal:
        assert (journal.path, opened.problem) == (path, None)


def test_where_no_file_can_be_written_the_journal_is_kept_in_memory_and_says_so(tmp_path, clock):
    (tmp_path / "file").write_text("in the way")
    path = tmp_path / "file" / "journal.db"

    with pytest.raises(JournalError, match="cannot be written"):
        journal_at(path, clock)
    opened = open_or_stand_in(path, clock.now, ZONE)

    with opened.journal as journal:
        assert journal.log_session(clock.now(), "short", "Short") in journal.sessions()
    assert opened.problem is not None
    assert "nothing is kept" in opened.problem


def test_a_folder_in_place_of_the_file_is_told(path, clock):
    path.mkdir(parents=True)
    with pytest.raises(JournalError, match="cannot be written"):
        journal_at(path, clock)


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (sqlite3.SQLITE_READONLY, "cannot be written"),
        (sqlite3.SQLITE_IOERR | 3 << 8, "cannot be written"),
        (sqlite3.SQLITE_FULL, "no room left"),
        (sqlite3.SQLITE_BUSY, "in use by another program"),
        (sqlite3.SQLITE_CORRUPT, "damaged"),
    ],
)
def test_what_the_world_does_to_the_file_is_told_in_a_sentence(path, clock, code, sentence):
    faults = Faults()
    with journal_at(path, clock, connect=faults.connect) as journal:
        faults.fail("INSERT INTO rating", code)
        with pytest.raises(JournalError, match=sentence):
            journal.rate(None, "daily", "back", 3)
        faults.heal()
        assert journal.ratings() == ()
        journal.rate(None, "daily", "back", 3)


def test_a_mistake_in_our_own_sql_stays_loud(path, clock):
    faults = Faults()
    with journal_at(path, clock, connect=faults.connect) as journal:
        faults.fail("INSERT INTO rating", sqlite3.SQLITE_ERROR)
        with pytest.raises(sqlite3.OperationalError):
            journal.rate(None, "daily", "back", 3)


def test_a_full_disk_loses_nothing_that_was_saved(path, clock):
    faults = Faults()
    with journal_at(path, clock, connect=faults.connect) as journal:
        saved = journal.log_session(clock.now(), "short", "Short")
        pages = faults.connection.execute("PRAGMA page_count").fetchone()[0]
        faults.connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(JournalError, match="no room left"):
            journal.log_session(clock.now(), "long", "x" * 100_000)
        assert journal.sessions() == (saved,)
        faults.connection.execute("PRAGMA max_page_count = 1000000")
        assert journal.log_session(clock.now(), "long", "x" * 100_000) in journal.sessions()


def test_another_program_that_writes_is_told_and_waited_for(path, clock):
    faults = Faults()
    with journal_at(path, clock, connect=faults.connect) as journal:
        faults.connection.execute("PRAGMA busy_timeout = 0")
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(JournalError, match="in use by another program"):
                journal.rate(None, "daily", "back", 3)
            other.execute("ROLLBACK")
        journal.rate(None, "daily", "back", 3)


KILLED = """
import os, signal, sys
from pathlib import Path
from backguide.desktop.clock import ManualClock
from backguide.journal.recorder import SessionRecorder
from backguide.session.player import Player
from tests.journal.builders import Faults, journal_at, timeline

clock, faults = ManualClock(), Faults()
recorder = SessionRecorder.begin(journal_at(Path(sys.argv[1]), clock, connect=faults.connect), timeline())
player = Player(timeline(), clock.monotonic_s)
player.start()
for second in range(int(sys.argv[2])):
    clock.move(1)
    recorder.record(player.advance())
    recorder.checkpoint(player.progress.position_s)
if sys.argv[3] == "amid a write":
    faults.connection.execute("BEGIN IMMEDIATE")
    faults.connection.execute("DELETE FROM session")
os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
"""


@pytest.mark.parametrize(
    ("seconds", "moment", "done_s"), [(0, "idle", 0), (12, "idle", 7), (42, "amid a write", 22)]
)
def test_a_session_killed_at_any_moment_is_found_again(path, seconds, moment, done_s):
    ran = subprocess.run(
        [sys.executable, "-c", KILLED, str(path), str(seconds), moment],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode != 0
    assert ran.stderr == ""

    with journal_at(path, ManualClock()) as journal:
        left = journal.open_session()
        assert left is not None
        assert (left.position_s, left.done_s) == (seconds, done_s)
        assert sum(result.done_s for result in journal.results(left.id)) == done_s
        assert journal.unfinished_timeline(left.id) == timeline()


def test_a_journal_in_memory_is_gone_afterwards(clock):
    with Journal.in_memory(clock.now, ZONE) as journal:
        journal.rate(None, "daily", "back", 3)
    with Journal.in_memory(clock.now, ZONE) as journal:
        assert journal.ratings() == ()
