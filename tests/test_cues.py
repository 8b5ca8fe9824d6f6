"""The clips in assets/cues: every sentence of the shipped sessions has a current one that is understood."""

import hashlib
import json
import struct

import pytest

from backguide import assets
from backguide.catalogue.load import load_catalogue
from backguide.desktop.speech_clips import clip_id, read_clips
from backguide.session.speech import all_texts

FOLDER = assets.folder() / "cues"
HINT = "run: python -m devtools.voice --recognise"
MOST_BYTES = 3_000_000
LONGEST_S = 4.0
WORD_ERROR_RATE = 0.02
OPUS_RATE_HZ = 48_000  # granule positions always count at this rate


@pytest.fixture(scope="module")
def clips():
    return read_clips(FOLDER)


def test_every_sentence_has_a_current_clip(clips):
    wanted = set(all_texts(load_catalogue(assets.folder())))
    assert {clip.text for clip in clips if clip.id == clip_id(clip.text)} == wanted, HINT


def test_the_files_are_those_of_the_list(clips):
    listed = {clip.file_name: clip.sha256 for clip in clips}
    there = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in FOLDER.glob("*.opus")}
    assert there == listed, HINT


def test_the_clips_are_short_and_small(clips):
    sizes = [(FOLDER / clip.file_name).stat().st_size for clip in clips]
    assert sum(sizes) <= MOST_BYTES
    assert min(sizes) > 1_000
    assert [clip.text for clip in clips if clip.seconds > LONGEST_S] == []


def test_every_clip_is_whole_mono_opus_of_the_listed_length(clips):
    for clip in clips:
        data = (FOLDER / clip.file_name).read_bytes()
        assert data[:4] == b"OggS", clip.text
        head = data.index(b"OpusHead")
        channels, lead_in = struct.unpack_from("<xBH", data, head + 8)
        last_page = data.rindex(b"OggS")
        is_last = data[last_page + 5] & 4
        (end,) = struct.unpack_from("<q", data, last_page + 6)
        assert channels == 1, clip.text
        assert is_last, clip.text
        assert (end - lead_in) / OPUS_RATE_HZ == pytest.approx(clip.seconds, abs=0.001), clip.text


def test_every_clip_tells_voice_and_licence(clips):
    notice = (FOLDER / "NOTICE").read_text(encoding="utf-8")
    for clip in clips:
        assert f'"{clip.voice}"' in notice
        assert clip.licence == "Apache-2.0"


def test_a_recogniser_understands_the_clips(clips):
    heard = json.loads((FOLDER / "recognised.json").read_text(encoding="utf-8"))
    listened_to = {(entry["said"], entry["sha256"]) for entry in heard["clips"].values()}
    assert listened_to == {(clip.text, clip.sha256) for clip in clips}, HINT
    assert heard["errors"] == sum(entry["errors"] for entry in heard["clips"].values())
    worst = sorted(heard["clips"].values(), key=lambda entry: -entry["errors"])[:10]
    assert heard["errors"] / heard["words"] <= WORD_ERROR_RATE, worst
