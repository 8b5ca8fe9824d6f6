"""The composition root: the one place that sees everything and puts it together."""

import sys
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication

from backguide import __version__, assets
from backguide.catalogue.load import load_catalogue
from backguide.catalogue.model import Routine
from backguide.desktop import sound_helper
from backguide.desktop.awake import Awake, WakepyAwake
from backguide.desktop.clock import Clock, SystemClock
from backguide.desktop.error_log import ErrorLog
from backguide.desktop.errors import DesktopError
from backguide.desktop.paths import Paths, make_ready
from backguide.desktop.preferences import PreferenceFile, Preferences
from backguide.desktop.quit_signals import QuitSignals
from backguide.desktop.reduced_motion import ReducedMotion
from backguide.desktop.single_instance import Claim, SingleInstance
from backguide.desktop.sound import SoundPlayer
from backguide.desktop.sound_process import SoundProcess
from backguide.desktop.speech_both import FullSpeech
from backguide.desktop.speech_clips import ClipLibrary, read_clips
from backguide.desktop.speech_live import LiveSpeech
from backguide.desktop.speech_recorded import RecordedSpeech, SoundLine
from backguide.desktop.window_place import keep_place, restore_place
from backguide.desktop.zone import local_zone
from backguide.figure.library import load_motions
from backguide.journal.errors import JournalError
from backguide.journal.journal import Journal, Zone
from backguide.journal.opening import open_or_stand_in
from backguide.options import WindowOptions
from backguide.ui.figure.looks import wear
from backguide.ui.live_preferences import LivePreferences
from backguide.ui.main_window import MainWindow
from backguide.ui.pages.today_facts import read_facts
from backguide.ui.services import Services
from backguide.ui.theme.icons import app_icon
from backguide.ui.theme.theme import apply_theme

_NOT_KEPT = "Until that is mended, what you do is not kept after Backguide is closed."


