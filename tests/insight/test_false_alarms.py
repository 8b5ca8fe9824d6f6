"""A verdict that says better or worse about a life in which nothing happens is a false alarm: 7 % at most.

400 lives a verdict and strength of likeness, of which three quarters at least must have data enough. Of 300
a verdict with a true rate of 5 % stays within 7 % in 96 of 100 draws, one of 10 % in 5 of 100. The seed is
fixed, so the outcome is, too. `python -m tests.benchmarks.verdict_rates` draws more lives of more lengths,
and counts how often it sees real effects.
"""

import pytest

from tests.insight.simulated import Effects, lives, words

LIVES = 400
MOST = 0.07
DAYS = {
    "session_effect": 42,
    "next_morning": 84,
    "trend": 98,
    "change_since_start": 42,
    "pain_and_adherence": 119,
    "peg": 28,
}


def told(name, effects=None, phi=0.3, number=LIVES, days=None, seed=11):
    """Return the share of better and worse among the verdicts that could be given."""
    said = words(name, lives(seed, number, days or DAYS[name], phi, effects))
    judged = [word for word in said if word != "not_enough_data"]
    assert len(judged) >= 0.75 * number
    return sum(word != "within_usual" for word in judged) / len(judged)


@pytest.mark.parametrize("phi", [0.0, 0.3, 0.6])
@pytest.mark.parametrize("name", DAYS)
def test_a_life_without_change_is_called_one(name, phi):
    assert told(name, phi=phi) <= MOST


def test_skipping_practice_on_sore_days_does_not_pass_for_better_mornings():
    assert told("next_morning", Effects(skips_when_sore=0.35), days=126) <= MOST


@pytest.mark.parametrize(
    ("name", "effects", "days"),
    [
        ("session_effect", Effects(right_after=-1.0), 98),
        ("next_morning", Effects(next_morning=-1.5), 182),
        ("trend", Effects(per_week=-0.2), 182),
        ("change_since_start", Effects(per_week=-0.4), 98),
        ("pain_and_adherence", Effects(by_adherence=-5.0), 364),
        ("peg", Effects(per_week=-0.4), 98),
    ],
)
def test_a_large_effect_is_seen_given_time(name, effects, days):
    said = words(name, lives(12, 40, days, 0.3, effects))
    assert said.count("better") >= 30
    assert "worse" not in said
