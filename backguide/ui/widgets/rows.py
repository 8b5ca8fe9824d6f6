"""Small rows that pages are made of: numbered steps, and facts with an icon."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from backguide.ui.theme.appearance import colour
from backguide.ui.theme.icons import Icon
from backguide.ui.theme.type import scaled, scaled_font
from backguide.ui.widgets.icon_view import IconView
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.painting import paint_box, smooth_painter
from backguide.ui.widgets.themed import ThemedWidget


class NumberedSteps(QWidget):
    """Sentences in their order, each with its number in a soft disc."""

    def __init__(self, steps: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.show_steps(steps)

    def show_steps(self, steps: Sequence[str]) -> None:
        """Show these sentences instead."""
        while (item := self._column.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        for number, step in enumerate(steps, start=1):
            self._column.addWidget(_StepRow(number, step, self))


class FactRow(QWidget):
    """An icon, a fact and where it comes from: "6 each side", "typical dose"."""

    def __init__(self, icon: Icon, head: str, sub: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = Label(head, "strong")
        self.sub = Label(sub, "small", "muted")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.head)
        words.addWidget(self.sub)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(IconView(icon, 22, "accent_text"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.show_fact(head, sub)

    def show_fact(self, head: str, sub: str = "") -> None:
        """Show another fact."""
        self.head.setText(head)
        self.sub.setText(sub)
        self.sub.setVisible(bool(sub))


class _StepRow(QWidget):
    def __init__(self, number: int, step: str, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(_NumberDisc(number), 0, Qt.AlignmentFlag.AlignTop)
        label = Label(step, "body", wrap=True)
        label.setAccessibleName(f"{number}. {step}")
        words = QVBoxLayout()
        words.setContentsMargins(0, 2, 0, 2)
        words.addWidget(label)
        row.addLayout(words, 1)


class _NumberDisc(ThemedWidget):
    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = round(scaled(28))
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with smooth_painter(self) as painter:
            disc = QRectF(self.rect())
            paint_box(painter, disc, disc.height() / 2, fill=colour("accent_soft"))
            painter.setFont(scaled_font(15, 700))
            painter.setPen(colour("accent_text"))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))
