"""A session that is changed at random and killed at any moment; started by test_killed_sessions.py.

It says on standard output what it has told the journal, which must be found again.
Usage: killed_session.py JOURNAL SEED
"""

import json
import os
import random
import signal
import sys
from pathlib import Path

from backguide import assets
from backguide.catalogue.load import load_catalogue
from backguide.catalogue.neighbours import easier, harder
from backguide.desktop.clock import ManualClock
from backguide.journal.planned import portion_of_result
from backguide.journal.recorder import SessionRecorder
from backguide.session.changes import Change, eased_out, made_up, varied
from backguide.session.compile import compile_timeline
from backguide.session.player import Player
from backguide.session.preferences import SessionPreferences
from backguide.session.progress import Progress
from backguide.session.sides import side_gap
from tests.journal.builders import journal_at

CATALOGUE = load_catalogue(assets.folder())
PREFERENCES = SessionPreferences()


def main(path: Path, seed: int) -> None:
    chance, clock = random.Random(seed), ManualClock()
    journal = journal_at(path, clock)
    routine = CATALOGUE.routines[chance.choice(sorted(CATALOGUE.routines))]
    recorder = SessionRecorder.begin(journal, compile_timeline(routine, CATALOGUE, PREFERENCES))
    player = Player(recorder.timeline, clock.monotonic_s)
    player.start()
    kill_at = chance.randrange(1, 400)
    for moment in range(kill_at):
        clock.move(1)
        recorder.record(player.advance())
        if chance.random() < 0.15:
            press(player, recorder, chance)
            recorder.record(player.advance())
        if player.state in ("finished", "stopped"):
            break
        recorder.checkpoint(player.progress.position_s)
        if moment == kill_at - 1:
            tell(player, recorder)
            os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    tell(player, recorder)


def press(player: Player, recorder: SessionRecorder, chance: random.Random) -> None:
    at = player.progress
    match chance.choice(["next", "previous", "add", "repeat", "pause", "easier", "harder", "hurt", "even"]):
        case "next":
            player.next()
        case "previous":
            player.previous()
        case "add":
            player.add_s()
        case "repeat":
            player.restart_step()
        case "pause":
            player.pause()
            player.resume(3.0)
        case "easier" | "harder" as way:
            to = (easier if way == "easier" else harder)(CATALOGUE, at.step.exercise, at.step.variation)
            if to is not None:
                player.change(lambda now: varied(now, CATALOGUE, PREFERENCES, to))
        case "hurt":
            mark = recorder.hurt(at.step, at.position_s)
            player.change(lambda now: eased_out(now, CATALOGUE, PREFERENCES))
            recorder.rate_hurt(mark, chance.randrange(11))
        case _:
            player.change(lambda now: even_out(now, recorder))


def even_out(now: Progress, recorder: SessionRecorder) -> Change:
    done_s = {portion_of_result(result): result.done_s for result in recorder.results}
    gap = side_gap(now.timeline, now.step.item, done_s)
    return Change(now.timeline) if gap is None else made_up(now, CATALOGUE, PREFERENCES, gap, at_end=True)


def tell(player: Player, recorder: SessionRecorder) -> None:
    told = {
        "state": "running" if player.state == "paused" else player.state,
        "position_s": player.progress.position_s,
        "step": [player.progress.step.exercise, player.progress.step.variation, player.progress.step.side],
        "timeline_s": player.progress.timeline.duration_s,
        "done_s": sum(result.done_s for result in recorder.results),
        "planned_s": sum(result.planned_s for result in recorder.results),
        "results": sorted(result.id for result in recorder.results),
    }
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
