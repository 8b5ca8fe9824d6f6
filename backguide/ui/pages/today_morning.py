"""The one question of the morning after a session."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from backguide.desktop.clock import Clock
from backguide.journal.records import SessionRecord, Site
from backguide.ui.theme.metrics import SPACE_2XL
from backguide.ui.theme.type import scaled
from backguide.ui.widgets.button import Button
from backguide.ui.widgets.card import Card
from backguide.ui.widgets.label import Label
from backguide.ui.widgets.pain_scale import PainScale

_BESIDE_PX = 1080
_SITES: tuple[tuple[Site, str], ...] = (("back", "Back"), ("leg", "Leg"))


class MorningCard(Card):
    """Asks how back and leg were this morning, nothing chosen; one number is enough to save."""

    save_requested = Signal()
    declined = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._session: str | None = None
        self.sub = Label("", "body", "muted", wrap=True)
        self.trouble = Label("", "body", "warn", wrap=True)
        self.scales: Mapping[Site, PainScale] = {
            site: PainScale(f"{name} this morning", compact=True, clock=clock) for site, name in _SITES
        }
        self.save = Button("Save", "secondary", "md")
        self.not_today = Button("Not today", "quiet", "md")
        self.save.clicked.connect(self.save_requested)
        self.not_today.clicked.connect(self.declined)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self.trouble.hide()
        self._on_scale_value_changed()

    @property
    def ratings(self) -> Mapping[Site, int]:
        """What was rated; a scale without a number is missing."""
        return {site: scale.value for site, scale in self.scales.items() if scale.value is not None}

    def show_session(self, session: SessionRecord | None) -> None:
        """Ask about the morning after this session; None takes the question away."""
        self.setVisible(session is not None)
        if session is not None and session.id != self._session:
            self._session = session.id
            self.sub.setText(f"The morning after {session.routine_name}.")
            for scale in self.scales.values():
                scale.set_value(None)

    def tell(self, sentence: str) -> None:
        """Say what went wrong; what was rated stays."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the scales side by side where there is room."""
        super().resizeEvent(event)
        beside = self.width() >= scaled(_BESIDE_PX)
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if beside else directions.TopToBottom)

    def _build(self) -> None:
        self.add_header("How was your back this morning?", gap=2)
        self.body.addWidget(self.sub)
        self.body.addSpacing(14)
        self._row.setSpacing(SPACE_2XL)
        for site, name in _SITES:
            scale = self.scales[site]
            scale.value_changed.connect(self._on_scale_value_changed)
            column = QVBoxLayout()
            column.setSpacing(8)
            column.addWidget(Label(name, "strong"))
            column.addWidget(scale)
            self._row.addLayout(column, 1)
        self.body.addLayout(self._row)
        self.body.addSpacing(14)
        self.body.addWidget(self.trouble)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.save)
        foot.addWidget(self.not_today)
        foot.addStretch(1)
        self.body.addLayout(foot)

    @Slot()
    def _on_scale_value_changed(self) -> None:
        self.save.setEnabled(bool(self.ratings))
