"""The three questions about the past week (PEG), in their authors' words."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backguide.desktop.clock import Clock
from backguide.journal.journal import Journal
from backguide.journal.records import PegAnswer
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.pain_scale import PainScale

CITATION = (
    "These three questions are the PEG scale: Krebs EE, Lorenz KA, Bair MJ, et al. Development and initial "
    "validation of the PEG. J Gen Intern Med 2009;24:733-738. The score is the mean of the three."
)
_BAD = ("No pain", "Pain as bad as you can imagine")
_INTERFERES = ("Does not interfere", "Completely interferes")
_QUESTIONS = (
    ("What number best describes your <b>pain on average</b> in the past week?", _BAD),
    (
        "What number best describes how, during the past week, pain has interfered with your "
        "<b>enjoyment of life</b>?",
        _INTERFERES,
    ),
    (
        "What number best describes how, during the past week, pain has interfered with your "
        "<b>general activity</b>?",
        _INTERFERES,
    ),
)


class WeekForm(QWidget):
    """Three scales, nothing chosen. All three make a score; fewer are kept without one."""

    changed = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.scales: list[PainScale] = []
        for question, ends in _QUESTIONS:
            label = Label(question, "body", wrap=True)
            scale = PainScale(label.accessibleName(), compact=True, ends=ends, clock=clock)
            scale.value_changed.connect(self.changed)
            self.scales.append(scale)
            column.addWidget(label)
            column.addWidget(scale)
            column.addSpacing(10)
        column.addWidget(Label(CITATION, "small", "muted", wrap=True))
        self.setFocusProxy(self.scales[0])

    @property
    def values(self) -> tuple[int | None, int | None, int | None]:
        """Pain, enjoyment and activity; None is not answered."""
        pain, enjoyment, activity = (scale.value for scale in self.scales)
        return pain, enjoyment, activity

    @property
    def is_empty(self) -> bool:
        """Whether nothing is answered."""
        return all(value is None for value in self.values)

    def show_answer(self, answer: PegAnswer | None) -> None:
        """Show the answers of a day, or three open questions."""
        values = (None, None, None) if answer is None else (answer.pain, answer.enjoyment, answer.activity)
        for scale, value in zip(self.scales, values, strict=True):
            scale.set_value(value)

    def keep(self, journal: Journal, day: date) -> PegAnswer:
        """Write the answers into the journal as those of that day. Raises JournalError."""
        return journal.peg.answer(*self.values, day)
