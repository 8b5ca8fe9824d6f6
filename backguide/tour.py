"""The tour: one whole session, really played on a fast clock in a throw-away folder; a picture of every page.

It proves that the program works where it stands, and it makes the pictures of the documentation. Nothing of
the person's is read or written.
"""

import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from backguide.app import build_services, make_application, show_appearance
from backguide.commands.output import Output
from backguide.desktop.awake import NoAwake
from backguide.desktop.clock import ManualClock
from backguide.desktop.paths import make_ready, paths_in
from backguide.desktop.sound import SilentPlayer
from backguide.journal.records import Moment, SessionRecord, Site
from backguide.sample_journal import fill_with_weeks
from backguide.session.progress import Progress
from backguide.ui.main_window import MainWindow
from backguide.ui.page_names import PageName
from backguide.ui.pages.exercise_card import ExercisePicture
from backguide.ui.pages.exercise_page import ExercisePage
from backguide.ui.pages.history_page import SECTION_NAMES, HistoryPage
from backguide.ui.pages.player_page import PlayerPage
from backguide.ui.pages.rating_page import RatingPage
from backguide.ui.pages.ready_page import ReadyPage
from backguide.ui.pages.today_page import TodayPage
from backguide.ui.services import Services
from backguide.ui.session_run import SessionRun
from backguide.ui.widgets.page_rise import PageRise

DONE, FAILED = 0, 1
_SIZE = QSize(1280, 800)
_FRIDAY = datetime(2026, 11, 20, 7, 10, tzinfo=UTC)  # a day on which strength is planned
_ZONE = "Europe/Berlin"
_TICK_S = 0.5
_UNTIL_MONDAY_S = 3 * 24 * 3600.0
_WEEK, _SCORE = (4, 3, 2), 3.0
_ROUNDS = 60  # of the event loop, for pictures that are made one by one
_RATED: dict[tuple[Moment, Site], int] = {
    ("before", "back"): 5,
    ("before", "leg"): 1,
    ("after", "back"): 3,
    ("after", "leg"): 1,
}
PageT = TypeVar("PageT")
Theme = Literal["light", "dark"]
_THEMES: tuple[Theme, ...] = ("light", "dark")


class TourError(Exception):
    """Something is not as it must be; the sentence says what."""


def run_tour(out: Path, output: Output | None = None) -> int:
    """Play the tour and save its pictures as PNG files in `out`. Returns the exit status."""
    output = output or Output()
    app = make_application()
    with tempfile.TemporaryDirectory(prefix="backguide-tour-") as folder:
        paths = paths_in(Path(folder))
        make_ready(paths)
        clock = ManualClock(_FRIDAY)
        services = build_services(paths, clock, SilentPlayer(), NoAwake(), zone=_ZONE)
        tour = Tour(app, services, clock, out, output.line)
        try:
            tour.play()
        except TourError as error:
            output.note(f"The tour failed: {error}")
            return FAILED
        finally:
            tour.close()
    output.line(f"{tour.count} pictures are in {out}.")
    return DONE


