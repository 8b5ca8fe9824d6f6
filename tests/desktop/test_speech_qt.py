"""The voice player: silent without an output, decoding clips without one; heard ones are in tests/audio."""

import subprocess
import sys
import wave
from pathlib import Path

import pytest
from PySide6.QtCore import QLoggingCategory

from backguide import assets
from backguide.desktop.speech import SilentSpeech, SpeechPlayer
from backguide.desktop.speech_clips import read_clips
from backguide.desktop.speech_qt import QtSpeechPlayer

FOLDER = assets.folder() / "cues"
ROOT = Path(__file__).parents[2]


class NoOutput:
    is_ready = False

    def __init__(self):
        self.asked = 0

    def prepare(self):
        self.asked += 1


@pytest.fixture
def output():
    return NoOutput()


@pytest.fixture
def player(qapp, output):
    return QtSpeechPlayer(read_clips(FOLDER), output)


def test_both_players_can_stand_for_each_other(player):
    everyone: list[SpeechPlayer] = [SilentSpeech(), player]
    for one in everyone:
        one.wake()
        one.prepare(["Halfway."])
        assert one.say(["Halfway."]) is False
        one.stop()


def test_without_an_output_it_says_that_nothing_is_heard(player, output):
    player.prepare(["Halfway."])
    assert player.say(["Halfway."], 1.0) is False
    assert output.asked == 0, "the output is looked for before a session, not with every sentence"
    player.wake()
    assert output.asked == 1


@pytest.mark.parametrize("asked", [("Halfway.", "Bird dog."), ()])
def test_what_was_asked_for_too_early_is_loaded_when_the_output_opens(player, output, monkeypatch, asked):
    player.prepare(asked)
    loaded = []
    monkeypatch.setattr(player, "prepare", loaded.extend)
    player.load_waiting()
    assert loaded == list(asked) if asked else len(loaded) == 1


def test_only_what_has_a_clip_has_a_length(player):
    assert 0.3 < player.seconds("Halfway.") < 1.5
    assert player.seconds("This was never recorded.") is None


def test_nothing_of_multimedia_is_loaded_without_an_output():
    script = (
        "import sys; from PySide6.QtCore import QCoreApplication\n"
        "from tests.desktop.test_speech_qt import FOLDER, NoOutput, QtSpeechPlayer, read_clips\n"
        "app = QCoreApplication([]); player = QtSpeechPlayer(read_clips(FOLDER), NoOutput())\n"
        "player.wake(); player.prepare(['Halfway.']); player.say(['Halfway.'])\n"
        "print('PySide6.QtMultimedia' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.strip() == "False"


@pytest.fixture
def decoder(qapp):
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")  # as the tones' player does in the program
    module = pytest.importorskip(
        "backguide.desktop.speech_decode", reason="no libpulse", exc_type=ImportError
    )
    yield module.ClipDecoder()
    QLoggingCategory.setFilterRules("")


def test_a_clip_is_decoded_to_its_full_length(qtbot, decoder):
    clips = read_clips(FOLDER)
    with qtbot.waitSignal(decoder.decoded) as heard:
        decoder.start("Bird dog.", clips.path("Bird dog."))
    text, file = heard.args
    assert text == "Bird dog."
    with wave.open(file, "rb") as sound:
        assert sound.getnframes() / sound.getframerate() == pytest.approx(
            clips.seconds("Bird dog."), abs=0.02
        )


def test_what_was_decoded_is_there_at_once(qtbot, decoder):
    clip = read_clips(FOLDER).path("Bird dog.")
    with qtbot.waitSignal(decoder.decoded):
        decoder.start("Bird dog.", clip)
    told = []
    decoder.decoded.connect(lambda *heard: told.append(heard))
    decoder.start("Bird dog.", clip)
    assert [text for text, _ in told] == ["Bird dog."]


@pytest.mark.parametrize("content", [None, b"", b"this is no sound"])
def test_a_damaged_clip_is_told(qtbot, decoder, tmp_path, content):
    clip = tmp_path / "clip.opus"
    if content is not None:
        clip.write_bytes(content)
    with qtbot.waitSignal(decoder.failed) as told:
        decoder.start("Bird dog.", clip)
    assert told.args == ["Bird dog."]


def test_decoding_leaves_the_terminal_alone():
    script = (
        "from PySide6.QtCore import QCoreApplication, QLoggingCategory, QTimer\n"
        "from tests.desktop.test_speech_qt import FOLDER, read_clips\n"
        "QLoggingCategory.setFilterRules('qt.multimedia.*=false')\n"
        "from backguide.desktop.speech_decode import ClipDecoder\n"
        "app = QCoreApplication([]); decoder = ClipDecoder(); decoder.decoded.connect(app.quit)\n"
        "QTimer.singleShot(20000, app.quit)\n"
        "decoder.start('Bird dog.', read_clips(FOLDER).path('Bird dog.')); app.exec()"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert done.stderr == ""
