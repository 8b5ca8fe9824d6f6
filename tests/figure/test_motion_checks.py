"""Every check of the motions is able to fail: each finds an error that is planted here."""

from dataclasses import replace

import numpy as np
import pytest

from backguide import assets
from backguide.figure.library import load_motions
from backguide.figure.motion import START, Motion
from backguide.figure.pose import SLOT, posture, postures
from backguide.figure.skeleton import REST
from tests.figure import body_capsules, key_angles, motion_checks

MOTIONS = load_motions(assets.folder() / "motions")


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


def test_a_way_that_is_too_quick_is_found(motion):
    poses = motion_checks.frames(motion, "table-top", "arm-and-leg-out", 1.0)
    assert "Rthigh 1" in " ".join(motion_checks.too_fast(poses, 1.0, 60.0))


def test_a_joint_that_pops_is_found(motion):
    poses = motion_checks.frames(motion, "table-top", "arm-and-leg-out", 3.0)
    poses[90, SLOT["right_wrist"].start] += 3
    assert motion_checks.jumping(poses, 3.0) == ["Rhand"]


def test_a_speed_that_changes_at_once_is_found(motion):
    poses = motion_checks.frames(motion, "table-top", "arm-and-leg-out", 3.0)
    poses[90:, SLOT["right_knee"].start] += np.minimum(np.arange(len(poses) - 90), 20) * 0.3
    assert "Rshank" in motion_checks.jumping(poses, 3.0)


def test_an_arm_in_the_belly_is_found(motion):
    pose = motion.key("table-top").copy()
    pose[SLOT["right_shoulder"]] = (0, -30, 60)
    pose[SLOT["right_elbow"]] = (90, 90)
    found = body_capsules.too_deep("bird-dog", *postures(pose[None]))
    assert any(word.startswith("Rforearm and trunk") for word in found)


def test_legs_that_pass_through_each_other_are_found(motion):
    pose = motion.key("table-top").copy()
    pose[SLOT["right_hip"]] += (0, -25, 0)
    found = body_capsules.too_deep("bird-dog", *postures(pose[None]))
    assert any("thigh" in word or "shank" in word for word in found)


def test_a_key_pose_unlike_the_evidence_is_found(motion):
    pose = motion.key("arm-and-leg-out").copy()
    assert key_angles.differences("leg-out", pose) == {}
    pose[SLOT["right_hip"].start] = -25
    assert key_angles.differences("leg-out", pose) == {"right_hip": 12.0}


def test_a_grip_that_opens_on_the_way_is_found():
    motion = MOTIONS.motion("knee-to-chest", "other-bent")
    poses = np.tile(motion.key("hug"), (3, 1))
    poses[1, SLOT["left_elbow"].start] -= 8
    found = motion_checks.letting_go(motion, "hands-on-shin", "hug", poses)
    assert {word.split()[0] for word in found} == {"left-palm-centre", "left-fingers"}


def test_a_sliding_contact_that_lifts_is_found():
    motion = MOTIONS.motion("down-dog-up-dog", "soft-knees")
    poses = np.tile(motion.key("up-dog"), (3, 1))
    poses[1, SLOT["position"].start + 2] += 0.01
    assert "left-knee 10 mm" in motion_checks.leaving_the_floor(motion, "low-hover", "up-dog", poses)


def test_phases_that_do_not_meet_are_told_apart(motion):
    assert motion_checks.apart(motion.ready(), motion.ready()) == 0.0
    assert motion_checks.apart(motion.ready(), motion.entering(0, START, 0.1)) > 1e-3


def test_a_joint_pushed_to_its_limit_is_found(motion):
    assert motion_checks.straining(motion, "arm-and-leg-out") == set()
    motion.key("arm-and-leg-out")[SLOT["right_knee"].start] = 157
    assert motion_checks.straining(motion, "arm-and-leg-out") == {"right_knee"}


def test_a_forehead_that_cannot_reach_the_floor_is_found(motion):
    wish = motion.spec.poses["arm-and-leg-out"]
    bowed = replace(wish, contacts=(*wish.contacts, "forehead"))
    far = Motion(replace(motion.spec, poses={**motion.spec.poses, "arm-and-leg-out": bowed}))
    assert motion_checks.floating(far, "arm-and-leg-out") or motion_checks.straining(far, "arm-and-leg-out")
