"""What there is to know about an exercise, in words."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from backguide.catalogue.conditions import CONDITIONS
from backguide.catalogue.model import Caution, Exercise, Variation
from backguide.plan.hurt import LeftOut
from backguide.ui.theme.icons import Icon
from backguide.ui.widgets.chip import StatusChip
from backguide.ui.widgets.flow_layout import FlowLayout
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.note import Note
from backguide.ui.widgets.rows import FactRow, NumberedSteps
from backguide.ui.wording import (
    KINDS,
    POSITION_WORDS,
    hold_source,
    hold_words,
    listed,
    times_source,
    times_words,
)

_SECTION_PX = 26
_HEADING_PX = 10


class ExerciseDetails(QWidget):
    """Chips, name, purpose, facts, steps, breathing, cautions, faults, muscles and equipment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind, self.position = StatusChip("", "accent"), StatusChip("")
        self.name = Label("", "display", wrap=True)
        self.purpose = Label("", "lead", "muted", wrap=True)
        self.left_out = Note("", "pain", icon=Icon.HAND)
        self.left_out.hide()
        self.times, self.hold = FactRow(Icon.REPEAT, ""), FactRow(Icon.TIMER, "")
        self.steps = NumberedSteps()
        self.breathing = Note("", "accent", icon=Icon.WIND)
        self.avoid = Note("", "warn", icon=Icon.ALERT_TRIANGLE)
        self.adapt = Note("", "warn", icon=Icon.ALERT_TRIANGLE)
        self.faults = Paragraphs()
        self.muscles, self.equipment = Paragraphs(), Paragraphs()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 24)
        self._column.setSpacing(0)
        self._build()

    def _build(self) -> None:
        self._column.addWidget(_flow((self.kind, self.position), gap=10))
        self._column.addSpacing(12)
        self._column.addWidget(self.name)
        self._column.addSpacing(4)
        self._column.addWidget(self.purpose)
        self._column.addSpacing(12)
        self._column.addWidget(self.left_out)
        self._column.addSpacing(8)
        self._column.addWidget(_flow((self.times, self.hold), gap=28))
        self._add_section("How to do it", self.steps, self.breathing)
        self._add_section("Take care", self.avoid, self.adapt)
        self._add_section("Common faults", self.faults)
        self._add_section("Muscles", self.muscles)
        self._add_section("What you need", self.equipment)
        self._column.addStretch(1)

    def add_section(self, title: str, *parts: QWidget) -> None:
        """Add a section of the page's own at the end."""
        self._column.takeAt(self._column.count() - 1)
        self._add_section(title, *parts)
        self._column.addStretch(1)

    def insert_above(self, widget: QWidget) -> None:
        """Put something above everything else, to scroll along with it."""
        self._column.insertWidget(0, widget)

    def show_exercise(self, exercise: Exercise) -> None:
        """Show another exercise."""
        self.kind.show_status(KINDS[exercise.kind], "accent")
        self.position.show_status(POSITION_WORDS[exercise.position], "neutral")
        self.name.setText(exercise.name)
        self.purpose.setText(exercise.purpose)
        self.steps.show_steps(exercise.steps)
        self.breathing.set_text(exercise.breathing)
        self.faults.show_paragraphs([_pointed(fault) for fault in exercise.faults])
        self._show_cautions(exercise)
        muscles = [f"<b>Mainly:</b> {_small(listed(exercise.muscles))}"]
        if exercise.secondary_muscles:
            muscles.append(f"<b>Also:</b> {_small(listed(exercise.secondary_muscles))}")
        self.muscles.show_paragraphs(muscles)
        self.equipment.show_paragraphs([listed(exercise.equipment) or "Nothing."])

    def show_left_out(self, left_out: LeftOut | None) -> None:
        """Say why the exercise is better left out for now, where it is."""
        self.left_out.setVisible(left_out is not None)
        if left_out is not None:
            self.left_out.set_text(left_out.reason)

    def show_variation(self, variation: Variation) -> None:
        """Show the dose of a variation, and where its numbers come from."""
        times = times_words(variation)
        self.times.show_fact(times[:1].upper() + times[1:], times_source(variation.dose))
        self.hold.show_fact(hold_words(variation.dose), hold_source(variation.dose))

    def _show_cautions(self, exercise: Exercise) -> None:
        for note, level, heading in (
            (self.avoid, "avoid", "Better avoided if one of these applies:"),
            (self.adapt, "adapt", "Do it differently if one of these applies:"),
        ):
            found = [caution for caution in exercise.cautions if caution.level == level]
            note.setVisible(bool(found))
            note.set_text("\n\n".join([f"<b>{heading}</b>", *(_caution_words(one) for one in found)]))

    def _add_section(self, title: str, *parts: QWidget) -> None:
        self._column.addSpacing(_SECTION_PX)
        self._column.addWidget(Label(title, "h3"))
        for part in parts:
            self._column.addSpacing(_HEADING_PX)
            self._column.addWidget(part)


class Paragraphs(QWidget):
    """Sentences below each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def show_paragraphs(self, texts: Sequence[str]) -> None:
        """Show these instead."""
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for text in texts:
            self._column.addWidget(Label(text, "body", wrap=True))


def _flow(parts: Sequence[QWidget], *, gap: int) -> QWidget:
    row = QWidget()
    flow = FlowLayout(row, gap=gap, row_gap=10)
    for part in parts:
        flow.addWidget(part)
    return row


def _caution_words(caution: Caution) -> str:
    return f"<b>{CONDITIONS[caution.condition]}.</b> {caution.advice}"


def _pointed(fault: str) -> str:
    """Set off what goes wrong from what to do about it."""
    wrong, colon, instead = fault.partition(":")
    return f"<b>{wrong}:</b>{instead}" if colon else fault


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
