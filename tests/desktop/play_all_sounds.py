"""Plays every cue for real, in a process of its own, and prints "played" or why there is no sound."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QCoreApplication, QTimer

from backguide import assets
from backguide.desktop import sound_helper
from backguide.desktop.sound import Cue
from backguide.desktop.sound_process import SoundProcess

application = QCoreApplication([])
player = SoundProcess(sound_helper.command(assets.folder() / "sounds", assets.folder() / "cues"))
player.set_volume(0.1)
player.sound_unavailable.connect(sys.stdout.write)
player.sound_unavailable.connect(application.quit)
player.prepare()
QTimer.singleShot(20_000, application.quit)
watch = QTimer(interval=10)


def play_when_ready() -> None:
    if player.is_ready:
        for cue in Cue:
            player.play(cue)
        sys.stdout.write("played\n")
        application.quit()


watch.timeout.connect(play_when_ready)
watch.start()
application.exec()
player.close()
