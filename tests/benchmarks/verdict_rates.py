"""How often each verdict raises a false alarm, how often it sees what is there, and how long all of it takes.

python -m tests.benchmarks.verdict_rates [LIVES]    (2000 lives a cell by default: some minutes)
"""

import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from math import sqrt

import numpy as np

from backguide.catalogue.model import WeekPlan
from backguide.insight.pain import pain_series
from backguide.insight.verdicts import insight
from backguide.journal.records import Rating
from backguide.plan.adherence import adherence_by_week
from backguide.plan.practice import Practice
from tests.insight.simulated import Effects, lives, words

PHIS = (0.0, 0.3, 0.6)
LENGTHS = {
    "session_effect": (21, 42, 98),
    "next_morning": (56, 98, 182),
    "trend": (63, 98, 182),
    "change_since_start": (28, 42, 98),
    "pain_and_adherence": (98, 182, 364),
    "peg": (28, 42, 84, 182),
}
REAL = {
    "session_effect": [Effects(right_after=-0.5), Effects(right_after=-1.0)],
    "next_morning": [Effects(next_morning=-0.5), Effects(next_morning=-1.0)],
    "trend": [Effects(per_week=-0.1), Effects(per_week=-0.2)],
    "change_since_start": [Effects(per_week=-0.2), Effects(per_week=-0.4)],
    "pain_and_adherence": [Effects(by_adherence=-2.0), Effects(by_adherence=-4.0)],
    "peg": [Effects(per_week=-0.2), Effects(per_week=-0.4)],
}
WEEK = WeekPlan(frozenset(range(7)), frozenset({0, 2, 4}))


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    print_speed()
    spread = 100 * sqrt(0.05 * 0.95 / number)
    print(f"\nFalse alarms in % of the verdicts, {number} lives a cell: {spread:.1f} is one spread of chance")
    for name, lengths in LENGTHS.items():
        for days in lengths:
            print_row(name, days, [lives(1, number, days, phi) for phi in PHIS])
    print("\nThe same when practice is skipped on sore days")
    for days in LENGTHS["next_morning"]:
        sore = Effects(skips_when_sore=0.35)
        print_row("next_morning", days, [lives(2, number, days, phi, sore) for phi in PHIS])
    print("\nReal effects seen, in % of the verdicts")
    for name, effects in REAL.items():
        for effect in effects:
            truth = ", ".join(f"{key} {value:g}" for key, value in vars(effect).items() if value)
            print(truth)
            for days in LENGTHS[name]:
                print_row(name, days, [lives(3, number // 4, days, phi, effect) for phi in PHIS])


def print_row(name: str, days: int, cells: list) -> None:
    shares = []
    for cell in cells:
        said = words(name, cell)
        judged = [word for word in said if word != "not_enough_data"]
        told = sum(word != "within_usual" for word in judged)
        share = f"{100 * told / len(judged):5.1f}" if judged else "    -"
        shares.append(f"{share} ({100 * len(judged) / len(said):3.0f} % judged)")
    print(f"  {name:20}{days:4} days  phi 0, 0.3, 0.6:  {'  '.join(shares)}", flush=True)


def print_speed() -> None:
    """Print how long everything takes for a year and for 36,500 sessions with 150,000 ratings."""
    for sessions, ratings in ((365, 1500), (36_500, 150_000)):
        work = journal_of(sessions, ratings)
        work()
        start_s = time.process_time()
        work()
        print(f"{sessions:6} sessions, {ratings:6} ratings: {1000 * (time.process_time() - start_s):.0f} ms")


def journal_of(sessions: int, ratings: int) -> Callable[[], object]:
    """Return the work of telling everything from a journal of that size."""
    random = np.random.default_rng(4)
    days = sessions
    first = datetime(1926, 1, 4, 7, tzinfo=UTC)
    values = random.integers(0, 11, size=ratings)
    moments = ("before", "after", "daily", "next_morning")
    rows = [
        Rating(
            f"{n:08}",
            str(n // 4) if n % 4 < 2 else None,
            moments[n % 4],
            "back",
            int(values[n]),
            first + timedelta(days=n * days / ratings),
            "Europe/Berlin",
        )
        for n in range(ratings)
    ]
    kinds = frozenset({"mobility"})
    start = first.date()
    practised = [
        Practice(start + timedelta(days=n), kinds, 1.0) for n in range(sessions) if random.random() < 0.7
    ]
    return lambda: _everything(rows, practised, start + timedelta(days=days))


def _everything(rows: list, practised: list, today: date) -> None:
    shares = adherence_by_week(WEEK, practised, practised[0].day, today, today)
    weeks = {monday: kept.day.share for monday, kept in shares.items()}
    insight(pain_series(rows, "back"), {one.day for one in practised}, weeks, (), today)


if __name__ == "__main__":
    main()
