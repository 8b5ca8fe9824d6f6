from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backguide.insight.peg import peg_change
from tests.insight.simulated import Answer

START = date(2026, 1, 5)


def answers(*scores):
    return [Answer(START + timedelta(weeks=n), score) for n, score in enumerate(scores)]


def test_an_answer_with_an_item_left_out_has_no_score_and_does_not_count():
    verdict = peg_change([*answers(7, 6, 5, 4), Answer(START - timedelta(weeks=1), None)])
    assert verdict == peg_change(answers(7, 6, 5, 4))


@pytest.mark.parametrize(("number", "says"), [(0, "4 more weekly answers"), (3, "1 more weekly answer to")])
def test_too_few_answers_say_how_many_more_it_takes(number, says):
    verdict = peg_change(answers(*range(number)))
    assert (verdict.verdict, verdict.n, verdict.needs) == ("not_enough_data", number, 4)
    assert says in verdict.sentence


@pytest.mark.parametrize(
    ("scores", "word"),
    [
        ((7, 6, 5, 4), "better"),
        ((7, 6, 6, 4), "within_usual"),  # of four, each must go down
        ((7, 4, 6, 3), "within_usual"),
        ((7, 7, 5, 6, 4, 5, 3, 3), "better"),
        ((7, 3, 8, 6, 7, 8, 6, 4), "within_usual"),  # lower at last, but not along the way
        ((5, 6, 6, 7, 7, 8, 8, 9, 9, 3), "within_usual"),  # lower at last, but higher all along
        ((9, 9, 8, 8, 8, 8, 7, 7), "within_usual"),  # 2 points, but not 30 %
        ((3, 4, 5, 6), "worse"),
        ((0, 0, 0, 0), "within_usual"),
    ],
)
def test_the_latest_is_set_against_the_first(scores, word):
    verdict = peg_change(answers(*scores))
    assert (verdict.verdict, verdict.estimate) == (word, scores[-1] - scores[0])


def test_less_than_a_point_is_within_the_usual():
    fine = answers(2.0, 1.7, 1.4, 1.1)
    assert peg_change(fine).verdict == "within_usual"


def test_the_interval_is_of_the_line_through_all_answers():
    low, high = peg_change(answers(9, 8, 8, 7, 6, 6, 5, 4)).interval
    assert low < -5 < high < 0
    assert peg_change(answers(9, 8, 7, 6)).interval is None


def test_a_better_score_is_told_with_natural_recovery():
    sentence = peg_change(answers(7, 6, 5, 4)).sentence
    assert sentence == (
        "Your weekly score is 3 points lower than at first: pain gets less in your way. "
        "Backs often get better by themselves, too."
    )


@given(st.lists(st.integers(2, 8), min_size=4, max_size=30), st.randoms())
def test_the_order_of_the_rows_changes_nothing(scores, random):
    rows = answers(*scores)
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert peg_change(shuffled) == peg_change(rows)
