"""The moving half of the exercise page: stage, playback, form and side."""

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backguide.catalogue.model import Exercise, Side, Variation
from backguide.ui.figure.playback import RepetitionLoop
from backguide.ui.motion_lookup import motion_of
from backguide.ui.pages.exercise_choices import ExerciseChoices
from backguide.ui.pages.exercise_playback import ExercisePlayback
from backguide.ui.pages.exercise_stage import ExerciseStage
from backguide.ui.services import Services

if TYPE_CHECKING:
    from backguide.figure.motion import Motion


class ExerciseMotion(QWidget):
    """Shows one variation of an exercise moving. `variation_changed` tells the slug that the person chose."""

    variation_changed = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._motion: Motion | None = None
        self._moment_s = 0.0
        self._loop: RepetitionLoop | None = None
        self._variation: Variation | None = None
        self._side: Side = services.session_preferences.first_side
        self.stage = ExerciseStage()
        self.playback = ExercisePlayback(services.clock)
        self.choices = ExerciseChoices()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.stage, 1)
        self._column.addWidget(self.playback)
        self._column.addWidget(self.choices)
        self.set_compact(False)
        self.playback.moment_changed.connect(self._on_moment_changed)
        self.choices.variation_changed.connect(self.variation_changed)
        self.choices.side_changed.connect(self._on_side_changed)
        self.choices.seen_changed.connect(self.stage.look_from)

    @property
    def side(self) -> Side | None:
        """The side on show; None where the variation has none."""
        if self._variation is None or self._variation.sides == "none":
            return None
        return self._side

    def set_compact(self, compact: bool) -> None:
        """Leave as much height to the stage as there is."""
        self._column.setSpacing(10 if compact else 18)
        self.choices.set_compact(compact)

    def show_exercise(self, exercise: Exercise, variation: Variation) -> None:
        """Show another exercise from its beginning."""
        self._side = self._services.session_preferences.first_side
        self.choices.show_exercise(exercise)
        self.show_variation(exercise, variation, afresh=True)

    def show_variation(self, exercise: Exercise, variation: Variation, *, afresh: bool = False) -> None:
        """Show another form of the exercise; `afresh` plays it even if the last one was paused."""
        self._variation = variation
        before, self._motion = self._motion, motion_of(self._services.motions, exercise.slug, variation.slug)
        if afresh or _view_names(before) != _view_names(self._motion):
            self.stage.look_from("first")
            self.choices.show_views(_view_names(self._motion))
            for stop, following in pairwise([self.playback.scrub, *self.choices.tab_stops()]):
                QWidget.setTabOrder(stop, following)
        self._loop = RepetitionLoop(self._motion, variation.dose) if self._motion is not None else None
        self.choices.show_choice(variation, self.side)
        self.stage.show_variation(self._motion, variation, self.side)
        self.playback.show_loop(self._loop, variation.dose.parts[0].name, afresh=afresh)

    @Slot(float)
    def _on_moment_changed(self, moment_s: float) -> None:
        self._moment_s = moment_s
        if self._motion is not None and self._loop is not None:
            now_s = self._services.clock.monotonic_s() if self.playback.is_running else None
            self.stage.show_posture(self._motion, self.side, self._loop.posture(moment_s, self.side), now_s)

    @Slot(str)
    def _on_side_changed(self, side: Side) -> None:
        self._side = side
        if self._variation is not None:
            self.stage.show_variation(self._motion, self._variation, self.side)
            self._on_moment_changed(self._moment_s)


def _view_names(motion: "Motion | None") -> tuple[str, ...]:
    """Return the names of the places from which a motion can be seen."""
    if motion is None:
        return ("",)
    return tuple(motion.view(None, seen).name for seen in motion.views)