def make_application() -> QApplication:
    """Return the one application, named for the desktop."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("backguide")
    app.setApplicationDisplayName("Backguide")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("io.github.backguide.Backguide")
    app.setWindowIcon(app_icon())
    return app


def open_journal(paths: Paths, clock: Clock, zone: Zone = local_zone) -> tuple[Journal, tuple[str, ...]]:
    """Open the journal, or one that stands in for it and the sentence that says so."""
    try:
        make_ready(paths)
    except DesktopError as error:
        return Journal.in_memory(clock.now, zone), (f"{error} {_NOT_KEPT}",)
    opened = open_or_stand_in(paths.journal, clock.now, zone)
    return opened.journal, () if opened.problem is None else (opened.problem,)


def build_services(
    paths: Paths,
    clock: Clock,
    sounds: SoundPlayer,
    awake: Awake,
    parent: QObject | None = None,
    zone: Zone = local_zone,
) -> Services:
    """Load content, preferences and journal; what cannot be used becomes a notice."""
    catalogue = load_catalogue(assets.folder())
    motions = load_motions(assets.folder() / "motions")
    file = PreferenceFile(paths.preferences)
    loaded = file.load()
    journal, notices = open_journal(paths, clock, zone)
    return Services(
        catalogue=catalogue,
        motions=motions,
        journal=journal,
        clock=clock,
        sounds=sounds,
        awake=awake,
        preferences=LivePreferences(loaded.preferences, file, parent),
        notices=(*notices, *loaded.problems, *catalogue.problems, *motions.problems),
    )


def open_clips(line: SoundLine) -> tuple[RecordedSpeech, tuple[str, ...]]:
    """Return the recorded voice, or one that can say nothing and the sentence that says so."""
    folder = assets.folder() / "cues"
    try:
        return RecordedSpeech(read_clips(folder), line), ()
    except DesktopError as error:
        return RecordedSpeech(ClipLibrary(folder, {}), line), (str(error),)


def show_appearance(app: QApplication, values: Preferences, *, desktop_wants_less: bool = False) -> None:
    """Put figure, theme, text size and movement in force as they are chosen."""
    follows = values.reduced_motion == "system"
    reduced = desktop_wants_less if follows else values.reduced_motion == "on"
    wear(values.figure)
    apply_theme(app, values.theme, text_scale=values.text_scale, reduced_motion=reduced)


class Program(QObject):
    """The running program: it keeps theme, sound and window in step with the preferences."""

    def __init__(
        self, app: QApplication, paths: Paths, clock: Clock | None = None, *, debug: bool = False
    ) -> None:
        super().__init__(app)
        self._app = app
        self._place_file = paths.config / "window"
        self._sounds = SoundProcess(
            sound_helper.command(assets.folder() / "sounds", assets.folder() / "cues"), self
        )
        clips, trouble = open_clips(self._sounds)
        self._live = LiveSpeech(parent=self)
        self._speech = FullSpeech(clips, self._live, self._sounds, self)
        self._sounds.opened.connect(clips.load_foreseen)
        self._sounds.opened.connect(self._speech.get_ready)
        services = build_services(paths, clock or SystemClock(), self._sounds, WakepyAwake(), self)
        self._services = replace(services, speech=self._speech, notices=(*services.notices, *trouble))
        self._motion = ReducedMotion(parent=self)
        self._motion.found.connect(self._apply_preferences)
        self._apply_preferences()
        self._window = MainWindow(self._services)
        self._services.preferences.changed.connect(self._apply_preferences)
        self._window.session_opened.connect(self._on_session_opened)
        self._sounds.sound_unavailable.connect(self._window.tell)
        self._errors = ErrorLog(paths.log, self._window.tell, loud=debug)
        self._errors.install()
        restore_place(self._window, self._place_file)

    @property
    def window(self) -> MainWindow:
        """The main window."""
        return self._window

    def open(self, options: WindowOptions) -> None:
        """Show the window and, if asked for, go straight to a session."""
        self._window.show()
        self._motion.ask()
        if options.starts_session:
            self._start(options.routine)

    @Slot(list)
    def raise_window(self, arguments: list[str]) -> None:
        """A later start asks for the window and perhaps for a session."""
        if self._window.isMinimized():
            self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        if arguments[:1] == ["start"]:
            self._start(arguments[1] if len(arguments) > 1 else None)

    def close(self) -> None:
        """Close the window, give back what is held. A session that runs stays unfinished in the journal."""
        keep_place(self._window, self._place_file)
        self._window.close()
        self._motion.close()
        self._sounds.close()
        self._live.close()
        self._services.awake.release()
        self._services.journal.close()
        self._errors.remove()

    @Slot()
    def _on_session_opened(self) -> None:
        if self._services.preferences.values.sound_on:
            self._sounds.prepare()

    def _start(self, slug: str | None) -> None:
        routine = self._services.catalogue.routines.get(slug) if slug else self._routine_of_today()
        if routine is not None:
            self._window.begin(routine)

    def _routine_of_today(self) -> Routine | None:
        try:
            suggestion = read_facts(self._services).suggestion
        except JournalError as error:
            self._window.tell(str(error))
            return None
        return None if suggestion is None else suggestion.routine

    @Slot()
    def _apply_preferences(self) -> None:
        values = self._services.preferences.values
        show_appearance(self._app, values, desktop_wants_less=self._motion.is_wanted)
        self._sounds.set_volume(values.sound_volume)
        self._sounds.set_enabled(values.sound_on)
        self._speech.set_volume(values.voice_volume)
        self._speech.set_enabled(values.sound_on)


def run_window(options: WindowOptions) -> int:
    """Open the window, or hand over to the program that already has one. Returns the exit status."""
    app = make_application()
    instance = SingleInstance(options.paths.data)
    if instance.claim(options.arguments) is Claim.HANDED_OVER:
        return 0
    program = Program(app, options.paths, debug=options.debug)
    instance.start_requested.connect(program.raise_window)
    signals = QuitSignals(app)
    program.open(options)
    status = app.exec()
    program.close()
    signals.release()
    instance.release()
    return status
