"""Before a session: what it is, what it needs, and how back and leg are right now."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backguide.catalogue.model import Catalogue
from backguide.journal.records import Site
from backguide.session.outline import ItemSpan, item_spans, position_changes
from backguide.session.timeline import Timeline
from backguide.ui.motion_lookup import motion_of
from backguide.ui.pages.focus_page import LIST_BAR_ROOM_PX
from backguide.ui.pages.pain_page import PainPage
from backguide.ui.pages.still_picture import StillPicture
from backguide.ui.services import Services
from backguide.ui.session_words import dose_of, small
from backguide.ui.theme.icons import Icon
from backguide.ui.widgets.button import Button
from backguide.ui.widgets.card import Card
from backguide.ui.widgets.label import Label

_STILL = QSize(84, 58)
_IF_YOU_LIKE = ", if you like"  # as the exercise files word what is not needed
_GAPS: Mapping[tuple[Site, ...], str] = {
    ("back", "leg"): "Not rated: stays a gap",
    ("back",): "Back not rated: stays a gap",
    ("leg",): "Leg not rated: stays a gap",
}


class ReadyPage(PainPage):
    """Shows a timeline before it starts. It can be started with or without ratings."""

    start_requested = Signal()
    back_requested = Signal()

    def __init__(self, services: Services, timeline: Timeline, parent: QWidget | None = None) -> None:
        super().__init__(services, declinable=True, parent=parent)
        self._timeline = timeline
        self._questions.changed.connect(self._on_questions_changed)
        self._gap = Label("", "body", "muted", align=Qt.AlignmentFlag.AlignRight, wrap=True)
        self._build()
        self._on_questions_changed()

    @property
    def gap_sentence(self) -> str:
        """What the page says about ratings that are not given; empty when both are."""
        return self._gap.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rate with digits, start on Enter, leave on Escape."""
        if self._questions.accept_key(event):
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.start_requested.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_questions_changed(self) -> None:
        self._gap.setText(_GAPS.get(self._questions.unrated, ""))

    def _build(self) -> None:
        back = Button("Back", "quiet", "md", icon=Icon.ARROW_LEFT, flush=True)
        back.clicked.connect(self.back_requested)
        start = Button("Start", "primary", "xl", icon=Icon.PLAY)
        start.clicked.connect(self.start_requested)
        self.head.addWidget(Label(self._timeline.name, "display", wrap=True))
        self.head.addWidget(Label(summary(self._timeline), "lead", "muted", wrap=True))
        self.set_body(self._questions, self._make_contents())
        self.foot.addWidget(back)
        self.foot.addWidget(self._gap, 1)
        self.foot.addWidget(start)

    def _make_contents(self) -> Card:
        card = Card()
        card.add_header("What you need", gap=4)
        needed = needs_sentence(equipment(self._services.catalogue, self._timeline))
        card.body.addWidget(Label(needed, "body", "muted", wrap=True))
        card.body.addSpacing(22)
        card.add_header("What you will do", gap=14)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, LIST_BAR_ROOM_PX, 0)
        rows.setSpacing(12)
        for span in item_spans(self._timeline):
            rows.addLayout(self._make_row(span))
        rows.addStretch(1)
        self.add_long_part(card, inside, "What you will do")
        return card

    def _make_row(self, span: ItemSpan) -> QHBoxLayout:
        picture = StillPicture(_STILL, radius=12)
        first = next(step for step in self._timeline.steps if step.item == span.item)
        picture.show_still(motion_of(self._services.motions, span.exercise, span.variation), first.side)
        words = QVBoxLayout()
        words.setSpacing(0)
        name = self._services.catalogue.exercises[span.exercise].name
        words.addStretch(1)
        words.addWidget(Label(name, "strong", elide=True))
        words.addWidget(
            Label(dose_of(self._services.catalogue, self._timeline, first), "small", "muted", wrap=True)
        )
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(picture)
        row.addLayout(words, 1)
        return row


def summary(timeline: Timeline) -> str:
    """Return length, exercises and changes of position in one line."""
    minutes = max(1, round(timeline.duration_s / 60))
    exercises = len(item_spans(timeline))
    changes = position_changes(timeline)
    parts = [f"{minutes} min", f"{exercises} exercise{'' if exercises == 1 else 's'}"]
    if changes:
        parts.append(f"{changes} change{'' if changes == 1 else 's'} of position")
    elif exercises > 1:
        parts.append("all in one position")
    return ", ".join(parts)


def equipment(catalogue: Catalogue, timeline: Timeline) -> tuple[str, ...]:
    """Return what is needed for any of the exercises, each thing once.

    A plainer thing goes without saying where a fuller one names it: "Mat that does not slip" covers "Mat".
    """
    things = dict.fromkeys(
        thing for span in item_spans(timeline) for thing in catalogue.exercises[span.exercise].equipment
    )
    return tuple(thing for thing in things if not _is_covered(thing, things))


def needs_sentence(things: Iterable[str]) -> str:
    """Return what is needed and, apart from it, what only makes it more comfortable."""
    needed = [thing for thing in things if not thing.endswith(_IF_YOU_LIKE)]
    wanted = [small(thing.removesuffix(_IF_YOU_LIKE)) for thing in things if thing.endswith(_IF_YOU_LIKE)]
    sentences = [", ".join(needed) or "Nothing"]
    if wanted:
        sentences.append(f"If you like: {', '.join(wanted)}")
    return ". ".join(sentences) + "."


def _is_covered(thing: str, things: Iterable[str]) -> bool:
    return any(other != thing and other.startswith(f"{thing} ") for other in things)
