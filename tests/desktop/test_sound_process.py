"""Sound is made by another process: whatever happens to it, the session goes on and it is said once."""

import subprocess
import sys
from pathlib import Path

import pytest

from backguide import assets
from backguide.desktop import sound_helper
from backguide.desktop.sound import Cue, SilentPlayer, SoundPlayer
from backguide.desktop.sound_process import SoundProcess
from backguide.desktop.speech import SilentSpeech, SpeechPlayer
from backguide.desktop.speech_clips import read_clips
from backguide.desktop.speech_recorded import RecordedSpeech

CUES = assets.folder() / "cues"
PLAYS = (
    "import json, sys\n"
    "print('open', flush=True)\n"
    "for line in sys.stdin:\n"
    "    with open({log!r}, 'a') as log: log.write(line)\n"
    "    print('heard', json.loads(line)['number'], flush=True)\n"
)
NO_OUTPUT = "import time; print('none this computer has no sound output', flush=True); time.sleep(600)"
NO_LIBRARY = "print('none a system library is missing (libpulse.so.0)')"
HANGS = "import time; time.sleep(600)"
HANGS_LATER = "import time; print('open', flush=True); time.sleep(600)"
DIES = "pass"
DIES_LATER = "print('open', flush=True); import sys; [sys.stdin.readline() for _ in range(4)]"
UNPLUGGED = (
    "import sys, time; print('open', flush=True); [sys.stdin.readline() for _ in range(4)];"
    "print('none this computer has no sound output', flush=True); time.sleep(600)"
)
FLOODS = "import sys\nwhile True: sys.stdout.write('x' * 4096)"
SILENT = "The session runs without sound: "
NONE = f"{SILENT}this computer has no sound output."
ENDED = f"{SILENT}the sound service of this computer has ended."
HUNG = f"{SILENT}the sound service of this computer does not answer."


@pytest.fixture
def sound(qapp):
    made = []

    def make(script):
        made.append(SoundProcess([sys.executable, "-c", script]))
        made[-1].told = []
        made[-1].sound_unavailable.connect(made[-1].told.append)
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.fixture
def impatient(monkeypatch):
    for name, limit_ms in (("OPENING_LIMIT_MS", 50), ("ANSWER_LIMIT_MS", 50), ("RESTART_MS", 10)):
        monkeypatch.setattr(f"backguide.desktop.sound_process.{name}", limit_ms)


@pytest.fixture
def quick_restart(monkeypatch):
    monkeypatch.setattr("backguide.desktop.sound_process.RESTART_MS", 10)


@pytest.fixture
def log(tmp_path):
    return tmp_path / "lines"


def lines(log):
    return log.read_text().splitlines() if log.exists() else []


def test_both_players_can_stand_for_each_other(sound):
    everyone: list[SoundPlayer] = [SilentPlayer(), sound(NO_OUTPUT)]
    for one in everyone:
        one.expect_sound()
        for cue in Cue:
            one.play(cue)


def test_what_is_played_while_the_output_opens_is_heard_then(sound, qtbot, log):
    player = sound(PLAYS.format(log=str(log)))
    player.play(Cue.GET_READY)
    player.play(Cue.START)
    assert not player.is_ready
    qtbot.waitUntil(lambda: any('"start"' in line for line in lines(log)))
    assert not any('"get_ready"' in line for line in lines(log))
    assert player.told == []


def test_tones_and_voice_keep_their_loudness_whenever_it_was_chosen(sound, qtbot, log):
    player = sound(PLAYS.format(log=str(log)))
    player.set_volume(0.25)
    player.set_volume(0.5, "voice")
    player.prepare()
    qtbot.waitUntil(lambda: len(lines(log)) == 2)
    assert '"tones": 0.25' in lines(log)[0]
    assert '"voice": 0.5' in lines(log)[1]


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        (NO_OUTPUT, NONE),
        (NO_LIBRARY, f"{SILENT}a system library is missing (libpulse.so.0)."),
        (DIES, ENDED),
        (FLOODS, ENDED),
        (UNPLUGGED, NONE),
        (DIES_LATER, ENDED),
    ],
)
def test_missing_and_lost_sound_is_told_and_playing_goes_on_silently(
    sound, qtbot, quick_restart, script, reason
):
    player = sound(script)
    with qtbot.waitSignal(player.sound_unavailable):
        player.play(Cue.GET_READY)
        qtbot.waitUntil(lambda: player.is_ready or player.unavailable_reason is not None)
        player.play(Cue.START)
        player.play(Cue.START)
    for cue in Cue:
        player.play(cue)
    assert player.told == [reason]
    assert not player.is_ready


@pytest.mark.parametrize("script", [HANGS, HANGS_LATER])
def test_a_sound_service_that_never_answers_is_given_up(sound, qtbot, impatient, monkeypatch, script):
    if script == HANGS_LATER:
        monkeypatch.setattr("backguide.desktop.sound_process.OPENING_LIMIT_MS", 60_000)
    player = sound(script)
    with qtbot.waitSignal(player.sound_unavailable) as told:
        player.play(Cue.START)
    assert told.args == [HUNG]
    assert not player.is_ready


