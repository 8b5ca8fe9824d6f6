"""Made-up lives whose truth is known: how often does a verdict raise a false alarm, or see a real effect?

Pain wanders from day to day (an autoregressive series of order 1 with `phi`, spread 1.8 round 4.5), is
rounded to 0 to 10, missing on a quarter of the days and for a week away. Practice follows its own mood from
week to week and, without an effect, knows nothing of the pain.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import numpy as np

from backguide.insight.adherence_link import pain_and_adherence
from backguide.insight.change import change_since_start
from backguide.insight.next_morning import morning_pairs, next_morning_effect
from backguide.insight.peg import peg_change
from backguide.insight.session_effect import SessionDifference, session_effect
from backguide.insight.trend import trend
from backguide.insight.verdict import Verdict
from backguide.insight.weeks import week_points

START = date(2026, 1, 5)  # a Monday
MIDDLE, SPREAD = 4.5, 1.8
MISSING = 0.25


@dataclass(frozen=True)
class Answer:
    """The score of the three questions on a day."""

    day: date
    score: float | None


@dataclass(frozen=True)
class Effects:
    """What is true of the lives; nothing by default. All but the last in points of pain."""

    right_after: float = 0.0
    next_morning: float = 0.0
    per_week: float = 0.0
    by_adherence: float = 0.0  # from a week without any practice to a full one
    skips_when_sore: float = 0.0  # how much less likely practice is on a day above the middle


@dataclass(frozen=True)
class Lives:
    """Lives by days: rated pain, not a number where missing, practice, and pain before and after it."""

    pain: np.ndarray
    practised: np.ndarray
    before: np.ndarray
    after: np.ndarray


def lives(seed: int, number: int, days: int, phi: float, effects: Effects | None = None) -> Lives:
    effects = effects or Effects()
    random = np.random.default_rng(seed)
    level = MIDDLE + wandering(random, number, days, phi, SPREAD) + effects.per_week * np.arange(days) / 7
    mood = np.repeat(wandering(random, number, -(-days // 7), 0.5, 1.0), 7, axis=1)[:, :days]
    chance = 1 / (1 + np.exp(-0.6 - mood)) - effects.skips_when_sore * (level > MIDDLE)
    practised = random.random((number, days)) < chance
    level = level + effects.by_adherence * (by_week(practised) - practised.mean())
    level[:, 1:] += effects.next_morning * practised[:, :-1]
    away = random.integers(days // 4, days // 2, size=(number, 1))
    missing = random.random(level.shape) < MISSING
    if days > 42:
        missing |= (np.arange(days) >= away) & (np.arange(days) < away + 7)
    noise = random.normal(scale=0.9, size=(2, number, days))
    after = rated(level + noise[1] + effects.right_after)
    return Lives(np.where(missing, np.nan, rated(level)), practised, rated(level + noise[0]), after)


def wandering(random: np.random.Generator, number: int, length: int, phi: float, spread: float) -> np.ndarray:
    steps = random.normal(scale=spread, size=(number, length))
    steps[:, 1:] *= np.sqrt(1 - phi**2)
    for place in range(1, length):
        steps[:, place] += phi * steps[:, place - 1]
    return steps


def rated(level: np.ndarray) -> np.ndarray:
    return np.clip(np.rint(level), 0, 10)


def by_week(practised: np.ndarray) -> np.ndarray:
    """Return the share of practised days of each day's week."""
    weeks = practised[:, : practised.shape[1] // 7 * 7].reshape(len(practised), -1, 7).mean(axis=2)
    shares = np.repeat(weeks, 7, axis=1)
    return np.pad(shares, ((0, 0), (0, practised.shape[1] - shares.shape[1])), mode="edge")


def day(number: int) -> date:
    return START + timedelta(days=number)


def pain_of(life: Lives, one: int) -> dict[date, float]:
    return {day(n): float(value) for n, value in enumerate(life.pain[one]) if not np.isnan(value)}


def practice_of(life: Lives, one: int) -> set[date]:
    return {day(int(n)) for n in np.flatnonzero(life.practised[one])}


def _session_effect(life: Lives, one: int) -> Verdict:
    days = np.flatnonzero(life.practised[one] & ~np.isnan(life.pain[one]))
    return session_effect(
        [
            SessionDifference(str(n), datetime.combine(day(int(n)), datetime.min.time(), UTC), before, after)
            for n, before, after in zip(
                days, life.before[one, days].astype(int), life.after[one, days].astype(int), strict=True
            )
        ]
    )


def _next_morning(life: Lives, one: int) -> Verdict:
    pain, practised = pain_of(life, one), practice_of(life, one)
    return next_morning_effect(morning_pairs(pain, pain, practised), practised)


def _weeks(life: Lives, one: int) -> tuple:
    shares = by_week(life.practised)[one, ::7]
    return week_points(pain_of(life, one), {day(7 * n): float(share) for n, share in enumerate(shares)})


def _peg(life: Lives, one: int) -> Verdict:
    random = np.random.default_rng(one)
    offset = random.normal(size=3)
    answers = []
    for week in range(life.before.shape[1] // 7):
        recalled = life.before[one, 7 * week : 7 * week + 7].mean() + random.normal(scale=0.7, size=3)
        answers.append(Answer(day(7 * week + 6), float(rated(recalled + offset).mean())))
    return peg_change(answers)


VERDICTS: dict[str, Callable[[Lives, int], Verdict]] = {
    "session_effect": _session_effect,
    "next_morning": _next_morning,
    "trend": lambda life, one: trend(_weeks(life, one)),
    "change_since_start": lambda life, one: change_since_start(
        pain_of(life, one), day(life.pain.shape[1] - 1)
    ),
    "pain_and_adherence": lambda life, one: pain_and_adherence(_weeks(life, one)),
    "peg": _peg,
}


def words(name: str, life: Lives) -> list[str]:
    """Return the verdict on each of the lives."""
    return [VERDICTS[name](life, one).verdict for one in range(len(life.pain))]
