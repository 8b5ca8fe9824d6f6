"""docs/motions.md tells every word, contact and sentence that an author can meet, and its example works."""

import re
import tomllib
from pathlib import Path

import pytest

from backguide import assets
from backguide.figure import contacts, motion_file, motion_view
from backguide.figure.library import SHARED
from backguide.figure.motion import Motion
from backguide.figure.motion_file import read_motions, read_shared_poses
from backguide.figure.pose import MIDDLE, PAIRED

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE = (DOCS / "motions.md").read_text(encoding="utf-8")
WORDS = [*MIDDLE, *PAIRED]


def without_side(name):
    return name.removeprefix("left-").removeprefix("right-")


@pytest.mark.parametrize("word", WORDS)
def test_every_word_of_a_pose_is_explained_and_its_ranges_are_right(word):
    row = next(line for line in PAGE.splitlines() if line.startswith(f"| `{word}` |"))
    joint = MIDDLE.get(word) or PAIRED[word]
    if word in ("position", "pelvis"):
        return
    assert f"| {', '.join(joint.angles)} |" in row
    ranges = [
        f"±{high}" if low == -high else f"{low} to {high}".replace("-", "−") for low, high in joint.limits
    ]
    assert row.endswith(f"| {', '.join(ranges)} |")


def test_every_contact_place_and_muscle_is_named():
    known = {*map(without_side, contacts.CONTACTS), *map(without_side, contacts.PLACES)}
    known |= {*map(without_side, motion_file.MUSCLES)}
    assert [name for name in sorted(known) if f"`{name}`" not in PAGE] == []


def test_every_sentence_of_the_reader_is_explained():
    source = Path(motion_file.__file__).read_text(encoding="utf-8")
    views = Path(motion_view.__file__).read_text(encoding="utf-8")
    reasons = re.findall(r'fail\([^"]*(?:"[^"]*", )?f?"([a-z][^"{:]{4,})', source.replace("\n", " "))
    reasons += re.findall(r'"((?:must|is none|is missing)[^"{]*)', views)
    assert len(reasons) > 9
    told = [re.sub(r"\bup to .*|\bmust be a $", "", reason).strip() for reason in reasons]
    assert [reason for reason in told if reason not in PAGE] == []


def test_every_picture_is_there_and_small():
    pictures = [DOCS / name for name in re.findall(r"\]\((pictures/[^)]+)\)", PAGE)]
    assert {picture.stem for picture in pictures} == {*WORDS, "contact-sheet"} - {"position"}
    assert sum(picture.stat().st_size for picture in pictures) < 1_500_000


def test_the_example_can_be_used(tmp_path):
    example = next(
        block for block in re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL) if "exercise =" in block
    )
    assert tomllib.loads(example)["exercise"] == "bridge"
    file = tmp_path / "bridge.toml"
    file.write_text(example, encoding="utf-8")
    (spec,) = read_motions(file, read_shared_poses(assets.folder() / "motions" / SHARED))
    motion = Motion(spec)
    assert motion.holding(0).joints[0, 2] > motion.ready().joints[0, 2] + 0.1
