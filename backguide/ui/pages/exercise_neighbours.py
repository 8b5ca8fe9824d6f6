"""The way to what is one step easier or harder."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backguide.catalogue.model import Exercise, Variation
from backguide.ui.theme.icons import Icon
from backguide.ui.widgets.button import Button
from backguide.ui.widgets.label import Label

Neighbour = tuple[Exercise, Variation] | None


class ExerciseNeighbours(QWidget):
    """Two links. One within the exercise tells `variation_requested`, one beyond it `exercise_requested`."""

    variation_requested = Signal(str)
    exercise_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._here: Exercise | None = None
        self._found: dict[Button, Neighbour] = {}
        self.easier = Button("Easier", "secondary", "sm", icon=Icon.FEATHER)
        self.harder = Button("Harder", "secondary", "sm", icon=Icon.TRENDING_UP)
        self.nothing = Label("", "body", "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for button in (self.easier, self.harder):
            button.clicked.connect(self._on_button_clicked)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.nothing)

    def show_neighbours(self, here: Exercise, easier: Neighbour, harder: Neighbour) -> None:
        """Offer what is easier and harder than a variation of `here`; say so where there is nothing."""
        self._here = here
        self._found = {self.easier: easier, self.harder: harder}
        for button, word in ((self.easier, "Easier"), (self.harder, "Harder")):
            neighbour = self._found[button]
            button.setVisible(neighbour is not None)
            if neighbour is not None:
                button.setText(f"{word}: {self._name(*neighbour)}")
        lacking = [word for word, one in (("easier", easier), ("harder", harder)) if one is None]
        self.nothing.setVisible(bool(lacking))
        self.nothing.setText(f"There is nothing {' or '.join(lacking)} here." if lacking else "")

    def _name(self, exercise: Exercise, variation: Variation) -> str:
        if self._here is not None and exercise.slug == self._here.slug:
            return variation.name[:1].lower() + variation.name[1:]
        name = exercise.name[:1].lower() + exercise.name[1:]
        if variation.slug == exercise.default:
            return name
        return f"{name}, {variation.name[:1].lower()}{variation.name[1:]}"

    @Slot()
    def _on_button_clicked(self) -> None:
        button = self.sender()
        assert isinstance(button, Button)
        neighbour = self._found[button]
        if neighbour is None or self._here is None:
            return
        exercise, variation = neighbour
        if exercise.slug == self._here.slug:
            self.variation_requested.emit(variation.slug)
        elif variation.slug == exercise.default:
            self.exercise_requested.emit(exercise.slug)
        else:
            self.exercise_requested.emit(f"{exercise.slug}/{variation.slug}")
