from datetime import date

import pytest

from backguide.catalogue.model import Catalogue, Routine, WeekPlan
from backguide.plan.practice import Practice
from backguide.plan.suggestion import routine_for_today

MONDAY, TUESDAY = date(2026, 1, 5), date(2026, 1, 6)
WEEK = WeekPlan(frozenset(range(7)), frozenset({0, 2, 4}))


def routine(slug, minutes, *kinds):
    return Routine(slug, slug, "", frozenset(kinds), minutes, ())


ROUTINES = [
    routine("all", 25, "mobility", "strength"),
    routine("free", None, "mobility"),
    routine("evening", 20, "mobility"),
    routine("morning", 5, "mobility"),
    routine("strength", 15, "strength"),
]


def catalogue(*routines):
    return Catalogue({}, {one.slug: one for one in routines}, WEEK)


def did(*kinds, day=MONDAY, share=1.0):
    return Practice(day, frozenset(kinds), share)


@pytest.mark.parametrize(
    ("today", "practised", "offered"),
    [
        (MONDAY, [], "strength"),
        (MONDAY, [did("mobility")], "strength"),
        (MONDAY, [did("strength")], "morning"),
        (MONDAY, [did("strength", share=0.5)], "strength"),
        (MONDAY, [did("strength", share=None)], "morning"),
        (MONDAY, [did("strength", day=TUESDAY)], "strength"),
        (MONDAY, [did("mobility", "strength")], "morning"),
        (TUESDAY, [], "morning"),
        (None, [], "morning"),
    ],
)
def test_the_shortest_routine_of_what_is_planned_and_not_done_is_offered(today, practised, offered):
    assert routine_for_today(catalogue(*ROUTINES), today, practised).slug == offered


def test_without_a_routine_of_the_kind_the_shortest_is_offered_and_without_any_none():
    assert routine_for_today(catalogue(ROUTINES[4]), TUESDAY).slug == "strength"
    assert routine_for_today(catalogue(), TUESDAY) is None
