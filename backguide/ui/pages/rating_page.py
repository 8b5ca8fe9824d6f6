"""After a session: what was done, and how back and leg are now."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from backguide.journal.records import SessionRecord, Site
from backguide.plan.next_morning import will_ask_next_morning
from backguide.session.sides import SideGap
from backguide.ui.hurt_words import gap_words
from backguide.ui.motion_lookup import motion_of
from backguide.ui.pages.focus_page import LIST_BAR_ROOM_PX
from backguide.ui.pages.pain_page import PainPage
from backguide.ui.pages.still_picture import StillPicture
from backguide.ui.services import Services
from backguide.ui.session_results import Doing, ExerciseLine, done_sentence
from backguide.ui.session_words import length_words
from backguide.ui.theme.icons import Icon
from backguide.ui.theme.metrics import TARGET
from backguide.ui.theme.tokens import Colour
from backguide.ui.theme.type import scaled
from backguide.ui.widgets.button import Button
from backguide.ui.widgets.card import Card
from backguide.ui.widgets.icon_view import IconView
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.note import Note

_ICONS: Mapping[Doing, tuple[Icon, Colour, str]] = {
    "done": (Icon.CHECK, "accent", "done"),
    "partial": (Icon.EQUAL, "accent", "partly done"),
    "skipped": (Icon.MINUS, "muted", "not done"),
    "eased": (Icon.HAND, "pain", "eased"),
}
_MISSING: Mapping[tuple[Site, ...], str] = {
    ("back", "leg"): "Rate your back or your leg to save",
    ("back",): "Your back stays a gap",
    ("leg",): "Your leg stays a gap",
}
_HINT = "What you feel now, not what you expect. A gap is better than a guess."
_PARTIAL = "What you did counts. It is kept as partial, not as missed."
_NOTHING = "Your ratings count all the same."
_NOTE_ALONE = "Your back and your leg stay a gap"
_TOMORROW = "Tomorrow you are asked once how your back was in the morning."
_NOTE_LENGTH = 500
_STILL = QSize(280, 120)


class RatingPage(PainPage):
    """Asks for two numbers and shows what was done. The session itself is stored already."""

    save_requested = Signal()
    leave_requested = Signal()

    def __init__(
        self,
        services: Services,
        session: SessionRecord,
        lines: Iterable[ExerciseLine],
        gaps: Iterable[SideGap] = (),
    ) -> None:
        super().__init__(services)
        self._session = session
        self._lines = tuple(lines)
        self._gaps = {gap.item: gap_words(gap) for gap in gaps}
        self._questions.changed.connect(self._on_questions_changed)
        self._save = Button("Save", "primary", "lg")
        self._save.clicked.connect(self.save_requested)
        self._missing = Label("", "body", "muted", align=Qt.AlignmentFlag.AlignRight, wrap=True)
        stopped = session.state == "stopped"
        hint = done_sentence(self._lines, session.done_s) if stopped else _HINT
        self._hint = Label(hint, "lead", "muted", wrap=True)
        self._picture = StillPicture(_STILL, fills_width=True)
        self._has_picture = False
        self._note = QLineEdit()
        self._note.setMaxLength(_NOTE_LENGTH)
        self._note.setPlaceholderText("Anything to note?")
        self._note.setAccessibleName("A note about this session")
        self._note.setMinimumHeight(round(scaled(TARGET)))
        self._note.textChanged.connect(self._on_questions_changed)
        self._build()
        self._on_questions_changed()

    @property
    def lines(self) -> tuple[ExerciseLine, ...]:
        """What was done, as it stands on the page."""
        return self._lines

    @property
    def save_button(self) -> Button:
        """The button that is asleep while nothing is rated."""
        return self._save

    @property
    def missing_sentence(self) -> str:
        """What the page says about missing ratings; empty when there is none."""
        return self._missing.text()

    @property
    def note(self) -> str:
        """What the person noted; empty where there is nothing to note."""
        return self._note.text().strip()

    @property
    def note_field(self) -> QLineEdit:
        """Where it is written."""
        return self._note

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rate with digits, save on Enter, leave on Escape while nothing is rated or noted."""
        if self._questions.accept_key(event):
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._save.click()
        elif event.key() == Qt.Key.Key_Escape and not (self.ratings or self.note):
            self.leave_requested.emit()
        else:
            super().keyPressEvent(event)

    @property
    def gaps(self) -> tuple[str, ...]:
        """What the page says about sides that are short."""
        return tuple(self._gaps.values())

    @property
    def hint(self) -> str:
        """What stands below the title: what was done where the session ended early."""
        return self._hint.text()

    def _on_short(self, *, short: bool) -> None:
        super()._on_short(short=short)
        self._hint.setVisible(not short or self._session.state == "stopped")
        self._picture.setVisible(not short and self._has_picture)

    @Slot()
    def _on_questions_changed(self) -> None:
        unrated = self._questions.unrated
        self._save.setEnabled(bool(self.ratings or self.note))
        self._missing.setText(_NOTE_ALONE if self.note and len(unrated) == 2 else _MISSING.get(unrated, ""))

    def _build(self) -> None:
        finished = self._session.state == "finished" and not self._nothing_done
        ink: Colour = "good" if finished else "accent_text"
        badge = QHBoxLayout()
        badge.setSpacing(10)
        badge.addWidget(IconView(Icon.CIRCLE_CHECK if finished else Icon.FLAG, 22, ink))
        badge.addWidget(Label(self._outcome(), "label", ink), 1)
        self.head.addLayout(badge)
        self.head.addWidget(Label("Two numbers and you are finished", "h1", wrap=True))
        self.head.addWidget(self._hint)
        self.set_body(self._questions, self._make_done_card())
        leave = Button("Leave unrated", "quiet", "lg", flush=True)
        leave.clicked.connect(self.leave_requested)
        self.set_foot(leave, self._missing, self._save)
        self._save.setMinimumWidth(148)

    @property
    def _nothing_done(self) -> bool:
        return all(line.doing == "skipped" for line in self._lines)

    def _outcome(self) -> str:
        """Return how long the session was; what was skipped took no time."""
        practice = f"{length_words(self._session.done_s)} of practice"
        if self._nothing_done:
            return "Nothing done this time"
        if self._session.state != "finished":
            return f"Ended early, after {practice}"
        if any(line.doing in ("partial", "skipped") for line in self._lines):
            return f"Session ended, {practice}"
        return f"Session done, {length_words(self._session.position_s)}"

    def _make_done_card(self) -> Card:
        card = Card()
        card.body.addWidget(self._picture)
        card.body.setSpacing(6)
        shown = next((line for line in reversed(self._lines) if line.doing != "skipped"), None)
        self._has_picture = shown is not None
        if shown is not None:
            motion = motion_of(self._services.motions, shown.exercise, shown.variation)
            self._picture.show_still(motion, shown.side)
        card.add_header("What you did", gap=12)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, LIST_BAR_ROOM_PX, 0)
        rows.setSpacing(8)
        for line in self._lines:
            rows.addLayout(_row(line))
            if line.item in self._gaps and line.doing != "eased":
                rows.addWidget(_short_side(self._gaps[line.item]))
        rows.addStretch(1)
        self.add_long_part(card, inside, "What you did")
        if any(line.doing in ("partial", "skipped") for line in self._lines):
            card.body.addSpacing(20)
            card.body.addWidget(Note(_NOTHING if self._nothing_done else _PARTIAL, role="small"))
        self._add_note_to(card)
        return card

    def _add_note_to(self, card: Card) -> None:
        card.body.addSpacing(14)
        card.body.addWidget(self._note)
        if will_ask_next_morning(self._session):
            card.body.addSpacing(10)
            card.body.addWidget(Label(_TOMORROW, "small", "muted", wrap=True))


def _short_side(words: str) -> Label:
    label = Label(words, "small", "muted")
    label.setContentsMargins(32, 0, 0, 0)
    return label


def _row(line: ExerciseLine) -> QHBoxLayout:
    icon, ink, word = _ICONS[line.doing]
    skipped = line.doing == "skipped"
    name = Label(line.name, "body", "muted" if skipped else "text", wrap=True)
    name.setAccessibleName(f"{line.name}: {word}, {line.amount}")
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(IconView(icon, 20, ink))
    row.addWidget(name, 1)
    row.addWidget(Label(line.amount, "small", "muted", tabular=True))
    return row
