"""One exercise: moving, in words, and ready to be tried."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from backguide.catalogue.model import Exercise, Routine, Variation
from backguide.catalogue.neighbours import easier, harder
from backguide.session.compile import compile_timeline, single_exercise_routine
from backguide.ui.left_out import left_out_now
from backguide.ui.pages.exercise_details import ExerciseDetails
from backguide.ui.pages.exercise_motion import ExerciseMotion
from backguide.ui.pages.exercise_neighbours import ExerciseNeighbours
from backguide.ui.pages.exercise_scroll import CalmScrollArea
from backguide.ui.services import Services
from backguide.ui.theme.icons import Icon
from backguide.ui.theme.metrics import NARROW_MARGIN, PAGE_MARGIN
from backguide.ui.theme.type import scaled
from backguide.ui.widgets.button import Button
from backguide.ui.widgets.divider import Divider
from backguide.ui.widgets.label import Label
from backguide.ui.wording import about_minutes

_BESIDE_PX = 800  # narrower than this, the words come below the stage
_ROOMY_PX = 1000
_WORDS_PX = 540  # wider lines are hard to read
_LEAST_STAGE_PX = 220
_STACKED_STAGE_PX = 320
_TALL_PX = 720
_LEAST_PX = 440
_UNLIMITED_PX = 16777215  # Qt's own


class ExercisePage(QWidget):
    """Shows what `show_exercise` names. It asks for sessions and for other exercises; it starts neither.

    `exercise_requested` tells "slug", or "slug/variation" where a neighbour's variation is not its default;
    `show_exercise` takes both.
    """

    back_requested = Signal()
    session_requested = Signal(object)
    exercise_requested = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._exercise: Exercise | None = None
        self._variation: Variation | None = None
        self._opened_by_keys = False
        self.back = Button("All exercises", "quiet", "sm", icon=Icon.CHEVRON_LEFT, flush=True)
        self.motion = ExerciseMotion(services)
        self.details = ExerciseDetails()
        self.neighbours = ExerciseNeighbours()
        self.start = Button("Try it now", "primary", "lg", icon=Icon.PLAY)
        self.length = Label("", "body", "muted", wrap=True)
        self._build()
        self._connect_signals()

    @property
    def routine(self) -> Routine:
        """What "Try it now" asks for. Only after `show_exercise`."""
        assert self._exercise is not None
        assert self._variation is not None
        return single_exercise_routine(self._exercise, self._variation)

    def show_exercise(self, slug: str, variation: str | None = None) -> None:
        """Show an exercise in a variation, else in its default. KeyError for one that is not there."""
        slug, _, named = slug.partition("/")
        exercise = self._services.catalogue.exercises[slug]
        # a change of pages forgets that the keyboard is in use, and with it the focus ring
        self._opened_by_keys = self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        self._variation = exercise.variation(variation or named or None)
        self._exercise = exercise
        self.details.show_exercise(exercise)
        self.details.show_left_out(left_out_now(self._services).get(exercise.slug))
        self.motion.show_exercise(exercise, self._variation)
        self._show_facts(exercise, self._variation)
        self._scroll.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Nothing here changes by itself; `show_exercise` reads the journal anew."""

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at playing and pausing."""
        super().showEvent(event)
        by_keys, self._opened_by_keys = self._opened_by_keys, False
        reason = Qt.FocusReason.ShortcutFocusReason if by_keys else Qt.FocusReason.OtherFocusReason
        self.motion.playback.button.setFocus(reason)

    def minimumSizeHint(self) -> QSize:
        """Return room for the words below the stage, so that a window can be made that narrow."""
        widest = max(part.minimumSizeHint().width() for part in (self.motion, self.details, self.start))
        return QSize(widest + 2 * NARROW_MARGIN, _LEAST_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words beside the stage or below it."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Play or pause on Space, where no control takes it."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.motion.playback.toggle()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.details.add_section("Easier and harder", self.neighbours)
        self._scroll = CalmScrollArea(self.details, name="About this exercise")
        self._words = QWidget()
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(self._scroll, 1)
        words.addLayout(self._make_foot())
        self._row = QHBoxLayout()
        self._row.setSpacing(PAGE_MARGIN)
        self._row.addWidget(self.motion, 59)
        self._row.addWidget(self._words, 41)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(12)
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # `minimumSizeHint` has it
        self._column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addLayout(self._row, 1)

    def _make_foot(self) -> QVBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self.start)
        row.addWidget(self.length, 1)
        self._foot = QVBoxLayout()
        self._foot.setSpacing(14)
        self._foot.addWidget(Divider())
        self._foot.addLayout(row)
        return self._foot

    def _connect_signals(self) -> None:
        self.back.clicked.connect(self.back_requested)
        self.start.clicked.connect(self._on_start_clicked)
        self.motion.variation_changed.connect(self._on_variation_changed)
        self.neighbours.variation_requested.connect(self._on_variation_changed)
        self.neighbours.exercise_requested.connect(self.exercise_requested)
        for keys in ("Escape", "Alt+Left"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(self.back_requested)

    def _arrange(self) -> None:
        beside = self.width() >= scaled(_BESIDE_PX)
        margin = PAGE_MARGIN if self.width() >= _ROOMY_PX else NARROW_MARGIN
        self._column.setContentsMargins(margin, 20, 0, 20 if margin < PAGE_MARGIN else 32)
        self._row.setSpacing(margin)
        self.motion.stage.setMinimumHeight(_LEAST_STAGE_PX if beside else _STACKED_STAGE_PX)
        self.motion.stage.setMaximumHeight(_UNLIMITED_PX if beside else _STACKED_STAGE_PX)
        self.motion.set_compact(self.height() < scaled(_TALL_PX))
        inside = self.motion.parentWidget() is self.details
        if beside and inside:
            self._row.insertWidget(0, self.motion, 59)
        elif not beside and not inside:
            self.details.insert_above(self.motion)
        self.motion.setContentsMargins(0, 0, 0, 0 if beside else 20)
        self.motion.show()
        self._scroll.set_right(margin)
        self._foot.setContentsMargins(0, 0, margin, 0)
        self._words.setMaximumWidth(round(scaled(_WORDS_PX)) + margin if beside else _UNLIMITED_PX)

    def _show_facts(self, exercise: Exercise, variation: Variation) -> None:
        catalogue = self._services.catalogue
        timeline = compile_timeline(self.routine, catalogue, self._services.session_preferences)
        self.details.show_variation(variation)
        self.length.setText(about_minutes(timeline.duration_s).capitalize())
        self.neighbours.show_neighbours(
            exercise,
            easier(catalogue, exercise.slug, variation.slug),
            harder(catalogue, exercise.slug, variation.slug),
        )

    @Slot(str)
    def _on_variation_changed(self, slug: str) -> None:
        assert self._exercise is not None
        self._variation = self._exercise.variation(slug)
        self.motion.show_variation(self._exercise, self._variation)
        self._show_facts(self._exercise, self._variation)

    @Slot()
    def _on_start_clicked(self) -> None:
        self.session_requested.emit(self.routine)
