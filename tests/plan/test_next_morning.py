from datetime import UTC, date, datetime

import pytest

from backguide.journal.records import Rating, SessionRecord
from backguide.plan.next_morning import asks_next_morning, will_ask_next_morning

TUESDAY, WEDNESDAY, THURSDAY = date(2026, 1, 6), date(2026, 1, 7), date(2026, 1, 8)


def session(identifier="a", began=datetime(2026, 1, 6, 17, tzinfo=UTC), zone="Europe/Berlin", **others):
    values = {"state": "finished", "origin": "guided", "planned_s": 60.0, "done_s": 60.0, "position_s": 90.0}
    return SessionRecord(identifier, began, zone, "strength", "Strength", **values | others)


def rating(identifier="a", moment="next_morning"):
    at = datetime(2026, 1, 7, 6, tzinfo=UTC)
    return Rating("r", identifier, moment, "back", 3, at, "Europe/Berlin")


def test_it_is_asked_on_the_day_after_and_on_no_other():
    asked = [day for day in (TUESDAY, WEDNESDAY, THURSDAY) if asks_next_morning([session()], [], day)]
    assert asked == [WEDNESDAY]


def test_the_last_session_of_the_day_is_meant():
    early = session("early", datetime(2026, 1, 6, 7, tzinfo=UTC))
    assert asks_next_morning([session("late"), early], [], WEDNESDAY).id == "late"


def test_it_is_asked_once():
    assert asks_next_morning([session()], [rating()], WEDNESDAY) is None
    assert asks_next_morning([session()], [rating(moment="after")], WEDNESDAY) is not None


def test_an_answer_does_not_bring_the_question_for_the_session_before_it():
    early = session("early", datetime(2026, 1, 6, 7, tzinfo=UTC))
    assert asks_next_morning([early, session("late")], [rating("late")], WEDNESDAY) is None


def test_not_today_holds_for_the_day():
    assert asks_next_morning([session()], [], WEDNESDAY, declined_on=WEDNESDAY) is None
    assert asks_next_morning([session()], [], WEDNESDAY, declined_on=TUESDAY) is not None


@pytest.mark.parametrize("others", [{"done_s": 0.0}, {"origin": "imported"}])
def test_of_nothing_done_and_of_what_came_from_elsewhere_it_is_not_asked(others):
    assert asks_next_morning([session(**others)], [], WEDNESDAY) is None
    assert not will_ask_next_morning(session(**others))


def test_a_session_ended_early_is_asked_about_too():
    assert will_ask_next_morning(session(state="stopped", done_s=5.0))


def test_the_day_is_the_one_on_the_wall_where_the_session_was():
    late = session(began=datetime(2026, 1, 6, 23, 30, tzinfo=UTC))  # half past midnight in Berlin
    assert asks_next_morning([late], [], WEDNESDAY) is None
    assert asks_next_morning([late], [], THURSDAY) is late
    assert will_ask_next_morning(late)
