"""Routine files and the week file into values. Whether an exercise exists is not decided here."""

from backguide.catalogue.exercise_file import LONGEST_PURPOSE
from backguide.catalogue.model import Routine, RoutineItem, WeekPlan
from backguide.catalogue.reader import Table

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def read_routine(table: Table, slug: str) -> Routine:
    """Return the routine that the table describes; CatalogueError names the first key that is wrong."""
    routine = Routine(
        slug=slug,
        name=table.text("name", longest=40),
        purpose=table.text("purpose", longest=LONGEST_PURPOSE),
        counts_as=frozenset(table.choices("counts_as", ("mobility", "strength"))),
        minutes=table.number("minutes", 1, 180) if table.has("minutes") else None,
        items=tuple(_read_item(entry) for entry in table.tables("items")),
    )
    table.close()
    return routine


def read_week(table: Table) -> WeekPlan:
    """Return the days on which mobility and strength are planned; an empty list plans none."""
    week = WeekPlan(mobility=_read_days(table, "mobility"), strength=_read_days(table, "strength"))
    table.close()
    return week


def _read_item(entry: Table) -> RoutineItem:
    item = RoutineItem(
        exercise=entry.slug("exercise"),
        variation=entry.slug("variation"),
        sets=entry.whole("sets", 1, 10) if entry.has("sets") else None,
        repetitions=entry.whole("repetitions", 1, 50) if entry.has("repetitions") else None,
        hold_s=entry.number("hold_s", 0.5, 600) if entry.has("hold_s") else None,
    )
    entry.close()
    return item


def _read_days(table: Table, key: str) -> frozenset[int]:
    return frozenset(DAYS.index(day) for day in table.choices(key, DAYS, at_least=0))
