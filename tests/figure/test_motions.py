"""Every movement of the content, over every frame that a session shows."""

from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from backguide import assets
from backguide.catalogue.load import load_catalogue
from backguide.figure.contacts import CONTACTS
from backguide.figure.library import load_motions
from backguide.figure.motion import START, breath, breathes
from backguide.figure.motion_file import MotionError, read_motions
from backguide.figure.pose import SIZE, mirrored, postures
from backguide.figure.skeleton import BONE_INDEX, BONES, PARENT, REST
from tests.figure import body_capsules, key_angles, motion_checks
from tests.figure.body_postures import mirrored_name

CATALOGUE = load_catalogue(assets.folder())
MOTIONS = load_motions(assets.folder() / "motions")
KEYS = [
    (exercise.slug, each.slug) for exercise in CATALOGUE.exercises.values() for each in exercise.variations
]
ways = pytest.mark.parametrize("key", KEYS, ids=["/".join(key) for key in KEYS])


@cache
def _timed_ways(key):
    """Every way that a session takes: motion, from, to, the poses at 60 frames a second, and the seconds."""
    motion, dose = MOTIONS.motion(*key), CATALOGUE.exercises[key[0]].variation(key[1]).dose
    return [
        (motion, origin, goal, motion_checks.frames(motion, origin, goal, seconds), seconds)
        for origin, goal, seconds in motion_checks.ways(motion, dose)
    ]


def _each_way(key):
    return [way[:4] for way in _timed_ways(key)]


STRETCH_DEG_S, LIMB_DEG_S = 45.0, 60.0
FASTER_DEG_S = {
    "knee-to-chest": LIMB_DEG_S,  # until the hands have the knee, a leg and two arms are simply lifted
    "down-dog-up-dog": 66.0,  # the whole body changes places: shoulders and knees turn by 150 degrees
}


def _calm_limit(exercise):
    """45 degrees a second for stretches, 60 for limbs; what may be faster, and why, stands above."""
    stretch = CATALOGUE.exercises[exercise].kind == "mobility"
    return FASTER_DEG_S.get(exercise, STRETCH_DEG_S if stretch else LIMB_DEG_S)


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
def test_what_is_planted_or_held_stays_so_between_the_poses_of_a_way(key):
    wrong = {}
    for motion, origin, goal, poses in _each_way(key):
        for one, other, frames in motion_checks.stretches(motion, origin, goal, len(poses)):
            part = poses[frames]
            found = motion_checks.drifting(motion, one, other, part)
            found += motion_checks.leaving_the_floor(motion, one, other, part)
            wrong[one, other] = found + motion_checks.letting_go(motion, one, other, part)
    assert not any(wrong.values()), wrong


@ways
def test_ways_begin_and_end_in_their_poses(key):
    for motion, origin, goal, poses in _each_way(key):
        np.testing.assert_allclose(poses[0], motion.key(origin), atol=0.1)
        np.testing.assert_allclose(poses[-1], motion.key(goal), atol=0.1)


@ways
def test_joined_phases_meet_in_position_and_speed(key):
    """A sixtieth of a second before and after every join of a session's phases: no jump, no speed."""
    motion, dose = MOTIONS.motion(*key), CATALOGUE.exercises[key[0]].variation(key[1]).dose
    for (name, seconds, before), (next_name, next_seconds, after) in pairwise(
        motion_checks.phases(motion, dose)
    ):
        join = (name, next_name)
        assert motion_checks.apart(before(1.0), after(0.0)) < 1e-3, join
        assert motion_checks.apart(before(1.0), before(1.0 - 1 / 60 / seconds)) < 1e-3, join
        assert motion_checks.apart(after(0.0), after(1 / 60 / next_seconds)) < 1e-3, join


@ways
def test_no_joint_turns_faster_than_is_calm(key):
    limit = _calm_limit(key[0])
    wrong = {
        (a, b): motion_checks.too_fast(poses, seconds, limit) for _, a, b, poses, seconds in _timed_ways(key)
    }
    assert not any(wrong.values()), wrong


@ways
def test_no_joint_jumps(key):
    wrong = {(a, b): motion_checks.jumping(poses, seconds) for _, a, b, poses, seconds in _timed_ways(key)}
    assert not any(wrong.values()), wrong


@ways
def test_limbs_do_not_pass_through_each_other_or_the_trunk(key):
    wrong = {(a, b): body_capsules.too_deep(key[0], *postures(poses)) for _, a, b, poses in _each_way(key)}
    assert not any(wrong.values()), wrong


@ways
def test_key_poses_are_those_of_the_evidence(key):
    motion = MOTIONS.motion(*key)
    for name in set(motion_checks.names(motion)) & set(key_angles.ANGLES):
        found = key_angles.differences(name, motion.key(name))
        assert set(found) <= key_angles.DEVIATIONS.get(name, set()), (name, found)


