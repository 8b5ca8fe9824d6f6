"""How long the journal's questions take with a year of sessions and with a hundred years, and what it weighs.

python -m tests.benchmarks.journal_scale [FOLDER]
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

from backguide import assets
from backguide.catalogue.load import load_catalogue
from backguide.journal.journal import Journal
from backguide.journal.planned import planned_results, with_done
from backguide.journal.records import HurtMark, Moment, Rating, Row, SessionRecord, Site
from backguide.session.compile import compile_timeline
from backguide.session.timeline import Timeline

SIZES = (365, 36_500)
ZONE = "Europe/Berlin"
END = datetime(2026, 3, 1, 6, tzinfo=UTC)
RATED: tuple[tuple[Moment, Site], ...] = (("before", "back"), ("after", "back"), ("before", "leg"))
TIMES = 5
_BATCH = 500


def session_rows(journal: Journal, timeline: Timeline, at: datetime, random: Random) -> list[Row]:
    """Return a whole session with three ratings of its own and one of the next morning."""
    identifier = journal.new_id()
    results = [
        with_done(result, result.planned_s * random.choice((0, 1, 1, 1)))
        for result in planned_results(timeline, identifier, journal.new_id)
    ]
    planned_s, done_s = sum(r.planned_s for r in results), sum(r.done_s for r in results)
    long = timedelta(seconds=timeline.duration_s)
    session = SessionRecord(
        identifier,
        at,
        ZONE,
        timeline.routine,
        timeline.name,
        "finished",
        "guided",
        planned_s,
        done_s,
        timeline.duration_s,
        at + long,
    )
    ratings = [
        Rating(journal.new_id(), identifier, moment, site, random.randint(0, 10), at, ZONE)
        for moment, site in RATED
    ]
    ratings.append(
        replace(ratings[0], id=journal.new_id(), moment="next_morning", rated_at=at + timedelta(days=1))
    )
    marks = []
    if random.random() < 0.05:
        portion = (results[0].item, results[0].exercise, results[0].variation, results[0].side)
        marks.append(HurtMark(journal.new_id(), identifier, *portion, 9.0, at, 5))
    return [session, *results, *marks, *ratings]


def fill(path: Path, sessions: int) -> None:
    """Write so many sessions, one a day, in turn the routines of the week."""
    catalogue = load_catalogue(assets.folder())
    slugs = ("morning-mobility", "strength", "morning-mobility")
    timelines = [compile_timeline(catalogue.routines[slug], catalogue) for slug in slugs]
    random = Random(7)
    with Journal.open(path, lambda: END, ZONE) as journal:
        rows: list[Row] = []
        for number in range(sessions):
            at = END - timedelta(days=sessions - number)
            rows += session_rows(journal, timelines[number % 3], at, random)
            if number % _BATCH == _BATCH - 1:
                journal.merge(rows)
                rows = []
        journal.merge(rows)


def fill_days(path: Path, sessions: int) -> None:
    """Write a diary entry for each day of the last year at most, and PEG answers once a week."""
    with Journal.open(path, lambda: END, ZONE) as journal:
        for days in range(min(sessions, 365)):
            day = END.date() - timedelta(days=days)
            journal.diary.write(day, "Walked to work and back.", ["walking"])
            if days % 7 == 0:
                journal.peg.answer(4, 3, 5, day)


def questions(journal: Journal) -> dict[str, Callable[[], object]]:
    """Return what the pages ask, by name."""
    end = END.date()
    periods = {"12 weeks": end - timedelta(weeks=12), "1 year": end - timedelta(days=364)}
    asked: dict[str, Callable[[], object]] = {}
    for name, start in periods.items():
        asked |= _about(journal, name, start, end)
    newest = journal.sessions(end - timedelta(days=3))[0].id
    asked["ratings of one session"] = lambda: journal.ratings(session=newest)
    asked["results of one session"] = lambda: journal.results(newest)
    asked["sessions, all"] = journal.sessions
    asked["ratings of the back, all"] = lambda: journal.ratings(site="back")
    asked["exercise sums, all"] = journal.exercise_sums
    asked["results of all sessions"] = journal.results_between
    return asked


def _about(journal: Journal, name: str, start: date, end: date) -> dict[str, Callable[[], object]]:
    return {
        f"sessions, {name}": lambda: journal.sessions(start, end),
        f"ratings, {name}": lambda: journal.ratings(start, end),
        f"results, {name}": lambda: journal.results_between(start, end),
        f"exercise sums, {name}": lambda: journal.exercise_sums(start, end),
        f"diary and PEG, {name}": lambda: (
            journal.diary_entries(start, end),
            journal.peg_answers(start, end),
        ),
    }


def median_ms(question: Callable[[], object]) -> float:
    """Return the milliseconds of processor time that asking takes, the median of some times."""
    taken = []
    for _ in range(TIMES):
        start_s = time.process_time()
        question()
        taken.append(1000 * (time.process_time() - start_s))
    return statistics.median(taken)


def main(folder: Path) -> None:
    """Make both journals and print the times of each question and their ratio."""
    empty = folder / "journal-0.sqlite3"
    fill(empty, 0)
    taken: list[dict[str, float]] = []
    for sessions in SIZES:
        path = folder / f"journal-{sessions}.sqlite3"
        fill(path, sessions)
        grown_bytes = path.stat().st_size - empty.stat().st_size
        fill_days(path, sessions)
        with Journal.open(path, lambda: END, ZONE) as journal:
            results = sum(map(len, journal.results_between(END.date() - timedelta(days=364)).values()))
            print(
                f"{sessions} sessions of {results / 364:.1f} results and {len(RATED) + 1} ratings: "
                f"{grown_bytes / sessions:.0f} bytes each"
            )
            taken.append({name: median_ms(question) for name, question in questions(journal).items()})
    few, many = taken
    print(f"{'question':28} {'365':>10} {'36500':>10} {'ratio':>8}")
    for name, few_ms in few.items():
        print(f"{name:28} {few_ms:7.2f} ms {many[name]:7.2f} ms {many[name] / max(few_ms, 0.01):8.1f}")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as temporary:
            main(Path(temporary))
