"""A session while it runs: player, journal, tones, voice and awake screen, moved by one `advance`."""

from collections.abc import Callable
from functools import partial
from zlib import crc32

from PySide6.QtCore import QObject, Signal, Slot

from backguide.journal.errors import JournalError
from backguide.journal.planned import portion_of_result
from backguide.journal.recorder import SessionRecorder
from backguide.session.changes import Change
from backguide.session.events import Event, Finished, Stopped
from backguide.session.moves import resume_lead_in_s, resume_position
from backguide.session.player import Player, PlayerState
from backguide.session.progress import Progress
from backguide.session.pulse import next_change_s
from backguide.session.sides import SideGap, side_gap
from backguide.session.timeline import Timeline
from backguide.ui.services import Services
from backguide.ui.session_awake import SessionAwake
from backguide.ui.session_cues import SessionCues
from backguide.ui.session_voice import SessionVoice

COUNT_BACK_S = 3.0  # before a paused session goes on
CHECKPOINT_S = 1.0


class SessionRun(QObject):
    """Plays one session and writes it down as it goes. Whoever shows it calls `advance` while it runs.

    Every command takes effect, is journaled and announced before it returns. When the journal cannot be
    written the session goes on; that is told once, and what is missing is written as soon as it can be.
    """

    advanced = Signal(object)  # a tuple of events, empty ones too
    trouble_told = Signal(str)
    hint_told = Signal(str)  # something to know that is no trouble
    over = Signal()  # finished or stopped; everything has been announced before

    def __init__(
        self,
        services: Services,
        timeline: Timeline,
        recorder: SessionRecorder | None,
        parent: QObject | None = None,
    ) -> None:
        """`recorder` is None for a session that cannot be kept. One that was cut off is gone on with."""
        super().__init__(parent)
        self._services = services
        self._recorder = recorder
        self._cues = SessionCues()
        level = services.preferences.values.voice
        turn = 0 if recorder is None else crc32(recorder.session.id.encode())
        self._voice = SessionVoice(services.speech, services.catalogue, timeline, level, turn)
        start_at_s, lead_in_s = _where_to_start(services, timeline, recorder)
        self._player = Player(timeline, services.clock.monotonic_s, start_at_s, lead_in_s)
        self._asked_s = services.clock.monotonic_s()
        self._written_at_s = services.clock.monotonic_s()
        self._told_trouble = False
        self._told_state: PlayerState = "idle"
        self._awake = SessionAwake(services, self)
        self._awake.hint_told.connect(self.hint_told)

    @property
    def recorder(self) -> SessionRecorder | None:
        """Where the session is written down."""
        return self._recorder

    @property
    def state(self) -> PlayerState:
        """The player's state."""
        return self._player.state

    @property
    def progress(self) -> Progress:
        """Where the session stands, as of the last advance or command."""
        return self._player.progress

    def next_change_s(self) -> float:
        """Return the seconds from now until something to be seen or heard is due; below 0 when it is late."""
        since_asked_s = self._services.clock.monotonic_s() - self._asked_s
        return next_change_s(self.progress) - since_asked_s

    @Slot()
    def start(self) -> None:
        """Begin."""
        self._player.start()
        self.advance()

    @Slot()
    def pause(self) -> None:
        """Let time stand still."""
        self._player.pause()
        self.advance()

    @Slot()
    def resume(self) -> None:
        """Go on after a short count."""
        self._player.resume(COUNT_BACK_S)
        self.advance()

    @Slot()
    def go_on(self) -> None:
        """Go on at once, without a count, where what comes next leaves time anyway."""
        self._player.resume()
        self.advance()

    @Slot()
    def toggle_pause(self) -> None:
        """Pause a running session, go on with a paused one."""
        self.resume() if self.state == "paused" else self.pause()

    @Slot()
    def go_next(self) -> None:
        """Go to the next exercise, set or side."""
        self._player.next()
        self.advance()

    @Slot()
    def go_to_next_exercise(self) -> None:
        """Leave out what is left of this exercise."""
        self._player.next_exercise()
        self.advance()

    def go_to_exercise(self, item: int) -> None:
        """Go to the beginning of the exercise of this number."""
        self._player.go_to_exercise(item)
        self.advance()

    @Slot()
    def repeat(self) -> None:
        """Do this step again from its beginning."""
        self._player.restart_step()
        self.advance()

    def change(self, plan: Callable[[Progress], Change]) -> None:
        """Go on with another timeline, which `plan` makes of where the session stands now."""
        self._player.change(plan)
        self.advance()

    @Slot()
    def go_previous(self) -> None:
        """Go to the beginning of this exercise, set or side, or to the one before."""
        self._player.previous()
        self.advance()

    @Slot()
    def lengthen(self) -> None:
        """Hold ten seconds longer."""
        self._player.add_s()
        self.advance()

    @Slot()
    def stop(self) -> None:
        """End the session here."""
        self._player.stop()
        self.advance()

    @Slot()
    def advance(self) -> None:
        """Bring everything up to the clock."""
        before = self._told_state
        self._asked_s = self._services.clock.monotonic_s()
        events = self._player.advance()
        self._told_state = self.state
        self._write(events)
        self._sound(events)
        if events or before != self.state:
            self._awake.follow(self.state)
        self._awake.listen()
        self.advanced.emit(events)
        if any(isinstance(event, Finished | Stopped) for event in events):
            self.over.emit()

    def put_down(self) -> None:
        """Leave the session unfinished in the journal, to be gone on with another time."""
        if self.state == "running":
            self.pause()
        self._voice.stop()
        self._awake.release()

    def gap_of(self, item: int) -> SideGap | None:
        """Return what one side of an exercise is short of so far; None for a session that is not kept."""
        if self._recorder is None:
            return None
        if self.state in ("running", "paused"):
            self._try_to_write(partial(self._recorder.checkpoint, self.progress.position_s))
        done_s = {portion_of_result(result): result.done_s for result in self._recorder.results}
        return side_gap(self._recorder.timeline, item, done_s)

    def save(self) -> None:
        """Write what could not be written yet. Raises JournalError when it still cannot be."""
        if self._recorder is not None:
            self._recorder.save()

    def _sound(self, events: tuple[Event, ...]) -> None:
        """Say and play what belongs to the events."""
        cue = self._cues.cue_for(events)
        if not self._services.preferences.values.sound_on:
            return
        cue = self._voice.hear(events, cue, self._services.clock.monotonic_s())
        if cue is not None:
            self._services.sounds.play(cue)

    def stop_encouraging(self) -> None:
        """Leave kind words out for the rest of the session."""
        self._voice.stop_encouraging()

    def note(self, entry: Callable[[SessionRecorder], object]) -> None:
        """Write something down that the player does not tell, if the session is kept."""
        if self._recorder is not None:
            self._try_to_write(partial(entry, self._recorder))

    def _write(self, events: tuple[Event, ...]) -> None:
        if self._recorder is None:
            return
        self._try_to_write(partial(self._recorder.record, events))
        now_s = self._services.clock.monotonic_s()
        if self.state == "running" and now_s - self._written_at_s >= CHECKPOINT_S:
            self._written_at_s = now_s
            self._try_to_write(partial(self._recorder.checkpoint, self.progress.position_s))

    def _try_to_write(self, write: Callable[[], object]) -> None:
        try:
            write()
        except JournalError as error:
            if not self._told_trouble:
                self._told_trouble = True
                self.trouble_told.emit(f"{error} The session goes on.")


def _where_to_start(
    services: Services, timeline: Timeline, recorder: SessionRecorder | None
) -> tuple[float, float]:
    """Return position and count for a new session, or for one that was cut off."""
    if recorder is None or recorder.session.position_s == 0:
        return 0.0, 0.0
    start_at_s = resume_position(timeline, recorder.session.position_s)
    preferences = services.session_preferences
    return start_at_s, resume_lead_in_s(timeline.at(start_at_s), preferences.change_position_s)
