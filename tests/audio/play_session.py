"""Plays a short session for real, in a process of its own, and prints when each tone and sentence was due.

The lines are JSON: seconds of the monotonic clock, "tone" or "clip", and which. Prints why when it cannot.
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QCoreApplication, Qt, QTimer

from backguide import assets
from backguide.catalogue.load import load_catalogue
from backguide.catalogue.model import Routine, RoutineItem
from backguide.desktop import sound_helper
from backguide.desktop.awake import NoAwake
from backguide.desktop.clock import SystemClock
from backguide.desktop.preferences import Preferences
from backguide.desktop.sound_process import SoundProcess
from backguide.desktop.speech_clips import BETWEEN_S, read_clips
from backguide.desktop.speech_recorded import RecordedSpeech
from backguide.figure.library import MotionLibrary
from backguide.journal.journal import Journal
from backguide.session.compile import compile_timeline
from backguide.session.preferences import SessionPreferences
from backguide.ui.live_preferences import LivePreferences
from backguide.ui.services import Services
from backguide.ui.session_run import SessionRun

QUICK = SessionPreferences(get_ready_s=5, change_exercise_s=5, change_position_s=6, switch_side_s=5)
SHORT = Routine(
    "heard",
    "Heard",
    "",
    frozenset({"mobility"}),
    None,
    (RoutineItem("bear-hold", "high", sets=1, hold_s=12),),
)
READING_MS = 2_000  # what somebody needs at least to read the page before a session
CLOSING_MS = 5_000


def tell(at_s, kind, name):
    sys.stdout.write(json.dumps([at_s, kind, name]) + "\n")
    sys.stdout.flush()


class TellingSounds(SoundProcess):
    def play(self, cue):
        tell(clock.monotonic_s(), "tone", cue)
        super().play(cue)


class TellingSpeech(RecordedSpeech):
    def say(self, texts, after_s=0.0):
        due_s = clock.monotonic_s() + after_s
        for text in texts:
            tell(due_s, "clip", text)
            due_s += self.seconds(text) + BETWEEN_S
        return super().say(texts, after_s)


application = QCoreApplication([])
clock = SystemClock()
catalogue = load_catalogue(assets.folder())
sounds = TellingSounds(sound_helper.command(assets.folder() / "sounds", assets.folder() / "cues"))
voice = TellingSpeech(read_clips(assets.folder() / "cues"), sounds)
sounds.opened.connect(voice.load_foreseen)
sounds.sound_unavailable.connect(sys.stdout.write)
sounds.sound_unavailable.connect(application.quit)
journal = Journal.in_memory(clock.now, "UTC")
services = Services(
    catalogue=catalogue,
    motions=MotionLibrary({}, ()),
    journal=journal,
    clock=clock,
    sounds=sounds,
    awake=NoAwake(),
    preferences=LivePreferences(Preferences()),
    speech=voice,
)
frames = QTimer(interval=16, timerType=Qt.TimerType.PreciseTimer)


def start_when_ready():
    if not sounds.is_ready:
        return
    waiting.stop()
    run = SessionRun(services, compile_timeline(SHORT, catalogue, QUICK), None, application)
    frames.timeout.connect(run.advance)
    run.over.connect(frames.stop)
    run.over.connect(lambda: QTimer.singleShot(CLOSING_MS, application.quit))
    QTimer.singleShot(READING_MS, run.start)
    QTimer.singleShot(READING_MS, frames.start)


waiting = QTimer(interval=20)
waiting.timeout.connect(start_when_ready)
waiting.start()
QTimer.singleShot(60_000, application.quit)
voice.wake()
application.exec()
sounds.close()
journal.close()
