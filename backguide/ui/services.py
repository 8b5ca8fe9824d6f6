"""What the pages may ask for. The composition root fills it; tests and the tour fill it with their own."""

from dataclasses import dataclass, field

from backguide.catalogue.model import Catalogue, Side
from backguide.desktop.awake import Awake
from backguide.desktop.clock import Clock
from backguide.desktop.sound import SoundPlayer
from backguide.desktop.speech import SilentSpeech, SpeechPlayer
from backguide.figure.library import MotionLibrary
from backguide.journal.errors import JournalError
from backguide.journal.journal import Journal
from backguide.session.preferences import SessionPreferences
from backguide.ui.live_preferences import LivePreferences


@dataclass(frozen=True, slots=True)
class Services:
    """Everything a page needs from outside. `notices` are sentences about what went wrong at the start."""

    catalogue: Catalogue
    motions: MotionLibrary
    journal: Journal
    clock: Clock
    sounds: SoundPlayer
    awake: Awake
    preferences: LivePreferences
    notices: tuple[str, ...] = ()
    speech: SpeechPlayer = field(default_factory=SilentSpeech)

    @property
    def session_preferences(self) -> SessionPreferences:
        """How timelines are laid out for this person."""
        values = self.preferences.values
        return SessionPreferences(get_ready_s=values.get_ready_s, first_side=self._first_side())

    def _first_side(self) -> Side:
        """Return which side starts today; where that cannot be known, the right one."""
        wanted = self.preferences.values.first_side
        if wanted != "alternate":
            return wanted
        try:
            return "left" if self.journal.last_first_side() == "right" else "right"
        except JournalError:
            return "right"
