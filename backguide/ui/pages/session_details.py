"""One session of the past: what was planned and done, how it felt, and taking it out of the journal."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from backguide.catalogue.model import Catalogue
from backguide.ui.pages.history_words import when_words
from backguide.ui.pages.session_details_cards import (
    SessionDetail,
    exercises_card,
    facts_card,
    pain_card,
)
from backguide.ui.theme.icons import Icon
from backguide.ui.theme.metrics import CARD_GAP, NARROW_MARGIN, PAGE_MARGIN
from backguide.ui.theme.type import scaled
from backguide.ui.widgets.button import Button
from backguide.ui.widgets.confirm_dialog import ConfirmDialog
from backguide.ui.widgets.label import Label

_SIDE_PX = 340
_NO_LIMIT_PX = 16777215  # Qt's own
_WIDE_FROM_PX = 820


class SessionDetails(QWidget):
    """Shows one session. It asks to go back, to correct it, and after a question to delete it."""

    back_requested = Signal()
    correction_requested = Signal(str)
    deletion_requested = Signal(str)

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._detail: SessionDetail | None = None
        self._cards: list[QWidget] = []
        self.back = Button("All sessions", "quiet", "sm", icon=Icon.ARROW_LEFT, flush=True)
        self.correct = Button("Correct", "secondary", "md", icon=Icon.EDIT, name="Correct this session")
        self.delete = Button("Delete session", "secondary", "md", icon=Icon.TRASH)
        self.title = Label("", "h1", wrap=True)
        self.when = Label("", "lead", "muted", wrap=True)
        self._build()
        self.back.clicked.connect(self.back_requested)
        self.correct.clicked.connect(self._on_correct_clicked)
        self.delete.clicked.connect(self._on_delete_clicked)

    @property
    def session_id(self) -> str:
        """The session that is shown; empty before the first."""
        return self._detail.session.id if self._detail is not None else ""

    def show_detail(self, detail: SessionDetail) -> None:
        """Show a session."""
        self._detail = detail
        self.title.setText(detail.session.routine_name)
        self.when.setText(when_words(detail.session))
        for card in self._cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [
            exercises_card(detail, self._catalogue),
            facts_card(detail),
            pain_card(detail, self._catalogue),
        ]
        self._place()
        self._scroll.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards out side by side where there is room."""
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setSpacing(0)
        self._column.addLayout(self._make_top())
        self._column.addSpacing(12)
        self._column.addWidget(self.title)
        self._column.addSpacing(4)
        self._column.addWidget(self.when)
        self._column.addSpacing(CARD_GAP)
        self._grid = QGridLayout()
        self._grid.setSpacing(CARD_GAP)
        self._column.addLayout(self._grid)
        self._column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def _make_top(self) -> QHBoxLayout:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.back)
        top.addStretch(1)
        top.addWidget(self.correct)
        top.addWidget(self.delete)
        return top

    def _place(self) -> None:
        wide = self.width() >= scaled(_WIDE_FROM_PX)
        margin = PAGE_MARGIN if wide else NARROW_MARGIN
        self._column.setContentsMargins(margin, 28, margin, margin)
        places = (
            ((0, 0, 3, 1), (0, 1, 1, 1), (1, 1, 1, 1)) if wide else ((2, 0, 1, 1), (0, 0, 1, 1), (1, 0, 1, 1))
        )
        for card, place in zip(self._cards, places, strict=False):
            self._grid.addWidget(card, *place)
        for card in self._cards[1:]:
            card.setMaximumWidth(round(scaled(_SIDE_PX)) if wide else _NO_LIMIT_PX)
        self._grid.setColumnStretch(0, 1)
        self._grid.setRowStretch(2, int(wide))
        self._grid.setColumnMinimumWidth(1, round(scaled(_SIDE_PX)) if wide else 0)

    @Slot()
    def _on_correct_clicked(self) -> None:
        self.correction_requested.emit(self.session_id)

    @Slot()
    def _on_delete_clicked(self) -> None:
        question = ConfirmDialog(
            self.window(),
            "Delete this session?",
            "It goes with its ratings and notes, and no longer counts in the chart.",
            confirm="Delete",
            decline="Keep it",
        )
        question.confirmed.connect(self._on_deletion_confirmed)
        question.ask()

    @Slot()
    def _on_deletion_confirmed(self) -> None:
        self.deletion_requested.emit(self.session_id)
