"""A question about pain: which part, in words, the scale, and whether it has been answered."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backguide.desktop.clock import Clock
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.logo_mark import BodyGlyph, BodyPart
from backguide.ui.widgets.pain_scale import PainScale

NOT_RATED = "Not rated yet"


class PainQuestion(QWidget):
    """The scale under its question; "Not rated yet" stands at the top right until a number is chosen."""

    value_changed = Signal(object)  # int or None

    def __init__(
        self,
        part: BodyPart,
        title: str,
        hint: str,
        *,
        clock: Clock | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.scale = PainScale(title, clock=clock)
        self.scale.value_changed.connect(self._on_scale_value_changed)
        self._status = Label(NOT_RATED, "small", "muted", tabular=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        column.addLayout(self._header(part, title, hint))
        column.addWidget(self.scale)
        self.setFocusProxy(self.scale)

    @property
    def value(self) -> int | None:
        """The rating, None while there is none."""
        return self.scale.value

    @property
    def status(self) -> str:
        """The words at the top right."""
        return self._status.text()

    def set_value(self, value: int | None) -> None:
        """Choose a rating or take it back."""
        self.scale.set_value(value)

    def _header(self, part: BodyPart, title: str, hint: str) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(title, "h2", wrap=True))
        words.addWidget(Label(hint, "body", "muted", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(BodyGlyph(part))
        row.addLayout(words, 1)
        row.addWidget(self._status, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _on_scale_value_changed(self, value: int | None) -> None:
        self._status.setText(NOT_RATED if value is None else f"{value} of 10")
        self._status.set_colour("muted" if value is None else "pain_text")
        self.value_changed.emit(value)