_TOES = {"left_toes", "right_toes"}
AT_THE_LIMIT = {
    "long-table-top": _TOES,  # tucked toes bend as far as loaded toes do
    "up-dog": _TOES,
    "up-dog-low": _TOES,
    "hands-on-shin": {"left_wrist"},  # the far hand reaches round the shin
    "hands-on-shin-long": {"left_wrist"},
    "propped": {"left_elbow"},  # a palm flat on the floor beside a forearm on the floor
    "propped-open": {"left_elbow"},
    "hand-to-foot": {"left_hip", "left_ankle"},  # a wide stance, bent over the other leg
}


@ways
def test_no_key_pose_pushes_a_joint_to_its_limit_unasked(key):
    motion = MOTIONS.motion(*key)
    for name in motion_checks.names(motion):
        assert motion_checks.straining(motion, name) <= AT_THE_LIMIT.get(name, set()), name


def test_every_deviation_from_the_evidence_is_real_and_explained():
    shown = {name: MOTIONS.motion(*key) for key in KEYS for name in motion_checks.names(MOTIONS.motion(*key))}
    assert set(key_angles.ANGLES) <= set(shown)
    page = (Path(__file__).parents[2] / "docs/decisions/motions.md").read_text(encoding="utf-8")
    for name, words in key_angles.DEVIATIONS.items():
        assert words == set(key_angles.differences(name, shown[name].key(name))), name
        assert f"`{name}`" in page, name


@ways
def test_the_other_side_is_the_mirror_image_of_every_joint(key):
    motion, flip = MOTIONS.motion(*key), np.array((1.0, -1.0, 1.0))
    swap = [BONE_INDEX[mirrored_name(bone)] for bone in BONES]
    for part in range(len(motion.spec.parts)):
        for share in (0.3, 0.7, 1.0):
            right, left = (motion.entering(part, START, share, side) for side in ("right", "left"))
            np.testing.assert_allclose(left.joints, right.joints[swap] * flip, atol=1e-9)
            mirror = right.rotations[swap] * np.outer(flip, flip)
            np.testing.assert_allclose(left.rotations, mirror, atol=1e-9)


@ways
def test_breathing_is_seen_and_moves_nothing_that_touches(key):
    motion = MOTIONS.motion(*key)
    for part, name in enumerate(motion.spec.parts):
        still, full = motion.holding(part), motion.holding(part, None, 2.5, 5.0)
        assert 0.001 < np.abs(full.joints - still.joints).max() < 0.010
        for contact in motion.spec.poses[name].contacts:
            for ball in CONTACTS[contact]:
                bone = BONES[ball.bone]
                gone = full.point(bone, ball.centre) - still.point(bone, ball.centre)
                assert np.linalg.norm(gone) < 0.0005, contact


def test_a_short_hold_has_no_breath_and_a_long_one_calm_whole_breaths():
    assert not breathes(3.0)
    assert breath(1.5, 3.0) == 0.0
    for hold_s in (5.0, 12.0, 30.0, 60.0):
        full = [breath(moment, hold_s) for moment in np.arange(0, hold_s, 0.01)]
        peaks = sum(
            before < now >= after for before, now, after in zip(full, full[1:], full[2:], strict=False)
        )
        assert full[0] == 0.0
        assert breath(hold_s, hold_s) == pytest.approx(0.0, abs=1e-9)
        assert 4.5 <= hold_s / peaks <= 7.0


def test_limbs_keep_their_length():
    rest = np.array([np.linalg.norm(REST[i] - REST[p]) for i, p in enumerate(PARENT) if p >= 0])
    for key in KEYS:
        joints = MOTIONS.motion(*key).holding(0).joints
        lengths = [np.linalg.norm(joints[i] - joints[p]) for i, p in enumerate(PARENT) if p >= 0]
        np.testing.assert_allclose(lengths, rest, atol=1e-9)


def test_mirroring_twice_changes_nothing():
    pose = np.random.default_rng(4).uniform(-20, 20, SIZE)
    np.testing.assert_array_equal(mirrored(mirrored(pose)), pose)


def test_the_picture_of_cat_cow_is_the_cat_and_of_others_their_first_part():
    cat_cow, bird_dog = MOTIONS.motion("cat-cow", "moderate"), MOTIONS.motion("bird-dog", "leg-only")
    np.testing.assert_array_equal(cat_cow.portrait().joints, cat_cow.holding(1).joints)
    np.testing.assert_array_equal(bird_dog.portrait("left").joints, bird_dog.holding(0, "left").joints)


def test_a_portrait_that_is_no_part_is_refused_with_its_key(tmp_path):
    pose = "[poses.rest]\n[poses.reach]\n"
    motion = 'start = "rest"\nparts = ["reach"]\nportrait = "rest"\n'
    path = tmp_path / "stretch.toml"
    path.write_text(f'exercise = "stretch"\n{pose}[variations.easy]\n{motion}', encoding="utf-8")
    with pytest.raises(MotionError, match=r"stretch.toml: variations.easy.portrait names none of the parts"):
        read_motions(path, {})
