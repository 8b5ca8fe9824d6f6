"""What a person can say of a day: pain, what was going on, and a note."""

from collections.abc import Iterable, Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backguide.desktop.clock import Clock
from backguide.journal.journal import Journal
from backguide.journal.records import DIARY_TAGS, MOST_TAG_CHARACTERS, Site
from backguide.ui.pages.pain_pair import PainPair
from backguide.ui.widgets.field import Field
from backguide.ui.widgets.note_field import NoteField
from backguide.ui.widgets.tag_choice import TagChoice

_OF_TODAY = "How bad was your pain on average over the last 24 hours?"
_OF_THAT_DAY = "How bad was your pain on average on that day?"
_HINT = "Back, and the worse leg below the buttock. You may leave either out."


class DayForm(QWidget):
    """Two ratings, tags and a note; each may stay empty, but not all."""

    changed = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pain = PainPair(_OF_TODAY, clock, _HINT)
        self.tags = TagChoice(DIARY_TAGS, "What was going on", MOST_TAG_CHARACTERS)
        self.note = NoteField("A line or two, if you like", "Note of the day")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        column.addWidget(self.pain)
        column.addWidget(Field("What was going on", self.tags))
        column.addWidget(Field("Note", self.note))
        for signal in (self.pain.changed, self.tags.changed, self.note.textChanged):
            signal.connect(self.changed)
        self.setFocusProxy(self.pain)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is told."""
        rated = any(value is not None for value in self.pain.values.values())
        return not (rated or self.tags.tags or self.note.text.strip())

    def set_day(self, day: date | None, today: date) -> None:
        """Ask about the last 24 hours today, and about the day itself later on."""
        self.pain.set_title(_OF_TODAY if day is None or day == today else _OF_THAT_DAY)

    def show_day(self, ratings: Mapping[Site, int], note: str = "", tags: Iterable[str] = ()) -> None:
        """Show what is known of a day."""
        self.pain.show_values(ratings)
        self.tags.show_tags(tags)
        self.note.set_text(note)

    def keep(self, journal: Journal, day: date) -> None:
        """Write it into the journal as what is known of that day. Raises JournalError."""
        journal.diary.keep_day(day, self.note.text, self.tags.tags, self.pain.values)