class Tour:
    """Drives the real window as a person would, with the clock in its hand."""

    def __init__(
        self,
        app: QApplication,
        services: Services,
        clock: ManualClock,
        out: Path,
        say: Callable[[str], None],
    ) -> None:
        self._app = app
        self._services = services
        self._clock = clock
        self._out = out
        self._say = say
        self._before = sys.excepthook
        self._errors: list[BaseException] = []
        self.count = 0
        sys.excepthook = self._take_error
        self._use_theme("light")
        self.window = MainWindow(services)
        self.window.resize(_SIZE)
        self.window.show()

    def play(self) -> None:
        """Go through it all. Raises TourError."""
        if self._services.notices:
            raise TourError(" ".join(self._services.notices))
        self._show_pages()
        self._play_session()
        self._check_session()
        self._show_weeks()
        self._note_days()

    def close(self) -> None:
        """Give everything back."""
        self.window.close()
        self.window.deleteLater()
        self._app.sendPostedEvents()
        self._services.journal.close()
        sys.excepthook = self._before

    # -- the stops
    def _show_pages(self) -> None:
        """Every page as it is on the first day."""
        self._save("today-empty")
        self._open(PageName.EXERCISES)
        self._save("exercises")
        self.window.show_exercise("bird-dog/arm-and-leg")
        page = self._expect(self.window.page, ExercisePage)
        page.motion.playback.button.click()
        page.motion.playback.scrub.setValue(page.motion.playback.scrub.maximum() // 2)
        self._save("exercise")
        self._open(PageName.ROUTINES)
        self._save("routines")
        self._open(PageName.HISTORY)
        self._save("history-empty")
        self._open(PageName.SETTINGS)
        self._save("settings")

    def _play_session(self) -> None:
        """Today's session, from its button on Today to the last number."""
        self._open(PageName.TODAY)
        today = self._expect(self.window.page, TodayPage)
        today.hero.start.click()
        self._rate("before", ReadyPage)
        self._save("ready")
        self._expect(self.window.flow.page, ReadyPage).start_requested.emit()
        self._expect(self.window.flow.page, PlayerPage)
        run = self._expect(self.window.flow.run, SessionRun)
        self._play_steps(run)
        self._rate("after", RatingPage)
        self._save("rating")
        self._expect(self.window.flow.page, RatingPage).save_requested.emit()
        if self.window.in_session:
            raise TourError("the window was not given back after the session")

    def _play_steps(self, run: SessionRun) -> None:
        self._until(run, lambda now: now.elapsed_in_step_s >= 2)
        self._save("player-get-ready")
        self._until(run, lambda now: _holds(now, "bird-dog", 0.4))
        self._save("player-hold")
        run.pause()
        self._save("player-paused")
        run.resume()
        self._until(run, lambda now: now.step.kind == "change_position" and now.elapsed_in_step_s >= 3)
        self._save("player-change")
        self._until(run, lambda now: _holds(now, "dead-bug", 0.0) and now.step.side == "left")
        self._save("player-left")
        self._until(run, lambda now: run.state == "finished")

    def _show_weeks(self) -> None:
        """The pages that live from the journal, after twelve made-up weeks up to yesterday."""
        yesterday = _FRIDAY.date() - timedelta(days=1)
        fill_with_weeks(self._services.journal, self._services.catalogue, yesterday)
        self._open(PageName.TODAY)
        self._save("today")
        self._open(PageName.HISTORY)
        self._save("history")
        session = self._services.journal.sessions()[0]
        self.window.show_session(session.id)
        self._save("session")

    def _note_days(self) -> None:
        """The questions about week and day, the list of all that is noted, and the form to add to it."""
        self._clock.move(_UNTIL_MONDAY_S)
        self._open(PageName.TODAY)
        questions = self._expect(self.window.page, TodayPage).questions
        questions.week.ask.click()
        for scale, value in zip(questions.week_form.scales, _WEEK, strict=True):
            scale.set_value(value)
        self._save("today-week")
        questions.week.save.click()
        if self._services.journal.peg_answers()[-1].score != _SCORE:
            raise TourError("the answers about the week are not kept as they were given")
        questions.week.ask.click()
        questions.day.ask.click()
        self._save("today-day")
        questions.day.cancel.click()
        self._open(PageName.HISTORY)
        history = self._expect(self.window.page, HistoryPage)
        history.sections.set_current(SECTION_NAMES.index("Notes"))
        self._save("notes")
        history.editing.add()
        history.editing.page.kinds.set_current(0)
        self._save("add-entry")

    def _check_session(self) -> None:
        """The journal must hold the session just played, whole, with its four ratings."""
        session = self._only_session()
        if session.state != "finished" or session.done_s < session.planned_s - 1:
            raise TourError(f"the session is {session.state}: {session.done_s:g} of {session.planned_s:g} s")
        results = self._services.journal.results(session.id)
        undone = [result.exercise for result in results if result.outcome != "done"]
        if undone or not results:
            raise TourError(f"not everything is kept as done: {', '.join(undone) or 'no exercises'}")
        ratings = self._services.journal.ratings(session=session.id)
        kept = {(rating.moment, rating.site): rating.value for rating in ratings}
        if kept != _RATED:
            raise TourError(f"the journal holds the ratings {kept}, not {_RATED}")

    def _only_session(self) -> SessionRecord:
        sessions = self._services.journal.sessions()
        if len(sessions) != 1:
            raise TourError(f"the journal holds {len(sessions)} sessions instead of one")
        return sessions[0]

    # -- the hands
    def _open(self, page: PageName) -> None:
        self.window.show_page(page)

    def _rate(self, moment: Moment, page: type[QWidget]) -> None:
        """Type both numbers as a person would."""
        target = self._expect(self.window.flow.page, page)
        for (when, _), value in _RATED.items():
            if when == moment:
                for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
                    key = Qt.Key(Qt.Key.Key_0 + value)
                    event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, str(value))
                    self._app.sendEvent(target, event)

    def _until(self, run: SessionRun, reached: Callable[[Progress], bool]) -> None:
        """Let time pass until something is so. Raises TourError when the session ends before."""
        while not reached(run.progress):
            if run.state != "running":
                raise TourError(f"the session is {run.state} in {run.progress.step.exercise}")
            self._clock.move(_TICK_S)
            run.advance()

    def _expect(self, found: object, kind: type[PageT]) -> PageT:
        if not isinstance(found, kind):
            raise TourError(f"{kind.__name__} was expected, there is {type(found).__name__}")
        return found

    # -- the pictures
    def _save(self, name: str) -> None:
        """Save the window as it is, in every theme."""
        before = self._services.preferences.values.theme
        for theme in sorted(
            _THEMES, key=lambda theme: theme != before
        ):  # each change of theme takes its time
            self._use_theme(theme)
            self._settle()
            path = self._out / f"{name}-{theme}.png"
            if not self.window.grab().save(str(path)):
                raise TourError(f"{path} cannot be written")
            self.count += 1
            self._say(str(path))
        if self._errors:
            raise TourError(f"an unexpected error: {self._errors[0]!r}") from self._errors[0]

    def _settle(self) -> None:
        """Let layouts, late pictures and changing pages come to rest."""
        for rise in self.window.findChildren(PageRise):
            rise.finish()
        for _ in range(_ROUNDS):
            self._app.processEvents()
            pictures = self.window.findChildren(ExercisePicture)
            if all(picture.is_current for picture in pictures if picture.isVisible()):
                break
        self._app.processEvents()

    def _use_theme(self, theme: Theme) -> None:
        self._services.preferences.change(theme=theme)
        show_appearance(self._app, self._services.preferences.values)

    def _take_error(self, _kind: type[BaseException], error: BaseException, _trace: object) -> None:
        self._errors.append(error)


def _holds(now: Progress, exercise: str, share: float) -> bool:
    """Tell whether an exercise is held and so much of the hold is over."""
    if now.step.kind != "hold" or now.step.exercise != exercise:
        return False
    return now.elapsed_in_step_s >= share * now.step.duration_s
