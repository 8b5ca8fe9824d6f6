"""What the chart shows, before anything is drawn."""

from datetime import UTC, date, datetime, time, timedelta

from backguide.catalogue.model import WeekPlan
from backguide.journal.records import Rating
from backguide.plan.practice import Practice
from backguide.ui.charts.day_reading import day_reading
from backguide.ui.charts.history_data import column, day_of, history_data, median_runs, period_bars, unrated

TODAY = date(2026, 3, 31)
DAILY = WeekPlan(mobility=frozenset(range(7)), strength=frozenset())
MOBILITY = frozenset({"mobility"})


def rated(day, value, moment="before", site="back", hour=7):
    at = datetime.combine(day, time(hour), UTC)
    name = f"{day}{moment}{site}{hour}{value}"
    return Rating(name, None, moment, site, value, at, "UTC")


def day(number):
    return date(2026, 3, number)


def shown(ratings=(), practised=(), site="back"):
    return history_data(ratings, practised, DAILY, site, TODAY)


def test_without_a_record_there_is_only_today_and_nothing_on_it():
    data = shown()
    assert (data.start, data.end) == (TODAY, TODAY)
    assert (data.dots, data.gaps) == ((), ())
    assert not data.bars[0].planned


def test_dots_are_those_of_the_chosen_site_only():
    ratings = [rated(day(30), 4), rated(day(30), 2, site="leg")]
    assert [dot.value for dot in shown(ratings).dots] == [4]
    assert [dot.value for dot in shown(ratings, site="leg").dots] == [2]


def test_both_sites_share_one_first_day():
    ratings = [rated(day(10), 2, site="leg"), rated(day(20), 4)]
    assert shown(ratings).start == shown(ratings, site="leg").start == day(10)


def test_bars_and_medians_hold_one_entry_a_day():
    data = shown([rated(day(20), 4)], [Practice(day(18), MOBILITY, 1.0)])
    assert [bar.day for bar in data.bars] == [day(n) for n in range(18, 32)]
    assert [median.day for median in data.medians] == [bar.day for bar in data.bars]
    assert data.bar(day(18)).done_share == 1.0
    assert data.bar(day(17)) is None


def test_a_stretch_of_four_unrated_days_is_a_named_gap_and_three_are_not():
    assert list(unrated([day(1), day(5), day(10)], day(10))) == list(unrated([day(5), day(10)], day(10)))
    (gap,) = unrated([day(5), day(10)], day(10))
    assert (gap.start, gap.end, gap.length_days) == (day(6), day(9), 4)


def test_a_gap_that_goes_on_is_named_too():
    (gap,) = unrated([day(20)], TODAY)
    assert (gap.start, gap.end) == (day(21), TODAY)


def test_the_line_stays_open_over_a_gap_and_is_never_zero_there():
    ratings = [rated(day(n), 6, moment) for n in (1, 2, 3, 20, 21, 22) for moment in ("before", "after")]
    data = shown(ratings)
    runs = list(median_runs(data.medians))
    assert [[at for at, _ in run] for run in runs] == [[day(2), day(3)], [day(21), day(22)]]
    assert {value for run in runs for _, value in run} == {6}


def test_weeks_add_up_their_planned_days():
    practised = [Practice(day(n), MOBILITY, share) for n, share in ((2, 1.0), (3, 0.5), (4, 1.0), (9, 0.9))]
    first, second, *_ = period_bars(shown([], practised).bars, TODAY, "week")
    assert (first.start, first.planned, first.done) == (day(2), 7, 2)
    assert (second.planned, second.done) == (7, 1)
    assert first.done_share == 2 / 7


def test_today_is_not_missing_from_its_week_before_it_is_over():
    (*_, last) = period_bars(shown([], [Practice(day(30), MOBILITY, 1.0)]).bars, TODAY, "week")
    assert (last.planned, last.done) == (1, 1)


def test_months_add_up_their_planned_days():
    practised = [Practice(date(2026, 2, 20), MOBILITY, 1.0), Practice(day(1), MOBILITY, 1.0)]
    february, march = period_bars(shown([], practised).bars, TODAY, "month")
    assert (february.start, february.length_days) == (date(2026, 2, 1), 28)
    assert (february.planned, february.done) == (9, 1)  # nothing was planned before the first session
    assert (march.length_days, march.planned, march.done) == (31, 30, 1)


def test_a_place_on_the_axis_and_its_day_belong_together():
    for number in range(1, 32):
        assert day_of(column(day(number))) == day_of(column(day(number)) + 0.999) == day(number)
    assert day_of(-1e9) == date(1, 1, 1)


def test_a_day_is_read_with_all_its_numbers():
    ratings = [rated(day(n), 4, moment) for n in (27, 28, 29) for moment in ("before", "after")]
    ratings += [rated(day(29), 7, "before", hour=20)]
    data = shown(ratings, [Practice(day(29), MOBILITY, 0.5)])
    reading = day_reading(data, day(29))
    assert reading.title == "Sun 29 Mar"
    assert reading.pain == "Back before 4 and 7, after 4"
    assert reading.median == "7-day median 4"
    assert reading.practice == "Mobility planned, 50 % done"


def test_a_day_planned_for_two_kinds_says_which_was_done():
    week = WeekPlan(frozenset(range(7)), frozenset(range(7)))
    for done, words in (
        ({"strength"}, "strength 100 % done"),
        ({"mobility", "strength"}, "mobility 100 % and strength 100 % done"),
    ):
        practised = [Practice(day(20), frozenset({kind}), 1.0) for kind in sorted(done)]
        data = history_data([], practised, week, "back", TODAY)
        assert day_reading(data, day(20)).practice == f"Mobility and strength planned, {words}"


def test_a_day_without_anything_says_so():
    data = shown([rated(day(20), 4)], [Practice(day(25), MOBILITY, 1.0)])
    unrated_day = day_reading(data, day(26))
    assert unrated_day.pain == "Back not rated"
    assert unrated_day.median == "No 7-day median: 1 of 4 ratings"
    assert unrated_day.practice == "Mobility planned, not done"
    assert day_reading(data, day(21)).practice == "Nothing planned"
    assert day_reading(data, TODAY).practice == "Mobility planned, not done yet"
    assert day_reading(data, day(20) - timedelta(days=99)).practice == "Nothing planned"


def test_what_was_left_because_it_hurt_is_not_called_missed():
    data = shown([], [Practice(day(20), MOBILITY, 1.0), Practice(day(21), MOBILITY, None)])
    assert day_reading(data, day(21)).practice == "Eased off because it hurt"
