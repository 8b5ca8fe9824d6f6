"""The player's own process never touches a sound server before a helper process has got an answer."""

import subprocess
import sys
from pathlib import Path

import pytest

from backguide.desktop.qt_sound import QtSoundPlayer
from backguide.desktop.sound import Cue, SilentPlayer, SoundPlayer

ANSWERS = {
    "none": "pass",
    "broken": "import sys; sys.stderr.write('libpulse.so.0 is missing'); sys.exit(1)",
    "silent": "import time; time.sleep(600)",
}


def probe(answer: str) -> list[str]:
    return [sys.executable, "-c", ANSWERS[answer]]


@pytest.fixture
def player(qapp, tmp_path: Path):
    made = []

    def make(answer: list[str]) -> QtSoundPlayer:
        made.append(QtSoundPlayer(tmp_path, probe=answer))
        return made[-1]

    yield make
    for one in made:
        one.close()


def test_both_players_can_stand_for_each_other(player):
    everyone: list[SoundPlayer] = [SilentPlayer(), player(probe("none"))]
    for one in everyone:
        for cue in Cue:
            one.play(cue)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (probe("none"), "The session runs without sound: this computer has no sound output."),
        (probe("broken"), "The session runs without sound: libpulse.so.0 is missing."),
        (
            ["/nowhere/at/all"],
            "The session runs without sound: the check for a sound output cannot be started.",
        ),
    ],
)
def test_missing_sound_is_told_once_and_playing_goes_on_silently(player, qtbot, answer, reason):
    silent = player(answer)
    told: list[str] = []
    silent.sound_unavailable.connect(told.append)
    with qtbot.waitSignal(silent.sound_unavailable):
        silent.play(Cue.GET_READY)
        silent.play(Cue.START)
    for cue in Cue:
        silent.play(cue)
    assert told == [reason]
    assert silent.unavailable_reason == reason


def test_a_sound_server_that_never_answers_does_not_hold_the_window(player, qtbot, monkeypatch):
    monkeypatch.setattr("backguide.desktop.sound_probe.TIMEOUT_MS", 50)
    waiting = player(probe("silent"))
    with qtbot.waitSignal(waiting.sound_unavailable) as told:
        waiting.play(Cue.START)
        assert waiting.unavailable_reason is None
    assert "does not answer" in told.args[0]


def test_each_session_looks_for_an_output_again(player, qtbot):
    silent = player(probe("none"))
    with qtbot.waitSignal(silent.sound_unavailable):
        silent.prepare()
    assert silent.unavailable_reason is not None
    silent.prepare()
    assert silent.unavailable_reason is None
    qtbot.waitUntil(lambda: silent.unavailable_reason is not None)


def test_switched_off_it_does_not_even_look(player):
    silent = player(["/nowhere/at/all"])
    silent.set_enabled(False)
    silent.play(Cue.START)
    assert silent.unavailable_reason is None


def test_a_player_can_be_closed_while_it_looks(player):
    waiting = player(probe("silent"))
    waiting.prepare()
    waiting.close()
    waiting.close()


def test_nothing_of_multimedia_is_loaded_before_the_first_sound():
    script = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication\n"
        "from backguide.desktop.qt_sound import QtSoundPlayer\n"
        "app = QCoreApplication([]); QtSoundPlayer(Path('.')); print('PySide6.QtMultimedia' in sys.modules)"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=root
    )
    assert done.stdout.strip() == "False"


def test_the_sounds_load_on_a_real_output_if_there_is_one(qtbot):
    """On a computer without sound this proves the probe's answer, on others the loading of all sounds."""
    script = Path(__file__).with_name("play_all_sounds.py")
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, check=False, cwd=root, timeout=30
    )
    assert done.stdout.strip() in {
        "played",
        "The session runs without sound: this computer has no sound output.",
        "The session runs without sound: the sound service of this computer does not answer.",
    }, done.stderr
