"""The list of clips: written, read, and refused in a sentence when damaged."""

import pytest

from backguide.desktop.errors import DesktopError
from backguide.desktop.speech_clips import Clip, clip_id, read_clips, write_clips

RIGHT = Clip(clip_id("Right leg."), "Right leg.", "af_heart", "Apache-2.0", "00", 0.8)
POSE = Clip(clip_id("Child’s pose."), "Child’s pose.", "af_heart", "Apache-2.0", "01", 1.1)


def test_what_was_written_is_read_again(tmp_path):
    write_clips(tmp_path, {clip.text: clip for clip in (RIGHT, POSE)})
    library = read_clips(tmp_path)
    assert set(library) == {RIGHT, POSE}
    assert library.path("Right leg.") == tmp_path / f"{RIGHT.id}.opus"
    assert library.seconds("Right leg.") == 0.8


def test_a_sentence_without_a_clip_has_no_length(tmp_path):
    write_clips(tmp_path, {RIGHT.text: RIGHT})
    library = read_clips(tmp_path)
    assert library.seconds("Left leg.") is None
    assert "Left leg." not in library


def test_another_wording_or_voice_is_another_clip():
    assert len({clip_id("Right leg."), clip_id("Right leg"), clip_id("Right leg.", "am_michael")}) == 3


def test_the_list_does_not_depend_on_the_order_of_the_clips(tmp_path):
    write_clips(tmp_path, {RIGHT.text: RIGHT, POSE.text: POSE})
    first = (tmp_path / "manifest.json").read_bytes()
    write_clips(tmp_path, {POSE.text: POSE, RIGHT.text: RIGHT})
    assert (tmp_path / "manifest.json").read_bytes() == first


@pytest.mark.parametrize(
    "damaged",
    [
        "",
        "[]",
        "{}",
        '{"clips": [{"id": "a"}]}',
        '{"clips": [3]}',
        '{"clips": [{"id": "a", "text": "b", "voice": "c", "licence": "d", "sha256": "e", "seconds": "1"}]}',
        '{"clips": [{"id": "a", "text": "b", "voice": "c", "licence": "d", "sha256": "e", "seconds": -1}]}',
    ],
)
def test_a_damaged_list_is_refused_in_a_sentence(tmp_path, damaged):
    (tmp_path / "manifest.json").write_text(damaged, encoding="utf-8")
    with pytest.raises(DesktopError, match="Sessions are told by tones"):
        read_clips(tmp_path)


def test_a_missing_list_is_refused_in_a_sentence(tmp_path):
    with pytest.raises(DesktopError, match="cannot be read"):
        read_clips(tmp_path)
