"""The two questions about pain, back and leg apart, as they stand before and after a session."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from backguide.desktop.clock import Clock
from backguide.journal.records import Site
from backguide.ui.theme.metrics import CARD_PADDING
from backguide.ui.widgets.card import Card
from backguide.ui.widgets.divider import Divider
from backguide.ui.widgets.pain_question import PainQuestion
from backguide.ui.widgets.pain_scale import TEN_WITHIN_S

_GAP_PX = 20


class PainQuestions(Card):
    """A card with both scales, nothing chosen. Digits typed on its page go to the first open question.

    A 0 typed right after a 1 belongs to the scale that took the 1: together they are 10. Backspace takes the
    last rating back.
    """

    changed = Signal()

    def __init__(self, clock: Clock, *, declinable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._clock = clock
        self._one_typed: tuple[PainQuestion, float] | None = None
        back = "Low back and buttocks. Press a number key."
        leg = "Below the buttock, the worse leg. No pain is a 0."
        self.back = PainQuestion("back", "Your back, right now", back, clock=clock, declinable=declinable)
        self.leg = PainQuestion("leg", "Your leg, right now", leg, clock=clock, declinable=declinable)
        self.body.addWidget(self.back)
        self.body.addStretch(1)
        self.body.addWidget(Divider())
        self.body.addStretch(1)
        self.body.addWidget(self.leg)
        self.set_compact(compact=False)
        for question in (self.back, self.leg):
            question.value_changed.connect(self.changed)
            question.declined.connect(self.changed)

    @property
    def values(self) -> Mapping[Site, int]:
        """What was rated; a question without a number is missing."""
        asked: dict[Site, int | None] = {"back": self.back.value, "leg": self.leg.value}
        return {site: value for site, value in asked.items() if value is not None}

    @property
    def unrated(self) -> tuple[Site, ...]:
        """The questions without a number."""
        sites: tuple[Site, ...] = ("back", "leg")
        return tuple(site for site in sites if site not in self.values)

    def set_compact(self, *, compact: bool) -> None:
        """Keep both scales in sight where the window is low."""
        side, top = (24, 16) if compact else (CARD_PADDING, CARD_PADDING)
        self.set_padding(side, top, side, top)
        self.body.setSpacing(10 if compact else _GAP_PX)

    def accept_key(self, event: QKeyEvent) -> bool:
        """Take a digit for the question it is meant for, or Backspace, and say whether there was one."""
        if event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            return self._take_back()
        if not (event.text().isdigit() and event.text().isascii()) or event.isAutoRepeat():
            return False
        question = self._meant(event.text())
        if question is None or not question.scale.accept_key(event):
            return False
        self._one_typed = (question, self._clock.monotonic_s()) if event.text() == "1" else None
        return True

    def _take_back(self) -> bool:
        self._one_typed = None
        rated = next((question for question in (self.leg, self.back) if question.value is not None), None)
        if rated is not None:
            rated.set_value(None)
        return rated is not None

    def _meant(self, digit: str) -> PainQuestion | None:
        if digit == "0" and self._one_typed is not None:
            question, typed_s = self._one_typed
            if self._clock.monotonic_s() - typed_s <= TEN_WITHIN_S:
                return question
        return next((question for question in (self.back, self.leg) if not question.is_answered), None)
