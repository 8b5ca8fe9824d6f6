from datetime import UTC, date, datetime

import pytest

from backguide.catalogue.model import Catalogue, Routine, WeekPlan
from backguide.journal.records import Rating
from backguide.plan.practice import Practice
from backguide.plan.suggestion import suggestion_for

MONDAY, TUESDAY, SUNDAY = date(2026, 1, 5), date(2026, 1, 6), date(2026, 1, 4)
WEEK = WeekPlan(frozenset(range(7)), frozenset({0, 2, 4}))


def routine(slug, minutes, *kinds):
    return Routine(slug, slug, "", frozenset(kinds), minutes, ())


STRENGTH = routine("strength", 15, "strength")
ROUTINES = [
    routine("all-twelve", 25, "mobility", "strength"),
    routine("evening-mobility", 20, "mobility"),
    routine("gentle-day", 8, "mobility"),
    routine("morning-mobility", 5, "mobility"),
    routine("stiffness-relief", 10, "mobility"),
    STRENGTH,
]


def catalogue(*routines):
    return Catalogue({}, {one.slug: one for one in routines}, WEEK)


def at(day, hour=8):
    return datetime(day.year, day.month, day.day, hour, 30)


def did(*kinds, day=MONDAY, share=1.0):
    return Practice(day, frozenset(kinds), share)


def rated(value, day=MONDAY, hour=7, site="back", zone="UTC"):
    moment = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    return Rating(f"{moment}", None, "daily", site, value, moment, zone)


def offered(moment, practised=(), ratings=()):
    found = suggestion_for(catalogue(*ROUTINES), moment, practised, ratings)
    return found.routine.slug, found.reason


@pytest.mark.parametrize(
    ("moment", "practised", "slug", "reason"),
    [
        (at(MONDAY), [], "strength", "strength"),
        (at(MONDAY, 20), [did("mobility")], "strength", "strength"),
        (at(MONDAY), [did("strength")], "morning-mobility", "mobility"),
        (at(MONDAY), [did("strength", share=0.5)], "strength", "strength"),
        (at(MONDAY), [did("strength", share=None)], "morning-mobility", "mobility"),
        (at(MONDAY), [did("strength", day=TUESDAY)], "strength", "strength"),
        (at(MONDAY), [did("mobility", "strength")], "morning-mobility", "more"),
        (at(TUESDAY), [], "morning-mobility", "mobility"),
        (at(TUESDAY, 11), [], "morning-mobility", "mobility"),
        (at(TUESDAY, 12), [], "stiffness-relief", "mobility"),
        (at(TUESDAY, 17), [], "evening-mobility", "mobility"),
        (at(TUESDAY, 20), [did("mobility", day=TUESDAY, share=0.3)], "stiffness-relief", "mobility"),
        (at(TUESDAY, 20), [did("mobility", day=TUESDAY)], "stiffness-relief", "more"),
    ],
)
def test_the_plan_of_the_day_and_the_hour_decide(moment, practised, slug, reason):
    assert offered(moment, practised) == (slug, reason)


@pytest.mark.parametrize(
    ("ratings", "gentle"),
    [
        ([rated(6)], True),
        ([rated(10, SUNDAY, 20)], True),
        ([rated(5)], False),
        ([rated(9, date(2026, 1, 3))], False),
        ([rated(8, SUNDAY), rated(3)], False),
        ([rated(3, SUNDAY), rated(7)], True),
        ([rated(9, site="leg")], False),
        ([rated(9, date(2026, 1, 3), 23, zone="Europe/Berlin")], True),
    ],
)
def test_a_back_that_was_sore_when_last_asked_gets_a_gentle_day(ratings, gentle):
    slug, reason = offered(at(MONDAY), [], ratings)
    assert (slug, reason) == (("gentle-day", "sore") if gentle else ("strength", "strength"))


def test_where_the_wanted_routine_is_missing_the_shortest_of_its_kind_is_offered():
    found = suggestion_for(catalogue(ROUTINES[0], ROUTINES[1]), at(TUESDAY))
    assert found.routine.slug == "evening-mobility"
    assert suggestion_for(catalogue(STRENGTH), at(TUESDAY)).routine.slug == "strength"
    assert suggestion_for(catalogue(), at(TUESDAY)) is None
