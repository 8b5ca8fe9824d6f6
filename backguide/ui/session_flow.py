"""One session from the first question to the last number: ready, player, rating, and what is kept of it."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from backguide.catalogue.model import Routine
from backguide.journal.errors import JournalError
from backguide.journal.recorder import SessionRecorder
from backguide.journal.records import Moment, SessionChange, SessionRecord, Site
from backguide.session.errors import SessionError
from backguide.ui.pages.player_page import PlayerPage
from backguide.ui.pages.rating_page import RatingPage
from backguide.ui.pages.ready_page import ReadyPage
from backguide.ui.services import Services
from backguide.ui.session_results import exercise_lines
from backguide.ui.session_run import SessionRun
from backguide.ui.session_voice import prepare_opening
from backguide.ui.unfinished import Unfinished, find_unfinished
from backguide.ui.widgets.confirm_dialog import ConfirmDialog

_NOT_KEPT = "You can do the session all the same, but it will not be kept."


class SessionFlow(QObject):
    """Gives a place to the pages of a session, one after the other, and takes them away again.

    The session is in the journal from the moment it starts and is written as it goes; ratings are added to
    it. `ended` comes once for every `begin`, with the session's identifier or None where there is none.
    `told` is a sentence for the person that concerns no page of the session.
    """

    ended = Signal(object)
    told = Signal(str)

    def __init__(self, services: Services, place: QStackedWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._place = place
        self._page: ReadyPage | PlayerPage | RatingPage | None = None
        self._dialog: ConfirmDialog | None = None
        self._unfinished: Unfinished | None = None
        self._run: SessionRun | None = None
        self._unsaved: dict[tuple[Moment, Site], int] = {}
        self._went_full_screen = False

    @property
    def page(self) -> ReadyPage | PlayerPage | RatingPage | None:
        """The page that has the place now; None between sessions."""
        return self._page

    @property
    def run(self) -> SessionRun | None:
        """The session that runs, or has just run."""
        return self._run

    @property
    def dialog(self) -> ConfirmDialog | None:
        """The question about an unfinished session, while it is asked."""
        return self._dialog

    # -- what the window asks for
    @Slot(object)
    def begin(self, routine: Routine) -> None:
        """Show what a routine holds and ask for the ratings before it. Does nothing during a session."""
        if self._page is not None:
            return
        try:
            page = ReadyPage(self._services, routine)
        except SessionError as error:
            self.told.emit(str(error))
            return
        page.start_requested.connect(self._on_page_start_requested)
        page.back_requested.connect(self._on_page_back_requested)
        prepare_opening(self._services, page.timeline)
        self._show(page)

    def offer_unfinished(self) -> bool:
        """Ask what to do with a session that was cut off; say whether there is one to ask about."""
        if self._page is not None or self._dialog is not None:
            return False
        try:
            self._unfinished = find_unfinished(self._services)
        except JournalError as error:
            self.told.emit(str(error))
            return False
        if self._unfinished is None:
            return False
        self._services.speech.wake()
        title, sentence = self._unfinished.title, self._unfinished.sentence
        dialog = ConfirmDialog(self._place, title, sentence, confirm="Go on", decline="Keep what was done")
        dialog.confirmed.connect(self.resume_unfinished)
        dialog.declined.connect(self._on_dialog_declined)
        self._dialog = dialog
        dialog.ask()
        return True

    @Slot()
    def resume_unfinished(self) -> None:
        """Go on with the session that was cut off, at the step it had reached, after a short count."""
        self._dialog = None
        if self._page is not None:
            return
        try:
            found = self._unfinished or find_unfinished(self._services)
            if found is not None:
                recorder = SessionRecorder.resume(self._services.journal, found.session.id)
                self._start(SessionRun(self._services, recorder.timeline, recorder, self))
        except JournalError as error:
            self.told.emit(str(error))

    def suspend(self) -> None:
        """Leave a running session as it is, in the journal, to be gone on with at the next start."""
        if self._run is not None:
            self._run.put_down()

    @Slot(str)
    def tell(self, sentence: str) -> None:
        """Show a sentence on the page of the session; without one it is told to the window."""
        match self._page:
            case PlayerPage():
                self._page.tell(sentence)
            case ReadyPage() | RatingPage():
                self._page.message.show_message(sentence, "warn")
            case None:
                self.told.emit(sentence)

    # -- before
    @Slot()
    def _on_page_start_requested(self) -> None:
        page = self._page
        assert isinstance(page, ReadyPage)
        timeline = page.timeline
        before: Moment = "before"
        self._unsaved = {(before, site): value for site, value in page.ratings.items()}
        recorder, trouble = None, ""
        try:
            recorder = SessionRecorder.begin(self._services.journal, timeline)
            self._write_ratings(recorder.session)
        except JournalError as error:
            trouble = f"{error} {_NOT_KEPT}" if recorder is None else str(error)
        self._start(SessionRun(self._services, timeline, recorder, self))
        if trouble:
            self.tell(trouble)

    @Slot()
    def _on_page_back_requested(self) -> None:
        self._end(None)

    @Slot()
    def _on_dialog_declined(self) -> None:
        self._dialog = None
        found, self._unfinished = self._unfinished, None
        assert found is not None
        try:
            self._services.journal.close_session(found.session.id)
        except JournalError as error:
            self.told.emit(str(error))
        self.ended.emit(found.session.id)

    # -- during
    def _start(self, run: SessionRun) -> None:
        self._unfinished = None
        self._run = run
        page = PlayerPage(self._services, run)
        page.full_screen_requested.connect(self._on_page_full_screen_requested)
        run.over.connect(self._on_run_over)
        self._show(page)
        run.start()

    @Slot()
    def _on_page_full_screen_requested(self) -> None:
        window = self._place.window()
        self._went_full_screen = not window.isFullScreen()
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)

    @Slot()
    def _on_run_over(self) -> None:
        run = self._run
        assert run is not None
        if run.recorder is None:
            self._end(None)
            return
        recorder = run.recorder
        lines = exercise_lines(self._services.catalogue, recorder.timeline, recorder.results)
        gaps = [gap for item in dict.fromkeys(line.item for line in lines) if (gap := run.gap_of(item))]
        page = RatingPage(self._services, recorder.session, lines, gaps)
        page.save_requested.connect(self._on_page_save_requested)
        page.leave_requested.connect(self._on_page_leave_requested)
        self._leave_full_screen()
        self._show(page)

    # -- after
    @Slot()
    def _on_page_save_requested(self) -> None:
        assert isinstance(self._page, RatingPage)
        after: Moment = "after"
        self._unsaved = {key: value for key, value in self._unsaved.items() if key[0] != after}
        self._unsaved |= {(after, site): value for site, value in self._page.ratings.items()}
        self._finish()

    @Slot()
    def _on_page_leave_requested(self) -> None:
        self._finish()

    def _finish(self) -> None:
        """Write what is not written yet, and end; where that fails, stay, so that it can be tried again."""
        run = self._run
        assert run is not None
        assert run.recorder is not None
        try:
            run.save()
            self._write_ratings(run.recorder.session)
            if isinstance(self._page, RatingPage) and self._page.note:
                change = SessionChange(note=self._page.note)
                self._services.journal.correct_session(run.recorder.session.id, change)
        except JournalError as error:
            self.tell(f"{error} What you rated is still here.")
            return
        self._end(run.recorder.session.id)

    def _write_ratings(self, session: SessionRecord) -> None:
        for (moment, site), value in tuple(self._unsaved.items()):
            self._services.journal.rate(session.id, moment, site, value)
            del self._unsaved[moment, site]

    # -- pages
    def _show(self, page: ReadyPage | PlayerPage | RatingPage) -> None:
        before, self._page = self._page, page
        self._place.addWidget(page)
        self._place.setCurrentWidget(page)
        self._take_away(before)

    def _end(self, session: str | None) -> None:
        before, self._page = self._page, None
        self._leave_full_screen()
        if self._run is not None:
            self._run.put_down()
            self._run.deleteLater()
        self._run, self._unsaved = None, {}
        self._take_away(before)
        self.ended.emit(session)

    def _leave_full_screen(self) -> None:
        if self._went_full_screen:
            self._went_full_screen = False
            window = self._place.window()
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowFullScreen)

    def _take_away(self, page: QWidget | None) -> None:
        if page is not None:
            self._place.removeWidget(page)
            page.hide()
            page.deleteLater()
