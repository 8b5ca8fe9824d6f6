"""Rows of the routines page: one a routine to choose from, one an exercise of it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from backguide.catalogue.model import Routine, Side
from backguide.figure.motion import Motion
from backguide.session.outline import is_work, item_spans
from backguide.session.timeline import Timeline
from backguide.ui.figure.figure_view import still
from backguide.ui.motion_lookup import motion_of
from backguide.ui.pages.still_picture import StillPicture
from backguide.ui.services import Services
from backguide.ui.theme.appearance import colour
from backguide.ui.theme.icons import Icon
from backguide.ui.theme.metrics import RADIUS_CONTROL
from backguide.ui.theme.type import scaled, scaled_font
from backguide.ui.widgets.card import CardButton
from backguide.ui.widgets.icon_view import IconView
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.painting import SHADOW_DEPTH_PX, paint_box, rounded_path, smooth_painter
from backguide.ui.widgets.themed import ThemedButton, ThemedWidget

_THUMB = QSize(66, 46)
_THUMB_GAP_PX = 6
_THUMB_RADIUS = 10
_STILL = QSize(84, 58)

Pictured = tuple[Motion | None, Side | None]


class RoutineRow(CardButton):
    """One routine: name, length, purpose, and its exercises as small pictures. One of them is chosen."""

    def __init__(self, routine: Routine, timeline: Timeline, services: Services) -> None:
        minutes = minutes_words(timeline)
        super().__init__(f"{routine.name}, {minutes}")
        self.routine = routine
        self.timeline = timeline
        self.setAccessibleDescription(routine.purpose)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.body.setContentsMargins(20, 15, 20, 16 + SHADOW_DEPTH_PX)
        self.body.setSpacing(3)
        self.add_widget(_head(routine.name, minutes))
        self.add_widget(Label(routine.purpose, "small", "muted", wrap=True))
        self.body.addSpacing(8)
        self.add_widget(StillStrip(pictured(timeline, services)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, with a strong line when it is the chosen one."""
        super().paintEvent(event)
        if self.isChecked():
            with smooth_painter(self) as painter:
                paint_box(
                    painter, self.surface_rect(), self.corner_radius(), line=colour("accent"), width=2.5
                )


class StillStrip(ThemedWidget):
    """Small pictures side by side; those that do not fit are counted at the end."""

    def __init__(self, pictures: tuple[Pictured, ...]) -> None:
        super().__init__()
        self._pictures = pictures
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for a few pictures."""
        return QSize(3 * (_THUMB.width() + _THUMB_GAP_PX), _THUMB.height())

    def minimumSizeHint(self) -> QSize:
        """Return room for two."""
        return QSize(2 * (_THUMB.width() + _THUMB_GAP_PX), _THUMB.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pictures."""
        with smooth_painter(self) as painter:
            step = _THUMB.width() + _THUMB_GAP_PX
            room = max(1, (self.width() + _THUMB_GAP_PX) // step)
            shown = len(self._pictures) if len(self._pictures) <= room else room - 1
            for index, picture in enumerate(self._pictures[:shown]):
                self._paint_thumb(painter, index * step, picture)
            if shown < len(self._pictures):
                painter.setFont(scaled_font(14, 600))
                painter.setPen(colour("muted"))
                box = QRectF(shown * step, 0, _THUMB.width(), _THUMB.height())
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"+{len(self._pictures) - shown}")

    def _paint_thumb(self, painter: QPainter, x: int, picture: Pictured) -> None:
        frame = QRectF(x, 0, _THUMB.width(), _THUMB.height())
        paint_box(painter, frame, _THUMB_RADIUS, fill=colour("stage1"))
        motion, side = picture
        if motion is not None:
            painter.setClipPath(rounded_path(frame, _THUMB_RADIUS))
            painter.drawPixmap(frame.topLeft(), still(motion, side, _THUMB, self.devicePixelRatioF()))
            painter.setClipping(False)
        paint_box(painter, frame, _THUMB_RADIUS, line=colour("line"))


class RoutineExerciseRow(ThemedButton):
    """One exercise of a routine with its dose; pressed to read about it."""

    def __init__(self, slug: str, name: str, dose: str, picture: Pictured) -> None:
        super().__init__()
        self.slug = slug
        dose = dose[:1].upper() + dose[1:]
        self.setAccessibleName(f"{name}, {dose}")
        self.setAccessibleDescription("Opens the exercise")
        frame = StillPicture(_STILL, radius=12)
        frame.show_still(*picture)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Label(name, "strong", wrap=True))
        words.addWidget(Label(dose, "small", "muted", wrap=True))
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 12, 6)
        row.setSpacing(14)
        row.addWidget(frame)
        row.addLayout(words, 1)
        row.addWidget(IconView(Icon.CHEVRON_RIGHT, 20, "muted"))
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def sizeHint(self) -> QSize:
        """Return the size of what lies in it; larger text makes it higher."""
        least = round(scaled(70))
        layout = self.layout()
        return layout.sizeHint().expandedTo(QSize(0, least)) if layout is not None else QSize(0, least)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size of what lies in it."""
        layout = self.layout()
        return layout.minimumSize() if layout is not None else QSize()

    def corner_radius(self) -> float:
        """Return the corner radius in px."""
        return RADIUS_CONTROL

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter as well as on Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a soft fill under the pointer."""
        if self.is_hot:
            with smooth_painter(self) as painter:
                paint_box(painter, QRectF(self.rect()), RADIUS_CONTROL, fill=colour("hover"))


def minutes_words(timeline: Timeline) -> str:
    """Return the real length to plan with, such as "5 min"."""
    return f"{max(1, round(timeline.duration_s / 60))} min"


def pictured(timeline: Timeline, services: Services) -> tuple[Pictured, ...]:
    """Return what the pictures of the exercises show, in the order of the session."""
    pictures: list[Pictured] = []
    for span in item_spans(timeline):
        first = next(step for step in timeline.steps if step.item == span.item and is_work(step))
        pictures.append((motion_of(services.motions, span.exercise, span.variation), first.side))
    return tuple(pictures)


def _head(name: str, minutes: str) -> QWidget:
    head = QWidget()
    row = QHBoxLayout(head)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(Label(name, "h3", wrap=True), 1)
    row.addWidget(Label(minutes, "small", "muted", tabular=True), 0, Qt.AlignmentFlag.AlignTop)
    return head
