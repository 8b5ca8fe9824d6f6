"""A short routine of real exercises, a place for the pages, and a session moved by the test's own clock."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from backguide.catalogue.model import Routine, RoutineItem
from backguide.desktop.clock import ManualClock
from backguide.desktop.sound import Cue
from backguide.session.timeline import Step, StepKind
from backguide.ui.pages.player_page import PlayerPage
from backguide.ui.pages.rating_page import RatingPage
from backguide.ui.pages.ready_page import ReadyPage
from backguide.ui.services import Services
from backguide.ui.session_flow import SessionFlow

TICK_S = 0.2


def short_routine() -> Routine:
    """Bird dog, twice on each side, then one held child's pose."""
    return Routine(
        slug="short",
        name="Short one",
        purpose="For tests.",
        counts_as=frozenset({"mobility"}),
        minutes=None,
        items=(
            RoutineItem("bird-dog", "arm-and-leg", repetitions=2),
            RoutineItem("childs-pose", "knees-together", hold_s=12),
        ),
    )


class RecordingPlayer:
    """Remembers every cue with the second at which it was asked for."""

    def __init__(self, clock: ManualClock) -> None:
        self._clock = clock
        self.cues: list[tuple[float, Cue]] = []

    def play(self, cue: Cue) -> None:
        self.cues.append((self._clock.monotonic_s(), cue))


class RecordingAwake:
    """Remembers whether it keeps awake."""

    def __init__(self, hint: str | None = None) -> None:
        self.kept = False
        self.hint = hint

    def keep(self) -> None:
        self.kept = True

    def release(self) -> None:
        self.kept = False


class Session:
    """A flow in a window, and the hands of the person who uses it."""

    def __init__(self, qtbot: QtBot, services: Services, clock: ManualClock) -> None:
        self.clock = clock
        self.services = services
        self.place = QStackedWidget()
        self.place.addWidget(QWidget())
        qtbot.addWidget(self.place)
        self.flow = SessionFlow(services, self.place, self.place)
        self.ended: list[object] = []
        self.told: list[str] = []
        self.flow.ended.connect(self.ended.append)
        self.flow.told.connect(self.told.append)
        self.place.resize(1280, 800)
        self.place.show()

    @property
    def ready(self) -> ReadyPage:
        assert isinstance(self.flow.page, ReadyPage)
        return self.flow.page

    @property
    def player(self) -> PlayerPage:
        assert isinstance(self.flow.page, PlayerPage)
        return self.flow.page

    @property
    def rating(self) -> RatingPage:
        assert isinstance(self.flow.page, RatingPage)
        return self.flow.page

    @property
    def step(self) -> Step:
        assert self.flow.run is not None
        return self.flow.run.progress.step

    def start(self) -> PlayerPage:
        """Begin the short routine without rating anything."""
        self.flow.begin(short_routine())
        self.press(Qt.Key.Key_Return)
        return self.player

    def press(self, key: Qt.Key) -> None:
        """Press and release a key; media keys are unknown to QTest."""
        page = self.flow.page
        assert page is not None
        text = chr(key) if Qt.Key.Key_Space <= key <= Qt.Key.Key_9 else ""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(page, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))

    def play(self, seconds: float) -> None:
        """Let time pass in ticks, as the timer does, until the player has gone."""
        for _ in range(round(seconds / TICK_S)):
            self.clock.move(TICK_S)
            if isinstance(self.flow.page, PlayerPage) and self.flow.page.timer.isActive():
                self.flow.page.timer.timeout.emit()

    def play_until(self, kind: StepKind, seconds_in: float = 0.5) -> Step:
        """Play to a moment within the next step of this kind."""
        assert self.flow.run is not None
        progress = self.flow.run.progress
        coming = (
            step
            for step in progress.timeline.steps
            if step.kind == kind and step.start_s > progress.position_s
        )
        self.play(next(coming).start_s + seconds_in - progress.position_s)
        assert self.step.kind == kind
        return self.step

    def play_to_the_end(self) -> None:
        assert self.flow.run is not None
        self.play(self.flow.run.progress.remaining_total_s + 1)

    def leave(self) -> None:
        """Close the window as if the program ended; nothing is ended in the journal."""
        self.flow.suspend()
        self.place.hide()
