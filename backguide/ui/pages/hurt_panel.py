"""The two questions when something hurts, and what is offered then."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backguide.desktop.clock import Clock
from backguide.plan.hurt import Offer
from backguide.ui import hurt_words
from backguide.ui.pages.player_panel import PlayerPanel
from backguide.ui.session_care import Advice
from backguide.ui.widgets.button import Button
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.pain_question import PainQuestion
from backguide.ui.widgets.yes_no import YesNo

if TYPE_CHECKING:
    from collections.abc import Callable


class HurtPanel(PlayerPanel):
    """First asks, then offers. Neither question is answered beforehand; the rating may be left out.

    Keys: digits rate, Y and N answer, Enter goes on; then one letter for each offer, Enter for the first, and
    Escape to answer again.
    """

    answered = Signal(object, bool)  # the rating or None, whether something moved down the leg
    chosen = Signal(str)  # an Offer

    def __init__(self, page: QWidget, clock: Clock, *, with_rating: bool) -> None:
        super().__init__(page, "It hurts")
        self.rating = PainQuestion(
            "back", hurt_words.RATING_QUESTION, hurt_words.RATING_HINT, clock=clock, declinable=False
        )
        self.asks_rating = with_rating
        self.rating.setVisible(with_rating)
        self.leg = YesNo(hurt_words.LEG_QUESTION)
        self.go_on = Button("Continue", "primary", "lg")
        self.stop = Button("Stop for today", "quiet", "lg", flush=True)
        self.offers: dict[Offer, Button] = {}
        self._advice: QWidget | None = None
        self._questions = QWidget()
        self._build()
        self.leg.answered.connect(self._on_leg_answered)
        self.go_on.clicked.connect(self._on_go_on_clicked)
        self.stop.clicked.connect(self._on_stop_clicked)
        self.go_on.setEnabled(False)

    def show_advice(self, advice: Advice) -> None:
        """Say what the answers mean, and offer what there is, the best first."""
        self._questions.hide()
        self._advice = QWidget()
        column = QVBoxLayout(self._advice)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(hurt_words.TITLES[advice.light], "h1", wrap=True))
        column.addWidget(Label(hurt_words.SENTENCES[advice.light], "lead", "muted", wrap=True))
        column.addSpacing(16)
        another = advice.another.name if advice.another is not None else ""
        for place, offer in enumerate(advice.offers):
            column.addLayout(self._offer_row(offer, another, is_first=place == 0))
        back = Button("Change my answers", "quiet", "md", flush=True)
        back.clicked.connect(self._on_back_clicked)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self.card.body.addWidget(self._advice)
        first = self.offers[advice.offers[0]]
        keys: dict[int, Callable[[], None]] = {
            ord(hurt_words.OFFER_KEYS[offer]): button.click for offer, button in self.offers.items()
        }
        keys |= dict.fromkeys((Qt.Key.Key_Return, Qt.Key.Key_Enter), first.click)
        self.set_keys(keys | {Qt.Key.Key_Escape: back.click})
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def first_control(self) -> QWidget:
        """Return the scale, without a rating the other question, and in the end the first offer."""
        if self.offers:
            return next(iter(self.offers.values()))
        return self.rating if self.asks_rating else self.leg

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rate with digits and answer with Y and N wherever the focus is."""
        asking = not self.offers
        if asking and self.asks_rating and self.rating.scale.accept_key(event):
            return
        if asking and event.key() in {Qt.Key.Key_Y, Qt.Key.Key_N}:
            self.leg.set_answer(event.key() == Qt.Key.Key_Y)
        elif asking and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.go_on.click()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        column = QVBoxLayout(self._questions)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(24)
        column.addWidget(self.rating)
        column.addWidget(self.leg)
        row = QHBoxLayout()
        row.addWidget(self.stop)
        row.addStretch(1)
        row.addWidget(self.go_on)
        column.addLayout(row)
        self.card.body.addWidget(self._questions)

    def _offer_row(self, offer: Offer, another: str, *, is_first: bool) -> QHBoxLayout:
        words, key = hurt_words.offer_words(offer, another), hurt_words.OFFER_KEYS[offer]
        button = Button(words, "primary" if is_first else "secondary", "lg")
        button.setAccessibleDescription(f"Key {key}")
        button.clicked.connect(self._on_offer_clicked)
        self.offers[offer] = button
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(button, 1)
        row.addWidget(Label(key, "body", "muted"))
        return row

    @Slot()
    def _on_leg_answered(self) -> None:
        self.go_on.setEnabled(True)

    @Slot()
    def _on_go_on_clicked(self) -> None:
        self.answered.emit(self.rating.value, bool(self.leg.answer))

    @Slot()
    def _on_back_clicked(self) -> None:
        assert self._advice is not None
        self.card.body.removeWidget(self._advice)
        self._advice.hide()
        self._advice.deleteLater()
        self._advice = None
        self.offers.clear()
        self.set_keys({})
        self._questions.show()
        self.first_control().setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_stop_clicked(self) -> None:
        self.chosen.emit("stop")

    @Slot()
    def _on_offer_clicked(self) -> None:
        self.chosen.emit(next(offer for offer, button in self.offers.items() if button is self.sender()))
