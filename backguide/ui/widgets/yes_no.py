"""A question to be answered with yes or no, neither of them chosen beforehand."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from backguide.ui.theme.appearance import colour
from backguide.ui.theme.metrics import RADIUS_CONTROL
from backguide.ui.theme.type import scaled, scaled_font
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.painting import paint_box, smooth_painter
from backguide.ui.widgets.themed import ThemedChoice

if TYPE_CHECKING:
    from backguide.ui.theme.tokens import Colour


class YesNo(QWidget):
    """The question on the left, Yes and No on the right. Keys: Y, N, arrows, Space."""

    answered = Signal(bool)

    def __init__(self, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answer: bool | None = None
        self._yes = _Answer("Yes", question, self)
        self._no = _Answer("No", question, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Label(question, "body", wrap=True), 1)
        row.addSpacing(24)
        for choice in (self._yes, self._no):
            choice.clicked.connect(self._on_choice_clicked)
            row.addWidget(choice, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(question)
        self.setFocusProxy(self._yes)

    @property
    def answer(self) -> bool | None:
        """The answer, None while there is none."""
        return self._answer

    def set_answer(self, answer: bool) -> None:
        """Answer the question."""
        self._yes.set_chosen(answer)
        self._no.set_chosen(not answer)
        if answer != self._answer:
            self._answer = answer
            self.answered.emit(answer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer with Y and N; arrows walk between the two."""
        if event.key() in {Qt.Key.Key_Y, Qt.Key.Key_N}:
            self.set_answer(event.key() == Qt.Key.Key_Y)
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            target = self._yes if event.key() == Qt.Key.Key_Left else self._no
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def _on_choice_clicked(self) -> None:
        self.set_answer(self.sender() is self._yes)


class _Answer(ThemedChoice):
    def __init__(self, word: str, question: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._word = word
        self.setAccessibleName(word)
        self.setAccessibleDescription(question)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def corner_radius(self) -> float:
        return RADIUS_CONTROL

    def sizeHint(self) -> QSize:
        return QSize(round(scaled(84)), round(scaled(46)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with smooth_painter(self) as painter:
            chosen = self.isChecked()
            fill: Colour = "accent" if chosen else "hover" if self.is_hot else "surface"
            line = None if chosen else colour("line_strong")
            paint_box(painter, QRectF(self.rect()), RADIUS_CONTROL, fill=colour(fill), line=line, width=1.25)
            painter.setFont(scaled_font(16, 600))
            painter.setPen(colour("on_accent" if chosen else "text"))
            painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self._word)
