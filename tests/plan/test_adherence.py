from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backguide.catalogue.model import WeekPlan
from backguide.plan.adherence import Kept, adherence, adherence_by_week
from backguide.plan.days import days, planned_days, week_of
from backguide.plan.practice import PLAN_KINDS, Practice

WEEK = WeekPlan(frozenset(range(7)), frozenset({0, 2, 4}))
MONDAY = date(2026, 1, 5)
LATER = MONDAY + timedelta(days=60)
MOBILITY = frozenset({"mobility"})
STRENGTH = frozenset({"strength"})
BOTH = MOBILITY | STRENGTH


def day(number: int) -> date:
    """Day 0 is a Monday."""
    return MONDAY + timedelta(days=number)


def did(number, kinds=MOBILITY, share=1.0):
    return Practice(day(number), kinds, share)


def kept(*practised, start=0, end=6, today=LATER, began=MONDAY, week=WEEK):
    return adherence(week, practised, day(start), day(end), today, began)


def test_the_default_week_plans_mobility_daily_and_strength_three_times():
    assert planned_days(WEEK, day(0), day(6)) == tuple(day(n) for n in range(7))
    result = kept()
    assert (result.mobility, result.strength, result.combined) == (Kept(7, 0), Kept(3, 0), Kept(10, 0))


def test_a_week_with_days_off_plans_only_the_others():
    week = WeekPlan(frozenset({1}), frozenset({1, 3}))
    assert planned_days(week, day(0), day(13)) == (day(1), day(3), day(8), day(10))
    assert kept(week=week).planned_days == 2


@pytest.mark.parametrize(
    ("share", "done", "partial"), [(1.0, 1, 0), (0.8, 1, 0), (0.79, 0, 1), (0.01, 0, 1), (0.0, 0, 0)]
)
def test_a_day_is_done_from_four_fifths_and_partial_below(share, done, partial):
    result = kept(did(1, share=share))
    assert (result.mobility.done, result.done_days, result.partial_days) == (done, done, partial)


def test_the_best_session_of_a_day_counts_once():
    assert kept(did(1, share=0.5), did(1), did(1)).mobility == Kept(7, 1)


def test_strength_on_another_day_of_the_week_is_as_good():
    assert kept(*(did(n, STRENGTH) for n in (1, 3, 5))).strength == Kept(3, 3)


def test_more_than_planned_in_one_week_does_not_make_up_for_another():
    practised = [did(n, STRENGTH) for n in range(7)]
    assert kept(*practised, end=13).strength == Kept(6, 3)


def test_days_before_the_first_session_are_not_planned():
    assert kept(did(3), began=None).mobility == Kept(4, 1)
    assert kept(began=None).mobility == Kept(0, 0)
    assert kept(began=None).mobility.share is None


def test_days_to_come_are_not_planned_yet_and_today_counts_once_done():
    assert kept(today=day(2)).mobility == Kept(2, 0)
    assert kept(did(2, share=0.5), today=day(2)).mobility == Kept(2, 0)
    result = kept(did(2), today=day(2))
    assert (result.mobility, result.day) == (Kept(3, 1), Kept(3, 1))
    assert kept(did(2, BOTH), today=day(2)).day == Kept(3, 1)


def test_a_session_of_the_future_is_not_done():
    assert kept(did(5), today=day(2)).mobility == Kept(2, 0)


def test_what_was_left_because_it_hurt_is_neither_done_nor_missed():
    result = kept(did(1, share=None))
    assert (result.mobility, result.planned_days, result.eased_days) == (Kept(6, 0), 6, 1)
    assert kept(did(1, share=None), did(1)).mobility == Kept(7, 1)


def test_a_day_planned_for_two_kinds_is_done_with_one_of_them_and_the_kinds_stay_apart():
    for kinds in (MOBILITY, STRENGTH):
        [monday] = days(WEEK, [did(0, kinds)], day(0), day(0))
        assert (monday.done_share, monday.state(LATER)) == (1.0, "done")
    result = kept(did(0, STRENGTH))
    assert (result.mobility, result.strength, result.day) == (Kept(7, 0), Kept(3, 1), Kept(7, 1))


