"""The body keeps its measures in every posture and is the same on both sides."""

import numpy as np
import pytest

from backguide.figure.body import Body, build_body
from backguide.figure.pose import posture
from backguide.figure.sculpt import Profile
from backguide.figure.skeleton import BONE_INDEX, BONES, REST, Posture
from tests.figure.body_postures import POSES, mirrored_name, other_side, postures

FLIP = np.array((1.0, -1.0, 1.0))
AT_REST = Posture(np.tile(np.eye(3), (len(BONES), 1, 1)), REST)


@pytest.fixture(scope="module")
def body() -> Body:
    return build_body()


def test_at_rest_the_skinned_body_is_the_sculpted_one(body):
    centres, axes = body.skin(AT_REST)
    assert np.allclose(centres, body.centres)
    assert np.allclose(axes, body.axes)


@pytest.mark.parametrize("name", POSES)
def test_what_hangs_on_one_bone_keeps_its_distances(body, name):
    centres, _ = body.skin(postures()[name])
    for bone in range(len(BONES)):
        own = np.flatnonzero(body.weights[:, bone] > 0.999)
        if len(own) < 2:
            continue
        rest = np.linalg.norm(body.centres[own] - body.centres[own[0]], axis=1)
        now = np.linalg.norm(centres[own] - centres[own[0]], axis=1)
        assert np.allclose(rest, now, atol=1e-9), BONES[bone]


@pytest.mark.parametrize("name", POSES)
def test_no_ellipsoid_grows_or_shrinks(body, name):
    _, axes = body.skin(postures()[name])
    assert np.allclose(np.linalg.norm(axes, axis=1), np.linalg.norm(body.axes, axis=1))


@pytest.mark.parametrize("name", POSES)
def test_the_mirrored_posture_has_the_mirrored_body(body, name):
    left, _ = body.skin(posture(POSES[name]))
    right, _ = body.skin(other_side(POSES[name]))
    swap = _twins(body)
    assert np.allclose(left[swap] * FLIP, right, atol=1e-9)


def _twins(body):
    """For every ellipsoid the one on the other side: same size, mirrored place, the twin bones."""
    bones = [BONE_INDEX[mirrored_name(name)] for name in BONES]
    key = np.concatenate([body.centres, np.linalg.norm(body.axes, axis=1), body.weights], 1)
    other = np.concatenate(
        [body.centres * FLIP, np.linalg.norm(body.axes, axis=1), body.weights[:, bones]], 1
    )
    apart = np.abs(key[:, None] - other).max(-1)
    twins = apart.argmin(1)
    assert apart[np.arange(len(twins)), twins].max() < 1e-9
    return twins


def test_weights_are_shares_of_one_whole(body):
    assert np.allclose(body.weights.sum(1), 1)
    assert body.weights.min() >= 0


def test_the_person_is_as_tall_as_the_skeleton_says(body):
    top = (body.centres[:, 2] + np.linalg.norm(body.axes[:, 2], axis=1)).max()
    bottom = (body.centres[:, 2] - np.linalg.norm(body.axes[:, 2], axis=1)).min()
    assert top == pytest.approx(1.70, abs=0.02)
    assert bottom == pytest.approx(0.0, abs=0.005)


@pytest.mark.parametrize("muscle", ["back", "abs", "Lobl", "Rglute", "Lmed", "Rham", "Lquad", "Rcalf"])
def test_a_muscle_lies_within_its_tube_and_vanishes_on_the_far_side(body, muscle):
    centres, axes = body.skin(AT_REST)
    for patch in body.patches[muscle]:
        out = np.array((np.cos(patch.middle.mean()), np.sin(patch.middle.mean()), 0.0))
        (seen,) = patch.outlines(centres, axes, out, (1.0,))
        assert _breadth(seen) > 0.02
        assert _breadth(*patch.outlines(centres, axes, -out, (1.0,))) < 0.002
        reach = np.linalg.norm(axes[patch.rings], axis=1)[:, :2].max() + 1e-9
        rings = np.concatenate([centres[patch.rings], centres[patch.rings][::-1]])
        assert np.linalg.norm(seen - rings, axis=1).max() <= reach


def _breadth(outline):
    half = len(outline) // 2
    return np.linalg.norm(outline[:half] - outline[half:][::-1], axis=1).max()


def test_a_profile_goes_through_its_table_and_never_past_it():
    profile = Profile.of(((0.0, 0, 0, 0.05, 0.05), (0.1, 0, 0, 0.09, 0.05), (0.3, 0, 0, 0.04, 0.05)))
    assert np.allclose(profile.at((0.3, 0.1, 0.0))[:, 2], (0.04, 0.09, 0.05))
    between = profile.at(np.linspace(0, 0.3, 40))[:, 2]
    assert between.max() <= 0.09 + 1e-12
    assert between.min() >= 0.04 - 1e-12
