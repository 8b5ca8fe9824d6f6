"""Which form of an exercise is on show, from where, and which side of it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from backguide.catalogue.model import Exercise, Side, Variation
from backguide.figure.motion_view import Seen
from backguide.ui.widgets.chip import FilterChip
from backguide.ui.widgets.flow_layout import FlowLayout
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.segmented import Segmented

_GAP_PX = 20
_ROW_GAP_PX = 8
_SIDES: tuple[Side, Side] = ("left", "right")
_SEEN: tuple[Seen, Seen] = ("first", "second")


class ExerciseChoices(QWidget):
    """The forms of an exercise side by side, what sets the chosen one apart, the views, and left or right.

    `variation_changed` tells the slug, `side_changed` the side and `seen_changed` the view that the person
    chose.
    """

    variation_changed = Signal(str)
    side_changed = Signal(str)
    seen_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exercise: Exercise | None = None
        self.forms: FormChooser | None = None
        self.views: FormChooser | None = None
        self.sides = Segmented(("Left", "Right"), "Side")
        self.sides.current_changed.connect(self._on_side_changed)
        self.difference = Label("", "body", "muted", wrap=True)
        self._titles = tuple(Label(title, "label", "muted") for title in ("Variation", "Side", "View"))
        self._form_part, self._side_part, self._view_part = (_titled(title) for title in self._titles)
        self._side_part.addWidget(self.sides)
        self._form_holder, self._side_holder, self._view_holder = (
            _holder(part) for part in (self._form_part, self._side_part, self._view_part)
        )
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.addWidget(self._view_holder, 1)
        self._pair.addWidget(self._side_holder)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addWidget(self._form_holder, 1)
        self._row.addLayout(self._pair)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._row)
        column.addWidget(self.difference)

    def show_exercise(self, exercise: Exercise) -> None:
        """Offer the forms of another exercise."""
        self._exercise = exercise
        self.forms = _exchanged(
            self._form_part, self.forms, FormChooser([form.name for form in exercise.variations], "Variation")
        )
        self.forms.current_changed.connect(self._on_form_changed)
        self._form_holder.setVisible(len(exercise.variations) > 1)

    def show_choice(self, variation: Variation, side: Side | None) -> None:
        """Show what is chosen, without telling it."""
        assert self._exercise is not None
        assert self.forms is not None
        self.forms.show_current(self._exercise.variations.index(variation))
        self.difference.setText(variation.difference)
        self._side_holder.setVisible(side is not None)
        if side is not None:
            self.sides.blockSignals(True)
            self.sides.set_current(_SIDES.index(side))
            self.sides.blockSignals(False)
        self._arrange()

    def show_views(self, names: Sequence[str]) -> None:
        """Offer the places from which it can be seen, the first of them chosen; one alone is no choice."""
        self.views = _exchanged(self._view_part, self.views, FormChooser(names, "View"))
        self.views.current_changed.connect(self._on_view_changed)
        self._view_holder.setVisible(len(names) > 1)
        self._arrange()

    def tab_stops(self) -> list[QWidget]:
        """Return what Tab should reach in this order: the sides were made before the others."""
        forms, views = (
            chooser.tab_stops() if chooser is not None else [] for chooser in (self.forms, self.views)
        )
        return [*forms, *views, *self.sides.findChildren(QRadioButton)]

    def set_compact(self, compact: bool) -> None:
        """Leave the titles out where height is short; screen readers still hear them."""
        for title in self._titles:
            title.setHidden(compact)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the sides beside the forms or below them."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Arrange anew in another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._arrange()

    def _arrange(self) -> None:
        if self.forms is None:
            return
        widths = [
            0 if holder.isHidden() else natural_px
            for holder, natural_px in (
                (self._form_holder, self.forms.natural_px()),
                (self._side_holder, self.sides.sizeHint().width()),
                (self._view_holder, self.views.natural_px() if self.views is not None else 0),
            )
        ]
        side_px, view_px = widths[1:]
        _turn(self._pair, beside=_side_by_side_px([side_px, view_px]) <= self.width())
        _turn(self._row, beside=_side_by_side_px(widths) <= self.width())

    @Slot(int)
    def _on_form_changed(self, index: int) -> None:
        if self._exercise is not None:
            self.variation_changed.emit(self._exercise.variations[index].slug)

    @Slot(int)
    def _on_side_changed(self, index: int) -> None:
        self.side_changed.emit(_SIDES[index])

    @Slot(int)
    def _on_view_changed(self, index: int) -> None:
        self.seen_changed.emit(_SEEN[index])


class FormChooser(QWidget):
    """One of a few names: on a track where they fit, as chips in rows where they do not."""

    current_changed = Signal(int)

    def __init__(self, names: Sequence[str], title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.track = Segmented(names, title)
        self.track.setMinimumWidth(1)  # what does not fit becomes chips instead of widening the page
        self.track.current_changed.connect(self._on_track_changed)
        self._chip_rows = QWidget()
        flow = FlowLayout(self._chip_rows)
        self.chips = QButtonGroup(self)
        for index, name in enumerate(names):
            chip = FilterChip(name)
            self.chips.addButton(chip, index)
            flow.addWidget(chip)
        self.chips.idClicked.connect(self.track.set_current)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.track)
        column.addWidget(self._chip_rows)
        self._chip_rows.hide()
        self._check(0)

    def tab_stops(self) -> list[QWidget]:
        """Return the segments, then the chips."""
        return [*self.track.findChildren(QRadioButton), *self.chips.buttons()]

    def natural_px(self) -> int:
        """Return the width in px at which all names stand beside each other."""
        return self.track.sizeHint().width()

    def show_current(self, index: int) -> None:
        """Show another choice, without telling it."""
        self.blockSignals(True)
        self.track.set_current(index)
        self._check(index)
        self.blockSignals(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the shape that fits."""
        super().resizeEvent(event)
        fits = self.natural_px() <= self.width()
        self.track.setVisible(fits)
        self._chip_rows.setVisible(not fits)

    @Slot(int)
    def _on_track_changed(self, index: int) -> None:
        self._check(index)
        self.current_changed.emit(index)

    def _check(self, index: int) -> None:
        self.chips.button(index).setChecked(True)


def _titled(title: Label) -> QVBoxLayout:
    part = QVBoxLayout()
    part.setContentsMargins(0, 0, 0, 0)
    part.setSpacing(6)
    part.addWidget(title)
    return part


def _holder(part: QVBoxLayout) -> QWidget:
    holder = QWidget()
    holder.setLayout(part)
    return holder


def _exchanged(part: QVBoxLayout, old: FormChooser | None, new: FormChooser) -> FormChooser:
    """Put a chooser in the place of another, and return it."""
    if old is not None:
        old.hide()
        part.removeWidget(old)
        old.deleteLater()
    part.addWidget(new)
    new.show()  # at once, so that Tab finds it
    return new


def _side_by_side_px(widths: Sequence[int]) -> int:
    shown = [width for width in widths if width]
    return sum(shown) + _GAP_PX * max(0, len(shown) - 1)


def _turn(row: QBoxLayout, *, beside: bool) -> None:
    row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
    row.setSpacing(_GAP_PX if beside else _ROW_GAP_PX)
