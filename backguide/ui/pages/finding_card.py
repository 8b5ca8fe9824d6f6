"""A finding: what the ratings say about one question, what speaks against it, and its chart."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backguide.insight.verdict import Verdict, span
from backguide.insight.words import CAVEATS, QUESTIONS, VerdictName, VerdictWord
from backguide.ui.charts.chart_menu import ChartMenu
from backguide.ui.charts.shape_legend import ShapeLegend
from backguide.ui.charts.spec import ChartSpec
from backguide.ui.charts.spec_chart import SpecChart
from backguide.ui.theme.icons import Icon
from backguide.ui.widgets.card import Card
from backguide.ui.widgets.chip import StatusChip, Tone
from backguide.ui.widgets.label import Label

_CHIPS: dict[VerdictWord, tuple[str, Tone, Icon]] = {
    "better": ("Less pain", "good", Icon.TRENDING_DOWN),
    "worse": ("More pain", "warn", Icon.TRENDING_UP),
    "within_usual": ("Within your usual ups and downs", "neutral", Icon.EQUAL),
    "not_enough_data": ("Not enough data yet", "neutral", Icon.CLOCK),
}
_COUNTED: dict[VerdictName, str] = {
    "session_effect": "sessions",
    "next_morning": "mornings",
    "trend": "weeks",
    "change_since_start": "days",
    "pain_and_adherence": "weeks",
    "peg": "answers",
}
_AFTER: dict[VerdictName, str] = {
    "session_effect": " right after",
    "next_morning": " after practice",
    "pain_and_adherence": " in weeks with more practice",
}
_NOT_IN_POINTS: frozenset[VerdictName] = frozenset({"trend", "pain_and_adherence"})


class FindingCard(Card):
    """One verdict. The chart is there as soon as it has enough to show, the verdict only from its gate on."""

    told = Signal(str)

    def __init__(self, name: VerdictName, charts: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._name = name
        self.chip = StatusChip("")
        self.add_header(QUESTIONS[name], gap=10)
        self.body.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignLeft)
        self.numbers = Label("", "figure", tabular=True)
        self.sentence = Label("", "body", wrap=True)
        self.rests_on = Label("", "small", "muted", wrap=True)
        for label in (self.numbers, self.sentence, self.rests_on):
            self.body.addSpacing(8)
            self.body.addWidget(label)
        self.charts = tuple(ChartBox() for _ in range(charts))
        for box in self.charts:
            self.body.addSpacing(12)
            self.body.addWidget(box)
            box.menu.told.connect(self.told)
        self.body.addStretch(1)

    def show_verdict(self, verdict: Verdict, *specs: ChartSpec | None, numbers: str = "") -> None:
        """Show another verdict with its charts; a chart without data is left out."""
        words, tone, icon = _CHIPS[verdict.verdict]
        where = _AFTER.get(verdict.name, "") if verdict.verdict in {"better", "worse"} else ""
        self.chip.show_status(f"{words}{where}", tone, icon)
        self.numbers.setText(numbers)
        self.numbers.setVisible(bool(numbers))
        self.sentence.setText(with_bold_caveat(verdict.sentence))
        self.rests_on.setText(rests_on(verdict))
        for box, spec in zip(self.charts, specs, strict=True):
            box.show_spec(spec)


class ChartBox(QWidget):
    """A chart with its title, legend, menu, and below it the words of what is pointed at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = SpecChart()
        self.menu = ChartMenu(self.chart)
        self.title = Label("", "label", elide=True)
        self.legend = ShapeLegend()
        self.reading = Label("", "small", "pain_text", wrap=True)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.legend)
        column.addWidget(self.chart)
        column.addWidget(self.reading)
        self.chart.reading_changed.connect(self._on_reading_changed)

    def show_spec(self, spec: ChartSpec | None) -> None:
        """Show another chart, or none."""
        self.setVisible(spec is not None)
        if spec is not None:
            self.title.setText(spec.title)
            self.legend.show_shapes(spec.legend)
            self.legend.setVisible(bool(spec.legend))
            self.chart.show_spec(spec)

    def _on_reading_changed(self, words: str) -> None:
        self.reading.setText(words or "Point at something, or use the arrow keys.")


def rests_on(verdict: Verdict) -> str:
    """Return what the verdict rests on, where chance leaves it, and what it takes at the least."""
    counted = _COUNTED[verdict.name]
    told = f"From {verdict.n} {counted}; it takes at least {verdict.needs}."
    if verdict.interval is None or verdict.name in _NOT_IN_POINTS:
        return told
    return f"{told} Chance leaves it between {span(verdict.interval).replace(' to ', ' and ')}."


def with_bold_caveat(sentence: str) -> str:
    """Return the sentence with what speaks against it in bold."""
    for caveat in CAVEATS:
        sentence = sentence.replace(caveat, f"<b>{caveat}</b>")
    return sentence
