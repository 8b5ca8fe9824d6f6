"""Before a session: what it is, what it needs, and how back and leg are right now."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from backguide.catalogue.model import Catalogue, Routine
from backguide.journal.records import Site
from backguide.session.choice import ChosenSession, SessionChoice, choose, saves_changes
from backguide.session.compile import compile_timeline
from backguide.session.fit import lengths_for, whole_minutes
from backguide.session.outline import item_spans, position_changes
from backguide.session.timeline import Timeline
from backguide.ui.announce import announce
from backguide.ui.left_out import left_out_now
from backguide.ui.pages.pain_page import PainPage
from backguide.ui.pages.ready_list import ReadyList
from backguide.ui.pages.ready_options import ReadyOptions
from backguide.ui.services import Services
from backguide.ui.session_words import small
from backguide.ui.theme.icons import Icon
from backguide.ui.theme.metrics import CARD_PADDING
from backguide.ui.widgets.button import Button
from backguide.ui.widgets.card import Card
from backguide.ui.widgets.label import Label

_IF_YOU_LIKE = ", if you like"  # as the exercise files word what is not needed
_GAPS: Mapping[tuple[Site, ...], str] = {
    ("back", "leg"): "Not rated: stays a gap",
    ("back",): "Back not rated: stays a gap",
    ("leg",): "Leg not rated: stays a gap",
}


class ReadyPage(PainPage):
    """Shows a session before it starts and lets it be made shorter. Ratings can be given or left out."""

    start_requested = Signal()
    back_requested = Signal()

    def __init__(self, services: Services, routine: Routine, parent: QWidget | None = None) -> None:
        """SessionError when the routine cannot be laid out."""
        super().__init__(services, declinable=True, parent=parent)
        self._routine = routine
        self._choice = SessionChoice()
        catalogue, laid_out = services.catalogue, services.session_preferences
        self._timeline = compile_timeline(routine, catalogue, laid_out)
        self.options = ReadyOptions(
            whole_minutes(self._timeline),
            lengths_for(routine, catalogue, laid_out),
            can_order=saves_changes(routine, catalogue, laid_out),
        )
        self.list = ReadyList(routine, catalogue, services.motions, left_out_now(services))
        self._summary = Label("", "lead", "muted", wrap=True)
        self._needs = Label("", "body", "muted", wrap=True)
        self._shorter = Label("", "small", "muted", wrap=True)
        self._gap = Label("", "body", "muted", align=Qt.AlignmentFlag.AlignRight, wrap=True)
        self._contents = Card()
        self._questions.changed.connect(self._on_questions_changed)
        self.options.changed.connect(self._on_options_changed)
        self.list.toggled.connect(self._on_list_toggled)
        self._build()
        self._on_questions_changed()
        self._show_choice()

    @property
    def timeline(self) -> Timeline:
        """The session as it is chosen now."""
        return self._timeline

    @property
    def summary(self) -> str:
        """Length, exercises and changes of position of the session as it is chosen now."""
        return self._summary.text()

    @property
    def shorter_sentence(self) -> str:
        """What was left out to save time; empty when nothing was."""
        return self._shorter.text()

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

    @Slot()
    def _on_options_changed(self) -> None:
        self._choose(
            replace(self._choice, minutes=self.options.minutes, by_position=self.options.by_position)
        )

    @Slot(int, bool)
    def _on_list_toggled(self, place: int, wanted: bool) -> None:
        one, choice = frozenset({place}), self._choice
        skipped, kept = (
            (choice.skipped - one, choice.kept | one) if wanted else (choice.skipped | one, choice.kept - one)
        )
        self._choose(replace(choice, skipped=skipped, kept=kept))

    def _choose(self, choice: SessionChoice) -> None:
        self._choice = choice
        self._show_choice()
        announce(self, f"{self.summary}. {self.shorter_sentence}".strip())

    def _show_choice(self) -> None:
        """Lay the session out as it is chosen, and tell of it."""
        catalogue, laid_out = self._services.catalogue, self._services.session_preferences
        chosen = choose(self._routine, catalogue, laid_out, self._choice)
        self._timeline = compile_timeline(chosen.routine, catalogue, laid_out)
        self._summary.setText(summary(self._timeline))
        self._needs.setText(needs_sentence(equipment(catalogue, self._timeline)))
        self._shorter.setText(shorter_sentence(chosen, self._choice, len(self._routine.items)))
        self._shorter.setVisible(bool(self._shorter.text()))
        self.list.show_session(chosen, self._choice, self._timeline)

    def _build(self) -> None:
        self._fill_contents()
        back = Button("Back", "quiet", "md", icon=Icon.ARROW_LEFT, flush=True)
        back.clicked.connect(self.back_requested)
        start = Button("Start", "primary", "xl", icon=Icon.PLAY)
        start.clicked.connect(self.start_requested)
        self.head.addWidget(Label(self._routine.name, "display", wrap=True))
        self.head.addWidget(self._summary)
        self.set_body(self._questions, self._contents, main_share=21, side_share=11)
        self.set_foot(back, self._gap, start)

    def _on_short(self, *, short: bool) -> None:
        super()._on_short(short=short)
        side, top = (20, 16) if short else (CARD_PADDING, CARD_PADDING)
        self._contents.set_padding(side, top, side, top)

    def _fill_contents(self) -> None:
        card = self._contents
        card.add_header("What you need", gap=4)
        card.body.addWidget(self._needs)
        card.body.addSpacing(22)
        card.add_header("What you will do", gap=10)
        card.body.addWidget(self.options)
        card.body.addWidget(self._shorter)
        card.body.addSpacing(12)
        self.add_long_part(card, self.list, "What you will do")


def summary(timeline: Timeline) -> str:
    """Return length, exercises and changes of position in one line."""
    minutes = whole_minutes(timeline)
    exercises = len(item_spans(timeline))
    changes = position_changes(timeline)
    parts = [f"{minutes} min", f"{exercises} {_exercises(exercises)}"]
    if changes:
        parts.append(f"{changes} change{'' if changes == 1 else 's'} of position")
    elif exercises > 1:
        parts.append("all in one position")
    return ", ".join(parts)


def shorter_sentence(chosen: ChosenSession, choice: SessionChoice, count: int) -> str:
    """Tell what a shorter session leaves out; the list says which exercises these are."""
    if not chosen.fits:
        return f"What you chose takes longer than {choice.minutes} min."
    gone = len(chosen.left_out(choice, count))
    less = sum(bool(one.losses) for one in chosen.items)
    parts = [f"{gone} {_exercises(gone)} left out"] if gone else []
    if less:
        parts.append(f"fewer sets or repetitions of {less}")
    sentence = ", ".join(parts)
    return f"{sentence[:1].upper()}{sentence[1:]}." if parts else ""


def _exercises(count: int) -> str:
    return "exercise" if count == 1 else "exercises"


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
