"""Writing about days: the diary, and the three questions about the week."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time

from backguide.journal import store
from backguide.journal.desk import Desk
from backguide.journal.errors import JournalError
from backguide.journal.ratings import (
    checked,
    corrected,
    keep_rating,
    rating_of_day,
    ratings_of_day,
    take_back,
)
from backguide.journal.records import DiaryEntry, PegAnswer, Rows, Site
from backguide.journal.tombstones import bury
from backguide.journal.values import note_text, tag_words, zone_named

_USUAL_EVENING = time(20)


class Diary:
    """Writes what a person notes about a day; each call is written whole or not at all, and at once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def write(
        self, day: date | None = None, note: str | None = None, tags: Iterable[str] | None = None
    ) -> DiaryEntry:
        """Write the entry of a day, today without one, or correct the one that is there.

        What is None stays as it was. JournalError for a day to come, an entry of nothing, and a note or
        tag that is too long.
        """
        day = _begun(self._desk, day)
        with self._desk.writing():
            return self._put(day, note, tags)

    def keep_day(self, day: date, note: str, tags: Iterable[str], ratings: Mapping[Site, int | None]) -> None:
        """Keep what is told of a day as a whole: its entry, and its daily ratings of the sites named.

        Without note and tags there is no entry afterwards, and a rating of None becomes a gap. A rating
        added to a past day counts for its evening. JournalError for a day to come, when nothing is told,
        and for a note or tag that is too long.
        """
        day = _begun(self._desk, day)
        tags = tuple(tags)
        if not (note.strip() or tags or any(value is not None for value in ratings.values())):
            raise JournalError("Give a number, choose a tag or write a note first.")
        with self._desk.writing():
            found = store.DIARY.of_day(self._desk.connection, day)
            if note.strip() or tags:
                self._put(day, note, tags)
            elif found is not None:
                self._take_out(found)
            for site, value in ratings.items():
                self._rate(day, site, value)

    def delete(self, entry: str) -> Rows:
        """Delete an entry; `Journal.restore` puts the returned rows back. KeyError when there is none."""
        with self._desk.writing():
            found = store.DIARY.get(self._desk.connection, entry)
            if found is None:
                raise KeyError(entry)
            self._take_out(found)
        return Rows(diary=(found,))

    def delete_day(self, day: date) -> Rows:
        """Delete a day's entry with the ratings that belong to no session; `Journal.restore` undoes it.

        KeyError when there is none of them.
        """
        with self._desk.writing():
            entry = store.DIARY.of_day(self._desk.connection, day)
            ratings = ratings_of_day(self._desk.connection, day)
            if entry is None and not ratings:
                raise KeyError(day)
            if entry is not None:
                self._take_out(entry)
            for rating in ratings:
                take_back(self._desk, rating)
        return Rows(ratings=ratings, diary=() if entry is None else (entry,))

    def _put(self, day: date, note: str | None, tags: Iterable[str] | None) -> DiaryEntry:
        found = store.DIARY.of_day(self._desk.connection, day)
        before = found or DiaryEntry(self._desk.new_id(), day, self._desk.zone(), self._desk.now(), note="")
        entry = replace(
            before,
            note=before.note if note is None else note_text(note),
            tags=before.tags if tags is None else tag_words(tags),
        )
        if not entry.note and not entry.tags:
            raise JournalError("A diary entry needs a note or a tag.")
        if found and entry != found:
            entry = replace(entry, changed_at=self._desk.now())
        store.DIARY.put(self._desk.connection, entry)
        return entry

    def _take_out(self, entry: DiaryEntry) -> None:
        store.DIARY.delete(self._desk.connection, entry.id)
        bury(self._desk.connection, "diary", entry.id, self._desk.now())

    def _rate(self, day: date, site: Site, value: int | None) -> None:
        found = rating_of_day(self._desk.connection, "daily", site, day)
        if found is None and value is not None:
            keep_rating(self._desk, None, "daily", site, value, self._evening(day))
        elif found is not None and value is None:
            take_back(self._desk, found)
        elif found is not None and value is not None:
            after = corrected(self._desk, replace(found, value=checked(value)), found)
            store.RATINGS.put(self._desk.connection, after)

    def _evening(self, day: date) -> datetime:
        """Return when a rating of that day is taken to be given: now if it is today."""
        if day == self._desk.today():
            return self._desk.now()
        return datetime.combine(day, _USUAL_EVENING, zone_named(self._desk.zone())).astimezone(UTC)


class Peg:
    """Writes the answers to the three questions of the week; each call whole or not at all, and at once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def answer(
        self, pain: int | None, enjoyment: int | None, activity: int | None, day: date | None = None
    ) -> PegAnswer:
        """Write the answers of a day, today without one, in place of earlier ones of that day.

        None is a question not answered. JournalError for a day to come, and when none is answered.
        """
        given = (pain, enjoyment, activity)
        for value in given:
            if value is not None:
                checked(value)
        if given == (None, None, None):
            raise JournalError("Answer at least one of the three questions.")
        day = _begun(self._desk, day)
        with self._desk.writing():
            found = store.PEG.of_day(self._desk.connection, day)
            answer = PegAnswer(self._desk.new_id(), day, self._desk.zone(), self._desk.now(), *given)
            if found:
                answer = replace(found, pain=pain, enjoyment=enjoyment, activity=activity)
            if found and answer != found:
                answer = replace(answer, changed_at=self._desk.now())
            store.PEG.put(self._desk.connection, answer)
        return answer

    def delete(self, answer: str) -> Rows:
        """Delete a day's answers; `Journal.restore` puts the returned rows back. KeyError without any."""
        with self._desk.writing():
            found = store.PEG.get(self._desk.connection, answer)
            if found is None:
                raise KeyError(answer)
            store.PEG.delete(self._desk.connection, answer)
            bury(self._desk.connection, "peg", answer, self._desk.now())
        return Rows(peg=(found,))


def _begun(desk: Desk, day: date | None) -> date:
    if day is None:
        return desk.today()
    if day > desk.today():
        raise JournalError(f"The day {day} is still to come; choose today or one before.")
    return day
