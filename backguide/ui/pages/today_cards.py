"""The smaller cards of Today: the week, the last ratings, and what a first visit needs to know."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backguide.journal.records import HIGHEST_PAIN, Site
from backguide.ui.pages.today_facts import LastRating, TodayFacts
from backguide.ui.theme.icons import Icon
from backguide.ui.theme.metrics import CARD_PADDING
from backguide.ui.widgets.button import Button
from backguide.ui.widgets.card import Card
from backguide.ui.widgets.icon_view import IconView
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.note import Note
from backguide.ui.widgets.rows import NumberedSteps
from backguide.ui.widgets.week_strip import WeekStrip

_SITES: tuple[tuple[Site, str, Icon], ...] = (
    ("back", "Back", Icon.BODY_BACK),
    ("leg", "Leg", Icon.BODY_LEG),
)
_BUTTON_ROOM_PX = 9  # the button in the header is higher than the title, which lines up with the next card's
_FIRST_STEPS = (
    "Clear a space as long as you are, and lay down a mat or a folded blanket.",
    "Press Start session and do as the figure does. Every hold is counted for you.",
    "Give your back and your leg a number before and after. You may leave it out: a gap stays a gap.",
)
_FIRST_NOTE = (
    "<b>Exercises may pull, but they should not hurt.</b> Stop one that makes pain worse or sends it down "
    "your leg. This is general guidance and does not replace a doctor or physiotherapist."
)


class WeekCard(Card):
    """Seven days, how many of the planned ones were kept, and a word about a day that is neither."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.kept = Label("", "small", "muted")
        self.strip = WeekStrip()
        self.note = Label("", "small", "muted", wrap=True)
        self._note_row = QWidget()
        row = QHBoxLayout(self._note_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(IconView(Icon.INFO, 20, "muted"))
        row.addWidget(self.note, 1)
        self.add_header("This week", self.kept)
        self.body.addWidget(self.strip)
        self.body.addSpacing(16)
        self.body.addWidget(self._note_row)
        self.body.addStretch(1)

    def show_facts(self, facts: TodayFacts) -> None:
        """Show this week."""
        self.kept.setText(f"{facts.done_days} of {facts.planned_days} planned days")
        self.kept.setVisible(facts.planned_days > 0)
        self.strip.show_days(facts.week)
        self.note.setText(facts.week_note)
        self._note_row.setVisible(bool(facts.week_note))


class PainCard(Card):
    """The last rating of back and leg, or that there is none; it leads to History."""

    history_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.more = Button("History", "quiet", "sm", trailing=Icon.ARROW_RIGHT, flush=True)
        self.more.clicked.connect(self.history_requested)
        self.set_padding(CARD_PADDING, CARD_PADDING - _BUTTON_ROOM_PX, CARD_PADDING, CARD_PADDING)
        self.add_header("Last pain ratings", self.more, gap=14)
        self.ratings = {site: _RatingView(name, icon) for site, name, icon in _SITES}
        row = QHBoxLayout()
        row.setSpacing(24)
        for view in self.ratings.values():
            row.addWidget(view, 1)
        self.body.addLayout(row)
        self.body.addStretch(1)

    def show_ratings(self, last: Mapping[Site, LastRating | None]) -> None:
        """Show what is known."""
        for site, view in self.ratings.items():
            view.show_rating(last[site])


class FirstVisitCard(Card):
    """What to expect, before there is anything to count."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.add_header("How a session goes")
        self.body.addWidget(NumberedSteps(_FIRST_STEPS))
        self.body.addSpacing(20)
        self.body.addWidget(Note(_FIRST_NOTE, icon=Icon.INFO))
        self.body.addStretch(1)


class _RatingView(QWidget):
    def __init__(self, name: str, icon: Icon) -> None:
        super().__init__()
        self._name = name
        self.value = Label("", "figure", "pain_text", tabular=True)
        self.of = Label(f"of {HIGHEST_PAIN}", "body", "muted")
        self.words = Label("", "small", "muted", wrap=True)
        self.gap = Label("Not rated yet", "body", "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(_head(name, icon))
        column.addWidget(self.gap)
        column.addLayout(self._number())
        column.addWidget(self.words)
        column.addStretch(1)

    def show_rating(self, rating: LastRating | None) -> None:
        self.gap.setVisible(rating is None)
        for part in (self.value, self.of, self.words):
            part.setVisible(rating is not None)
        if rating is not None:
            self.value.setText(str(rating.value))
            self.value.setAccessibleName(f"{self._name}: {rating.value} of {HIGHEST_PAIN}")
            self.words.setText(rating.words)

    def _number(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.value)
        row.addWidget(self.of, 1, Qt.AlignmentFlag.AlignBottom)
        self.of.setContentsMargins(0, 0, 0, 6)
        return row


def _head(name: str, icon: Icon) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(IconView(icon, 22, "muted"))
    row.addWidget(Label(name, "strong"), 1)
    return row
