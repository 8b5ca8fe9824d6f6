"""What an author is shown and told about a motion, right and wrong ones."""

from dataclasses import replace
from itertools import product

import pytest

from backguide import assets
from backguide.catalogue.load import load_catalogue
from backguide.figure.library import load_motions
from backguide.figure.motion import Motion
from backguide.figure.pose import SLOT
from backguide.ui.figure.contact_sheet import contact_sheet
from backguide.ui.figure.inspection import described, hints, moments, problems

pytestmark = pytest.mark.usefixtures("qapp")
CATALOGUE = load_catalogue(assets.folder())
MOTIONS = load_motions(assets.folder() / "motions")
TABLE_TOP = MOTIONS.motion("bird-dog", "arm-and-leg").spec.poses["table-top"]


def dose_of(exercise, variation):
    return CATALOGUE.exercises[exercise].variation(variation).dose


def bird_dog(pose, **changes):
    """The bird dog with one pose changed."""
    spec = MOTIONS.motion("bird-dog", "arm-and-leg").spec
    return Motion(replace(spec, poses={**spec.poses, pose: replace(spec.poses[pose], **changes)}))


@pytest.fixture
def dose():
    return dose_of("bird-dog", "arm-and-leg")


@pytest.mark.parametrize("key", MOTIONS.keys, ids="/".join)
def test_eight_moments_tell_every_motion_in_order(key):
    found = moments(MOTIONS.motion(*key), dose_of(*key), "right")
    assert len(found) == 8
    assert [one.second for one in found] == sorted({one.second for one in found})
    told = {one.phase for one in found}
    assert {"Ready", "Move", "Return", *(part.name for part in dose_of(*key).parts)} <= told
    assert all(one.touches for one in found)
    assert all(touch.off_m < 0.005 for one in found for touch in one.touches)


@pytest.mark.parametrize("key", MOTIONS.keys, ids="/".join)
def test_nothing_is_wrong_with_what_is_shipped(key):
    assert problems(MOTIONS.motion(*key), dose_of(*key)) == []


def test_the_other_side_touches_with_the_other_limbs(dose):
    motion = MOTIONS.motion("bird-dog", "arm-and-leg")
    reach = {side: moments(motion, dose, side)[4] for side in ("right", "left")}
    assert {touch.contact for touch in reach["right"].touches} == {"right-palm", "left-knee", "left-instep"}
    assert {touch.contact for touch in reach["left"].touches} == {"left-palm", "right-knee", "right-instep"}


def test_what_slides_is_told_from_what_is_planted():
    motion, dose = MOTIONS.motion("knee-to-chest", "other-long"), dose_of("knee-to-chest", "other-long")
    hug = next(one for one in moments(motion, dose, "right") if one.phase == "Hug")
    assert {touch.contact for touch in hug.touches if touch.slides} == {"sacrum", "left-heel"}
    assert {touch.contact for touch in hug.touches if not touch.slides} >= {"head"}


def test_an_angle_beyond_its_range_is_told_and_marked_on_its_side(dose):
    spec = MOTIONS.motion("bird-dog", "arm-and-leg").spec
    angles = spec.poses["arm-and-leg-out"].angles.copy()
    angles[SLOT["right_knee"]] = 175
    motion = bird_dog("arm-and-leg-out", angles=angles)
    assert problems(motion, dose)[0] == "Pose arm-and-leg-out: right_knee flexion 175°, at most 157°."
    reach = moments(motion, dose, "left")[4]
    assert [described(each) for each in reach.beyond] == ["left_knee flexion 175°, at most 157°"]
    image, fine = (
        contact_sheet("Bird dog", one, dose, ("left",), "light")
        for one in (motion, MOTIONS.motion("bird-dog", "arm-and-leg"))
    )
    assert red(image) > red(fine) + 15


def red(image):
    """How many pixels have the colour that only marks of what is wrong have."""
    places = product(range(0, image.width(), 2), range(460, image.height(), 2))
    return sum(image.pixel(x, y) == 0xFFD50000 for x, y in places)


def test_a_contact_that_cannot_be_reached_is_told(dose):
    told = problems(
        bird_dog("table-top", contacts=(*TABLE_TOP.contacts, "sacrum", "head", "left-sole", "right-sole")),
        dose,
    )
    assert any(
        line.startswith("Pose table-top: ") and line.endswith("off the floor, although it is a contact.")
        for line in told
    )


def test_joints_at_their_limit_are_worth_a_look_and_no_fault():
    told = hints(bird_dog("table-top", contacts=(*TABLE_TOP.contacts, "head")))
    assert any("table-top needs left_wrist at its limit" in line for line in told)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_a_sheet_is_drawn_in_every_theme(dose, theme):
    image = contact_sheet("Bird dog", MOTIONS.motion("bird-dog", "arm-and-leg"), dose, ("right",), theme)
    paper = image.pixelColor(2, 2).lightness()
    assert paper > 240 if theme == "light" else paper < 40
