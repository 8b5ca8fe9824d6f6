"""How an exercise is done, for somebody who is not sure, while the session waits."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from backguide.catalogue.model import Exercise
from backguide.ui.pages.player_panel import PlayerPanel
from backguide.ui.theme.icons import Icon
from backguide.ui.widgets.button import Button
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.note import Note
from backguide.ui.widgets.rows import NumberedSteps


class StepsPanel(PlayerPanel):
    """The steps and the breathing. Enter does the exercise from its beginning, Escape leaves it out."""

    again_requested = Signal()
    leave_requested = Signal()

    def __init__(self, page: QWidget, exercise: Exercise) -> None:
        super().__init__(page, f"How to do it: {exercise.name}")
        self.again = Button("Do it from the start", "primary", "lg")
        self.skip = Button("Leave it out", "quiet", "lg", flush=True)
        self.again.clicked.connect(self.again_requested)
        self.skip.clicked.connect(self.leave_requested)
        body = self.card.body
        body.addWidget(Label(exercise.name, "h1", wrap=True))
        body.addSpacing(16)
        body.addWidget(NumberedSteps(exercise.steps))
        body.addSpacing(16)
        body.addWidget(Note(exercise.breathing, "accent", icon=Icon.WIND))
        body.addSpacing(20)
        row = QHBoxLayout()
        row.addWidget(self.skip)
        row.addStretch(1)
        row.addWidget(self.again)
        body.addLayout(row)
        key = Qt.Key
        self.set_keys(
            {
                key.Key_Return: self.again.click,
                key.Key_Enter: self.again.click,
                key.Key_Escape: self.skip.click,
            }
        )

    def first_control(self) -> QWidget:
        """Return the way back into the exercise."""
        return self.again
