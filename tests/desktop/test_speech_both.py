"""Recorded sentences and the computer's own voice together: which of them speaks, and when it is started."""

import pytest

from backguide.desktop.speech import SilentSpeech, SpeechPlayer
from backguide.desktop.speech_both import FullSpeech

RECORDED = {"Start on your back.": 1.2, "Right leg first.": 1.0}
OWN = "My own stretch."
ANNOUNCEMENT = ("Start on your back.", OWN, "Right leg first.")


class Output:
    is_ready = True

    def prepare(self):
        pass


class Clips:
    """Notes in a common log what it is told."""

    def __init__(self, log):
        self.log = log
        self.volume = None

    def seconds(self, text):
        return RECORDED.get(text)

    def set_volume(self, volume):
        self.volume = volume

    def wake(self):
        self.log.append("wake")

    def prepare(self, texts):
        pass

    def say(self, texts, after_s=0.0):
        self.log.append(("clips", tuple(texts), after_s))
        return True

    def stop(self):
        self.log.append("clips stop")


class Live:
    is_possible = True
    is_ready = False
    is_speaking = False

    def __init__(self, log):
        self.log = log
        self.volume = None

    def set_volume(self, volume):
        self.volume = volume

    def start(self):
        self.log.append("live start")

    def say(self, text, within_s):
        self.log.append(("live", text, within_s))
        return True

    def stop(self):
        self.log.append("live stop")


@pytest.fixture
def log():
    return []


@pytest.fixture
def live(log):
    return Live(log)


@pytest.fixture
def clips(log):
    return Clips(log)


@pytest.fixture
def output():
    return Output()


@pytest.fixture
def speech(qapp, clips, live, output):
    return FullSpeech(clips, live, output)


def test_it_is_a_speech_player(speech, log):
    players: list[SpeechPlayer] = [SilentSpeech(), speech]
    for player in players:
        player.wake()
    assert log == ["wake"]


def test_what_is_recorded_never_starts_the_other_voice(speech, log):
    speech.prepare(RECORDED)
    assert speech.say(tuple(RECORDED), 1.5)
    assert log == ["clips stop", "live stop", ("clips", tuple(RECORDED), 1.5)]


def test_the_other_voice_is_started_when_a_text_that_needs_it_comes_near(speech, log):
    speech.prepare(ANNOUNCEMENT)
    assert log == ["live start"]


def test_it_is_not_started_before_there_is_a_sound_output(speech, log, output):
    output.is_ready = False
    speech.prepare(ANNOUNCEMENT)
    assert log == []
    output.is_ready = True
    speech.get_ready()
    assert log == ["live start"]


def test_it_is_not_started_while_sound_is_off(speech, log):
    speech.set_enabled(False)
    log.clear()
    speech.prepare(ANNOUNCEMENT)
    assert speech.say(tuple(RECORDED)) is False
    assert "live start" not in log
    speech.set_enabled(True)
    assert log[-1] == "live start"


def test_an_announcement_with_an_unrecorded_text_is_said_by_one_voice_within_its_time(speech, log, live):
    live.is_ready = True
    assert speech.say(ANNOUNCEMENT)
    within_s = sum(speech.seconds(text) for text in ANNOUNCEMENT) + 0.3
    assert log == ["clips stop", "live stop", ("live", " ".join(ANNOUNCEMENT), pytest.approx(within_s))]


def test_what_comes_before_its_time_waits_and_can_be_taken_back(speech, log, live):
    live.is_ready = True
    assert speech.say(ANNOUNCEMENT, after_s=3600.0)
    speech.stop()
    assert [entry for entry in log if entry[0] == "live"] == []


def test_a_tone_comes_before_words_of_the_other_voice(speech, log, live, qtbot):
    live.is_ready = True
    assert speech.say((OWN,), after_s=0.01)
    assert log[-1] == "live stop"
    qtbot.waitUntil(lambda: log[-1][0] == "live")


def test_without_the_other_voice_what_is_recorded_is_said(speech, log):
    assert speech.say(ANNOUNCEMENT)
    assert log[-1] == ("clips", ("Start on your back.", "Right leg first."), 0.0)
    assert speech.say((OWN,)) is False


def test_without_an_output_the_other_voice_is_not_asked(speech, log, live, output):
    live.is_ready, output.is_ready = True, False
    assert speech.say((OWN,)) is False
    assert log == ["clips stop", "live stop"]


def test_a_clip_waits_until_the_other_voice_is_silent(speech, log, live):
    live.is_speaking = True
    speech.say(("Right leg first.",))
    assert log[-1] == ("clips", ("Right leg first.",), 0.1)


def test_a_text_takes_time_while_it_may_be_said(speech, live):
    assert speech.seconds("Right leg first.") == 1.0
    assert speech.seconds(OWN) > 1.0
    live.is_possible = False
    assert speech.seconds(OWN) is None
    assert speech.seconds("Right leg first.") == 1.0


def test_both_voices_are_as_loud(speech, clips, live):
    speech.set_volume(0.3)
    assert (clips.volume, live.volume) == (0.3, 0.3)
