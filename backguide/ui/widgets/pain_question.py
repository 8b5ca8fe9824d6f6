"""A question about pain: which part, in words, the scale, and whether it has been answered."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from backguide.desktop.clock import Clock
from backguide.ui.theme.type import scaled
from backguide.ui.widgets.button import Button
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.logo_mark import BodyGlyph, BodyPart
from backguide.ui.widgets.pain_scale import PainScale

NOT_RATED = "Not rated yet"
_BESIDE_PX = 400
STAYS_A_GAP = "Not rated: stays a gap"


class PainQuestion(QWidget):
    """The scale under its question; "Not rated yet" stands at the top right until a number is chosen.

    `declinable` adds "Not now" beside it: the question counts as answered and its rating stays a gap.
    """

    value_changed = Signal(object)  # int or None
    declined = Signal()

    def __init__(
        self,
        part: BodyPart,
        title: str,
        hint: str,
        *,
        clock: Clock | None = None,
        declinable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_declined = False
        self.scale = PainScale(title, clock=clock)
        self.scale.value_changed.connect(self._on_scale_value_changed)
        self._status = Label(NOT_RATED, "small", "muted", tabular=True)
        self._decline = Button("Not now", "quiet", "sm", flush=True, name=f"{title}: not now")
        self._decline.clicked.connect(self._on_decline_clicked)
        if not declinable:
            self._decline.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        self._head, self._answer = QGridLayout(), QBoxLayout(QBoxLayout.Direction.TopToBottom)
        column.addLayout(self._make_header(part, title, hint))
        column.addWidget(self.scale)
        self.setFocusProxy(self.scale)

    @property
    def value(self) -> int | None:
        """The rating, None while there is none."""
        return self.scale.value

    @property
    def is_answered(self) -> bool:
        """Whether a number was chosen or the question declined."""
        return self.value is not None or self._is_declined

    @property
    def status(self) -> str:
        """The words at the top right."""
        return self._status.text()

    def set_value(self, value: int | None) -> None:
        """Choose a rating or take it back."""
        self.scale.set_value(value)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the status below the words where there is no room for it beside them."""
        super().resizeEvent(event)
        self._place_answer(beside=self.width() >= scaled(_BESIDE_PX))

    def _place_answer(self, *, beside: bool) -> None:
        self._head.removeItem(self._answer)
        directions = QBoxLayout.Direction
        self._answer.setDirection(directions.TopToBottom if beside else directions.LeftToRight)
        row, column = (0, 2) if beside else (1, 1)
        self._head.addLayout(self._answer, row, column, Qt.AlignmentFlag.AlignTop)

    def _make_header(self, part: BodyPart, title: str, hint: str) -> QGridLayout:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(title, "h2", wrap=True))
        words.addWidget(Label(hint, "body", "muted", wrap=True))
        self._head.setHorizontalSpacing(14)
        self._head.setVerticalSpacing(0)
        self._head.addWidget(BodyGlyph(part), 0, 0)
        self._head.addLayout(words, 0, 1)
        self._head.setColumnStretch(1, 1)
        self._answer.setSpacing(0)
        self._answer.addWidget(self._status, 0, Qt.AlignmentFlag.AlignRight)
        self._answer.addWidget(self._decline, 0, Qt.AlignmentFlag.AlignRight)
        self._place_answer(beside=True)
        return self._head

    def _on_decline_clicked(self) -> None:
        self.scale.set_value(None)
        self._is_declined = True
        self._status.setText(STAYS_A_GAP)
        self.declined.emit()

    def _on_scale_value_changed(self, value: int | None) -> None:
        self._is_declined = False
        self._status.setText(NOT_RATED if value is None else f"{value} of 10")
        self._status.set_colour("muted" if value is None else "pain_text")
        self.value_changed.emit(value)
