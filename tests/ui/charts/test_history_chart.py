"""The chart by mouse, by keyboard and for screen readers."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backguide.catalogue.model import WeekPlan
from backguide.journal.records import Rating
from backguide.plan.practice import Practice
from backguide.ui.charts.history_chart import HistoryChart
from backguide.ui.charts.history_data import history_data
from backguide.ui.theme.appearance import tokens
from backguide.ui.theme.theme import apply_theme
from tests.ui.widgets.seen import description_of

TODAY = date(2026, 11, 22)
FIRST = TODAY - timedelta(days=199)
WEEK = WeekPlan(mobility=frozenset(range(7)), strength=frozenset({0, 2, 4}))
MOBILITY = frozenset({"mobility"})


def ratings():
    made = []
    for number in range(0, 200, 2):
        at = datetime.combine(FIRST + timedelta(days=number), time(7), UTC)
        for moment, value in (("before", 6 - number // 50), ("after", 5 - number // 50)):
            made.append(Rating(f"{number}{moment}", None, moment, "back", value, at, "UTC"))
    return made


@pytest.fixture
def chart(qtbot: QtBot) -> HistoryChart:
    apply_theme(QApplication.instance(), "light")
    made = HistoryChart()
    qtbot.addWidget(made)
    made.resize(760, 480)
    practised = [Practice(FIRST + timedelta(days=n), MOBILITY, 1.0) for n in range(0, 200, 2)]
    made.show_data(history_data(ratings(), practised, WEEK, "back", TODAY))
    made.show_range(84)
    made.show()
    qtbot.waitExposed(made)
    return made


def ago(days):
    return TODAY - timedelta(days=days)


def wheel(chart, place, notches):
    viewport = chart.plot.viewport()
    event = QWheelEvent(
        QPointF(place),
        QPointF(viewport.mapToGlobal(place)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)
    return event


def middle_of(chart):
    return chart.plot.pain_rect().center().toPoint()


def length_days(chart):
    low, high = chart.visible_span()
    return high - low


def test_a_range_ends_today_and_shows_just_its_days(chart):
    assert chart.visible_days() == (ago(83), TODAY)
    chart.show_range(28)
    assert chart.visible_days() == (ago(27), TODAY)
    chart.show_range(None)
    assert chart.visible_days() == (FIRST, TODAY)


def test_a_range_longer_than_the_record_shows_the_empty_days_before_it(chart):
    chart.show_range(365)
    assert chart.visible_days() == (ago(364), TODAY)
    assert chart.limits() == (ago(364), TODAY)


def test_a_day_has_the_same_pixel_columns_in_both_panels(chart):
    pain, strip = chart.plot.pain, chart.plot.strip
    assert pain.days_shown() == pytest.approx(strip.days_shown())
    assert pain.mapToScene(QPointF(0, 0)).x() == strip.mapToScene(QPointF(0, 0)).x()
    assert pain.rect().width() == strip.rect().width()
    chart.zoom(0.3)
    chart.pan(-20)
    assert pain.days_shown() == pytest.approx(strip.days_shown())


def test_the_wheel_zooms_around_the_pointer_and_only_in_time(chart):
    before, heights = length_days(chart), chart.plot.pain.viewRange()[1]
    wheel(chart, middle_of(chart), 1)
    assert length_days(chart) < before
    assert chart.plot.pain.viewRange()[1] == heights
    for _ in range(200):
        wheel(chart, middle_of(chart), 1)
    assert length_days(chart) == pytest.approx(7)
    for _ in range(300):
        wheel(chart, middle_of(chart), -1)
    assert chart.visible_days() == chart.limits()


def test_the_wheel_is_left_to_the_page_when_all_is_shown(chart):
    chart.show_range(None)
    assert not wheel(chart, middle_of(chart), -1).isAccepted()
    assert wheel(chart, middle_of(chart), 1).isAccepted()


def test_dragging_moves_the_days_and_stops_at_the_limits(qtbot, chart):
    viewport, start = chart.plot.viewport(), middle_of(chart)
    for _ in range(12):
        qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
        qtbot.mouseMove(viewport, start + QPoint(60, 0))
        qtbot.mouseMove(viewport, start + QPoint(250, 0))
        qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=start + QPoint(250, 0))
    first, last = chart.visible_days()
    assert first == FIRST
    assert last < TODAY
    assert length_days(chart) == pytest.approx(84 * (1 + 2 / 150), abs=0.1)


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_the_other_buttons_do_nothing(qtbot, chart, button):
    before = chart.visible_span()
    viewport, start = chart.plot.viewport(), middle_of(chart)
    qtbot.mousePress(viewport, button, pos=start)
    qtbot.mouseMove(viewport, start + QPoint(90, 30))
    qtbot.mouseRelease(viewport, button, pos=start + QPoint(90, 30))
    assert chart.visible_span() == before


def test_keys_zoom_in_and_out_within_the_limits(qtbot, chart):
    before = length_days(chart)
    qtbot.keyClicks(chart, "+")
    assert length_days(chart) == pytest.approx(before * 0.7)
    qtbot.keyClicks(chart, "+" * 30)
    assert length_days(chart) == pytest.approx(7)
    qtbot.keyClicks(chart, "-" * 40)
    assert chart.visible_days() == (FIRST, TODAY)


def test_arrow_keys_move_and_stop_at_the_first_and_last_day(qtbot, chart):
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.visible_days() == (ago(83), TODAY)
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.visible_days()[1] < TODAY
    for _ in range(30):
        qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.visible_days()[0] == FIRST
    assert length_days(chart) == pytest.approx(84 * (1 + 2 / 150), abs=0.1)


def test_home_end_and_zero_go_to_the_first_the_last_and_all_days(qtbot, chart):
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert chart.visible_days()[0] == FIRST
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert chart.visible_days()[1] == TODAY
    qtbot.keyClick(chart, Qt.Key.Key_0)
    assert chart.visible_days() == (FIRST, TODAY)


def test_it_tells_when_the_days_are_no_longer_those_of_the_range(qtbot, chart):
    told = []
    chart.range_moved.connect(told.append)
    chart.zoom(0.5)
    chart.pan(-3)
    chart.show_range(84)
    assert told == [True, False]


def test_the_pointer_reads_the_day_it_is_over(qtbot, chart):
    left, right = chart.plot.column_px(ago(20))
    place = QPoint(round((left + right) / 2), middle_of(chart).y())
    qtbot.mouseMove(chart.plot.viewport(), place)
    assert chart.cursor_day == ago(20)
    title, *lines = chart.readout.split("\n")
    assert title == "Mon 2 Nov"
    assert lines == ["Back not rated", "7-day median 2.5", "Mobility and strength planned, not done"]
    qtbot.mouseMove(chart.plot.viewport(), QPoint(2, 2))
    assert chart.readout == ""


def test_the_strip_reads_the_same_day_as_the_panel_above_it(qtbot, chart):
    left, right = chart.plot.column_px(ago(33))
    strip = chart.plot.strip.mapRectToScene(chart.plot.strip.rect())
    qtbot.mouseMove(chart.plot.viewport(), QPoint(round((left + right) / 2), round(strip.center().y())))
    assert chart.cursor_day == ago(33)


def test_shift_with_an_arrow_reads_day_by_day_and_keeps_the_day_in_sight(qtbot, chart):
    shift = Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(chart, Qt.Key.Key_Left, shift)
    assert chart.cursor_day == TODAY
    qtbot.keyClick(chart, Qt.Key.Key_Left, shift)
    assert chart.readout == (
        "Sat 21 Nov\nBack before 3, after 2\n7-day median 2.5\nMobility planned, 100 % done"
    )
    qtbot.keyClicks(chart, "+" * 10)
    for _ in range(20):
        qtbot.keyClick(chart, Qt.Key.Key_Left, shift)
    assert chart.cursor_day == ago(21)
    first, last = chart.visible_days()
    assert first <= ago(21) <= last
    qtbot.keyClick(chart, Qt.Key.Key_Escape)
    assert chart.cursor_day is None
    assert chart.readout == ""


def test_the_cursor_stops_at_today(qtbot, chart):
    chart.read_day(TODAY)
    qtbot.keyClick(chart, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert chart.cursor_day == TODAY


def test_the_readout_stays_within_the_chart(chart):
    for day in (ago(83), ago(40), TODAY):
        chart.read_day(day)
        bubble = next(child for child in chart.children() if type(child).__name__ == "Readout")
        assert chart.rect().contains(bubble.geometry())


def test_screen_readers_hear_which_days_are_shown_and_which_keys_there_are(chart):
    chart.show_range(28)
    said = description_of(chart)
    assert said.startswith("From Monday 26 October 2026 to Sunday 22 November 2026.")
    assert "Shift with an arrow key" in said


def test_it_follows_the_theme(chart):
    app = QApplication.instance()
    light = chart.grab().toImage().pixelColor(3, 3).name()
    apply_theme(app, "dark")
    assert chart.grab().toImage().pixelColor(3, 3).name() == tokens().surface.lower() != light


def test_bars_stand_for_weeks_or_months_where_days_are_too_narrow(chart):
    assert chart.plot.strip.period is None
    chart.show_range(365)
    assert chart.plot.strip.period == "week"
    chart.show_range(3650)
    assert chart.plot.strip.period == "month"


def test_an_empty_record_can_be_shown_and_moved(qtbot, chart):
    chart.show_data(history_data([], [], WEEK, "leg", TODAY))
    chart.show_range(None)
    qtbot.keyClicks(chart, "+-0")
    assert chart.visible_days() == (ago(27), TODAY)
    assert chart.dots() == ()
    chart.read_day(TODAY)
    assert chart.readout.split("\n")[1] == "Leg not rated"
