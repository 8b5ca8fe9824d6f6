"""Doses and lists in words."""

import pytest

from backguide.catalogue.model import Dose, Part, Variation
from backguide.ui.wording import (
    about_minutes,
    dose_words,
    hold_source,
    hold_words,
    listed,
    times_source,
    times_words,
)

TYPICAL = {"hold_s": "typical", "repetitions": "typical", "sets": "typical"}


def variation(*holds_s, sets=1, repetitions=1, sides="none", sources=TYPICAL):
    parts = tuple(Part("Part", "Go.", "Stay.", 2.0, hold_s) for hold_s in holds_s)
    dose = Dose(sets, repetitions, parts, 2.0, "Back.", 20.0, False, sources)
    return Variation("one", "One", 1, sides, dose, "The only one.")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (variation(5.0, repetitions=6, sides="alternate"), "6 × 5 s each side"),
        (variation(12.0, repetitions=3, sides="each"), "3 × 12 s each side"),
        (variation(60.0), "60 s"),
        (variation(15.0, sets=2), "2 × 15 s"),
        (variation(30.0, sides="each"), "30 s each side"),
        (variation(5.0, sets=2, repetitions=4), "2 sets of 4 × 5 s"),
        (variation(1.0, repetitions=8, sides="each"), "8 each side"),
        (variation(1.0, sets=2, repetitions=8, sides="alternate"), "2 sets of 8 each side"),
        (variation(1.0, repetitions=8), "8 times"),
        (variation(3.0, 3.0, repetitions=8), "8 cycles"),
        (variation(2.5, sets=1, repetitions=1), "once"),
    ],
)
def test_a_dose_is_told_in_a_few_words(given, words):
    assert dose_words(given) == words


def test_the_count_alone_does_not_name_seconds():
    assert times_words(variation(5.0, repetitions=6, sides="alternate")) == "6 each side"
    assert times_words(variation(15.0, sets=2)) == "twice"
    assert times_words(variation(30.0, sides="each")) == "once each side"


def test_holds_are_told_one_by_one_only_where_they_differ():
    assert hold_words(variation(5.0).dose) == "5 s hold"
    assert hold_words(variation(3.0, 3.0).dose) == "3 s each way"
    assert hold_words(variation(3.0, 5.5).dose) == "3 s to 5.5 s"


def test_what_the_article_says_is_told_apart_from_what_is_typical():
    dose = variation(5.0, sources={**TYPICAL, "hold_s": "article", "sets": "article"}).dose
    assert (hold_source(dose), times_source(dose)) == ("from the article", "typical physio dose")
    dose = variation(5.0, sources=dict.fromkeys(TYPICAL, "article")).dose
    assert times_source(dose) == "from the article"


def test_minutes_are_rounded_and_never_none():
    assert [about_minutes(seconds) for seconds in (20, 80, 100)] == [
        "under a minute",
        "about 1 min",
        "about 2 min",
    ]


def test_things_are_listed_as_a_sentence():
    assert listed(("Deep back muscles", "Buttocks", "Calves")) == "Deep back muscles, buttocks and calves."
    assert listed(("Mat",)) == "Mat."
    assert listed(()) == ""


def test_every_real_dose_has_short_words(catalogue):
    doses = [dose_words(form) for one in catalogue.exercises.values() for form in one.variations]
    assert len(doses) > 20
    assert max(len(words) for words in doses) <= 24
