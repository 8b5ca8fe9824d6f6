"""The helper process that speaks: whatever it does, the program goes on and nothing is heard too long."""

import sys

import pytest
from PySide6.QtCore import QProcess

from backguide.desktop import speech_helper
from backguide.desktop.speech_live import LiveSpeech

SPEAKS = (
    "import json, sys\n"
    "print('ready', flush=True); number = None\n"
    "for line in sys.stdin:\n"
    "    told = json.loads(line)\n"
    "    if 'say' in told:\n"
    "        number = told['number']\n"
    "    if 'stop' in told or told['say'] == 'Short.':\n"
    "        print('done', number, flush=True)\n"
)
TALKS_OVER_STOP = SPEAKS.replace("'stop' in told or ", "told.get('say') and ")
HANGS = "import time; time.sleep(600)"
HANGS_LATER = "import time; print('ready', flush=True); time.sleep(600)"
DIES = "pass"
DIES_LATER = "print('ready', flush=True); input()"
FAILS = "import time; print('failed', flush=True); time.sleep(600)"
FLOODS = "import sys\nwhile True: sys.stdout.write('ready\\n')"
FLOODS_ONE_LINE = "import sys\nwhile True: sys.stdout.write('x' * 4096)"
NONSENSE = "import time; print('ready', flush=True); print('done 7', flush=True); time.sleep(600)"


@pytest.fixture
def helper(qapp):
    made = []

    def make(script, start=True):
        made.append(LiveSpeech([sys.executable, "-c", script]))
        if start:
            made[-1].start()
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.fixture
def impatient(monkeypatch):
    monkeypatch.setattr("backguide.desktop.speech_live.OPENING_LIMIT_MS", 50)
    monkeypatch.setattr("backguide.desktop.speech_live.SILENCE_LIMIT_MS", 50)


def test_nothing_runs_before_it_is_started(helper):
    live = helper(HANGS, start=False)
    assert not live.is_running
    assert not live.is_ready
    assert live.is_possible
    assert live.say("Too early.", 1.0) is False


def test_it_speaks_one_text_after_the_other(helper, qtbot):
    live = helper(SPEAKS)
    qtbot.waitUntil(lambda: live.is_ready)
    for _ in range(3):
        assert live.say("Short.", 60.0) is True
        assert live.is_speaking
        qtbot.waitUntil(lambda: not live.is_speaking)
    assert live.is_ready


def test_it_can_be_interrupted(helper, qtbot):
    live = helper(SPEAKS)
    qtbot.waitUntil(lambda: live.is_ready)
    live.say("A long text.", 60.0)
    live.stop()
    live.say("Another one.", 60.0)
    live.stop()
    qtbot.waitUntil(lambda: not live.is_speaking)
    assert live.is_ready


def test_it_never_speaks_longer_than_it_may(helper, qtbot):
    live = helper(SPEAKS)
    qtbot.waitUntil(lambda: live.is_ready)
    live.say("A long text.", 0.01)
    qtbot.waitUntil(lambda: not live.is_speaking)
    assert live.is_ready


def test_one_that_does_not_fall_silent_is_killed(helper, qtbot, impatient, monkeypatch):
    monkeypatch.setattr("backguide.desktop.speech_live.OPENING_LIMIT_MS", 60_000)
    live = helper(TALKS_OVER_STOP)
    qtbot.waitUntil(lambda: live.is_ready)
    live.say("A long text.", 0.01)
    qtbot.waitUntil(lambda: not live.is_possible)
    assert_gone_for_good(live)


@pytest.mark.parametrize("script", [HANGS, FAILS, DIES, DIES_LATER, FLOODS, FLOODS_ONE_LINE, NONSENSE])
def test_one_that_is_of_no_use_is_killed_and_not_asked_again(helper, qtbot, impatient, script):
    live = helper(script)
    qtbot.waitUntil(lambda: live.is_ready or not live.is_possible)
    live.say("Whatever.", 60.0)
    qtbot.waitUntil(lambda: not live.is_possible)
    assert_gone_for_good(live)


def test_one_that_hangs_while_it_speaks_is_killed(helper, qtbot, impatient, monkeypatch):
    monkeypatch.setattr("backguide.desktop.speech_live.OPENING_LIMIT_MS", 60_000)
    live = helper(HANGS_LATER)
    qtbot.waitUntil(lambda: live.is_ready)
    live.say("Whatever.", 0.01)
    qtbot.waitUntil(lambda: not live.is_possible)
    assert_gone_for_good(live)


def test_a_command_that_does_not_exist_is_no_voice(qapp, qtbot):
    live = LiveSpeech(["/nowhere/at/all"])
    live.start()
    qtbot.waitUntil(lambda: not live.is_possible)
    live.close()


def test_it_can_be_closed_while_it_opens_and_twice(helper):
    live = helper(HANGS)
    live.close()
    live.close()
    assert not live.is_possible
    assert not live.is_running


def assert_gone_for_good(live):
    assert not live.is_running
    live.start()
    assert not live.is_running
    assert live.say("Again.", 1.0) is False
    assert not live.is_speaking
    live.stop()


def test_the_real_helper_ends_with_its_input(qapp, qtbot):
    """It answers "ready" or "failed", as the computer is; without its input it is gone at once."""
    process = QProcess()
    command = speech_helper.command()
    process.start(command[0], command[1:])
    process.closeWriteChannel()
    qtbot.waitUntil(lambda: process.state() is QProcess.ProcessState.NotRunning, timeout=40_000)
    answer = bytes(process.readAllStandardOutput().data()).decode()
    assert answer.strip() in {"", "ready", "failed"}
