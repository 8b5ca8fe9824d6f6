"""The control on the player's stage that turns the camera to the other place an exercise can be seen from."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from backguide.figure.motion import Motion
from backguide.figure.motion_view import Seen
from backguide.ui.pages.player_parts import PlayerButton
from backguide.ui.theme.icons import Icon

_OTHER: dict[Seen, Seen] = {"first": "second", "second": "first"}


class ViewButton(PlayerButton):
    """Names the other view of the exercise on show; hidden where there is only one.

    What is chosen stays with the exercise as long as the button lives, and nothing else changes it. `turned`
    tells that the exercise on show is seen from elsewhere now.
    """

    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Other view", "secondary", "md", icon=Icon.ROTATE, parent=parent)
        self._exercise = ""
        self._motion: Motion | None = None
        self._seen: dict[str, Seen] = {}
        self._compact = False
        self.clicked.connect(self.turn)
        self.hide()

    @property
    def seen(self) -> Seen:
        """From where the exercise on show is seen."""
        return self._seen.get(self._exercise, "first")

    def choose_into(self, seen: dict[str, Seen]) -> None:
        """Keep what is chosen, by exercise, in a place that other buttons keep it in, too."""
        self._seen = seen

    def show_motion(self, exercise: str, motion: Motion | None) -> None:
        """Get ready for an exercise, which may have no motion."""
        if (exercise, motion) != (self._exercise, self._motion):
            self._exercise, self._motion = exercise, motion
            self._name_other()

    def set_compact(self, *, compact: bool) -> None:
        """Leave the words out, which become the tooltip, where they would cover the figure."""
        if compact != self._compact:
            self._compact = compact
            self._name_other()

    @Slot()
    def turn(self) -> None:
        """Turn to the other view, if there is one."""
        if self._motion is not None and len(self._motion.views) > 1:
            self._seen[self._exercise] = _OTHER[self.seen]
            self._name_other()
            self.turned.emit()

    def _name_other(self) -> None:
        has_two = self._motion is not None and len(self._motion.views) > 1
        self.setVisible(has_two)
        if self._motion is not None and has_two:
            name = self._motion.view(None, _OTHER[self.seen]).name
            self.setText("" if self._compact else name)
            self.set_name(f"Show the figure {name[0].lower()}{name[1:]}")
