"""Every movement of the content, over every frame that a session shows."""

from dataclasses import replace

import numpy as np
import pytest
from tests.figure import motion_checks

from backguide import assets
from backguide.catalogue.load import load_catalogue
from backguide.figure.library import load_motions
from backguide.figure.motion import Motion
from backguide.figure.pose import SIZE, SLOT, mirrored, posture
from backguide.figure.skeleton import PARENT, REST

CATALOGUE = load_catalogue(assets.folder())
MOTIONS = load_motions(assets.folder() / "motions")
KEYS = [
    (exercise.slug, each.slug) for exercise in CATALOGUE.exercises.values() for each in exercise.variations
]
ways = pytest.mark.parametrize("key", KEYS, ids=["/".join(key) for key in KEYS])


def _each_way(key):
    motion, dose = MOTIONS.motion(*key), CATALOGUE.exercises[key[0]].variation(key[1]).dose
    for origin, goal, seconds in motion_checks.ways(motion, dose):
        yield motion, origin, goal, motion_checks.frames(motion, origin, goal, seconds)


def test_all_motion_files_can_be_used():
    assert MOTIONS.problems == ()


def test_every_variation_has_a_motion_and_every_motion_a_variation():
    assert set(MOTIONS.keys) == set(KEYS)


@ways
def test_joints_stay_within_their_limits(key):
    wrong = {(a, b): motion_checks.outside_limits(poses) for _, a, b, poses in _each_way(key)}
    assert not any(wrong.values()), wrong


@ways
def test_nothing_sinks_into_the_floor(key):
    wrong = {(a, b): motion_checks.under_the_floor(poses) for _, a, b, poses in _each_way(key)}
    assert not any(wrong.values()), wrong


@ways
def test_what_is_planted_stays_planted(key):
    wrong = {(a, b): motion_checks.drifting(motion, a, b, poses) for motion, a, b, poses in _each_way(key)}
    assert not any(wrong.values()), wrong


@ways
def test_contacts_touch_and_hands_hold(key):
    motion = MOTIONS.motion(*key)
    wrong = {name: motion_checks.floating(motion, name) for name in motion_checks.names(motion)}
    assert not any(wrong.values()), wrong


@ways
def test_joined_ways_meet_in_position_and_come_to_rest(key):
    for motion, origin, goal, poses in _each_way(key):
        np.testing.assert_allclose(poses[0], motion.key(origin), atol=1.0)
        np.testing.assert_allclose(poses[-1], motion.key(goal), atol=1.0)
        for pair in (poses[:2], poses[-2:]):
            assert np.abs(np.diff(pair, axis=0)).max() < 0.1  # degrees a frame


@ways
def test_the_other_side_is_the_mirror_image(key):
    motion = MOTIONS.motion(*key)
    for part in range(len(motion.spec.parts)):
        right, left = motion.holding(part, "right"), motion.holding(part, "left")
        np.testing.assert_allclose(left.joints[0], right.joints[0] * (1, -1, 1), atol=1e-9)
        np.testing.assert_allclose(left.joints[:, 2].sum(), right.joints[:, 2].sum(), atol=1e-9)


def test_limbs_keep_their_length():
    rest = np.array([np.linalg.norm(REST[i] - REST[p]) for i, p in enumerate(PARENT) if p >= 0])
    for key in KEYS:
        joints = MOTIONS.motion(*key).holding(0).joints
        lengths = [np.linalg.norm(joints[i] - joints[p]) for i, p in enumerate(PARENT) if p >= 0]
        np.testing.assert_allclose(lengths, rest, atol=1e-9)


def test_mirroring_twice_changes_nothing():
    pose = np.random.default_rng(4).uniform(-20, 20, SIZE)
    np.testing.assert_array_equal(mirrored(mirrored(pose)), pose)


# -- each check is able to fail


@pytest.fixture
def motion() -> Motion:
    return Motion(MOTIONS.motion("bird-dog", "arm-and-leg").spec)


def test_a_joint_beyond_its_limit_is_found(motion):
    pose = motion.key("table-top").copy()
    pose[SLOT["left_knee"]] = 175
    assert motion_checks.outside_limits(pose[None]) == ["left_knee"]


def test_a_body_that_is_too_low_is_found(motion):
    pose = motion.key("table-top").copy()
    pose[SLOT["position"]] -= (0, 0, 0.01)
    assert any(word.startswith("left-knee") for word in motion_checks.under_the_floor(pose[None]))


def test_a_planted_hand_that_slips_is_found(motion):
    poses = np.tile(motion.key("table-top"), (2, 1))
    poses[1, SLOT["right_shoulder"].start] += 2
    found = motion_checks.drifting(motion, "table-top", "arm-and-leg-out", poses)
    assert [word.split()[0] for word in found] == ["right-palm"]


def test_a_contact_that_floats_is_found(motion):
    wish = motion.spec.poses["table-top"]
    lifted = replace(motion.spec, poses={**motion.spec.poses, "table-top": replace(wish, contacts=())})
    floating = Motion(lifted)
    pose = floating.key("table-top")
    pose[SLOT["position"]] += (0, 0, 0.02)
    named = Motion(replace(motion.spec))
    named._keys["table-top"] = pose
    assert motion_checks.floating(named, "table-top")


def test_a_posture_finds_points_of_the_skin(motion):
    body = posture(motion.key("table-top"))
    head = body.point("head", REST[8] + np.array((0, 0, 0.1)))
    assert head[0] > 0.3
