"""Writing about days: the diary, and the three questions about the week."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from backguide.journal import store
from backguide.journal.desk import Desk
from backguide.journal.errors import JournalError
from backguide.journal.ratings import checked
from backguide.journal.records import DiaryEntry, PegAnswer, Rows
from backguide.journal.tombstones import bury
from backguide.journal.values import note_text, tag_words


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
            found = store.DIARY.of_day(self._desk.connection, day)
            before = found or DiaryEntry(
                self._desk.new_id(), day, self._desk.zone(), self._desk.now(), note=""
            )
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

    def delete(self, entry: str) -> Rows:
        """Delete an entry; `Journal.restore` puts the returned rows back. KeyError when there is none."""
        with self._desk.writing():
            found = store.DIARY.get(self._desk.connection, entry)
            if found is None:
                raise KeyError(entry)
            store.DIARY.delete(self._desk.connection, entry)
            bury(self._desk.connection, "diary", entry, self._desk.now())
        return Rows(diary=(found,))


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
