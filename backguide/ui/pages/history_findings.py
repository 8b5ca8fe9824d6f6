"""History, Findings: six questions, each with a verdict or with what is still needed for one."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backguide.insight.verdict import Verdict
from backguide.insight.verdicts import Insight
from backguide.insight.words import VerdictName
from backguide.ui.charts.day_reading import number_words
from backguide.ui.charts.finding_specs import (
    lag_spec,
    morning_spec,
    peg_spec,
    scatter_spec,
    session_spec,
    trend_spec,
)
from backguide.ui.page_names import PageName
from backguide.ui.pages.finding_card import FindingCard
from backguide.ui.pages.findings_record import Findings, read_findings
from backguide.ui.pages.history_section import HistorySection
from backguide.ui.services import Services
from backguide.ui.theme.icons import Icon
from backguide.ui.theme.metrics import CARD_GAP
from backguide.ui.theme.type import scaled
from backguide.ui.widgets.button import Button
from backguide.ui.widgets.empty_state import EmptyState
from backguide.ui.widgets.label import Label

_ORDER: tuple[VerdictName, ...] = (
    "change_since_start",
    "trend",
    "session_effect",
    "next_morning",
    "pain_and_adherence",
    "peg",
)
_COLUMN_PX = 440
_LEAD = "Your back pain, compared with yourself. It cannot show what helped: many backs get better anyway."


class HistoryFindings(HistorySection):
    """A card for each question; worked out when it is chosen and after the journal has changed."""

    numbers_requested = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        empty = EmptyState(
            Icon.SCALE,
            "Findings need some weeks of ratings",
            "Rate your pain before and after sessions. After 10 sessions the first question can be answered.",
            "Go to Today",
        )
        super().__init__(services, empty, parent)
        self._version: tuple[object, ...] | None = None
        self.cards = {name: FindingCard(name, 2 if name == "pain_and_adherence" else 1) for name in _ORDER}
        self.numbers = Button("How these numbers are worked out", "quiet", "md", icon=Icon.INFO, flush=True)
        self._build()
        for card in self.cards.values():
            card.told.connect(self.told)
        self.numbers.clicked.connect(self.numbers_requested)
        self.empty.action_requested.connect(self._on_start_requested)

    def _build(self) -> None:
        self._columns = (QVBoxLayout(), QVBoxLayout())
        self._side_by_side = QHBoxLayout()
        self._side_by_side.setSpacing(CARD_GAP)
        for cards in self._columns:
            cards.setSpacing(CARD_GAP)
            self._side_by_side.addLayout(cards, 1)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(CARD_GAP)
        column.addWidget(Label(_LEAD, "lead", "muted", wrap=True))
        column.addLayout(self._side_by_side)
        column.addWidget(self.numbers, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def read(self) -> bool:
        """Judge anew if the journal or the day is another one than last time."""
        outline = self.services.journal.outline()
        version = (outline.version, self.services.journal.today())
        if version != self._version:
            self._show(read_findings(self.services))
            self._version = version
        return outline.first_day is not None

    def focus_main(self) -> None:
        """Go on with the first chart."""
        self.numbers.setFocus()

    def place(self, room_px: int) -> None:
        """Put the cards in two columns where there is room."""
        columns = 2 if room_px >= 2 * scaled(_COLUMN_PX) + CARD_GAP else 1
        for cards in self._columns:
            while cards.takeAt(0) is not None:
                pass
        for place, card in enumerate(self.cards.values()):
            self._columns[place % columns].addWidget(card)
        for cards in self._columns[:columns]:
            cards.addStretch(1)
        self._side_by_side.setStretch(1, columns - 1)
        self._side_by_side.setSpacing(CARD_GAP if columns > 1 else 0)

    def _show(self, findings: Findings) -> None:
        found = findings.insight
        charts = {
            "change_since_start": (None,),
            "trend": (trend_spec(found),),
            "session_effect": (session_spec(found),),
            "next_morning": (morning_spec(found),),
            "pain_and_adherence": (scatter_spec(found), lag_spec(found)),
            "peg": (peg_spec(findings.peg),),
        }
        for name, card in self.cards.items():
            verdict = found.verdict(name)
            numbers = start_and_now(found, verdict) if name == "change_since_start" else ""
            card.show_verdict(verdict, *charts[name], numbers=numbers)

    @Slot()
    def _on_start_requested(self) -> None:
        self.page_requested.emit(PageName.TODAY.value)


def start_and_now(found: Insight, verdict: Verdict) -> str:
    """Return the medians of the first and the latest two weeks, "5.5 → 3"; empty below the gate."""
    if found.start is None or verdict.estimate is None:
        return ""
    return f"{number_words(found.start.middle)} → {number_words(found.start.middle + verdict.estimate)}"
