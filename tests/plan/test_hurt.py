from datetime import UTC, date, datetime, timedelta

import pytest

from backguide import assets
from backguide.catalogue.load import load_catalogue
from backguide.journal.records import ExerciseResult, HurtMark, Rating, SessionRecord
from backguide.plan.hurt import GENTLEST, left_out, light_for, offers_for, others_for, rated_before

CATALOGUE = load_catalogue(assets.folder())
FIRST = datetime(2026, 3, 2, 8, tzinfo=UTC)
TODAY = date(2026, 3, 5)


@pytest.mark.parametrize(
    ("value", "before", "light"),
    [
        (0, None, "green"),
        (3, 2, "green"),
        (3, 3, "green"),
        (4, 4, "amber"),
        (5, None, "amber"),
        (6, None, "red"),
        (10, 10, "red"),
        (2, 0, "amber"),  # two points more than before, whatever the number
        (3, 1, "amber"),
        (3, None, "green"),
        (None, 2, "amber"),
    ],
)
def test_the_traffic_light(value, before, light):
    assert light_for(value, before, moved_down=False) == light


@pytest.mark.parametrize("value", [None, 0, 3, 10])
def test_what_moves_down_the_leg_ends_the_session_whatever_the_number(value):
    light = light_for(value, 0, moved_down=True)
    assert light == "stop"
    assert offers_for(light, has_easier=True, has_another=True) == ("stop",)


def test_the_best_offer_comes_first_and_only_what_there_is():
    assert offers_for("green", has_easier=True, has_another=True)[0] == "carry_on"
    assert offers_for("amber", has_easier=True, has_another=True)[0] == "easier"
    assert offers_for("amber", has_easier=False, has_another=True)[0] == "another"
    assert offers_for("red", has_easier=True, has_another=True) == ("another", "skip", "stop")
    assert offers_for("red", has_easier=True, has_another=False) == ("skip", "stop")


def test_another_exercise_is_of_the_same_kind_and_first_in_the_same_position():
    others = others_for(CATALOGUE, "windmill", [], None)
    assert {other.kind for other in others} <= {"mobility", "both"}
    cat_cow = others_for(CATALOGUE, "cat-cow", [], None)
    assert cat_cow[0].slug == "childs-pose"
    assert cat_cow[-1].slug == "down-dog-up-dog"  # its harder neighbour


def test_what_hurt_already_is_not_offered():
    slugs = [other.slug for other in others_for(CATALOGUE, "cat-cow", ["childs-pose"], 5)]
    assert not {"cat-cow", "childs-pose"} & set(slugs)


def test_who_starts_sore_gets_the_gentlest_alone():
    assert {other.slug for other in others_for(CATALOGUE, "bird-dog", [], 6)} == set(GENTLEST)
    assert "knee-to-chest" not in {other.slug for other in others_for(CATALOGUE, "knee-to-chest", [], 8)}


def test_the_higher_of_back_and_leg_before_the_session_counts():
    rated = [
        Rating(str(number), "s", moment, site, value, FIRST, "UTC")
        for number, (moment, site, value) in enumerate(
            [("before", "back", 3), ("before", "leg", 5), ("after", "back", 9)]
        )
    ]
    assert rated_before(rated) == 5
    assert rated_before([]) is None


def history(*hurts: int | bool | None):
    """One session a day; False: it did not hurt, True: marked and not rated, a number: rated so."""
    sessions, results, marks = [], {}, {}
    for day, hurt in enumerate(hurts):
        name, at = f"session-{day}", FIRST + timedelta(days=day)
        sessions.append(SessionRecord(name, at, "UTC", "r", "R", "finished", "guided", 30, 30, 60))
        results[name] = [ExerciseResult(f"r{day}", name, 0, "bird-dog", "leg-only", None, 1, 30, 30, "done")]
        if hurt is not False:
            value = None if hurt is True else hurt
            marks[name] = [HurtMark(f"m{day}", name, 0, "bird-dog", "leg-only", None, 9.0, at, value)]
    return sessions, results, marks


@pytest.mark.parametrize(
    ("hurts", "is_left_out"),
    [
        ((True, True), True),
        ((False, 4, 7), True),
        ((True,), False),
        ((True, False), False),
        ((True, False, True), False),
        ((True, 3), False),  # so much is acceptable
        ((), False),
    ],
)
def test_what_hurt_twice_in_a_row_is_left_out(hurts, is_left_out):
    assert ("bird-dog" in left_out(*history(*hurts), TODAY)) == is_left_out


def test_it_is_left_out_for_a_week_with_a_reason():
    days = history(True, True)
    found = left_out(*days, TODAY)["bird-dog"]
    assert found.until == date(2026, 3, 10)
    assert "last two sessions" in found.reason
    assert left_out(*days, date(2026, 3, 9))
    assert not left_out(*days, date(2026, 3, 10))


def test_sessions_without_the_exercise_do_not_come_between():
    sessions, results, marks = history(True, False, True)
    results["session-1"] = []
    assert "bird-dog" in left_out(sessions, results, marks, TODAY)
