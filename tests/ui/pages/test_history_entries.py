"""Reading the journal backwards, against the plain list of all that was written."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from backguide.journal.journal import Journal
from backguide.ui.pages.history_entries import KINDS, DayEntry, EntryReader, SessionEntry, WeekEntry, read_day

NOW = datetime(2026, 1, 5, 7, tzinfo=UTC)
TODAY = NOW.date()
DAYS = st.sets(st.integers(0, 200) | st.integers(0, 40_000), max_size=12)


@settings(max_examples=60)
@given(sessions=DAYS, days=DAYS, rated=DAYS, weeks=DAYS, kinds=st.sets(st.sampled_from(KINDS), min_size=1))
def test_every_entry_of_the_kinds_asked_for_comes_once_and_newest_first(sessions, days, rated, weeks, kinds):
    with Journal.in_memory(lambda: NOW, "UTC") as journal:
        for ago in sessions:
            journal.log_session(NOW - timedelta(days=ago), "", "Walk", 0, {("before", "back"): 3})
        for ago in days:
            journal.diary.write(TODAY - timedelta(days=ago), "x")
        for ago in rated:
            journal.rate(None, "daily", "leg", 2, NOW - timedelta(days=ago))
        for ago in weeks:
            journal.peg.answer(1, 2, 3, TODAY - timedelta(days=ago))
        reader, found = EntryReader(journal, kinds), []
        while more := reader.more():
            found += more
    assert reader.is_at_end
    expected = {SessionEntry: sessions, DayEntry: days | rated, WeekEntry: weeks}
    for kind, agos in expected.items():
        told = [(TODAY - entry.day).days for entry in found if isinstance(entry, kind)]
        assert told == (sorted(agos) if kind in kinds else [])
    assert [entry.day for entry in found] == sorted((entry.day for entry in found), reverse=True)
    assert all(len(entry.ratings) == 1 for entry in found if isinstance(entry, SessionEntry))


def test_a_day_is_read_with_its_words_and_its_ratings():
    with Journal.in_memory(lambda: NOW, "UTC") as journal:
        assert read_day(journal, TODAY) is None
        journal.diary.keep_day(TODAY, "Snow", ["walking"], {"back": 3, "leg": None})
        entry = read_day(journal, TODAY)
    assert entry is not None
    assert (entry.note, entry.tags, entry.pain) == ("Snow", ("walking",), {"back": 3})