def test_a_helper_that_crashed_is_replaced_within_the_session(sound, qtbot, quick_restart, tmp_path, log):
    first = tmp_path / "first"
    crash = f"import os; p = {str(first)!r}\nif not os.path.exists(p): open(p, 'w').close(); os.abort()\n"
    player = sound(crash + PLAYS.format(log=str(log)))
    player.prepare()
    qtbot.waitUntil(lambda: player.is_ready)
    assert player.told == [ENDED]
    assert player.unavailable_reason is None
    player.play(Cue.FINISHED)
    qtbot.waitUntil(lambda: any('"finished"' in line for line in lines(log)))


def test_a_helper_that_always_crashes_is_left_alone_after_a_while(sound, qtbot, quick_restart, log):
    player = sound(f"open({str(log)!r}, 'a').write('born\\n'); import os; os.abort()")
    player.prepare()
    qtbot.waitUntil(lambda: len(lines(log)) == 4)
    qtbot.waitUntil(lambda: player.unavailable_reason is not None and not player.is_starting)
    player.play(Cue.START)
    assert len(lines(log)) == 4
    assert player.told == [ENDED]


def test_each_session_looks_for_an_output_again(sound, qtbot):
    player = sound(NO_OUTPUT)
    with qtbot.waitSignal(player.sound_unavailable):
        player.prepare()
    player.prepare()
    assert player.unavailable_reason is None
    qtbot.waitUntil(lambda: player.unavailable_reason is not None)
    assert player.told == [NONE]


def test_whoever_asks_to_hear_something_is_told_each_time(sound, qtbot):
    player = sound(NO_OUTPUT)
    for _ in range(3):
        with qtbot.waitSignal(player.sound_unavailable):
            player.expect_sound()
            player.play(Cue.START)
    assert player.told == [NONE] * 3


def test_switched_off_it_does_not_even_look(sound):
    player = sound(HANGS)
    player.set_enabled(False)
    player.play(Cue.START)
    assert not player.is_starting


def test_it_can_be_closed_while_it_looks(sound):
    player = sound(HANGS)
    player.prepare()
    player.close()
    player.close()
    assert not player.is_starting


def test_the_recorded_voice_says_clips_where_tones_are_heard(sound, qtbot, log):
    player = sound(PLAYS.format(log=str(log)))
    voice = RecordedSpeech(read_clips(CUES), player)
    player.opened.connect(voice.load_foreseen)
    voice.prepare(["Halfway.", "Nobody recorded this."])
    assert voice.say(["Halfway."]) is False
    voice.wake()
    qtbot.waitUntil(lambda: player.is_ready)
    assert voice.say(["Halfway."], 0.5) is True
    assert voice.say(["Nobody recorded this."]) is False
    qtbot.waitUntil(lambda: len(lines(log)) == 5)
    assert '"prepare": ["Halfway."]' in lines(log)[2]
    assert '"say": ["Halfway."], "after_s": 0.5' in lines(log)[3]
    assert '"hush"' in lines(log)[4]


def test_the_recorded_voice_is_a_speech_player_that_knows_its_lengths(sound):
    voice = RecordedSpeech(read_clips(CUES), sound(NO_OUTPUT))
    players: list[SpeechPlayer] = [SilentSpeech(), voice]
    assert [player.say(["Halfway."]) for player in players] == [False, False]
    assert 0.3 < voice.seconds("Halfway.") < 1.5
    assert voice.seconds("Nobody recorded this.") is None


def test_nothing_of_multimedia_is_loaded_in_our_own_process():
    script = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication, QTimer\n"
        "from backguide.desktop import sound_helper\n"
        "from backguide.desktop.sound_process import SoundProcess\n"
        "app = QCoreApplication([]); sound = SoundProcess(sound_helper.command(Path('.'), Path('.')))\n"
        "sound.sound_unavailable.connect(app.quit); sound.opened.connect(app.quit); sound.prepare()\n"
        "QTimer.singleShot(30000, app.quit); app.exec(); sound.close()\n"
        "print('PySide6.QtMultimedia' in sys.modules)"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=root
    )
    assert done.stdout.strip() == "False"


def test_the_sounds_load_on_a_real_output_if_there_is_one():
    """On a computer without sound this proves the helper's answer, on others the loading of all sounds."""
    script = Path(__file__).with_name("play_all_sounds.py")
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, check=False, cwd=root, timeout=60
    )
    assert done.stdout.strip() in {"played", NONE, HUNG}, done.stderr


def test_the_helper_ends_with_its_input(tmp_path):
    command = sound_helper.command(tmp_path, tmp_path)
    done = subprocess.run(command, input="", capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode in (0, 1)
    assert done.stdout.partition(" ")[0].strip() in {"", "open", "none"}
