"""A journal written by hand, row by row, and the page that is made of it."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from uuid import UUID

from backguide.catalogue.model import Catalogue, Routine, RoutineItem, WeekPlan
from backguide.desktop.clock import ManualClock
from backguide.journal.journal import Journal
from backguide.journal.records import (
    DiaryEntry,
    ExerciseResult,
    HurtMark,
    Moment,
    PegAnswer,
    Rating,
    Row,
    SessionRecord,
    Site,
)
from backguide.report.build import report_content
from backguide.report.content import ReportContent, ReportRequest
from tests.session.builders import exercise

ZONE = "Europe/Berlin"
TODAY = date(2026, 3, 10)  # a Tuesday
NOW = datetime(2026, 3, 10, 19, 0, tzinfo=UTC)


def small_catalogue() -> Catalogue:
    """Bird dog on both sides and a plank without any; "morning" asks for the plain ones, every day."""
    items = (RoutineItem("bird-dog", "plain"), RoutineItem("plank", "harder"))
    routine = Routine("morning", "Morning", "Wakes the back.", frozenset({"mobility"}), 5, items)
    exercises = {"bird-dog": exercise("bird-dog"), "plank": exercise("plank", "none")}
    return Catalogue(exercises, {"morning": routine}, WeekPlan(frozenset(range(7)), frozenset()))


class Book:
    """Writes rows with identifiers of its own; the journal takes them in at the end."""

    def __init__(self) -> None:
        self._numbers: Iterator[int] = count(1)
        self.rows: list[Row] = []

    def new_id(self) -> str:
        return str(UUID(int=next(self._numbers)))

    def session(self, day: date, *, note: str = "", done_s: float = 60.0) -> SessionRecord:
        began = datetime.combine(day, time(7), UTC)
        ended = began + timedelta(minutes=5)
        kept = SessionRecord(
            self.new_id(),
            began,
            ZONE,
            "morning",
            "Morning",
            "finished",
            "guided",
            60.0,
            done_s,
            300.0,
            ended,
            note,
        )
        self.rows.append(kept)
        return kept

    def result(
        self, session, exercise, done_s, *, side=None, outcome="done", reason=None, form="plain", item=0
    ):
        kept = ExerciseResult(
            self.new_id(), session.id, item, exercise, form, side, 1, 20.0, done_s, outcome, reason
        )
        self.rows.append(kept)

    def hurt(self, session, exercise="bird-dog", side=None, value=None):
        at = session.started_at + timedelta(seconds=30)
        mark = HurtMark(self.new_id(), session.id, 0, exercise, "plain", side, 30.0, at, value)
        self.rows.append(mark)

    def rate(self, session: SessionRecord, values: Mapping[tuple[Moment, Site], int]) -> None:
        for (moment, site), value in values.items():
            late = {"before": 0, "after": 5, "next_morning": 24 * 60}[moment]
            at = session.started_at + timedelta(minutes=late)
            self.rows.append(Rating(self.new_id(), session.id, moment, site, value, at, ZONE))

    def note(self, day: date, note: str, *tags: str) -> None:
        written = datetime.combine(day, time(20), UTC)
        self.rows.append(DiaryEntry(self.new_id(), day, ZONE, written, note, tags))

    def peg(self, day: date, *answers: int | None) -> None:
        written = datetime.combine(day, time(20), UTC)
        self.rows.append(PegAnswer(self.new_id(), day, ZONE, written, *answers))

    def page(self, request: ReportRequest | None = None, catalogue: Catalogue | None = None) -> ReportContent:
        """Return the page as of `TODAY`."""
        with Journal.in_memory(ManualClock(NOW).now, ZONE) as journal:
            journal.merge(self.rows)
            return report_content(journal, catalogue or small_catalogue(), request or ReportRequest(), TODAY)