def test_half_of_two_kinds_is_half_a_day():
    shares = [d.done_share for d in days(WEEK, [did(0), did(0, STRENGTH, 0.5)], day(0), day(0))]
    assert shares == [1.0]
    halves = [did(0, MOBILITY, 0.5), did(0, STRENGTH, 0.4), did(1, BOTH, 0.5)]
    assert [d.done_share for d in days(WEEK, halves, day(0), day(1))] == [0.5, 0.5]


def test_a_kind_left_because_it_hurt_is_not_asked_for():
    [monday] = days(WEEK, [did(0, MOBILITY, None), did(0, STRENGTH)], day(0), day(0))
    assert (monday.done_share, monday.state(LATER)) == (1.0, "done")


def test_the_week_strip_says_how_each_day_stands():
    practised = [did(0, BOTH), did(1, share=0.6), did(3, share=None)]
    strip = week_of(WeekPlan(frozenset({0, 1, 2, 3, 4, 6}), frozenset()), practised, day(4))
    assert [one.day for one in strip] == [day(n) for n in range(7)]
    states = [one.state(today=day(4)) for one in strip]
    assert states == ["done", "partial", "missed", "eased", "open", "not_planned", "ahead"]


def test_practice_on_a_day_off_is_shown():
    [sunday] = days(WeekPlan(frozenset(), frozenset()), [did(6)], day(6), day(6))
    assert (sunday.planned, sunday.done_share, sunday.state(day(6))) == (False, 1.0, "done")


PRACTISED = st.lists(
    st.builds(
        Practice,
        st.integers(-10, 40).map(day),
        st.sampled_from([MOBILITY, STRENGTH, BOTH]),
        st.none() | st.floats(0, 1),
    ),
    max_size=30,
)
WEEKDAYS = st.frozensets(st.integers(0, 6))
WEEKS = st.builds(WeekPlan, WEEKDAYS, WEEKDAYS)


@given(PRACTISED, WEEKS, st.integers(0, 30), st.randoms())
def test_the_order_of_the_sessions_does_not_matter(practised, week, today, random):
    shuffled = list(practised)
    random.shuffle(shuffled)
    assert kept(*practised, end=30, today=day(today), week=week) == kept(
        *shuffled, end=30, today=day(today), week=week
    )


@given(PRACTISED, WEEKS, st.integers(0, 30))
def test_never_more_is_done_than_planned_and_never_more_planned_than_the_days_hold(practised, week, today):
    result = kept(*practised, end=30, today=day(today), week=week)
    for one in (result.mobility, result.strength, result.combined, result.day):
        assert 0 <= one.done <= one.planned
    for kind, weekdays in zip(PLAN_KINDS, (week.mobility, week.strength), strict=True):
        lived = sum(day(n).weekday() in weekdays for n in range(today + 1))
        assert getattr(result, kind).planned <= lived
    assert result.done_days + result.partial_days <= result.planned_days <= today + 1


@given(PRACTISED, st.integers(0, 20))
def test_practising_on_one_more_day_never_lowers_what_was_done(practised, number):
    before, after = kept(*practised, end=20), kept(*practised, did(number, BOTH), end=20)
    assert after.mobility.done >= before.mobility.done
    assert after.strength.done >= before.strength.done
    assert after.done_days >= before.done_days


def test_weeks_are_kept_apart_and_add_up():
    practised = [did(2), did(3), did(9, share=0.5), did(15), did(16, STRENGTH), did(40)]
    weeks = adherence_by_week(WEEK, practised, day(2), day(20), day(18))
    assert list(weeks) == [day(0), day(7), day(14)]
    assert [(one.day.planned, one.day.done) for one in weeks.values()] == [(5, 2), (7, 0), (4, 2)]
    assert weeks[day(14)] == adherence(WEEK, practised, day(14), day(20), day(18))
    assert weeks[day(7)].partial_days == 1
    whole = adherence(WEEK, practised, day(2), day(20), day(18))
    assert whole.mobility.planned == sum(one.mobility.planned for one in weeks.values())
