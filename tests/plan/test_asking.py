from datetime import date, timedelta

import pytest

from backguide.plan.asking import asks_week

TODAY = date(2026, 3, 10)


def ago(days):
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("last_answer", "declined_on", "asks"),
    [
        (None, None, True),
        (ago(0), None, False),
        (ago(6), None, False),
        (ago(7), None, True),
        (None, ago(6), False),
        (None, ago(7), True),
        (ago(7), ago(1), False),
        (ago(1), ago(7), False),
        (ago(30), ago(20), True),
    ],
)
def test_the_week_is_asked_about_a_week_after_it_was_answered_or_left_out(last_answer, declined_on, asks):
    assert asks_week(last_answer, declined_on, TODAY) is asks
