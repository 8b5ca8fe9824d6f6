"""The large card of Today: the routine to do now, with a large picture of its first exercise."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from backguide.catalogue.model import Position, Side
from backguide.figure.motion import Motion
from backguide.plan.suggestion import Reason, Suggestion
from backguide.session.compile import compile_timeline
from backguide.session.outline import is_work, item_spans, position_changes
from backguide.session.timeline import Timeline
from backguide.ui.figure.motion_scene import motion_scene
from backguide.ui.motion_lookup import motion_of_step
from backguide.ui.services import Services
from backguide.ui.theme.appearance import colour, tokens
from backguide.ui.theme.icons import Icon
from backguide.ui.theme.metrics import RADIUS_CARD
from backguide.ui.theme.type import scaled
from backguide.ui.widgets.button import Button
from backguide.ui.widgets.card import Card
from backguide.ui.widgets.flow_layout import FlowLayout
from backguide.ui.widgets.icon_view import IconView
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.painting import SHADOW_DEPTH_PX, Corners, rounded_path, smooth_painter
from backguide.ui.widgets.themed import ThemedWidget

if TYPE_CHECKING:
    from backguide.ui.figure.scene import FigureScene

_UNLIMITED = 16_777_215  # Qt's own QWIDGETSIZE_MAX
_ABOVE_HIGH_PX = 220
_HIGHEST_PX = 560  # on a large screen the words stay together
_BESIDE_PX = 640  # narrower than this, the picture comes above the words
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six")
_OVER: dict[Reason, str] = {
    "sore": "A gentle session for a sore day",
    "strength": "Today’s session",
    "mobility": "Today’s session",
    "more": "Today’s plan is done. If you would like more",
}


class TodayHero(Card):
    """Shows a suggestion and asks for it to be started, or for another one."""

    start_requested = Signal(object)
    change_requested = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, parent=parent)
        self._services = services
        self._suggestion: Suggestion | None = None
        self._timeline: Timeline | None = None
        self.over = Label("", "label", "accent_text", wrap=True)
        self.name = Label("", "display", wrap=True)
        self.facts = [_Fact(Icon.CLOCK), _Fact(Icon.LAYERS), _Fact(Icon.ARROW_DOWN_TO_LINE)]
        self.purpose = Label("", "body", wrap=True)
        self.start = Button("Start session", "primary", "lg", icon=Icon.PLAY)
        self.change = Button("Change", "quiet", "md", name="Change to another routine", flush=True)
        self.start.clicked.connect(self._on_start_clicked)
        self.change.clicked.connect(self.change_requested)
        self._picture = _FlushPicture()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(0)
        self._halves.addLayout(self._make_words(), 5)
        self._halves.addWidget(self._picture, 6)
        self.body.setContentsMargins(1, 1, 1, 1 + SHADOW_DEPTH_PX)
        self.body.addLayout(self._halves)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def show_suggestion(self, suggestion: Suggestion) -> None:
        """Show a routine in its real length."""
        timeline = compile_timeline(
            suggestion.routine, self._services.catalogue, self._services.session_preferences
        )
        if suggestion == self._suggestion and timeline == self._timeline:
            return
        self._suggestion, self._timeline = suggestion, timeline
        self.over.setText(_OVER[suggestion.reason])
        self.name.setText(suggestion.routine.name)
        for fact, words in zip(self.facts, facts_of(timeline, self._services), strict=True):
            fact.setText(words)
        self.purpose.setText(f"{suggestion.routine.purpose} {changes_words(timeline)}")
        first = next(step for step in timeline.steps if is_work(step))
        self._picture.show_motion(motion_of_step(self._services.motions, first), first.side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the picture beside the words, or above them where the card is narrow."""
        super().resizeEvent(event)
        self.setMaximumHeight(round(scaled(_HIGHEST_PX)))
        beside = self.width() >= scaled(_BESIDE_PX)
        directions = QBoxLayout.Direction
        self._halves.setDirection(directions.LeftToRight if beside else directions.BottomToTop)
        self._picture.set_corners("right" if beside else "top")
        self._picture.setMaximumHeight(_UNLIMITED if beside else _ABOVE_HIGH_PX)

    def _make_words(self) -> QVBoxLayout:
        facts = FlowLayout(gap=20, row_gap=4)
        for fact in self.facts:
            facts.addWidget(fact)
        buttons = FlowLayout(gap=28, row_gap=8)
        buttons.addWidget(self.start)
        buttons.addWidget(self.change)
        words = QVBoxLayout()
        words.setContentsMargins(35, 26, 24, 28)
        words.setSpacing(0)
        words.addWidget(self.over)
        words.addSpacing(8)
        words.addWidget(self.name)
        words.addSpacing(8)
        words.addLayout(facts)
        words.addSpacing(10)
        words.addWidget(self.purpose)
        words.addSpacing(18)
        words.addStretch(1)
        words.addLayout(buttons)
        return words

    @Slot()
    def _on_start_clicked(self) -> None:
        if self._suggestion is not None:
            self.start_requested.emit(self._suggestion.routine)


def facts_of(timeline: Timeline, services: Services) -> tuple[str, str, str]:
    """Return length, number of exercises, and where they are done."""
    spans = item_spans(timeline)
    places = {services.catalogue.exercises[span.exercise].position for span in spans}
    count = len(spans)
    return (
        f"{max(1, round(timeline.duration_s / 60))} min",
        f"{count} exercise{'' if count == 1 else 's'}",
        _where(places),
    )


def changes_words(timeline: Timeline) -> str:
    """Return how often the position changes, as a sentence."""
    changes = position_changes(timeline)
    number = _NUMBERS[changes] if changes < len(_NUMBERS) else str(changes)
    return f"{number} change{'' if changes == 1 else 's'} of position."


def _where(places: set[Position]) -> str:
    if places == {"standing"}:
        return "standing"
    return "standing, then on the floor" if "standing" in places else "on the floor"


class _Fact(QWidget):
    def __init__(self, icon: Icon) -> None:
        super().__init__()
        self._words = Label("", "body", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        row.addWidget(IconView(icon, 20, "muted"))
        row.addWidget(self._words)

    def text(self) -> str:
        return self._words.text()

    def setText(self, text: str) -> None:  # noqa: N802  named as the label's
        self._words.setText(text)
        self.updateGeometry()


class _FlushPicture(ThemedWidget):
    """A held pose, painted live at any size, flush with the card's edge."""

    def __init__(self) -> None:
        super().__init__()
        self._motion: Motion | None = None
        self._side: Side | None = None
        self._scene: FigureScene | None = None
        self._corners: Corners = "right"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_motion(self, motion: Motion | None, side: Side | None) -> None:
        self._motion, self._side, self._scene = motion, side, None
        self.update()

    def set_corners(self, corners: Corners) -> None:
        self._corners = corners
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(520, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._scene = None
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        self._scene = None
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with smooth_painter(self) as painter:
            painter.setClipPath(rounded_path(QRectF(self.rect()), RADIUS_CARD - 1, self._corners))
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        if self._motion is None:
            painter.fillRect(self.rect(), colour("stage1"))
            return
        if self._scene is None:
            size = (self.width(), self.height())
            self._scene = motion_scene(self._motion, self._side, size, tokens().name)
        self._scene.paint(painter, self._motion.holding(0, self._side))
