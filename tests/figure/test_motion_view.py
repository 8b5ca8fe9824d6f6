"""Where a motion file puts the camera, and what it is told when it does so wrongly."""

import pytest

from backguide.figure.motion import Motion
from backguide.figure.motion_file import MotionError, read_motions
from backguide.figure.motion_view import View

MOTION = 'exercise = "stretch"\n[poses.rest]\n[variations.easy]\nstart = "rest"\nparts = ["rest"]\n'
SECOND = '[second_view]\nname = "From above"\nazimuth = 10\nelevation = 70\n'


@pytest.fixture
def read(tmp_path):
    def read_one(more):
        path = tmp_path / "stretch.toml"
        path.write_text(MOTION + more, encoding="utf-8")
        return Motion(read_motions(path, {})[0])

    return read_one


def test_a_motion_is_seen_from_one_place_unless_it_names_a_second(read):
    assert read("").views == ("first",)
    motion = read(SECOND)
    assert motion.views == ("first", "second")
    assert motion.view("left", "second") == View(10, 70, name="From above")


def test_a_second_view_that_flips_is_seen_from_the_other_side_for_the_left(read):
    motion = read(f"{SECOND}flip = true\n")
    assert motion.view("right", "second").azimuth == 10
    assert motion.view("left", "second").azimuth == 170


def test_a_variation_may_move_both_cameras(read):
    motion = read(
        f'{SECOND}[variations.easy.view]\nname = "Near"\n[variations.easy.second_view]\nelevation = 40\n'
    )
    assert motion.view("right").name == "Near"
    assert motion.view("right", "second") == View(10, 40, name="From above")


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("[second_view]\nazimuth = 10\n", "second_view.name is missing"),
        (SECOND.replace("10", '"left"'), "second_view.azimuth must be a number of degrees"),
        (SECOND.replace("70", "true"), "second_view.elevation must be a number of degrees"),
        (f"{SECOND}flip = 1\n", "second_view.flip must be true or false"),
        (SECOND.replace("From above", " "), "second_view.name must be text of up to 20 characters"),
        (
            SECOND.replace("From above", "From far above the mat"),
            "second_view.name must be text of up to 20 characters",
        ),
        (f"{SECOND}zoom = 2\n", "second_view.zoom is none of azimuth, elevation, flip and name"),
        ('[view]\nazimuth = "left"\n', "view.azimuth must be a number of degrees"),
        ("second_view = 3\n", "variations.easy.second_view must be a table"),
        (
            "[variations.easy.second_view]\nflip = 1\n",
            "variations.easy.second_view.flip must be true or false",
        ),
    ],
)
def test_a_view_that_cannot_be_used_is_refused_with_file_and_key(read, more, told):
    with pytest.raises(MotionError) as caught:
        read(more)
    assert str(caught.value) == f"stretch.toml: {told}."
